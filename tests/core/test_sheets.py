"""Sheets: words drawn by address, typeset as tagged PDF; what somebody types is never markup."""

from __future__ import annotations

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from rightsref.errors import RightsRefError, UsageError
from rightsref.model.sheet import Organisation
from rightsref.sheets import compose
from rightsref.typeset import Options, save_pdf, to_pdf, to_pictures


@pytest.fixture(scope="module")
def sheets(real):
    return {head.key: compose(real, head.key) for head in real.sheets()}


def read(pdf):
    return PdfReader(io.BytesIO(pdf))


def words(reader):
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def squeezed(text):
    return "".join(text.split())


def test_every_sheet_is_tagged_in_its_language_and_fits_its_pages(sheets):
    for sheet in sheets.values():
        reader = read(to_pdf(sheet))
        root = reader.trailer["/Root"]
        assert root["/MarkInfo"]["/Marked"], sheet.key
        assert "/StructTreeRoot" in root, sheet.key
        assert root["/Lang"].startswith(sheet.lang), sheet.key
        assert reader.metadata.title == sheet.title
        assert len(reader.pages) <= sheet.pages, sheet.key


def test_every_sheet_embeds_its_fonts(sheets):
    for sheet in sheets.values():
        for page in read(to_pdf(sheet)).pages:
            for font in page["/Resources"]["/Font"].values():
                descendant = font.get_object()["/DescendantFonts"][0].get_object()
                descriptor = descendant["/FontDescriptor"].get_object()
                assert any(key in descriptor for key in ("/FontFile2", "/FontFile3")), sheet.key


@pytest.mark.parametrize("layout", ["page", "large"])
def test_nothing_that_was_put_in_is_lost(sheets, layout):
    for sheet in sheets.values():
        read_back = squeezed(words(read(to_pdf(sheet, Options(layout=layout)))))
        assert sheet.law_as_of in read_back
        assert sheet.code in read_back
        for authority in sheet.authorities:
            assert squeezed(authority) in read_back, (sheet.key, authority)
        for block in sheet.blocks:
            for way in block.contacts:
                assert squeezed(way.name + way.ways) in read_back, (sheet.key, way)
            for item in block.items:
                start = squeezed(item.text)[:40]
                assert start in read_back, (sheet.key, item.text)


def test_what_is_not_verified_carries_the_note(real):
    sheet = compose(real, real.resolve("5 ILCS 805/20"))
    assert sheet.unverified
    assert "†" in words(read(to_pdf(sheet)))


@pytest.mark.parametrize(
    "citation", ["5 ILCS 805/15(h)(7)", "form:I-247A", "topic:In jail with a detainer", "case:Galarza v. Szalczyk"]
)
def test_any_unit_prints_as_a_sheet(real, citation):
    sheet = compose(real, real.resolve(citation))
    assert sheet.title in words(read(to_pdf(sheet)))


def test_the_code_tells_how_old_a_found_sheet_is(sheets):
    for sheet in sheets.values():
        assert sheet.law_as_of in sheet.found
        assert sheet.code in sheet.found


@given(st.text(max_size=60), st.text(max_size=40))
@settings(max_examples=25, deadline=None)
def test_what_is_typed_is_never_markup(name, phone):
    from rightsref.model.sheet import Item, Sheet, SheetBlock

    organisation = Organisation(name=f"#panic() {name} *bold*", phone=phone)
    block = SheetBlock("text", (Item("words"),))
    dates = ("2026-01-01", "2026-01-01")
    sheet = Sheet("k", ("en",), "Title", "", 1, (block,), *dates, (), 0, False, "abc", "found", organisation)
    try:
        made = to_pdf(sheet)
    except UsageError as error:
        assert "leave it out" in str(error)
    else:
        assert "#panic()" in words(read(made))


def test_what_people_say_is_set_off(sheets):
    items = [item for sheet in sheets.values() for block in sheet.blocks for item in block.items if item.runs]
    assert any(set_off for item in items for _, set_off in item.runs)
    for item in items:
        assert "".join(run for run, _ in item.runs) == item.text


def test_a_topic_gathers_and_is_no_authority(sheets):
    for sheet in sheets.values():
        assert sheet.authorities, sheet.key
        assert "Topic" not in sheet.authorities, sheet.key


def test_an_archive_copy_can_be_made(sheets):
    sheet = next(iter(sheets.values()))
    assert to_pdf(sheet, Options(archive=True)).startswith(b"%PDF")


def test_pages_are_pictures_too(sheets):
    sheet = next(iter(sheets.values()))
    assert all(page.startswith(b"\x89PNG") for page in to_pictures(sheet, ppi=40))


def test_a_file_that_exists_is_left_as_it_is(sheets, tmp_path):
    target = tmp_path / "sheet.pdf"
    target.write_text("mine")
    with pytest.raises(UsageError, match="exists already"):
        save_pdf(next(iter(sheets.values())), target)
    assert target.read_text() == "mine"


def test_a_folder_that_cannot_be_written_leaves_nothing(sheets, tmp_path):
    with pytest.raises(RightsRefError, match="could not be saved"):
        save_pdf(next(iter(sheets.values())), tmp_path / "no" / "such" / "sheet.pdf")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("made", "said"),
    [(b"not a picture", "neither a PNG nor an SVG"), (None, "cannot be read"), (b"\x89PNG" * 2_000_000, "larger than")],
)
def test_a_logo_that_cannot_be_used_is_told(real, tmp_path, made, said):
    logo = tmp_path / "logo.png"
    if made is not None:
        logo.write_bytes(made)
    sheet = compose(real, real.sheets()[0].key, organisation=Organisation("Us", logo=str(logo)))
    with pytest.raises(UsageError, match=said):
        to_pdf(sheet)


def test_an_svg_logo_is_drawn(real, tmp_path):
    logo = tmp_path / "logo.svg"
    logo.write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="10" height="10"/></svg>')
    sheet = compose(real, real.sheets()[0].key, organisation=Organisation("Us", logo=str(logo)))
    assert to_pdf(sheet).startswith(b"%PDF")


def test_an_unknown_sheet_names_those_there_are(real):
    with pytest.raises(UsageError, match="The sheets are"):
        compose(real, "no-such-sheet")
