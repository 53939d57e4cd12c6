"""A caller's own words -> the scenarios that they ask for, with the answers that they already give.

Nothing is guessed: an answer is filled in only where a phrase that the content gives for it stands in the sentence and is
said to be so. Where two answers of one question are heard, the question stays open.
"""

from __future__ import annotations

from typing import NamedTuple
from weakref import WeakKeyDictionary

from rightsref.knowledge.collections import Collections
from rightsref.model.flow import UNKNOWN, Flow
from rightsref.model.heard import Heard, HeardFlow, HeardList, Suggestion
from rightsref.reasoning.clauses import NEGATORS, Token, tokens_of
from rightsref.reasoning.likeness import Likeness
from rightsref.reasoning.phrases import Lists, Phrase, Piece, find, read, read_list, without
from rightsref.reasoning.spans import Span, span_of

#: How many scenarios are offered at most, and how near to the best one the others must come.
MOST, NEAR = 3, 0.5
#: So many are offered if the sentence is like them at all, unless it gives the best one so many answers.
LEAST, PLAIN = 2, 2
#: So many scenarios are kept, of a fifth of a megabyte each; a sentence asks for five at most.
_KEPT = 6
#: The shared list of words that no phrase hears.
MUTE = "mute"
#: Words longer than this between the first and the last that were heard are left out when they are shown.
_LONGEST = 9


class _Rule(NamedTuple):
    answers: tuple[tuple[str, str], ...]
    phrases: tuple[Phrase, ...]


class _Ear(NamedTuple):
    """What is listened for, for one scenario, ready to be compared."""

    flow: str
    asks: tuple[Phrase, ...]
    rules: tuple[_Rule, ...]


class _Found(NamedTuple):
    """A scenario that was asked for: the words that ask for it, and for each answer the words that state it."""

    flow: str
    asked: frozenset[int]
    stated: dict[tuple[str, str], frozenset[int]]


class _Ears(NamedTuple):
    """What is listened for, for every scenario; and what is never heard."""

    each: tuple[_Ear, ...]
    mute: tuple[tuple[Piece, ...], ...]
    likeness: Likeness


_ears: WeakKeyDictionary[Collections, _Ears] = WeakKeyDictionary()
_flows: WeakKeyDictionary[Collections, dict[tuple[str, str], Flow]] = WeakKeyDictionary()


def suggest(kb: Collections, sentence: str, lang: str = "en") -> tuple[Suggestion, ...]:
    """The scenarios that a sentence asks for, best first, with the answers that it states; none if none fits. Never raises.

    Args:
        kb: the knowledge base.
        sentence: what the caller says, in any language that phrases are written in, or in several at once.
        lang: the language of the titles.
    """
    ears = _ears_of(kb)
    tokens = without(ears.mute, tokens_of(sentence))
    known = frozenset().union(*(token.keys for token in tokens))
    found = [heard for ear in ears.each if (heard := _listen(ear, tokens, known)).asked]
    made = [_suggestion(kb, heard, sentence, tokens, lang) for heard in found]
    ranked = sorted(made, key=lambda pair: -pair[0])
    sure = [suggestion for score, suggestion in ranked if score >= NEAR * ranked[0][0]][:MOST]
    plain = bool(sure) and len(sure[0].answers) >= PLAIN
    if len(sure) < LEAST and not plain:  # no phrase fits the whole of what was said: what it is most like
        taken = {suggestion.flow for suggestion in sure}
        like = [flow for flow in ears.likeness.nearest(tokens) if flow not in taken][: LEAST - len(sure)]
        by_flow = {ear.flow: ear for ear in ears.each}
        heard_too = (_listen(by_flow[flow], tokens, known, wanted=True) for flow in like)
        sure += [_suggestion(kb, heard, sentence, tokens, lang)[1] for heard in heard_too]
    return tuple(sure)


def lists_of(lists: list[HeardList]) -> Lists:
    """The shared lists, read; each may name those before it.

    Raises:
        UsageError: one cannot be read.
    """
    made: dict[str, tuple[tuple[Piece, ...], ...]] = {}
    for each in lists:
        made[each.name] = read_list(each.words, made)
    return made


def _ears_of(kb: Collections) -> _Ears:
    """What is listened for; read once, when a first sentence comes."""
    if kb not in _ears:
        lists = lists_of(kb.heard_lists())
        each = tuple(_ear(heard, lists) for heard in kb.heard_flows())
        phrases = {ear.flow: (ear.asks, [phrase for rule in ear.rules for phrase in rule.phrases]) for ear in each}
        _ears[kb] = _Ears(each, lists.get(MUTE, ()), Likeness(phrases))
    return _ears[kb]


def _flow(kb: Collections, key: str, lang: str) -> Flow:
    """A scenario; the last few are kept, since the same come with every letter typed."""
    kept = _flows.setdefault(kb, {})
    flow = kept.pop((key, lang), None) or kb.flow(key, lang)
    kept[key, lang] = flow
    if len(kept) > _KEPT:
        del kept[next(iter(kept))]
    return flow


def _ear(heard: HeardFlow, lists: Lists) -> _Ear:
    rules = tuple(
        _Rule(rule.answers, tuple(read(text, lang, lists) for lang, text in rule.phrases)) for rule in heard.rules
    )
    return _Ear(heard.flow, tuple(read(text, lang, lists) for lang, text in heard.asks), rules)


def _listen(ear: _Ear, tokens: list[Token], known: frozenset[str], *, wanted: bool = False) -> _Found:
    """What a sentence says to one scenario; its answers are listened for if it is asked for, or wanted anyhow."""
    asked = frozenset().union(*(find(phrase, tokens, known, strict=False) for phrase in ear.asks))
    stated: dict[tuple[str, str], frozenset[int]] = {}
    for rule in ear.rules if asked or wanted else ():
        words = max((find(phrase, tokens, known, strict=True) for phrase in rule.phrases), key=len)
        for answer in rule.answers if words else ():
            if len(words) > len(stated.get(answer, ())):
                stated[answer] = words
    return _Found(ear.flow, asked, stated)


def _suggestion(
    kb: Collections, found: _Found, sentence: str, tokens: list[Token], lang: str
) -> tuple[float, Suggestion]:
    """How well a scenario fits, and what is offered of it."""
    flow = _flow(kb, found.flow, lang)
    words = _sure(found.stated)
    span = span_of(tokens, found.asked.union(*words.values()))
    for question in flow.questions.values() if span else ():
        option = _dated(flow, question.key, span) if span and question.dated else ""
        if option and span:
            words.setdefault((question.key, option), span.words)
    given = dict(words.keys())
    answers = {question: given[question] for question in _met(flow, given) if question in given}
    heard = tuple(
        Heard(question, option, _words(sentence, tokens, words[question, option]))
        for question, option in answers.items()
    )
    told = frozenset().union(*(words[answer] for answer in answers.items()))
    score = len(found.asked | told) + len(set(map(frozenset, (words[answer] for answer in answers.items()))))
    return score, Suggestion(found.flow, flow.title, answers, heard, asked=bool(found.asked))


def _sure(stated: dict[tuple[str, str], frozenset[int]]) -> dict[tuple[str, str], frozenset[int]]:
    """The answers that are left where a question has one; of two, that which says all that the other says and more."""
    sure = {}
    for (question, option), words in stated.items():
        others = [other for (asked, key), other in stated.items() if asked == question and key != option]
        if all(other < words for other in others):
            sure[question, option] = words
    return sure


def _met(flow: Flow, answers: dict[str, str]) -> list[str]:
    """The questions that some answers can still lead to, nearest to the start first."""
    met = [flow.start]
    for at in met:
        options = flow.questions[at].options
        onward = [option.goto for option in options if answers.get(at, option.key) == option.key]
        met += [key for key in dict.fromkeys(onward) if key in flow.questions and key not in met]
    return met


def _dated(flow: Flow, question: str, span: Span) -> str:
    """The option that holds the whole of a span of days; empty if none does."""
    for option in flow.questions[question].options:
        dated = (option.start or option.end) and option.key != UNKNOWN
        if dated and option.start <= span.start and (not option.end or span.end < option.end):
            return option.key
    return ""


def _words(sentence: str, tokens: list[Token], numbers: frozenset[int]) -> str:
    """The words as they were typed, with the *not* that reaches them; those that stand together together."""
    denied = [number for number in numbers if tokens[number].denied]
    nots = [at for at in range(min(denied, default=0)) if tokens[at].word in NEGATORS]
    shown = sorted(numbers | frozenset(nots[-1:]))
    runs: list[list[int]] = []
    for number in shown:
        if runs and (number - runs[-1][-1] == 1 or number - shown[0] < _LONGEST):
            runs[-1].append(number)
        else:
            runs.append([number])
    return " … ".join(" ".join(sentence[tokens[run[0]].start : tokens[run[-1]].end].split()) for run in runs)
