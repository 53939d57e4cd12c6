"""The order of what was found: the documents of the short list, scored closely, each shown by its best entry.

A document's score is that of its best entry's words, times how closely its asks resemble the query, times how likely the
classifier holds it, times its prior. The entry that is shown is the one whose own words and asks fit best.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import NamedTuple

from rightsref.search.snippet import asks_of
from rightsref.search.terms import Terms

#: What no longer stands or does not stand yet, beside what does.
STATUS_PRIOR = {"superseded": 0.45, "pending": 0.6}
#: What the nearest asks add, the nearest first.
ASK_GAINS = (2.0, 1.5, 1.0, 0.5)
#: What the likeliest document gains from the classifier, and how fast that falls with the chance.
CLASS_GAIN, CLASS_FALL = 2.0, 0.6
#: What a paragraph gains from its own nearest ask, against the other paragraphs of its document.
OWN_ASK_GAIN = 1.5
_ALIKE_WITHIN = 3
_CLOSE = 0.93  # the share of its document's score from which a paragraph is shown instead


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


class _Scored(NamedTuple):
    """A place: what its words are worth, what it gains from being cited, and how closely its asks resemble the query."""

    words: float
    cited: float
    entry: Entry
    near: tuple[float, ...]


def rank(places: list[tuple[Entry, ...]], scores: Mapping[int, float], asked: Asked) -> list[Ranked]:
    """Documents in order.

    Args:
        places: what is on the short list, each place in every language, the reader's own first; whole documents among them.
        scores: entry -> what its words are worth.
        asked: what was asked.
    """
    top = max(asked.chances.values(), default=0.0)
    nearness: dict[str, tuple[float, ...]] = {}
    groups: dict[str, list[_Scored]] = {}
    for place in places:
        entry = place[0]
        near = likeness(place, asked.terms)
        if entry.address == entry.document:
            nearness[entry.document] = near
        words = max(scores.get(other.id, 0.0) for other in place) * entry.prior
        named = 1_000 * (len(asked.cited) - asked.cited.index(entry.address)) if entry.address in asked.cited else 0
        if words or named:
            groups.setdefault(entry.document, []).append(_Scored(words, named, entry, near))
    found = [_document(group, nearness.get(document, ()), top, asked) for document, group in groups.items()]
    return _state_first(sorted(found, key=lambda ranked: (-ranked.score, ranked.entry.id)), asked)


def _state_first(found: list[Ranked], asked: Asked) -> list[Ranked]:
    """Where no place is named and both are asked for alike, State law goes before the city code: it holds in the city too."""
    if not found or asked.leans or asked.cited or found[0].entry.jurisdiction != "city":
        return found
    city = found[0]
    for place, state in enumerate(found[1:_ALIKE_WITHIN], 1):
        if state.entry.jurisdiction == "state" and state.nearest and state.nearest >= city.nearest:
            return [state._replace(score=city.score), *found[:place], *found[place + 1 :]]
    return found


def _document(group: list[_Scored], near: tuple[float, ...], top: float, asked: Asked) -> Ranked:
    """One document: the score of its best words by its asks, the classifier and its standing; the entry that is shown."""
    entry = group[0].entry
    likely = 1 + CLASS_GAIN * (asked.chances.get(entry.document, 0.0) / top) ** CLASS_FALL if top else 1.0
    like = 1 + math.fsum(gain * nearness for gain, nearness in zip(ASK_GAINS, near, strict=False))
    gone = 1.0 if asked.former else STATUS_PRIOR.get(entry.status, 1.0)
    factor = likely * like * gone * asked.leans.get(entry.jurisdiction, 1.0)
    shown, also = _shown(group)
    return Ranked(shown, also, max(s.words * factor + s.cited for s in group), near[0] if near else 0.0)


def _shown(group: list[_Scored]) -> tuple[Entry, tuple[str, ...]]:
    """(entry to show, addresses of up to four others): a paragraph that is asked about rather than the whole, if it is close."""
    scored = [(s.words * (1 + OWN_ASK_GAIN * (s.near[0] if s.near else 0.0)) + s.cited, s.entry) for s in group]
    scored.sort(key=lambda found: (-found[0], found[1].id))
    top, first = scored[0]
    near = [
        entry for score, entry in scored if score >= _CLOSE * top and entry.asks and entry.address != entry.document
    ]
    shown = near[0] if near and first.address == first.document else first
    return shown, tuple(entry.address for _, entry in scored[:5] if entry is not shown)[:4]


def likeness(place: tuple[Entry, ...], terms: Terms) -> tuple[float, ...]:
    """How closely the nearest asks of a place resemble the query, nearest first."""
    unlike = terms.wanted.isdisjoint
    found = [
        terms.likeness(ask, norm)
        for entry in place if entry.asks
        for norm, ask in asks_of(entry.asks) if not unlike(ask)
    ]  # fmt: skip
    return tuple(sorted(found, reverse=True)[: len(ASK_GAINS)])
