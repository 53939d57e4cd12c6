"""The rule of sheets: every block draws words that exist."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rightsref.content.linking.flows import flow_files
from rightsref.content.linking.resolve import Content
from rightsref.content.linking.sheets import phones
from rightsref.content.linking.standing import standing_lines
from rightsref.content.reading.grammar import PARTS
from rightsref.content.reading.problems import Problem

_KINDS = (
    "heading",
    "text",
    "fill",
    "contacts",
    "outcome",
    "explanation",
    "drawings",
    "card",
    "standing",
    "poster",
    "door",
)
#: So many steps can be kept in mind.
_STEPS = 4
_OUTCOME_PARTS = ("title", "because", "do_now", "say", "write_down")


def sheets(content: Content) -> Iterator[Problem]:
    """Every block of a sheet draws words that exist."""
    flows = {file.key: file.table for file in flow_files(content)}
    contacts = {contact.get("key") for contact in content.tree.tables.get("contacts", {}).get("contact", [])}
    for key, table in content.tree.sheets.items():
        path = Path("sheets", f"{key}.toml")
        for name, side in table.get("card", {}).items():
            for message in _fault_of_number(content, side):
                yield Problem(
                    path, content.tree.line_of(path, f"card.{name}"), "error", f"card, {name}: {message}", "sheets"
                )
            for row in side.get("items", []):
                if content.find(row.get("authority", "")) is None:
                    message = f"card, {name}: “{row.get('authority')}” leads nowhere"
                    yield Problem(path, content.tree.line_of(path, f"card.{name}"), "error", message, "sheets")
        if table.get("now", False) != ("poster" in [block.get("kind") for block in table.get("block", [])][:1]):
            yield Problem(
                path, 1, "error", "a sheet for `now`, and no other, begins with a block of kind poster", "sheets"
            )
        for nth, block in enumerate(table.get("block", [])):
            line = content.tree.line_of(path, "block", nth)
            for message in (*_faults(content, block, flows, contacts), *_fault_of_picture(content, table, block)):
                yield Problem(path, line, "error", message, "sheets")


def _faults(content: Content, block: dict[str, Any], flows: dict[str, Any], contacts: set[Any]) -> Iterator[str]:
    kind = block.get("kind")
    if kind not in _KINDS:
        yield f"`kind` must be one of {', '.join(_KINDS)}, not “{kind}”"
    elif kind == "poster":
        yield from _faults_of_poster(content, block, flows, contacts)
    elif kind in ("heading", "text", "fill", "door") and not block.get("text"):
        yield f"a block of kind {kind} needs `text`"
    elif kind == "standing":
        known = standing_lines(content)
        yield from (f"there is no standing line “{name}”" for name in block.get("standing", []) if name not in known)
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


def _faults_of_poster(
    content: Content, block: dict[str, Any], flows: dict[str, Any], contacts: set[Any]
) -> Iterator[str]:
    """A poster has four steps, each with an authority that exists if it claims something; words to say; one number."""
    steps = block.get("steps", [])
    if len(steps) != _STEPS:
        yield f"a poster has {_STEPS} steps, not {len(steps)}"
    for step in steps:
        if "authority" in step and content.find(step["authority"]) is None:
            yield f"“{step['authority']}” leads nowhere"
    outcomes = flows.get(str(block.get("flow")), {}).get("outcomes", {})
    if not block.get("text") and not outcomes.get(block.get("outcome"), {}).get("say"):
        yield "a poster says what to say: `text`, or an outcome that has it"
    if block.get("number") not in contacts & set(phones(content)):
        yield f"there is no contact “{block.get('number')}” with a phone"


def _fault_of_number(content: Content, side: dict[str, Any]) -> Iterator[str]:
    """The number that a card sets large ends one of its lines, in each language."""
    if "number" in side:
        number = phones(content).get(side["number"])
        calls = [row["text"] for row in side.get("items", []) if number and row["text"]["en"].endswith(number)]
        if len(calls) != 1 or not all(text.endswith(str(number)) for text in calls[0].values()):
            yield f"one line must end with the number of the contact “{side['number']}”, in each language"


def _fault_of_picture(content: Content, table: dict[str, Any], block: dict[str, Any]) -> Iterator[str]:
    """A drawing is there and has a caption; a side of a card is one of the sheet's own."""
    if block.get("kind") == "drawings":
        names = block.get("papers", [])
        yield from (f"there is no drawing “{name}”" for name in names if not _drawing(content, name).is_file())
        given = [texts for key in ("text", "alt") for texts in block.get(key, {"en": []}).values()]
        if not names or any(len(texts) != len(names) for texts in given):
            yield "`text` and `alt` must give each drawing of `papers` a caption, and words for who cannot see it"
    elif block.get("kind") == "card" and block.get("part") not in table.get("card", {}):
        yield f"the sheet has no card with a side “{block.get('part')}”"


def _drawing(content: Content, name: str) -> Path:
    return content.tree.root / "papers" / f"{name}.svg"
