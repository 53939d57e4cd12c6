"""`rightsref show`: one unit, by its citation or address."""

from __future__ import annotations

from typing import Any

import click

from rightsref.cli import text
from rightsref.cli.options import day, language, open_knowledge_base
from rightsref.cli.output import Answer, as_json
from rightsref.model import address as addresses
from rightsref.model.law import Checked, Document


@click.command()
@click.argument("citation", metavar="CITATION-OR-ADDRESS")
@language
@click.option("--on", callback=day, metavar="DATE", help="The text that was in force on this day.")
@as_json
def show(citation: str, lang: str, on: str) -> Answer:
    """Show one unit of law, a form, a case or a topic, with its explanation."""
    kb = open_knowledge_base()
    address = kb.resolve(citation, on)
    document = kb.document(address, lang)
    return Answer(_document_json(document, address), text.document(document, address))


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
