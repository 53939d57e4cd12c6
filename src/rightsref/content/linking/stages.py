"""The path of a detainer and the program's own pages: `path.toml`, `tools.toml` -> nouns."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rightsref.content.linking.resolve import Content
from rightsref.content.linking.standing import expanded
from rightsref.content.linking.texts import authorities, level_of, reason, worded
from rightsref.model.law import worst
from rightsref.model.stage import Stage, Tool, Way

PATH, PAGES = Path("path.toml"), Path("tools.toml")


def stage_rows(content: Content) -> list[dict[str, Any]]:
    """The stages as written, in order."""
    return list(content.tree.tables.get("path", {}).get("stage", []))


def stage_of(content: Content, row: dict[str, Any], lang: str = "en") -> Stage:
    """One stage in a language. It must have passed the rule."""
    law = tuple(reason(content, r["text"], r["authority"], lang) for r in row["law"])
    ways = tuple(Way(w["where"], reason(content, w["text"], w["authority"], lang)) for w in row.get("ways", []))
    related = [unit for reference in row.get("related", []) if (unit := content.find(reference))]
    return Stage(
        row["key"], worded(row["title"], lang), worded(row["box"], lang), worded(row["who"], lang),
        tuple(worded(row["happens"], lang)), law, ways, tuple(worded(expanded(content, row["do"]), lang)),
        tuple(str(unit.address) for unit in related),
        worst([level_of(content, reference) for reference in authorities(row)]),
    )  # fmt: skip


def tools_of(content: Content, lang: str) -> list[tuple[Tool, list[str]]]:
    """Each page of the program that can be found, with the asks that find it."""
    rows = content.tree.tables.get("tools", {}).get("tool", [])
    return [
        (
            Tool(r.get("key", ""), worded(r.get("title"), lang), worded(r.get("about"), lang)),
            r.get("asks", {}).get(lang, []),
        )
        for r in rows
    ]
