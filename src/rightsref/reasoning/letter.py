"""A letter to the jail, from what the clock says: every name is a blank, and nothing of it is kept."""

from __future__ import annotations

from datetime import datetime

from rightsref.reasoning.clock import Deadline, to_say
from rightsref.words import tr
from rightsref.words.dates import date_words, time_words

#: Wide enough to write on by hand.
_BLANK = "_" * 34


def jail_letter(deadlines: tuple[Deadline, ...], release: datetime, now: datetime) -> str:
    """The letter as plain text, in paragraphs.

    Args:
        deadlines: from `clock.clock`.
        release: when it was due.
        now: when it is written; it is told in the zone of the jail.
    """
    local = now.astimezone(release.tzinfo)
    head = [
        f"{tr('To the officer in charge')}, {_BLANK}",
        f"{tr('Sent by (fax, mail or by hand)')}: {_BLANK}",
        tr("{day}, {time}").format(day=date_words(local.date().isoformat()), time=time_words(local)),
        f"{tr('About')}: {_BLANK}\n{tr('Booking number')}: {_BLANK}\n{tr('Born on')}: {_BLANK}",
    ]
    closing = [
        tr("Please answer in writing, and keep this letter with the person’s file."),
        f"{tr('Name')}: {_BLANK}\n{tr('Telephone')}: {_BLANK}\n{tr('Signed')}: {_BLANK}",
    ]
    return "\n\n".join((*head, *to_say(deadlines, release, now), *closing)) + "\n"
