"""Lines turned round say what the lines say, whatever stands in them."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rightsref.search.lines import numbers, of_asks, of_stems, turned, written
from rightsref.search.terms import SYNONYM, Term, Terms

STEMS = st.sampled_from(["ice", "jail", "hold", "door", "judg", "work"])
LINES = st.lists(st.lists(STEMS, max_size=5), max_size=8)


def term(own: list[str], meant: list[str], rarity: float) -> Term:
    """A term that weighs as much by itself as with its synonyms."""
    return Term(tuple(own), tuple(s for s in meant if s not in own), "", rarity, 1, own=rarity)


TERMS = st.lists(
    st.builds(term, st.lists(STEMS, min_size=1, max_size=2), st.lists(STEMS, max_size=2), st.floats(0.5, 8)), max_size=4
).map(Terms)


@given(LINES)
def test_a_stem_has_the_lines_that_hold_it(lines: list[list[str]]) -> None:
    holding = turned(lines)
    assert {(stem, number) for stem, told in holding.items() for number in numbers(told)} == {
        (stem, number) for number, line in enumerate(lines) for stem in line
    }


def met(one: Term, line: list[str]) -> float:
    """What a line holds of a term: all of it, what a synonym is worth, or nothing."""
    if not set(one.stems).isdisjoint(line):
        return 1.0
    return SYNONYM if not set(one.synonyms).isdisjoint(line) else 0.0


@given(TERMS, LINES)
def test_lines_share_with_a_query_what_each_term_is_worth_once(terms: Terms, lines: list[list[str]]) -> None:
    stemmed = of_stems(written(lines), len(lines))
    expected = [sum(one.rarity * met(one, line) for one in terms.all) for line in lines]
    assert terms.shared(stemmed) == pytest.approx(expected)


@given(TERMS, LINES.filter(bool))
def test_resemblance_is_the_cosine(terms: Terms, lines: list[list[str]]) -> None:
    asks = of_asks(written(lines, [2.5] * len(lines)))
    norm = math.sqrt(sum(one.rarity**2 for one in terms.all))
    like, same = terms.resemblances(asks)
    expected = [
        sum((met(one, line) * one.rarity) ** 2 for one in terms.all) / (2.5 * norm) if norm else 0.0 for line in lines
    ]
    assert like == pytest.approx(expected)
    assert same == pytest.approx(max(expected))


def test_an_entry_without_asks_resembles_nothing() -> None:
    assert of_asks("").size == 0
    assert Terms([term(["ice"], [], 2.0)]).resemblances(of_asks("")) == ([], 0.0)
