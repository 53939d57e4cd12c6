"""Everyday phrases inside a row of words: shared by the search and by the compiler, which must read asks as search reads questions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rightsref.model.spoken import fold, stems


class Phrases:
    """The thesaurus: everyday phrase, without words that say nothing -> words of the law.

    Attributes:
        means: phrase -> its meanings.
    """

    def __init__(self, rows: list[tuple[str, str]]) -> None:
        """Take (phrase, meanings one a line); a phrase may come more than once."""
        self.means: dict[str, tuple[str, ...]] = {}
        for phrase, means in rows:
            self.means[phrase] = (*self.means.get(phrase, ()), *means.split("\n"))
        self._begun = {tuple(phrase.split(" ")[:2]) for phrase in self.means if " " in phrase}
        self._longest = max((phrase.count(" ") + 1 for phrase in self.means), default=1)

    def split(self, words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        """The words in order, everyday phrases joined, the longest first."""
        start = 0
        while start < len(words):
            length = self._length_at(words, start) if words[start : start + 2] in self._begun else 1
            yield words[start : start + length]
            start += length

    def synonyms(self, phrase: str) -> list[str]:
        """The stems of a phrase's meanings, without repetition."""
        found = [
            stem for meaning in self.means.get(phrase, ()) for word in fold(meaning).split() for stem in stems(word)
        ]
        return list(dict.fromkeys(found))

    def _length_at(self, words: tuple[str, ...], start: int) -> int:
        """How many words from `start` make the longest phrase; 1 if none does."""
        for length in range(min(self._longest, len(words) - start), 1, -1):
            if " ".join(words[start : start + length]) in self.means:
                return length
        return 1


def signs(own: Iterable[str], meant: Iterable[str]) -> tuple[str, ...]:
    """What the classifier sees of a word: its stems, and those of its meanings marked apart, since they say less."""
    return (*own, *(f"~{stem}" for stem in meant))
