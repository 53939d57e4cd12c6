"""Words corrected against the vocabulary, only where nothing answers."""

from __future__ import annotations

import pytest

from rightsref.search.query import parse


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
