"""Whether what was found answers the question, or is only near.

A sum of six marks of a search, its weights learned once by logistic regression on the tuning sets of `tests/eval`
(answerable queries beside questions that the content does not hold, whole sentences as well as two or three words) and rounded; the cut lets at most one in twenty
real answers be called none. `make eval` reports both figures.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from rightsref.search.ranking import Ranked
from rightsref.search.terms import Terms

#: How much each mark speaks for an answer: the nearest ask's resemblance; the best score by the query's rarity, as a logarithm;
#: the number of terms, as a logarithm; the rarity of the commonest term; how many terms are common in this content, three at most;
#: how much likelier the classifier holds something that is not held here, as a logarithm.
_WEIGHTS = (0.3, 1.3, 2.1, -0.3, 0.7, -0.9)
_CUT = 9.9
#: More than this the classifier is not heard.
_HEARD = 6.0
#: A term that is less rare than this belongs to the subject of the whole content (*arrest*, *police*).
_OF_THE_SUBJECT = 2.2
_LOOKED_AT = 6
#: A word or two is a topic and no question; whatever holds them answers.
_LEAST_TERMS = 2


def answers(ranked: Sequence[Ranked], terms: Terms, elsewhere: float, *, named: bool) -> bool:
    """Whether the documents found answer the query.

    Args:
        ranked: what was found, best first.
        terms: what was looked for.
        elsewhere: how much likelier than any document the classifier holds something that is not held, as a logarithm.
        named: whether the query names law or a case outright.
    """
    if named or not ranked or len(terms.all) < _LEAST_TERMS:
        return bool(ranked) or named
    marks = (
        max(found.nearest for found in ranked[:_LOOKED_AT]),
        math.log1p(ranked[0].score / terms.whole),
        math.log(len(terms.all)),
        min(term.rarity for term in terms.all),
        min(3, sum(term.rarity < _OF_THE_SUBJECT for term in terms.all)),
        max(-_HEARD, min(_HEARD, elsewhere)),
    )
    return math.fsum(weight * mark for weight, mark in zip(_WEIGHTS, marks, strict=True)) >= _CUT
