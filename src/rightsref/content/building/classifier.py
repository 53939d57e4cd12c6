"""Asks -> the classifier's table: how much each stem speaks for each thing that can be asked for.

Multinomial naive Bayes by counts. Its sums are taken in a fixed order and its weights rounded to eight bits, so the same
asks give the same bytes.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from itertools import chain

from rightsref.content.building.asked import Example
from rightsref.content.building.rows import Rows
from rightsref.model.spoken import stems, words
from rightsref.search.classifier import STEP
from rightsref.search.phrases import Phrases, signs
from rightsref.search.query import content_words

#: What every stem counts for everything, so that an unseen word rules nothing out.
_SMOOTH = 0.2
#: A weight of fewer steps than this is left out: it tells little (one first hit in 485) and takes half a megabyte.
_LEAST = 10


def write_classifier(
    rows: Rows, asks: Mapping[str, Iterable[Example]], elsewhere: Iterable[Iterable[Example]] = ()
) -> None:
    """Count the asks of each address into the tables `asked_for` and `sign`.

    Args:
        rows: where they go; the thesaurus is in it already.
        asks: address -> texts that ask for what stands there, in any language.
        elsewhere: texts that ask for what is not held, subject by subject; a subject has no address.
    """
    signs_in = _reader(Phrases([(row["phrase"], row["means"]) for row in rows.all("thesaurus")]))
    counted = [(address, _count(asked, signs_in)) for address, asked in sorted(asks.items())]
    counted += [("", _count(asked, signs_in)) for asked in elsewhere]
    known = {sign for _, counts in counted for sign in counts}
    weights: dict[str, bytearray] = {}
    for place, (address, counts) in enumerate(counted):
        whole = math.fsum(counts.values())
        base = math.log(_SMOOTH) - math.log(whole + _SMOOTH * len(known))
        rows.add("asked_for", {"id": place, "address": address, "base": round(base, 4)})
        for sign, count in counts.items():
            weight = min(255, round(math.log1p(count / _SMOOTH) / STEP))
            if weight < _LEAST:
                continue
            weights.setdefault(sign, bytearray()).extend((place % 256, place // 256, weight))
    rows.extend("sign", ({"stem": sign, "weights": bytes(packed)} for sign, packed in sorted(weights.items())))


def _count(asks: Iterable[Example], signs_in: Callable[[str], Sequence[str]]) -> dict[str, float]:
    """How much each sign counts in some texts."""
    counts: dict[str, float] = defaultdict(float)
    for ask in asks:
        for sign in signs_in(ask.text):
            counts[sign] += ask.weight
    return counts


def _reader(phrases: Phrases) -> Callable[[str], Sequence[str]]:
    """What gives the signs of a text; the ask of a topic counts for all the law it rests on, and is read once, as each phrase is."""

    @cache
    def signs_of(phrase: tuple[str, ...]) -> tuple[str, ...]:
        own = dict.fromkeys(stem for word in phrase for stem in stems(word))
        return signs(own, phrases.synonyms(" ".join(phrase)))

    @cache
    def signs_in(text: str) -> tuple[str, ...]:
        said = tuple(content_words(words(text)))
        return tuple(chain.from_iterable(map(signs_of, phrases.split(said))))

    return signs_in
