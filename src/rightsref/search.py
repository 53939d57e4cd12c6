"""A query in, ranked hits out: citations first, then words, then words mended.

Ranking, in one paragraph: each word of the query (with its stems) and each everyday phrase (with the words of the law
that the thesaurus gives it) is looked up in the full-text index by itself, so that a word counts once however many
synonyms it has. An entry's score is the sum of its bm25 values, times the share of the query that it covers, times how
closely one of its *asks* resembles the query, times a prior for its kind and status. Of one document only the best
entry is shown; its other matching paragraphs are listed with it.
"""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from rightsref.model import citation as citations
from rightsref.model.law import Jurisdiction, Level, Status
from rightsref.query import Query, parse
from rightsref.snippet import Span, best_line, spans
from rightsref.spelling import Speller
from rightsref.store import KnowledgeBase
from rightsref.terms import SYNONYM, Terms, Thesaurus

#: bm25 weights of the index's fields: heading, asks, plain, law, citation, context.
FIELD_WEIGHTS = (3.0, 7.7, 2.8, 1.7, 5.5, 0.4)
#: A word that more entries hold than this is common.
COMMON = 4_000
#: How many rows of one term are scored. Entries are stored most important first, so the cut keeps the best.
CUT = 1_500
#: How many of the best entries are looked at closely.
SHORT_LIST = 32

_KIND_PRIOR = {
    "provision": 1.0, "case": 0.85, "form": 0.7, "topic": 0.55, "flow": 0.5, "tool": 0.7, "paper": 0.5, "stage": 0.5, "term": 0.45, "contact": 0.5, "event": 0.4,
}  # fmt: skip
_STATUS_PRIOR = {"superseded": 0.45, "pending": 0.6}
_LONGEST_NAME = 8  # words
_ASK_GAIN = 1.5  # what a perfect ask adds
_CLOSE = 0.95  # the share of its document's score from which a paragraph is shown instead
_EXTRA = 1.2  # what each further word of an ask takes from its resemblance


class Hit(NamedTuple):
    """One result.

    Attributes:
        address, kind, citation: what was found; `citation` is canonical.
        label: the citation as printed.
        title: heading of the document that holds it.
        snippet: the one line that answers best, in plain words where there are any.
        title_spans, snippet_spans: matches, as data; never markup.
        also: addresses of other matching paragraphs of the same document.
        score: for comparison within one search only.
    """

    address: str
    kind: str
    citation: str
    label: str
    title: str
    snippet: str
    title_spans: tuple[Span, ...]
    snippet_spans: tuple[Span, ...]
    source: str
    jurisdiction: Jurisdiction | None
    status: Status
    level: Level
    also: tuple[str, ...]
    score: float


class Results(NamedTuple):
    """What a search found and how it read the query.

    Attributes:
        hits: best first.
        citation: the canonical citation that the text was read as, if it was.
        corrected: the query with its spelling mended, if that was needed.
        counts: matching documents by jurisdiction and by kind, before filters.
    """

    hits: tuple[Hit, ...]
    citation: str
    corrected: str
    counts: Mapping[str, int]


class Filter(NamedTuple):
    """Which hits to keep; empty means all."""

    sources: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    jurisdictions: frozenset[str] = frozenset()
    on: str = ""

    def keeps(self, row: sqlite3.Row) -> bool:
        """Whether an entry passes."""
        standing = not self.on or (row["effective"] <= self.on and (not row["ends"] or self.on < row["ends"]))
        return (
            standing
            and (not self.sources or row["source"] in self.sources)
            and (not self.kinds or row["kind"] in self.kinds)
            and (not self.jurisdictions or row["jurisdiction"] in self.jurisdictions)
        )


class Searcher:
    """Searches one knowledge base."""

    def __init__(self, kb: KnowledgeBase) -> None:
        self._kb = kb
        self._thesaurus = Thesaurus(kb)
        self._speller = Speller(kb, self._thesaurus.phrases)

    def warm_up(self) -> None:
        """Do once what the first search would otherwise wait for."""
        self.search(parse("immigration"))

    def search(
        self, query: Query, lang: str = "en", limit: int = 12, keep: Filter | None = None, *, mend: bool = True
    ) -> Results:
        """Find what a query asks for. Never raises for any text.

        Args:
            query: from `query.parse`.
            lang: the reader's language, for titles and snippets.
            limit: how many hits at most.
            keep: which hits to keep.
            mend: whether to mend the spelling of words that the index does not know.
        """
        keep = keep or Filter()
        cited = self._cited(query)
        mended, corrected = self._speller.mend(query) if mend and query.words and not query.exact else ({}, "")
        terms = self._thesaurus.terms(query, mended)
        scores = self._score(terms)
        ranked = self._rank(self._rows(scores, cited, lang), scores, terms, cited)
        counts = Counter[str]()
        for row, _, _ in ranked:
            counts.update({row["jurisdiction"], row["kind"]})
        kept = [found for found in ranked if keep.keeps(found[0])][:limit]
        hits = tuple(_hit(row, also, score, terms) for row, also, score in kept)
        return Results(hits, str(query.exact or ""), corrected, counts)

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
        totals: dict[int, float] = {}
        covered: dict[int, float] = {}
        for term in [term for term in terms.all if term.held <= COMMON] or terms.all:
            best = self._match(term.stems, term.weight)
            for entry, score in self._match(term.synonyms, term.weight * SYNONYM).items():
                best[entry] = max(best.get(entry, 0.0), score)
            for entry, score in best.items():
                totals[entry] = totals.get(entry, 0.0) + score
                covered[entry] = covered.get(entry, 0.0) + term.rarity
        return {entry: total * (0.3 + 0.7 * covered[entry] / terms.whole) for entry, total in totals.items()}

    def _match(self, wanted: tuple[str, ...], weight: float) -> dict[int, float]:
        """Entry id -> weighted bm25 of the entries that hold any of some stems."""
        if not wanted:
            return {}
        match = " OR ".join(f'"{stem}"' for stem in wanted)
        rows = self._kb.rows(
            f"SELECT rowid, bm25(word, {', '.join(map(str, FIELD_WEIGHTS))}) AS score FROM word WHERE word MATCH ? LIMIT {CUT}",
            match,
        )
        return {row["rowid"]: -row["score"] * weight for row in rows}

    def _rows(self, scores: Mapping[int, float], cited: list[str], lang: str) -> list[sqlite3.Row]:
        """The entries on the short list and those that were cited, in every language; the reader's own first."""
        ids = sorted(scores, key=scores.__getitem__, reverse=True)[:SHORT_LIST]
        found = self._kb.rows(f"SELECT address FROM entry WHERE id IN ({_marks(ids)})", *ids)
        places = list(dict.fromkeys([*cited, *(row["address"] for row in found)]))
        return self._kb.rows(
            f"SELECT * FROM entry WHERE address IN ({_marks(places)}) ORDER BY lang <> ?, lang <> 'en', id",
            *places,
            lang,
        )

    def _rank(
        self, rows: list[sqlite3.Row], scores: Mapping[int, float], terms: Terms, cited: list[str]
    ) -> list[tuple[sqlite3.Row, tuple[str, ...], float]]:
        """Rows in order, one for each document: (row, addresses of its other matching paragraphs, score)."""
        best: dict[str, tuple[float, sqlite3.Row]] = {}
        shown: dict[str, sqlite3.Row] = {}
        for row in rows:
            score = scores.get(row["id"], 0.0) * _prior(row) * (1 + _ASK_GAIN * _resemblance(row["asks"], terms))
            if row["address"] in cited:
                score += 1_000 * (len(cited) - cited.index(row["address"]))
            shown.setdefault(row["address"], row)
            if score > best.get(row["address"], (0.0, row))[0]:
                best[row["address"]] = (score, shown[row["address"]])
        groups: dict[str, list[tuple[float, sqlite3.Row]]] = {}
        for score, row in sorted(best.values(), key=lambda found: (-found[0], found[1]["id"])):
            groups.setdefault(row["document"], []).append((score, row))
        return [_best_of(group) for group in groups.values()]


def _best_of(group: list[tuple[float, sqlite3.Row]]) -> tuple[sqlite3.Row, tuple[str, ...], float]:
    """(row to show, addresses of up to four others, score): a paragraph that is asked about rather than its whole document, if it is close."""
    top, first = group[0]
    near = [row for score, row in group if score >= _CLOSE * top and row["asks"] and row["address"] != row["document"]]
    shown = near[0] if near and first["address"] == first["document"] else first
    return shown, tuple(row["address"] for _, row in group[:5] if row is not shown)[:4], top


def _whole_names(query: Query) -> list[str]:
    """Keys under which the whole text may be a name: a case, a nickname, a term of the glossary (*what is a detainer*)."""
    if not 0 < len(query.words) <= _LONGEST_NAME:
        return []
    return list(dict.fromkeys((citations.name_key(query.text), citations.name_key(" ".join(query.words)))))


def _marks(values: Sequence[object]) -> str:
    return ",".join("?" * len(values))


def _prior(row: sqlite3.Row) -> float:
    return _KIND_PRIOR[row["kind"]] * _STATUS_PRIOR.get(row["status"], 1.0)


def _resemblance(asks: str, terms: Terms) -> float:
    """How closely the nearest ask resembles the query, 0 to 1: shared rarity over all rarity of query and ask."""
    nearest = 0.0
    for ask in _stems_of(asks) if asks and terms.whole else ():
        shared, extra = terms.shared(ask)
        nearest = max(nearest, shared / (terms.whole + _EXTRA * extra))
    return nearest


@lru_cache(maxsize=2_000)
def _stems_of(asks: str) -> tuple[frozenset[str], ...]:
    """The stems of each ask of an entry; kept, since every keystroke asks for much the same entries."""
    return tuple(frozenset(ask.split()) for ask in asks.split("\n"))


def _hit(row: sqlite3.Row, also: tuple[str, ...], score: float, terms: Terms) -> Hit:
    snippet = best_line(row["lines"], row["line_stems"], terms)
    return Hit(
        row["address"], row["kind"], row["citation"], row["label"], row["title"], snippet, spans(row["title"], terms),
        spans(snippet, terms), row["source"], Jurisdiction(row["jurisdiction"]) if row["jurisdiction"] else None, Status(row["status"]), Level(row["level"]),
        also, score,
    )  # fmt: skip
