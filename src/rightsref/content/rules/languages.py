"""The rule that what is told in two languages is the same: as many lines in each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rightsref.content.linking.resolve import Content
from rightsref.content.reading.problems import Problem
from rightsref.model.kinds import LANGUAGES


def languages(content: Content) -> Iterator[Problem]:
    """A list in Spanish has as many lines as the English, so that the two can stand side by side. How people ask is each language's own."""
    for folder, tables in (("flows", content.tree.flows), ("sheets", content.tree.sheets)):
        for key, table in tables.items():
            path = Path(folder, f"{key}.toml")
            told = {name: part for name, part in table.items() if name != "asks"}
            for place, nth in _uneven(told, ""):
                line = content.tree.line_of(path, place.rpartition(".")[0] or place, nth)
                yield Problem(path, line, "error", f"`{place}` must have as many lines in each language", "languages")


def _uneven(value: Any, place: str, nth: int = 0) -> Iterator[tuple[str, int]]:  # noqa: ANN401 - any TOML
    """Where lists differ in length between languages: the dotted place, and in which of its tables."""
    if isinstance(value, dict):
        lists = [texts for lang, texts in value.items() if lang in LANGUAGES and isinstance(texts, list)]
        if len({len(texts) for texts in lists}) > 1:
            yield place, nth
        for name, part in value.items():
            yield from _uneven(part, f"{place}.{name}".lstrip("."), nth)
    elif isinstance(value, list):
        for number, part in enumerate(value):
            yield from _uneven(part, place, number)
