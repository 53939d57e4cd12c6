"""Sheet files: `resources/sheets/<sheet>.toml` -> sheets as written, every address resolved."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from rightsref.content.linking.resolve import Content
from rightsref.content.linking.standing import standing_lines
from rightsref.content.linking.texts import reason, worded
from rightsref.model.kinds import LANGUAGES, ORIGINAL, TRANSLATIONS
from rightsref.model.sheet import BlockSource, Card, CardSide, Item, SheetSource


class SheetFile(NamedTuple):
    """One sheet as written."""

    key: str
    table: dict[str, Any]


def sheet_files(content: Content) -> list[SheetFile]:
    """Every sheet, in order."""
    return sorted((SheetFile(*item) for item in content.tree.sheets.items()), key=lambda f: (f.table["order"], f.key))


def sheets_of(content: Content, file: SheetFile) -> Iterator[tuple[str, SheetSource]]:
    """A sheet in each language that it is written in. It must have passed its rule."""
    table = file.table
    for lang in (lang for lang in LANGUAGES if lang in table["title"]):
        blocks = tuple(_block(content, block, lang) for block in table["block"])
        card = (
            Card(**{name: _side(content, side, lang) for name, side in table["card"].items()})
            if "card" in table
            else None
        )
        pages = table.get("pages_in", {}).get(lang, table["pages"])
        yield lang, SheetSource(table["title"][lang], table["subtitle"].get(lang, ""), pages, blocks, card)


def _block(content: Content, row: dict[str, Any], lang: str) -> BlockSource:
    if row["kind"] == "poster":
        return _poster(content, row, lang)
    if row["kind"] == "door":
        return BlockSource(
            "door", items=_texts(row, ORIGINAL), below=tuple(i for other in TRANSLATIONS for i in _texts(row, other))
        )
    unit = content.find(row["address"]) if "address" in row else None
    lines = standing_lines(content)
    return BlockSource(
        row["kind"], tuple(worded(row.get("text"), lang) or ()), row.get("lines", 1), tuple(row.get("contacts", ())),
        tuple(row.get("papers", ())), tuple(worded(row.get("alt"), lang) or ()), str(unit.address) if unit else "",
        row.get("part", ""), row.get("flow", ""), row.get("outcome", ""), row.get("limit", 0), row.get("as", ""),
        tuple(_standing(content, lines[key], lang) for key in row.get("standing", ())),
    )  # fmt: skip


def _poster(content: Content, row: dict[str, Any], lang: str) -> BlockSource:
    """The head of a sheet for now. A step that claims nothing names no authority."""
    steps = tuple(
        _item(content, step["text"], step["authority"], lang)
        if "authority" in step
        else Item(worded(step["text"], lang), lang=lang)
        for step in row["steps"]
    )
    said = tuple(worded(row.get("text"), lang) or ())
    return BlockSource(
        "poster", said, contacts=(row["number"],), flow=row.get("flow", ""), outcome=row.get("outcome", ""), items=steps
    )


def _texts(row: dict[str, Any], lang: str) -> tuple[Item, ...]:
    return tuple(Item(text, lang=lang) for text in row["text"].get(lang, ()))


def _side(content: Content, table: dict[str, Any], lang: str) -> CardSide:
    """One side of a card, each line with its authority."""
    items = tuple(_item(content, row["text"], row["authority"], lang) for row in table["items"])
    return CardSide(
        Item(worded(table["title"], lang), lang=lang), items, phones(content).get(table.get("number", ""), "")
    )


def phones(content: Content) -> dict[str, str]:
    """The phone of each contact that has one."""
    return {
        str(row.get("key")): row["phone"]
        for row in content.tree.tables.get("contacts", {}).get("contact", [])
        if row.get("phone")
    }


def _standing(content: Content, line: dict[str, Any], lang: str) -> Item:
    """A standing line with the first thing that it rests on; a line that claims nothing rests on nothing."""
    reasons = line.get("because", [])
    if not reasons:
        return Item(worded(line["text"], lang), lang=lang)
    return _item(content, line["text"], reasons[0]["authority"], lang)


def _item(content: Content, text: dict[str, str], authority: str, lang: str) -> Item:
    rests = reason(content, text, authority, lang)
    return Item(rests.fact, rests.citation, rests.level, lang=lang if lang in text else "en", authority=rests.authority)
