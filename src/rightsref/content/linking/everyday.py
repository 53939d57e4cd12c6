"""Everyday words and the words of the law that they mean: the thesaurus, and what people say for the terms of our Spanish."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from rightsref.model.kinds import LANGUAGES, TRANSLATIONS

_ASIDE = re.compile(r"\s*\([^)]*\)")


class Everyday(NamedTuple):
    """Phrases that people type, in a language, and the words of the law, in English, that they mean."""

    path: Path
    lang: str
    say: tuple[str, ...]
    means: tuple[str, ...]


def everyday(tables: dict[str, dict[str, Any]]) -> Iterator[Everyday]:
    """Every group of the thesaurus; then each term of our Spanish, with the other words that people say for it."""
    for lang in LANGUAGES:
        for row in tables.get("thesaurus", {}).get(lang, []):
            yield Everyday(Path("thesaurus.toml"), lang, tuple(row.get("say", ())), tuple(row.get("means", ())))
    for lang in TRANSLATIONS:
        for row in tables.get(f"terms_{lang}", {}).get("term", []):
            meant = row.get("means") or [part.strip() for part in _ASIDE.sub("", row.get("en", "")).split(",")]
            yield Everyday(Path(f"terms_{lang}.toml"), lang, tuple(row.get("also", ())), tuple(meant))
