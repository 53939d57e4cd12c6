"""The real content, searched."""

from __future__ import annotations

import pytest

from rightsref.search.query import parse
from rightsref.search.searcher import Searcher


@pytest.fixture(scope="module")
def at_large(real):
    """A searcher over the real knowledge base."""
    return Searcher(real)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("can cops ask if i have papers", ["5 ILCS 805/15(e)", "MCC 2-173-030(a)(1)"]),
        ("805/15(h)(7)", ["5 ILCS 805/15(h)(7)"]),
    ],
)
def test_the_law_is_among_the_first_three(at_large, text, wanted):
    first = [hit.citation for hit in at_large.search(parse(text)).hits[:3]]
    assert set(wanted) <= set(first)


def test_every_unit_is_found_by_its_citation(at_large, real_content):
    units = list(real_content.units.values())[::7]
    missed = [
        str(u.citation)
        for u in units
        if at_large.search(parse(str(u.citation)), limit=1).hits[0].address != str(u.address)
    ]
    assert missed == []


def test_what_is_kept_between_keystrokes_changes_no_answer(tiny):
    typist = Searcher(tiny)
    text = "guard detainer sheriff hold"
    for end in (*range(1, len(text) + 1), *range(len(text), 0, -1)):
        query = parse(text[:end])
        assert typist.search(query) == Searcher(tiny).search(query)
