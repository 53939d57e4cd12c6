"""The rule of the path and of the program's own pages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rightsref.content.linking.resolve import Content
from rightsref.content.linking.stages import PAGES, PATH, stage_rows, tools_of
from rightsref.content.linking.texts import authorities, texts_of
from rightsref.content.prose import wording
from rightsref.content.reading.problems import Problem
from rightsref.model.address import Address, parse
from rightsref.model.stage import TOOLS, WAYS


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
