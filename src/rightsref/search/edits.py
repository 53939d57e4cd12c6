"""How far apart two spellings are: edits that people make often weigh less."""

from __future__ import annotations

from functools import lru_cache
from itertools import accumulate, permutations

_VOWELS = "aeiouy"
#: Letters that people write for each other: they sound alike.
_ALIKE = ("ck", "cs", "sz", "cz", "kq", "cq", "bv", "gj", "iy", "ph", "fp", "mn", "dt", "xs", "hj")
_VOWEL, _DOUBLED, _SOUND, _SWAPPED, _SILENT, _ADDED_VOWEL = 0.55, 0.35, 0.6, 0.6, 0.5, 0.8
#: What it costs to write one letter for another, where that is less than 1.
_EXCHANGE = {pair: _SOUND for alike in _ALIKE for pair in (alike, alike[::-1])} | {
    one + other: _VOWEL for one, other in permutations(_VOWELS, 2)
}


def likeness(one: str, other: str) -> float:
    """How alike two words are, 0 to 1: one less the cost of the edits between them, by the longer one's length."""
    return 1 - distance(one, other) / max(len(one), len(other), 1)


def distance(typed: str, meant: str) -> float:
    """The least cost of edits that make one word of the other (Damerau-Levenshtein, weighted)."""
    added = _costs(meant)
    before: list[float] = []
    row = [0.0, *accumulate(added)]
    for i, (letter, dropped) in enumerate(zip(typed, _costs(typed), strict=True)):
        cost = row[0] + dropped
        further = [cost]
        for j, wanted in enumerate(meant):
            kept = row[j] if letter == wanted else row[j] + _EXCHANGE.get(letter + wanted, 1.0)
            cost = min(kept, row[j + 1] + dropped, cost + added[j])
            if i and j and letter == meant[j - 1] and typed[i - 1] == wanted and letter != wanted:
                cost = min(cost, before[j - 1] + _SWAPPED)
            further.append(cost)
        before, row = row, further
    return row[-1]


@lru_cache(maxsize=4_096)
def _costs(word: str) -> tuple[float, ...]:
    """What it costs that each letter of a word is there in it and not in the other."""
    return tuple(
        _DOUBLED if letter in (word[place - 1 : place], word[place + 1 : place + 2])
        else _SILENT if letter == "h"
        else _ADDED_VOWEL if letter in _VOWELS
        else 1.0
        for place, letter in enumerate(word)
    )  # fmt: skip
