"""The window by keyboard alone: what was under it goes, and it is on what came, never on whatever comes next in the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel

from rightsref.ui.parts.closed_box import ClosedBox
from rightsref.ui.parts.place import Answers, Asked, At, Pair, Place, Walk
from rightsref.ui.parts.reader import Reader
from rightsref.ui.parts.widgets import CardButton


@pytest.fixture
def announced(monkeypatch):
    """What is announced from now on."""
    said = []
    monkeypatch.setattr(
        QAccessible,
        "updateAccessibility",
        lambda event: said.append(event.message()) if isinstance(event, QAccessibleAnnouncementEvent) else None,
    )
    return said


def press(window, words):
    """Press the button that says these words with the space bar, as who has tabbed to it would."""
    page = window.stack.currentWidget()
    button = next(
        b for b in page.findChildren(QAbstractButton) if b.isVisible() and words in (b.text(), b.accessibleName())
    )
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)


def steps(window):
    """Everything that has the keyboard from now on, in order."""
    had = []
    window.window().windowHandle().focusObjectChanged.connect(had.append)
    return had


# -- what was pressed goes ----------------------------------------------------------------------------------

#: Where one is, what one presses there -> the class of what then has the keyboard.
PRESSED = {
    "a paper of the gallery": (Place("papers"), "I-200, an ICE arrest warrant", Reader),
    "a look at an unknown paper": (Place("papers"), "I don’t know: look at it with me", QLabel),
    "back to the gallery": (Place("papers", At("rightsref:paper/i-205")), "All papers", CardButton),
    "two papers": (Place("papers", At("rightsref:paper/i-205")), "Set beside another", ClosedBox),
    "from two to all": (Place("papers", Pair("i-200", "ao-442")), "All papers", CardButton),
    "a look again": (Place("papers", Walk.of("", {"issuer": "federal_court"})), "Change: Look at the top of the page. Who made this paper?", QLabel),
    "enough looks": (Place("papers", Walk.of("", {"issuer": "federal_court"})), "Enough: what is it?", Reader),
    "back to the scenarios": (Place("scenarios", Answers("held-in-jail")), "All scenarios", CardButton),
}  # fmt: skip


@pytest.mark.parametrize("name", PRESSED)
def test_the_keyboard_goes_to_what_came(window, name):
    place, words, kind = PRESSED[name]
    window.go(place)
    had = steps(window)
    press(window, words)
    at = window.focusWidget()
    assert isinstance(at, kind)
    assert window.stack.currentWidget().isAncestorOf(at)
    assert all(widget is None or not window.rail.isAncestorOf(widget) for widget in had)


def test_the_verdict_on_a_paper_is_said_and_has_the_keyboard(window, announced):
    window.go(Place("papers", Walk()))
    page = window.pages["papers"]
    while page.reading.question is not None:
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_1)
    assert window.focusWidget() is page.text
    assert announced[-1] == page.text.accessibleDescription()
    assert announced[-1].removeprefix("This looks like: ") in page.text.toPlainText()


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({}, "It could be any of these"),
        ({"issuer": "homeland_security", "title": "removal", "signature": "officer"}, "This looks like: I-205, an ICE warrant of removal"),
        ({"issuer": "federal_court", "title": "arrest_warrant", "case": "court_case", "signature": "officer"}, "AO 442, a federal court’s arrest warrant; one look does not fit"),
        ({"issuer": "federal_court", "title": "removal", "signature": "officer", "command": "deport", "case": "court_case"}, "It fits no paper that we know"),
    ],
)  # fmt: skip
def test_a_scenario_that_asks_for_a_look_is_told_the_verdict_too(window, announced, answers, said):
    asked = Asked("agents-at-my-door", "paper", ())
    window.go(Place("scenarios", Answers("agents-at-my-door")))
    window.go(Place("papers", Walk.of("", answers, asked)))
    page = window.pages["papers"]
    if page.reading.question is not None:
        press(window, "Enough: what is it?") if answers else [page.answer("unknown") for _ in page.questions]
    assert announced[-1] == said
    assert window.focusWidget() is page.text


@pytest.mark.parametrize("side", [0, 1])
def test_the_arrows_stay_on_the_box_that_chooses_a_paper(window, side):
    window.go(Place("papers", Pair("i-200", "ao-442")))
    page = window.pages["papers"]
    page.findChildren(ClosedBox)[side].setFocus()
    for _ in range(2):
        before = window.history.current
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Down if side == 0 else Qt.Key.Key_Up)
        assert window.history.current != before
        assert window.focusWidget() is page.findChildren(ClosedBox)[side]


@pytest.mark.parametrize("name", ["papers", "scenarios"])
def test_down_in_the_search_box_leads_into_the_page(window, name):
    window.go(Place(name))
    window.bar.box.setFocus()
    QTest.keyClick(window.bar.box, Qt.Key.Key_Down)
    assert window.pages[name].isAncestorOf(window.focusWidget())


def test_who_chooses_a_page_in_the_rail_stays_in_the_rail(window):
    window.go(Place("scenarios", Answers("held-in-jail")))
    tab = next(
        tab
        for tab in window.rail.findChildren(QAbstractButton)
        if tab.accessibleName() == "Scenarios" or tab.text() == "Scenarios"
    )
    tab.setFocus()
    QTest.keyClick(tab, Qt.Key.Key_Space)
    assert window.focusWidget() is tab


# -- the clock ----------------------------------------------------------------------------------------------


def type_a_time(page):
    page.typed.box.setFocus()
    QTest.keyClicks(page.typed.box, "11/27/2026 4:00 pm")
    QTest.keyClick(page.typed.box, Qt.Key.Key_Return)


def set_a_time(page):
    page.when.setFocus()
    QTest.keyClick(page.when, Qt.Key.Key_Up)
    QTest.keyClick(page.when, Qt.Key.Key_Up)
    page.where.setFocus()
    page.when.setFocus()
    page.where.setFocus()


def choose_a_holder(page):
    page.where.setFocus()
    QTest.keyClick(page.where, Qt.Key.Key_Down)


def say_now(page):
    page.now.setFocus()
    QTest.keyClick(page.now, Qt.Key.Key_Space)


@pytest.mark.parametrize("settle", [type_a_time, set_a_time, choose_a_holder, say_now])
def test_the_clock_says_its_first_answer_once(window, announced, settle):
    window.go(Place("clock"))
    page = window.pages["clock"]
    page.where.setCurrentIndex(0)
    announced.clear()
    settle(page)
    assert announced == [page.text.accessibleDescription()]
    assert announced[0] in page.text.toPlainText()


# -- a button that leads no further -------------------------------------------------------------------------


def on_the_path(window):
    """The path, at its first stage."""
    window.go(Place("path"))
    page = window.pages["path"]
    page.list.setCurrentRow(0)
    return page.back, page.next, page.list.count() - 1


def in_the_history(window):
    """The oldest of three places."""
    for name in ("glossary", "news"):
        window.go(Place(name))
    window.step(-1)
    window.step(-1)
    return window.bar.back, window.bar.forward, 2


@pytest.mark.parametrize("where", [on_the_path, in_the_history])
def test_at_the_last_step_the_keyboard_goes_to_the_way_back(window, where):
    back, on, steps = where(window)
    for button, other in ((on, back), (back, on)):
        button.setFocus()
        for left in range(steps, 0, -1):
            assert window.focusWidget() is button, left
            QTest.keyClick(button, Qt.Key.Key_Space)
        assert window.focusWidget() is other
        assert not button.isEnabled()
