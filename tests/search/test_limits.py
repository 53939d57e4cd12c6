"""Where search stops: how many other paragraphs a hit names, which word may still grow, and how long a line is shown whole."""

from __future__ import annotations

import pytest

from rightsref.search.query import parse
from rightsref.search.ranking import Asked, Entry, rank
from rightsref.search.snippet import best_line
from rightsref.search.terms import Terms, Thesaurus

#: The most characters of a line that are shown as they stand.
WHOLE = 220
NOTHING = Terms(())
CODE = "rightsref:provision/code"


@pytest.mark.parametrize(("paragraphs", "others"), [(1, 0), (2, 1), (4, 3), (5, 4), (6, 4), (20, 4)])
def test_a_document_names_up_to_four_others(paragraphs, others):
    entries = [
        Entry(n, f"{CODE}/{n}", CODE, "provision", "tiny", "state", "in_force", "", "", "", 1.0)
        for n in range(paragraphs)
    ]
    asked = Asked(NOTHING, {}, [entry.address for entry in entries], former=False, leans={})
    (found,) = rank([(entry,) for entry in entries], {}, asked)
    assert found.entry == entries[0]
    assert found.also == tuple(entry.address for entry in entries[1 : others + 1])


@pytest.mark.parametrize(
    ("text", "growing"),
    [
        ("hol", ("hol",)),
        ("jail hol", ("", "hol")),
        ("jail hol ", ("", "")),
        ("guard jail hol", ("", "", "hol")),
        ("hol jail", ("", "jail")),
    ],
)
def test_the_last_word_alone_may_still_grow_and_only_while_nothing_follows(real, text, growing):
    assert tuple(term.prefix for term in Thesaurus(real).terms(parse(text), {}).all) == growing


def test_the_last_word_of_an_open_query_is_completed(real):
    thesaurus = Thesaurus(real)
    open_, closed = (thesaurus.terms(parse(text), {}).all[-1].stems for text in ("jail deta", "jail deta "))
    assert set(closed) < set(open_)
    assert any(stem.startswith("detain") for stem in open_)


def test_the_last_words_of_a_query_make_an_everyday_phrase_too(real):
    phrase = next(phrase for phrase in Thesaurus(real).phrases.means if phrase.count(" ") == 1)
    words = tuple(phrase.split())
    assert list(Thesaurus(real).phrases.split(("zzz", *words))) == [("zzz",), words]
    assert list(Thesaurus(real).phrases.split(words[:1])) == [words[:1]]


@pytest.mark.parametrize(("over", "whole"), [(0, True), (1, False)])
def test_a_line_is_shown_whole_up_to_its_limit(over, whole):
    first = "One sentence stands here."
    line = f"{first} {'x' * (WHOLE + over - len(first) - 2)}."
    assert len(line) == WHOLE + over
    shown = best_line(line, "", NOTHING)
    assert shown == (line if whole else first)
