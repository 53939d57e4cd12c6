"""Days and moments as people write them, in English and Spanish: `11/5/2019`, `Nov 5`, `last Friday`, `ayer`, `March 6 2026 4:00 pm`.

What can be meant in one way only, or by a habit of Chicago's (the month before the day), is understood; anything else is refused
in one sentence. Whoever asks shows what was understood in words, with `dates.day_words` or `dates.moment_words`.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, time, timedelta

from rightsref.errors import UsageError
from rightsref.words import tr
from rightsref.words.dates import DAYS, day_words
from rightsref.words.spoken_days import (
    AGO,
    AWAY,
    COUNTS,
    HALVES,
    LAST,
    MONTH_NUMBERS,
    NEXT,
    NIGHTS,
    NOW,
    SKIPPED,
    WEEKDAYS,
)

#: Longer texts are no date.
LONGEST = 60
_ISO = re.compile(r"(\d{4})[-/.]?(\d\d)[-/.]?(\d\d)")
_NUMBERS = re.compile(r"(\d{1,2})[-/.](\d{1,2})(?:[-/.](\d{4}|\d\d))?")
_TIME = re.compile(
    r"(?:\b(?:at|a las|a la|@)\s*)?(?<!:)\b(\d{1,2})(?:[:.](\d\d))?(?::[0-5]\d)?(?:\s*([apn])m|([ap]))\b"
)
_HOUR = re.compile(r"\b(?:at|a las|a la|@)\s*(\d{1,2})(?::(\d\d))?\b(?!:)|(?<!:)\b(\d{1,2}):(\d\d)(?::[0-5]\d)?\b(?!:)")
#: Between these hours a clock without *am* or *pm* is taken for the waking day: 4 is the afternoon, 8 the morning.
_MORNING_FROM = 7
#: At night the hours from here on are those before midnight.
_EVENING_FROM = 6
_MIDNIGHT = "Midnight belongs to two days; write 12:00 am for the start of the day or 11:59 pm for its end."


def understand_day(text: str, today: date, *, near: bool = False) -> date:
    """A day as it was typed.

    Args:
        text: the day, in English or Spanish.
        today: the reader's own day, from which *yesterday* counts.
        near: where no year is given, take the nearest such day, ahead or past; else the last one.

    Raises:
        UsageError: it is no day, or no one day; the message says so in one sentence.
    """
    try:
        return date.fromisoformat(text.strip())  # ISO has weeks too
    except ValueError:
        words = _plain(text)
    if words in NOW:
        return today
    found = _day_of(words, today, near=near)
    if found is None:
        raise UsageError(
            tr("“{text}” is not a day that we can read; write it as 11/5/2019, Nov 5 or yesterday.").format(
                text=_shown(text)
            )
        )
    return found


def understand_moment(text: str, now: datetime) -> datetime:
    """A day with a time of day as it was typed; a time alone is one of today.

    Args:
        text: the day and the time, in English or Spanish, in any order.
        now: the local time at the place that is meant, without a zone.

    Raises:
        UsageError: there is no day or no time of day in it; the message says so in one sentence.
    """
    words = _plain(text)
    if words in NOW:
        return now.replace(second=0, microsecond=0)
    at, rest = _time_of(words)
    day = _day_of(rest, now.date(), near=True) if rest else now.date() if at else None
    if day is None:
        message = tr("“{text}” is not a date and time that we can read; write it as Friday 4 pm or 11/5/2019 4:00 pm.")
        raise UsageError(message.format(text=_shown(text)))
    if at is None:
        raise UsageError(
            tr("“{text}” has no time of day; add one, such as {text} 4 pm.").format(text=_shown(text.strip()))
        )
    if rest in NIGHTS and at.hour < _EVENING_FROM:
        day += timedelta(days=1)  # one in the morning of *last night* is today's
    return datetime.combine(day, at)


def _plain(text: str) -> str:
    """Small letters without accents, commas, ordinals and words that say nothing; empty for what is too long."""
    if len(text) > LONGEST:
        return ""
    folded = "".join(
        c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c) and c.isprintable()
    )
    folded = re.sub(r"[\u2010-\u2015\u2212]", "-", folded)
    folded = re.sub(r"\b([ap])\.?\s?m\b\.?", r"\1m", folded)
    folded = re.sub(r"(?<=\d)(?:st|nd|rd|th|ro|er)\b", "", folded)
    folded = re.sub(r"(?<=[a-z])\.|,", " ", folded)
    for words, half in HALVES.items():
        folded = re.sub(rf"\b{words}\b", half, folded)
    return " ".join(folded.split())


def _shown(text: str) -> str:
    """What was typed, short and on one line."""
    return " ".join("".join(c if c.isprintable() else " " for c in text[:40]).split())


# -- the time of day -----------------------------------------------------------------------------------------


def _time_of(words: str) -> tuple[time | None, str]:
    """The time of day in some words, and the words without it."""
    words = re.sub(r"\b(?:at |al? )?(?:noon|mediodia)\b", "12 pm", words)
    if "midnight" in words or "medianoche" in words:
        raise UsageError(tr(_MIDNIGHT))
    found = _TIME.search(words)
    if found:
        return _clock(int(found[1]), int(found[2] or 0), found[3] or found[4]), _without(words, found)
    found = _HOUR.search(words)
    if found is None:
        return None, words
    written = found[1] or found[3]
    hour, minute, rest = int(written), int(found[2] or found[4] or 0), _without(words, found)
    if rest in NIGHTS and 0 < hour <= 12:
        return _clock(hour, minute, "n"), rest
    if len(written) == 1 and 0 < hour < _MORNING_FROM and not _ISO.search(rest):
        hour += 12
    return _clock(hour, minute, ""), rest


def _without(words: str, found: re.Match[str]) -> str:
    """The words before and after a match; a leading or trailing joint goes with it."""
    rest = f"{words[: found.start()]} {words[found.end() :]}".strip()
    return " ".join(re.sub(r"^(?:on|el|en)\b|\b(?:at|a las|a la|@)$", "", rest).split())


def _clock(hour: int, minute: int, half: str) -> time:
    """A time of day from its numbers; `half` is a for am, p for pm, n for the night, empty for 24 hours.

    Raises:
        UsageError: there is no such time, or the night has it twice.
    """
    if hour > (12 if half else 23) or minute > 59 or (half and not hour):
        raise UsageError(tr("There is no time of day {time}.").format(time=f"{hour}:{minute:02}"))
    if half == "n" and (hour == 12 or hour < _EVENING_FROM):
        raise UsageError(tr(_MIDNIGHT if hour == 12 else "Write am or pm after the time; at night it can be either."))
    if half:
        hour = hour % 12 + (0 if half == "a" else 12)
    return time(hour, minute)


# -- the day -------------------------------------------------------------------------------------------------


def _day_of(words: str, today: date, *, near: bool) -> date | None:
    """The day in some words; None if they hold none."""
    if words in AWAY:
        return today + timedelta(days=AWAY[words])
    if found := _ISO.fullmatch(words):
        return _made(int(found[1]), int(found[2]), int(found[3]))
    if found := _NUMBERS.fullmatch(words):
        return _numbered(int(found[1]), int(found[2]), found[3], today, near=near)
    tokens = [token for token in words.split() if token not in SKIPPED]
    weekdays = [token for token in tokens if token in WEEKDAYS]
    if len(weekdays) == 1 and len(tokens) > 1 and not set(tokens) & (LAST | NEXT):
        return _held_against(weekdays[0], _day_of(" ".join(t for t in tokens if t not in WEEKDAYS), today, near=near))
    return _ago(tokens, today) or _weekday(tokens, today) or _named_month(tokens, today, near=near)


def _numbered(first: int, second: int, year: str | None, today: date, *, near: bool) -> date | None:
    """Month and day in numbers: the month first, as in Chicago, unless that can be no month."""
    month, day = (first, second) if first <= 12 else (second, first)
    return _made(_century(year, today), month, day) if year else _yearless(month, day, today, near=near)


def _named_month(tokens: list[str], today: date, *, near: bool) -> date | None:
    """A month by its name with a day, before or after it, and perhaps a year."""
    months = [MONTH_NUMBERS[token] for token in tokens if token in MONTH_NUMBERS]
    numbers = [token for token in tokens if re.fullmatch(r"\d{1,4}", token)]
    if len(months) != 1 or len(months) + len(numbers) != len(tokens) or not 1 <= len(numbers) <= 2:
        return None
    if len(numbers[0]) > 2:
        return None
    if len(numbers) == 2:
        return _made(_century(numbers[1], today), months[0], int(numbers[0])) if len(numbers[1]) in {2, 4} else None
    return _yearless(months[0], int(numbers[0]), today, near=near)


def _ago(tokens: list[str], today: date) -> date | None:
    """*Two days ago*, *hace una semana*."""
    kept = [token for token in tokens if token not in {"ago", "hace"}]
    if len(kept) != 2 or len(kept) == len(tokens) or kept[1] not in AGO:
        return None
    count = COUNTS.get(kept[0]) or (int(kept[0]) if re.fullmatch(r"\d{1,3}", kept[0]) else None)
    if count is None:
        return None
    unit = AGO[kept[1]]
    if unit != "month":
        return _shifted(today, count * {"day": 1, "week": 7, "year": 0}[unit], years=count if unit == "year" else 0)
    month = today.year * 12 + today.month - 1 - count
    last = (date(month // 12 + month % 12 // 11, (month + 1) % 12 + 1, 1) - timedelta(days=1)).day
    return date(month // 12, month % 12 + 1, min(today.day, last))


def _shifted(today: date, days: int, *, years: int) -> date | None:
    """A day that lies some days and years back."""
    if years >= today.year - 1:
        return None
    leap = (today.month, today.day) == (2, 29)
    return today.replace(year=today.year - years, day=28 if leap and years else today.day) - timedelta(days=days)


def _weekday(tokens: list[str], today: date) -> date | None:
    """A day of the week: today or the last one; with *last* not today, with *next* the coming one."""
    names = [token for token in tokens if token in WEEKDAYS]
    rest = {token for token in tokens if token not in WEEKDAYS}
    if len(names) != 1 or len(rest) != len(tokens) - 1 or len(rest) > 1 or not rest <= LAST | NEXT:
        return None
    back = (today.weekday() - WEEKDAYS[names[0]]) % 7
    if rest & NEXT:
        return today + timedelta(days=7 - back)
    return today - timedelta(days=back or (7 if rest else 0))


def _held_against(weekday: str, day: date | None) -> date | None:
    """A day that was written with its day of the week.

    Raises:
        UsageError: the two do not agree.
    """
    if day is not None and day.weekday() != WEEKDAYS[weekday]:
        message = tr("{day} is no {weekday}; write the one or the other.")
        raise UsageError(message.format(day=day_words(day), weekday=tr(DAYS[WEEKDAYS[weekday]])))
    return day


def _yearless(month: int, day: int, today: date, *, near: bool) -> date | None:
    """A day without its year: the last one, or the nearest."""
    years = range(today.year + 1, max(0, today.year - 9), -1)  # the 29th of February may be eight years away
    days = [made for year in years if (made := _possible(year, month, day))]
    if near and days:
        return min(days, key=lambda made: abs(made - today))
    past = [made for made in days if made <= today]
    return past[0] if past else _made(today.year, month, day)


def _century(year: str, today: date) -> int:
    """A year in four digits or two; two mean the past hundred years."""
    if len(year) == 4:
        return int(year)
    full = today.year // 100 * 100 + int(year)
    return full if full <= today.year + 1 else full - 100


def _possible(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _made(year: int, month: int, day: int) -> date:
    """A day from its numbers.

    Raises:
        UsageError: the calendar has no such day.
    """
    made = _possible(year, month, day)
    if made is None:
        raise UsageError(tr("The calendar has no day {month}/{day}/{year}.").format(month=month, day=day, year=year))
    return made
