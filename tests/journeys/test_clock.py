"""The detainer clock in the real window."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication, QTextFormat
from PySide6.QtWidgets import QAbstractButton, QComboBox, QDateTimeEdit, QDialog, QLabel

from rightsref.reasoning.clock import CHICAGO
from rightsref.ui.parts.place import At, Place


@pytest.fixture
def page(window):
    window.go(Place("clock"))
    return window.pages["clock"]


def links(page):
    """Every link that the answers hold: (address, its words)."""
    found, block = [], page.text.document().begin()
    while block.isValid():
        pieces = block.begin()
        while not pieces.atEnd():
            piece = pieces.fragment()
            if piece.charFormat().isAnchor():
                found.append((piece.charFormat().anchorHref(), piece.text()))
            pieces += 1
        block = block.next()
    return found


def due(page, text):
    page.when.show_time(datetime.fromisoformat(text))
    return page.text.toPlainText()


def press(qtbot, place, words):
    button = next(b for b in place.findChildren(QAbstractButton) if b.text() == words)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_rail_and_a_tab_open_the_clock_at_now(window, qtbot):
    press(qtbot, window.rail, "Detainers")
    press(qtbot, window.stack.currentWidget(), "The clock")
    page = window.pages["clock"]
    assert window.stack.currentWidget() is page
    shown = datetime.fromisoformat(page.when.typed()).replace(tzinfo=ZoneInfo(CHICAGO))
    assert abs((datetime.now(ZoneInfo(CHICAGO)) - shown).total_seconds()) < 120


def sizes(block):
    """The sizes of type in a block of text, in pixels."""
    return {piece.format.font().pixelSize() for piece in block.textFormats()}


def test_no_hold_in_illinois_is_said_first_and_large(page):
    words = due(page, "2026-03-06 16:00")
    assert "an Illinois jail may not hold anyone" in words.split("Release was due")[0]
    document = page.text.document()
    said = document.find("may not hold anyone").block()
    others = (document.findBlockByNumber(n) for n in range(document.blockCount()) if n != said.blockNumber())
    assert min(sizes(said)) > max(max(sizes(block), default=0) for block in others)
    assert min(sizes(said)) >= 1.35 * max(sizes(document.find("Release was due").block()))


def test_another_date_gives_other_deadlines(page):
    words = due(page, "2026-03-06 16:00")
    assert "has run out at 5:00 pm on Sunday, March 8, 2026" in words
    assert "has run out at 4:00 pm on Tuesday, March 10, 2026" in words
    assert "Left out here: Saturday, March 7, 2026; Sunday, March 8, 2026" in words
    words = due(page, "2099-03-03 09:00")
    assert words.count("runs out at 9:00 am on Thursday, March 5, 2099") == 2
    assert "Left out here" not in words
    assert "has run out" not in words


def test_a_jail_elsewhere_has_its_own_law_and_its_own_clock(page):
    due(page, "2026-03-06 16:00")
    assert not page.zone.isVisible()
    page.where.setCurrentIndex(page.where.findData("other"))
    assert page.zone.isVisible()
    assert "That state’s own law decides" in page.text.toPlainText()
    page.zone.setCurrentIndex(page.zone.findData("America/Phoenix"))
    assert "at 4:00 pm on Sunday, March 8, 2026" in page.text.toPlainText()


def test_a_day_before_the_act_opens_the_act_as_it_came(page):
    assert "took effect on August 28, 2017" in due(page, "2017-05-01 12:00")
    assert any(address.endswith("15/a@2017-08-28") for address, _ in links(page))


def test_every_law_named_opens(window, page, qtbot):
    due(page, "2026-03-06 16:00")
    found = links(page)
    assert [words for _, words in found] == ["5 ILCS 805/15(a)", "Form I-247A", "8 CFR 287.3(d)", "8 CFR 287.7(d)"]
    for address, words in found:
        window.go(Place("clock"))
        page.text.anchorClicked.emit(QUrl(address))
        assert window.stack.currentWidget() is window.pages["law"]
        assert window.history.current == Place("law", At(address))
        assert window.message.isHidden()
        assert words.split("(")[0] in window.pages["law"].reading.head.findChild(QLabel, "citation").text()


def test_going_back_keeps_what_was_entered(window, page):
    due(page, "2026-03-06 16:00")
    page.text.anchorClicked.emit(QUrl(links(page)[0][0]))
    window.step(-1)
    assert page.when.typed() == "2026-03-06 16:00"
    page.now.click()
    assert page.when.typed() != "2026-03-06 16:00"


def test_an_hour_that_came_twice_is_asked_about(page):
    words = due(page, "2026-11-01 01:30")
    assert "came twice" in words
    (first, _), (second, _) = links(page)
    page.text.anchorClicked.emit(QUrl(first))
    assert "at 12:30 am on Tuesday, November 3, 2026" in page.text.toPlainText()
    due(page, "2026-11-01 03:30")
    due(page, "2026-11-01 01:30")
    page.text.anchorClicked.emit(QUrl(second))
    assert "at 1:30 am on Tuesday, November 3, 2026" in page.text.toPlainText()


def test_an_hour_that_was_skipped_is_told(page):
    assert "The clocks skipped 02:30" in due(page, "2026-03-08 02:30")
    assert page.text.toPlainText().count("48 hours") == 0


def test_the_date_may_be_typed(page, qtbot):
    page.when.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClicks(page.when, "030620260400")
    qtbot.keyClick(page.when, Qt.Key.Key_Up)
    assert page.when.typed() == "2026-03-06 16:00"
    assert page.when.text() == "Fri 03/06/2026 04:00 PM"


def test_in_spanish_the_box_names_the_month(window):
    window.change(window.settings._replace(language="es"))
    window.go(Place("clock"))
    box = window.pages["clock"].when
    box.show_time(datetime(2026, 6, 11, 16))
    assert box.text().startswith("jue 11 jun 2026 04:00")
    box.setFocus(Qt.FocusReason.TabFocusReason)
    assert box.accessibleDescription().startswith("Fecha y hora, como vie 6 mar 2026 04:00")
    window.change(window.settings._replace(language="en"))


@pytest.mark.parametrize(
    "typed", ["March 6 2026 4:00 pm", "3/6/2026 4 pm", "2026-03-06 16:00", "6 de marzo de 2026 a las 4"]
)
def test_a_time_may_be_typed_as_people_write_it(page, qtbot, typed):
    page.take_focus()
    qtbot.keyClicks(page.typed.box, typed)
    assert "4:00 pm on Friday, March 6, 2026" in page.typed.note.text()
    qtbot.keyClick(page.typed.box, Qt.Key.Key_Return)
    assert page.when.typed() == "2026-03-06 16:00"
    assert "Release was due at 4:00 pm on Friday, March 6, 2026" in page.text.toPlainText()


def test_what_is_no_time_is_told_beside_the_field(window, page, qtbot):
    due(page, "2026-03-06 16:00")
    page.take_focus()
    qtbot.keyClicks(page.typed.box, "soon")
    qtbot.keyClick(page.typed.box, Qt.Key.Key_Return)
    assert "“soon” is not a date and time" in page.typed.note.text()
    assert not window.message.isVisible()
    assert page.when.typed() == "2026-03-06 16:00"


def test_a_state_by_name_brings_its_own_zone(page):
    due(page, "2026-03-06 16:00")
    page.where.setCurrentIndex(page.where.findText("Indiana (most of it: Eastern time)"))
    assert not page.zone.isVisible()
    assert page._release().utcoffset().total_seconds() == -5 * 3600


def test_a_federal_holder_is_not_bound_by_the_trust_act(page):
    due(page, "2026-03-06 16:00")
    page.where.setCurrentIndex(page.where.findData("federal"))
    words = page.text.toPlainText()
    assert "does not bind a federal jail" in words
    assert "Section 15(a) of the TRUST Act" not in words
    assert any(address.endswith("18-usc/3142/a") for address, _ in links(page))


@pytest.mark.qt_log_ignore("propagateSizeHints")  # offscreen windows have none
def test_the_answers_are_copied_and_the_letter_has_blanks_for_names(window, page, qtbot):
    due(page, "2026-03-06 16:00")
    press(qtbot, page, "Copy as text")
    assert "Release was due at 4:00 pm on Friday, March 6, 2026" in QGuiApplication.clipboard().text()
    press(qtbot, page, "Letter to the jail")
    (sheet,) = page.findChildren(QDialog)
    words = sheet.edit.toPlainText()
    assert "5 ILCS 805" in words
    assert "Name: ____" in words
    press(qtbot, sheet, "Copy")
    assert QGuiApplication.clipboard().text() == words
    press(qtbot, sheet, "Close")
    qtbot.waitUntil(lambda: not page.findChildren(QDialog))


def test_tab_goes_through_the_fields_in_order(window, page, qtbot):
    page.where.setCurrentIndex(1)
    page.take_focus()
    order = []
    for _ in range(14):
        if window.focusWidget() not in order:  # Qt's Tab also goes through the parts of a date
            order.append(window.focusWidget())
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    assert order[:6] == [page.typed.box, page.when, page.now, page.where, page.zone, page.text]


def test_every_field_has_a_name(page):
    for field in (*page.findChildren(QComboBox), *page.findChildren(QDateTimeEdit), page.now, page.text):
        assert field.accessibleName()


def test_nothing_entered_is_stored(window, page, settings_file):
    due(page, "2026-03-06 16:00")
    window.close()
    assert not settings_file.exists() or "2026-03" not in settings_file.read_text()


def test_the_axis_is_drawn_and_told_in_words(page):
    due(page, "2026-03-06 16:00")
    document = page.text.document()
    found = []
    block = document.begin()
    while block.isValid():
        pieces = block.begin()
        while not pieces.atEnd():
            style = pieces.fragment().charFormat()
            if style.isImageFormat():
                found.append(style.toImageFormat())
            pieces += 1
        block = block.next()
    (picture,) = found
    assert 400 < picture.width() <= page.text.viewport().width()
    told = picture.property(QTextFormat.Property.ImageAltText)
    assert "The form’s 48 hours: has run out at 5:00 pm on Sunday, March 8, 2026." in told


def test_what_to_say_to_the_jail_stands_above_the_details(page):
    words = due(page, "2026-03-06 16:00")
    assert "Release was due at 4:00 pm on Friday, March 6, 2026, " in words
    assert words.index("SAY TO THE JAIL") < words.index("The regulation’s 48 hours:")
    assert "Let this person go now." in words
