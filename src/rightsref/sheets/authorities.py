"""The authorities that texts rest on, each with its title and where its own words can be read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from rightsref.knowledge.library import KnowledgeBase
from rightsref.model.law import Document, Jurisdiction, Level
from rightsref.model.sheet import SheetBlock


class Authority(NamedTuple):
    """An authority.

    Attributes:
        citation: as printed.
        title: of the document that it stands in.
        link: the page against which it was held; that of its source if none was; empty if there is neither.
        level: how far it is confirmed.
    """

    address: str
    citation: str
    title: str
    link: str
    level: Level
    jurisdiction: Jurisdiction


def authorities(kb: KnowledgeBase, addresses: Iterable[str], lang: str) -> list[Authority]:
    """Authorities by their addresses, each once, in the order in which they come."""
    return [_authority(kb, address, lang) for address in dict.fromkeys(filter(None, addresses))]


def addresses_in(blocks: Iterable[SheetBlock]) -> list[str]:
    """The addresses of the authorities that the texts of some blocks rest on."""
    return [item.authority for block in blocks for item in block.items]


def link_of(kb: KnowledgeBase, shown: Document, address: str) -> str:
    """Where the law’s own words for an address of a document can be read."""
    paragraph = next((p for p in shown.paragraphs if p.address == address), None)
    source = next((source.url for source in kb.sources() if source.key == shown.source), "")
    return (paragraph.checked.source if paragraph else "") or shown.checked.source or source


def _authority(kb: KnowledgeBase, address: str, lang: str) -> Authority:
    shown = kb.document(address, lang)
    paragraph = next((p for p in shown.paragraphs if p.address == address), None)
    level = paragraph.checked.level if paragraph else shown.least_sure
    printed = paragraph.printed if paragraph else shown.label
    return Authority(address, printed, shown.title, link_of(kb, shown, address), level, shown.jurisdiction)
