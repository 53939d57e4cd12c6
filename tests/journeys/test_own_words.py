"""A caller's own words on Home and in Scenarios: what is offered, what is filled in, how it goes on."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from rightsref.ui.parts.place import Answers, Place

CALL = "my brother paid bond at Cook County and they say there is an ICE hold"
GIVEN = {"due": "let_go", "place": "cook_jail", "cook_paper": "detainer"}


def chips(card):
    return [chip.text() for chip in card.findChildren(QLabel, "heard")]


@pytest.fixture(params=["home", "scenarios"])
def words(window, request):
    """The box on either page."""
    window.go(Place(request.param))
    return window.pages[request.param].words


def test_a_sentence_offers_its_scenario_with_the_answers_as_chips(qtbot, words):
    qtbot.keyClicks(words.box, CALL)
    qtbot.waitUntil(lambda: bool(words.cards), timeout=2000)
    assert chips(words.cards[0])[1:2] == ["Cook County Jail"]
    assert len(chips(words.cards[0])) == 3
    tips = [chip.toolTip() for chip in words.cards[0].findChildren(QLabel, "heard")]
    assert tips[1] == "Who is holding them? Cook County Jail (“Cook County”)"


def test_enter_opens_the_first_with_its_answers_and_each_can_be_changed(qtbot, window, words):
    qtbot.keyClicks(words.box, CALL)
    qtbot.keyClick(words.box, Qt.Key.Key_Return)
    assert window.history.current == Place("scenarios", Answers.of("held-in-jail", GIVEN))
    page = window.pages["scenarios"]
    assert page.progress.question.key == "cook_when"
    page.change("place")
    assert page.progress.question.key == "place"


def test_a_click_opens_the_one_clicked(qtbot, window, words):
    words.tell("ICE agarró a mi esposo esta mañana en la calle")
    qtbot.mouseClick(words.cards[1], Qt.MouseButton.LeftButton)
    assert window.history.current.state.flow == words.suggestions[1].flow


def test_words_that_fit_nothing_are_told_and_few_words_are_left_alone(qtbot, words):
    words.tell("what is the weather like today")
    assert "No scenario is sure to fit" in " ".join(each.text() for each in words.findChildren(QLabel))
    words.tell("hello")
    assert [each.text() for each in words.findChildren(QLabel) if each.isVisibleTo(words)] == []
    qtbot.keyClick(words.box, Qt.Key.Key_Return)
    assert words.cards == []


def test_what_was_told_outlives_a_new_look(window, words):
    words.tell(CALL)
    page = window.history.current.page
    window.change(window.settings._replace(theme="dark"))
    again = window.pages[page].words
    assert again is not words
    assert again.box.text() == CALL
    assert again.cards


def test_coming_back_to_the_list_the_words_are_still_there(window):
    window.go(Place("scenarios"))
    words = window.pages["scenarios"].words
    words.tell(CALL)
    words.cards[0].click()
    window.step(-1)
    assert window.pages["scenarios"].words.box.text() == CALL


def test_an_answer_is_cut_only_where_it_has_no_room(window, qtbot):
    window.change(window.settings._replace(language="es"))
    for width, zoom, cut in ((1280, 100, False), (760, 250, True)):
        window.resize(width, 520)
        window.change(window.settings._replace(zoom=zoom))
        window.go(Place("scenarios"))
        window.pages["scenarios"].words.tell("")
        window.pages["scenarios"].words.tell(CALL)
        qtbot.wait(20)
        card = window.pages["scenarios"].words.cards[0]
        assert any(words.endswith("…") for words in chips(card)) == cut
        for chip in card.findChildren(QLabel, "heard"):
            assert chip.geometry().right() <= chip.parentWidget().width()
            assert chip.accessibleName() in chip.toolTip()
