"""Spelling, mended against the index's own words; tried only for words that nothing in the index answers to.

A word that people use and the content happens to lack is left as it is (`known`, from `known_words.toml`).
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache

from rightsref.knowledge.library import KnowledgeBase
from rightsref.model.spoken import stems
from rightsref.search.edits import likeness
from rightsref.search.query import STOP_WORDS, Query

#: Shorter words have too many neighbours to guess at.
_SHORTEST = 4
#: How alike two words must be, 0 to 1.
_ALIKE = 0.72
#: How alike by plain edits a word must be to be looked at closely, and how many are.
_ROUGHLY, _LOOKED_AT = 0.5, 30
#: How many spellings of a word are kept, and how much less alike than the best they may be.
_KEPT, _NEAR = 3, 0.08
#: What tells between spellings that are about as alike: the same first letter, how many entries hold the word (times ten), the reader's language.
_SAME_START, _OFTEN, _OWN = 0.02, 0.03, 0.04
#: So many words of one text are mended, the first ones: a text of more slips is found by those and by its other words, in time.
_MOST = 12


class Speller:
    """Mends words against the vocabulary of one knowledge base and its thesaurus."""

    def __init__(self, kb: KnowledgeBase, phrases: Iterable[str]) -> None:
        self._kb = kb
        self._phrase_words = sorted({word for phrase in phrases for word in phrase.split()})
        self._known = lru_cache(maxsize=512)(self._ask_whether_known)
        self._plain = ""
        self._words: list[str] = []
        self._nearest = lru_cache(maxsize=500)(self._find_nearest)

    def mend(self, query: Query, lang: str) -> tuple[Mapping[str, tuple[str, ...]], str]:
        """Mend the words that the index does not know.

        Args:
            query: what was typed.
            lang: the reader's language, whose words are likelier.

        Returns:
            Word -> its likeliest spellings, for the words mended; and the whole query in mended spelling, empty if nothing was.
        """
        mended: dict[str, tuple[str, ...]] = {}
        for number, word in enumerate(query.words):
            if len(mended) == _MOST:
                break
            growing = query.open and number == len(query.words) - 1
            if len(word) >= _SHORTEST and word.isalpha() and not self._known(word, growing=growing):
                likely = self._nearest(word, lang)
                if likely:
                    mended[word] = likely
        return mended, mended_text(query.words, mended) if mended else ""

    def _ask_whether_known(self, word: str, *, growing: bool) -> bool:
        if _holds(self._phrase_words, word, growing=growing):
            return True
        roots = stems(word)
        marks = ",".join("?" * len(roots))
        upper = word + "\U0010ffff" if growing else word
        held = self._kb.rows(
            "SELECT 1 FROM vocabulary WHERE word BETWEEN ? AND ? UNION ALL SELECT 1 FROM known WHERE word BETWEEN ? AND ? "
            f"UNION ALL SELECT 1 FROM vocabulary WHERE stem IN ({marks}) LIMIT 1",
            word, upper, word, upper, *roots,
        )  # fmt: skip
        return bool(held) or f"\n{word}{'' if growing else chr(10)}" in self._plain_words()

    def _plain_words(self) -> str:
        """Common words that the content lacks, each between two line ends; unpacked when the first word is met that nothing answers to."""
        if not self._plain:
            import zlib

            self._plain = f"\n{zlib.decompress(self._kb.rows('SELECT words FROM plain')[0]['words']).decode()}\n"
        return self._plain

    def _find_nearest(self, word: str, lang: str) -> tuple[str, ...]:
        """The likeliest spellings of an unknown word, best first; those nearly as good as the best are kept."""
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        rough = process.extract(
            word, self._vocabulary(), scorer=OSA.normalized_similarity, score_cutoff=_ROUGHLY, limit=_LOOKED_AT
        )
        close = {match[0]: alike for match in rough if (alike := likeness(word, match[0])) >= _ALIKE}
        bonus = self._bonus(word, close, lang)
        ranked = sorted((-round(alike + bonus[found], 3), found, alike) for found, alike in close.items())
        return tuple(found for _, found, alike in ranked[:_KEPT] if alike >= ranked[0][2] - _NEAR)

    def _bonus(self, typed: str, close: Collection[str], lang: str) -> dict[str, float]:
        """What tells between words that are about as alike: how often each comes, its first letter, its language."""
        marks = ",".join("?" * len(close))
        held: dict[str, int] = {}
        spoken = set()
        for row in self._kb.rows(f"SELECT word, lang, entries FROM vocabulary WHERE word IN ({marks})", *close):
            held[row["word"]] = held.get(row["word"], 0) + row["entries"]
            spoken.add((row["word"], row["lang"]))
        return {
            found: _OFTEN * math.log10(1 + (held.get(found) or _holds(self._phrase_words, found, growing=False)))
            + _SAME_START * (found[0] == typed[0])
            + _OWN * ((found, lang) in spoken)
            for found in close
        }

    def _vocabulary(self) -> list[str]:
        """Every word worth guessing; words that say nothing among them."""
        if not self._words:
            held = self._kb.rows("SELECT group_concat(DISTINCT word) AS words FROM vocabulary")[0]["words"] or ""
            nothing = (word for word in STOP_WORDS if len(word) >= _SHORTEST)
            self._words = list(dict.fromkeys((*nothing, *self._phrase_words, *held.split(","))))
        return self._words


def mended_text(words: tuple[str, ...], mended: Mapping[str, tuple[str, ...]]) -> str:
    """Some words in their likeliest spelling."""
    return " ".join(mended[word][0] if word in mended else word for word in words)


def _holds(ordered: list[str], word: str, *, growing: bool) -> bool:
    """Whether some words in order hold a word, or one that it may grow to."""
    place = bisect_left(ordered, word)
    if place == len(ordered):
        return False
    return ordered[place].startswith(word) if growing else ordered[place] == word
