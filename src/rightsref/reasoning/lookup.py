"""What a tool found, as an answer to a question of a scenario: the count of the clock, the papers that still fit."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from enum import StrEnum

from rightsref.model.flow import Option, Question
from rightsref.reasoning.clock import Deadline
from rightsref.reasoning.paper_check import Reading

#: The tools that can answer a question, by their keys.
CLOCK, PAPERS = "clock", "papers"


class Count(StrEnum):
    """How many of the counts of hours have run out."""

    NONE_OVER = "none_over"
    SOME_OVER = "some_over"
    ALL_OVER = "all_over"


def answer_found(question: Question, found: Collection[str], seen: Mapping[str, str]) -> Option | None:
    """The one answer that all of what was found comes to; None if it is not settled.

    Args:
        question: one with a lookup.
        found: keys of what it may be; nothing settles nothing.
        seen: what was seen on the way, sign by look.
    """
    findings = question.lookup.findings if question.lookup else ()
    answers = {
        next((each.option for each in findings if key in each.found and each.seen.items() <= seen.items()), "")
        for key in found
    }
    return next((option for option in question.options if answers == {option.key}), None)


def counted(deadlines: Collection[Deadline], now: datetime) -> Count:
    """How many of the counts have run out at a moment on every reading; a rule that gives no hours does not count."""
    ends = [deadline.surely_over for deadline in deadlines if deadline.hours and deadline.surely_over is not None]
    over = [end < now for end in ends]
    return Count.ALL_OVER if over and all(over) else Count.SOME_OVER if any(over) else Count.NONE_OVER


def papers_left(reading: Reading) -> tuple[str, ...]:
    """The papers that a finished reading leaves; none while it goes on, or where a court's paper bears no court's signature."""
    if reading.question is not None:
        return ()
    if reading.from_court is None and any(paper.judge for paper in reading.fitting):
        return ()
    return tuple(paper.key for paper in reading.fitting)
