"""Sheet files: `resources/sheets/<sheet>.toml` -> rows whose every address is resolved; and their rule."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rightsref.content.flows import flow_files
from rightsref.content.kinds import LANGUAGES, PARTS
from rightsref.content.problems import Problem
from rightsref.content.resolve import Content
from rightsref.content.rows import Row

_KINDS = ("heading", "text", "fill", "contacts", "outcome", "explanation")
_OUTCOME_PARTS = ("title", "because", "do_now", "say", "write_down")


def sheet_rows(content: Content) -> Iterator[Row]:
    """The rows of table `sheet`, in order."""
    ordered = sorted(content.tree.sheets.items(), key=lambda item: (item[1]["order"], item[0]))
    for position, (key, table) in enumerate(ordered):
        for lang in (lang for lang in LANGUAGES if lang in table["title"]):
            blocks = [_resolved(content, block, lang) for block in table["block"]]
            yield {
                "key": key, "lang": lang, "position": position, "title": table["title"][lang],
                "subtitle": table["subtitle"].get(lang, ""), "pages": table["pages"],
                "blocks": json.dumps(blocks, ensure_ascii=False, sort_keys=True),
            }  # fmt: skip


def _resolved(content: Content, block: dict[str, Any], lang: str) -> dict[str, Any]:
    made = dict(block)
    if "text" in block:
        made["text"] = block["text"].get(lang) or block["text"]["en"]
    unit = content.find(block["address"]) if "address" in block else None
    if unit:
        made["address"] = str(unit.address)
    return made


def sheets(content: Content) -> Iterator[Problem]:
    """Every block of a sheet draws words that exist."""
    flows = {file.key: file.table for file in flow_files(content)}
    contacts = {contact.get("key") for contact in content.tree.tables.get("contacts", {}).get("contact", [])}
    for key, table in content.tree.sheets.items():
        path = Path("sheets", f"{key}.toml")
        for nth, block in enumerate(table.get("block", [])):
            line = content.tree.line_of(path, "block", nth)
            for message in _faults(content, block, flows, contacts):
                yield Problem(path, line, "error", message, "sheets")


def _faults(content: Content, block: dict[str, Any], flows: dict[str, Any], contacts: set[Any]) -> Iterator[str]:
    kind = block.get("kind")
    if kind not in _KINDS:
        yield f"`kind` must be one of {', '.join(_KINDS)}, not “{kind}”"
    elif kind in ("heading", "text", "fill") and not block.get("text"):
        yield f"a block of kind {kind} needs `text`"
    elif kind == "contacts":
        yield from (f"there is no contact “{name}”" for name in block.get("contacts", []) if name not in contacts)
    elif kind == "outcome":
        outcomes = flows.get(str(block.get("flow")), {}).get("outcomes", {})
        if block.get("outcome") not in outcomes or block.get("part") not in _OUTCOME_PARTS:
            yield f"{block.get('flow')}/{block.get('outcome')} has no part “{block.get('part')}”"
    elif kind == "explanation":
        unit = content.find(str(block.get("address", "")))
        if unit is None or block.get("part") not in unit.document.parts or block.get("part") not in PARTS.values():
            yield f"“{block.get('address')}” has no part “{block.get('part')}”"
