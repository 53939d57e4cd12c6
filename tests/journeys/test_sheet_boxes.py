"""The form of a sheet: its natural layout first, no choice changed by the wheel, a name that gets its ending."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from rightsref.ui.parts.place import Place, SheetChoice
from rightsref.ui.sheets.page import with_ending


@pytest.fixture
def sheets(window):
    window.go(Place("sheets", SheetChoice("rightsref:sheet/wallet-card")))
    return window.pages["sheets"]


def test_the_wallet_card_opens_as_cards(sheets):
    assert sheets.choices.options.layout == "cards"


def test_the_wheel_changes_no_closed_box(sheets):
    choices = sheets.choices
    for box in (
        choices.language,
        choices.paper,
        choices.layout_box,
        choices.cards.number,
        choices.cards.lengths["gap"],
    ):
        before = box.currentIndex() if hasattr(box, "currentIndex") else box.value()
        wheel = QWheelEvent(
            QPointF(5, 5), QPointF(5, 5), QPoint(0, -120), QPoint(0, -120), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(box, wheel)
        assert (box.currentIndex() if hasattr(box, "currentIndex") else box.value()) == before


def test_a_name_without_an_ending_gets_it():
    assert with_ending(Path("door")) == Path("door.pdf")
    assert with_ending(Path("v1.2")) == Path("v1.2.pdf")
    assert with_ending(Path("door.PDF")) == Path("door.PDF")


def test_a_file_that_the_ending_meets_is_asked_about(sheets, tmp_path, monkeypatch):
    (tmp_path / "door.pdf").write_text("mine")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "door"), ""))
    monkeypatch.setattr(QMessageBox, "question", lambda *_: QMessageBox.StandardButton.No)
    sheets.save()
    assert (tmp_path / "door.pdf").read_text() == "mine"
    monkeypatch.setattr(QMessageBox, "question", lambda *_: QMessageBox.StandardButton.Yes)
    sheets.save()
    assert (tmp_path / "door.pdf").read_bytes().startswith(b"%PDF")
