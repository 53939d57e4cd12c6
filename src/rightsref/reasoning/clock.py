"""The detainer clock: when release was due in, deadlines out. Three rules that are not the same, and a fourth told apart.

Sources of the rules:
    5 ILCS 805/15(a), from 28 August 2017   no time at all on a detainer alone, in Illinois
    Form I-247A (2 April 2017)              48 hours, nothing left out
    8 CFR 287.7(d)                          48 hours that leave out Saturdays, Sundays and federal holidays
    8 CFR 287.3(d)                          ICE's own custody decision, 48 hours after ICE's arrest: another clock
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from rightsref.errors import UsageError
from rightsref.words import tr
from rightsref.words.dates import moment_words

CHICAGO = "America/Chicago"
TRUST_ACT = date(2017, 8, 28)
FORM_I_247A = date(2017, 4, 2)
#: The regulation's present form of words; earlier days are told as unknown.
EARLIEST, LATEST = date(1997, 4, 1), date(2100, 1, 1)
HOURS = 48
#: Names of the rules.
RULES = {"illinois": "Illinois law", "form": "The form’s 48 hours", "regulation": "The regulation’s 48 hours"}


class Deadline(NamedTuple):
    """One rule's answer.

    Attributes:
        rule: `illinois`, `form` or `regulation`.
        at: the last moment, with its zone; None where the rule sets none for that day and place.
        hours: hours that the rule gives; None where it sets none.
        authority: canonical citation.
        note: what it means, in one or two sentences.
    """

    rule: str
    at: datetime | None
    hours: int | None
    authority: str
    note: str


def read_moment(text: str, zone: str = CHICAGO) -> datetime:
    """A local date and time as typed -> a moment.

    Args:
        text: `2026-03-06 16:00`, `2026-03-06T16:00`, or with an offset, `2026-11-01T01:30-05:00`.
        zone: IANA name of the place's time zone, for a time without an offset.

    Raises:
        UsageError: it is no date and time, lies out of range, or is a local time that the change of clocks makes
            ambiguous or impossible; the message says what to write instead.
    """
    try:
        read = datetime.fromisoformat(text.strip())
    except ValueError:
        raise UsageError(f"“{text[:40]}” is not a date and time; write it as 2026-03-06 16:00.") from None
    if len(text.strip()) <= len("2026-03-06"):
        raise UsageError(f"“{text[:40]}” has no time of day; write it as {text.strip()} 16:00.")
    place = _zone(zone)
    _in_range(read.date())  # before it is moved: the ends of the calendar cannot be
    if read.tzinfo is not None:
        moved = read.astimezone(place)
        _in_range(moved.date())
        return moved
    return _unambiguous(read, place)


def _in_range(day: date) -> None:
    if not EARLIEST <= day < LATEST:
        raise UsageError(f"{day} is out of range; give a day from {EARLIEST} to {LATEST - timedelta(days=1)}.")


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise UsageError(
            f"There is no time zone “{name[:40]}”; write it as America/Chicago or America/New_York."
        ) from None


def _unambiguous(local: datetime, place: ZoneInfo) -> datetime:
    first, second = local.replace(tzinfo=place, fold=0), local.replace(tzinfo=place, fold=1)
    if first.utcoffset() == second.utcoffset():
        return first
    there_and_back = first.astimezone(UTC).astimezone(place).replace(tzinfo=None)
    if there_and_back != local:
        after = (local + timedelta(hours=1)).strftime("%H:%M")
        raise UsageError(
            f"The clocks skipped {local:%H:%M} on {local.date()}; if the jail’s clock was not set forward, write {after}."
        )
    offsets = [
        f"{local.isoformat(timespec='minutes')}{moment.strftime('%z')[:3]}:{moment.strftime('%z')[3:]}"
        for moment in (first, second)
    ]
    raise UsageError(
        f"{local:%H:%M} came twice on {local.date()}; write {offsets[0]} for the first or {offsets[1]} for the second."
    )


@cache
def _federal_holidays(year: int) -> frozenset[date]:
    """Federal holidays of a year, with the days on which they are observed."""
    import holidays

    return frozenset(holidays.country_holidays("US", years=year, observed=True, categories=("public",)))


def counts(day: date) -> bool:
    """Whether the regulation's hours run on a day: no Saturday, no Sunday, no federal holiday."""
    return day.weekday() < 5 and day not in _federal_holidays(day.year)


def plain_hours(release: datetime) -> datetime:
    """48 hours later, as they pass; a change of clocks in between moves the hand, not the hours."""
    return (release.astimezone(UTC) + timedelta(hours=HOURS)).astimezone(release.tzinfo)


def counted_hours(release: datetime) -> datetime:
    """The moment at which 48 hours have run on days that count."""
    left, at = timedelta(hours=HOURS), release
    while True:
        midnight = datetime.combine(at.date() + timedelta(days=1), time(), tzinfo=release.tzinfo)
        if counts(at.date()):
            room = midnight.astimezone(UTC) - at.astimezone(UTC)
            if left <= room:
                return (at.astimezone(UTC) + left).astimezone(release.tzinfo)
            left -= room
        at = midnight


def clock(release: datetime, *, in_illinois: bool = True) -> tuple[Deadline, ...]:
    """What each rule gives for a release that was due at a moment.

    Args:
        release: with its zone, from `read_moment`.
        in_illinois: whether the jail is in Illinois.
    """
    return (_illinois(release, in_illinois=in_illinois), _form(release), _regulation(release))


def _illinois(release: datetime, *, in_illinois: bool) -> Deadline:
    if not in_illinois:
        note = "Illinois law does not reach a jail in another state. That state’s own law decides; ask a lawyer there."
        return Deadline("illinois", None, None, "5 ILCS 805/15(a)", note)
    if release.date() < TRUST_ACT:
        note = "The TRUST Act did not stand yet; it took effect on 28 August 2017. County or city law may have barred the hold."
        return Deadline("illinois", None, None, "5 ILCS 805/15(a)@2017-08-28", note)
    authority = "5 ILCS 805/15(a)" if release.date() >= date(2021, 8, 2) else "5 ILCS 805/15(a)@2017-08-28"
    note = (
        "No time at all: an Illinois jail may not hold anyone on a detainer or an ICE warrant alone, not for an hour."
    )
    return Deadline("illinois", release, 0, authority, note)


def _form(release: datetime) -> Deadline:
    if release.date() < FORM_I_247A:
        note = "Form I-247A was not in use before 2 April 2017. Look at the form that was served."
        return Deadline("form", None, None, "form:I-247A", note)
    note = "The form asks for 48 hours at most and leaves out no weekend and no holiday. A request cannot outrun its own words."
    return Deadline("form", plain_hours(release), HOURS, "form:I-247A", note)


def _regulation(release: datetime) -> Deadline:
    note = (
        "The regulation leaves out Saturdays, Sundays and federal holidays. It counts from the end of the criminal case’s "
        "hold, not from booking. It is not ICE’s own 48-hour decision after an arrest by ICE (8 CFR 287.3(d))."
    )
    return Deadline("regulation", counted_hours(release), HOURS, "8 CFR 287.7(d)", note)


def left_out(deadline: Deadline, release: datetime) -> tuple[date, ...]:
    """The days that the regulation's hours leap over; none for a rule that leaves out no day."""
    if deadline.rule != "regulation" or deadline.at is None:
        return ()
    days = (release.date() + timedelta(days=n) for n in range((deadline.at.date() - release.date()).days + 1))
    return tuple(day for day in days if not counts(day))


def to_say(deadlines: tuple[Deadline, ...], release: datetime, now: datetime) -> tuple[str, ...]:
    """What to say to the jail, aloud or in writing, at a moment: first the law of the place, then whose time is over."""
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
    for deadline, words in (
        (form, tr("The detainer itself asks for 48 hours at most. They ran out at {end}.")),
        (
            regulation,
            tr("The federal regulation’s 48 hours ran out as well, at {end}, with no weekend and no holiday counted."),
        ),
    ):
        if deadline.at is not None and deadline.at < now:
            said.append(words.replace("{end}", moment_words(deadline.at)))
    if regulation.at is not None and regulation.at < now:
        said.append(tr("No paper of ICE’s that we know covers this hold any more. Let this person go now."))
    return tuple(words.replace("{when}", moment_words(release)) for words in said)


def lasted(span: timedelta) -> str:
    """A length of time as it is said: 29 hours and 40 minutes; days once there are more than three."""
    minutes = int(span.total_seconds() // 60)
    days, hours, rest = minutes // 1_440, minutes // 60 % 24, minutes % 60
    if days <= 3:
        return _two((minutes // 60, tr("hour"), tr("hours")), (rest, tr("minute"), tr("minutes")))
    return _two((days, tr("day"), tr("days")), (hours, tr("hour"), tr("hours")))


def _two(*parts: tuple[int, str, str]) -> str:
    said = [f"{count} {one if count == 1 else many}" for count, one, many in parts if count]
    return f" {tr('and')} ".join(said) or f"0 {parts[-1][2]}"


def answer(deadline: Deadline, now: datetime) -> str:
    """A rule's answer in a few words: when its time runs out, or has."""
    if deadline.at is None:
        return tr("sets no time here")
    if deadline.hours == 0:
        return tr("no time at all")
    over = tr("has run out") if deadline.at < now else tr("runs out")
    return f"{over} {tr('at')} {moment_words(deadline.at)}"
