"""What the place names and the times of a query say: whose law it asks for, and whether for law that is gone."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from rightsref.knowledge.library import KnowledgeBase
from rightsref.search.query import Query

#: A town of Illinois outside Chicago: State law answers and the city code does not. A place inside: the city code may answer too.
_LEANS: dict[str, Mapping[str, float]] = {
    "state": {"state": 1.25, "city": 0.6},
    "city": {"city": 1.15},
}
_LONGEST = 3  # words
_FORMER = frozenset((
    "old", "former", "formerly", "previous", "previously", "used", "antes", "anterior", "antiguo", "antigua", "vieja", "viejo",
))  # fmt: skip


class Places:
    """The place names that one knowledge base knows."""

    def __init__(self, kb: KnowledgeBase) -> None:
        self._kb = kb
        self._names: dict[str, str] | None = None
        self.leans = lru_cache(maxsize=64)(self._find_leans)

    def _find_leans(self, spoken: tuple[str, ...]) -> Mapping[str, float]:
        """Jurisdiction -> what its law gains or loses by the places named among some words."""
        if self._names is None:
            rows = self._kb.rows("SELECT word, jurisdiction FROM known WHERE jurisdiction <> ''")
            self._names = {row["word"]: row["jurisdiction"] for row in rows}
        for length in range(_LONGEST, 0, -1):
            for start in range(len(spoken) - length + 1):
                found = self._names.get(" ".join(spoken[start : start + length]))
                if found:
                    return _LEANS.get(found, {})
        return {}


def asks_for_former(query: Query) -> bool:
    """Whether a query asks for law that no longer stands."""
    return not _FORMER.isdisjoint(query.spoken)
