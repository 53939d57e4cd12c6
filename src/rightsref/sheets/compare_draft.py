"""Two texts of a section as a sheet: what changed in plain words, then each paragraph that did, before and after."""

from __future__ import annotations

from collections.abc import Sequence

from rightsref.errors import NotFoundError
from rightsref.knowledge.comparison import Pair, named, set_beside, what_changed
from rightsref.knowledge.library import KnowledgeBase
from rightsref.model.address import Address
from rightsref.model.law import Document
from rightsref.model.sheet import Item, SheetBlock
from rightsref.sheets.items import items_of
from rightsref.words import speaking, tr
from rightsref.words.versions import FATES, counted, span

#: The page whose sheet this is; kind and path of the section follow it, and the days on which both texts took effect.
COMPARE = "rightsref:tool/compare"


def compare_words(kb: KnowledgeBase, path: Sequence[str], lang: str) -> tuple[str, str, list[SheetBlock]]:
    """Title, subtitle and blocks of the sheet.

    Raises:
        NotFoundError: there is no such section, or no text of it took effect on one of these days.
    """
    kind, *section, first, second = path if len(path) > 3 else ("", "", "", "")
    base = str(Address.of(kind, *section))
    (earlier, later), pairs = set_beside(kb, [kb.on_day(base, day) for day in (first, second)], lang)
    if (earlier.effective, later.effective) != (first, second):
        raise NotFoundError(tr("No text of {citation} took effect on that day.").format(citation=later.label))
    told = what_changed(kb, earlier, later, lang)
    with speaking(lang):
        blocks = [
            *_titled(tr("What changed, in plain words"), items_of(kb, tuple(told), lang)),
            *(block for pair in pairs if pair.changed for block in _row(pair, (earlier, later), lang)),
            SheetBlock("text", (Item(counted(pair.fate for pair in pairs), lang=lang),)),
        ]
        return tr("What changed: {citation}").format(citation=later.label), later.title, blocks


def _titled(title: str, items: list[Item]) -> list[SheetBlock]:
    return [SheetBlock("heading", (Item(title),)), SheetBlock("steps", tuple(items))] if items else []


def _row(pair: Pair, texts: tuple[Document, Document], lang: str) -> list[SheetBlock]:
    """A paragraph: what became of it, then its words before and after."""
    items = []
    for text, runs, pinpoint in zip(
        texts, (pair.earlier, pair.later), (pair.was or pair.label, pair.label), strict=True
    ):
        paragraph = next((p for p in text.paragraphs if (p.pinpoint or "§") == pinpoint), None)
        if runs and paragraph:
            words = f"{span(text)}: {paragraph.text}"
            items.append(Item(words, paragraph.printed, paragraph.checked.level, authority=paragraph.address))
    heading = SheetBlock("heading", (Item(f"{named(pair, texts).label} · {tr(FATES[pair.fate])}", lang=lang),))
    return [heading, SheetBlock("text", tuple(items))]
