"""Small things that are used every minute: finding in a page, the list of scenarios, an empty search, answers as links."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QAbstractButton, QLabel

from rightsref.reasoning.scenario import questions_left
from rightsref.ui.parts.flow_layout import GridLayout
from rightsref.ui.parts.link import Ask
from rightsref.ui.parts.look import PAGE_WIDTH
from rightsref.ui.parts.place import Answers, At, Place, SearchState, SheetChoice
from rightsref.ui.scenarios.list_area import GROUPS, MORE, grouped


def press(qtbot, place, words):
    button = next(b for b in place.findChildren(QAbstractButton) if b.isVisible() and b.text() == words)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


# -- finding ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("place", [Place("glossary"), Place("law", At("rightsref:provision/5-ilcs-805/15"))])
def test_finding_counts_marks_and_centres(window, qtbot, place):
    window.go(place)
    window.find_in_page()
    page = window.pages[place.page]
    owner = getattr(page, "reading", page)
    bar, text = owner.find_bar, owner.text
    qtbot.keyClicks(bar.box, "judge")
    count = text.toPlainText().lower().count("judge")
    assert count > 1
    assert bar.message.text() == f"1 of {count}"
    assert len(text.extraSelections()) == count
    qtbot.keyClick(bar.box, Qt.Key.Key_Return)
    assert bar.message.text() == f"2 of {count}"
    view = text.viewport().height()
    scroll = text.verticalScrollBar()
    inside = 0 < scroll.value() < scroll.maximum()
    assert not inside or abs(text.cursorRect().center().y() - view / 2) < view / 4
    qtbot.keyClicks(bar.box, "zzz")
    assert bar.message.text() == "Not on this page"
    bar.close_bar()
    assert text.extraSelections() == []


# -- scenarios ----------------------------------------------------------------------------------------------


def test_every_scenario_stands_in_one_group(window):
    heads = window.kb.flows()
    found = [head for _, group in grouped(heads) for head in group]
    assert sorted(head.key for head in found) == sorted(head.key for head in heads)
    assert {key for _, keys in GROUPS for key in keys} == {head.key for head in heads}  # so that *More* stays empty
    assert [title for title, _ in grouped([*heads[:1], heads[0]._replace(key="new")])][-1] == MORE


@pytest.mark.parametrize(("width", "columns"), [(1280, 2), (760, 1)])
def test_scenarios_stand_in_as_many_columns_as_have_room(window, qtbot, width, columns):
    window.resize(width, 700)
    window.go(Place("scenarios"))
    page = window.pages["scenarios"]
    qtbot.waitUntil(lambda: page.width() < width)
    grid = page.findChild(GridLayout)
    assert len({grid.itemAt(n).geometry().left() for n in range(grid.count())}) == columns


def test_it_tells_how_many_questions_are_left(window):
    window.go(Place("scenarios", Answers("held-in-jail")))
    page = window.pages["scenarios"]
    told_now = [line.text() for line in page.findChildren(QLabel) if "more question" in line.text()]
    left = questions_left(page.flow, {}, page.progress)
    assert told_now == [f"At most {left} more questions after this."]
    while page.progress.question:
        page.choose(page.progress.question.options[0].key)
    assert not [line for line in page.findChildren(QLabel) if line.isVisible() and "more question" in line.text()]


def test_another_answer_is_a_link_that_gives_it(window, qtbot):
    window.go(Place("scenarios", Answers("held-in-jail")))
    page = window.pages["scenarios"]
    while page.progress.question:
        page.choose(page.progress.question.options[0].key)
    before, text = dict(page.answers), page.outcome.text
    block = text.document().begin()
    links = []
    while block.isValid():
        pieces = block.begin()
        while not pieces.atEnd():
            link = pieces.fragment().charFormat().anchorHref()
            links += [(link, pieces.fragment().position())] if link.startswith(f"{Ask.ANSWER}:") else []
            pieces += 1
        block = block.next()
    link, position = links[0]
    cursor = QTextCursor(text.document())
    cursor.setPosition(position + 1)
    text.setTextCursor(cursor)
    text.ensureCursorVisible()
    spot = text.cursorRect(cursor).center()
    qtbot.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(spot))
    question, option = link.partition(":")[2].split("=")
    assert page.answers == {**before, question: option}
    window.step(-1)
    assert page.answers == before


# -- search -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["", "zzzz qqqq"])
def test_a_search_that_finds_nothing_helps(window, qtbot, text):
    window.go(Place("search", SearchState(text)))
    page = window.pages["search"]
    assert page.nothing.isVisible()
    press(qtbot, page, "805/15(e)")
    assert page.model.hits[0].citation == "5 ILCS 805/15(e)"
    assert not page.nothing.isVisible()


def test_on_a_narrow_window_results_and_reading_take_turns(window, qtbot, type_in):
    window.resize(760, 520)
    qtbot.waitUntil(lambda: window.width() <= 800)
    page = type_in("ice hold after bond")
    qtbot.waitUntil(lambda: page.panes.single)
    assert page.list.isVisible()
    assert not page.reading.isVisible()
    assert window.focusWidget() is window.bar.box  # who types goes on typing
    qtbot.keyClick(window.bar.box, Qt.Key.Key_Return)
    assert page.reading.isVisible()
    press(qtbot, page, "Results")
    assert page.list.isVisible()


# -- room ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["contacts", "clock", "path", "glossary", "about"])
def test_a_wide_window_has_the_page_in_its_middle(window, qtbot, name):
    window.resize(2_000, 900)
    window.go(Place(name))
    page = window.pages[name]
    qtbot.waitUntil(lambda: page.width() > 1_800)
    margins = page.contentsMargins()
    assert margins.left() == margins.right() == (page.width() - PAGE_WIDTH) // 2
    window.resize(1_000, 900)
    qtbot.waitUntil(lambda: page.width() < 1_000)
    assert page.contentsMargins().left() == 0


# -- settings and sheets ------------------------------------------------------------------------------------


def test_the_language_is_a_setting_too(window, qtbot):
    window.go(Place("settings"))
    box = window.pages["settings"].language
    assert box.currentText() == "English"
    box.setCurrentIndex(box.findData("es"))
    box.activated.emit(box.currentIndex())
    assert window.lang == "es"
    window.change(window.settings._replace(language="en"))
    window.go(Place("settings"))
    press(qtbot, window.pages["settings"], "Keys and help")
    assert window.history.current.page == "keys"


def test_an_english_sheet_that_was_asked_for_is_not_called_untranslated(window):
    window.change(window.settings._replace(language="es"))
    window.go(Place("sheets", SheetChoice("rightsref:sheet/wallet-card", "en")))
    page = window.pages["sheets"]
    assert page.choices.lang == "en"
    assert "completa en español" not in page.message.text()
    window.go(Place("sheets", SheetChoice("rightsref:case/arizona-v-united-states")))
    assert page.choices.languages in ({"en"}, {"en", "es", "es+en"})
    assert ("completa en español" in page.message.text()) == ("es" not in page.choices.languages)
