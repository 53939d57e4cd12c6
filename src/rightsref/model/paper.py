"""Papers that officers show: what stands where on each, what it lets an officer do, and the questions that tell them apart."""

from __future__ import annotations

from typing import Any, NamedTuple

from rightsref.model.flow import Because
from rightsref.model.law import Level

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


class Dispute(NamedTuple):
    """What is in dispute about a paper, in three parts, with the authority that tells of it."""

    law_says: str
    agency_claims: str
    say_and_do: str
    authority: str
    citation: str


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


def paper_from(table: dict[str, Any]) -> Paper:
    """The paper that was written as JSON."""
    fields = {
        key: Field(field["spot"], tuple(field["signs"]), field["here"], Because(**field["means"]))
        for key, field in table["fields"].items()
    }
    made = {
        "fields": fields,
        "say": tuple(table["say"]),
        "powers": tuple(Power(**power) for power in table["powers"]),
        "traps": tuple(Because(**trap) for trap in table["traps"]),
        "disputed": Dispute(**table["disputed"]) if table["disputed"] else None,
        "level": Level(table["level"]),
    }
    return Paper(**{**table, **made})


def question_from(table: dict[str, Any]) -> PaperQuestion:
    """The question that was written as JSON."""
    signs = tuple(
        Sign(sign["key"], sign["label"], Because(**sign["warning"]) if sign["warning"] else None)
        for sign in table["signs"]
    )
    return PaperQuestion(table["key"], table["text"], table["help"], signs)
