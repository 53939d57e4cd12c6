"""Papers that officers show: what stands where on each, what it lets an officer do, and the questions that tell them apart."""

from __future__ import annotations

from typing import NamedTuple

from rightsref.model.law import Level
from rightsref.model.reason import Because, Dispute

#: Where a paper may be shown, in the order in which its powers are told.
PLACES = ("home", "public", "work", "jail")
PLACE_WORDS = {"home": "At home", "public": "In public", "work": "At work", "jail": "In a jail"}


class Sign(NamedTuple):
    """One thing that somebody may see on the paper in hand.

    Attributes:
        warning: what follows from seeing it on any paper, with its authority; None if nothing does.
    """

    key: str
    label: str
    warning: Because | None


class PaperQuestion(NamedTuple):
    """One field to look at. Every question may also be answered with `unknown`: I can't tell."""

    key: str
    text: str
    help: str
    signs: tuple[Sign, ...]


class Field(NamedTuple):
    """One field of a paper.

    Attributes:
        spot: id of the element of the drawing that is lit up.
        signs: keys of the signs that fit this paper; empty if any does.
        here: what stands there on this paper.
        means: what that tells, with its authority.
    """

    spot: str
    signs: tuple[str, ...]
    here: str
    means: Because


class Power(NamedTuple):
    """What a paper lets an officer do in one of the `PLACES`, and what not, with the authority for both."""

    place: str
    may: str
    may_not: str
    authority: str
    citation: str
    level: Level

    def because(self, fact: str) -> Because:
        """A fact on the same authority."""
        return Because(fact, self.authority, self.citation, level=self.level)


class Paper(NamedTuple):
    """One kind of paper.

    Attributes:
        key: also the name of its drawing.
        judge: whether a court issues it.
        document: address of the form or law that tells more; empty if there is none.
        fields: by key of the question.
        what, signed: what it is, and who signed it, in a sentence each.
        powers: one for each of the `PLACES`.
        traps: what people get wrong.
        level: the least sure level among its authorities.
    """

    key: str
    title: str
    looks_like: str
    judge: bool
    document: str
    fields: dict[str, Field]
    what: str
    signed: str
    say: tuple[str, ...]
    powers: tuple[Power, ...]
    traps: tuple[Because, ...]
    disputed: Dispute | None
    level: Level
