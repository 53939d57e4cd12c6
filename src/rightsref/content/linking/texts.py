"""Texts of TOML tables: in a language, with their authorities resolved."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rightsref.content.linking.resolve import Content, level_at
from rightsref.content.reading.translations import NAMED
from rightsref.model.kinds import ORIGINAL, left_in_english
from rightsref.model.law import Level
from rightsref.model.reason import Because


def worded(field: Any, lang: str) -> Any:  # noqa: ANN401 - a text or a list of texts
    """A text, or a list of texts, in a language; where there is none, in English and saying so."""
    if not isinstance(field, dict):
        return ""
    if found := field.get(lang):
        return found
    english = field.get(ORIGINAL, "")
    if isinstance(english, list):
        return [text if text.startswith(NAMED) else left_in_english(text, lang) for text in english]
    return left_in_english(english, lang)


def reason(content: Content, fact: dict[str, str], authority: str, lang: str) -> Because:
    """A fact with its authority resolved."""
    unit = content.find(authority)
    if unit is None:
        return Because(worded(fact, lang), "", authority, authority, Level.UNCHECKED)
    return Because(
        worded(fact, lang), str(unit.address), content.printed(unit, lang), str(unit.citation), level_at(unit)
    )


def level_of(content: Content, reference: str) -> Level:
    """How far an authority is confirmed."""
    unit = content.find(reference)
    return level_at(unit) if unit else Level.UNCHECKED


def texts_of(value: Any) -> Iterator[str]:  # noqa: ANN401 - any TOML
    """The English texts of a TOML table."""
    if isinstance(value, dict):
        for name, part in value.items():
            if name == "en":
                yield from [part] if isinstance(part, str) else part
            else:
                yield from texts_of(part)
    elif isinstance(value, list):
        for part in value:
            yield from texts_of(part)


def authorities(table: Any) -> list[str]:  # noqa: ANN401 - any TOML
    """Every authority that a table names."""
    if isinstance(table, dict):
        own = [table["authority"]] if "authority" in table else []
        return own + [found for part in table.values() for found in authorities(part)]
    return [found for part in table for found in authorities(part)] if isinstance(table, list) else []
