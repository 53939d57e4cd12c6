"""Places: everything that the window can show, each a page's name and that page's own state."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple, Self

if TYPE_CHECKING:
    from rightsref.model.flow import Lookup

#: Answers in the order in which they were given: (key of a question, key of the answer).
Given = tuple[tuple[str, str], ...]


class At(NamedTuple):
    """What stands at an address: a text of law, a term, an event, a contact, a stage, a paper."""

    address: str


class Versions(NamedTuple):
    """Two texts of one section, by their addresses."""

    earlier: str
    later: str


class SearchState(NamedTuple):
    """A search.

    Attributes:
        text: as typed.
        filters: keys of the filters that are on; None leaves them as they are.
        literal: whether the spelling is to be taken as typed.
        selected: address of the hit that is read; empty for the first one, after a pause.
    """

    text: str = ""
    filters: frozenset[str] | None = None
    literal: bool = False
    selected: str = ""


class Answers(NamedTuple):
    """A scenario, by its key, with what was answered; nothing of it is ever written to disk."""

    flow: str
    given: Given = ()

    @classmethod
    def of(cls, flow: str, answers: Mapping[str, str]) -> Self:
        """A scenario with some answers given, by their questions."""
        return cls(flow, tuple(answers.items()))


class Asked(NamedTuple):
    """A question of a scenario that a tool is to answer, and the answers before it."""

    flow: str
    question: str
    given: Given = ()


class Walk(NamedTuple):
    """A paper looked at spot by spot: the one picked, if any, and what was seen; never written to disk either.

    Attributes:
        asked: the question that the walk is to answer, if there is one.
    """

    paper: str = ""
    given: Given = ()
    asked: Asked | None = None

    @classmethod
    def of(cls, paper: str, seen: Mapping[str, str], asked: Asked | None = None) -> Self:
        """A walk on which some signs were seen, by their questions."""
        return cls(paper, tuple(seen.items()), asked)


class Pair(NamedTuple):
    """Two papers side by side, by their keys."""

    one: str
    other: str


class ClockState(NamedTuple):
    """The fields of the clock.

    Attributes:
        when: the local time as the field shows it; empty for now.
        place: key of who holds the person, of `reasoning.holders`.
        zone: the time zone chosen where the place leaves it open.
        exact: the one moment chosen, where a local time comes twice; else empty.
        asked: the question that the clock is to answer, if there is one.
    """

    when: str
    place: str
    zone: str
    exact: str = ""
    asked: Asked | None = None


class SheetChoice(NamedTuple):
    """What is to be printed, and in which language and layout; empty ones stay as they are."""

    address: str
    language: str = ""
    layout: str = ""


class Sought(NamedTuple):
    """What is looked for among what the reader saved; never written to disk."""

    text: str


State = At | Versions | SearchState | Answers | Walk | Pair | ClockState | SheetChoice | Sought


class Place(NamedTuple):
    """Something that the window can show.

    Attributes:
        page: the page's name, one of `shell.pages.PAGES`.
        state: the page's own state; None shows the page as it opens or as it was left, whichever it does.
    """

    page: str
    state: State | None = None

    @property
    def address(self) -> str:
        """The address that the place shows; empty if it shows none."""
        return self.state.address if isinstance(self.state, At | SheetChoice) else ""


def tool_place(lookup: Lookup, asked: Asked) -> Place:
    """A tool with what the way to a question says already."""
    from rightsref.reasoning.lookup import CLOCK

    if lookup.tool == CLOCK:
        return Place(CLOCK, ClockState("", lookup.known.get("place", "illinois"), "", asked=asked))
    return Place(lookup.tool, Walk.of("", lookup.known, asked))
