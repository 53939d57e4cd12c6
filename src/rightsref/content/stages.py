"""The path of a detainer and the program's own pages: `path.toml`, `tools.toml` -> nouns; and the rule of the path."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rightsref.content import wording
from rightsref.content.problems import Problem
from rightsref.content.resolve import Content
from rightsref.content.standing import expanded
from rightsref.content.texts import authorities, level_of, reason, texts_of, worded
from rightsref.model.address import Address, parse
from rightsref.model.law import worst
from rightsref.model.stage import TOOLS, WAYS, Stage, Tool, Way

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


def stages(content: Content) -> Iterator[Problem]:
    """Every stage names its law, its authorities exist, and where the path parts, each way is told once; tools are pages."""
    for nth, (tool, _) in enumerate(tools_of(content, "en")):
        if tool.key not in TOOLS:
            line = content.tree.line_of(PAGES, "tool", nth)
            yield Problem(PAGES, line, "error", f"“{tool.key}” is no page; they are {', '.join(TOOLS)}", "stages")
    for nth, row in enumerate(stage_rows(content)):
        for message in _faults(content, row):
            line = content.tree.line_of(PATH, "stage", nth)
            yield Problem(PATH, line, "error", f"{row.get('key')}: {message}", "stages")


def _faults(content: Content, row: dict[str, Any]) -> Iterator[str]:
    if parse(str(Address("stage", (row.get("key", ""),)))) is None:
        yield "`key` must be one word, or words with hyphens"
    if not row.get("law"):
        yield "it names no authority"
    ways = [way.get("where") for way in row.get("ways", [])]
    if ways and sorted(map(str, ways)) != sorted(WAYS):
        yield f"where the path parts, tell each of {', '.join(WAYS)} once"
    references = [*authorities(row), *row.get("related", [])]
    yield from (f"“{reference}” leads nowhere" for reference in references if content.find(reference) is None)
    yield from wording.faults(list(texts_of(row)))
