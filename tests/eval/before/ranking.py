"""The order of what was found: the entries of the short list, scored closely, one for each document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from before.terms import Terms
from rightsref.model.kinds import KINDS

_STATUS_PRIOR = {"superseded": 0.45, "pending": 0.6}
_ASK_GAIN = 1.5  # what a perfect ask adds
_CLOSE = 0.93  # the share of its document's score from which a paragraph is shown instead
_EXTRA = 1.2  # what each further word of an ask takes from its resemblance


class Entry(NamedTuple):
    """What ranking needs to know of an entry of the index; `asks` are the stems of each."""

    id: int
    address: str
    document: str
    kind: str
    source: str
    jurisdiction: str
    status: str
    effective: str
    ends: str
    asks: tuple[frozenset[str], ...]


def rank(
    places: list[tuple[Entry, ...]], scores: Mapping[int, float], terms: Terms, cited: list[str]
) -> list[tuple[Entry, tuple[str, ...], float]]:
    """Entries in order, one for each document: (entry, addresses of its other matching paragraphs, score)."""
    best = []
    for place in places:
        address = place[0].address
        named = 1_000 * (len(cited) - cited.index(address)) if address in cited else 0
        score = max(_score_of(entry, scores, terms) for entry in place) + named
        if score > 0:
            best.append((score, place[0]))
    groups: dict[str, list[tuple[float, Entry]]] = {}
    for score, entry in sorted(best, key=lambda found: (-found[0], found[1].id)):
        groups.setdefault(entry.document, []).append((score, entry))
    return [_best_of(group) for group in groups.values()]


def _score_of(entry: Entry, scores: Mapping[int, float], terms: Terms) -> float:
    """The score of an entry's words, times how closely one of its asks resembles the query, times its prior."""
    score = scores.get(entry.id, 0.0)
    return score * _prior(entry) * (1 + _ASK_GAIN * _resemblance(entry.asks, terms)) if score else 0.0


def _best_of(group: list[tuple[float, Entry]]) -> tuple[Entry, tuple[str, ...], float]:
    """(entry to show, addresses of up to four others, score): a paragraph that is asked about rather than its whole document, if it is close."""
    top, first = group[0]
    near = [entry for score, entry in group if score >= _CLOSE * top and entry.asks and entry.address != entry.document]
    shown = near[0] if near and first.address == first.document else first
    return shown, tuple(entry.address for _, entry in group[:5] if entry is not shown)[:4], top


def _prior(entry: Entry) -> float:
    return KINDS[entry.kind].prior * _STATUS_PRIOR.get(entry.status, 1.0)


def _resemblance(asks: tuple[frozenset[str], ...], terms: Terms) -> float:
    """How closely the nearest ask resembles the query, 0 to 1: shared rarity over all rarity of query and ask."""
    nearest = 0.0
    unlike = terms.wanted.isdisjoint
    for ask in asks if terms.whole else ():
        if unlike(ask):
            continue
        shared, extra = terms.shared(ask)
        nearest = max(nearest, shared / (terms.whole + _EXTRA * extra))
    return nearest
