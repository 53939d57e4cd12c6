"""Which thing a question asks for, learned by the compiler from how people ask for each.

Naive Bayes over the stems of the asks (`content.building.classifier` counts them); here its table is read and the rows of
a question's stems are summed.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from rightsref.knowledge.library import KnowledgeBase
from rightsref.model.address import kind_of
from rightsref.model.kinds import DOCUMENT_KINDS

#: Weights are kept in steps of this size.
STEP = 1 / 28
#: How sure a long question makes it: its words are not as independent as the sum takes them to be.
_LENGTH = 5.0
#: What is less likely than the likeliest by more than this (as a logarithm) is left out.
_FAR = 12.0


class Chances(NamedTuple):
    """What a question asks for.

    Attributes:
        documents, others: address -> how likely it is asked for, as shares of all documents and of all else.
        elsewhere: how much likelier than any document is something that is not held at all, as a logarithm.
    """

    documents: Mapping[str, float]
    others: Mapping[str, float]
    elsewhere: float = -_FAR


class Classifier:
    """The table of one knowledge base."""

    def __init__(self, kb: KnowledgeBase) -> None:
        self._kb = kb
        self._classes: list[tuple[str, float, bool]] = []
        self._row = lru_cache(maxsize=2_000)(self._read_row)

    def chances(self, signs: Iterable[str]) -> Chances:
        """How likely a question with these signs asks for each thing that shares a sign with it."""
        if not self._classes:
            self._read_classes()
        rows = [row for sign in dict.fromkeys(signs) if (row := self._row(sign))]
        sums: dict[int, float] = {}
        for row in rows:
            for place, weight in row:
                sums[place] = sums.get(place, 0.0) + weight
        known, tempered = len(rows), _LENGTH / max(_LENGTH, len(rows))
        worth: dict[bool, dict[str, float]] = {True: {}, False: {}}
        unheld = -math.inf
        for place, total in sums.items():
            address, base, is_document = self._classes[place]
            value = (total + known * base) * tempered
            if address:
                worth[is_document][address] = value
            else:
                unheld = max(unheld, value)
        beside = unheld - max(worth[True].values(), default=-math.inf) if worth[True] or unheld > -math.inf else 0.0
        return Chances(_shares(worth[True]), _shares(worth[False]), max(-_FAR, min(_FAR, beside)))

    def _read_classes(self) -> None:
        rows = self._kb.rows("SELECT id, address, base FROM asked_for ORDER BY id")
        self._classes = [(row["address"], row["base"], kind_of(row["address"]) in DOCUMENT_KINDS) for row in rows]

    def _read_row(self, sign: str) -> tuple[tuple[int, float], ...]:
        rows = self._kb.rows("SELECT weights FROM sign WHERE stem = ?", sign)
        packed = rows[0]["weights"] if rows else b""
        return tuple((packed[n] + 256 * packed[n + 1], packed[n + 2] * STEP) for n in range(0, len(packed), 3))


def _shares(worth: Mapping[str, float]) -> dict[str, float]:
    """Logarithms -> shares of all."""
    best = max(worth.values(), default=0.0)
    shares = {address: math.exp(value - best) for address, value in worth.items() if value > best - _FAR}
    whole = math.fsum(shares.values())
    return {address: share / whole for address, share in shares.items()}
