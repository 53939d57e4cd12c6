"""What documents and acts are called, beside their citations."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from rightsref.content.linking.resolve import Content, Unit, units_of
from rightsref.model import citation as citations
from rightsref.model.spoken import fold

#: Series whose numbers people write with and without leading zeros.
_SERIES = ("eo", "order", "directive", "policy", "memo")
_BRACKETED = re.compile(r"(?P<long>.+?)\s*\((?P<short>[^)]+)\)\Z")


def names_of(content: Content) -> dict[str, Unit]:
    """Lookup key -> the unit it means: aliases, captions and terms; numbers without leading zeros; the reporters of cases."""
    names = dict(content.names)
    for text in content.texts.values():
        unit = next(units_of(text.english))
        base = unit.citation.base
        if base.partition(":")[0] in _SERIES and not text.english.version:
            names.setdefault(citations.loose_key(base), unit)
        for name in citations.names(str(text.english.meta.get("reporter", ""))):
            names.setdefault(name, unit)
        for alias in text.english.meta.get("aliases", []):
            names.setdefault(citations.loose_key(str(alias)), unit)
    return names


def acts_of(sources: Mapping[str, Mapping[str, Any]]) -> dict[str, str]:
    """The folded short name of each source -> its citation, so that a section is found by it (*section 15 of the TRUST Act*)."""
    acts: dict[str, str] = {}
    for table in sources.values():
        called = [*table["short"].values(), *table.get("names", [])]
        for name in called:
            bracketed = _BRACKETED.match(name)
            for spelled in bracketed.groups() if bracketed else (name,):
                folded = fold(spelled).replace("’", "'")
                acts.setdefault(folded, table["citation"])
                if table["kind"] == "ordinance" and "ordinance" not in folded:
                    acts.setdefault(f"{folded} ordinance", table["citation"])
    return acts
