"""Sheets: words drawn by address, typeset as tagged PDF; what somebody types is never markup."""

from __future__ import annotations

import io
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from rightsref.errors import RightsRefError, UsageError
from rightsref.model.organisation import Organisation
from rightsref.reasoning.saying import apart
from rightsref.sheets.compose import card_of, compose, offered, printable
from rightsref.sheets.imposition import CARDS, Cards
from rightsref.sheets.items import items_of
from rightsref.sheets.outcome_draft import outcome_blocks
from rightsref.sheets.template_data import organisation_data
from rightsref.sheets.typeset import PAGE_SIZES, Options, save_pdf, to_pdf, to_pictures
from rightsref.words import speaking
from rightsref.words.dates import date_words
from rightsref.words.guide import guide


@pytest.fixture(scope="module")
def sheets(real):
    return {head.key: compose(real, head.key) for head in real.sheets()}


def read(pdf):
    return PdfReader(io.BytesIO(pdf))


def words(reader):
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def squeezed(text):
    return "".join(text.split())


def structure(reader):
    """Every element of the tag tree: its tag, its language, its words for who cannot see it."""
    found = []

    def walk(node):
        node = node.get_object()
        if isinstance(node, list):
            for kid in node:
                walk(kid)
        elif isinstance(node, dict):
            if "/S" in node:
                found.append((node["/S"], node.get("/Lang", ""), node.get("/Alt", "")))
            if "/K" in node:
                walk(node["/K"])

    walk(reader.trailer["/Root"]["/StructTreeRoot"])
    return found


def embedded(reader):
    """Whether every font of every page is in the file."""
    for page in reader.pages:
        for font in page["/Resources"]["/Font"].values():
            descriptor = font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
            if not any(key in descriptor for key in ("/FontFile2", "/FontFile3")):
                return False
    return True


def laid_down(reader):
    """The words of every page, and those of them that stand off the paper: both from one reading, which takes most of the time."""
    pages, outside = [], []
    for page in reader.pages:
        width, height = float(page.mediabox.width), float(page.mediabox.height)

        def visit(text, cm, tm, _font, _size, width=width, height=height):
            x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
            y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
            if text.strip() and not (0 < x < width and 0 < y < height):
                outside.append(text)

        pages.append(page.extract_text(visitor_text=visit))
    return pages, outside


def as_of(sheet):
    """The day of the law as a sheet says it."""
    with speaking(sheet.lang):
        return date_words(sheet.law_as_of)


def lost(sheet, told):
    """What was put in and cannot be read in what came out, the words running on from page to page."""
    pages = [text.split("\n") for text in told]
    frame = re.compile(rf"{re.escape(sheet.title)}|(Law as of|Ley vigente al) .*|\d+ / \d+|.*{sheet.code}")
    running = [line for lines in pages for line in lines if not frame.fullmatch(line.strip())]
    found = squeezed(" ".join(running)) + squeezed(" ".join(line for lines in pages for line in lines))
    texts = [sheet.title, as_of(sheet), sheet.code, *sheet.authorities]
    for block in sheet.blocks:
        texts += [way.name + way.ways for way in block.contacts]
        said = block.kind == "say"
        for item in (*block.items, *block.beside):
            words = apart(item.text)[1] if said else item.text
            texts += [words[:40], words[-24:]]
        texts += [apart(item.text)[0] for item in block.items if said]
    return [text for text in texts if squeezed(text) not in found]


@pytest.fixture(scope="module")
def every(real):
    """Every sheet in every language that it has."""
    return [compose(real, head.key, lang) for head in real.sheets() for lang in offered(real, head.key).languages]


@pytest.mark.parametrize("paper", PAGE_SIZES)
@pytest.mark.parametrize("layout", ["page", "large"])
def test_every_sheet_in_every_layout_and_language_is_whole(every, paper, layout):
    for sheet in every:
        name = (sheet.key, sheet.languages)
        reader = read(to_pdf(sheet, Options(paper, layout)))
        root = reader.trailer["/Root"]
        assert root["/MarkInfo"]["/Marked"], name
        assert root["/Lang"].startswith(sheet.lang), name
        assert reader.metadata.title == sheet.title
        tags = structure(reader)
        assert {"/H1", "/H2", "/P", "/Figure"} <= {tag for tag, _, _ in tags}, name
        assert all(alt for tag, _, alt in tags if tag == "/Figure"), name
        assert embedded(reader), name
        told, off_the_paper = laid_down(reader)
        assert off_the_paper == [], name
        assert lost(sheet, told) == [], name
        if layout == "page":
            assert len(reader.pages) <= sheet.pages, name


def test_each_column_tells_its_language(real):
    sheet = compose(real, "police-stop-chicago", "es+en")
    reader = read(to_pdf(sheet))
    assert reader.trailer["/Root"]["/Lang"] == "es"
    assert {lang for _, lang, _ in structure(reader)} >= {"en"}


def test_a_sheet_that_is_not_all_translated_says_so(real):
    sheet = compose(real, "police-stop-chicago", "es")
    first = sheet.blocks[0]
    partly = sheet._replace(blocks=(first._replace(items=(first.items[0]._replace(lang="en"),)), *sheet.blocks[1:]))
    assert partly.english_only
    assert "Algunas partes están solo en inglés" in words(read(to_pdf(partly)))


def test_what_is_said_to_an_officer_stays_english(real):
    spanish = compose(real, "police-stop-chicago", "es")
    english = compose(real, "police-stop-chicago")
    for own, other in zip(spanish.blocks, english.blocks, strict=True):
        if own.kind == "say":
            assert own.beside == other.items
            assert all(a.text != b.text and a.lang == "es" for a, b in zip(own.items, other.items, strict=True))


@pytest.mark.parametrize("lang", ["es", "es+en"])
def test_a_sheet_that_is_not_whole_in_spanish_is_refused(tiny, lang):
    with pytest.raises(UsageError, match="not whole in Spanish yet"):
        compose(tiny, tiny.resolve("99 ILCS 900/15"), lang)


def test_every_sheet_is_whole_in_spanish(real):
    assert [head.key for head in real.sheets() if compose(real, head.key, "es").english_only] == []


def test_both_languages_cite_the_same(real, every):
    for sheet in every:
        assert len(sheet.authorities) == len(compose(real, sheet.key).authorities)


def test_authorities_known_from_the_press_are_counted(real):
    sheet = compose(real, real.resolve("5 ILCS 805/20"))
    levels = {item.citation: item.level for block in sheet.blocks for item in block.items if item.citation}
    assert 0 <= sheet.press <= len(levels)
    told = f"Seen only in the press or in guides: {sheet.press} of {len(sheet.authorities)}."
    assert (told in words(read(to_pdf(sheet)))) == bool(sheet.press)


# -- cards ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", ["en", "es", "es+en"])
@pytest.mark.parametrize("number", CARDS)
@pytest.mark.parametrize("paper", PAGE_SIZES)
def test_cards_are_whole_and_each_is_read_aloud_once(real, lang, number, paper):
    sheet = compose(real, "wallet-card", lang, Organisation("Neighbors of Pilsen", "312-555-0100"))
    reader = read(to_pdf(sheet, Options(paper, "cards", cards=Cards(number))))
    front, back = (squeezed(page.extract_text()) for page in reader.pages)
    assert embedded(reader)
    for side, text in ((sheet.card.holder, front), (sheet.card.officer, back)):
        for item in (side.title, *side.items):
            assert text.count(squeezed(item.text)) == number, item.text
    for text, spoken in ((front, sheet.lang), (back, "en")):
        with speaking(spoken):
            assert text.count(squeezed(date_words(sheet.law_as_of))) == number
        assert text.count(sheet.code) == number
    assert front.count("NeighborsofPilsen312-555-0100") == number
    for authority in {item.citation for side in sheet.card for item in side.items}:
        assert front.count(squeezed(authority)) >= number, authority
    assert all(item.lang == "en" for item in sheet.card.officer.items)
    tags = structure(reader)
    assert [tag for tag, _, _ in tags].count("/H1") == 2
    assert [alt for tag, _, alt in tags if tag == "/Figure"] == [alt for tag, _, alt in tags if alt]


@pytest.mark.parametrize("paper", PAGE_SIZES)
def test_the_calibration_page_tells_how(real, paper):
    sheet = compose(real, "wallet-card")
    reader = read(to_pdf(sheet, Options(paper, "cards", cards=Cards(calibration=True))))
    assert len(reader.pages) == 2
    assert "100 mm" in words(reader)
    assert embedded(reader)
    assert laid_down(reader)[1] == []


def test_a_sheet_without_a_card_names_those_with_one(real):
    with pytest.raises(UsageError, match="The sheets that are: wallet-card"):
        card_of(real, compose(real, "door-notice"))


# -- anything prints -------------------------------------------------------------------------------------------


def test_every_outcome_prints_as_a_sheet(real):
    for head in real.flows():
        for key, outcome in real.flow(head.key).outcomes.items():
            sheet = compose(real, f"rightsref:flow/{head.key}/{key}")
            texts = {item.text for block in sheet.blocks for item in block.items}
            disputed = outcome.disputed.parts.values() if outcome.disputed else ()
            told = "\n".join(texts)
            assert all(part in told for part in disputed), key
            said = (*outcome.do_now, *outcome.say, *outcome.write_down)
            reasons = (*outcome.because, *outcome.exceptions)
            assert {*said, *(reason.fact for reason in reasons)} <= texts, key
            assert len(sheet.authorities) >= 1
    assert lost(sheet, laid_down(read(to_pdf(sheet)))[0]) == []


def test_every_document_composes(real):
    for heading in real.outline():
        assert compose(real, heading.address).blocks, heading.address


def test_a_dispute_is_printed_with_both_sides(real):
    sheet = compose(real, real.resolve("form:I-205"))
    headings = [item.text for block in sheet.blocks if block.kind == "heading" for item in block.items]
    assert {"The law says", "The agency claims", "What to say and do"} <= set(headings)


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


@pytest.mark.parametrize(("typed", "shown"), [(199, 199), (200, 200), (201, 200)])
def test_a_line_of_an_organisation_is_set_up_to_its_limit(sheets, typed, shown):
    sheet = next(iter(sheets.values()))._replace(organisation=Organisation(name="x" * typed))
    assert organisation_data(sheet)["name"].count("x") == shown


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
    [(b"not a picture", "no PNG, JPG or SVG"), (None, "cannot be read"), (b"\x89PNG" * 2_000_000, "larger than")],
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


@pytest.mark.parametrize(("lang", "title"), [("en", "How to use RightsRef"), ("es", "Cómo usar RightsRef")])
def test_the_user_guide_is_a_sheet_in_each_language(tiny, lang, title):
    made = compose(tiny, printable(tiny, "guide"), lang)
    assert (made.title, made.languages, made.unverified) == (title, (lang,), False)
    assert [block.kind for block in made.blocks[:2]] == ["heading", "text"]
    assert len(made.blocks) == 2 * len(guide())


def test_the_parts_of_an_outcome_come_in_order_each_of_its_kind(real):
    outcome = real.flow("held-in-jail", "en").outcomes["illinois_may_not_hold"]
    kinds = [block.kind for block in outcome_blocks(real, "held-in-jail", outcome, "en")]
    assert kinds[:4] == ["heading", "numbered", "say", "contacts"]
    assert kinds[-2:] == ["heading", "steps"]  # what to write down, each under its bullet


def test_what_is_set_off_in_a_text_is_set_off_on_a_sheet(real):
    address = real.resolve("5 ILCS 805/15")
    mistakes = items_of(real, real.document(address).parts["mistakes"], "en")
    off = {words for item in mistakes for words, set_off in item.runs if set_off}
    assert {"the jail must hold him because ICE sent a warrant", "48 hours for ICE"} <= off


@pytest.mark.parametrize(("name", "sign"), [("芝加哥", "芝"), ("Centro 🇺🇸", "🇺"), ("مرحبا", "ا")])
def test_a_name_that_our_letters_cannot_write_is_told_before_anything_is_drawn(real, name, sign):
    sheet = compose(real, "rightsref:sheet/ice-at-your-door", organisation=Organisation(name=name))
    with pytest.raises(UsageError, match=f"no sign for “{sign}”"):
        to_pictures(sheet)


@pytest.mark.parametrize("name", ["Organización Ñandú", "Zażółć", "Tiếng Việt", "Ελλάδα", "Привет"])
def test_a_name_in_letters_that_we_have_is_drawn(real, name):
    assert to_pictures(compose(real, "rightsref:sheet/ice-at-your-door", organisation=Organisation(name=name)), ppi=30)
