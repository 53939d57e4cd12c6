"""Days and times in words, from our own tables: the names of `strftime` follow the system's locale, and many have no am and pm."""

from __future__ import annotations

from datetime import date, datetime

from rightsref.model.kinds import ORIGINAL
from rightsref.words import language, tr

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
#: From Monday on, as `date.weekday` counts.
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SHORT_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def date_words(iso: str) -> str:
    """An ISO date as it is written out: November 22, 2026; anything else unchanged."""
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return iso
    return _written(day, tr("{month} {day}, {year}"))


def short_date(iso: str) -> str:
    """An ISO date where there is little room: 11/22/2026, in Spanish 22 nov 2026, since there 11/6 is June; anything else unchanged."""
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return iso
    return _written(day, tr("{short}/{day}/{year}"))


def day_words(day: date) -> str:
    """A day as it is said: Tuesday, March 10, 2026."""
    return _written(day, tr("{weekday}, {month} {day}, {year}"))


def event_day(iso: str, precision: str) -> str:
    """A date as far as it is known (`day`, `month` or `year`): November 22, 2026; November 2026; 2026."""
    if precision == "day":
        return date_words(iso)
    day = date.fromisoformat(iso)
    return str(day.year) if precision == "year" else _written(day, tr("{month} {year}"))


def _written(day: date, order: str) -> str:
    """A day in its parts; their order is a string of ours like any other, so that Spanish has *10 de marzo de 2026*."""
    month = tr(MONTHS[day.month - 1])
    short = str(day.month) if language() == ORIGINAL else month[:3]
    return order.format(weekday=tr(DAYS[day.weekday()]), month=month, short=short, day=day.day, year=day.year)


def short_day(day: date) -> str:
    """A day of the week in three letters."""
    return tr(SHORT_DAYS[day.weekday()])


def time_words(moment: datetime) -> str:
    """A time of day: 4:00 pm; 12:05 am."""
    half = tr("am") if moment.hour < 12 else tr("pm")
    return f"{moment.hour % 12 or 12}:{moment.minute:02} {half}"


def moment_words(moment: datetime) -> str:
    """A moment as it is said: 4:00 pm on Tuesday, March 10, 2026."""
    return tr("{time} on {day}").format(time=time_words(moment), day=day_words(moment))
