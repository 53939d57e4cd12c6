"""Composing sheets: words drawn by address from explanations, outcomes and contacts. They stand in one place only."""

from __future__ import annotations

import html
import re
from typing import Any

from rightsref.model.address import holds, kind_of
from rightsref.model.law import Block, Level
from rightsref.model.sheet import Item, Organisation, Sheet, SheetBlock, Way
from rightsref.store import KnowledgeBase
from rightsref.words import tr

_TAG = re.compile(r"<[^>]+>")


def compose(kb: KnowledgeBase, key: str, lang: str = "en", organisation: Organisation | None = None) -> Sheet:
    """A sheet with all its words.

    Raises:
        UsageError: there is no such sheet; the message lists those there are.
    """
    table = kb.sheet(key, lang)
    drawn = [_block(kb, row, lang) for row in table["blocks"]]
    blocks = tuple(block for block in drawn if block.items or block.contacts)
    return finish(kb, key, lang, table["title"], table["subtitle"], table["pages"], blocks, organisation)


def compose_document(
    kb: KnowledgeBase, address: str, lang: str = "en", organisation: Organisation | None = None
) -> Sheet:
    """Any provision, form, case or topic as a sheet: plain words, then the law.

    Raises:
        NotFoundError: nothing stands at the address.
    """
    shown = kb.document(address, lang)
    asked = [p for p in shown.paragraphs if holds(address, p.address)]
    blocks = [SheetBlock("text", tuple(_items(kb, shown.parts.get("plain", ()), lang)))]
    blocks.append(SheetBlock("heading", (Item(tr("The law, in our own words")),)))
    blocks.append(SheetBlock("text", tuple(Item(p.text, _printed(p.citation), p.checked.level) for p in asked)))
    for part, title in (("not_covered", "What it does not cover"), ("broken", "If it is broken")):
        if shown.parts.get(part):
            blocks.append(SheetBlock("heading", (Item(tr(title)),)))
            blocks.append(SheetBlock("steps", tuple(_items(kb, shown.parts[part], lang))))
    return finish(kb, address, lang, shown.title, shown.label, 0, tuple(blocks), organisation)


def finish(
    kb: KnowledgeBase, key: str, lang: str, title: str, subtitle: str, pages: int,
    blocks: tuple[SheetBlock, ...], organisation: Organisation | None,
) -> Sheet:  # fmt: skip
    """Add to some blocks what every sheet carries: dates, authorities, code, the text of the QR code."""
    meta = kb.meta()
    cited = [item for block in blocks for item in block.items if item.citation]
    levels = {item.level for item in cited} | {way.level for block in blocks for way in block.contacts}
    code = kb.digest()[:8]
    found = (
        f"RightsRef sheet: {title}. Law as of {meta['law_as_of']}, checked {meta['last_review']}, "
        f"edition {meta['edition']}, code {code}. Older than six months? Ask for a new one. Information, not legal advice."
    )
    return Sheet(
        key, lang, title, subtitle, pages, blocks, meta["law_as_of"], meta["last_review"],
        tuple(dict.fromkeys(item.citation for item in cited)), Level.UNCHECKED in levels, code,
        found, organisation or Organisation(),
    )  # fmt: skip


def _block(kb: KnowledgeBase, row: dict[str, Any], lang: str) -> SheetBlock:
    kind = row["kind"]
    if kind in ("heading", "text", "fill"):
        return SheetBlock(kind, tuple(Item(text) for text in row["text"]), row.get("lines", 1))
    if kind == "contacts":
        return SheetBlock("contacts", (), contacts=tuple(_contacts(kb, row["contacts"], lang)))
    if kind == "outcome":
        return _from_outcome(kb, row, lang)
    return SheetBlock(row.get("as", "text"), tuple(_from_document(kb, row, lang)))


def _from_document(kb: KnowledgeBase, row: dict[str, Any], lang: str) -> list[Item]:
    """Blocks of an explanation: all of a part, or those that open with the paragraph named."""
    address = row["address"]
    shown = kb.document(address, lang)
    blocks = [b for b in shown.parts.get(row["part"], ()) if address == shown.address or address in b.authorities[:1]]
    return _items(kb, tuple(blocks[: row.get("limit") or None]), lang)


def _items(kb: KnowledgeBase, blocks: tuple[Block, ...], lang: str) -> list[Item]:
    cited = [_authority(block) for block in blocks]
    labels = kb.references(set(filter(None, cited)), lang)
    return [
        Item(block.text, labels[address].citation if address else "", block.level, _runs(block.html))
        for block, address in zip(blocks, cited, strict=True)
    ]


def _authority(block: Block) -> str:
    """The first law, form or case that a block rests on; a topic only gathers, and is no authority."""
    return next((a for a in block.authorities if kind_of(a) in ("provision", "form", "case")), "")


def _runs(inline: str) -> tuple[tuple[str, bool], ...]:
    """Inline HTML as plain runs, those between `<em>` set off; empty if there are none."""
    pieces = [html.unescape(_TAG.sub("", piece)) for piece in re.split(r"</?em>", inline)]
    return tuple((piece, at % 2 == 1) for at, piece in enumerate(pieces) if piece) if len(pieces) > 1 else ()


def _from_outcome(kb: KnowledgeBase, row: dict[str, Any], lang: str) -> SheetBlock:
    outcome = kb.flow(row["flow"], lang).outcomes[row["outcome"]]
    if row["part"] == "because":
        return SheetBlock("text", tuple(Item(b.fact, b.citation, outcome.level) for b in outcome.because))
    if row["part"] == "title":
        return SheetBlock("text", (Item(outcome.title, outcome.because[0].citation, outcome.level),))
    kind = {"say": "say", "do_now": "steps", "write_down": "steps"}[row["part"]]
    return SheetBlock(kind, tuple(Item(text) for text in getattr(outcome, row["part"])[: row.get("limit") or None]))


def _contacts(kb: KnowledgeBase, wanted: list[str], lang: str) -> list[Way]:
    found = {contact.address.rpartition("/")[2]: contact for contact in kb.contacts(lang)}
    contacts = [found[key] for key in wanted]
    return [Way(c.name, " · ".join(filter(None, (c.phone, _site(c.web)))), c.checked_on, c.level) for c in contacts]


def _site(url: str) -> str:
    """An address of the web as people write it down."""
    return re.sub(r"^https?://(www\.)?", "", url).rstrip("/")


def _printed(citation: str) -> str:
    return citation.split("@", maxsplit=1)[0].split(":", maxsplit=1)[-1]
