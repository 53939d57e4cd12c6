"""Sheet files: `resources/sheets/<sheet>.toml` -> rows whose every address is resolved."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from rightsref.content.linking.resolve import Content, printed
from rightsref.content.linking.standing import standing_lines
from rightsref.content.linking.texts import level_of
from rightsref.model.kinds import LANGUAGES


def sheet_rows(content: Content) -> Iterator[dict[str, Any]]:
    """The rows of table `sheet`, in order."""
    ordered = sorted(content.tree.sheets.items(), key=lambda item: (item[1]["order"], item[0]))
    for position, (key, table) in enumerate(ordered):
        for lang in (lang for lang in LANGUAGES if lang in table["title"]):
            blocks = [_resolved(content, block, lang) for block in table["block"]]
            yield {
                "key": key, "lang": lang, "position": position, "title": table["title"][lang],
                "subtitle": table["subtitle"].get(lang, ""), "pages": table["pages"],
                "blocks": json.dumps(blocks, ensure_ascii=False, sort_keys=True), "card": _card(content, table, lang),
            }  # fmt: skip


def _resolved(content: Content, block: dict[str, Any], lang: str) -> dict[str, Any]:
    made = dict(block)
    for key in ("text", "alt"):
        if key in block:
            made[key] = block[key].get(lang) or block[key]["en"]
    if block["kind"] == "standing":
        lines = standing_lines(content)
        made["items"] = [_standing_item(content, lines[key], lang) for key in block["standing"]]
    unit = content.find(block["address"]) if "address" in block else None
    if unit:
        made["address"] = str(unit.address)
    return made


def _card(content: Content, table: dict[str, Any], lang: str) -> str:
    """The card of a sheet as JSON, its authorities as they are printed; empty if it has none."""
    sides = table.get("card", {})
    made = {
        name: {"title": _in(side["title"], lang), "items": [_card_item(content, row, lang) for row in side["items"]]}
        for name, side in sides.items()
    }
    return json.dumps(made, ensure_ascii=False, sort_keys=True) if made else ""


def _card_item(content: Content, row: dict[str, Any], lang: str) -> dict[str, str]:
    unit = content.find(row["authority"])
    level = level_of(content, row["authority"]).value
    cited = {"citation": printed(unit), "authority": str(unit.address)} if unit else {"citation": "", "authority": ""}
    return {"text": _in(row["text"], lang), "level": level, **cited}


def _standing_item(content: Content, line: dict[str, Any], lang: str) -> dict[str, str]:
    """A standing line with the first thing that it rests on; a line that claims nothing rests on nothing."""
    reasons = line.get("because", [])
    if not reasons:
        return {"text": _in(line["text"], lang), "level": "official", "citation": "", "authority": ""}
    return _card_item(content, {"text": line["text"], "authority": reasons[0]["authority"]}, lang)


def _in(field: dict[str, str], lang: str) -> str:
    return field.get(lang) or field["en"]
