"""A query in, ranked hits out: the law named comes first, and what matches is marked."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rightsref.model.address import holds
from rightsref.model.law import Level, Status
from rightsref.model.spoken import fold
from rightsref.search.query import MAX_LENGTH, MAX_WORDS, parse

CODE, RULES = "rightsref:provision/tiny-code", "rightsref:provision/tiny-rules"

SIGNS = (
    '"', "'", "OR", "AND", "NOT", "NEAR(", "NEAR(a b, 5)", "*", "^", "-", "+", ":", "(", ")", "{heading}:", ";", "--", "/*", "%",
    "_", "?", "?1", "DROP TABLE entry", "\\", "\0", "\x1b[2J", "§", "¶", "“", "”", "[[", "]]", "|", "@2010-01-01", "rightsref:",
    "&amp;", "<b>", "🐭", "\u200b", "\u202e", "\ufdfa", "ﬁ", "İ", "ß", "é", "e\u0301", "\ud800",
)  # fmt: skip
#: What breaks search boxes: syntax of SQL and FTS5, controls, accents, other scripts, citations, and much of it.
HOSTILE = st.one_of(
    st.text(max_size=60),
    st.text(st.characters(exclude_categories=()), max_size=40),
    st.lists(
        st.one_of(
            st.sampled_from(SIGNS),
            st.sampled_from(["detaner", "guard", "detention", "detención", "the", "can't", "cops", "99 ILCS 900/15(a)", "HB 9999"]),
            st.text(max_size=8),
        ),
        max_size=30,
    ).map(" ".join),
    st.text("§(a1)/-. \"“¶@détenír", min_size=200, max_size=3 * MAX_LENGTH),
)  # fmt: skip


@settings(max_examples=3000)
@given(text=HOSTILE, lang=st.sampled_from(["en", "es"]))
def test_any_text_is_answered(searcher, text, lang):
    query = parse(text)
    assert len(query.text) <= MAX_LENGTH
    assert len(query.words) <= MAX_WORDS
    results = searcher.search(query, lang)
    assert [hit.score for hit in results.hits] == sorted((hit.score for hit in results.hits), reverse=True)
    for hit in results.hits:
        in_order(hit.title, hit.title_spans)
        in_order(hit.snippet, hit.snippet_spans)


def in_order(text, spans):
    """Spans lie within their text, one after the other."""
    end = 0
    for span in spans:
        assert end <= span.start < span.end <= len(text)
        end = span.end


@pytest.mark.parametrize(
    "text", ["", " ", "?", "a", "—", "🐭", "移民 警察", "\0", "''", '"', "*", "NEAR(", "zzzzzzzzzz"]
)
def test_what_means_nothing_finds_nothing_or_little(searcher, text):
    results = searcher.search(parse(text))
    assert results.citation == results.corrected == ""
    assert results.hits == () or len(text.strip()) == 1


def found(searcher, text, **options):
    """Addresses of the hits, best first."""
    return [hit.address for hit in searcher.search(parse(text), **options).hits]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("99 ILCS 900/15(a)(2)", f"{CODE}/15/a/2"),
        ("99ilcs900/15", f"{CODE}/15"),
        ("what does 99 ILCS 900/5 say about detainers", f"{CODE}/5"),
        ("detainer 99 CFR 900.7", f"{RULES}/900.7"),
        ("99 ILCS 900/15(a)(1)(Z)", f"{CODE}/15/a/1"),  # no such item: the nearest above it
        ("99 ILCS 900", f"{CODE}/5"),  # a whole act: its first section
        ("99 ILCS 900/42", f"{CODE}/42@2005-03-01"),
        ("99 ILCS 900/15@2010-01-01", f"{CODE}/15@2010-01-01"),
        ("form:T-1", "rightsref:form/T-1"),
        ("hb 9999", f"{CODE}/15"),
        ("mouse act", f"{CODE}/15"),
        ("the blue paper", "rightsref:form/T-1"),
        ("what is a detainer", f"{CODE}/10/immigration-detainer"),
        ("can they keep me one more hour", f"{CODE}/15/a/1/A"),
        ("can i sue tinytown", "rightsref:case/mouse-v-tinytown/p1"),  # the ask is tied to that paragraph
        ("cheese", "rightsref:topic/cheese"),
    ],
)
def test_the_right_place_comes_first(searcher, text, first):
    assert found(searcher, text)[0] == first


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("99 ilcs 900 / 15 (a)", "99 ILCS 900/15(a)"),
        ("does 99 ILCS 900/15 apply", ""),
        ("detainer", ""),
        ("287g", "8 USC 1357(g)"),
    ],
)
def test_only_a_text_that_is_a_citation_is_read_as_one(searcher, text, read_as):
    assert searcher.search(parse(text)).citation == read_as


@pytest.mark.parametrize(
    ("everyday", "place"),
    [
        ("can cops ask", f"{CODE}/15/a/2"),
        ("my papers", f"{CODE}/15/a/2"),
        ("who are the fuzz", f"{CODE}/10/town-guard"),
    ],
)
def test_everyday_words_find_the_words_of_the_law(searcher, everyday, place):
    assert place in found(searcher, everyday)[:3]


@pytest.mark.parametrize(
    ("with_accents", "without"),
    [
        ("fianza después", "fianza despues"),
        ("PETICIÓN de detención", "peticion de detencion"),
        ("détainer", "detainer"),
    ],
)
def test_accents_make_no_difference(searcher, with_accents, without):
    assert found(searcher, with_accents) == found(searcher, without) != []


@pytest.mark.parametrize("start", ["deta", "bord", "tinyt", "neigh"])
def test_a_word_is_found_while_it_is_typed(searcher, start):
    results = searcher.search(parse(start))
    assert results.hits
    assert results.corrected == ""
    for hit in results.hits:
        assert all(fold(hit.snippet[span.start : span.end]) == start for span in hit.snippet_spans)


@pytest.mark.parametrize(
    "text", ["guard hold detainer", "guard hold person detainer", "guard may not hold or ask", "border office"]
)
def test_what_is_gone_comes_after_what_is_in_force(searcher, text):
    places = [hit.address for hit in searcher.search(parse(text)).hits if hit.address.startswith(f"{CODE}/15")]
    assert ["@" in place for place in places] == [False, True]


def test_a_document_shows_once_with_its_other_paragraphs(searcher):
    hits = searcher.search(parse("guard may not hold or ask")).hits
    (section,) = [hit for hit in hits if holds(f"{CODE}/15", hit.address)]
    assert {f"{CODE}/15/a/1", f"{CODE}/15/a/2"} <= {section.address, *section.also}
    assert section.address not in section.also


def test_a_hit_carries_its_level_and_status(searcher):
    (hit,) = searcher.search(parse("99 ILCS 900/15(a)(2)")).hits[:1]
    assert (hit.level, hit.status, hit.kind, hit.source, hit.citation) == (
        Level.SECONDARY, Status.CHANGING, "provision", "tiny-code", "99 ILCS 900/15(a)(2)",
    )  # fmt: skip


def test_the_reader_s_language_is_shown(searcher):
    (english,) = searcher.search(parse("99 ILCS 900/15(a)(1)")).hits[:1]
    (spanish,) = searcher.search(parse("99 ILCS 900/15(a)(1)"), "es").hits[:1]
    assert english.snippet == "The guard may not hold you on a detainer once bail is paid."
    assert spanish.snippet == "La guardia no puede retenerlo por una petición de detención si ya pagó la fianza."


def test_the_agency_s_claim_is_never_the_answer(searcher):
    snippets = [hit.snippet for hit in searcher.search(parse("border office claims cheese is a paper")).hits]
    assert snippets
    assert not any("claims that cheese" in snippet for snippet in snippets)
