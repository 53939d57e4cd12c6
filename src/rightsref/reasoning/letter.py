"""What to say to the jail, and a letter to it, from what the clock says: every name is a blank, and nothing of it is kept. A jail here reads English."""

from __future__ import annotations

from datetime import datetime

from rightsref.reasoning.clock import BAIL, Deadline
from rightsref.reasoning.saying import with_meaning
from rightsref.words import ENGLISH, speaking, tr
from rightsref.words.dates import date_words, moment_words, time_words

#: Wide enough to write on by hand.
_BLANK = "_" * 34


def to_say(deadlines: tuple[Deadline, ...], release: datetime, now: datetime) -> tuple[str, ...]:
    """What to say to the jail, aloud or in writing, at a moment: first the law of the place, then whose time is over."""
    if deadlines[0].rule == "decision":
        return _to_say_to_ice(deadlines[0], release, now)
    illinois, form, regulation = deadlines
    said = []
    if release > now:
        said.append(
            tr("Release is due at {when}. Please tell me on what paper and what law you would hold this person longer.")
        )
    else:
        said.append(
            tr("Release was due at {when}. On what paper and what law do you hold this person? May I have a copy?")
        )
    if illinois.hours == 0:
        said.append(
            tr(
                "Section 15(a) of the TRUST Act, 5 ILCS 805, does not let you hold anyone on a detainer or an ICE warrant alone."
            )
        )
    if illinois.authority == BAIL:
        said.append(
            tr(
                "If a federal judge has ordered release, an ICE detainer gives you no ground to hold: United States v. "
                "Valdez-Hurtado, 638 F. Supp. 3d 879 (N.D. Ill. 2022). We will go back to that judge today."
            )
        )
    for deadline, words in (
        (form, tr("The detainer itself asks for 48 hours at most. They ran out at {end}.")),
        (
            regulation,
            tr("The federal regulation’s 48 hours ran out as well, at {end}, with no weekend and no holiday counted."),
        ),
    ):
        if deadline.surely_over is not None and deadline.surely_over < now:
            said.append(words.replace("{end}", moment_words(deadline.surely_over)))
    if regulation.surely_over is not None and regulation.surely_over < now:
        said.append(tr("No paper of ICE’s that we know covers this hold any more. Let this person go now."))
    return tuple(words.replace("{when}", moment_words(release)) for words in said)


def _to_say_to_ice(decision: Deadline, arrest: datetime, now: datetime) -> tuple[str, ...]:
    """What the family or the lawyer may say to ICE after its own arrest."""
    said = [
        tr(
            "ICE made this arrest at {when}. What has ICE decided on custody and on charges? Please give the lawyer a copy."
        )
    ]
    if decision.at is not None and decision.at < now:
        said.append(tr("Under 8 CFR 287.3(d) that decision was due within 48 hours, by {end}."))
    end = moment_words(decision.at) if decision.at is not None else ""
    return tuple(words.replace("{when}", moment_words(arrest)).replace("{end}", end) for words in said)


def to_say_with_meaning(
    deadlines: tuple[Deadline, ...], release: datetime, now: datetime
) -> tuple[tuple[str, str], ...]:
    """What to say to the jail, in English since that is what it hears, and what each means in the language in use; empty in English."""
    with speaking(ENGLISH):
        said = to_say(deadlines, release, now)
    meant = to_say(deadlines, release, now)
    return with_meaning(said, meant)


def jail_letter(deadlines: tuple[Deadline, ...], release: datetime, now: datetime) -> str:
    """The letter as plain text, in paragraphs and in English.

    Args:
        deadlines: from `clock.clock`.
        release: when it was due.
        now: when it is written; it is told in the zone of the jail.
    """
    local = now.astimezone(release.tzinfo)
    with speaking(ENGLISH):
        written = f"{date_words(local.date().isoformat())}, {time_words(local)}"
        said = to_say(deadlines, release, now)
    head = [
        f"To the officer in charge, {_BLANK}",
        f"Sent by (fax, mail or by hand): {_BLANK}",
        written,
        f"About: {_BLANK}\nBooking number: {_BLANK}\nBorn on: {_BLANK}",
    ]
    closing = [
        "Please answer in writing, and keep this letter with the person’s file.",
        f"Name: {_BLANK}\nTelephone: {_BLANK}\nSigned: {_BLANK}",
    ]
    return "\n\n".join((*head, *said, *closing)) + "\n"
