"""The detainer clock: when release was due in, deadlines out. Three rules that are not the same, and a fourth told apart.

Sources of the rules:
    5 ILCS 805/15(a), from August 28, 2017   no time at all on a detainer alone, in Illinois
    Form I-247A (April 2, 2017)              48 hours, nothing left out
    8 CFR 287.7(d)                          48 hours that leave out Saturdays, Sundays and federal holidays
    8 CFR 287.3(d)                          ICE's own custody decision, 48 hours after ICE's arrest: another clock
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from rightsref.errors import UsageError
from rightsref.reasoning.holders import CHICAGO, Law
from rightsref.words import tr
from rightsref.words.dates import day_words, moment_words
from rightsref.words.when import understand_moment

TRUST_ACT = date(2017, 8, 28)
FORM_I_247A = date(2017, 4, 2)
#: The regulation's present form of words; earlier days are told as unknown.
EARLIEST, LATEST = date(1997, 4, 1), date(2100, 1, 1)
HOURS = 48
#: The law of release by a federal judge.
BAIL = "18 USC 3142(a)"
#: Names of the rules.
RULES = {
    "illinois": "Illinois law",
    "form": "The form’s 48 hours",
    "regulation": "The regulation’s 48 hours",
    "decision": "ICE’s own 48 hours",
}


class Deadline(NamedTuple):
    """One rule's answer.

    Attributes:
        rule: `illinois`, `form` or `regulation`; after ICE’s own arrest `decision` alone.
        at: the last moment, with its zone; None where the rule sets none for that day and place.
        hours: hours that the rule gives; None where it sets none.
        authority: canonical citation.
        note: what it means, in one or two sentences.
        or_at: a later moment, where it is not settled which of the two it is; the note says why.
    """

    rule: str
    at: datetime | None
    hours: int | None
    authority: str
    note: str
    or_at: datetime | None = None

    @property
    def surely_over(self) -> datetime | None:
        """The moment from which its time has run out on every reading."""
        return self.or_at or self.at


#: No place keeps a time further from that of Greenwich.
_FARTHEST = timedelta(hours=14)


def read_moment(text: str, zone: str = CHICAGO, now: datetime | None = None) -> datetime:
    """A local date and time as typed -> a moment.

    Args:
        text: as people write it, `Friday 4 pm`, `11/27/2026 4:00 pm`, `ayer a las 4`; `2026-03-06 16:00`; or with an
            offset, `2026-11-01T01:30-05:00`.
        zone: IANA name of the place's time zone, for a time without an offset.
        now: the present moment, from which *yesterday* counts; None asks the machine's clock.

    Raises:
        UsageError: it is no date and time, lies out of range, or is a local time that the change of clocks makes
            ambiguous or impossible; the message says what to write instead.
    """
    place = _zone(zone)
    if len(text.strip()) <= len("2026-03-06"):  # fromisoformat would put the start of the day to a bare day
        read = None
    else:
        try:
            read = datetime.fromisoformat(text.strip())
        except ValueError:
            read = None
    if read is None:
        read = understand_moment(text, (now or datetime.now(UTC)).astimezone(place).replace(tzinfo=None))
    _in_range(read.date())  # before it is moved: the ends of the calendar cannot be
    if read.tzinfo is not None:
        if abs(read.utcoffset() or timedelta()) > _FARTHEST:
            raise UsageError(
                tr("No clock on earth is further from UTC than 14 hours; mend the offset in “{text}”.").format(
                    text=text.strip()[:40]
                )
            )
        moved = read.astimezone(place)
        _in_range(moved.date())
        return moved
    return _unambiguous(read, place)


def _in_range(day: date) -> None:
    if not EARLIEST <= day < LATEST:
        raise UsageError(
            tr("{day} is out of range; give a day from {first} to {last}.").format(
                day=day, first=EARLIEST, last=LATEST - timedelta(days=1)
            )
        )


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise UsageError(
            tr("There is no time zone “{name}”; write it as America/Chicago or America/New_York.").format(
                name=name[:40]
            )
        ) from None


def _unambiguous(local: datetime, place: ZoneInfo) -> datetime:
    first, second = local.replace(tzinfo=place, fold=0), local.replace(tzinfo=place, fold=1)
    if first.utcoffset() == second.utcoffset():
        return first
    there_and_back = first.astimezone(UTC).astimezone(place).replace(tzinfo=None)
    if there_and_back != local:
        after = (local + timedelta(hours=1)).strftime("%H:%M")
        raise UsageError(
            tr("The clocks skipped {time} on {day}; if the jail’s clock was not set forward, write {after}.").format(
                time=f"{local:%H:%M}", day=local.date(), after=after
            )
        )
    offsets = [
        f"{local.isoformat(timespec='minutes')}{moment.strftime('%z')[:3]}:{moment.strftime('%z')[3:]}"
        for moment in (first, second)
    ]
    raise UsageError(
        tr("{time} came twice on {day}; write {first} for the first or {second} for the second.").format(
            time=f"{local:%H:%M}", day=local.date(), first=offsets[0], second=offsets[1]
        )
    )


@cache
def _federal_holidays(year: int) -> frozenset[date]:
    """Federal holidays of a year, with the days on which they are observed."""
    import holidays

    return frozenset(holidays.country_holidays("US", years=year, observed=True, categories=("public",)))


@cache
def _closed_by_order(year: int) -> frozenset[date]:
    """Days of a year on which the President closed federal offices, and which no law makes a holiday."""
    import holidays

    return frozenset(holidays.country_holidays("US", years=year, categories=("government",))) - _federal_holidays(year)


def counts(day: date, *, orders: bool = False) -> bool:
    """Whether the regulation's hours run on a day: no Saturday, no Sunday, no federal holiday; with `orders`, none closed by order."""
    return (
        day.weekday() < 5
        and day not in _federal_holidays(day.year)
        and not (orders and day in _closed_by_order(day.year))
    )


def plain_hours(release: datetime) -> datetime:
    """48 hours later, as they pass; a change of clocks in between moves the hand, not the hours."""
    return (release.astimezone(UTC) + timedelta(hours=HOURS)).astimezone(release.tzinfo)


def counted_hours(release: datetime, *, orders: bool = False) -> datetime:
    """The moment at which 48 hours have run on days that count; with `orders`, days closed by order do not."""
    left, at = timedelta(hours=HOURS), release
    while True:
        midnight = datetime.combine(at.date() + timedelta(days=1), time(), tzinfo=release.tzinfo)
        if counts(at.date(), orders=orders):
            room = midnight.astimezone(UTC) - at.astimezone(UTC)
            if left <= room:
                return (at.astimezone(UTC) + left).astimezone(release.tzinfo)
            left -= room
        at = midnight


def clock(release: datetime, law: Law = Law.ILLINOIS) -> tuple[Deadline, ...]:
    """What each rule gives for a release that was due at a moment, or an arrest that ICE made then.

    Args:
        release: with its zone, from `read_moment`.
        law: whose law binds the holder.
    """
    if law == Law.ICE:
        return (_decision(release),)
    return (_illinois(release, law), _form(release), _regulation(release))


def _illinois(release: datetime, law: Law) -> Deadline:
    if law == Law.FEDERAL:
        note = tr(
            "Illinois law does not bind a federal jail or the U.S. Marshals. Federal bail law decides: if a federal judge has ordered release, go back to that judge today, through the federal defender."
        )
        return Deadline("illinois", None, None, BAIL, note)
    if law == Law.OTHER:
        note = tr(
            "Illinois law does not reach a jail in another state. That state’s own law decides; ask a lawyer there."
        )
        return Deadline("illinois", None, None, "5 ILCS 805/15(a)", note)
    if release.date() < TRUST_ACT:
        note = tr(
            "The TRUST Act did not stand yet; it took effect on August 28, 2017. County or city law may have barred the hold."
        )
        return Deadline("illinois", None, None, "5 ILCS 805/15(a)@2017-08-28", note)
    authority = "5 ILCS 805/15(a)" if release.date() >= date(2021, 8, 2) else "5 ILCS 805/15(a)@2017-08-28"
    note = tr(
        "No time at all: an Illinois jail may not hold anyone on a detainer or an ICE warrant alone, not for an hour."
    )
    return Deadline("illinois", release, 0, authority, note)


def _form(release: datetime) -> Deadline:
    if release.date() < FORM_I_247A:
        note = tr("Form I-247A was not in use before April 2, 2017. Look at the form that was served.")
        return Deadline("form", None, None, "form:I-247A", note)
    note = tr(
        "The form asks for 48 hours at most and leaves out no weekend and no holiday. A request cannot outrun its own words."
    )
    return Deadline("form", plain_hours(release), HOURS, "form:I-247A", note)


def _regulation(release: datetime) -> Deadline:
    note = tr(
        "The regulation leaves out Saturdays, Sundays and federal holidays. It counts from the end of the criminal case’s hold, not from booking. It is not ICE’s own 48-hour decision after an arrest by ICE (8 CFR 287.3(d))."
    )
    end, later = counted_hours(release), counted_hours(release, orders=True)
    if end == later:
        return Deadline("regulation", end, HOURS, "8 CFR 287.7(d)", note)
    days = (release.date() + timedelta(days=n) for n in range((later.date() - release.date()).days + 1))
    closed = "; ".join(day_words(day) for day in days if counts(day) and not counts(day, orders=True))
    note += " " + tr(
        "The President closed federal offices by order on {closed}. If such a day counts is not settled, so there are two ends."
    ).format(closed=closed)
    return Deadline("regulation", end, HOURS, "8 CFR 287.7(d)", note, later)


def _decision(arrest: datetime) -> Deadline:
    note = tr(
        "After an arrest without a warrant ICE must decide within 48 hours if it keeps the person and what it charges. In an emergency it may take some more time, within reason. The rule does not order release."
    )
    return Deadline("decision", plain_hours(arrest), HOURS, "8 CFR 287.3(d)", note)


def left_out(deadline: Deadline, release: datetime) -> tuple[date, ...]:
    """The days that the regulation's hours leap over; none for a rule that leaves out no day."""
    if deadline.rule != "regulation" or deadline.at is None:
        return ()
    days = (release.date() + timedelta(days=n) for n in range((deadline.at.date() - release.date()).days + 1))
    return tuple(day for day in days if not counts(day))


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
    said = tr("{over} at {when}").format(over=over, when=moment_words(deadline.at))
    if deadline.or_at is not None:
        said += tr(", or at {end} if a day closed by order is left out").format(end=moment_words(deadline.or_at))
    return said
