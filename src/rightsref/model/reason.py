"""What an answer rests on: a fact with its authority, and a point in dispute."""

from __future__ import annotations

from typing import NamedTuple

from rightsref.model.law import Level


class Because(NamedTuple):
    """A fact or rule with the authority for it.

    Attributes:
        authority: address of a unit of law, a form or a case.
        citation: the same as it is printed.
        canonical: the same in the canonical spelling, with its kind and version, as the command line gives it.
        level: how far the authority is confirmed.
    """

    fact: str
    authority: str
    citation: str
    canonical: str = ""
    level: Level = Level.OFFICIAL


class Dispute(NamedTuple):
    """A point in dispute, in three parts, with the authority that tells of it where one is named."""

    law_says: str
    agency_claims: str
    say_and_do: str
    authority: str = ""
    citation: str = ""
    level: Level = Level.OFFICIAL

    @property
    def parts(self) -> dict[str, str]:
        """The three parts by their keys, in the order in which they are told."""
        return {key: getattr(self, key) for key in DISPUTE_PARTS}


DISPUTE_PARTS = ("law_says", "agency_claims", "say_and_do")
