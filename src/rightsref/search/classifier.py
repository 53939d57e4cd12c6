"""Which thing a question asks for, learned by the compiler from how people ask for each.

Naive Bayes over the stems of the asks (`content.building.classifier` counts them); here its table is read and the rows of
a question's stems are summed.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
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


class _Classes(NamedTuple):
    """What a question may ask for.

    Attributes:
        bases: of each class, what a sign counts that none of its asks holds.
        documents, others: number of the class -> address, of documents and of all else.
        elsewhere: the numbers of the classes of what is not held.
    """

    bases: list[float]
    documents: Mapping[int, str]
    others: Mapping[int, str]
    elsewhere: list[int]


class Classifier:
    """The table of one knowledge base."""

    def __init__(self, kb: KnowledgeBase) -> None:
        self._kb = kb
        self._weights = lru_cache(maxsize=500)(self._read_weights)

    def chances(self, signs: Iterable[str]) -> Chances:
        """How likely a question with these signs asks for each thing that shares a sign with it."""
        rows = [weights for sign in dict.fromkeys(signs) if (weights := self._weights(sign))]
        sums = [0] * len(self._classes.bases)
        for weights in rows:
            for low, high, weight in zip(weights[::3], weights[1::3], weights[2::3], strict=True):
                sums[low + 256 * high] += weight
        known, tempered = len(rows), _LENGTH / max(_LENGTH, len(rows))
        worth = [
            (total * STEP + known * base) * tempered if total else -math.inf
            for total, base in zip(sums, self._classes.bases, strict=True)
        ]
        held = max(map(worth.__getitem__, self._classes.documents), default=-math.inf)
        unheld = max(map(worth.__getitem__, self._classes.elsewhere), default=-math.inf)
        beside = unheld - held if max(held, unheld) > -math.inf else 0.0
        return Chances(
            _shares(worth, self._classes.documents),
            _shares(worth, self._classes.others),
            max(-_FAR, min(_FAR, beside)),
        )

    @cached_property
    def _classes(self) -> _Classes:
        rows = self._kb.rows("SELECT address, base FROM asked_for ORDER BY id")
        addresses = [row["address"] for row in rows]
        documents = {n: a for n, a in enumerate(addresses) if kind_of(a) in DOCUMENT_KINDS}
        others = {n: a for n, a in enumerate(addresses) if a and n not in documents}
        return _Classes(
            [row["base"] for row in rows], documents, others, [n for n, address in enumerate(addresses) if not address]
        )

    def _read_weights(self, sign: str) -> bytes:
        rows = self._kb.rows("SELECT weights FROM sign WHERE stem = ?", sign)
        return rows[0]["weights"] if rows else b""


def _shares(worth: Sequence[float], classes: Mapping[int, str]) -> dict[str, float]:
    """Logarithms -> shares of all, of some classes."""
    best = max(map(worth.__getitem__, classes), default=-math.inf)
    far = best - _FAR
    shares = {address: math.exp(worth[n] - best) for n, address in classes.items() if worth[n] > far}
    whole = math.fsum(shares.values())
    return {address: share / whole for address, share in shares.items()}
