"""Two laws, one word: *bond*, *hold*, *warrant* mean one thing to ICE and another to police, jails and offices.

Where the word beside it tells which is meant, the law of the other may come later; where it does not and the first hits fall apart,
the reader is asked.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from rightsref.knowledge.library import KnowledgeBase
from rightsref.search.query import Query
from rightsref.search.ranking import Entry

ACTORS = ("federal", "local")
_FEDERAL, _LOCAL = ACTORS
_LOCALS = ("state", "county", "city")
#: What the law of the other loses where the query tells which is meant.
_LESS = 0.6
#: The first hits fall apart if, of so many, each of the two has one.
_LOOKED_AT = 4
#: A longer query tells by itself.
_MOST_WORDS = 6


class Meaning(NamedTuple):
    """One of two things that a query may mean: what it is called, and the query that means it."""

    label: str
    text: str


class TwoLaws:
    """The words of one knowledge base that two laws use."""

    def __init__(self, kb: KnowledgeBase) -> None:
        self._kb = kb

    def leans(self, query: Query) -> Mapping[str, float]:
        """Jurisdiction -> what its law loses because a word beside tells that the other is meant (*immigration bond*)."""
        word = self._word(query)
        at = query.words.index(word) if word else 0
        told = self._told(query.words[max(0, at - 1) : at + 2]) if word else set()
        leaning = "SELECT 1 FROM two_laws WHERE word = ? AND leans LIMIT 1"
        if len(told) != 1 or not self._kb.rows(leaning, word):
            return {}
        return dict.fromkeys(_LOCALS if _FEDERAL in told else ("federal",), _LESS)

    def meanings(self, query: Query, first: Sequence[Entry], lang: str) -> tuple[Meaning, ...]:
        """The two things that a query may mean, if it does not tell and its first hits fall apart or it is the bare word; else nothing."""
        word = self._word(query) if len(query.words) <= _MOST_WORDS else ""
        found = [entry.jurisdiction for entry in first if entry.jurisdiction][:_LOOKED_AT]
        actors = {jurisdiction == "federal" for jurisdiction in found}
        apart = len(actors) == len(ACTORS) or len(query.words) == 1
        if not word or not apart or self._told(query.spoken):
            return ()
        rows = self._kb.rows(
            "SELECT actor, label, adds FROM two_laws WHERE word = ? AND lang IN (?, 'en') ORDER BY actor, lang <> ?", word, lang, lang
        )  # fmt: skip
        offered = {row["actor"]: row for row in reversed(rows)}
        return tuple(
            Meaning(offered[actor]["label"], f"{query.text} {offered[actor]['adds']}")
            for actor in ACTORS
            if actor in offered
        )

    def _word(self, query: Query) -> str:
        """The first word of a query that two laws use; empty if there is none."""
        marks = ",".join("?" * len(query.words))
        found = {
            row["word"] for row in self._kb.rows(f"SELECT word FROM two_laws WHERE word IN ({marks})", *query.words)
        }
        return next((word for word in query.words if word in found), "")

    def _told(self, spoken: Sequence[str]) -> set[str]:
        """Which of the two some words tell of."""
        marks = ",".join("?" * len(spoken))
        return {row["actor"] for row in self._kb.rows(f"SELECT actor FROM tells WHERE word IN ({marks})", *spoken)}
