"""Words drawn by address from explanations, outcomes and contacts, in one language. They stand in one place only."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from functools import cache
from typing import Any, NamedTuple

from rightsref.errors import UsageError
from rightsref.knowledge.library import KnowledgeBase
from rightsref.model.address import holds, kind_of, parse
from rightsref.model.flow import Flow
from rightsref.model.kinds import KINDS
from rightsref.model.law import Block, Document, Level
from rightsref.model.sheet import Card, CardSide, Item, SheetBlock
from rightsref.sheets.detainer_drafts import paper_blocks, path_blocks, stage_blocks
from rightsref.sheets.outcome_draft import contact_lines, outcome_blocks, reason_item
from rightsref.sheets.words import said
from rightsref.words.labels import PARTS

_TAG = re.compile(r"<[^>]+>")
_SHEET = "rightsref:sheet/"
#: The page whose sheet is every stage.
PATH = "rightsref:tool/path"
#: The parts of a page that are printed, and how; the law itself stands after the explanation.
_BEFORE = ("plain", "law_says", "agency_claims", "say_and_do")
_AFTER = ("meaning", "lets", "not_covered", "mistakes", "broken", "story")


class _Well(NamedTuple):
    """Where a sheet draws its words from; what several blocks draw on is read once."""

    kb: KnowledgeBase
    lang: str
    flow: Callable[[str], Flow]
    document: Callable[[str], Document]


class Draft(NamedTuple):
    """A sheet's words in one language, before it is dated.

    Attributes:
        pages: how many it promises to fill; 0 for no promise.
    """

    title: str
    subtitle: str
    pages: int
    blocks: tuple[SheetBlock, ...]
    card: Card | None = None


def draft(kb: KnowledgeBase, target: str, lang: str) -> Draft:
    """The words of a sheet, of a scenario's outcome (`rightsref:flow/FLOW/OUTCOME`) or of any unit, by its address.

    Raises:
        UsageError: there is no such sheet, scenario or outcome; the message lists those there are.
        NotFoundError: nothing stands at the address.
    """
    address = parse(target)
    if address is None or target.startswith(_SHEET):
        return _sheet(kb, target.removeprefix(_SHEET), lang)
    if address.kind == "flow" and len(address.path) == 2:
        return _outcome(kb, *address.path, lang)
    if address.kind == "paper":
        paper, blocks = paper_blocks(kb, address.path[0], lang)
        return Draft(paper.title, "What it is, and what it lets an officer do", 0, tuple(blocks))
    if address.kind == "stage":
        stage, blocks = stage_blocks(kb, address.path[0], lang)
        return Draft(stage.title, "A step on the path of a detainer", 0, tuple(blocks))
    if target == PATH:
        return Draft("The path of a detainer", "From an arrest to ICE custody", 0, tuple(path_blocks(kb, lang)))
    return _document(kb, target, lang)


def _sheet(kb: KnowledgeBase, key: str, lang: str) -> Draft:
    table = kb.sheet(key, lang)
    sides = {name: _side(side, lang) for name, side in (table["card"] or {}).items()}
    well = _Well(kb, lang, cache(lambda flow: kb.flow(flow, lang)), cache(lambda address: kb.document(address, lang)))
    drawn = [_block(well, row, sides) for row in table["blocks"]]
    blocks = tuple(block for block in drawn if block.items or block.contacts)
    # Whatever the holder speaks, the officer reads English.
    english = kb.sheet(key, "en")["card"] if sides else {}
    card = Card(sides["holder"], _side(english["officer"], "en")) if sides else None
    return Draft(table["title"], table["subtitle"], table["pages"], blocks, card)


def _outcome(kb: KnowledgeBase, flow_key: str, key: str, lang: str) -> Draft:
    """Everything that the card of an outcome tells, save the answers that led to it."""
    flow = kb.flow(flow_key, lang)
    outcome = flow.outcomes.get(key)
    if outcome is None:
        raise UsageError(f"{flow_key} has no outcome “{key[:40]}”. Its outcomes are: {', '.join(flow.outcomes)}.")
    return Draft(outcome.title, flow.title, 0, tuple(outcome_blocks(kb, outcome, lang)))


def _document(kb: KnowledgeBase, address: str, lang: str) -> Draft:
    """Any provision, form, case or topic: plain words, the points in dispute, the law, then the rest of its page."""
    shown = kb.document(address, lang)
    asked = [p for p in shown.paragraphs if holds(address, p.address)]
    law = tuple(Item(p.text, printed(p.citation), p.checked.level, authority=p.address) for p in asked)
    heading = SheetBlock("heading", (Item(said(KINDS[shown.kind].body or "The law, in our own words", lang)),))
    blocks = [
        *(block for part in _BEFORE for block in _part(kb, shown, address, part, lang)),
        *((heading, SheetBlock("text", law)) if law else ()),
        *(block for part in _AFTER for block in _part(kb, shown, address, part, lang)),
    ]
    return Draft(shown.title, shown.label, 0, tuple(blocks))


def _part(kb: KnowledgeBase, shown: Document, address: str, part: str, lang: str) -> list[SheetBlock]:
    """One part of a page under its title; of a page on which a paragraph was asked for, what belongs to that."""
    blocks = shown.parts.get(part, ())
    if address != shown.address:
        own = tuple(b for b in blocks if any(holds(address, a) for a in b.authorities[:1]))
        blocks = own or (blocks if part == "plain" else ())
    if not blocks:
        return []
    heading = [] if part == "plain" else [SheetBlock("heading", (Item(said(PARTS[part], lang)),))]
    return [*heading, SheetBlock("text" if part == "plain" else "steps", tuple(_items(kb, blocks, lang)))]


# -- blocks of a sheet file ---------------------------------------------------------------------------------


def _side(table: dict[str, Any], lang: str) -> CardSide:
    """One side of a card, each line with its authority."""

    def item(row: dict[str, str]) -> Item:
        return Item(row["text"], printed(row["citation"]), Level(row["level"]), lang=lang, authority=row["authority"])

    return CardSide(Item(table["title"], lang=lang), tuple(item(row) for row in table["items"]))


def _block(well: _Well, row: dict[str, Any], card: dict[str, CardSide]) -> SheetBlock:
    kind = row["kind"]
    if kind in ("heading", "text", "fill", "drawings"):
        drawings, alts = tuple(row.get("papers", ())), tuple(row.get("alt", ()))
        return SheetBlock(kind, tuple(map(Item, row["text"])), row.get("lines", 1), drawings=drawings, alts=alts)
    if kind == "contacts":
        return SheetBlock("contacts", (), contacts=tuple(contact_lines(well.kb, row["contacts"], well.lang)))
    if kind == "card":
        return SheetBlock("say" if row["part"] == "officer" else "steps", card[row["part"]].items)
    if kind == "outcome":
        return _from_outcome(well, row)
    items = _standing(row) if kind == "standing" else _from_document(well, row)
    return SheetBlock(row.get("as", "text"), tuple(items))


def _standing(row: dict[str, Any]) -> list[Item]:
    """Standing lines, each with the first thing that it rests on."""
    return [Item(i["text"], i["citation"], Level(i["level"]), authority=i["authority"]) for i in row["items"]]


def _from_document(well: _Well, row: dict[str, Any]) -> list[Item]:
    """Blocks of an explanation: all of a part, or those that open with the paragraph named."""
    address = row["address"]
    shown = well.document(address)
    blocks = [b for b in shown.parts.get(row["part"], ()) if address == shown.address or address in b.authorities[:1]]
    return _items(well.kb, tuple(blocks[: row.get("limit") or None]), well.lang)


def _items(kb: KnowledgeBase, blocks: tuple[Block, ...], lang: str) -> list[Item]:
    cited = [_authority(block) for block in blocks]
    labels = kb.references(set(filter(None, cited)), lang)
    return [
        Item(block.text, labels[address].citation if address else "", block.level, _runs(block.html), authority=address)
        for block, address in zip(blocks, cited, strict=True)
    ]


def _authority(block: Block) -> str:
    """The first law, form or case that a block rests on; a topic only gathers, and is no authority."""
    return next((a for a in block.authorities if KINDS[kind_of(a)].is_authority), "")


def _runs(inline: str) -> tuple[tuple[str, bool], ...]:
    """Inline HTML as plain runs, those between `<em>` set off; empty if there are none."""
    pieces = [html.unescape(_TAG.sub("", piece)) for piece in re.split(r"</?em>", inline)]
    return tuple((piece, at % 2 == 1) for at, piece in enumerate(pieces) if piece) if len(pieces) > 1 else ()


def _from_outcome(well: _Well, row: dict[str, Any]) -> SheetBlock:
    outcome = well.flow(row["flow"]).outcomes[row["outcome"]]
    if row["part"] == "because":
        return SheetBlock("text", tuple(reason_item(b, b.fact) for b in outcome.because))
    if row["part"] == "title":
        return SheetBlock("text", (reason_item(outcome.because[0], outcome.title)._replace(level=outcome.level),))
    kind = {"say": "say", "do_now": "steps", "write_down": "steps"}[row["part"]]
    return SheetBlock(kind, tuple(Item(text) for text in getattr(outcome, row["part"])[: row.get("limit") or None]))


def printed(citation: str) -> str:
    """A citation as it is printed: without the kind before it and the day of the version after it."""
    return citation.split("@", maxsplit=1)[0].split(":", maxsplit=1)[-1]
