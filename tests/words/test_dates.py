"""Days and times in words: our own tables, whatever the system's locale is."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import datetime, timedelta

import pytest

from rightsref.words import speaking
from rightsref.words.dates import date_words, day_words, moment_words, short_date, short_day, time_words

DAY = datetime(2026, 3, 10)


def test_every_minute_of_a_day_has_words_of_its_own():
    minutes = [DAY + timedelta(minutes=n) for n in range(1_440)]
    assert len({moment_words(minute) for minute in minutes}) == 1_440


@pytest.mark.parametrize(
    ("hour", "minute", "words"),
    [(0, 5, "12:05 am"), (4, 0, "4:00 am"), (11, 59, "11:59 am"), (12, 0, "12:00 pm"), (16, 0, "4:00 pm"), (23, 59, "11:59 pm")],
)  # fmt: skip
def test_a_time_of_day(hour, minute, words):
    assert time_words(DAY.replace(hour=hour, minute=minute)) == words


def test_a_day_in_words():
    assert day_words(DAY) == "Tuesday, March 10, 2026"
    assert short_day(DAY) == "Tue"
    assert moment_words(DAY.replace(hour=16)) == "4:00 pm on Tuesday, March 10, 2026"
    assert date_words("2026-11-22") == "November 22, 2026"
    assert short_date("2026-11-22") == "11/22/2026"
    with speaking("es"):
        assert short_date("2026-09-02") == "2 sep 2026"
    assert date_words("no date") == short_date("no date") == "no date"


def test_a_foreign_locale_changes_no_word(locale_of):
    script = (
        "import locale; from datetime import datetime; locale.setlocale(locale.LC_ALL, '');"
        "from rightsref.reasoning.clock import clock, read_moment; from rightsref.reasoning.letter import to_say;"
        "due = read_moment('2026-03-06 16:00'); assert due.strftime('%A') == 'viernes', due.strftime('%A');"
        "print(*to_say(clock(due), due, datetime.now().astimezone()))"
    )
    env = {**os.environ, **locale_of("es_MX")}
    said = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, env=env)
    assert "Release was due at 4:00 pm on Friday, March 6, 2026." in said.stdout
