"""Scenario flows: questions, options and outcomes. Routing is data; nothing here computes anything but dates."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import Any, NamedTuple

from rightsref.model.law import Level

#: The option that every question of fact has.
UNKNOWN = "unknown"


class Verdict(StrEnum):
    """About a named actor doing a named thing; from the strictest on the officer to the most permissive."""

    PROHIBITED = "prohibited"
    DEPENDS = "depends"
    ALLOWED = "allowed"
    REQUIRED = "required"


class Option(NamedTuple):
    """One answer.

    Attributes:
        key: stable, in words; `unknown` is *I don't know*.
        goto: key of the question or outcome that it leads to.
        start, end: ISO dates, for options of a date question: from this day on, up to but not including that day.
    """

    key: str
    label: str
    goto: str
    start: str = ""
    end: str = ""


class Question(NamedTuple):
    """One question, in the asker's words.

    Attributes:
        see: address of a page of the program that helps to answer; empty if there is none.
        dated: whether its options are spans of time, so that a day answers it.
    """

    key: str
    text: str
    help: str
    options: tuple[Option, ...]
    see: str = ""

    @property
    def dated(self) -> bool:
        """Whether a day answers it."""
        return any(option.start or option.end for option in self.options)


class Because(NamedTuple):
    """A fact or rule with the authority for it.

    Attributes:
        authority: address of a unit of law, a form or a case.
        citation: the same as it is printed.
    """

    fact: str
    authority: str
    citation: str


class Disputed(NamedTuple):
    """A point in dispute, in three parts."""

    law_says: str
    agency_claims: str
    say_and_do: str


class Outcome(NamedTuple):
    """What a flow concludes.

    Attributes:
        title: the verdict in a sentence, naming who and what.
        verdict: see `Verdict`.
        caution: 1 to 3, how careful it tells the person to be.
        because: the chain of reasons.
        exceptions: what would make it otherwise, each with its authority.
        do_now, say, write_down: for the reader; `say` holds the English words to an officer.
        call: addresses of contacts.
        level: the least sure level among its authorities.
    """

    key: str
    title: str
    verdict: Verdict
    caution: int
    because: tuple[Because, ...]
    exceptions: tuple[Because, ...]
    do_now: tuple[str, ...]
    say: tuple[str, ...]
    write_down: tuple[str, ...]
    call: tuple[str, ...]
    disputed: Disputed | None
    level: Level


class Flow(NamedTuple):
    """A scenario: where it starts, what it asks, how it can end."""

    key: str
    title: str
    about: str
    situation: str
    start: str
    questions: dict[str, Question]
    outcomes: dict[str, Outcome]


class FlowHead(NamedTuple):
    """What a list of scenarios shows of one."""

    key: str
    title: str
    about: str
    situation: str
    questions: int


def from_json(text: str) -> Flow:
    """The flow that was written as JSON."""
    table = json.loads(text)
    questions = {
        key: Question(key, q["text"], q["help"], tuple(Option(**option) for option in q["options"]), q["see"])
        for key, q in table["questions"].items()
    }
    outcomes = {key: _outcome(outcome) for key, outcome in table["outcomes"].items()}
    return Flow(**{**table, "questions": questions, "outcomes": outcomes})


def _outcome(table: dict[str, Any]) -> Outcome:
    texts = {key: tuple(table[key]) for key in ("do_now", "say", "write_down", "call")}
    reasons = {key: tuple(Because(**row) for row in table[key]) for key in ("because", "exceptions")}
    disputed = Disputed(**table["disputed"]) if table["disputed"] else None
    fixed = {"verdict": Verdict(table["verdict"]), "level": Level(table["level"]), "disputed": disputed}
    return Outcome(**{**table, **texts, **reasons, **fixed})
