"""`rightsref show`: one unit, by its citation or address."""

from __future__ import annotations

from typing import Any

import click

from rightsref.cli import text
from rightsref.cli.blocks import block_lines
from rightsref.cli.options import day, language, open_knowledge_base, readable
from rightsref.cli.output import Answer, as_json
from rightsref.model import address as addresses
from rightsref.model.law import Checked, Document
from rightsref.model.sheet import SheetBlock
from rightsref.sheets.detainer_drafts import DETAINER_DRAFTS


@click.command()
@click.argument("citation", metavar="CITATION-OR-ADDRESS")
@language
@click.option("--on", callback=day, metavar="DATE", help="The text that was in force on this day.")
@as_json
def show(citation: str, lang: str, on: str) -> Answer:
    """Show one unit of law, a form, a case, a topic or a paper, with its explanation."""
    kb = open_knowledge_base()
    address = kb.resolve(citation, on)
    document = kb.document(address, lang)
    if document.kind in DETAINER_DRAFTS:
        # A paper or a stage is told whole, as on its sheet: half of what a paper to sign says is dangerous.
        _, blocks = DETAINER_DRAFTS[document.kind][1](kb, address.rpartition("/")[2], lang)
        lines = [f"{document.label}  {document.title}", "", *block_lines(blocks)]
        return Answer(_document_json(document, address) | {"blocks": _blocks_json(blocks)}, lines)
    told = _document_json(document, address)
    missed = text.instead(kb.part_not_held(readable(citation), address), told["citation"])
    return Answer(told, [*missed, *text.document(document, address)])


def _blocks_json(blocks: list[SheetBlock]) -> list[dict[str, Any]]:
    return [
        {"kind": block.kind, "items": [{"text": item.text, "citation": item.citation} for item in block.items]}
        for block in blocks
    ]


def _document_json(document: Document, address: str) -> dict[str, Any]:
    paragraphs = [p for p in document.paragraphs if addresses.holds(address, p.address)]
    return {
        "address": address,
        "kind": document.kind,
        "citation": paragraphs[0].citation if address != document.address and paragraphs else document.citation,
        "title": document.title,
        "status": document.status,
        "effective": document.effective,
        "ends": document.ends or None,
        "paragraphs": [
            {"citation": p.citation, "text": p.text, "checked": _checked_json(p.checked)} for p in paragraphs
        ],
        "explanation": {part: [block.text for block in blocks] for part, blocks in document.parts.items()},
        "related": [reference.address for reference in document.related],
    }  # fmt: skip


def _checked_json(checked: Checked) -> dict[str, str]:
    return {"level": checked.level, "on": checked.on, "source": checked.source, "note": checked.note}
