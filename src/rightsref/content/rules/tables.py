"""The rules about the tables beside the documents: glossary, timeline, contacts."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from rightsref.content.linking.resolve import Content
from rightsref.content.reading.problems import Problem
from rightsref.model.law import Jurisdiction, Level
from rightsref.model.reference import Need

#: File -> the tables in it, and the texts that must be there in the same languages.
_TABLES = {
    "glossary": ("term", ("term", "meaning")),
    "timeline": ("event", ("title", "text")),
    "contacts": ("contact", ("name", "for")),
}
_CHOICES: dict[str, Collection[str]] = {
    "need": set(Need),
    "level": set(Level),
    "jurisdiction": set(Jurisdiction),
    "precision": {"day", "month", "year"},
}


def tables(content: Content) -> Iterator[Problem]:
    """Terms, events and contacts have keys of their own, say how far they are checked, and name what exists."""
    for file, (name, texts) in _TABLES.items():
        path = Path(f"{file}.toml")
        seen: set[str] = set()
        for nth, row in enumerate(content.tree.tables.get(file, {}).get(name, [])):
            for message in (*_faults(content, row, texts), *_taken(row, seen)):
                yield Problem(path, content.tree.line_of(path, name, nth), "error", f"{name}: {message}", "tables")


def _faults(content: Content, row: dict[str, Any], texts: tuple[str, ...]) -> Iterator[str]:
    for key, allowed in _CHOICES.items():
        if key in row and row[key] not in allowed:
            yield f"`{key}` must be one of {', '.join(sorted(allowed))}, not “{row[key]}”"
    if row.get("level") in {Level.OFFICIAL, Level.SECONDARY} and not row.get("source", "").startswith("https://"):
        yield f"what is checked as {row['level']} needs the https:// address of what was seen in `source`"
    for reference in (*([row["authority"]] if "authority" in row else []), *row.get("touches", [])):
        if content.find(reference) is None:
            yield f"“{reference}” leads nowhere"
    if len({frozenset(row.get(key, {})) for key in texts}) > 1:
        yield f"{' and '.join(f'`{key}`' for key in texts)} must be there in the same languages"


def _taken(row: dict[str, Any], seen: set[str]) -> Iterator[str]:
    """Keys, and spellings of terms by language, that an earlier row bears already."""
    spelled = [f"{lang}: {form.casefold()}" for lang, forms in row.get("forms", {}).items() for form in forms]
    for name in [str(row.get("key")), *dict.fromkeys(spelled)]:
        if name in seen:
            yield f"“{name}” belongs already to an earlier one"
        seen.add(name)
