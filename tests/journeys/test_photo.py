"""A photo of the paper beside our drawing, in the real window: shown, zoomed, turned, and gone with the page."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QColor, QDropEvent, QImage, QPainter
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QFileDialog

from rightsref.ui.detainers.paper_pane import PaperPane
from rightsref.ui.detainers.photo_desk import LONGEST
from rightsref.ui.parts.place import At, Place, Walk

#: A PNG that tells its size and then ends.
HEAD = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\2\0\0\0\2\x08\2\0\0\0" + b"\0" * 4
WALK = Place("papers", Walk("i-200", (("issuer", "homeland_security"),)))


@pytest.fixture
def page(window):
    window.go(WALK)
    return window.pages["papers"]


@pytest.fixture
def photo(tmp_path):
    image = QImage(300, 400, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.fillRect(0, 0, 300, 60, QColor("red"))  # the top of the paper
    painter.end()
    image.save(str(tmp_path / "photo.jpg"))
    return str(tmp_path / "photo.jpg")


def drop(page, name):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(name)])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    page.dropEvent(QDropEvent(QPoint(50, 50), Qt.DropAction.CopyAction, data, buttons, keys))


def press(qtbot, page, words):
    button = next(b for b in page.findChildren(QAbstractButton) if words in (b.text(), b.accessibleName()))
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_photo_is_chosen_zoomed_turned_and_taken_away(page, photo, qtbot, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (photo, ""))
    press(qtbot, page, "Set a photo of yours beside it")
    view = page.desk.view
    assert view.isVisible()
    assert (view.turned, view.zoomed) == (0, 1)
    press(qtbot, page, "Larger")
    press(qtbot, page, "Turn left")
    assert (view.turned, view.zoomed) == (270, 1.25)
    for key, turned, zoomed in (("r", 0, 1.25), ("+", 0, 1.5625), ("0", 0, 1), ("-", 0, 1)):
        qtbot.keyClicks(view, key)
        assert (view.turned, view.zoomed) == (turned, zoomed)
    press(qtbot, page, "Take the photo away")
    assert page.desk.image is None
    assert not view.isVisible()


def test_a_dropped_photo_stays_as_it_was_turned_from_look_to_look(page, photo):
    drop(page, photo)
    page.desk.view.turn(90)
    page.answer("arrest_of_alien")
    assert page.desk.view.isVisible()
    assert page.desk.view.turned == 90
    assert page.reading.seen


def test_a_photo_dropped_on_the_gallery_begins_the_looks(window, page, photo):
    window.go(Place("papers"))
    drop(page, photo)
    assert isinstance(window.history.current.state, Walk)
    assert page.desk.view.isVisible()
    assert "photo" not in repr(window.history.current)


def test_it_stands_beside_the_drawing_where_both_have_room_else_below(window, page, photo, qtbot):
    drop(page, photo)
    row = page.findChild(PaperPane).findChildren(QBoxLayout)
    ways = QBoxLayout.Direction
    assert any(
        each.direction() == ways.LeftToRight and each.count() == 2 for each in row if each.indexOf(page.desk) >= 0
    )
    window.change(window.settings._replace(zoom=150))
    page = window.pages["papers"]
    assert page.desk.view.isVisible()  # another look of the same page


@pytest.mark.parametrize("leave", [Place("home"), Place("law", At("rightsref:form/I-200"))])
def test_whoever_leaves_the_page_leaves_no_photo(window, page, photo, leave):
    drop(page, photo)
    window.go(leave)
    assert page.desk.image is None
    window.step(-1)
    assert not page.desk.view.isVisible()


def test_leaving_at_once_takes_it_along(window, page, photo, settings_file):
    drop(page, photo)
    window.change(window.settings._replace(leave="blank"))
    window.leave_now()
    assert page.desk.image is None
    assert "papers" not in window.pages
    window.leave_now()
    assert "photo" not in settings_file.read_text()


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("paper.pdf", b"%PDF-1.7", "is a PDF, which cannot be shown here; take a screenshot of it and choose that."),
        ("IMG_1.HEIC", b"\0\0\0\x18ftypheic", "is no JPG or PNG; take a screenshot of it and choose that."),
        ("cut.png", HEAD, "cannot be drawn; take a screenshot of it and choose that."),
        ("none.png", b"", "cannot be read: No such file or directory."),
    ],
)
@pytest.mark.qt_log_ignore("libpng")
def test_what_cannot_be_shown_is_said_beside_the_button_and_the_looks_go_on(page, photo, tmp_path, name, data, said):
    file = tmp_path / name
    if name != "none.png":
        file.write_bytes(data)
    drop(page, str(file))
    assert page.desk.note.text().endswith(said)
    assert page.desk.note.objectName() == "wrong"
    assert page.reading.question is not None


def test_a_sideways_photo_of_a_camera_stands_upright(page, tmp_path, photo):
    jpg = Path(photo).read_bytes()
    exif = b"Exif\0\0II*\0\x08\0\0\0\1\0\x12\1\3\0\1\0\0\0\6\0\0\0\0\0\0\0"  # turn right
    part = b"\xff\xe1" + (len(exif) + 2).to_bytes(2, "big") + exif
    (tmp_path / "held.jpg").write_bytes(jpg[:2] + part + jpg[2:])
    drop(page, str(tmp_path / "held.jpg"))
    image = page.desk.image
    assert (image.width(), image.height()) == (400, 300)
    assert image.pixelColor(390, 150).red() > 200
    assert image.pixelColor(390, 150).blue() < 80


def test_a_large_photo_is_held_no_larger_than_is_looked_at(page, tmp_path):
    image = QImage(6_000, 3_000, QImage.Format.Format_Grayscale8)
    image.fill(255)
    image.save(str(tmp_path / "large.jpg"))
    drop(page, str(tmp_path / "large.jpg"))
    assert page.desk.image.width() == LONGEST


def test_it_is_offered_in_spanish(window, photo):
    window.change(window.settings._replace(language="es"))
    window.go(WALK)
    page = window.pages["papers"]
    assert page.desk.choose.text() == "Poner su foto al lado"
    drop(page, photo + "x")
    assert page.desk.note.text().startswith("La imagen ")
    window.change(window.settings._replace(language="en"))
