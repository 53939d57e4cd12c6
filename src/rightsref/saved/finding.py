"""Finding what is saved: every word of a text is to begin a word of it, in either language's forms."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from rightsref.model.spoken import stems, words
from rightsref.saved.nouns import Mark

#: A stem, or a whole text, of fewer letters finds too much.
_LEAST = 2


class Folded(NamedTuple):
    """A mark with its words as they are looked for, each with a blank before it: those of its note, and all of them."""

    mark: Mark
    note: str
    all: str


def folded(mark: Mark, matter: str) -> Folded:
    """Make a mark ready to be found."""
    note = _spaced(mark.note)
    return Folded(mark, note, note + _spaced(f"{matter} {mark.label} {mark.title} {mark.words}"))


def matches(marks: Iterable[Folded], text: str) -> tuple[Mark, ...]:
    """The marks that hold every word; where the reader's own note holds one of them, first."""
    said = words(text)
    if all(len(word) < _LEAST for word in said):
        return ()
    wanted = [tuple({f" {word}", *(f" {stem}" for stem in stems(word) if len(stem) > _LEAST)}) for word in said]
    found = [each for each in marks if all(any(form in each.all for form in forms) for forms in wanted)]
    found.sort(key=lambda each: not any(form in each.note for forms in wanted for form in forms))
    return tuple(each.mark for each in found)


def _spaced(text: str) -> str:
    return "".join(f" {word}" for word in words(text))
