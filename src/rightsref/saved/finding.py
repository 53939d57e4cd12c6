"""Finding what is saved: every word of a text is to begin a word of it, in either language's forms."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from rightsref.model.spoken import stems, words
from rightsref.saved.nouns import Mark

_LEAST = 2


class Folded(NamedTuple):
    """A mark with its words as they are looked for: each with a blank before it."""

    mark: Mark
    words: str


def folded(mark: Mark, matter: str) -> Folded:
    """Make a mark ready to be found."""
    said = words(f"{mark.note} {matter} {mark.label} {mark.title} {mark.words}")
    return Folded(mark, "".join(f" {word}" for word in said))


def matches(marks: Iterable[Folded], text: str) -> tuple[Mark, ...]:
    """The marks that hold every word; where the reader's own note holds one of them, first."""
    wanted = [tuple({word, *(stem for stem in stems(word) if len(stem) > _LEAST)}) for word in words(text)]
    if not wanted or all(len(word) < _LEAST for word in words(text)):
        return ()
    found = [each.mark for each in marks if all(any(f" {form}" in each.words for form in forms) for forms in wanted)]
    own = [set(words(mark.note)) for mark in found]
    ordered = sorted(range(len(found)), key=lambda nth: not any(set(forms) & own[nth] for forms in wanted))
    return tuple(found[nth] for nth in ordered)
