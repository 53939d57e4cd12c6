"""The program's own words: the one door through which every visible string goes.

English is the key and stands in the code. `tr` says a string in the language in use; what has no translation is said in
English. Other languages are read once, when they are first spoken, from `resources/words.es.toml`. Needs no Qt, so that window,
command line and print share one catalogue.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache

from rightsref import paths

#: The language of the code.
ENGLISH = "en"
_in_use = ENGLISH


def speak(lang: str) -> None:
    """Speak this language from now on."""
    global _in_use  # noqa: PLW0603 - the one state of the words: which language is spoken
    _in_use = lang


def language() -> str:
    """The language in use."""
    return _in_use


@contextmanager
def speaking(lang: str) -> Iterator[None]:
    """Speak another language for a while, as for a letter to a jail that reads English."""
    before = _in_use
    speak(lang)
    try:
        yield
    finally:
        speak(before)


def tr(text: str) -> str:
    """A string in the language in use."""
    return said(text, _in_use)


def plural(one: str, many: str, number: int) -> str:
    """What is said of one thing, or of any other number of them, in the language in use; English and Spanish both have these two forms."""
    return tr(one if number == 1 else many)


def said(text: str, lang: str) -> str:
    """A string in a language, whichever is in use."""
    return text if lang == ENGLISH else catalogue(lang).get(text, text)


@cache
def catalogue(lang: str) -> Mapping[str, str]:
    """English string -> what is said for it in a language; empty where there is no such file."""
    import tomllib  # a start in English goes without

    file = paths.resources() / f"words.{lang}.toml"
    if not file.is_file():
        return {}
    rows = tomllib.loads(file.read_text(encoding="utf-8")).get("text", [])
    return {row[ENGLISH]: row[lang] for row in rows if row.get(lang)}
