"""The order of what was found: the documents of the short list, scored closely, each shown by its best entry.

A document's score is that of its best entry's words, times how closely its asks resemble the query, times how likely the
classifier holds it, times its prior. The entry that is shown is the one whose own words and asks fit best.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import NamedTuple

from rightsref.search.lines import of_asks
from rightsref.search.terms import Terms

#: What no longer stands or does not stand yet, beside what does.
STATUS_PRIOR = {"superseded": 0.45, "pending": 0.6}
#: How many of a document's asks count: the nearest one, and the next two together.
NEAREST = 3
#: How much each mark of a document adds to the logarithm of what its words are worth: the nearest ask, the next two, the nearest ask by the
#: words themselves, the chance beside the likeliest document's, and its logarithm. Learned by `make eval`'s sets: log-linear, each query one choice.
_NEAR, _NEXT, _SAME, _CHANCE, _CHANCE_LOG = 1.1, 1.15, 0.9, 0.5, 0.12
#: A document is held no less likely than this beside the likeliest, as a logarithm; and how fast a chance fades.
_UNLIKELY, _FADES = -8.0, 0.6
#: How much of its prior a document keeps: its kind tells little once its asks have been compared.
_PRIOR = 0.36
#: What a topic, which gathers several laws, gains in a text of many words; from so many terms on, and all of it so many terms later.
_GATHERS, _MANY, _MORE = 0.33, 5, 8
#: What a paragraph gains from its own nearest ask, against the other paragraphs of its document.
OWN_ASK_GAIN = 1.5
_ALIKE_WITHIN = 3
_CLOSE = 0.9  # the share of its document's score from which a paragraph is shown instead


class Entry(NamedTuple):
    """What ranking needs to know of an entry of the index; `asks` as the index holds them."""

    id: int
    address: str
    document: str
    kind: str
    source: str
    jurisdiction: str
    status: str
    effective: str
    ends: str
    asks: str
    prior: float


class Asked(NamedTuple):
    """What the order depends on beside the words.

    Attributes:
        terms: the terms looked for.
        chances: document -> how likely the classifier holds it.
        cited: addresses that the query names outright, in order.
        former: whether it asks for law that no longer stands.
        leans: jurisdiction -> what its law gains or loses by the places that the query names.
    """

    terms: Terms
    chances: Mapping[str, float]
    cited: list[str]
    former: bool
    leans: Mapping[str, float]


class Ranked(NamedTuple):
    """A document that was found: the entry to show, its other matching paragraphs, its score; and how near its asks come."""

    entry: Entry
    also: tuple[str, ...]
    score: float
    nearest: float


class Near(NamedTuple):
    """How closely the asks of a place resemble a query: the nearest ones, nearest first; and the nearest by the words themselves."""

    asks: tuple[float, ...] = ()
    same: float = 0.0

    @property
    def first(self) -> float:
        """The nearest; 0 if there is none."""
        return self.asks[0] if self.asks else 0.0


class _Scored(NamedTuple):
    """A place: what its words are worth, what it gains from being cited, and how closely its asks resemble the query."""

    words: float
    cited: float
    entry: Entry
    near: Near


def rank(places: list[tuple[Entry, ...]], scores: Mapping[int, float], asked: Asked) -> list[Ranked]:
    """Documents in order.

    Args:
        places: what is on the short list, each place in every language, the reader's own first; whole documents among them.
        scores: entry -> what its words are worth.
        asked: what was asked.
    """
    top = max(asked.chances.values(), default=0.0)
    nearness: dict[str, Near] = {}
    groups: dict[str, list[_Scored]] = {}
    for place in places:
        entry = place[0]
        near = likeness(place, asked.terms)
        if entry.address == entry.document:
            nearness[entry.document] = near
        words = max(scores.get(other.id, 0.0) for other in place)
        named = 1_000 * (len(asked.cited) - asked.cited.index(entry.address)) if entry.address in asked.cited else 0
        if words or named:
            groups.setdefault(entry.document, []).append(_Scored(words, named, entry, near))
    found = [_document(group, nearness.get(document, Near()), top, asked) for document, group in groups.items()]
    return _state_first(sorted(found, key=lambda ranked: (-ranked.score, ranked.entry.id)), asked)


def _state_first(found: list[Ranked], asked: Asked) -> list[Ranked]:
    """Where no place is named and both are asked for alike, State law goes before the city code: it holds in the city too."""
    if not found or asked.leans or asked.cited or found[0].entry.jurisdiction != "city":
        return found
    city = found[0]
    for place, state in enumerate(found[1:_ALIKE_WITHIN], 1):
        is_law = state.entry.kind == "provision"
        if is_law and state.entry.jurisdiction == "state" and state.nearest and state.nearest >= city.nearest:
            return [state._replace(score=city.score), *found[:place], *found[place + 1 :]]
    return found


def _document(group: list[_Scored], near: Near, top: float, asked: Asked) -> Ranked:
    """One document: the score of its best words by its asks, the classifier and its standing; the entry that is shown."""
    entry = group[0].entry
    gone = 1.0 if asked.former else STATUS_PRIOR.get(entry.status, 1.0)
    standing = math.pow(entry.prior, _PRIOR) * gone * asked.leans.get(entry.jurisdiction, 1.0)
    factor = standing * math.exp(
        _asked_for(entry, near, asked.chances.get(entry.document, 0.0) / (top or 1.0), asked.terms)
    )
    shown, also = _shown(group)
    return Ranked(shown, also, max(s.words * factor + s.cited for s in group), near.first)


def _asked_for(entry: Entry, near: Near, chance: float, terms: Terms) -> float:
    """How much speaks for a document beside its words, as a logarithm; `chance` is its share of the likeliest one's."""
    likely = _CHANCE * math.pow(chance, _FADES) + _CHANCE_LOG * max(
        _UNLIKELY, math.log(chance) if chance else _UNLIKELY
    )
    like = _NEAR * near.first + _NEXT * math.fsum(near.asks[1:]) + _SAME * near.same
    gathers = _GATHERS * min(1.0, max(0.0, (len(terms.all) - _MANY) / _MORE)) if entry.kind == "topic" else 0.0
    return likely + like + gathers


def _shown(group: list[_Scored]) -> tuple[Entry, tuple[str, ...]]:
    """(entry to show, addresses of up to four others): a paragraph that is asked about rather than the whole, if it is close."""
    scored = [(s.words * (1 + OWN_ASK_GAIN * s.near.first) + s.cited, s.entry) for s in group]
    scored.sort(key=lambda found: (-found[0], found[1].id))
    top, first = scored[0]
    near = [
        entry for score, entry in scored if score >= _CLOSE * top and entry.asks and entry.address != entry.document
    ]
    shown = near[0] if near and first.address == first.document else first
    return shown, tuple(entry.address for _, entry in scored[:5] if entry is not shown)[:4]


def likeness(place: tuple[Entry, ...], terms: Terms) -> Near:
    """How closely the nearest asks of a place resemble the query."""
    likes: list[float] = []
    same = 0.0
    for entry in place:
        lines = of_asks(entry.asks)
        if not lines.holding.keys().isdisjoint(terms.wanted):
            like, nearest = terms.resemblances(lines)
            likes += like
            same = max(same, nearest)
    likes.sort(reverse=True)
    return Near(tuple(min(1.0, like) for like in likes[:NEAREST] if like), min(1.0, same))
