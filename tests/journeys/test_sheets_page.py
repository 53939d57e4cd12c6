"""The sheets page in the real window: gallery, choices, preview, saving many, what is kept."""

from __future__ import annotations

import json

import pytest
import zxingcpp
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QLabel, QPushButton

from rightsref.model.organisation import Organisation
from rightsref.sheets.compose import Offer, compose, offered
from rightsref.sheets.typeset import Options, to_pictures
from rightsref.ui.parts.place import Answers, At, Place, SheetChoice
from rightsref.ui.sheets import printing
from rightsref.ui.sheets.printing import paint


@pytest.fixture
def sheets(window):
    window.go(Place("sheets", SheetChoice("rightsref:sheet/wallet-card")))
    return window.pages["sheets"]


def choose(box, value):
    box.setCurrentIndex(box.findData(value))


def pages(page):
    """The pictures on screen."""
    return [
        label for label in page.findChildren(QLabel) if label.isVisible() and label.accessibleName().startswith("Page")
    ]


def settled(page, qtbot):
    qtbot.waitUntil(lambda: not page._pause.isActive(), timeout=2000)


def codes(png):
    """What the QR codes of a picture say."""
    picture = QImage.fromData(png).convertToFormat(QImage.Format.Format_Grayscale8)
    rows = memoryview(picture.constBits()).cast("B", (picture.height(), picture.bytesPerLine()))
    # Rows of letters can look like the stripes of another kind of code; only square ones are looked for.
    return [code.text for code in zxingcpp.read_barcodes(rows, formats=zxingcpp.BarcodeFormat.QRCode)]


def test_the_code_of_every_sheet_says_how_old_it_is(window):
    for head in window.kb.sheets():
        for lang in offered(window.kb, head.key).languages:
            sheet = compose(window.kb, head.key, lang)
            assert codes(to_pictures(sheet, ppi=150)[-1]) == [sheet.found]


@pytest.mark.parametrize("lang", ["en", "es"])
def test_the_code_of_every_card_says_how_old_it_is(window, lang):
    sheet = compose(window.kb, "wallet-card", lang)
    front, back = to_pictures(sheet, Options(layout="cards"), 200)
    assert codes(front) == []
    found = codes(back)
    assert len(found) == 8
    assert all(sheet.law_as_of in text and sheet.code in text for text in found)


def test_choices_offer_only_what_a_sheet_has(window, sheets, monkeypatch):
    assert sheets.choices.layout_box.findData("cards") >= 0
    assert sheets.choices.language.isVisible()
    monkeypatch.setattr("rightsref.ui.sheets.page.offered", lambda *_: Offer())  # in English only
    window.go(Place("sheets", SheetChoice(window.kb.resolve("5 ILCS 805/15@2017-08-28"))))
    assert sheets.choices.layout_box.findData("cards") < 0
    assert not sheets.choices.language.isVisible()
    assert not sheets.choices.cards.isVisible()


def test_a_choice_stays_from_sheet_to_sheet_where_there_is_one(window, sheets, qtbot):
    choose(sheets.choices.language, "es+en")
    choose(sheets.choices.layout_box, "large")
    window.go(Place("sheets", SheetChoice("rightsref:sheet/door-notice")))
    assert (sheets.choices.lang, sheets.choices.options.layout) == ("es+en", "large")
    assert sheets.sheet.languages == ("es", "en")


def test_the_pictures_go_with_the_page_and_are_there_again(window, sheets, qtbot):
    settled(sheets, qtbot)
    qtbot.waitUntil(lambda: len(pages(sheets)) == 2)  # the front and the back
    window.go(Place("home"))
    assert sheets.preview.count() == 0
    window.step(-1)
    qtbot.waitUntil(lambda: len(pages(sheets)) == 2)
    window.showMinimized()
    window.showNormal()
    qtbot.waitUntil(lambda: len(pages(sheets)) == 2)


def test_cards_are_previewed_front_and_back(sheets, qtbot):
    choose(sheets.choices.layout_box, "cards")
    assert sheets.choices.cards.isVisible()
    settled(sheets, qtbot)
    qtbot.waitUntil(lambda: len(pages(sheets)) == 2)
    assert "both sides" in sheets.message.text()
    sheets.choices.cards.lengths["gap"].setValue(60 / 25.4)  # inches, as for Letter
    settled(sheets, qtbot)
    assert "do not fit" in sheets.message.text()
    assert pages(sheets) == []
    sheets.choices.cards.lengths["gap"].setValue(0)
    sheets.choices.cards.calibration.setChecked(True)
    settled(sheets, qtbot)
    qtbot.waitUntil(lambda: len(pages(sheets)) == 2)


def test_the_search_hides_what_it_does_not_find(sheets):
    sheets.gallery.search.setText("detainer")
    shown = [item.text() for item in sheets.gallery.items() if not item.isHidden()]
    assert shown
    assert all("detainer" in text.lower() for text in shown)


def drawn(page):
    """How many sheets of the gallery have their picture."""
    return sum(not item.icon().isNull() for item in page.gallery.items())


def test_pictures_of_sheets_are_drawn_only_while_the_list_is_seen(window, sheets, qtbot):
    qtbot.waitUntil(lambda: drawn(sheets) > 0)
    window.go(Place("home"))
    begun = drawn(sheets)
    qtbot.wait(300)
    assert drawn(sheets) == begun < len(sheets.gallery.heads)
    window.go(Place("sheets"))
    qtbot.waitUntil(lambda: drawn(sheets) == len(sheets.gallery.heads), timeout=20_000)


def test_a_row_of_the_gallery_is_shown_at_once(sheets):
    sheets.gallery.list.setCurrentRow(0)
    assert sheets.sheet.title == sheets.gallery.heads[0].title


@pytest.mark.parametrize("target", ["rightsref:sheet/none", "rightsref:flow/held-in-jail/none", "rightsref:form/none"])
def test_what_is_not_there_is_told_and_nothing_is_shown(window, sheets, target):
    window.go(Place("sheets", SheetChoice(target)))
    assert sheets.message.text()
    assert pages(sheets) == []
    assert sheets.sheet is None


def test_print_this_leads_here_from_an_outcome_a_provision_and_a_topic(window):
    window.go(Place("scenarios", Answers("held-in-jail")))
    scenarios = window.pages["scenarios"]
    while scenarios.progress.question is not None:
        scenarios.choose(scenarios.progress.question.options[0].key)
    outcome = scenarios.progress.outcome
    next(b for b in scenarios.outcome.findChildren(QPushButton) if b.text() == "Print this").click()
    page = window.pages["sheets"]
    assert window.stack.currentWidget() is page
    assert page.sheet.title == outcome.title
    assert pages(page)
    for address in ("rightsref:provision/5-ilcs-805/15/h/7", "rightsref:topic/relative-taken"):
        window.go(Place("law", At(address)))
        window.pages["law"].reading.head.printed.emit()
        assert page.sheet.key == address
        assert pages(page)


# -- many ----------------------------------------------------------------------------------------------------


def test_ticked_sheets_are_saved_in_every_language_and_layout(sheets, qtbot, tmp_path):
    sheets.gallery.all.click()
    assert sheets.gallery.keys == [head.key for head in sheets.gallery.heads]
    sheets.gallery.search.setText("wallet")
    sheets.gallery.all.click()
    sheets.gallery.search.setText("")
    sheets.gallery.all.click()
    sheets.gallery.all.click()
    for item in sheets.gallery.items():
        if item.data(Qt.ItemDataRole.UserRole) in {"wallet-card", "rule-was-broken"}:
            item.setCheckState(Qt.CheckState.Checked)
    sheets.many.open_for(sheets.gallery.keys)
    for box in (*sheets.many.languages.values(), *sheets.many.layouts.values()):
        box.setChecked(True)
    wanted = {
        *(
            f"{key}-{lang}-{layout}.pdf"
            for key in ("wallet-card", "rule-was-broken") for lang in ("en", "es", "es+en") for layout in ("page", "large")
        ),
        "wallet-card-en-cards.pdf", "wallet-card-es-cards.pdf",
    }  # fmt: skip
    assert {job.file for job in sheets.many.jobs} == wanted
    (tmp_path / "wallet-card-es-page.pdf").write_text("mine")
    with qtbot.waitSignal(sheets.many.ended, timeout=20_000):
        sheets.many.start(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == wanted
    assert (tmp_path / "wallet-card-es-page.pdf").read_text() == "mine"
    assert "1 existed already" in sheets.host.message.text()
    sheets.many.open_for(sheets.gallery.keys)
    sheets.many.overwrite.setChecked(True)
    with qtbot.waitSignal(sheets.many.ended, timeout=20_000):
        sheets.many.start(tmp_path)
    assert all(path.read_bytes().startswith(b"%PDF") for path in tmp_path.iterdir())


def test_saving_many_can_be_stopped(sheets, qtbot, tmp_path):
    sheets.gallery.all.click()
    sheets.many.open_for(sheets.gallery.keys)
    sheets.many.start(tmp_path)
    qtbot.waitUntil(lambda: sheets.many.bar.value() >= 2, timeout=10_000)
    sheets.many.stop.click()
    saved = len(list(tmp_path.iterdir()))
    qtbot.wait(200)
    assert 2 <= saved == len(list(tmp_path.iterdir())) < len(sheets.gallery.heads)
    assert f"{saved} files saved" in sheets.host.message.text()


def test_without_a_tick_there_is_nothing_to_save(sheets):
    sheets.many.open_for(sheets.gallery.keys)
    assert not sheets.many.begin.isEnabled()
    assert "Tick the sheets" in sheets.many.count.text()


def test_a_folder_that_takes_nothing_is_told(sheets, qtbot, tmp_path):
    sheets.gallery.all.click()
    sheets.many.open_for(sheets.gallery.keys)
    with qtbot.waitSignal(sheets.many.ended, timeout=10_000):
        sheets.many.start(tmp_path / "none")
    assert "could not be saved" in sheets.host.message.text()


def test_one_sheet_is_saved_and_a_bad_place_told(sheets, tmp_path):
    sheets.save_to(tmp_path / "card.pdf")
    assert (tmp_path / "card.pdf").read_bytes().startswith(b"%PDF")
    sheets.save_to(tmp_path / "none" / "card.pdf")
    assert "could not be saved" in sheets.host.message.text()


def printed_pages(file):
    """How many colours each page of a printed PDF has: paper alone has one."""
    pages = []
    for page in PdfReader(file).pages:
        pictures = [stream.get_object() for stream in page["/Resources"]["/XObject"].values()]
        data = [QImage.fromData(p._data) if p["/Filter"] == "/DCTDecode" else p.get_data() for p in pictures]
        samples = [bytes(d.constBits())[::997] if isinstance(d, QImage) else d[::997] for d in data]
        pages.append(max(len(set(sample)) for sample in samples))
    return pages


@pytest.mark.parametrize(("layout", "dpi"), [("page", 0), ("cards", 0), ("page", 300), ("page", 2400)])
def test_pages_are_painted_at_whatever_resolution_the_printer_has(sheets, tmp_path, layout, dpi):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    if dpi:
        printer.setResolution(dpi)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    assert paint(printer, sheets.sheet, Options(layout=layout))
    pages = printed_pages(tmp_path / "printed.pdf")
    assert len(pages) == len(to_pictures(sheets.sheet, Options(layout=layout), 20))
    assert min(pages) > 8


def test_only_the_pages_that_were_asked_for_are_printed(sheets, tmp_path):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setFromTo(2, 2)
    two_pages = compose(sheets.host.kb, "someone-was-taken")
    assert paint(printer, two_pages, Options())
    assert len(printed_pages(tmp_path / "printed.pdf")) == 1


def test_a_page_that_cannot_be_made_is_told(sheets, tmp_path, monkeypatch):
    monkeypatch.setattr(printing, "to_pictures", lambda *_: [b"no picture"])
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    assert not paint(printer, sheets.sheet, Options())


# -- the organisation ------------------------------------------------------------------------------------------


def test_an_organisation_is_kept_only_while_that_is_ticked(sheets, qtbot, settings_file):
    sheets.choices.fields["name"].setText("Neighbors of Pilsen")
    settled(sheets, qtbot)
    assert sheets.sheet.organisation.name == "Neighbors of Pilsen"
    assert not settings_file.exists()
    sheets.choices.keep.setChecked(True)
    assert json.loads(settings_file.read_text())["organisation"]["name"] == "Neighbors of Pilsen"
    sheets.choices.fields["phone"].setText("312-555-0100")
    settled(sheets, qtbot)
    assert json.loads(settings_file.read_text())["organisation"]["phone"] == "312-555-0100"
    sheets.choices.keep.setChecked(False)
    assert "Pilsen" not in settings_file.read_text()


def test_what_was_kept_is_there_again(window, qtbot):
    window.change(window.settings._replace(organisation=Organisation("Neighbors", web="example.org")))
    window.go(Place("sheets"))
    page = window.pages["sheets"]
    assert page.choices.keep.isChecked()
    assert page.choices.organisation == Organisation("Neighbors", web="example.org")
    assert page.sheet.organisation.name == "Neighbors"


def test_a_logo_that_cannot_be_used_is_told(sheets, qtbot, tmp_path):
    (tmp_path / "logo.png").write_bytes(b"no picture")
    sheets.choices.fields["name"].setText("Us")
    sheets.choices.logo.setText(str(tmp_path / "logo.png"))
    settled(sheets, qtbot)
    assert "no PNG, JPG or SVG" in sheets.message.text()


def test_the_page_says_its_choices_to_a_screen_reader(sheets):
    choices = sheets.choices
    boxes = (choices.language, choices.paper, choices.layout_box, choices.cards.number, *choices.cards.lengths.values())
    assert all(box.accessibleName() for box in (*boxes, *choices.fields.values(), choices.logo, sheets.gallery.list))
