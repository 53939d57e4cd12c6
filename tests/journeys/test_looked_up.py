"""A question that the clock or the paper check can answer: the tool opens, its answer comes back, and can be changed."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from rightsref.model.flow import UNKNOWN
from rightsref.reasoning.clock import CHICAGO
from rightsref.ui.parts.place import Answers, ClockState, Place

ELSEWHERE = {"due": "let_go", "place": "other_state"}


def asked_at(window, flow, answers):
    """The page of scenarios with a question on it that a tool can answer; the tool is opened."""
    window.go(Place("scenarios", Answers.of(flow, answers)))
    window.pages["scenarios"].asked.look_up.click()
    return window.stack.currentWidget()


@pytest.mark.parametrize(
    ("days", "answer", "then"), [(1, "under", "detainer_served"), (12, "over", "other_state_over")]
)
def test_the_clock_counts_and_its_answer_comes_back(window, days, answer, then):
    clock = asked_at(window, "held-in-jail", ELSEWHERE)
    assert clock is window.pages["clock"]
    assert clock.where.currentData() == "other"
    assert clock.asked.isVisible()
    assert not clock.asked.use.isVisible()  # nobody has said yet when it was
    clock.when.show_time(datetime.now(ZoneInfo(CHICAGO)) - timedelta(days=days))
    clock.asked.use.click()
    page = window.pages["scenarios"]
    assert window.stack.currentWidget() is page
    assert page.answers == {**ELSEWHERE, "other_state_time": answer}
    assert (page.progress.outcome or page.progress.question).key == then
    page.change("other_state_time")
    assert page.progress.question.key == "other_state_time"


def test_the_answer_follows_what_is_set_and_goes_where_the_hour_is_not_clear(window):
    clock = asked_at(window, "held-in-jail", ELSEWHERE)
    clock.when.show_time(datetime(2026, 11, 1, 1, 30))  # came twice that night
    assert clock.asked.answer is None
    clock.when.show_time(datetime(2026, 11, 1, 3, 30))
    assert clock.asked.answer.key == "over"


def test_an_arrest_by_ice_is_counted_by_its_own_rule(window):
    clock = asked_at(window, "relative-taken", {"by_whom": "federal", "facts": "none", "need": "time", "paper": "none"})
    assert clock.where.currentData() == "ice"
    clock.when.show_time(datetime.now(ZoneInfo(CHICAGO)) - timedelta(hours=50))
    words = clock.text.toPlainText()
    assert "ICE must decide within 48 hours" in words
    assert "jail" not in words
    clock.asked.use.click()
    assert window.pages["scenarios"].progress.outcome.key == "decision_overdue"


def test_the_way_back_without_an_answer_keeps_the_others(window):
    asked_at(window, "held-in-jail", ELSEWHERE).asked.back.click()
    page = window.pages["scenarios"]
    assert page.answers == ELSEWHERE
    assert page.progress.question.key == "other_state_time"


def test_the_paper_check_answers_which_paper_it_is(window):
    page = asked_at(window, "agents-at-my-door", {"where": "at_door"})
    assert page is window.pages["papers"]
    for look, sign in {"issuer": "homeland_security", "title": "removal"}.items():
        assert page.reading.question.key == look
        assert not page.asked.use.isVisible()
        page.answer(sign)
    page._enough()
    assert "I-205" in page.asked.words.text()
    page.asked.use.click()
    assert window.pages["scenarios"].answers == {"where": "at_door", "paper_at_door": "i205"}


def test_a_paper_that_stays_open_answers_nothing(window):
    page = asked_at(window, "agents-at-my-door", {"where": "at_door"})
    for _ in page.questions:
        page.answer(UNKNOWN)
    assert "not settled yet" in page.asked.words.text()
    assert not page.asked.use.isVisible()


def test_the_tools_opened_by_themselves_ask_nothing(window):
    asked_at(window, "held-in-jail", ELSEWHERE)
    window.go(Place("clock"))
    assert not window.pages["clock"].asked.isVisible()
    asked_at(window, "agents-at-my-door", {"where": "at_door"})
    window.go(Place("papers"))
    assert not window.pages["papers"].asked.isVisible()


def test_going_back_shows_the_question_above_the_clock_again(window):
    clock = asked_at(window, "held-in-jail", ELSEWHERE)
    clock.when.show_time(datetime(2026, 11, 20, 16))
    window.go(Place("contacts"))
    window.step(-1)
    assert isinstance(clock.state, ClockState)
    assert clock.asked.answer.key == "over"
