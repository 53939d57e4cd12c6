"""How often a caller's own words lead to the right scenario, and whether an answer is ever filled in that was not said."""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from rightsref.knowledge.library import KnowledgeBase
from rightsref.model.heard import Suggestion
from rightsref.reasoning.hearing import suggest

SENTENCES = Path(__file__).with_name("sentences.toml")


class Sentence(NamedTuple):
    """A sentence with the scenarios that fit and every answer, as `question=option`, that it states."""

    say: str
    lang: str
    flow: list[str]
    answers: list[str]


class Score(NamedTuple):
    """How one sentence did.

    Attributes:
        rank: of the first scenario that fits; 0 if none came.
        wrong: answers filled in, in any scenario that fits, that the sentence does not state.
        filled, stated: answers of the first fitting scenario that were filled in; and how many of those stated it asks for.
    """

    sentence: Sentence
    rank: int
    wrong: list[str]
    filled: int
    stated: int
    got: tuple[Suggestion, ...]


def sentences(chosen: str) -> list[Sentence]:
    """The sentences of a set, `tune` or `held`."""
    return [Sentence(**row) for row in tomllib.loads(SENTENCES.read_text(encoding="utf-8"))[chosen]]


def score(kb: KnowledgeBase, sentence: Sentence) -> Score:
    """Listen to one sentence. The answers of every scenario that fits count; what another asks is not what is listed."""
    got = suggest(kb, sentence.say, sentence.lang)
    fits = [n for n, each in enumerate(got, 1) if each.flow in sentence.flow]
    wrong = [
        f"{each.flow}: {question}={option}"
        for each in got if each.flow in sentence.flow
        for question, option in each.answers.items() if f"{question}={option}" not in sentence.answers
    ]  # fmt: skip
    first = got[fits[0] - 1] if fits else None
    questions = kb.flow(first.flow).questions if first else {}
    own = {answer for answer in sentence.answers if answer.partition("=")[0] in questions}
    right = sum(f"{q}={o}" in own for q, o in first.answers.items()) if first else 0
    return Score(sentence, fits[0] if fits else 0, wrong, right, len(own), got)


def report(kb: KnowledgeBase, chosen: str, *, missed: bool) -> list[Score]:
    """Print the table of one set by language; with `missed` what went wrong, except for the held set."""
    scores = [score(kb, sentence) for sentence in sentences(chosen)]
    sys.stdout.write(
        f"\n{'sentences, ' + chosen:28} {'n':>4} {'first':>6} {'two':>6} {'none wrong':>11} {'filled':>7}\n"
    )
    for lang in ("en", "es", ""):
        _line(lang or "all", [each for each in scores if lang in ("", each.sentence.lang)])
    if missed:
        for each in scores:
            if each.rank not in (1, 2) or each.wrong:
                came = ", ".join(suggestion.flow for suggestion in each.got) or "nothing"
                sys.stdout.write(f"  {each.sentence.say}\n    came: {came}; wrong: {'; '.join(each.wrong) or '-'}\n")
    return scores


def _line(name: str, scores: list[Score]) -> None:
    def share(hits: Iterable[bool]) -> float:
        return sum(hits) / max(1, len(scores))

    filled = sum(each.filled for each in scores) / max(1, sum(each.stated for each in scores))
    first, two = share(each.rank == 1 for each in scores), share(each.rank in (1, 2) for each in scores)
    none_wrong = share(not each.wrong for each in scores)
    sys.stdout.write(f"  {name:26} {len(scores):>4} {first:>6.2f} {two:>6.2f} {none_wrong:>11.3f} {filled:>7.2f}\n")
