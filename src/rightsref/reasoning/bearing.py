"""How an outcome bears on the person who asks: calm where the law shields, strong where it is the person who must take care."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum

from rightsref.model.flow import Custody, Outcome, Verdict
from rightsref.model.reference import Contact

#: What the title of an outcome begins with that forbids the reader something, in each language.
_BINDS_THE_READER = ("You may not", "Usted no puede", "No puede")
#: Whom to call where an outcome or a paper names nobody, or one only: who answers by day and night, and the lawyers.
_ALWAYS = ("icirr-family-support", "nijc")
#: Lines of the agency itself and of courts: no help in the first minute.
_NO_HELP = ("ice-", "eoir-")


class Bearing(StrEnum):
    """From the calmest on."""

    CALM = "calm"  # the law is on the person's side
    CARE = "care"  # it depends, or something must be done today
    STRONG = "strong"  # the law takes a protection away, or binds the person


def bearing(outcome: Outcome) -> Bearing:
    """How an outcome bears on the person. What is allowed to officers is never calm; what is forbidden to them is, unless ICE has the person."""
    if outcome.verdict == Verdict.PROHIBITED and outcome.title.startswith(_BINDS_THE_READER):
        return Bearing.STRONG
    if outcome.verdict == Verdict.ALLOWED:
        return Bearing.STRONG if outcome.caution > 2 else Bearing.CARE
    if outcome.verdict == Verdict.DEPENDS or outcome.custody == Custody.FEDERAL:
        return Bearing.CARE
    return Bearing.CALM


def call_now(contacts: Iterable[Contact], wanted: Sequence[str] = ()) -> tuple[Contact, ...]:
    """The two to call now: the first with a telephone among the keys wanted, then who always helps.

    Args:
        contacts: all of them.
        wanted: keys or addresses of contacts, the most useful first.
    """
    known = {contact.address.rpartition("/")[2]: contact for contact in contacts if contact.phone}
    keys = dict.fromkeys((*(each.rpartition("/")[2] for each in wanted), *_ALWAYS))
    return tuple(known[key] for key in keys if key in known and not key.startswith(_NO_HELP))[:2]
