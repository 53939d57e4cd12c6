"""Words drawn by address from explanations, outcomes and contacts, in one language. They stand in one place only."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple

from rightsref.errors import UsageError
from rightsref.knowledge.library import KnowledgeBase
from rightsref.model.address import Address, holds, parse
from rightsref.model.flow import Flow
from rightsref.model.kinds import KINDS
from rightsref.model.law import Document, Paragraph
from rightsref.model.sheet import BlockSource, Card, CardSide, Item, SheetBlock
from rightsref.sheets.compare_draft import COMPARE, compare_words
from rightsref.sheets.detainer_drafts import DETAINER_DRAFTS, path_blocks
from rightsref.sheets.items import items_of
from rightsref.sheets.outcome_draft import contact_lines, outcome_blocks, reason_item
from rightsref.sheets.packet import PACKET, packet_words
from rightsref.sheets.timeline_draft import TIMELINE, timeline_words
from rightsref.sheets.words import sheet_text
from rightsref.words import speaking, tr
from rightsref.words.guide import GUIDE, guide
from rightsref.words.labels import PARTS

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
    if address.kind in DETAINER_DRAFTS:
        subtitle, made = DETAINER_DRAFTS[address.kind]
        title, blocks = made(kb, address.path[0], lang)
        return Draft(title, sheet_text(subtitle, lang), 0, tuple(blocks))
    return _tool(kb, address, lang) if address.kind == "tool" else _document(kb, target, lang)


def _tool(kb: KnowledgeBase, address: Address, lang: str) -> Draft:
    """A page that is no text of law: the path of a detainer, the timeline, the guide."""
    named = str(address._replace(path=address.path[:1]))
    if named == PATH:
        words = (sheet_text("The path of a detainer", lang), sheet_text("From an arrest to ICE custody", lang))
        return Draft(*words, 0, tuple(path_blocks(kb, lang)))
    if named == TIMELINE:
        title, subtitle, events = timeline_words(kb, address.path[1:], lang)
        return Draft(title, subtitle, 0, tuple(events))
    if named == COMPARE:
        title, subtitle, rows = compare_words(kb, address.path[1:], lang)
        return Draft(title, subtitle, 0, tuple(rows))
    if named == PACKET:
        title, subtitle, parts = packet_words(kb, str(address), lang, lambda part: _as_part(kb, part, lang))
        return Draft(title, subtitle, 0, tuple(parts))
    return _guide(lang) if named == GUIDE else _document(kb, named, lang)


def _as_part(kb: KnowledgeBase, target: str, lang: str) -> tuple[str, str, Sequence[SheetBlock]]:
    """Something that can be printed, as a part of a packet."""
    made = draft(kb, target, lang)
    return made.title, made.subtitle, made.blocks


def _guide(lang: str) -> Draft:
    """The user guide, as F1 shows it."""
    with speaking(lang):
        title, subtitle = tr("How to use RightsRef"), tr("A guide for advocates, hotlines and families")
        sections = guide()
    blocks = (
        block
        for section in sections
        for block in (
            SheetBlock("heading", (Item(section.title, lang=lang),)),
            SheetBlock("text", tuple(Item(line, lang=lang) for line in section.lines)),
        )
    )
    return Draft(title, subtitle, 0, tuple(blocks))


def _sheet(kb: KnowledgeBase, key: str, lang: str) -> Draft:
    source = kb.sheet(key, lang)
    # Whatever the holder speaks, the officer reads English.
    card = source.card._replace(officer=_english_side(kb, key)) if source.card else None
    well = _Well(kb, lang, cache(lambda flow: kb.flow(flow, lang)), cache(lambda address: kb.document(address, lang)))
    drawn = [
        made
        for block in source.blocks
        for made in (_poster(well, block) if block.kind == "poster" else (_block(well, block, source.card),))
    ]
    blocks = tuple(block for block in drawn if block.items or block.contacts)
    return Draft(source.title, source.subtitle, source.pages, blocks, card)


def _english_side(kb: KnowledgeBase, key: str) -> CardSide:
    english = kb.sheet(key).card
    assert english is not None  # noqa: S101 - a card is one in every language
    return english.officer


def _outcome(kb: KnowledgeBase, flow_key: str, key: str, lang: str) -> Draft:
    """Everything that the card of an outcome tells, save the answers that led to it."""
    flow = kb.flow(flow_key, lang)
    outcome = flow.outcomes.get(key)
    if outcome is None:
        raise UsageError(
            tr("{flow_key} has no outcome “{key}”. Its outcomes are: {outcomes}.").format(
                flow_key=flow_key, key=key[:40], outcomes=", ".join(flow.outcomes)
            )
        )
    return Draft(outcome.title, flow.title, 0, tuple(outcome_blocks(kb, flow_key, outcome, lang)))


def _document(kb: KnowledgeBase, address: str, lang: str) -> Draft:
    """Any provision, form, case or topic: plain words, the points in dispute, the law, then the rest of its page."""
    shown = kb.document(address, lang)
    asked = [p for p in shown.paragraphs if holds(address, p.address)]
    law = tuple(Item(_lettered(p), p.printed, p.checked.level, authority=p.address) for p in asked)
    heading = SheetBlock("heading", (Item(sheet_text(KINDS[shown.kind].body or "The law, in our own words", lang)),))
    blocks = [
        *(block for part in _BEFORE for block in _part(kb, shown, address, part, lang)),
        *((heading, SheetBlock("text", law)) if law else ()),
        *(block for part in _AFTER for block in _part(kb, shown, address, part, lang)),
    ]
    return Draft(shown.title, shown.label, 0, tuple(blocks))


def _lettered(paragraph: Paragraph) -> str:
    """A paragraph of law behind its letter, as on the screen; its number alone says nothing."""
    return f"{paragraph.label} {paragraph.text}" if paragraph.label.startswith("(") else paragraph.text


def _part(kb: KnowledgeBase, shown: Document, address: str, part: str, lang: str) -> list[SheetBlock]:
    """One part of a page under its title; of a page on which a paragraph was asked for, what belongs to that."""
    blocks = shown.parts.get(part, ())
    if address != shown.address:
        own = tuple(b for b in blocks if any(holds(address, a) for a in b.authorities[:1]))
        blocks = own or (blocks if part == "plain" else ())
    if not blocks:
        return []
    heading = [] if part == "plain" else [SheetBlock("heading", (Item(sheet_text(PARTS[part], lang)),))]
    return [*heading, SheetBlock("text" if part == "plain" else "steps", tuple(items_of(kb, blocks, lang)))]


# -- blocks of a sheet file ---------------------------------------------------------------------------------


def _poster(well: _Well, source: BlockSource) -> tuple[SheetBlock, SheetBlock, SheetBlock]:
    """The head of a sheet for now: its steps, what to say (its own words, or an outcome's), one number."""
    said = well.flow(source.flow).outcomes[source.outcome].say if source.outcome else source.texts
    number = tuple(contact_lines(well.kb, source.contacts, well.lang))
    return (
        SheetBlock("poster", source.items),
        SheetBlock("say", tuple(map(Item, said))),
        SheetBlock("number", (), contacts=number),
    )


def _block(well: _Well, source: BlockSource, card: Card | None) -> SheetBlock:
    if source.kind == "door":
        return SheetBlock("door", source.items, beside=source.below)
    if source.kind in ("heading", "text", "fill", "drawings"):
        items = tuple(map(Item, source.texts))
        return SheetBlock(source.kind, items, source.lines, drawings=source.drawings, alts=source.alts)
    if source.kind == "contacts":
        return SheetBlock("contacts", (), contacts=tuple(contact_lines(well.kb, source.contacts, well.lang)))
    if source.kind == "card" and card is not None:
        return SheetBlock("say" if source.part == "officer" else "steps", getattr(card, source.part).items)
    if source.kind == "outcome":
        return _from_outcome(well, source)
    items = source.items or tuple(_from_document(well, source))
    return SheetBlock(source.style or "text", items)


def _from_document(well: _Well, source: BlockSource) -> list[Item]:
    """Blocks of an explanation: all of a part, or those that open with the paragraph named."""
    address = source.address
    shown = well.document(address)
    blocks = [b for b in shown.parts.get(source.part, ()) if address == shown.address or address in b.authorities[:1]]
    return items_of(well.kb, tuple(blocks[: source.limit or None]), well.lang)


def _from_outcome(well: _Well, source: BlockSource) -> SheetBlock:
    outcome = well.flow(source.flow).outcomes[source.outcome]
    if source.part == "because":
        return SheetBlock("text", tuple(reason_item(b, b.fact) for b in outcome.because))
    if source.part == "title":
        return SheetBlock("text", (reason_item(outcome.because[0], outcome.title)._replace(level=outcome.level),))
    kind = {"say": "say", "do_now": "steps", "write_down": "steps"}[source.part]
    return SheetBlock(kind, tuple(map(Item, getattr(outcome, source.part)[: source.limit or None])))
