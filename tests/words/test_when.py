"""Days and times as people write them: what is understood, and that all else is refused in one sentence."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from rightsref.errors import UsageError
from rightsref.words.dates import DAYS, MONTHS, date_words, day_words
from rightsref.words.spoken_days import AWAY, WEEKDAYS
from rightsref.words.when import understand_day, understand_moment

#: A Sunday.
NOW = datetime(2026, 11, 29, 15, 36)
TODAY = NOW.date()
DAYS_TYPED = {
    "11/5/2019": "2019-11-05", "11/5/19": "2019-11-05", "11-5-2019": "2019-11-05", "11/5": "2026-11-05", "12/25": "2025-12-25",
    "Nov 5": "2026-11-05", "Nov. 5, 2019": "2019-11-05", "nov 5 2019": "2019-11-05", "5 Nov 2019": "2019-11-05",
    "November 5th": "2026-11-05", "2019-11-05": "2019-11-05", "20191105": "2019-11-05", "2019/11/05": "2019-11-05",
    "13/5/2019": "2019-05-13", "5 ago 2019": "2019-08-05", "Feb 29": "2024-02-29",
    "today": "2026-11-29", "Yesterday ": "2026-11-28", "the day before yesterday": "2026-11-27", "tomorrow": "2026-11-30",
    "last Friday": "2026-11-27", "Friday": "2026-11-27", "on Fri": "2026-11-27", "Sunday": "2026-11-29", "last Sunday": "2026-11-22",
    "next friday": "2026-12-04", "Friday, Nov 27": "2026-11-27", "2 days ago": "2026-11-27", "two months ago": "2026-09-29",
    "a week ago": "2026-11-22", "3 years ago": "2023-11-29", "ayer": "2026-11-28", "anteayer": "2026-11-27", "hoy": "2026-11-29",
    "5 de noviembre": "2026-11-05", "el 5 de noviembre del 2019": "2019-11-05", "hace dos días": "2026-11-27",
    "hace una semana": "2026-11-22", "el viernes pasado": "2026-11-27", "miércoles": "2026-11-25", "12‐5‑2019": "2019-12-05",
}  # fmt: skip
MOMENTS_TYPED = {
    "Friday 4 pm": "2026-11-27 16:00", "4pm friday": "2026-11-27 16:00", "Friday at 4": "2026-11-27 16:00",
    "March 6 2026 4:00 pm": "2026-03-06 16:00", "March 6, 2026, 4:00 p.m.": "2026-03-06 16:00",
    "11/27/2026 4:00 pm": "2026-11-27 16:00", "2026-11-27 16:00": "2026-11-27 16:00", "2026-11-27 04:00": "2026-11-27 04:00",
    "hoy a las 4": "2026-11-29 16:00", "ayer a las 10 de la mañana": "2026-11-28 10:00", "Nov 5 a las 4 pm": "2026-11-05 16:00",
    "ayer a las 9 de la noche": "2026-11-28 21:00", "anoche a las 8": "2026-11-28 20:00", "last night at 1 am": "2026-11-29 01:00",
    "mañana a las 9 de la mañana": "2026-11-30 09:00", "el viernes a mediodía": "2026-11-27 12:00", "Friday noon": "2026-11-27 12:00",
    "4 pm": "2026-11-29 16:00", "16:30": "2026-11-29 16:30", "12 am friday": "2026-11-27 00:00", "now": "2026-11-29 15:36",
    "dec 1 4 pm": "2026-12-01 16:00", "Friday 9:30": "2026-11-27 09:30", "5.30 pm yesterday": "2026-11-28 17:30",
}  # fmt: skip
#: What could mean two things, or nothing, with a telling part of the sentence.
DAYS_REFUSED = {
    "2": "is not a day", "2019": "is not a day", "may": "is not a day", "Nov 2019": "is not a day", "a gun": "is not a day",
    "": "is not a day", "2/30/2019": "no day 2/30/2019", "13/13/2019": "no day 13/13/2019", "Friday Nov 5 2019": "is no Friday",
    "9" * 500: "is not a day", "\x00\udcff": "is not a day", "last week": "is not a day",
}  # fmt: skip
MOMENTS_REFUSED = {
    "Friday": "no time of day", "soon": "is not a date and time", "Friday midnight": "two days", "12 at night friday": "two days",
    "tonight at 2": "am or pm", "25:00": "no time of day 25:00", "13 pm": "no time of day 13:00", "4": "is not a date and time",
    "": "is not a date and time",
}  # fmt: skip


@pytest.mark.parametrize(("typed", "meant"), DAYS_TYPED.items())
def test_a_day_is_understood(typed, meant):
    assert understand_day(typed, TODAY).isoformat() == meant


@pytest.mark.parametrize(("typed", "meant"), MOMENTS_TYPED.items())
def test_a_moment_is_understood(typed, meant):
    assert understand_moment(typed, NOW).isoformat(" ", "minutes") == meant


@pytest.mark.parametrize(("typed", "said"), DAYS_REFUSED.items())
def test_what_is_no_one_day_is_refused(typed, said):
    with pytest.raises(UsageError, match=said):
        understand_day(typed, TODAY)


@pytest.mark.parametrize(("typed", "said"), MOMENTS_REFUSED.items())
def test_what_is_no_one_moment_is_refused(typed, said):
    with pytest.raises(UsageError, match=said):
        understand_moment(typed, NOW)


_WORDS = st.sampled_from(
    [*AWAY, *WEEKDAYS, *map(str.lower, MONTHS), "last", "next", "pasado", "hace", "ago", "days", "am", "pm", "at", "a las", "de",
     "1", "4", "29", "31", "2019", "9999", "0", "12:30", "2/30", "11/5", "noon", "midnight", "de la noche", "-", "."]
)  # fmt: skip
TEXTS = st.text(st.characters(exclude_categories=()), max_size=80) | st.lists(_WORDS, max_size=6).map(" ".join)


@given(TEXTS, st.dates(date(1990, 1, 1), date(2100, 1, 1)))
@example("hace 999 meses", date(2024, 2, 29))
@example("999 years ago", date(2024, 2, 29))
def test_any_text_is_a_day_or_one_sentence(text, today):
    try:
        assert isinstance(understand_day(text, today), date)
    except UsageError as error:
        assert str(error).endswith(".")
        assert str(error).isprintable()


@given(TEXTS, st.datetimes(datetime(1997, 4, 1), datetime(2099, 12, 31)))
def test_any_text_is_a_moment_or_one_sentence(text, now):
    try:
        assert isinstance(understand_moment(text, now), datetime)
    except UsageError as error:
        assert str(error).endswith(".")
        assert str(error).isprintable()


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_every_day_that_we_write_is_read_back(day):
    for written in (date_words(day.isoformat()), day_words(day), f"{day.month}/{day.day}/{day.year}", day.isoformat()):
        assert understand_day(written, TODAY) == day


@given(st.sampled_from(DAYS), st.dates(date(1990, 1, 1), date(2100, 1, 1)))
def test_a_weekday_alone_is_today_or_one_of_the_six_days_before(name, today):
    assert timedelta() <= today - understand_day(name, today) < timedelta(days=7)
