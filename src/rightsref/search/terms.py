"""A query's words -> terms: what each means in the index's own stems, and how much it counts."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from rightsref.knowledge.library import KnowledgeBase
from rightsref.model.spoken import stems
from rightsref.search.phrases import Phrases, signs
from rightsref.search.query import STOP_WORDS, Query

#: A synonym counts a little less than the word itself; a word mended, a little less again.
SYNONYM, MENDED = 0.85, 0.85
#: What a word counts that only leads up to the question.
TOLD = 0.5
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
        signs: what the classifier sees of it.
        own: the rarity of its own stems, which resemblance to an ask goes by.
    """

    stems: tuple[str, ...]
    synonyms: tuple[str, ...]
    prefix: str
    rarity: float
    held: int
    weight: float = 1.0
    signs: tuple[str, ...] = ()
    own: float = 0.0


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
        self._by_stem: dict[str, dict[int, tuple[float, float, float]]] = {}
        for number, term in enumerate(self.all):
            for stem in term.synonyms:
                self._by_stem.setdefault(stem, {})[number] = _worth(SYNONYM * term.rarity, SYNONYM * term.own)
            for stem in term.stems:
                self._by_stem.setdefault(stem, {})[number] = _worth(term.rarity, term.own)
        self.wanted = frozenset(self._by_stem)
        self.norm = math.sqrt(math.fsum(term.rarity**2 for term in self.all))
        self.own_norm = math.sqrt(math.fsum(term.own**2 for term in self.all))
        self._worth: dict[frozenset[str], tuple[float, ...]] = {}

    def means(self, stems_: tuple[str, ...]) -> bool:
        """Whether any of some stems is looked for."""
        return not self.wanted.isdisjoint(stems_)

    def shared(self, found: frozenset[str]) -> float:
        """Rarity of the terms that some stems mean, each term counted once."""
        return self._worth_of(found & self.wanted)[0]

    def resemblance(self, found: frozenset[str], norm: float) -> tuple[float, float]:
        """How closely some stems of that length resemble the query, 0 to 1: their cosine, each term counted once; twice.

        First with a term weighing what it and its synonyms weigh, so that an everyday word is not taken for a rare one; then
        with each term weighing by itself: 1 for the very words of the query.
        """
        _, like, same = self._worth_of(found & self.wanted)
        return (
            min(1.0, like / (norm * self.norm)) if norm and self.norm else 0.0,
            min(1.0, same / (norm * self.own_norm)) if norm and self.own_norm else 0.0,
        )

    def _worth_of(self, meant: frozenset[str]) -> tuple[float, ...]:
        """What the terms that some stems mean are worth together: for the words, toward likeness, toward sameness; each term counted once."""
        known = self._worth.get(meant)
        if known is None:
            best: dict[int, tuple[float, float, float]] = {}
            for stem in meant:
                for number, worth in self._by_stem[stem].items():
                    best[number] = max(worth, best.get(number, (0.0, 0.0, 0.0)))
            known = tuple(math.fsum(worth[n] for worth in best.values()) for n in range(3))
            self._worth[meant] = known
        return known


def _worth(rarity: float, own: float) -> tuple[float, float, float]:
    return rarity, rarity * rarity, own * own


def _less(term: Term) -> Term:
    """A term that only leads up to the question."""
    return term._replace(rarity=TOLD * term.rarity, own=TOLD * term.own, weight=TOLD * term.weight)


class Thesaurus:
    """Everyday words and phrases -> words of the law; and, from the vocabulary, how rare each is."""

    def __init__(self, kb: KnowledgeBase) -> None:
        self._kb = kb
        self._entries = max(1, kb.rows("SELECT coalesce(max(id), 0) AS n FROM entry")[0]["n"])
        self.phrases = Phrases([tuple(row) for row in kb.rows("SELECT phrase, means FROM thesaurus")])
        self._term = lru_cache(maxsize=512)(self._make_term)

    def terms(self, query: Query, mended: Mapping[str, tuple[str, ...]]) -> Terms:
        """The words of a query, everyday phrases joined, each with its stems, synonyms and rarity.

        Args:
            query: what was typed.
            mended: word -> likeliest spellings, for words that the index does not know.
        """
        # A slip may hide a word that says nothing (*whta*).
        telling = tuple(word for word in query.words if word not in mended or mended[word][0] not in STOP_WORDS)
        groups = list(self.phrases.split(telling or query.words))
        found = [
            self._term(
                phrase, mended.get(phrase[0], ()) if len(phrase) == 1 else (),
                growing=query.open and number == len(groups),
            )
            for number, phrase in enumerate(groups, 1)
        ]  # fmt: skip
        return Terms(
            term if query.told.isdisjoint(phrase) else _less(term) for term, phrase in zip(found, groups, strict=True)
        )

    def _make_term(self, phrase: tuple[str, ...], repaired: tuple[str, ...], *, growing: bool) -> Term:
        """One term; kept, since the words typed before come again with each keystroke."""
        spoken = repaired or (" ".join(phrase),)
        own = list(dict.fromkeys(stem for word in repaired or phrase for stem in stems(word)))
        meant = list(dict.fromkeys(stem for word in spoken for stem in self.phrases.synonyms(word)))
        seen = signs(own, meant)
        if growing and len(phrase) == 1 and not repaired:
            own = list(dict.fromkeys([*own, *self._completions(phrase[0])]))
        synonyms = [stem for stem in meant if stem not in own]
        held = self._held((*own, *synonyms))
        rarity = rarity_of(held, self._entries)
        own_held = self._held(tuple(own)) if synonyms else held
        return Term(
            tuple(own), tuple(synonyms), phrase[-1] if growing else "", rarity, held, MENDED if repaired else 1.0, seen,
            rarity_of(own_held, self._entries) if own_held else rarity,
        )  # fmt: skip

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


def rarity_of(held: int, entries: int) -> float:
    """Inverse document frequency of what `held` of some entries hold."""
    return math.log(1 + entries / (1 + held))
