"""A query in, ranked hits out: citations first, then words, then words mended.

Ranking, in one paragraph: each word of the query (with its stems) and each everyday phrase (with the words of the law
that the thesaurus gives it) is looked up in the full-text index by itself, so that a word counts once however many
synonyms it has. An entry's score is the sum of its bm25 values, times the share of the query that it covers, times how
closely its *asks* resemble the query, times how likely the classifier holds it, times a prior for its kind and status. Of one document only the best
entry is shown; its other matching paragraphs are listed with it.
"""

from __future__ import annotations

import heapq
import sqlite3
from array import array
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import takewhile
from typing import NamedTuple

from rightsref.knowledge.library import KnowledgeBase
from rightsref.model.address import SCHEME, kind_of
from rightsref.model.law import Jurisdiction, Level, Status
from rightsref.search.answered import answers
from rightsref.search.cited import cited
from rightsref.search.classifier import Chances, Classifier
from rightsref.search.places import Places, asks_for_former
from rightsref.search.query import Query, parse
from rightsref.search.ranking import Asked, Entry, Ranked, rank
from rightsref.search.results import Filter, Hit, Results
from rightsref.search.snippet import best_line, spans
from rightsref.search.spelling import Speller
from rightsref.search.start import MOST, SURE, Candidate, Start, candidates, of_forms, starts
from rightsref.search.terms import SYNONYM, Term, Terms, Thesaurus
from rightsref.search.two_laws import TwoLaws

#: bm25 weights of the index's fields: heading, asks, plain, law, citation, context.
FIELD_WEIGHTS = (3.0, 7.7, 2.8, 1.7, 5.5, 0.4)
#: A word that more entries hold than this is common.
COMMON = 4_000
#: How many rows of one term are scored. Entries are stored most important first, so the cut keeps the best.
CUT = 1_500
#: How many of the best entries are looked at closely.
SHORT_LIST = 32

#: How many documents that the classifier holds likeliest are looked at as well.
LIKELIEST = 4

_HELD = f"SELECT rowid, bm25(word, {', '.join(map(str, FIELD_WEIGHTS))}) FROM word WHERE word MATCH ? LIMIT {CUT}"

_USUAL = ("police", "ice", "immigration")


class _Held(NamedTuple):
    """The entries that hold a stem, and the bm25 of each, which is the less the better; as numbers without objects, since very many are kept."""

    entries: array[int]
    scores: array[float]


class _Sums(NamedTuple):
    """What some terms come to.

    Attributes:
        totals: entry id -> the sum of what they are worth there.
        covered: entry id -> the sum of the rarities of those that it holds.
    """

    totals: dict[int, float]
    covered: dict[int, float]


class Searcher:
    """Searches one knowledge base. What one keystroke read is kept for the next, which asks for much the same."""

    def __init__(self, kb: KnowledgeBase) -> None:
        self._kb = kb
        self._thesaurus = Thesaurus(kb)
        self._speller = Speller(kb, self._thesaurus.phrases.means)
        self._classifier = Classifier(kb)
        self._places_named = Places(kb)
        self._two_laws = TwoLaws(kb)
        self._added: list[tuple[Term, _Sums]] = []
        self._place = lru_cache(maxsize=1_000)(self._read_place)
        self._within_document = lru_cache(maxsize=500)(self._read_within)
        self._held = lru_cache(maxsize=300)(self._read_held)
        self._text = lru_cache(maxsize=200)(self._read_text)
        self._told = lru_cache(maxsize=200)(self._read_told)

    def warm_up(self) -> Results:
        """Read once what most searches find, so that the first need not; returns the last of what was found."""
        return [self.search(parse(text)) for text in _USUAL][-1]

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
        mended, corrected = self._speller.mend(query, lang) if mend and query.words and not query.exact else ({}, "")
        terms = self._thesaurus.terms(query, mended)
        chances = self._classifier.chances(sign for term in terms.all for sign in term.signs)
        leans = {**self._places_named.leans(query.spoken), **self._two_laws.leans(query)}
        asked = Asked(terms, chances.documents, cited(self._kb, query, corrected), asks_for_former(query), leans)
        scores = self._score(terms)
        likely = [a for a in chances.others if kind_of(a) in keep.kinds] if keep.kinds else []
        wanted = heapq.nlargest(SHORT_LIST, likely, key=chances.others.__getitem__)
        ranked = rank(self._places(scores, asked, lang, wanted), scores, asked)
        begin, answered = self._begin(ranked, asked, chances, query, lang)
        counts = Counter(value for found in ranked for value in {found.entry.jurisdiction, found.entry.kind})
        shown = () if keep.kinds else {one.entry.address for one in begin}
        kept = [found for found in ranked if keep.keeps(found.entry) and found.entry.address not in shown][:limit]
        return Results(
            tuple(self._hit(found, terms, lang) for found in kept), str(query.exact or ""), corrected, counts, answered,
            tuple(self._start(one.entry) for one in begin[:MOST]),
            self._two_laws.meanings(query, [found.entry for found in ranked], lang),
            None if answered or not ranked else self._whom_to_ask(lang),
        )  # fmt: skip

    def _begin(
        self, ranked: list[Ranked], asked: Asked, chances: Chances, query: Query, lang: str
    ) -> tuple[list[Candidate], bool]:
        """What to start with; and whether what was found answers the query."""

        def place_at(address: str) -> tuple[Entry, ...]:
            return self._place(lang, address=address)

        offered = [] if query.exact else candidates(chances.others, asked.terms, query.spoken, place_at)
        sure = chances.elsewhere < 0 and any(one.near >= SURE for one in offered)
        answered = sure or answers(ranked, asked.terms, chances.elsewhere, named=bool(asked.cited))
        begin = of_forms(asked.cited, place_at) + starts(offered, answered=answered)
        return list({one.entry.address: one for one in begin}.values()), answered

    def _start(self, entry: Entry) -> Start:
        row = self._text(entry.id)
        phone = row["label"] if entry.kind == "contact" and row["label"][:1].isdigit() else ""
        lines = self._kb.rows("SELECT lines FROM entry WHERE id = ?", entry.id)[0]["lines"]
        return Start(entry.address, entry.kind, row["title"], lines, phone, {})

    def _whom_to_ask(self, lang: str) -> Start | None:
        """The first of the contacts, who sends people on."""
        rows = self._kb.rows("SELECT key FROM item WHERE collection = 'contact' ORDER BY position LIMIT 1")
        place = self._place(lang, address=f"{SCHEME}contact/{rows[0]['key']}") if rows else ()
        return self._start(place[0]) if place else None

    def _score(self, terms: Terms) -> dict[int, float]:
        """Entry id -> sum of its bm25 values, times the share of the query that it covers.

        Words that very many entries hold tell little and cost much; in a large index they only order what the rarer
        words have found.
        """
        telling = tuple(term for term in terms.all if term.held <= COMMON) or terms.all
        totals, covered = self._add_up(telling)
        return {entry: total * (0.3 + 0.7 * covered[entry] / terms.whole) for entry, total in totals.items()}

    def _add_up(self, terms: tuple[Term, ...]) -> _Sums:
        """What some terms are worth; kept after each of them, since while somebody types only the last word is another one."""
        alike = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1][0], zip(terms, self._added, strict=False)))
        del self._added[alike:]
        for term in terms[alike:]:
            before = self._added[-1][1] if self._added else _Sums({}, {})
            sums = _Sums(before.totals.copy(), before.covered.copy())
            for entry, score in self._worth(term).items():
                sums.totals[entry] = sums.totals.get(entry, 0.0) + score
                sums.covered[entry] = sums.covered.get(entry, 0.0) + term.rarity
            self._added.append((term, sums))
        return self._added[-1][1] if self._added else _Sums({}, {})

    def _worth(self, term: Term) -> dict[int, float]:
        """Entry id -> the better of what a term's own stems and its synonyms are worth there."""
        best = self._match(term.stems, term.weight)
        for entry, score in self._match(term.synonyms, term.weight * SYNONYM).items():
            if score > best.get(entry, 0.0):
                best[entry] = score
        return best

    def _match(self, wanted: tuple[str, ...], weight: float) -> dict[int, float]:
        """Entry id -> weighted bm25 of the entries that hold any of some stems: the sum over the stems, as FTS5 would count it."""
        found: dict[int, float] = {}
        for stem in wanted:
            held = self._held(stem)
            for entry, score in zip(held.entries, held.scores, strict=True):
                found[entry] = found.get(entry, 0.0) - score * weight
        return found

    def _read_held(self, stem: str) -> _Held:
        """What holds a stem."""
        rows = self._kb.rows(_HELD, f'"{stem}"')
        return _Held(array("l", [row[0] for row in rows]), array("d", [row[1] for row in rows]))

    def _places(
        self, scores: Mapping[int, float], asked: Asked, lang: str, wanted: Iterable[str] = ()
    ) -> list[tuple[Entry, ...]]:
        """The places on the short list, those that were cited and the likeliest documents, each in every language, the reader's own first.

        `wanted` are addresses of the kinds that are filtered by. With each paragraph comes its whole document, whose asks say how near the document is.
        """
        ids = heapq.nlargest(SHORT_LIST, scores, key=scores.__getitem__)
        found = [self._place(lang, entry=number) for number in ids] + [
            self._place(lang, address=a) for a in (*asked.cited, *wanted)
        ]
        for document in heapq.nlargest(LIKELIEST, asked.chances, key=asked.chances.__getitem__):
            within = [number for number in self._within_document(document) if number in scores]
            best = heapq.nlargest(2, within, key=scores.__getitem__)
            found += [self._place(lang, entry=number) for number in best]
        wholes = [self._place(lang, address=document) for document in dict.fromkeys(p[0].document for p in found if p)]
        return list({place[0].address: place for place in found + wholes if place}.values())

    def _read_within(self, document: str) -> tuple[int, ...]:
        """The entries of a document and its paragraphs in every language."""
        rows = self._kb.rows(
            "SELECT id FROM entry WHERE address = ? OR (address > ? || '/' AND address < ? || '0')",
            document,
            document,
            document,
        )
        return tuple(row["id"] for row in rows)

    def _read_place(self, lang: str, entry: int = 0, address: str = "") -> tuple[Entry, ...]:
        """All entries at the address of an entry, or at an address."""
        at = "(SELECT address FROM entry WHERE id = ?)" if entry else "?"
        rows = self._kb.rows(
            "SELECT id, address, document, kind, source, jurisdiction, status, effective, ends, asks, prior FROM entry "
            f"WHERE address = {at} ORDER BY lang <> ?, lang <> 'en', id",
            entry or address,
            lang,
        )
        return tuple(Entry._make(row) for row in rows)

    def _hit(self, found: Ranked, terms: Terms, lang: str) -> Hit:
        """What is shown of a document that was found; in the original language where the reader's own says nothing."""
        row, told = self._text(found.entry.id), self._told(found.entry.address, found.entry.document, lang)
        snippet = best_line(told["lines"], told["line_stems"], terms)
        jurisdiction = Jurisdiction(row["jurisdiction"]) if row["jurisdiction"] else None
        return Hit(
            row["address"], row["kind"], row["citation"], row["label"], row["title"], snippet, spans(row["title"], terms),
            spans(snippet, terms), row["source"], jurisdiction, Status(row["status"]), Level(row["level"]),
            found.also, found.score, told["lang"],
        )  # fmt: skip

    def _read_text(self, entry: int) -> sqlite3.Row:
        """What is shown of an entry, beside the line that answers; without its lines and asks, which are longer than all else."""
        columns = "address, kind, citation, label, title, source, jurisdiction, status, level"
        return self._kb.rows(f"SELECT {columns} FROM entry WHERE id = ?", entry)[0]

    def _read_told(self, address: str, document: str, lang: str) -> sqlite3.Row:
        """The lines of which one answers: of the place itself, in the reader's language before the original, before those of its document."""
        rows = self._kb.rows(
            "SELECT lang, lines, line_stems FROM entry WHERE address IN (?, ?) ORDER BY lines = '', address <> ?, lang <> ?, lang <> 'en'",
            address, document, address, lang,
        )  # fmt: skip
        return rows[0]
