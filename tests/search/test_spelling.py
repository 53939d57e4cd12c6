"""Words corrected against the vocabulary, only where nothing answers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rightsref.search.edits import likeness
from rightsref.search.query import parse
from rightsref.search.searcher import Searcher


def found(searcher, text, **options):
    """Addresses of the hits, best first."""
    return [hit.address for hit in searcher.search(parse(text), **options).hits]


@pytest.mark.parametrize(
    ("typed", "mended"),
    [
        ("detaner", "detainer"), ("detianer", "detainer"), ("gaurd hold me", "guard hold"), ("tinytwon code", "tinytown code"),
        ("frontera detencoin", "frontera detencion"), ("detain", ""), ("detainer", ""), ("gua", ""), ("1234567", ""), ("xq", ""),
    ],
)  # fmt: skip
def test_spelling_is_mended_where_nothing_answers(searcher, typed, mended):
    results = searcher.search(parse(typed))
    assert results.corrected == mended
    assert not mended or results.hits


def test_a_mended_word_finds_what_the_right_one_finds(searcher):
    assert found(searcher, "detaner ")[:3] == found(searcher, "detainer ")[:3]


@pytest.mark.parametrize(
    "typed",
    ["harmless guard", "fronteriza", "gouda detainer", "cheddar falls guard"],
)
def test_words_that_people_use_and_the_content_lacks_are_left_alone(searcher, typed):
    assert searcher.search(parse(typed)).corrected == ""


def test_uber_and_its_like_are_left_alone(real):
    for text in (
        "took an Uber driver at O'Hare",
        "he hit the horn",
        "speeding in a Jeep",
        "smells in the car after the accident",
    ):
        assert Searcher(real).search(parse(text)).corrected == ""


@pytest.mark.parametrize(
    ("typed", "meant", "other"),
    [
        ("warent", "warrant", "parent"),
        ("lisencia", "licencia", "silencio"),
        ("orden", "orden", "order"),
        ("sherrif", "sheriff", "series"),
    ],
)
def test_slips_that_people_make_weigh_less(typed, meant, other):
    assert likeness(typed, meant) > likeness(typed, other)


@given(st.text("abcdehsz", max_size=9), st.text("abcdehsz", max_size=9))
def test_likeness_is_the_same_both_ways_and_whole_only_for_the_same_word(one, other):
    assert likeness(one, other) == pytest.approx(likeness(other, one))
    assert (likeness(one, other) == 1) == (one == other)


def test_of_a_text_full_of_slips_the_first_dozen_are_mended(real):
    meant = [
        "detainer",
        "immigration",
        "warrant",
        "sheriff",
        "signature",
        "probation",
        "custody",
        "attorney",
        "deportation",
        "apartment",
        "supervisor",
        "employer",
        "interview",
        "passport",
    ]
    typed = [f"{word[:3]}{word[4]}{word[3]}{word[5:]}" for word in meant]
    corrected = Searcher(real).search(parse(" ".join(typed))).corrected.split()
    assert corrected[:12] == meant[:12]
    assert corrected[12:] == typed[12:]
