"""The knowledge base as a file, damaged in every way, and what it answers by citation, name, address and day."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rightsref.errors import KnowledgeBaseError, NotFoundError
from rightsref.knowledge.database import APPLICATION_ID, SCHEMA_VERSION
from rightsref.knowledge.library import KnowledgeBase
from rightsref.model import address as addresses
from rightsref.model.law import Level, Status
from rightsref.words.labels import fact_lines

CODE, RULES = "rightsref:provision/tiny-code", "rightsref:provision/tiny-rules"


# -- the file -----------------------------------------------------------------------------------------------


@pytest.fixture
def copy(tiny_file, tmp_path):
    """The tiny knowledge base with its hash, to be spoilt."""
    shutil.copy(tiny_file.with_suffix(".sha256"), tmp_path / "knowledge.sha256")
    return shutil.copy(tiny_file, tmp_path / "knowledge.db")


def looked_over(path):
    """Open a file and hold it against its hash."""
    with closing(KnowledgeBase.open(path)) as kb:
        kb.hold()


def refused(path):
    """The sentence with which a file is refused, at opening, at the first question or on being looked over."""
    with pytest.raises(KnowledgeBaseError) as raised:
        looked_over(path)
    sentence = str(raised.value)
    assert "\n" not in sentence
    assert str(path) in sentence
    assert sentence.endswith(".")
    return sentence


def stamp(path, application=APPLICATION_ID, version=SCHEMA_VERSION):
    """Write whose file it is and of which version."""
    connection = sqlite3.connect(path)
    connection.executescript(f"PRAGMA application_id = {application}; PRAGMA user_version = {version}")
    connection.close()
    return path


def test_a_missing_file_is_told(tmp_path):
    assert "is missing" in refused(tmp_path / "none.db")


def test_a_folder_is_no_knowledge_base(tmp_path):
    assert "is missing" in refused(tmp_path)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "not a RightsRef knowledge base"),
        (b"Dear reader", "file is not a database"),
        (b"\0" * 5000, "file is not a database"),
        (b"SQLite format 3\0" + b"\xff" * 5000, ""),
        (bytes(range(256)) * 40, "file is not a database"),
    ],
)
def test_what_is_no_database_is_told(tmp_path, data, reason):
    path = tmp_path / "knowledge.db"
    path.write_bytes(data)
    assert reason in refused(path)


def test_a_database_of_somebody_else_is_told(tmp_path):
    assert "not a RightsRef knowledge base" in refused(stamp(tmp_path / "other.db", application=7))


@pytest.mark.parametrize(
    ("version", "word"),
    [
        (0, "an older"),
        (SCHEMA_VERSION - 1, "an older"),
        (-1, "an older"),
        (SCHEMA_VERSION + 1_000, "a newer"),
        (2**31 - 1, "a newer"),
    ],
)
def test_another_version_is_told_by_its_age(tmp_path, version, word):
    assert f"made for {word} RightsRef" in refused(stamp(tmp_path / "aged.db", version=version))


def test_a_newer_file_that_older_programs_may_read_is_read(copy):
    kb = KnowledgeBase.open(stamp(copy, version=SCHEMA_VERSION + 1))
    assert kb.meta()["edition"] == "tiny"
    kb.close()


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(share=st.floats(0, 0.999))
def test_a_file_cut_short_is_refused(copy, tiny_file, share):
    whole = tiny_file.read_bytes()
    copy.write_bytes(whole[: int(share * len(whole))])
    assert refused(copy)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=st.floats(0, 0.999), change=st.integers(1, 255))
def test_one_changed_byte_is_noticed(copy, tiny_file, place, change):
    data = bytearray(tiny_file.read_bytes())
    data[int(place * len(data))] ^= change
    copy.write_bytes(data)
    assert refused(copy)


@pytest.mark.parametrize("written", [None, b"", b"0" * 64, b"\xff\xfe garbage"])
def test_a_file_without_its_hash_is_not_trusted(copy, written):
    sidecar = copy.with_suffix(".sha256")
    sidecar.unlink() if written is None else sidecar.write_bytes(written)
    assert "hash" in refused(copy)


def test_a_sound_file_is_found_sound(copy):
    looked_over(copy)
    with closing(KnowledgeBase.open(copy)) as kb:
        assert kb.digest() == copy.with_suffix(".sha256").read_text().strip()


def test_damage_found_while_reading_is_told(copy):
    data = copy.read_bytes()
    copy.write_bytes(data[:4096] + b"\xff" * (len(data) - 4096))
    kb = KnowledgeBase.open(copy)
    with pytest.raises(KnowledgeBaseError, match="is damaged"):
        kb.outline()
    kb.close()


@pytest.mark.parametrize("sql", ["DELETE FROM entry", "CREATE TABLE x (y)", "UPDATE meta SET value = ''", "VACUUM"])
def test_nothing_can_be_written(copy, sql):
    before = copy.read_bytes()
    kb = KnowledgeBase.open(copy)
    with pytest.raises(KnowledgeBaseError, match="readonly"):
        kb.rows(sql)
    with pytest.raises(sqlite3.OperationalError):
        kb.connection.execute(sql)
    kb.close()
    assert copy.read_bytes() == before


@pytest.mark.parametrize("name", ["with space.db", "50% #1?.db", "ñandú ☂.db", "a&mode=rwc.db"])
def test_any_file_name_can_be_opened(copy, name):
    kb = KnowledgeBase.open(copy.rename(copy.with_name(name)))
    assert kb.meta()["edition"] == "tiny"
    kb.close()


# -- by citation, name, address -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("99 ILCS 900/15", f"{CODE}/15"),
        ("99ilcs900/15 (a)(1)", f"{CODE}/15/a/1"),
        ("99 ILCS 900/15(a)(1)(A)", f"{CODE}/15/a/1/A"),
        ("99 ilcs 900/5 ¶2", f"{CODE}/5/p2"),
        ('99 ILCS 900/10 "Town Guard"', f"{CODE}/10/town-guard"),
        ("99 CFR § 900.7", f"{RULES}/900.7"),
        ("99 ILCS 900/15@2010-01-01", f"{CODE}/15@2010-01-01"),
        ("99 ILCS 900/15(a)@2010-01-01", f"{CODE}/15/a@2010-01-01"),
        ("99 ILCS 900/42", f"{CODE}/42@2005-03-01"),  # a repealed section answers to its bare number
        ("form:T-1", "rightsref:form/T-1"),
        ('form:T-1 "Signature"', "rightsref:form/T-1/signature"),
        ("case:mouse v. tinytown", "rightsref:case/mouse-v-tinytown"),
        ("Mouse Act", f"{CODE}/15"),
        ("hb 9999", f"{CODE}/15"),
        ("H.B. 9999", f"{CODE}/15"),
        ("the-blue-paper", ""),
        ("Blue  Paper", "rightsref:form/T-1"),
        (f"{CODE}/15/a", f"{CODE}/15/a"),
        ("rightsref:topic/cheese", "rightsref:topic/cheese"),
    ],
)
def test_a_text_resolves_to_an_address(tiny, text, address):
    if address:
        assert tiny.resolve(text) == address
        assert addresses.holds(tiny.document(address).address, address)
    else:
        with pytest.raises(NotFoundError):
            tiny.resolve(text)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("99 ILCS 900/15(a)(1)(Z)", "the nearest that is held is 99 ILCS 900/15(a)(1)."),
        ("99 ILCS 900/15(q)(1)", "the nearest that is held is 99 ILCS 900/15."),
        ("99 ILCS 900/5 ¶9", "the nearest that is held is 99 ILCS 900/5."),
        ("99 ILCS 900/42(z)", "the nearest that is held is 99 ILCS 900/42."),
        ("99 ILCS 900/77", "“99 ILCS 900/77” is not held here."),
        ("rightsref:form/none", "“rightsref:form/none” is not held here."),
        ("no\nsuch\tthing", "“no such thing” is not held here."),
        ("", "“” is not held here."),
        ("x" * 500, "…” is not held here."),
    ],
)
def test_what_is_not_held_is_told_with_what_comes_nearest(tiny, text, says):
    with pytest.raises(NotFoundError) as raised:
        tiny.resolve(text)
    assert says in str(raised.value)
    assert "\n" not in str(raised.value)
    assert len(str(raised.value)) < 250


@settings(max_examples=500)
@given(
    st.text(st.characters(exclude_categories=()))
    | st.text().map(lambda t: f"rightsref:form/{t}")
    | st.text().map("case:{}".format)
)
def test_any_text_resolves_or_is_not_found(tiny, text):
    try:
        said = tiny.resolve(text)
    except NotFoundError as error:
        said = str(error)
    assert said.startswith("rightsref:") or ("held" in said and "\n" not in said)


def test_every_unit_of_the_real_content_resolves_to_its_own_address(real, real_content):
    units = list(real_content.units.values())
    assert [str(u.citation) for u in units if real.resolve(str(u.citation)) != str(u.address)] == []
    assert [str(u.address) for u in units if real.resolve(str(u.address)) != str(u.address)] == []


def test_spaces_around_what_is_asked_for_mean_nothing(real):
    for text in ("rightsref:provision/5-ilcs-805/15/h", "5 ILCS 805/15(h)"):
        assert real.resolve(f" \u00a0{text}\n ") == real.resolve(text)
        assert real.part_not_held(f" {text} ", real.resolve(text)) == ""


def test_no_unit_of_the_real_content_is_taken_for_a_part_that_is_not_held(real, real_content):
    units = list(real_content.units.values())
    assert [str(u.citation) for u in units if real.part_not_held(str(u.citation), str(u.address))] == []
    assert [str(u.address) for u in units if real.part_not_held(str(u.address), str(u.address))] == []


@pytest.mark.parametrize(
    ("text", "day", "asked"),
    [
        ("8 CFR 287.7(d)(99)", "", "8 CFR 287.7(d)(99)"),
        ("5 ILCS 805/15(h)(7)(z)", "", "5 ILCS 805/15(h)(7)(z)"),
        ("TRUST Act § 15(e)(9)", "", "5 ILCS 805/15(e)(9)"),
        ("805/15(H)", "", ""),
        ("TRUST Act § 15(h)", "", ""),
        ("805/15", "", ""),
        ("HB 1312", "", ""),
        ("form:I-247A", "", ""),
        ("5 ILCS 805/15(h)(7)", "2017-09-01", "5 ILCS 805/15(h)(7)"),
        ("rightsref:provision/5-ilcs-805/15/h/7", "2017-09-01", "rightsref:provision/5-ilcs-805/15/h/7"),
    ],
)
def test_a_part_that_is_not_held_is_told(real, text, day, asked):
    assert real.part_not_held(text, real.resolve(text, day)) == asked


# -- by day -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "day", "address"),
    [
        ("99 ILCS 900/15", "2026-01-01", f"{CODE}/15"),
        ("99 ILCS 900/15", "2020-01-01", f"{CODE}/15"),
        ("99 ILCS 900/15", "2019-12-31", f"{CODE}/15@2010-01-01"),
        ("99 ILCS 900/15", "2010-01-01", f"{CODE}/15@2010-01-01"),
        ("99 ILCS 900/15(a)", "2015-06-01", f"{CODE}/15/a@2010-01-01"),
        ("99 ILCS 900/15(a)(1)", "2015-06-01", f"{CODE}/15/a/1@2010-01-01"),
        ("99 ILCS 900/15(b)", "2015-06-01", f"{CODE}/15@2010-01-01"),  # no such paragraph then: its section
        ("99 ILCS 900/15(a)@2010-01-01", "2026-01-01", f"{CODE}/15/a"),
        ("Mouse Act", "2015-06-01", f"{CODE}/15@2010-01-01"),
        ("99 ILCS 900/42", "2010-01-01", f"{CODE}/42@2005-03-01"),
    ],
)
def test_the_text_of_a_day_is_the_one_that_stood_then(tiny, text, day, address):
    assert tiny.resolve(text, day) == address


@pytest.mark.parametrize(
    ("text", "day", "says"),
    [
        ("99 ILCS 900/15", "2009-12-31", "was not in force on December 31, 2009. The first text held here took effect on January 1, 2010."),
        ("99 ILCS 900/42(a)@2005-03-01", "2015-03-01", "The last text held here ended on March 1, 2015."),
        ("99 ILCS 900/42", "2026-01-01", "The last text held here ended on March 1, 2015."),
    ],
)  # fmt: skip
def test_a_day_without_law_is_told(tiny, text, day, says):
    with pytest.raises(NotFoundError) as raised:
        tiny.resolve(text, day)
    assert says in str(raised.value)


def test_versions_come_newest_first(tiny):
    assert [(v.effective, v.ends, v.status) for v in tiny.versions("99 ILCS 900/15")] == [
        ("2020-01-01", "", Status.CHANGING), ("2010-01-01", "2020-01-01", Status.SUPERSEDED),
    ]  # fmt: skip


# -- documents ----------------------------------------------------------------------------------------------


def test_a_paragraph_shows_within_its_document(tiny):
    document = tiny.document(f"{CODE}/15/a/1")
    assert document.address == f"{CODE}/15"
    assert [(p.label, p.depth) for p in document.paragraphs] == [
        ("(a)", 0),
        ("(1)", 1),
        ("(A)", 2),
        ("(2)", 1),
        ("(b)", 0),
    ]
    assert list(document.parts) == ["plain", "who", "not_covered", "mistakes", "broken", "disagree", "changed"]


def test_a_link_names_what_it_leads_to(tiny):
    links = " ".join(block.html for part in tiny.document(f"{CODE}/15").parts.values() for block in part)
    for link in (
        f'<a href="{CODE}/10/town-guard">town guard</a>',
        '<a href="rightsref:form/T-1">Form T-1</a>',
        f'<a href="{RULES}/900.7">Border Rule 900.7</a>',
        f'<a href="{CODE}/15">99 ILCS 900/15</a>',
        f'<a href="{CODE}/15/a/2">99 ILCS 900/15(a)(2)</a>',
        f'<a href="{CODE}/15@2010-01-01">',
    ):
        assert link in links


def test_a_pointer_is_shown_with_its_title_and_first_words(tiny):
    (reference,) = tiny.references(["rightsref:form/T-1", "rightsref:form/none"]).values()
    assert (reference.title, reference.kind) == ("Detainer: a request to hold somebody", "form")
    assert tiny.preview(f"{CODE}/15/a/2") == ("99 ILCS 900/15(a)(2)", "The guard may not ask about your status.")
    assert tiny.preview(f"{CODE}/15/a/2", "es")[1] == "La guardia no puede preguntar por su estatus."
    assert tiny.preview("rightsref:form/none") == ("", "")


def test_nothing_stands_at_an_unknown_address(tiny):
    for address in ("rightsref:form/none", "nonsense", ""):
        with pytest.raises(NotFoundError):
            tiny.document(address)


def test_every_document_of_the_real_content_can_be_read(real):
    outline = real.outline()
    for heading in outline:
        document = real.document(heading.address)
        assert document.title
        assert document.paragraphs or document.parts
        assert document.checked.level in Level
        assert document.effective
    assert len(outline) == len({heading.address for heading in outline})


# -- what is known beside the text ----------------------------------------------------------------------------


def test_every_case_tells_its_court_reporter_and_weight(real):
    cases = [real.document(heading.address) for heading in real.outline() if heading.source == "case"]
    assert len(cases) > 50
    for case in cases:
        told = dict(fact_lines(case.facts))
        assert {"Court", "Reported at", "Weight in Chicago"} <= told.keys(), case.address


def test_every_section_tells_who_enforces_it_and_who_may_sue(real):
    for heading in real.outline():
        document = real.document(heading.address)
        if document.kind == "provision":
            assert {"Who enforces it", "Who may sue"} <= dict(fact_lines(document.facts)).keys(), heading.address


def test_a_word_and_an_event_lead_to_what_they_rest_on(real):
    targets = {term.address: {term.authority} - {""} for term in real.terms()}
    targets |= {event.address: set(event.touches) for event in real.timeline()}
    for address, wanted in targets.items():
        assert {reference.address for reference in real.document(address).related} == wanted, address


def test_a_numbered_paragraph_and_a_word_of_its_own_stand_at_the_margin(real):
    documents = [real.document(heading.address) for heading in real.outline()]
    plain = [p for document in documents for p in document.paragraphs if not p.label.startswith("(")]
    assert len(plain) > 100
    assert {p.depth for p in plain} == {0}
