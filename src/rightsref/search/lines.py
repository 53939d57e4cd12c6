"""The lines of an entry (its asks, what it tells) turned round: for each stem, which of them hold it.

A question has ten stems and a document a hundred lines, so that it is quicker to ask the stems for their lines than the lines for their stems.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from sys import intern
from typing import NamedTuple


class Lines(NamedTuple):
    """Some lines.

    Attributes:
        inverse: one by the length of each, in rarity; of asks only.
        size: how many there are.
        holding: stem -> the numbers of the lines that hold it.
    """

    inverse: tuple[float, ...]
    size: int
    holding: Mapping[str, tuple[int, ...]]


def turned(lines: Iterable[Iterable[str]]) -> dict[str, tuple[int, ...]]:
    """Stem -> the numbers of the lines that hold it, of lines of stems; a stem is one text however many entries hold it."""
    holding: dict[str, tuple[int, ...]] = {}
    for number, line in enumerate(lines):
        for stem in line:
            before = holding.get(stem)
            if before is None:
                holding[intern(stem)] = _alone(number)
            elif before[-1] != number:
                holding[stem] = (*before, number)
    return holding


@cache
def _alone(number: int) -> tuple[int]:
    """One number; shared, since most stems stand in one line only."""
    return (number,)


@lru_cache(maxsize=1_500)
def of_asks(text: str) -> Lines:
    """The asks of an entry as the index holds them, each its length in rarity and its stems; kept, since every keystroke asks for much the same."""
    split = [line.split() for line in text.split("\n")] if text else []
    inverse = tuple(1 / norm if (norm := float(line[0])) else 0.0 for line in split)
    return Lines(inverse, len(split), turned(line[1:] for line in split))


@lru_cache(maxsize=600)
def of_stems(text: str) -> Lines:
    """Lines of stems, one a line."""
    split = [line.split() for line in text.split("\n")]
    return Lines((), len(split), turned(split))
