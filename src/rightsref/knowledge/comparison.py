"""Two versions of a section, paragraph by paragraph: what is new, taken out, moved, changed, or only told in other words by us."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from rightsref.model.kinds import ORIGINAL
from rightsref.model.law import Block, Document, Paragraph, Succession

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rightsref.knowledge.library import KnowledgeBase
    from rightsref.model.reference import TimelineEvent

_WORD = re.compile(r"\S+\s*")
_SIGNS = re.compile(r"\W+")
#: How many signs of an ISO date are known.
_KNOWN = {"day": 10, "month": 7, "year": 4}
#: Two texts that share less than this are two texts; single words that they share mean nothing.
_ALIKE = 0.45
#: So many words in a row must be the same, between two changes, to count as the same.
_IN_A_ROW = 2


class Change(StrEnum):
    """What became of some words from the earlier to the later version."""

    SAME = "same"
    OUT = "out"
    IN = "in"


class Fate(StrEnum):
    """What became of a paragraph."""

    SAME = "same"
    REWORDED = "reworded"  # only our words for it differ
    CHANGED = "changed"
    REPLACED = "replaced"  # so much of it that single words would not help the eye
    NEW = "new"
    GONE = "gone"


class Run(NamedTuple):
    """Some words and what became of them."""

    text: str
    change: Change


class Pair(NamedTuple):
    """A paragraph in both versions; either may be missing.

    Attributes:
        label: its pinpoint, in the later version if it is there.
        was: its pinpoint in the earlier version, where that was another; else empty.
        earlier, later: its words, run by run; empty where the version has no such paragraph.
        fate: what became of it.
    """

    label: str
    was: str
    earlier: tuple[Run, ...]
    later: tuple[Run, ...]
    fate: Fate

    @property
    def changed(self) -> bool:
        """Whether the law differs, as far as we hold it."""
        return self.fate not in (Fate.SAME, Fate.REWORDED)


def compare(earlier: Document, later: Document) -> list[Pair]:
    """Paragraphs of both versions in the later one's order, each beside what it was; those that were dropped last."""
    old, new = _by_pinpoint(earlier), _by_pinpoint(later)
    known = {row.pinpoint: row for row in later.succession} if _follows(earlier, later) else {}
    claimed = {row.was for row in known.values()}
    taken: set[str] = set()
    made = []
    for label, text in new.items():
        row = known.get(label) or Succession(label, "" if label in claimed else label, reworded=False)
        made.append(_pair(row, None if row.was in taken else old.get(row.was), text))
        taken.add(row.was)
    return made + [
        _pair(Succession(label, label, reworded=False), old[label], None) for label in old if label not in taken
    ]


def named(pair: Pair, texts: Iterable[Document]) -> Pair:
    """A row with its pinpoints as they are shown in the language of the texts."""
    shown = {paragraph.pinpoint: paragraph.shown_pinpoint for text in texts for paragraph in text.paragraphs}
    return pair._replace(label=shown.get(pair.label, pair.label), was=shown.get(pair.was, pair.was))


def set_beside(kb: KnowledgeBase, addresses: Iterable[str], lang: str) -> tuple[tuple[Document, Document], list[Pair]]:
    """Two texts by their addresses, the earlier first, and their rows, in a language that both are told in.

    What became of a paragraph is what became of it in the original: translators may choose other words for the same.
    """
    originals = [kb.document(address, ORIGINAL) for address in addresses]
    pairs = compare(*originals)
    if lang == ORIGINAL:
        return (originals[0], originals[1]), pairs
    own = [kb.document(text.address, lang) for text in originals]
    if any("law" in text.in_english for text in own):  # one of them is not translated: two languages cannot be compared
        earlier, later = (
            text._replace(paragraphs=original.paragraphs, in_english=text.in_english | {"law"})
            for text, original in zip(own, originals, strict=True)
        )
        return (earlier, later), pairs
    told = zip(compare(*own), pairs, strict=True)
    return (own[0], own[1]), [_as_in(pair, original) for pair, original in told]


def _as_in(pair: Pair, original: Pair) -> Pair:
    """A row of a translation with the fate that the original has; words are marked only where both changed."""
    if pair.fate == original.fate:
        return pair
    earlier, later = (_whole("".join(run.text for run in runs)) if runs else () for runs in (pair.earlier, pair.later))
    fate = Fate.REPLACED if original.fate == Fate.CHANGED else original.fate
    return pair._replace(earlier=earlier, later=later, fate=fate)


def what_changed(kb: KnowledgeBase, earlier: Document, later: Document, lang: str) -> list[Block]:
    """What became of the earlier text on the way to the later one, in plain words, oldest change first."""
    between = [v.address for v in later.versions if earlier.effective < v.effective <= later.effective]
    texts = [kb.document(address, lang) for address in between[::-1]]
    return [block for text in texts for block in text.parts.get("changed", ())]


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


def _follows(earlier: Document, later: Document) -> bool:
    """Whether the later text is the one right after the earlier."""
    order = [version.address for version in later.versions]  # newest first
    return (later.address, earlier.address) in pairwise(order)


def _by_pinpoint(document: Document) -> dict[str, Paragraph]:
    return {paragraph.pinpoint or "§": paragraph for paragraph in document.paragraphs}


def _pair(row: Succession, old: Paragraph | None, new: Paragraph | None) -> Pair:
    was = row.was if row.was != row.pinpoint else ""
    if new is None:
        return Pair(row.pinpoint, "", (Run(old.text, Change.OUT),) if old else (), (), Fate.GONE)
    if old is None:  # a part of what was one paragraph before, or nothing
        return Pair(
            row.pinpoint,
            was if row.reworded else "",
            (),
            (Run(new.text, Change.IN),),
            Fate.REWORDED if row.reworded else Fate.NEW,
        )
    if _key(old.text) == _key(new.text) or row.reworded:
        fate = Fate.REWORDED if row.reworded and old.text != new.text else Fate.SAME
        return Pair(row.pinpoint, was, _whole(old.text), _whole(new.text), fate)
    return _edited(row.pinpoint, was, old.text, new.text)


def _whole(text: str) -> tuple[Run, ...]:
    return (Run(text, Change.SAME),)


def _key(text: str) -> str:
    """A text without its signs and capitals, which nobody reads as a change."""
    return _SIGNS.sub(" ", text).strip().casefold()


def _edited(label: str, was: str, old: str, new: str) -> Pair:
    """The two texts word by word; whole if hardly anything of the one is in the other."""
    before, after = _WORD.findall(old), _WORD.findall(new)
    matcher = SequenceMatcher(None, [_key(w) for w in before], [_key(w) for w in after], autojunk=False)
    if matcher.ratio() < _ALIKE:
        return Pair(label, was, _whole(old), _whole(new), Fate.REPLACED)
    earlier: list[Run] = []
    later: list[Run] = []
    steps = matcher.get_opcodes()
    for nth, (kind, a, b, c, d) in enumerate(steps):
        inner = 0 < nth < len(steps) - 1
        same = kind == "equal" and not (inner and b - a < _IN_A_ROW)
        _add(earlier, "".join(before[a:b]), Change.SAME if same else Change.OUT)
        _add(later, "".join(after[c:d]), Change.SAME if same else Change.IN)
    return Pair(label, was, tuple(earlier), tuple(later), Fate.CHANGED)


def _add(runs: list[Run], text: str, change: Change) -> None:
    """Add words to what they belong to."""
    if runs and runs[-1].change == change:
        runs[-1] = Run(runs[-1].text + text, change)
    elif text:
        runs.append(Run(text, change))
