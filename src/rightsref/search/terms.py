"""A query's words -> terms: what each means in the index's own stems, and how much it counts."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from rightsref.knowledge.library import KnowledgeBase
from rightsref.model.spoken import stems
from rightsref.search.lines import Lines
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


class _Unit(NamedTuple):
    """A term as lines are held against it: its stems and synonyms; what each counts for the words, toward likeness, toward sameness."""

    stems: tuple[str, ...]
    synonyms: tuple[str, ...]
    own: tuple[float, float, float]
    meant: tuple[float, float, float]


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
        self.wanted = frozenset(stem for term in self.all for stem in (*term.stems, *term.synonyms))
        self._units = [
            _Unit(t.stems, t.synonyms, _worth(t.rarity, t.own), _worth(SYNONYM * t.rarity, SYNONYM * t.own))
            for t in self.all
        ]
        self._norm = math.sqrt(math.fsum(term.rarity**2 for term in self.all))
        self._own_norm = math.sqrt(math.fsum(term.own**2 for term in self.all))

    def means(self, stems_: tuple[str, ...]) -> bool:
        """Whether any of some stems is looked for."""
        return not self.wanted.isdisjoint(stems_)

    def shared(self, lines: Lines) -> list[float]:
        """For each line the rarity of the terms that it holds, each term counted once."""
        sums = [0.0] * lines.size
        for worth, numbers in self._met(lines.holding):
            for number in numbers:
                sums[number] += worth[0]
        return sums

    def resemblances(self, lines: Lines) -> tuple[list[float], list[float]]:
        """How closely each line resembles the query: their cosine, each term counted once; twice.

        First with a term weighing what it and its synonyms weigh, so that an everyday word is not taken for a rare one; then
        with each term weighing by itself: 1 for the very words of the query.
        """
        like, same = [0.0] * lines.size, [0.0] * lines.size
        for worth, numbers in self._met(lines.holding):
            _, alike, own = worth
            for number in numbers:
                like[number] += alike
                same[number] += own
        return _scaled(like, lines, self._norm), _scaled(same, lines, self._own_norm)

    def _met(
        self, holding: Mapping[str, tuple[int, ...]]
    ) -> Iterator[tuple[tuple[float, float, float], Collection[int]]]:
        """For each term the lines that hold it: by its own stems, and by its synonyms alone, with what each counts."""
        for unit in self._units:
            own = _holding(unit.stems, holding)
            if own:
                yield unit.own, own
            meant = _holding(unit.synonyms, holding) if unit.synonyms else ()
            if meant:
                yield unit.meant, set(meant).difference(own) if own else meant


def _holding(wanted: tuple[str, ...], holding: Mapping[str, tuple[int, ...]]) -> Collection[int]:
    """The lines that hold any of some stems, each once."""
    found = [holding[stem] for stem in wanted if stem in holding]
    return (found[0] if found else ()) if len(found) < 2 else set().union(*found)


def _scaled(shared: list[float], lines: Lines, norm: float) -> list[float]:
    """What lines share with a query of that length, over both lengths."""
    return [part * inverse / norm for part, inverse in zip(shared, lines.inverse, strict=True)] if norm else shared


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
