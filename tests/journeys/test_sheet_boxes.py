"""The form of a sheet: its natural layout first, no choice changed by the wheel, a name that gets its ending."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QFileDialog, QMessageBox

from rightsref.ui.parts.place import At, Pair, Place, SheetChoice, Versions
from rightsref.ui.sheets.printing import with_ending


@pytest.fixture
def sheets(window):
    window.go(Place("sheets", SheetChoice("rightsref:sheet/wallet-card")))
    return window.pages["sheets"]


def test_the_wallet_card_opens_as_cards(sheets):
    assert sheets.choices.options.layout == "cards"


@pytest.mark.parametrize(
    "place",
    [
        Place("sheets", SheetChoice("rightsref:sheet/wallet-card")),
        Place("clock"),
        Place("settings"),
        Place("law", At("rightsref:provision/5-ilcs-805/15")),
        Place("compare", Versions("rightsref:provision/5-ilcs-805/15@2017-08-28", "rightsref:provision/5-ilcs-805/15")),
        Place("papers", Pair("i-200", "ao-442")),
    ],
    ids=lambda place: place.page,
)
def test_the_wheel_changes_no_closed_box(window, place):
    """A page that scrolls under the pointer takes another law, hour or sheet for nobody."""
    window.go(place)
    page = window.pages[place.page]
    all_boxes = (box for kind in (QComboBox, QAbstractSpinBox) for box in page.findChildren(kind))
    boxes = [
        box for box in all_boxes if not box.objectName().startswith("qt_calendar")
    ]  # which is open when it is seen
    assert boxes
    for box in boxes:
        before = _value(box)
        box.setFocus()
        wheel = QWheelEvent(
            QPointF(5, 5), QPointF(5, 5), QPoint(0, -120), QPoint(0, -120), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(box, wheel)
        assert _value(box) == before


def _value(box):
    return box.currentIndex() if isinstance(box, QComboBox) else box.text()


def test_a_name_without_an_ending_gets_it():
    assert with_ending(Path("door")) == Path("door.pdf")
    assert with_ending(Path("v1.2")) == Path("v1.2.pdf")
    assert with_ending(Path("door.PDF")) == Path("door.PDF")


def test_a_file_that_the_ending_meets_is_asked_about(sheets, tmp_path, monkeypatch):
    (tmp_path / "door.pdf").write_text("mine")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "door"), ""))
    monkeypatch.setattr(QMessageBox, "exec", lambda _: QMessageBox.StandardButton.No)
    sheets.save()
    assert (tmp_path / "door.pdf").read_text() == "mine"
    monkeypatch.setattr(QMessageBox, "exec", lambda _: QMessageBox.StandardButton.Yes)
    sheets.save()
    assert (tmp_path / "door.pdf").read_bytes().startswith(b"%PDF")


def test_forty_cards_are_five_sheets_of_paper(sheets):
    many = sheets.choices.how_many
    assert (many.number.value(), many.copies) == (8, 1)
    many.number.setValue(40)
    assert many.copies == 5
    assert "5 sheets of paper" in many.paper.text()
    sheets.choices.cards.number.setCurrentIndex(sheets.choices.cards.number.findData(10))
    assert many.copies == 4
    sheets.choices.layout_box.setCurrentIndex(sheets.choices.layout_box.findData("page"))
    assert many.copies == 40


def test_how_many_reaches_the_printer(sheets, monkeypatch):
    from rightsref.ui.sheets import printing

    asked = []

    class Dialog:
        def __init__(self, printer, _parent):
            asked.append(printer.copyCount())

        def exec(self):
            return 0

    monkeypatch.setattr(printing, "QPrintDialog", Dialog)
    sheets.choices.how_many.number.setValue(40)
    sheets.print_it()
    assert asked == [5]


def test_what_few_need_is_folded_away_and_measured_as_the_paper_is(sheets):
    cards = sheets.choices.cards
    assert not cards.lengths["gap"].isVisibleTo(cards)
    cards.alignment.click()
    assert cards.lengths["gap"].isVisibleTo(cards)
    assert cards.lengths["gap"].suffix() == " in"
    cards.lengths["back_down"].setValue(0.1)
    sheets.choices.paper.setCurrentIndex(sheets.choices.paper.findData("a4"))
    assert cards.lengths["back_down"].suffix() == " mm"
    assert cards.lengths["back_down"].value() == pytest.approx(2.5, abs=0.05)
    assert cards.cards.left is None


def test_a_logo_can_be_dropped(sheets, tmp_path):
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(tmp_path / "logo.jpg"))])
    field = sheets.choices._logo
    field.dropEvent(
        QDropEvent(
            QPointF(5, 5), Qt.DropAction.CopyAction, dropped, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        )
    )
    assert sheets.choices.logo.text() == str(tmp_path / "logo.jpg")


def test_save_many_stands_over_the_page_and_leaves_with_it(window, sheets):
    sheets.many.open_for(["door-notice"])
    assert sheets.many.isVisible()
    assert sheets.many.geometry().intersects(sheets._area.geometry())
    assert not sheets.many.geometry().intersects(sheets.gallery.geometry())
    window.go(Place("home"))
    assert not sheets.many.isVisible()
