"""What to start with: the scenario, tool, sheet or contact that the words ask for, apart from the law."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from rightsref.model.address import kind_of
from rightsref.search.ranking import Entry
from rightsref.search.snippet import asks_of
from rightsref.search.terms import Terms

#: At most so many rows, and so many of one kind where that is not one.
MOST = 3
_MOST_OF = {"contact": 2, "event": 2}
#: Kinds that one may start with; what changed is told only to who asks for a change.
_KINDS = frozenset(("flow", "tool", "sheet", "contact", "signing", "paper", "stage"))
_CHANGES = frozenset(["change", "changed", "changes", "cambio", "cambios", "cambiaron"])
#: How closely one of its asks must resemble the words, and how many of the likeliest are held against that.
_LEAST, _LOOKED_AT = 0.47, 12
#: What the classifier's chance adds to the resemblance.
_LIKELY = 0.25
#: From this resemblance on it is what was asked for, whatever the law found.
SURE = 0.62


class Start(NamedTuple):
    """One thing to start with.

    Attributes:
        about: what it is for; of a contact, first what to know before one calls.
        phone: of a contact, its number; empty for everything else.
        answers: of a scenario, question -> option that the words state already.
    """

    address: str
    kind: str
    title: str
    about: str
    phone: str
    answers: Mapping[str, str]


def starts(
    chances: Mapping[str, float], terms: Terms, spoken: Iterable[str], place_at: Callable[[str], tuple[Entry, ...]]
) -> list[tuple[Entry, float]]:
    """What to start with, best first, each with how closely its nearest ask resembles the words; nothing where nothing fits.

    Args:
        chances: address of what is no document -> how likely the classifier holds it.
        terms: what is looked for.
        spoken: all words typed.
        place_at: the entries at an address, in the reader's language first.
    """
    kinds = _KINDS if _CHANGES.isdisjoint(spoken) else _KINDS | {"event"}
    likely = [address for address in sorted(chances, key=lambda a: (-chances[a], a)) if kind_of(address) in kinds]
    scored = []
    for address in likely[:_LOOKED_AT]:
        place = place_at(address)
        near = _nearness(place, terms)
        if near >= _LEAST:
            scored.append((near + _LIKELY * chances[address], place[0], near))
    found: list[tuple[Entry, float]] = []
    taken: Counter[str] = Counter()
    for _, entry, near_by in sorted(scored, key=lambda one: (-one[0], one[1].id)):
        if taken[entry.kind] < _MOST_OF.get(entry.kind, 1):
            found.append((entry, near_by))
            taken[entry.kind] += 1
    return found[:MOST]


def _nearness(place: tuple[Entry, ...], terms: Terms) -> float:
    """How closely the nearest ask of a place resembles the words, by whichever measure is kinder."""
    asks = [(norm, ask) for entry in place if entry.asks for norm, ask in asks_of(entry.asks)]
    return max((max(terms.likeness(ask, norm), terms.sameness(ask, norm)) for norm, ask in asks), default=0.0)
