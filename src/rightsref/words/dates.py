"""Days and times in words, from our own tables: the names of `strftime` follow the system's locale, and many have no am and pm."""

from __future__ import annotations

from datetime import date, datetime

from rightsref.words import tr

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
#: From Monday on, as `date.weekday` counts.
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SHORT_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def date_words(iso: str) -> str:
    """An ISO date as it is written out: 22 November 2026; anything else unchanged."""
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{day.day} {tr(MONTHS[day.month - 1])} {day.year}"


def day_words(day: date) -> str:
    """A day as it is said: Tuesday 10 March 2026."""
    return f"{tr(DAYS[day.weekday()])} {day.day} {tr(MONTHS[day.month - 1])} {day.year}"


def short_day(day: date) -> str:
    """A day of the week in three letters."""
    return tr(SHORT_DAYS[day.weekday()])


def time_words(moment: datetime) -> str:
    """A time of day: 4:00 pm; 12:05 am."""
    half = tr("am") if moment.hour < 12 else tr("pm")
    return f"{moment.hour % 12 or 12}:{moment.minute:02} {half}"


def moment_words(moment: datetime) -> str:
    """A moment as it is said: 4:00 pm on Tuesday 10 March 2026."""
    return tr("{time} on {day}").format(time=time_words(moment), day=day_words(moment))
