"""Citations and addresses: forgiving to read, exact to write."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rightsref.model import address as addresses
from rightsref.model import citation as citations
from rightsref.model.address import Address
from rightsref.model.citation import Citation, find, name_key, names, parse, segments

#: Every way people spell it -> the one way we write it.
SPELLINGS = {
    # MCC ordinance
    "2-173-020": "MCC 2-173-020",
    "§ 2-173-020(a)(6)": "MCC 2-173-020(a)(6)",
    "mcc 2-173-030 (b)": "MCC 2-173-030(b)",
    "M.C.C. § 2-160-065": "MCC 2-160-065",
    "section 2-173-030 ( a ) (1)": "MCC 2-173-030(a)(1)",
    # Illinois statute
    "5ilcs805/15": "5 ILCS 805/15",
    "805/15(h)": "5 ILCS 805/15(h)",
    "805/15": "5 ILCS 805/15",
    "825/10": "5 ILCS 825/10",
    "835/5": "5 ILCS 835/5",
    "230/10": "5 ILCS 230/10",
    "96/10-15": "705 ILCS 96/10-15",
    "167/18": "110 ILCS 167/18",
    "755/10": "765 ILCS 755/10",
    "5 ILCS 805 / 15 (h)(7)": "5 ILCS 805/15(h)(7)",
    "705 ILCS 96/10-15(a)": "705 ILCS 96/10-15(a)",
    "720 ILCS 5/14": "720 ILCS 5/14",
    "720 ilcs 5/31-4.5": "720 ILCS 5/31-4.5",
    "210 ILCS 85/6.14h": "210 ILCS 85/6.14h",
    "775 ILCS 5": "775 ILCS 5",
    # federal statute
    "8 usc sec. 1373(a)": "8 USC 1373(a)",
    "8 U.S.C. § 1357(g)(10)": "8 USC 1357(g)(10)",
    "18 U.S.C. § 1071": "18 USC 1071",
    "8 U.S.C.A. 1252c": "8 USC 1252c",
    "INA 287(g)": "8 USC 1357(g)",
    "I.N.A. § 236(a)": "8 USC 1226(a)",
    "287g": "8 USC 1357(g)",
    "287(g)": "8 USC 1357(g)",
    "287 (G)": "8 USC 1357(g)",
    "section 1373": "8 USC 1373",
    "§ 1644": "8 USC 1644",
    # federal rule
    "8 C.F.R. § 287.7(d)": "8 CFR 287.7(d)",
    "8 CFR § 287.7(d)": "8 CFR 287.7(d)",
    "287.7(d)": "8 CFR 287.7(d)",
    "287.5(e)(3)": "8 CFR 287.5(e)(3)",
    # constitution
    "4th amendment": "U.S. Const. amend. IV",
    "Fourth Amendment": "U.S. Const. amend. IV",
    "amendment IV": "U.S. Const. amend. IV",
    "amendment 14": "U.S. Const. amend. XIV",
    "U.S. Const. amend. IV": "U.S. Const. amend. IV",
    "US Constitution, amendment x": "U.S. Const. amend. X",
    # public act
    "PA 102-0234": "P.A. 102-234",
    "P.A. 102-234": "P.A. 102-234",
    "Public Act 100-463": "P.A. 100-463",
    "P.A. 104-440, § 5-10(a)": "P.A. 104-440 § 5-10(a)",
    # county
    "Cook County Code 46-37(a)": "Cook County Code 46-37(a)",
    "Cook County Ordinance § 46-37": "Cook County Code 46-37",
    "46-37(b)": "Cook County Code 46-37(b)",
    # form
    "i247a": "form:I-247A",
    "I-247A": "form:I-247A",
    "I-247": "form:I-247",
    "i 200 form": "form:I-200",
    "Form I-203a": "form:I-203A",
    "I-862": "form:I-862",
    "AO442": "form:AO 442",
    "AO 93": "form:AO 93",
    # order
    "EO 2025-8": "eo:Chicago 2025-8",
    "Executive Order No. 85-1": "eo:Chicago 85-1",
    "Cook County Executive Order 2025-1": "eo:Cook County 2025-1",
    "GAO 2025-10": "order:Cook County GAO 2025-10",
    "S06-14-03": "directive:CPD S06-14-03",
    "S02-06": "directive:CPD S02-06",
    "S06-14-03 (III)(B)": "directive:CPD S06-14-03(III)(B)",
    "GAO 2025-10(a)": "order:Cook County GAO 2025-10(a)",
    "EO 2025-8(2)": "eo:Chicago 2025-8(2)",
}

#: Canonical spellings that stand for a document, read only when they stand alone.
DOCUMENTS = (
    "form:I-247A",
    "case:Galarza v. Szalczyk",
    "case:United States v. Illinois (S.D. Ill.)",
    "directive:CPD S06-14-03",
    "eo:Chicago 2025-8",
    "order:Cook County GAO 2025-10",
    "guidance:Illinois AG TRUST Act guidance",
    "policy:ICE 10074.2",
    "memo:ICE 2026-01-28",
    "guidance:Chicago federal visits guidance(A)",
    "topic:Council vote of January 15, 2025",
)

SENTENCES = ("{}", "Does {} apply?", "see, {}.", "under {}, the jail must", "[{}]", "it is “{}”")

NAMES = {
    "HB 1312": ["hb1312"],
    "H.B. 1312": ["hb1312"],
    "SB667": ["sb667"],
    "11-O-73": ["11o73"],
    "O2017-1018": ["o20171018"],
    "SO2021-117": ["so2021117"],
    "policy 10074.2 of ICE": ["100742"],
    "does HB 1312 amend SB 667?": ["hb1312", "sb667"],
    "no bill at all": [],
}

#: Numbers that look like law and are not, or are another law than a careless reader would think.
NO_CITATIONS = (
    "", " ", "detainer", "call 911", "48 hours", "12/25", "section 8 housing", "section 1983", "INA 240A", "INA 299",
    "INA 2870", "1-800-555", "2-173", "9:30 pm", "I-94", "I-290", "rule 26.1", "§", "§" * 400, "form:", "case: ",
)  # fmt: skip

#: Text with citations, markers and scraps of them among anything else.
SCRAPS = st.lists(
    st.one_of(
        st.sampled_from([*SPELLINGS, *DOCUMENTS, *NAMES]),
        st.sampled_from(
            ["§", "(a)", "(", ")", "¶2", ' "term"', "“x”", "“", "@2021-01-27", "@", ":", "/", "form:", " ", "\n", "."]
        ),
        st.text(max_size=6),
    ),
    max_size=8,
).map("".join)


@pytest.mark.parametrize(
    "wide", ["５ ＩＬＣＳ ８０５／１５（ｈ）（７）", "5 ILCS 805/１５(h)(７)", "８０５/15（ｈ）(7)"]
)
def test_wide_letters_and_digits_are_read_as_plain_ones(wide):
    assert parse(wide) == Citation("5 ILCS 805/15", "(h)(7)")


@pytest.mark.parametrize(("spelling", "canonical"), SPELLINGS.items())
def test_every_spelling_means_one_citation(spelling, canonical):
    assert str(parse(spelling)) == canonical


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize(("spelling", "canonical"), SPELLINGS.items())
def test_a_citation_is_found_inside_a_sentence(sentence, spelling, canonical):
    text = sentence.format(spelling)
    assert [str(found.citation) for found in find(text)] == [canonical]


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_what_spells_a_citation_is_exactly_what_is_marked(spelling):
    text = f"see, {spelling} is it"
    (found,) = find(text)
    assert text[found.start : found.end] == spelling.removesuffix(" form").rstrip(".")


@pytest.mark.parametrize("written", [*SPELLINGS.values(), *DOCUMENTS])
def test_a_canonical_spelling_reads_back_as_itself(written):
    for text in (written, f"{written}@2017-08-28"):
        assert str(parse(text)) == text


@pytest.mark.parametrize("text", NO_CITATIONS)
def test_what_is_no_citation_is_not_taken_for_one(text):
    assert parse(text) is None
    assert find(text) == []


def test_every_spelling_of_the_docstring_is_read():
    table = re.findall(r"^ {4}(?:\w[\w ,]*?)\s{2,}(\S.*)$", citations.__doc__, re.MULTILINE)
    spellings = [spelling for row in table for spelling in re.split(r"\s{2,}", row)]
    assert len(spellings) >= 30
    assert [s for s in spellings if s not in SPELLINGS and s not in NAMES and parse(s) is None] == []


@pytest.mark.parametrize(
    ("text", "citation"),
    [
        ("5 ILCS 805/5 ¶ 4", Citation("5 ILCS 805/5", " ¶4")),
        ("805/5 ¶4", Citation("5 ILCS 805/5", " ¶4")),
        ('5 ILCS 805/10 "immigration detainer"', Citation("5 ILCS 805/10", ' "immigration detainer"')),
        ("805/10 “contact information”", Citation("5 ILCS 805/10", ' "contact information"')),
        ('form:I-200 "Signature"', Citation("form:I-200", ' "Signature"')),
        ("directive:CPD S02-06(A)(1)", Citation("directive:CPD S02-06", "(A)(1)")),
        ("case:United States v. Illinois (S.D. Ill.)", Citation("case:United States v. Illinois (S.D. Ill.)")),
        ("805/15(c)@2017-08-28", Citation("5 ILCS 805/15", "(c)", "2017-08-28")),
        ("the 5 ILCS 805/15", Citation("5 ILCS 805/15")),
    ],
)
def test_pinpoints_of_every_shape_are_read(text, citation):
    assert parse(text) == citation


def test_several_citations_come_in_reading_order():
    found = find("Does 287g beat MCC 2-173-020(a) or the 4th amendment?")
    assert [str(f.citation) for f in found] == ["8 USC 1357(g)", "MCC 2-173-020(a)", "U.S. Const. amend. IV"]


@pytest.mark.parametrize(("text", "keys"), NAMES.items())
def test_bills_and_ordinances_come_back_as_names(text, keys):
    assert names(text) == keys


@pytest.mark.parametrize("text", ["HB 1312", "hb1312", "H.B.-1312", "Hb 1312 "])
def test_a_name_has_one_key_however_it_is_typed(text):
    assert name_key(text) == "hb1312"


@pytest.mark.parametrize(
    ("pinpoint", "steps"),
    [
        ("", ()), ("(a)", ("a",)), ("(h)(7)", ("h", "7")), ("(a)(1)(C)", ("a", "1", "C")), (" ¶2", ("p2",)),
        (' "ICE"', ("ice",)), (' "immigration detainer"', ("immigration-detainer",)),
    ],
)  # fmt: skip
def test_a_pinpoint_becomes_segments_of_an_address(pinpoint, steps):
    assert segments(pinpoint) == steps


def test_every_citation_of_the_real_content_reads_back_as_itself(real_content):
    units = list(real_content.units.values())
    assert len(units) > 500
    assert [str(u.citation) for u in units if parse(str(u.citation)) != u.citation] == []


@settings(max_examples=500)
@given(SCRAPS)
def test_reading_never_raises_and_marks_only_what_is_there(text):
    end = 0
    for found in find(text):
        assert end <= found.start < found.end <= len(text)
        assert parse(str(found.citation)) == found.citation
        end = found.end
    assert all(re.fullmatch(r"[a-z0-9]+", key) for key in names(text))


@settings(max_examples=500)
@given(SCRAPS)
def test_what_was_read_once_reads_back_the_same(text):
    citation = parse(text)
    if citation is not None:
        assert parse(str(citation)) == citation


@given(st.text(alphabet='§ (a1.,-/“"¶@:', min_size=200, max_size=2000))
def test_no_row_of_signs_makes_reading_slow(text):
    assert parse(text) is None or find(text)


# -- addresses ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("rightsref:provision/mcc-2-173/020/a/1/C", Address("provision", ("mcc-2-173", "020", "a", "1", "C"))),
        ("rightsref:provision/5-ilcs-805/15@2017-08-28", Address("provision", ("5-ilcs-805", "15"), "2017-08-28")),
        ("rightsref:form/I-247A", Address("form", ("I-247A",))),
        ("rightsref:source/mcc-2-173", Address("source", ("mcc-2-173",))),
    ],
)
def test_an_address_is_read_and_written_alike(text, address):
    assert addresses.parse(text) == address
    assert str(address) == text


@pytest.mark.parametrize(
    "text", ["", "rightsref:", "rightsref:form", "form/I-247A", "rightsref:form/a b", "RIGHTSREF:form/x", "https://x/y"]
)
def test_what_is_no_address_is_none(text):
    assert addresses.parse(text) is None


@given(st.text().map(lambda text: f"rightsref:{text}") | st.text())
def test_reading_an_address_never_raises(text):
    address = addresses.parse(text)
    assert address is None or addresses.parse(str(address)) == address


@pytest.mark.parametrize(
    ("outer", "inner", "held"),
    [
        ("rightsref:provision/x/15", "rightsref:provision/x/15", True),
        ("rightsref:provision/x/15", "rightsref:provision/x/15/a/1", True),
        ("rightsref:provision/x/15/a", "rightsref:provision/x/15", False),
        ("rightsref:provision/x/15/a", "rightsref:provision/x/15/aa", False),
        ("rightsref:provision/x/1", "rightsref:provision/x/15", False),
        ("rightsref:provision/x/15/a@2010-01-01", "rightsref:provision/x/15/a/1@2010-01-01", True),
        ("rightsref:provision/x/15", "rightsref:provision/x/15/a@2010-01-01", False),
        ("rightsref:form/x", "rightsref:case/x", False),
        ("", "", False),
    ],
)
def test_an_address_holds_what_stands_inside_it_in_the_same_version(outer, inner, held):
    assert addresses.holds(outer, inner) is held


@given(st.text())
def test_a_slug_needs_no_quoting(text):
    assert re.fullmatch(r"[a-z0-9]*(?:-[a-z0-9]+)*", addresses.slug(text))
