"""What to start with: the scenario, tool, sheet or contact that the words ask for, apart from the law."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from itertools import islice
from typing import NamedTuple

from rightsref.model.address import SCHEME, kind_of
from rightsref.search.ranking import Entry, likeness
from rightsref.search.terms import Terms

#: At most so many rows, and so many of one kind where that is not one.
MOST = 3
_MOST_OF = {"contact": 2, "event": 2}
#: Kinds that one may start with; what changed is told only to who asks for a change.
_KINDS = frozenset(("flow", "tool", "sheet", "contact", "signing", "paper", "stage"))
_CHANGES = frozenset(["change", "changed", "changes", "cambio", "cambios", "cambiaron"])
#: How many of the likeliest are looked at closely.
_LOOKED_AT = 12
#: What the classifier's chance adds to the resemblance of the nearest ask; what both together must come to where the law answers the words,
#: and where it does not.
_LIKELY, _LEAST, _LEAST_ALONE = 0.35, 0.4, 0.65
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


class Candidate(NamedTuple):
    """Something that one may start with: how closely its nearest ask resembles the words, and how likely the classifier holds it."""

    entry: Entry
    near: float
    chance: float


def candidates(
    chances: Mapping[str, float], terms: Terms, spoken: Iterable[str], place_at: Callable[[str], tuple[Entry, ...]]
) -> list[Candidate]:
    """The likeliest of what one may start with, the likeliest first.

    Args:
        chances: address of what is no document -> how likely the classifier holds it.
        terms: what is looked for.
        spoken: all words typed.
        place_at: the entries at an address, in the reader's language first.
    """
    kinds = _KINDS if _CHANGES.isdisjoint(spoken) else _KINDS | {"event"}
    ordered = sorted(chances, key=lambda address: (-chances[address], address))
    likely = islice((address for address in ordered if kind_of(address) in kinds), _LOOKED_AT)
    places = [(address, place_at(address)) for address in likely]
    return [Candidate(place[0], _nearness(place, terms), chances[address]) for address, place in places]


def starts(offered: Iterable[Candidate], *, answered: bool) -> list[Candidate]:
    """What to start with, best first; nothing where nothing comes close.

    Args:
        offered: from `candidates`.
        answered: whether the law that was found answers.
    """
    worth = {one: one.near + _LIKELY * one.chance for one in offered}
    close = [one for one in worth if worth[one] >= (_LEAST if answered else _LEAST_ALONE)]
    found: list[Candidate] = []
    taken: Counter[str] = Counter()
    for one in sorted(close, key=lambda one: (-worth[one], one.entry.id)):
        if taken[one.entry.kind] < _MOST_OF.get(one.entry.kind, 1):
            found.append(one)
            taken[one.entry.kind] += 1
    return found[:MOST]


def of_forms(cited: Iterable[str], place_at: Callable[[str], tuple[Entry, ...]]) -> list[Candidate]:
    """The papers to check and to sign that are a form which a query names outright."""
    keys = [address.rpartition("/")[2].lower() for address in cited if kind_of(address) == "form"]
    named = [f"{SCHEME}{kind}/{key}" for key in keys for kind in ("paper", "signing")]
    return [Candidate(place[0], 1.0, 1.0) for address in named if (place := place_at(address))]


def _nearness(place: tuple[Entry, ...], terms: Terms) -> float:
    """How closely the nearest ask of a place resembles the words, by whichever measure is kinder."""
    near = likeness(place, terms)
    return max(near.first, near.same)
