"""Scenario flows: questions, options and outcomes. Routing is data; nothing here computes anything but dates."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from rightsref.model.law import Level
from rightsref.model.reason import Because, Dispute

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


class Finding(NamedTuple):
    """What a tool may find, and the answer that this is.

    Attributes:
        found: keys of what the tool tells apart: papers of the paper check, counts of the clock.
        option: the answer that each of them is.
        seen: what must have been seen besides, sign by look.
    """

    found: tuple[str, ...]
    option: str
    seen: dict[str, str]


class Lookup(NamedTuple):
    """A tool that can answer a question.

    Attributes:
        tool: its key: `clock` or `papers`.
        findings: the first that fits what was found is the answer.
        known: what the tool begins with, since the way to the question says it.
    """

    tool: str
    findings: tuple[Finding, ...]
    known: dict[str, str]


class Question(NamedTuple):
    """One question, in the asker's words.

    Attributes:
        lookup: the tool that can answer it; None if there is none.
        shared: the name under which several scenarios ask it; empty if it is this one’s own.
        dated: whether its options are spans of time, so that a day answers it.
    """

    key: str
    text: str
    help: str
    options: tuple[Option, ...]
    lookup: Lookup | None = None
    shared: str = ""

    @property
    def dated(self) -> bool:
        """Whether a day answers it."""
        return any(option.start or option.end for option in self.options)


class Custody(StrEnum):
    """In whose hands an outcome leaves the person, or is about to."""

    FEDERAL = "federal"
    POLICE = "police"
    NONE = "none"


class LawVerdict(NamedTuple):
    """What one law says of what was asked, where several say different things.

    Attributes:
        law: the law or the actor, as people call it.
        verdict: of that law alone.
        authority, citation, canonical, level: as of `reason.Because`.
    """

    law: str
    verdict: Verdict
    authority: str
    citation: str
    canonical: str = ""
    level: Level = Level.OFFICIAL


class HandOver(NamedTuple):
    """What an outcome leads on to: another scenario, with answers, or a tool.

    Attributes:
        label: why one goes on there.
        address: of the scenario or tool.
        answers: what the outcome itself answers there, option by question.
        carried: questions there -> questions here that ask the same; what was answered here is taken along.
    """

    label: str
    address: str
    answers: dict[str, str]
    carried: dict[str, str]


class Outcome(NamedTuple):
    """What a flow concludes.

    Attributes:
        title: the verdict in a sentence, naming who and what.
        verdict: see `Verdict`.
        caution: 1 to 3, how careful it tells the person to be.
        because: the chain of reasons.
        first: how many of `do_now` stand at its head because they cannot be undone.
        exceptions: what would make it otherwise, each with its authority.
        do_now, say, write_down: for the reader; `say` holds the English words to an officer.
        call: addresses of contacts.
        level: the least sure level among its own authorities; a line that many outcomes share carries its own.
        custody: in whose hands it leaves the person.
        laws: what each law says by itself, where several say different things.
        onward: where to go on from here.
        shared: the name under which several scenarios end so; empty if it is this one’s own.
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
    disputed: Dispute | None
    level: Level
    custody: Custody = Custody.NONE
    first: int = 0
    laws: tuple[LawVerdict, ...] = ()
    onward: tuple[HandOver, ...] = ()
    shared: str = ""


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
