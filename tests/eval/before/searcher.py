"""Search as it ranked before the classifier of asks: a baseline for `make eval --before`, and for nothing else."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from before.ranking import Entry, rank
from before.spelling import Speller
from before.terms import SYNONYM, Term, Terms, Thesaurus
from rightsref.knowledge.library import KnowledgeBase
from rightsref.model import citation as citations
from rightsref.search.lines import numbers, of_asks
from rightsref.search.query import Query

#: bm25 weights of the index's fields: heading, asks, plain, law, citation, context.
FIELD_WEIGHTS = (3.0, 7.7, 2.8, 1.7, 5.5, 0.4)
#: A word that more entries hold than this is common.
COMMON = 4_000
#: How many rows of one term are scored. Entries are stored most important first, so the cut keeps the best.
CUT = 1_500
#: How many of the best entries are looked at closely.
SHORT_LIST = 32

_LONGEST_NAME = 8  # words


class Searcher:
    """Searches one knowledge base. What one keystroke read is kept for the next, which asks for much the same."""

    def __init__(self, kb: KnowledgeBase) -> None:
        self._kb = kb
        self._thesaurus = Thesaurus(kb)
        self._speller = Speller(kb, self._thesaurus.phrases)
        self._sums = lru_cache(maxsize=32)(self._add_up)
        self._place = lru_cache(maxsize=2_000)(self._read_place)

    def search(self, query: Query, lang: str, limit: int) -> list[str]:
        """The citations of what a query asks for, best first."""
        cited = self._cited(query)
        mended, _ = self._speller.mend(query) if query.words and not query.exact else ({}, "")
        terms = self._thesaurus.terms(query, mended)
        scores = self._score(terms)
        ranked = rank(self._places(scores, cited, lang), scores, terms, cited)
        rows = [self._kb.rows("SELECT citation FROM entry WHERE id = ?", entry.id)[0] for entry, _, _ in ranked[:limit]]
        return [row["citation"] for row in rows]

    def _cited(self, query: Query) -> list[str]:
        """Addresses that the query names outright, in order."""
        found = []
        for citation in query.citations:
            nearest: citations.Citation | None = citation
            while nearest and not (address := self._kb.address_of(nearest)):
                shorter = nearest.pinpoint.rpartition("(")[0]
                nearest = nearest._replace(pinpoint=shorter) if nearest.pinpoint else None
            found += [address] if nearest else self._within(citation)
        for name in (*query.names, *_whole_names(query)):
            found += [row["address"] for row in self._kb.rows("SELECT address FROM name WHERE key = ?", name)]
        return list(dict.fromkeys(found))

    def _within(self, citation: citations.Citation) -> list[str]:
        """First sections of an act or chapter that is cited whole."""
        rows = self._kb.rows(
            "SELECT address FROM document WHERE base LIKE ? ESCAPE '\\' AND ends = '' ORDER BY position LIMIT 3",
            re.sub(r"([%_\\])", r"\\\1", citation.base) + "/%",
        )
        return [row["address"] for row in rows]

    def _score(self, terms: Terms) -> dict[int, float]:
        """Entry id -> sum of its bm25 values, times the share of the query that it covers.

        Words that very many entries hold tell little and cost much; in a large index they only order what the rarer
        words have found.
        """
        telling = tuple(term for term in terms.all if term.held <= COMMON) or terms.all
        totals, covered = self._sums(telling)
        return {entry: total * (0.3 + 0.7 * covered[entry] / terms.whole) for entry, total in totals.items()}

    def _add_up(self, terms: tuple[Term, ...]) -> tuple[dict[int, float], dict[int, float]]:
        """Entry id -> the sum of what some terms are worth there; and the sum of the rarities of those that it holds."""
        if not terms:
            return {}, {}
        before = self._sums(terms[:-1])  # while somebody types, only the last word is another one
        totals, covered = before[0].copy(), before[1].copy()
        for entry, score in self._worth(terms[-1]).items():
            totals[entry] = totals.get(entry, 0.0) + score
            covered[entry] = covered.get(entry, 0.0) + terms[-1].rarity
        return totals, covered

    def _worth(self, term: Term) -> dict[int, float]:
        """Entry id -> the better of what a term's own stems and its synonyms are worth there."""
        best = self._match(term.stems, term.weight)
        for entry, score in self._match(term.synonyms, term.weight * SYNONYM).items():
            best[entry] = max(best.get(entry, 0.0), score)
        return best

    def _match(self, wanted: tuple[str, ...], weight: float) -> dict[int, float]:
        """Entry id -> weighted bm25 of the entries that hold any of some stems."""
        if not wanted:
            return {}
        match = " OR ".join(f'"{stem}"' for stem in wanted)
        rows = self._kb.rows(
            f"SELECT rowid, bm25(word, {', '.join(map(str, FIELD_WEIGHTS))}) AS score FROM word WHERE word MATCH ? LIMIT {CUT}",
            match,
        )
        return {entry: -score * weight for entry, score in rows}

    def _places(self, scores: Mapping[int, float], cited: list[str], lang: str) -> list[tuple[Entry, ...]]:
        """The places on the short list and those that were cited, each in every language, the reader's own first."""
        ids = sorted(scores, key=scores.__getitem__, reverse=True)[:SHORT_LIST]
        found = [self._place(lang, entry=number) for number in ids] + [self._place(lang, address=a) for a in cited]
        return list({place[0].address: place for place in found if place}.values())

    def _read_place(self, lang: str, entry: int = 0, address: str = "") -> tuple[Entry, ...]:
        """All entries at the address of an entry, or at an address."""
        at = "(SELECT address FROM entry WHERE id = ?)" if entry else "?"
        rows = self._kb.rows(
            "SELECT id, address, document, kind, source, jurisdiction, status, effective, ends, asks FROM entry "
            f"WHERE address = {at} ORDER BY lang <> ?, lang <> 'en', id",
            entry or address,
            lang,
        )
        return tuple(Entry._make((*tuple(row)[:-1], _asks_of(row["asks"]))) for row in rows)


def _whole_names(query: Query) -> list[str]:
    """Keys under which the whole text may be a name: a case, a nickname, a term of the glossary (*what is a detainer*)."""
    if not 0 < len(query.words) <= _LONGEST_NAME:
        return []
    return list(dict.fromkeys((citations.name_key(query.text), citations.name_key(" ".join(query.words)))))


def _asks_of(text: str) -> tuple[frozenset[str], ...]:
    """The stems of each ask, which the index now holds the other way round."""
    lines = of_asks(text)
    asks: list[set[str]] = [set() for _ in range(lines.size)]
    for stem, told in lines.holding.items():
        for number in numbers(told):
            asks[number].add(stem)
    return tuple(map(frozenset, asks))
