"""Filters keep what passes; counts are taken before them."""

from __future__ import annotations

from collections import Counter

import pytest

from rightsref.model.kinds import KINDS
from rightsref.search.query import parse
from rightsref.search.results import Filter
from rightsref.search.searcher import Searcher

#: What is no law, and so in force on every day.
UNDATED = {"term", "event", "contact", "flow"}
CODE, RULES = "rightsref:provision/tiny-code", "rightsref:provision/tiny-rules"


def found(searcher, text, **options):
    """Addresses of the hits, best first."""
    return [hit.address for hit in searcher.search(parse(text), **options).hits]


@pytest.mark.parametrize(
    ("keep", "passes"),
    [
        (Filter(), lambda hit: True),
        (Filter(sources=frozenset({"tiny-rules"})), lambda hit: hit.source == "tiny-rules"),
        (Filter(kinds=frozenset({"form", "case"})), lambda hit: hit.kind in {"form", "case"}),
        (Filter(jurisdictions=frozenset({"federal"})), lambda hit: hit.jurisdiction == "federal"),
        (Filter(kinds=frozenset({"provision"}), jurisdictions=frozenset({"city"})), lambda hit: hit.source == "tiny-code"),
        (Filter(on="2012-01-01"), lambda hit: hit.address in {f"{CODE}/15/a@2010-01-01", f"{RULES}/900.7"} or hit.kind in {"form", *UNDATED}),
        (Filter(on="1990-01-01"), lambda hit: hit.kind in UNDATED),
        (Filter(kinds=frozenset({"form"}), on="1990-01-01"), lambda hit: False),
    ],
)  # fmt: skip
def test_a_filter_keeps_what_passes_and_nothing_else(searcher, keep, passes):
    every = searcher.search(parse("guard detainer"), limit=100).hits
    kept = searcher.search(parse("guard detainer"), limit=100, keep=keep).hits
    assert kept == tuple(hit for hit in every if passes(hit))
    assert len(every) > len(kept) or keep == Filter()


def test_counts_are_taken_before_filters(searcher):
    plain = searcher.search(parse("guard detainer"), limit=100)
    filtered = searcher.search(parse("guard detainer"), keep=Filter(kinds=frozenset({"form"})))
    assert filtered.counts == plain.counts
    assert plain.counts["form"] == 1
    assert {kind: plain.counts[kind] for kind in KINDS if plain.counts[kind]} == Counter(hit.kind for hit in plain.hits)


@pytest.mark.parametrize("limit", [1, 2, 5])
def test_no_more_hits_than_asked_for(searcher, limit):
    assert found(searcher, "guard detainer", limit=limit) == found(searcher, "guard detainer")[:limit]


def test_searching_twice_gives_the_same(tiny, searcher):
    assert Searcher(tiny).search(parse("detaner guard")) == searcher.search(parse("detaner guard"))
