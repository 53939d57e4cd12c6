"""The program's own words: every string is found by reading the code, none is missing in Spanish, none is dead."""

from __future__ import annotations

import re
import string

import pytest

from rightsref import words
from rightsref.content.reading.program import program_faults, program_texts
from rightsref.words import catalogue, plural, said, speaking, tr
from rightsref.words.dates import date_words, day_words, moment_words


@pytest.fixture(scope="module")
def spanish():
    return catalogue("es")


def test_no_string_is_put_together_before_it_is_looked_up():
    assert program_faults() == []


def test_such_a_string_would_be_found(tmp_path):
    (tmp_path / "one.py").write_text('tr(f"On {day}")\ntr("On " + day)\ntr("On {day}".format(day=day))\ntr("On")\n')
    assert [fault.line for fault in program_faults(tmp_path)] == [1, 2, 3]
    assert program_texts(tmp_path) == ("On",)


def test_both_words_of_a_number_are_found(tmp_path):
    (tmp_path / "one.py").write_text('plural("1 day", "{n} days", n)\nplural("1 day", f"{n} days", n)\n')
    assert program_texts(tmp_path) == ("1 day", "{n} days")
    assert [fault.line for fault in program_faults(tmp_path)] == [2]


@pytest.mark.parametrize("lang", ["en", "es"])
@pytest.mark.parametrize(("number", "expected"), [(0, 1), (1, 0), (2, 1), (21, 1)])
def test_one_thing_is_spoken_of_as_one(lang, number, expected):
    forms = ("1 file saved to {folder}.", "{n} files saved to {folder}.")
    with speaking(lang):
        assert plural(*forms, number) == said(forms[expected], lang)


def test_every_string_of_the_program_has_its_spanish_and_none_is_dead(spanish):
    assert set(program_texts()) - set(spanish) == set()
    assert set(spanish) - set(program_texts()) == set()


def test_what_is_filled_in_is_the_same_in_both_languages(spanish):
    def fields(text):
        return sorted((name, spec) for _, name, spec, _ in string.Formatter().parse(text) if name is not None)

    assert {en: es for en, es in spanish.items() if fields(en) != fields(es)} == {}


def test_spaces_and_markup_are_the_same_in_both_languages(spanish):
    def around(text):
        return (text[:1] == " ", text[-1:] == " ", re.findall(r"</?\w+>", text))

    assert {en: es for en, es in spanish.items() if around(en) != around(es)} == {}


def test_a_language_is_spoken_for_a_while_or_from_now_on():
    assert tr("Settings") == "Settings"
    with speaking("es"):
        assert (tr("Settings"), words.language()) == ("Ajustes", "es")
        assert tr("No such words") == "No such words"
        with speaking("en"):
            assert tr("Settings") == "Settings"
    assert words.language() == "en"
    assert said("Settings", "es") == "Ajustes"
    assert said("Settings", "fr") == "Settings"


def test_days_and_times_are_written_as_spanish_writes_them():
    from datetime import datetime

    moment = datetime(2026, 3, 10, 16, 5)
    with speaking("es"):
        assert date_words("2026-11-22") == "22 de noviembre de 2026"
        assert day_words(moment.date()) == "martes 10 de marzo de 2026"
        assert moment_words(moment) == "martes 10 de marzo de 2026, 4:05 pm"
