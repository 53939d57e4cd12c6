"""Scenarios under the hand: days as people write them, keys that act where they are aimed, the way back, the answer's head."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from rightsref.model.flow import Verdict
from rightsref.reasoning.bearing import Bearing, bearing
from rightsref.ui.parts.link import Ask, Link
from rightsref.ui.parts.place import Answers, Place


@pytest.fixture
def page(window):
    """A scenario at its question of time."""
    window.go(Place("scenarios", Answers("police-stop-me")))
    page = window.pages["scenarios"]
    while not page.progress.question.dated:
        page.choose(page.progress.question.options[0].key)
    return page


def type_day(qtbot, page, text):
    page.asked.day.box.setFocus()
    qtbot.keyClicks(page.asked.day.box, text)


def test_a_day_is_told_in_words_before_it_counts(page, qtbot):
    question = page.progress.question
    type_day(qtbot, page, "11/5/2019")
    assert "Tuesday, November 5, 2019" in page.asked.day.note.text()
    assert page.progress.question == question
    qtbot.keyClick(page.asked.day.box, Qt.Key.Key_Return)
    option = page.progress.steps[-1].option
    assert option.start <= "2019-11-05" < (option.end or "9")


def test_what_is_no_day_is_told_beside_the_field_and_nothing_moves(window, page, qtbot):
    places = [button.mapTo(window, QPoint()) for button in page.options]
    question = page.progress.question
    type_day(qtbot, page, "soonish")
    qtbot.keyClick(page.asked.day.box, Qt.Key.Key_Return)
    note = page.asked.day.note
    assert "“soonish” is not a day" in note.text()
    assert not any(option.key in note.text() for option in question.options)
    assert note.objectName() == "wrong"
    assert not window.message.isVisible()
    assert [button.mapTo(window, QPoint()) for button in page.options] == places
    assert page.progress.question == question


def test_digits_answer_only_where_they_are_aimed(window, page, qtbot):
    question = page.progress.question
    for missed in (page.asked, window.bar.box, page.findChildren(QPushButton)[0]):
        missed.setFocus()
        if missed is not page.asked and missed in page.options:
            continue
        qtbot.keyClick(missed, Qt.Key.Key_1)
        assert page.progress.question == question
    page.options[1].setFocus()
    qtbot.keyClick(page.options[1], Qt.Key.Key_1)
    assert page.progress.question != question


def test_a_click_beside_the_field_goes_to_the_field(window, page, qtbot):
    page.asked.take_focus()
    qtbot.mouseClick(page.asked.day.note, Qt.MouseButton.LeftButton)
    assert window.focusWidget() is page.asked.day.box


def test_enter_presses_what_has_the_keyboard(window, page, qtbot):
    question = page.progress.question
    page.options[2].setFocus()
    qtbot.keyClick(page.options[2], Qt.Key.Key_Return)
    assert page.answers[question.key] == question.options[2].key


def test_the_new_question_has_the_keyboard_after_an_answer(window, page, qtbot):
    window.activateWindow()
    qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is not None)
    for _ in range(3):
        if page.progress.question is None:
            break
        page.choose(page.progress.question.options[0].key)
        expected = page.asked.heading if page.asked else page.outcome.text
        assert window.focusWidget() is expected


@pytest.mark.parametrize(
    ("key", "modifier"),
    [(Qt.Key.Key_Backspace, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)],
)
def test_the_last_answer_is_taken_back(window, page, qtbot, key, modifier):
    window.activateWindow()
    qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is not None)
    question, before = page.progress.question, dict(page.answers)
    page.choose(question.options[0].key)
    qtbot.keyClick(window.focusWidget(), key, modifier)
    assert page.progress.question == question
    assert page.answers == before


def test_a_button_names_the_answer_that_it_takes_back(page):
    question = page.progress.question
    page.choose(question.options[0].key)
    while page.asked is None:  # the next may be the end
        page.undo()
        page.choose(question.options[1].key)
    (undo,) = (b for b in page.asked.findChildren(QPushButton) if b.text().startswith("Undo: "))
    undo.click()
    assert page.progress.question == question


def all_outcomes(window):
    for head in window.kb.flows():
        yield from window.kb.flow(head.key).outcomes.values()


def test_no_outcome_that_takes_protection_away_is_calm(window):
    for outcome in all_outcomes(window):
        if outcome.verdict == Verdict.ALLOWED or outcome.title.startswith("You may not"):
            assert bearing(outcome) != Bearing.CALM, outcome.title


def test_an_answer_begins_with_who_may_what_and_two_numbers(window):
    window.go(Place("scenarios", Answers("held-in-jail")))
    page = window.pages["scenarios"]
    while page.progress.question is not None:
        page.choose(page.progress.question.options[0].key)
    words = page.outcome.text.toPlainText().strip()
    title = page.progress.outcome.title
    assert words.startswith(title)
    assert words.count(title) == 1
    strip = words[: words.index("Do now")]
    assert strip.count("Copy") == 2
    number = next(c.phone for c in window.kb.contacts() if c.phone and c.phone in strip)
    page.outcome.text.anchorClicked.emit(QUrl(str(Link(Ask.COPY, number))))
    assert QGuiApplication.clipboard().text() == number
