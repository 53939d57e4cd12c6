"""How far apart two spellings are: edits that people make often weigh less."""

from __future__ import annotations

_VOWELS = frozenset("aeiouy")
#: Letters that people write for each other: they sound alike.
_ALIKE = {
    frozenset(pair)
    for pair in ("ck", "cs", "sz", "cz", "kq", "cq", "bv", "gj", "iy", "ph", "fp", "mn", "dt", "xs", "hj")
}
_VOWEL, _DOUBLED, _SOUND, _SWAPPED, _SILENT, _ADDED_VOWEL = 0.55, 0.35, 0.6, 0.6, 0.5, 0.8


def likeness(one: str, other: str) -> float:
    """How alike two words are, 0 to 1: one less the cost of the edits between them, by the longer one's length."""
    return 1 - distance(one, other) / max(len(one), len(other), 1)


def distance(typed: str, meant: str) -> float:
    """The least cost of edits that make one word of the other (Damerau-Levenshtein, weighted)."""
    before: list[float] = []
    row = [0.0]
    for end in range(1, len(meant) + 1):
        row.append(row[-1] + _cost_of_one(meant, end - 1))
    for i, letter in enumerate(typed):
        further = [row[0] + _cost_of_one(typed, i)]
        for j, wanted in enumerate(meant):
            best = min(
                row[j] + _exchange(letter, wanted),
                row[j + 1] + _cost_of_one(typed, i),
                further[j] + _cost_of_one(meant, j),
            )
            if i and j and letter == meant[j - 1] and typed[i - 1] == wanted and letter != wanted:
                best = min(best, before[j - 1] + _SWAPPED)
            further.append(best)
        before, row = row, further
    return row[-1]


def _cost_of_one(word: str, place: int) -> float:
    """What it costs that a letter is there in one word and not in the other."""
    letter = word[place]
    if letter in (word[place - 1 : place], word[place + 1 : place + 2]):
        return _DOUBLED
    if letter == "h":
        return _SILENT
    return _ADDED_VOWEL if letter in _VOWELS else 1.0


def _exchange(one: str, other: str) -> float:
    if one == other:
        return 0.0
    if one in _VOWELS and other in _VOWELS:
        return _VOWEL
    return _SOUND if frozenset((one, other)) in _ALIKE else 1.0
