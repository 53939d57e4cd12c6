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
#: How closely one of its asks must resemble the words, and how many of the likeliest are held against that.
_LEAST, _LOOKED_AT = 0.47, 12
#: What the classifier's chance adds to the resemblance.
_LIKELY = 0.25
#: From this resemblance on it is what was asked for, whatever the law found.
SURE = 0.62
#: So likely, and so near, that it stands there although no ask of its own comes close; where the law answers.
_LIKELIEST, _NOT_FAR = 0.4, 0.15


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


def starts(offered: Iterable[Candidate]) -> list[Candidate]:
    """What to start with, best first; nothing where nothing comes close."""
    close = [one for one in offered if one.near >= _LEAST]
    found: list[Candidate] = []
    taken: Counter[str] = Counter()
    for one in sorted(close, key=lambda one: (-(one.near + _LIKELY * one.chance), one.entry.id)):
        if taken[one.entry.kind] < _MOST_OF.get(one.entry.kind, 1):
            found.append(one)
            taken[one.entry.kind] += 1
    return found[:MOST]


def with_likeliest(found: list[Candidate], offered: Iterable[Candidate]) -> list[Candidate]:
    """The same with the likeliest scenario at its head and the likeliest of all else at its end, where they are likely enough."""
    likely = [one for one in offered if one.chance >= _LIKELIEST and one.near >= _NOT_FAR]
    flows = [one for one in likely if one.entry.kind == "flow"][:1]
    others = [one for one in likely if one.entry.kind != "flow"][:1]
    return list({one.entry.address: one for one in (*flows, *found, *others)}.values())[:MOST]


def of_forms(cited: Iterable[str], place_at: Callable[[str], tuple[Entry, ...]]) -> list[Candidate]:
    """The papers to check and to sign that are a form which a query names outright."""
    keys = [address.rpartition("/")[2].lower() for address in cited if kind_of(address) == "form"]
    named = [f"{SCHEME}{kind}/{key}" for key in keys for kind in ("paper", "signing")]
    return [Candidate(place[0], 1.0, 1.0) for address in named if (place := place_at(address))]


def _nearness(place: tuple[Entry, ...], terms: Terms) -> float:
    """How closely the nearest ask of a place resembles the words, by whichever measure is kinder."""
    near = likeness(place, terms)
    return max(near.first, near.same)
