"""A query's words -> terms: what each means in the index's own stems, and how much it counts."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from operator import mul
from typing import NamedTuple

from rightsref.knowledge.library import KnowledgeBase
from rightsref.model.spoken import stems
from rightsref.search.lines import Lines, numbers
from rightsref.search.phrases import Phrases, signs
from rightsref.search.query import STOP_WORDS, Query

#: A synonym counts a little less than the word itself; a word mended, a little less again.
SYNONYM, MENDED = 0.85, 0.85
#: What a word counts that only leads up to the question.
TOLD = 0.5
#: How many completions of a word that is still being typed are looked up: of its first letter few, which say little and cost much.
_COMPLETIONS = (3, 8)


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


class _Worth(NamedTuple):
    """What a line gains by holding a term: for the words, toward likeness, toward sameness."""

    words: float
    like: float
    same: float


class Terms:
    """The terms of one query, and what lines share with them.

    Attributes:
        all: the terms, in the query's order.
        whole: sum of their rarities.
        wanted: every stem that is looked for.
    """

    def __init__(self, terms: Iterable[Term]) -> None:
        self.all = tuple(terms)
        self.whole = sum(term.rarity for term in self.all)
        norm = math.sqrt(math.fsum(term.rarity**2 for term in self.all)) or 1.0
        own_norm = math.sqrt(math.fsum(term.own**2 for term in self.all)) or 1.0
        self._own = [_Worth(t.rarity, t.rarity**2 / norm, t.own**2 / own_norm) for t in self.all]
        self._meant = [
            _Worth(SYNONYM * t.rarity, (SYNONYM * t.rarity) ** 2 / norm, (SYNONYM * t.own) ** 2 / own_norm)
            for t in self.all
        ]
        self._terms_of: dict[str, list[tuple[int, bool]]] = {}
        for number, term in enumerate(self.all):
            for stem in dict.fromkeys((*term.stems, *term.synonyms)):
                self._terms_of.setdefault(stem, []).append((number, stem in term.stems))
        self.wanted = frozenset(self._terms_of)

    def shared(self, lines: Lines) -> list[float]:
        """For each line the rarity of the terms that it holds, each term counted once."""
        sums = [0.0] * lines.size
        for worth, met in self._met(lines.holding):
            for number in met:
                sums[number] += worth.words
        return sums

    def resemblances(self, lines: Lines) -> tuple[list[float], float]:
        """How closely each line resembles the query: their cosine, each term counted once; and the nearest by the words themselves.

        First with a term weighing what it and its synonyms weigh, so that an everyday word is not taken for a rare one; then
        with each term weighing by itself: 1 for the very words of the query.
        """
        like, same = [0.0] * lines.size, [0.0] * lines.size
        for worth, met in self._met(lines.holding):
            _, alike, own = worth
            for number in met:
                like[number] += alike
                same[number] += own
        return list(map(mul, like, lines.inverse)), max(map(mul, same, lines.inverse), default=0.0)

    def _met(self, holding: Mapping[str, str]) -> Iterator[tuple[_Worth, Collection[int]]]:
        """For each term the lines that hold it: by its own stems, and by its synonyms alone, with what each counts."""
        by_stems: dict[int, Collection[int]] = {}
        by_synonyms: dict[int, Collection[int]] = {}
        for stem in holding.keys() & self.wanted:
            lines = numbers(holding[stem])
            for term, is_own in self._terms_of[stem]:
                met = by_stems if is_own else by_synonyms
                met[term] = {*met[term], *lines} if term in met else lines
        for term, found in by_stems.items():
            yield self._own[term], found
        for term, found in by_synonyms.items():
            yield self._meant[term], set(found).difference(by_stems[term]) if term in by_stems else found


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
            start, start + "\U0010ffff", _COMPLETIONS[min(len(start), len(_COMPLETIONS)) - 1],
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
