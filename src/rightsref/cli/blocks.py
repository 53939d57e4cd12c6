"""Blocks of a draft as lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import zip_longest

from rightsref.cli.text import wrap
from rightsref.model.law import Level
from rightsref.model.sheet import ContactLine, Item, SheetBlock
from rightsref.reasoning.saying import heard
from rightsref.words import tr
from rightsref.words.dates import date_words
from rightsref.words.labels import LEVELS


def block_lines(blocks: Iterable[SheetBlock]) -> Iterator[str]:
    """Every block, its heading in capitals; words to say and numbers to call have a heading of their own."""
    for block in blocks:
        if block.kind == "heading":
            yield from ("", *(item.text.upper() for item in block.items))
        elif block.kind == "say":
            yield from ("", tr("Say, calmly").upper(), *(wrap(words, 2) for words in _said(block)))
        elif block.kind == "contacts":
            yield from ("", tr("Call").upper(), *(line for contact in block.contacts for line in _contact(contact)))
        else:
            for number, item in enumerate(block.items, 1):
                lead = {"steps": "- ", "numbered": f"{number}. "}.get(block.kind, "")
                yield wrap(f"{lead}{_item(item)}", 2, hang=len(lead))


def _said(block: SheetBlock) -> Iterator[str]:
    """Words to say: the English that an officer hears, and under it in brackets what it means."""
    for item, english in zip_longest(block.items, block.beside):
        own = item.text if english and english.text != item.text else ""
        said = heard((english or item).text, own)
        yield said.line
        if said.meaning:
            yield f"({said.meaning})"


def _item(item: Item) -> str:
    mark = f" [{tr(LEVELS[item.level])}]" if item.level != Level.OFFICIAL else ""
    return f"{item.text}{f' [{item.citation}]' if item.citation else ''}{mark}"


def _contact(contact: ContactLine) -> Iterator[str]:
    hours = f" {contact.hours}" if contact.hours else ""
    yield wrap(f"{contact.name}: {contact.ways}{hours} ({tr('checked')} {date_words(contact.checked_on)})", 2)
    if contact.warning:
        yield wrap(contact.warning, 4)
