"""What can be copied of a text of law or of an answer: plain or rich, with its authorities, a link and the day of the law."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

from rightsref.knowledge.library import KnowledgeBase
from rightsref.model.law import Document, Level
from rightsref.model.sheet import SheetBlock
from rightsref.reasoning.saying import heard
from rightsref.sheets.authorities import Authority, addresses_in, authorities, link_of
from rightsref.sheets.drafts import draft
from rightsref.words import tr
from rightsref.words.dates import date_words
from rightsref.words.labels import LEVELS


class Copied(NamedTuple):
    """One way of copying something.

    Attributes:
        title: what it is called.
        text: what is copied as plain text.
        markup: the same as HTML; empty if it is plain only.
    """

    title: str
    text: str
    markup: str = ""


def copies_of_text(kb: KnowledgeBase, shown: Document, address: str) -> list[Copied]:
    """The ways of copying a document, or the paragraph of it that stands at an address."""
    paragraph = next((p for p in shown.paragraphs if p.address == address), None)
    label = paragraph.printed if paragraph else shown.label
    plain = shown.parts.get("plain", ())
    words = paragraph.text if paragraph else "\n".join(block.text for block in plain)
    level = paragraph.checked.level if paragraph else shown.least_sure
    mark = "" if level == Level.OFFICIAL else f"; {tr(LEVELS[level])}"
    note = f"{tr('restated by RightsRef')}{mark}"
    link = link_of(kb, shown, address)
    linked = (
        f"{words} ({label}, {note})\n{link}\n{law_day(kb)}" if link else f"{words} ({label}, {note})\n{law_day(kb)}"
    )
    cited = f'<a href="{escape(link)}">{escape(label)}</a>' if link else escape(label)
    lines = [paragraph.text] if paragraph else [block.text for block in plain]
    body = "".join(f"<p>{escape(line)}</p>" for line in lines)
    return [
        Copied(tr("Citation"), label),
        Copied(tr("Words and citation"), f"{words} ({label}, {note})"),
        Copied(tr("With link and the law’s date"), linked),
        Copied(
            tr("As rich text"), linked, f"{body}<p>({cited}, {escape(note)})</p><p><i>{escape(law_day(kb))}</i></p>"
        ),
    ]


def copies_of_answer(kb: KnowledgeBase, target: str, lang: str, words: str = "") -> list[Copied]:
    """The ways of copying what a sheet could be made of.

    Args:
        kb: where the words are drawn from.
        target: the address of an outcome, of a paper, or of anything else that can be printed.
        lang: the reader’s language.
        words: what stands on screen, if that says more than the sheet.
    """
    made = draft(kb, target, lang)
    cited = authorities(kb, addresses_in(made.blocks), lang)
    whole = words or _plain(made.title, made.blocks)
    listed = "\n".join(f"- {one.citation}: {one.title}{f' {one.link}' if one.link else ''}" for one in cited)
    ending = f"{tr('Authorities')}:\n{listed}\n{law_day(kb)}\n" if cited else f"{law_day(kb)}\n"
    rich = f"<h2>{escape(made.title)}</h2>{_rich(made.blocks)}{_rich_list(cited)}<p><i>{escape(law_day(kb))}</i></p>"
    return [
        Copied(tr("The whole answer, with its authorities"), f"{whole.rstrip()}\n\n{ending}"),
        Copied(tr("Its authorities, as a list"), ending),
        Copied(tr("As rich text"), f"{whole.rstrip()}\n\n{ending}", rich),
    ]


def law_day(kb: KnowledgeBase) -> str:
    """The day of the law, and what this is not."""
    day = tr("Law as of {day}.").format(day=date_words(kb.meta()["law_as_of"]))
    return f"{day} {tr('Information, not legal advice.')}"


def _plain(title: str, blocks: Sequence[SheetBlock]) -> str:
    lines = [title, ""]
    for block in blocks:
        lines += [""] if block.kind == "heading" else []
        for nth, item in enumerate(block.items, 1):
            lead = {"steps": "- ", "numbered": f"{nth}. "}.get(block.kind, "")
            words = _said(block, nth - 1) if block.kind == "say" else item.text
            lines.append(f"{lead}{words}{f' ({item.citation})' if item.citation else ''}")
        lines += [f"- {way.name}: {way.ways} {way.hours} {way.warning}".rstrip() for way in block.contacts]
    return "\n".join(lines)


def _said(block: SheetBlock, nth: int) -> str:
    """Words to say: the English that an officer hears, and behind it in brackets what it means."""
    own = block.items[nth].text
    english = block.beside[nth].text if block.beside else own
    said = heard(english, "" if english == own else own)
    return f"{said.line} ({said.meaning})" if said.meaning else said.line


def _rich(blocks: Sequence[SheetBlock]) -> str:
    return "".join(map(_rich_block, blocks))


def _rich_block(block: SheetBlock) -> str:
    items = [
        escape(_said(block, nth) if block.kind == "say" else item.text)
        + (f" <small>({escape(item.citation)})</small>" if item.citation else "")
        for nth, item in enumerate(block.items)
    ]
    items += [
        f"<b>{escape(way.name)}</b> {escape(way.ways)} {escape(way.hours)} {escape(way.warning)}"
        for way in block.contacts
    ]
    if block.kind == "heading":
        return "".join(f"<h3>{item}</h3>" for item in items)
    if block.kind in ("steps", "numbered", "contacts"):
        outer = "ol" if block.kind == "numbered" else "ul"
        return f"<{outer}>{''.join(f'<li>{item}</li>' for item in items)}</{outer}>"
    return "".join(f"<p>{item}</p>" for item in items)


def _rich_list(cited: Sequence[Authority]) -> str:
    if not cited:
        return ""
    rows = "".join(f"<li>{_linked(one)}: {escape(one.title)}</li>" for one in cited)
    return f"<h3>{escape(tr('Authorities'))}</h3><ul>{rows}</ul>"


def _linked(one: Authority) -> str:
    return f'<a href="{escape(one.link)}">{escape(one.citation)}</a>' if one.link else escape(one.citation)
