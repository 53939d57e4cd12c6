"""The program's own words: the one door through which every visible string goes.

English is the key. `tr` looks a string up in the catalogue of the language in use; a string without a translation shows
in English. The core needs no Qt for it, so window, command line and print share one catalogue.
"""

from __future__ import annotations

from collections.abc import Mapping

_catalogue: dict[str, str] = {}


def set_catalogue(catalogue: Mapping[str, str]) -> None:
    """Speak from this catalogue (English string -> translation); an empty one means English."""
    _catalogue.clear()
    _catalogue.update(catalogue)


def tr(text: str) -> str:
    """The string in the language in use."""
    return _catalogue.get(text, text)
