"""Typed text -> Query: no text is an error."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rightsref.model.citation import Citation
from rightsref.model.spoken import fold, stems, words
from rightsref.search.query import MAX_LENGTH, MAX_WORDS, STOP_WORDS, parse


@pytest.mark.parametrize(
    ("text", "exact", "names", "kept", "growing"),
    [
        ("", None, (), (), False),
        ("   ", None, (), (), False),
        ("?!", None, (), (), False),
        ("805/15(h)", "5 ILCS 805/15(h)", (), (), False),
        ("does 287g apply to HB 1312?", None, ("hb1312",), ("apply", "hb", "1312"), True),
        ("can cops ask if i have papers", None, (), ("cops", "ask", "papers"), True),
        ("can cops ask if i have papers ", None, (), ("cops", "ask", "papers"), False),
        ("what can i do", None, (), ("what", "can", "i", "do"), True),  # nothing but question words: they are kept
        ("Détention CAN'T wait", None, (), ("detention", "wait"), True),
        ("¿Puede la policía preguntar?", None, (), ("policia", "preguntar"), True),
        ("移民", None, (), ("移民",), True),
        ("a\0b\x1b[0mc", None, (), ("b", "0mc"), True),
    ],
)
def test_a_text_is_read_as_citations_names_and_words(text, exact, names, kept, growing):
    query = parse(text)
    assert (str(query.exact) if query.exact else None, query.names, query.words) == (exact, names, kept)
    assert query.open is growing


def test_citations_inside_a_question_are_taken_out_of_its_words():
    query = parse("does 287g beat 805/15(a) in jail")
    assert query.citations == (Citation("8 USC 1357", "(g)"), Citation("5 ILCS 805/15", "(a)"))
    assert query.words == ("beat", "jail")


def test_a_very_long_text_is_cut():
    query = parse(" ".join(f"mouse{n}" for n in range(5_000)))
    assert len(query.text) <= MAX_LENGTH
    assert len(query.words) == MAX_WORDS


def test_of_a_long_text_the_beginning_and_the_end_are_kept_and_no_word_twice():
    assert parse("mouse " * 100 + "cheese ").words == ("mouse", "cheese")
    kept = parse(" ".join(f"mouse{n}" for n in range(100))).words
    assert (kept[0], kept[-1]) == ("mouse0", "mouse99")


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Détención", "detencion"),
        ("ÑANDÚ", "nandu"),
        ("STRASSE ß", "strasse ss"),
        ("ﬁne", "fine"),
        ("plain", "plain"),
        ("İ", "i"),
    ],
)
def test_case_and_accents_fall_away(text, folded):
    assert fold(text) == folded


def test_an_apostrophe_joins():
    assert words("can't, they’re — don't") == ["cant", "theyre", "dont"]
    assert "cant" in STOP_WORDS


def test_words_of_both_languages_are_stemmed():
    assert stems("detainers") == ("detain", "detainers")
    assert "detencion" in stems("detenciones") or "detencion" in stems("detencion")


@given(st.text(), st.text())
def test_folding_is_done_once_and_for_all(one, other):
    assert fold(fold(one)) == fold(one)
    assert words(f"{one} {other}") == words(one) + words(other)
