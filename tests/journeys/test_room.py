"""Layout by room: two panes where there is room, one where there is none, a third column where there is more."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent
from PySide6.QtWidgets import QAbstractButton, QLabel, QScrollArea, QToolButton

from rightsref.ui.parts import room
from rightsref.ui.parts.closed_box import ClosedBox
from rightsref.ui.parts.look import LIGHT, Look
from rightsref.ui.parts.place import Answers, At, Pair, Place, Versions
from rightsref.ui.parts.reader import Reader
from rightsref.ui.parts.text_marks import marks_of
from rightsref.ui.parts.widgets import PAD
from rightsref.ui.shell.pages import TITLES

ACT = "rightsref:provision/5-ilcs-805/15"


@given(st.integers(300, 4_000), st.integers(0, 400), st.sampled_from([1.0, 1.25, 1.5, 2.0, 2.5]))
def test_more_width_never_has_room_for_less(width, more, zoom):
    look = Look(LIGHT, zoom)
    assert room.has_list(width + more, 280, look) >= room.has_list(width, 280, look)
    assert room.has_aside(width + more, look) >= room.has_aside(width, look)
    assert room.has_columns(width + more, look) >= room.has_columns(width, look)
    assert room.list_width(width, 280, look) <= max(look.px(room.LIST_LEAST), round(width * room.LIST_SHARE))


@pytest.mark.parametrize(
    ("size", "zoom", "panes", "aside"),
    [
        ((760, 520), 100, 1, False),
        ((1024, 700), 100, 2, False),
        ((1024, 700), 150, 1, False),
        ((1280, 800), 100, 2, True),
        ((1280, 800), 250, 1, False),
        ((1920, 1080), 100, 2, True),
        ((1920, 1080), 150, 2, True),
        ((3840, 2160), 250, 2, False),
    ],
)
def test_the_law_page_shows_what_has_room(window, qtbot, size, zoom, panes, aside):
    window.resize(*size)
    window.change(window.settings._replace(zoom=zoom))
    window.go(Place("law", At(ACT)))
    qtbot.wait(1)
    page = window.pages["law"]
    assert (1 if page.panes.single else 2, page.reading.aside.isVisible()) == (panes, aside)
    assert page.reading.isVisible()
    assert (
        page.reading.text.horizontalScrollBar().maximum() == 0
        or not page.reading.text.horizontalScrollBar().isVisible()
    )


def test_the_outline_and_the_reading_take_turns(window, qtbot):
    window.resize(760, 520)
    window.go(Place("law", At(ACT)))
    qtbot.wait(1)
    page = window.pages["law"]
    page.panes.back.click()
    assert (page.outline.isVisible(), page.reading.isVisible()) == (True, False)
    assert page.outline.hasFocus()
    window.go(Place("law", At("rightsref:provision/5-ilcs-805/10")))
    assert (page.outline.isVisible(), page.reading.isVisible()) == (False, True)


def test_text_and_aside_stand_together_in_the_middle(window, qtbot):
    window.resize(1920, 1080)
    window.go(Place("law", At(ACT)))
    qtbot.wait(1)
    reading = window.pages["law"].reading
    left = reading.text.mapTo(reading, reading.text.rect().topLeft()).x()
    right = reading.width() - reading.aside.mapTo(reading, reading.aside.rect().topRight()).x()
    assert abs(left - right) <= 40
    assert reading.aside.mapTo(reading, reading.aside.rect().topLeft()).x() - left - reading.text.width() <= 8


@pytest.fixture(autouse=True)
def in_english_again(window):
    """Whatever a test speaks, the next one finds English."""
    yield
    window.bar.languages["en"].click()


def in_a_low_window(window, qtbot, place, zoom=150):
    """The page of a place in the least window, in large Spanish letters."""
    window.change(window.settings._replace(zoom=zoom, language="es"))
    window.resize(760, 520)
    window.go(place)
    qtbot.wait(20)
    return window.pages[place.page]


LOW = {
    "law": (Place("law", At(ACT)), lambda page: (page.reading.text, page.reading.head)),
    "compare": (Place("compare", Versions(f"{ACT}@2017-08-28", ACT)), lambda page: (page.text, page.copy_button)),
}


@pytest.mark.parametrize("name", LOW)
def test_in_a_low_window_the_head_scrolls_with_the_text(window, qtbot, name):
    place, of = LOW[name]
    text, head = of(in_a_low_window(window, qtbot, place))
    assert text.viewport().isAncestorOf(head)
    assert text.verticalScrollBar().value() == 0  # the head is seen first
    top = head.mapTo(text, QPoint()).y()
    text.verticalScrollBar().setValue(60)
    assert head.mapTo(text, QPoint()).y() == top - 60
    button = next(one for one in [head, *head.findChildren(QAbstractButton)] if isinstance(one, QAbstractButton))
    button.setFocus(Qt.FocusReason.TabFocusReason)  # the keyboard is never out of sight
    assert text.verticalScrollBar().value() == 0
    window.resize(1280, 1200)
    qtbot.wait(20)
    assert not text.viewport().isAncestorOf(head)
    assert text.document().rootFrame().frameFormat().topMargin() < 20


@pytest.fixture
def small_screen(window):
    """As a screen of 1024 by 600 at 125 %, which has not the room that a window wants at least."""
    least = window.minimumSize()
    window.setMinimumSize(0, 0)
    yield
    window.setMinimumSize(least)


@pytest.mark.qt_log_ignore("propagateSizeHints")  # offscreen windows have none
def test_in_a_low_window_what_to_do_with_an_outcome_stands_at_its_end(window, qtbot, small_screen):
    page = in_a_low_window(window, qtbot, Place("scenarios", Answers("held-in-jail")))
    window.resize(760, 440)
    while page.progress.question is not None:
        page.choose(page.progress.question.options[0].key)
    qtbot.wait(20)
    text, button = page.outcome.text, page.outcome.copy_button
    assert text.viewport().isAncestorOf(button)
    assert button.mapTo(text, QPoint()).y() > text.height()
    text.verticalScrollBar().setValue(text.verticalScrollBar().maximum())
    assert 0 < button.mapTo(text, QPoint()).y() < text.height()


@pytest.mark.parametrize("zoom", [100, 150, 250])
def test_no_page_is_wider_than_the_least_window(window, qtbot, zoom):
    for name in sorted(set(TITLES) - {"compare"}):
        page = in_a_low_window(window, qtbot, Place(name), zoom)
        areas = [area for area in page.findChildren(QScrollArea) if area.isVisible()]
        assert not [name for area in areas if area.horizontalScrollBar().maximum() and name != "timeline"]


def test_each_row_of_words_is_as_high_as_its_words(window, qtbot):
    window.resize(1024, 700)
    window.go(Place("timeline"))
    qtbot.wait(20)
    rows = window.pages["timeline"].list
    for row in range(rows.count()):
        words, seen = rows.item(row).text(), rows.visualItemRect(rows.item(row))
        room = seen.adjusted(12, 0, -12, 0)
        needed = QFontMetrics(rows.font()).boundingRect(
            0, 0, room.width(), 9_999, Qt.TextFlag.TextWordWrap.value, words
        )
        assert needed.height() <= seen.height(), words


def test_a_form_shows_its_drawing_and_leads_to_the_check(window, qtbot):
    window.go(Place("law", At("rightsref:form/I-205")))
    qtbot.wait(1)
    reading = window.pages["law"].reading.text
    links = [part.charFormat().anchorHref() for part in fragments(reading.document())]
    images = [part.charFormat().isImageFormat() for part in fragments(reading.document())]
    assert links.count("rightsref:paper/i-205") == 2  # a line above all, and the drawing
    assert any(images)
    assert any(
        mark.words.startswith("Drawing of I-205") for mark in marks_of(reading)
    )  # what a screen reader says of it
    window.go(Place("law", At("rightsref:form/I-213")))  # not drawn
    assert not any(part.charFormat().isImageFormat() for part in fragments(reading.document()))


def fragments(document):
    """Every run of one format of a text."""
    block = document.begin()
    while block.isValid():
        run = block.begin()
        while not run.atEnd():
            yield run.fragment()
            run += 1
        block = block.next()


def test_words_begin_at_one_of_two_edges(window, qtbot):
    """A page of one column begins 64 pixels from the rail, a page of panes or tools 24."""
    starts = {}
    for name in sorted(set(TITLES) - {"compare", "law", "search", "saved"}):
        window.go(Place(name))
        qtbot.wait(1)
        page = window.pages[name]
        heads = [one for one in page.findChildren(QLabel) if one.objectName() in {"h1", "h2"} and one.isVisible()]
        texts = [one for one in page.findChildren(Reader) if one.isVisible()]
        left = min(
            [
                *(part.mapTo(window, QPoint()).x() for part in heads),
                *(part.mapTo(window, QPoint(PAD, 0)).x() for part in texts),
            ]
        )
        starts.setdefault(left - window.rail.width(), []).append(name)
    assert set(starts) == {24, 64}, starts


def lowest_rows(button):
    """How high the lowest of what is drawn on a button is: its letters, down to the tails of g and j."""
    picture = button.grab().toImage()
    ground = picture.pixel(8, 4)
    inked = [
        y for y in range(picture.height()) if any(picture.pixel(x, y) != ground for x in range(8, picture.width()))
    ]
    return next(n for n, y in enumerate([*reversed(inked), -9]) if inked[-1] - n != y)


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("zoom", [100, 250])
def test_in_the_least_window_the_places_keep_their_whole_words(window, qtbot, language, zoom):
    window.change(window.settings._replace(zoom=zoom, language=language))
    window.resize(760, 520)
    qtbot.wait(20)
    for button in window.rail.findChildren(QAbstractButton):
        small = lowest_rows(button)
        button.resize(button.width(), button.height() + 20)
        assert small == lowest_rows(button), button.text()


@pytest.mark.parametrize("language", ["en", "es"])
def test_smaller_and_larger_stand_side_by_side(window, qtbot, language):
    window.change(window.settings._replace(language=language))
    window.go(Place("sheets"))
    for width in range(760, 1290, 66):
        window.resize(width, 700)
        qtbot.wait(1)
        smaller, larger = window.stack.currentWidget().findChildren(QToolButton, "plain")
        assert smaller.y() == larger.y()
        assert 0 < larger.x() - smaller.geometry().right() < 20


def test_what_is_chosen_in_a_box_ends_in_an_ellipsis_or_is_shown_whole(window, qtbot):
    window.go(Place("papers", Pair("i-200", "ao-442")))
    qtbot.wait(20)
    box = window.stack.currentWidget().findChild(ClosedBox)
    box.resize(400, box.height())
    assert box.shown_words == box.currentText()
    box.resize(160, box.height())
    assert box.shown_words.endswith("…")
    assert box.currentText().startswith(box.shown_words[:-1])
    told = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("rightsref.ui.parts.closed_box.QToolTip.showText", lambda _at, words, _of: told.append(words))
        QCoreApplication.sendEvent(box, QHelpEvent(QEvent.Type.ToolTip, QPoint(), QPoint()))
    assert told == [box.currentText()]
