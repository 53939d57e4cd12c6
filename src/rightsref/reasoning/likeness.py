"""Which scenario a sentence is most like, by the words of all its phrases: for a sentence that no phrase fits whole."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from rightsref.reasoning.clauses import Token, word_set
from rightsref.reasoning.phrases import Phrase, Piece

#: A sentence shorter than this is a handful of keywords: it is like too many scenarios to be sure of one.
FEWEST = 5
#: How like it must be, in rarities summed; and by how many of its words at least.
LIKE, BY = 9.0, 2
#: Words that stand in every sentence.
_EVERYWHERE = word_set(
    "i he she they me him her us my it we you no not is was be to at in on the a an of for with and or if can do have has "
    "had by from im am are this that mi me la lo el en de su un una con por los las se es soy yo que si para al del "
    "hes shes"
)


class Likeness:
    """The words of every scenario's phrases, weighed by how often each scenario has them and how few others do."""

    def __init__(self, phrases: Mapping[str, tuple[Iterable[Phrase], Iterable[Phrase]]]) -> None:
        """Take the phrases of each scenario: those that ask for it, which count twice, and those that answer its questions."""
        counts = {flow: Counter[str]() for flow in phrases}
        for flow, (asks, answers) in phrases.items():
            for phrase, weight in (*((ask, 2) for ask in asks), *((answer, 1) for answer in answers)):
                counts[flow].update(dict.fromkeys(_keys(phrase), weight))
        held = Counter(key for count in counts.values() for key in count)
        self._weights: dict[str, dict[str, float]] = {}
        for flow, count in counts.items():
            for key, times in count.items():
                rarity = math.log(len(counts) / held[key]) if len(counts) > 1 else 1.0
                self._weights.setdefault(key, {})[flow] = math.log(1 + times) * rarity

    def nearest(self, tokens: Sequence[Token]) -> list[str]:
        """The scenarios that a sentence is like enough, most like first."""
        if len(tokens) < FEWEST:
            return []
        score: dict[str, float] = {}
        by: Counter[str] = Counter()
        for keys in {token.word: token.keys for token in tokens if token.word not in _EVERYWHERE}.values():
            best: dict[str, float] = {}
            for key in sorted(keys):
                for flow, weight in self._weights.get(key, {}).items():
                    best[flow] = max(weight, best.get(flow, 0.0))
            for flow, weight in best.items():
                score[flow] = score.get(flow, 0.0) + weight
                by[flow] += weight > 0
        ranked = sorted(score, key=lambda flow: (-score[flow], flow))
        return [flow for flow in ranked if score[flow] >= LIKE and by[flow] >= BY]


def _keys(phrase: Phrase) -> Iterator[str]:
    for chains in phrase.wanted:
        for chain in chains:
            yield from _keys_of(chain.pieces)


def _keys_of(pieces: Iterable[Piece]) -> Iterator[str]:
    for piece in pieces:
        if piece.chains:
            for chain in piece.chains:
                yield from _keys_of(chain)
        else:
            yield from piece.starts
