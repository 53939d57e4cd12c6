"""A tool's finding as the answer to a question: counts of hours, papers that still fit."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from rightsref.model.flow import UNKNOWN
from rightsref.reasoning.clock import clock
from rightsref.reasoning.holders import CHICAGO, Law
from rightsref.reasoning.lookup import answer_found, counted, papers_left
from rightsref.reasoning.paper_check import read_paper

#: A Wednesday before Thanksgiving: the form counts straight on, the regulation leaves out the Thursday and the weekend.
RELEASE = datetime(2026, 11, 25, 18, tzinfo=ZoneInfo(CHICAGO))


@pytest.mark.parametrize(
    ("law", "hours", "count"),
    [
        (Law.OTHER, -3, "none_over"), (Law.OTHER, 47, "none_over"), (Law.OTHER, 49, "some_over"),
        (Law.OTHER, 24 * 5, "some_over"), (Law.OTHER, 24 * 6 + 1, "all_over"), (Law.ILLINOIS, 1, "none_over"),
        (Law.ICE, 47, "none_over"), (Law.ICE, 49, "all_over"),
    ],
)  # fmt: skip
def test_the_counts_run_out_one_after_the_other(law, hours, count):
    assert counted(clock(RELEASE, law), RELEASE + timedelta(hours=hours)) == count


def test_a_day_closed_by_order_is_left_out_before_anybody_is_told_that_all_is_over():
    eve = datetime(2025, 12, 23, 12, tzinfo=ZoneInfo(CHICAGO))  # 24 and 26 December 2025 were closed by order
    regulation = clock(eve, Law.OTHER)[-1]
    assert regulation.or_at > regulation.at
    assert counted(clock(eve, Law.OTHER), regulation.at + timedelta(hours=1)) == "some_over"
    assert counted(clock(eve, Law.OTHER), regulation.or_at + timedelta(hours=1)) == "all_over"


LOOKS = {
    "i-200": {"issuer": "homeland_security", "title": "arrest_of_alien", "signature": "officer"},
    "ao-442": {"issuer": "federal_court", "title": "arrest_warrant", "signature": "clerk"},
    "ao-442 unsigned": {"issuer": "federal_court", "title": "arrest_warrant"},
    "ao-93": {"issuer": "federal_court", "title": "search_warrant", "signature": "judge"},
}


@pytest.mark.parametrize(
    ("flow", "question", "looks", "more", "answer"),
    [
        ("on-the-street-or-in-a-car", "paper", "i-200", {"name": "right_person"}, "i200"),
        ("on-the-street-or-in-a-car", "paper", "i-200", {"name": "someone_else"}, "none"),
        ("on-the-street-or-in-a-car", "paper", "i-200", {}, ""),  # whose name it bears was not seen
        ("on-the-street-or-in-a-car", "paper", "ao-442", {"name": "right_person"}, "court"),
        ("on-the-street-or-in-a-car", "paper", "ao-442 unsigned", {"name": "right_person"}, ""),  # no court's signature
        ("agents-at-my-door", "paper_at_door", "ao-93", {}, "search"),
        ("at-work", "paper", "ao-93", {"address": "other_place"}, ""),  # not for this place
        ("at-work", "paper", "ao-93", {"address": "this_place"}, "search"),
        ("at-work", "paper", "i-200", {}, "ice_paper"),
        ("held-in-jail", "cook_paper", "i-200", {}, "detainer"),
    ],
)  # fmt: skip
def test_what_was_seen_on_a_paper_is_an_answer_only_where_it_is_settled(real, flow, question, looks, more, answer):
    papers, questions = real.papers("en"), real.paper_questions("en")
    seen = {**{each.key: UNKNOWN for each in questions}, **LOOKS[looks], **more}
    found = answer_found(
        real.flow(flow, "en").questions[question], papers_left(read_paper(papers, questions, seen)), seen
    )
    assert (found.key if found else "") == answer


def test_two_papers_that_are_one_answer_need_not_be_told_apart(real):
    papers, questions = real.papers("en"), real.paper_questions("en")
    seen = {**{each.key: UNKNOWN for each in questions}, "issuer": "homeland_security", "command": "deport"}
    either = ("i-200", "i-205")
    assert answer_found(real.flow("at-work", "en").questions["paper"], either, seen).key == "ice_paper"
    assert answer_found(real.flow("agents-at-my-door", "en").questions["paper_inside"], either, seen) is None
    assert papers_left(read_paper(papers, questions, seen)) == ("i-205",)


def test_a_look_that_is_still_open_settles_nothing(real):
    reading = read_paper(real.papers("en"), real.paper_questions("en"), {"issuer": "homeland_security"})
    assert papers_left(reading) == ()
    assert answer_found(real.flow("at-work", "en").questions["paper"], (), {}) is None
