"""The lines of an entry (its asks, what it tells) turned round: for each stem, which of them hold it.

A question has ten stems and a document a hundred lines, so that it is quicker to ask the stems for their lines than the lines for their
stems. The compiler writes them so (`written`), and here they are read.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import chain
from sys import intern
from typing import NamedTuple


class Lines(NamedTuple):
    """Some lines.

    Attributes:
        holding: stem -> the numbers of the lines that hold it, as text; see `numbers`.
        size: how many there are.
        inverse: one by the length of each, in rarity; of asks only.
    """

    holding: Mapping[str, str]
    size: int
    inverse: tuple[float, ...] = ()


def turned(lines: Iterable[Iterable[str]]) -> dict[str, str]:
    """Stem -> the numbers of the lines that hold it, of lines of stems."""
    holding: dict[str, dict[int, None]] = {}
    for number, line in enumerate(lines):
        for stem in line:
            holding.setdefault(stem, {})[number] = None
    return {stem: " ".join(map(str, found)) for stem, found in holding.items()}


def written(lines: Iterable[Iterable[str]], lengths: Iterable[float] = ()) -> str:
    """Lines of stems as the index holds them: the length of each, in rarity; then, in turn, some numbers and the stems that stand in these lines."""
    head = " ".join(f"{length:.2f}" for length in lengths)
    together: dict[str, list[str]] = {}
    for stem, told in turned(lines).items():
        together.setdefault(told, []).append(stem)
    return "\n".join((head, *chain.from_iterable((told, " ".join(stems)) for told, stems in together.items())))


@lru_cache(maxsize=1_000)
def of_asks(text: str) -> Lines:
    """The asks of an entry; kept, since every keystroke asks for much the same."""
    holding, head = _read(text)
    inverse = tuple(1 / length if (length := float(word)) else 0.0 for word in head.split())
    return Lines(holding, len(inverse), inverse)


@lru_cache(maxsize=200)
def of_stems(text: str, size: int) -> Lines:
    """As many lines without a length."""
    return Lines(_read(text)[0], size)


def _read(text: str) -> tuple[dict[str, str], str]:
    """(stem -> numbers, the head) of what was written; a stem is kept once, in however many entries it stands."""
    head, *rest = text.split("\n")
    holding: dict[str, str] = {}
    for told, stems in zip(rest[::2], rest[1::2], strict=True):
        holding |= dict.fromkeys(map(intern, stems.split(" ")), intern(told))
    return holding, head


@lru_cache(maxsize=4_096)
def numbers(told: str) -> tuple[int, ...]:
    """The numbers of some lines."""
    return tuple(map(int, told.split(" ")))
