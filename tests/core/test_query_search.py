"""From typed text to ranked hits: no text is an error, the law named comes first, and what matches is marked."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rightsref.model.address import holds
from rightsref.model.citation import Citation
from rightsref.model.kinds import KINDS
from rightsref.model.law import Level, Status
from rightsref.search.query import MAX_LENGTH, MAX_WORDS, STOP_WORDS, fold, parse, stems, words
from rightsref.search.searcher import Filter, Searcher

#: What is no law, and so in force on every day.
UNDATED = {"term", "event", "contact", "flow"}
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


# -- query --------------------------------------------------------------------------------------------------


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
    query = parse("mouse " * 5_000)
    assert len(query.text) <= MAX_LENGTH
    assert len(query.words) == MAX_WORDS


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


# -- any text -----------------------------------------------------------------------------------------------


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


# -- what is found ------------------------------------------------------------------------------------------


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
    ("everyday", "place"),
    [
        ("can cops ask", f"{CODE}/15/a/2"),
        ("my papers", f"{CODE}/15/a/2"),
        ("who are the fuzz", f"{CODE}/10/town-guard"),
    ],
)
def test_everyday_words_find_the_words_of_the_law(searcher, everyday, place):
    assert place in found(searcher, everyday)[:2]


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


# -- filters ------------------------------------------------------------------------------------------------


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


# -- the real content ---------------------------------------------------------------------------------------


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
