"""What can be measured about words: quotations, references, reading grade, vocabulary."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import chain

MAX_QUOTED_WORDS = 8
GRADE_WARNING = 8
GRADE_ERROR = 10

_REFERENCE = re.compile(r"\[\[(?:[^\[\]|]+\|)?([^\[\]|]+)\]\]")
_LINK_WITH_WORDS = re.compile(r"\[\[([^\[\]|]+)\|[^\[\]|]+\]\]")
_QUOTED = re.compile(r"“([^”]*)”|\"([^\"]*)\"")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_DAY_FIRST = re.compile(  # begins with a digit, to which the search can skip
    r"[1-9](?<![\w./§¶-]\d)(?:(?<=[12])\d|(?<=3)[01])? "
    r"(?:January|February|March|April|May(?= (?:19|20)\d\d\b|[.,;:)]|$)|June|July|August|September|October|November|December)\b"
)
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”)]*\s+")


def references(text: str) -> list[str]:
    """The citations that a block names in double brackets, as written."""
    return [match.strip() for match in _REFERENCE.findall(text)]


def long_quotations(text: str) -> list[str]:
    """Quoted passages of more than eight words."""
    quoted = (a or b for a, b in _QUOTED.findall(text))
    return [phrase for phrase in quoted if len(_WORD.findall(phrase)) > MAX_QUOTED_WORDS]


def day_first(text: str) -> list[str]:
    """Dates in English with the day before the month. *May* counts only where it is no verb: (b)(1) may, form 8 May."""
    return _DAY_FIRST.findall(text)


def vocabulary(texts: Iterable[str]) -> set[str]:
    """All words of some texts, folded."""
    return set(chain.from_iterable(_WORD.findall(text.casefold()) for text in texts))


def spoken(text: str) -> str:
    """A block as it is read aloud: references keep their words, bare citations and emphasis marks fall away."""
    text = _REFERENCE.sub("", _LINK_WITH_WORDS.sub(r"\1", text))
    return re.sub(r"\(\s*\)|[*_]", "", text)


def grade_measure() -> Callable[[list[str]], float] | None:
    """A function from blocks to their Flesch-Kincaid US grade; None where the measuring library is not installed.

    Of the library’s many measures only this one is asked for: its syllables and its formula.
    """
    try:
        from readability import KincaidGradeLevel
        from readability.langdata import LANGDATA
    except ImportError:
        return None
    syllables = LANGDATA["en"]["syllables"]

    def grade(blocks: list[str]) -> float:
        sentences = [_WORD.findall(part) for block in blocks for part in _SENTENCE_END.split(spoken(block))]
        words = [word for sentence in sentences for word in sentence]
        if not words:
            return 0.0
        return float(KincaidGradeLevel(sum(map(syllables, words)), len(words), sum(map(bool, sentences))))

    return grade


def faults(texts: list[str]) -> Iterator[str]:
    """What is wrong with the words of one table: quotations too long, a reading grade above that of explanations."""
    for phrase in (phrase for text in texts for phrase in long_quotations(text)):
        yield f"the quotation “{phrase[:40]}…” is longer than eight words"
    grade = grade_measure()
    if grade is not None and (measured := grade(texts)) > GRADE_WARNING:
        yield f"it reads at grade {measured:.1f}; shorten sentences and words to reach {GRADE_WARNING}"
