"""Asks -> the classifier's table: how much each stem speaks for each thing that can be asked for.

Multinomial naive Bayes by counts. Its sums are taken in a fixed order and its weights rounded to eight bits, so the same
asks give the same bytes.
"""

from __future__ import annotations

import math
from bisect import bisect
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from itertools import chain

from rightsref.content.building.asked import Examples
from rightsref.content.building.entries import words_in
from rightsref.content.building.rows import Rows
from rightsref.model.spoken import stems
from rightsref.search.classifier import STEP
from rightsref.search.phrases import Phrases, signs
from rightsref.search.query import content_words

#: What every stem counts for everything, so that an unseen word rules nothing out.
_SMOOTH = 0.2
#: A weight of fewer steps than this is left out: it tells little (one first hit in 485) and takes half a megabyte.
_LEAST = 10
#: What a sign must count for each weight from 1 to 255: rounded, it is the logarithm of its count in steps.
_COUNTS = [_SMOOTH * math.expm1((weight - 0.5) * STEP) for weight in range(1, 256)]

#: Some texts -> how often each sign is seen in them.
_Reader = Callable[[tuple[str, ...]], Counter[str]]


def write_classifier(rows: Rows, asks: Mapping[str, Iterable[Examples]], elsewhere: Iterable[Examples] = ()) -> None:
    """Count the asks of each address into the tables `asked_for` and `sign`.

    Args:
        rows: where they go; the thesaurus is in it already.
        asks: address -> texts that ask for what stands there, in any language.
        elsewhere: texts that ask for what is not held, subject by subject; a subject has no address.
    """
    seen_in = _reader(Phrases([(row["phrase"], row["means"]) for row in rows.all("thesaurus")]))
    counted = [(address, _count(asked, seen_in)) for address, asked in sorted(asks.items())]
    counted += [("", _count([asked], seen_in)) for asked in elsewhere]
    known = set().union(*(counts for _, counts in counted))
    weights: dict[str, bytearray] = defaultdict(bytearray)
    for place, (address, counts) in enumerate(counted):
        whole = math.fsum(counts.values())
        base = math.log(_SMOOTH) - math.log(whole + _SMOOTH * len(known))
        rows.add("asked_for", {"id": place, "address": address, "base": round(base, 4)})
        for sign, count in counts.items():
            if (weight := bisect(_COUNTS, count)) >= _LEAST:
                weights[sign] += bytes((place % 256, place // 256, weight))
    rows.extend("sign", ({"stem": sign, "weights": bytes(packed)} for sign, packed in sorted(weights.items())))


def _count(asks: Iterable[Examples], seen_in: _Reader) -> dict[str, float]:
    """How much each sign counts in some texts."""
    counts: dict[str, float] = defaultdict(float)
    for asked in asks:
        for sign, times in seen_in(asked.texts).items():
            counts[sign] += times * asked.weight
    return counts


def _reader(phrases: Phrases) -> _Reader:
    """What counts the signs of some texts; the asks of a topic count for all the law it rests on, and are read once, as each phrase is."""

    @cache
    def signs_of(phrase: tuple[str, ...]) -> tuple[str, ...]:
        own = dict.fromkeys(stem for word in phrase for stem in stems(word))
        return signs(own, phrases.synonyms(" ".join(phrase)))

    @cache
    def seen_in(texts: tuple[str, ...]) -> Counter[str]:
        said = chain.from_iterable(phrases.split(tuple(content_words(words_in(text)))) for text in texts)
        return Counter(chain.from_iterable(map(signs_of, said)))

    return seen_in
