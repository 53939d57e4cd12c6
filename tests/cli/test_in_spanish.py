"""The terminal in Spanish: help, and what is wrong with a call, click's own words among them."""

from __future__ import annotations

import click
import pytest

from rightsref.__main__ import _language_last
from rightsref.cli.main import cli
from rightsref.cli.speaking import CLICK
from rightsref.words import ENGLISH, catalogue, speak


@pytest.fixture(autouse=True)
def in_english_again():
    """What comes after is told in English."""
    yield
    speak(ENGLISH)


def verbs(command, path=()):
    """Every verb for readers, by its words."""
    yield path
    if isinstance(command, click.Group):
        for name, below in command.commands.items():
            if name != "content":
                yield from verbs(below, (*path, name))


@pytest.mark.parametrize("path", list(verbs(cli)), ids=" ".join)
def test_help_is_told_in_either_language_and_back(run_cli, path):
    english, spanish, again = (run_cli(*path, "--help", "--lang", lang) for lang in ("en", "es", "en"))
    assert (english.code, spanish.code) == (0, 0)
    assert english == again
    assert "Usage: rightsref" in english.out
    assert "Uso: rightsref" in spanish.out
    assert "Muestra esta ayuda y termina." in spanish.out
    told = " ".join(spanish.out.split())
    for line in english.out.splitlines()[1:]:
        words = " ".join(line.split())
        assert len(words.split()) < 5 or words not in told or words.startswith(("--", "-", "[", "content")), words


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (("nosuch",), "No hay ningún verbo 'nosuch'. Vea: rightsref --help"),
        (("search",), "Falta el argumento 'QUERY'. Vea: rightsref search --help"),
        (("clock",), "Falta la opción '--release'."),
        (("search", "x", "--nope"), "No hay ninguna opción"),
        (("search", "x", "--limit", "0"), "0 no está entre los valores 1<=x<=100"),
        (("search", "x", "--limit", "many"), "'many' no es un número"),
        (("search", "x", "--kind", "z"), "'z' no es ninguno de"),
        (("search", "a", "b"), "Sobra un argumento (b)"),
        (("search", "x", "--on"), "le falta su valor"),
        (("search", "x", "--json=1"), "no lleva ningún valor"),
        (("scenario",), "Falta un verbo."),
        (("scenario", "run", "nosuch"), "nosuch"),
    ],
)
def test_what_is_wrong_with_a_call_is_told_in_spanish(run_cli, call, said):
    # An option without its value has to stand last.
    told = (
        run_cli(call[0], "--lang=es", *call[1:]) if call[0] in {"search", "clock"} else run_cli(*call, "--lang", "es")
    )
    assert told.code in {1, 2}
    assert said in told.err
    assert told.err.count("\n") == 1


def test_click_has_its_words():
    spanish = catalogue("es")
    assert [words for words in CLICK.values() if not spanish.get(words)] == []


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("--lang es search hold", "search hold --lang es"),
        ("--lang=es sheet list", "sheet list --lang=es"),
        ("--lang es --help", "--help --lang es"),
        ("--lang es search -- --hold", "search --lang es -- --hold"),
        ("--lang es", "--lang es"),
        ("--lang", "--lang"),
        ("--lang es --theme dark", "--lang es --theme dark"),
        ("search --lang es hold", "search --lang es hold"),
    ],
)
def test_a_language_may_stand_before_its_verb(typed, read):
    assert " ".join(_language_last(typed.split())) == read
