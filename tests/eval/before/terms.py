"""A query's words -> terms: what each means in the index's own stems, and how much it counts."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from rightsref.knowledge.library import KnowledgeBase
from rightsref.model.spoken import fold, stems
from rightsref.search.query import Query

#: A synonym counts a little less than the word itself; a word mended, a little less again.
SYNONYM, MENDED = 0.85, 0.85
#: How many completions of a word that is still being typed are looked up.
_COMPLETIONS = 8


class Term(NamedTuple):
    """One unit of meaning of a query: a word or an everyday phrase.

    Attributes:
        stems: the stems that mean it; an entry that holds any matches.
        synonyms: stems of the words of the law that the thesaurus gives it.
        prefix: the folded word itself while it may still be growing, else empty.
        rarity: inverse document frequency; its share in the query.
        held: about how many entries hold it.
        weight: 1, less if the word was mended.
    """

    stems: tuple[str, ...]
    synonyms: tuple[str, ...]
    prefix: str
    rarity: float
    held: int
    weight: float = 1.0


class Terms:
    """The terms of one query, with their stems turned round for quick comparison.

    Attributes:
        all: the terms, in the query's order.
        whole: sum of their rarities.
        wanted: every stem that is looked for.
    """

    def __init__(self, terms: Iterable[Term]) -> None:
        self.all = tuple(terms)
        self.whole = sum(term.rarity for term in self.all)
        self._by_stem: dict[str, dict[int, float]] = {}
        for number, term in enumerate(self.all):
            for stem in term.synonyms:
                self._by_stem.setdefault(stem, {})[number] = SYNONYM * term.rarity
            for stem in term.stems:
                self._by_stem.setdefault(stem, {})[number] = term.rarity
        self.wanted = frozenset(self._by_stem)
        self._worth: dict[frozenset[str], float] = {}

    def means(self, stems_: tuple[str, ...]) -> bool:
        """Whether any of some stems is looked for."""
        return not self.wanted.isdisjoint(stems_)

    def shared(self, found: frozenset[str]) -> tuple[float, int]:
        """Rarity of the terms that some stems mean, each term counted once; and how many stems mean none."""
        meant = found & self.wanted
        if not meant:
            return 0.0, len(found)
        worth = self._worth.get(meant)
        if worth is None:
            worth = self._worth[meant] = self._worth_of(meant)
        return worth, len(found) - len(meant)

    def _worth_of(self, meant: frozenset[str]) -> float:
        """Rarity of the terms that some stems mean, each term counted once."""
        best: dict[int, float] = {}
        for stem in meant:
            for number, worth in self._by_stem[stem].items():
                if worth > best.get(number, 0.0):
                    best[number] = worth
        return math.fsum(best.values())


class Thesaurus:
    """Everyday words and phrases -> words of the law; and, from the vocabulary, how rare each is."""

    def __init__(self, kb: KnowledgeBase) -> None:
        self._kb = kb
        self._entries = max(1, kb.rows("SELECT coalesce(max(id), 0) AS n FROM entry")[0]["n"])
        self.phrases: dict[str, tuple[str, ...]] = {}
        for row in kb.rows("SELECT phrase, means FROM thesaurus"):
            self.phrases[row["phrase"]] = (*self.phrases.get(row["phrase"], ()), *row["means"].split("\n"))
        self._longest = max((len(phrase.split()) for phrase in self.phrases), default=1)
        self._term = lru_cache(maxsize=512)(self._make_term)

    def terms(self, query: Query, mended: Mapping[str, tuple[str, ...]]) -> Terms:
        """The words of a query, everyday phrases joined, each with its stems, synonyms and rarity.

        Args:
            query: what was typed.
            mended: word -> likeliest spellings, for words that the index does not know.
        """
        terms, words, start = [], query.words, 0
        while start < len(words):
            length = self._phrase_at(words, start)
            phrase = words[start : start + length]
            growing = query.open and start + length == len(words)
            repaired = mended.get(phrase[0], ()) if length == 1 else ()
            terms.append(self._term(phrase, repaired, growing=growing))
            start += length
        return Terms(terms)

    def _phrase_at(self, words: tuple[str, ...], start: int) -> int:
        """How many words from `start` make the longest phrase of the thesaurus; 1 if none does."""
        for length in range(min(self._longest, len(words) - start), 1, -1):
            if " ".join(words[start : start + length]) in self.phrases:
                return length
        return 1

    def _make_term(self, phrase: tuple[str, ...], repaired: tuple[str, ...], *, growing: bool) -> Term:
        """One term; kept, since the words typed before come again with each keystroke."""
        spoken = repaired or (" ".join(phrase),)
        meanings = [meaning for word in spoken for meaning in self.phrases.get(word, ())]
        own = [stem for word in repaired or phrase for stem in stems(word)]
        if growing and len(phrase) == 1 and not repaired:
            own += self._completions(phrase[0])
        synonyms = [stem for meaning in meanings for word in fold(meaning).split() for stem in stems(word)]
        own = list(dict.fromkeys(own))
        synonyms = [stem for stem in dict.fromkeys(synonyms) if stem not in own]
        held = self._held((*own, *synonyms))
        rarity = math.log(1 + self._entries / (1 + held))
        return Term(
            tuple(own), tuple(synonyms), phrase[-1] if growing else "", rarity, held, MENDED if repaired else 1.0
        )

    def _completions(self, start: str) -> list[str]:
        """Stems of the commonest words that begin with what was typed so far."""
        rows = self._kb.rows(
            "SELECT stem FROM vocabulary WHERE word >= ? AND word < ? ORDER BY entries DESC LIMIT ?",
            start, start + "\U0010ffff", _COMPLETIONS,
        )  # fmt: skip
        return [row["stem"] for row in rows]

    def _held(self, wanted: tuple[str, ...]) -> int:
        """About how many entries hold any of some stems."""
        marks = ",".join("?" * len(wanted))
        rows = self._kb.rows(f"SELECT max(entries) AS n FROM vocabulary WHERE stem IN ({marks})", *wanted)
        return rows[0]["n"] or 0
