"""Spelling, mended against the index's own words; tried only for words that nothing in the index answers to."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from functools import lru_cache

from rightsref.knowledge.library import KnowledgeBase
from rightsref.model.spoken import stems
from rightsref.search.query import Query

#: Shorter words have too many neighbours to guess at.
_SHORTEST = 4
#: How alike two words must be, 0 to 1 (Damerau-Levenshtein); about one slip in five letters.
_ALIKE = 0.74


class Speller:
    """Mends words against the vocabulary of one knowledge base and its thesaurus."""

    def __init__(self, kb: KnowledgeBase, phrases: Iterable[str]) -> None:
        self._kb = kb
        self._phrase_words = sorted({word for phrase in phrases for word in phrase.split()})
        self._known = lru_cache(maxsize=512)(self._ask_whether_known)
        self._words: dict[str, int] = {}
        self._mended: dict[str, tuple[str, ...]] = {}

    def mend(self, query: Query) -> tuple[Mapping[str, tuple[str, ...]], str]:
        """Mend the words that the index does not know.

        Returns:
            Word -> its likeliest spellings, for the words mended; and the whole query in mended spelling, empty if nothing was.
        """
        mended: dict[str, tuple[str, ...]] = {}
        for number, word in enumerate(query.words):
            growing = query.open and number == len(query.words) - 1
            if len(word) >= _SHORTEST and not word.isdigit() and not self._known(word, growing=growing):
                likely = self._nearest(word)
                if likely:
                    mended[word] = likely
        text = " ".join(mended[word][0] if word in mended else word for word in query.words) if mended else ""
        return mended, text

    def _ask_whether_known(self, word: str, *, growing: bool) -> bool:
        next_known = self._phrase_words[bisect_left(self._phrase_words, word) :][:1]
        if any(known == word or (growing and known.startswith(word)) for known in next_known):
            return True
        roots = stems(word)
        marks = ",".join("?" * len(roots))
        upper = word + "\U0010ffff" if growing else word
        return bool(
            self._kb.rows(
                f"SELECT 1 FROM vocabulary WHERE word BETWEEN ? AND ? UNION ALL "
                f"SELECT 1 FROM vocabulary WHERE stem IN ({marks}) LIMIT 1",
                word, upper, *roots,
            )
        )  # fmt: skip

    def _nearest(self, word: str) -> tuple[str, ...]:
        """The likeliest spellings of an unknown word, best first; those nearly as good as the best are kept."""
        if word not in self._mended:
            from rapidfuzz import process
            from rapidfuzz.distance import DamerauLevenshtein

            vocabulary = self._vocabulary()
            found = process.extract(
                word,
                vocabulary.keys(),
                scorer=DamerauLevenshtein.normalized_similarity,
                score_cutoff=_ALIKE,
                limit=8,
            )
            ranked = sorted(
                found,
                key=lambda match: (
                    -round(match[1] + 0.02 * (match[0][0] == word[0]), 2),
                    -vocabulary[match[0]],
                ),
            )
            self._mended[word] = tuple(match[0] for match in ranked[:2] if match[1] >= ranked[0][1] - 0.06)
        return self._mended[word]

    def _vocabulary(self) -> Mapping[str, int]:
        """Every word worth guessing, with the number of entries that hold it."""
        if not self._words:
            rows = self._kb.rows("SELECT word, sum(entries) AS n FROM vocabulary GROUP BY word")
            self._words = dict.fromkeys(self._phrase_words, 1) | {row["word"]: row["n"] for row in rows}
        return self._words
