"""Two versions of a section, paragraph by paragraph, with what was taken out and what was put in."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from rightsref.model.law import Document, Paragraph

if TYPE_CHECKING:
    from rightsref.knowledge.library import KnowledgeBase
    from rightsref.model.reference import TimelineEvent

_WORD = re.compile(r"\S+\s*")
#: How many signs of an ISO date are known.
_KNOWN = {"day": 10, "month": 7, "year": 4}


class Change(StrEnum):
    """What became of some words from the earlier to the later version."""

    SAME = "same"
    OUT = "out"
    IN = "in"


class Run(NamedTuple):
    """Some words and what became of them."""

    text: str
    change: Change


class Pair(NamedTuple):
    """A paragraph in both versions; either may be missing.

    Attributes:
        label: its pinpoint.
        earlier, later: its words, run by run; empty where the version has no such paragraph.
    """

    label: str
    earlier: tuple[Run, ...]
    later: tuple[Run, ...]

    @property
    def changed(self) -> bool:
        """Whether the two differ."""
        return any(run.change != Change.SAME for run in (*self.earlier, *self.later))


def compare(earlier: Document, later: Document) -> list[Pair]:
    """Paragraphs of both versions by their pinpoint, in the later one's order, those that were dropped last."""
    old, new = _by_pinpoint(earlier), _by_pinpoint(later)
    return [_pair(label, old.get(label), new.get(label)) for label in (*new, *(key for key in old if key not in new))]


def _by_pinpoint(document: Document) -> dict[str, Paragraph]:
    return {paragraph.pinpoint or "§": paragraph for paragraph in document.paragraphs}


def _pair(label: str, old: Paragraph | None, new: Paragraph | None) -> Pair:
    if old is None or new is None:
        gone = (Run(old.text, Change.OUT),) if old else ()
        come = (Run(new.text, Change.IN),) if new else ()
        return Pair(label, gone, come)
    before, after = _WORD.findall(old.text), _WORD.findall(new.text)
    earlier: list[Run] = []
    later: list[Run] = []
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        same = kind == "equal"
        if a < b:
            earlier.append(Run("".join(before[a:b]), Change.SAME if same else Change.OUT))
        if c < d:
            later.append(Run("".join(after[c:d]), Change.SAME if same else Change.IN))
    return Pair(label, tuple(earlier), tuple(later))


def before_and_after(kb: KnowledgeBase, event: TimelineEvent) -> list[tuple[str, str]]:
    """The texts that an event replaced, each with the one that took its place on the event’s day, by their addresses."""
    known = _KNOWN[event.precision]
    every = dict.fromkeys(kb.document(address).versions for address in event.touches)
    return [
        (old.address, new.address)
        for versions in every
        for new, old in pairwise(versions)
        if new.effective[:known] == event.date[:known]
    ]
