"""What stands beside the law: words of the law, events of the timeline, whom to call."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple

from rightsref.model.law import Jurisdiction, Level


class Term(NamedTuple):
    """A word of the law in plain English.

    Attributes:
        authority: address of the provision that defines it or shows it best.
        everyday: the words that people use for it.
    """

    address: str
    term: str
    meaning: str
    authority: str
    everyday: tuple[str, ...]


class TimelineEvent(NamedTuple):
    """One event of the timeline.

    Attributes:
        precision: `day`, `month` or `year`: how much of the date is known.
        touches: addresses of what it changed.
    """

    address: str
    date: str
    precision: str
    title: str
    text: str
    jurisdiction: Jurisdiction
    level: Level
    source: str
    touches: tuple[str, ...]


class Need(StrEnum):
    """What somebody is called for, in the order in which it is wanted; ICE's own lines are last."""

    NOW = "now"
    LAWYER = "lawyer"
    FIND = "find"
    COMPLAIN = "complain"
    COURT = "court"
    ICE = "ice"


class News(NamedTuple):
    """What a reader gains with an edition.

    Attributes:
        edition, day: which edition, and the ISO date it was given out.
        address: where it can be looked at; empty if nowhere in particular.
    """

    edition: str
    day: str
    text: str
    address: str


class Contact(NamedTuple):
    """Somebody to call, with the date on which the number was last held against its source.

    Attributes:
        note: what was and was not seen of it.
        warning: what to know before calling; shown wherever the number is shown.
    """

    address: str
    name: str
    purpose: str
    phone: str
    email: str
    web: str
    hours: str
    note: str
    warning: str
    checked_on: str
    level: Level
    source: str
    need: Need = Need.LAWYER

    @property
    def ways(self) -> tuple[str, ...]:
        """Number (mail where there is none) and address on the web, each as people write it down."""
        site = re.sub(r"^https?://(www\.)?", "", self.web).rstrip("/")
        return tuple(filter(None, (self.phone or self.email, site)))
