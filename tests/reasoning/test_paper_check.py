"""Reading a paper: what fits what was seen; properties over the real papers and any answers."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rightsref.errors import UsageError
from rightsref.knowledge.plain import from_json, to_json
from rightsref.model.flow import UNKNOWN
from rightsref.model.paper import PLACES, Paper, PaperQuestion
from rightsref.reasoning.paper_check import contradictions, differing, read_paper

KEYS = ("i-200", "i-205", "i-247a", "i-247g", "ao-93", "ao-442", "illinois-warrant")


@pytest.fixture(scope="module")
def papers(real):
    return real.papers()


@pytest.fixture(scope="module")
def questions(real):
    return real.paper_questions()


def as_drawn(paper, questions):
    """The answers of somebody who holds exactly this paper and sees all of it."""
    return {q.key: (paper.fields[q.key].signs or (q.signs[0].key,))[0] for q in questions}


def keys(papers):
    return {paper.key for paper in papers}


def test_there_are_seven_papers_and_eight_looks(papers, questions):
    assert tuple(paper.key for paper in papers) == KEYS
    assert [q.key for q in questions] == ["issuer", "title", "case", "name", "address", "signature", "date", "command"]


@pytest.mark.parametrize("key", KEYS)
def test_whoever_holds_a_paper_is_led_to_it(key, papers, questions):
    (paper,) = [paper for paper in papers if paper.key == key]
    reading = read_paper(papers, questions, as_drawn(paper, questions))
    assert keys(reading.fitting) == {key}
    assert reading.question is None
    assert reading.from_court is paper.judge
    assert not reading.open


@pytest.mark.parametrize("key", KEYS)
def test_every_end_is_told_for_every_place_with_its_authorities(key, papers):
    (paper,) = [paper for paper in papers if paper.key == key]
    assert tuple(power.place for power in paper.powers) == PLACES
    assert all(power.may and power.may_not and power.authority for power in paper.powers)
    assert all(trap.authority for trap in paper.traps)
    assert len(paper.traps) >= 2
    assert paper.say


def test_only_court_papers_are_from_a_court(papers):
    assert keys(p for p in papers if p.judge) == {"ao-93", "ao-442", "illinois-warrant"}


def test_the_dispute_over_the_home_is_told_with_the_removal_warrant(papers):
    (paper,) = [paper for paper in papers if paper.key == "i-205"]
    assert paper.disputed is not None
    assert "memo" in paper.disputed.authority


def test_two_papers_are_told_apart_by_a_question(papers, questions):
    for one, other in combinations(papers, 2):
        assert differing(one, other, questions), (one.key, other.key)


def test_without_answers_everything_fits_and_the_first_look_is_open(papers, questions):
    reading = read_paper(papers, questions, {})
    assert keys(reading.fitting) == set(KEYS)
    assert reading.question == questions[0]
    assert reading.from_court is None


def test_a_court_paper_whose_signature_was_not_seen_is_not_sure(papers, questions):
    (search,) = [paper for paper in papers if paper.key == "ao-93"]
    reading = read_paper(papers, questions, {**as_drawn(search, questions), "signature": UNKNOWN})
    assert keys(reading.fitting) == {"ao-93"}
    assert reading.from_court is None
    assert [q.key for q in reading.open] == ["signature"]


def test_a_paper_that_nobody_signed_is_warned_of_and_rules_nothing_out(papers, questions):
    reading = read_paper(papers, questions, {"issuer": "homeland_security", "signature": "nobody"})
    assert keys(reading.fitting) == {"i-200", "i-205", "i-247a", "i-247g"}
    assert len(reading.warnings) == 1


def test_a_paper_that_contradicts_itself_fits_none_and_the_nearest_are_named(papers, questions):
    reading = read_paper(papers, questions, {"issuer": "federal_court", "title": "arrest_of_alien"})
    assert reading.fitting == ()
    assert keys(reading.nearest) == {"ao-93", "ao-442", "i-200"}
    assert reading.from_court is None


@pytest.mark.parametrize(
    ("answers", "says"),
    [
        ({"colour": "red"}, "There is no question “colour”"),
        ({"issuer": "the pope"}, "“the pope” is no answer to issuer"),
    ],
)
def test_unknown_answers_are_told(answers, says, papers, questions):
    with pytest.raises(UsageError, match=says):
        read_paper(papers, questions, answers)


def test_nouns_survive_their_json(papers, questions):

    assert [from_json(Paper, to_json(paper)) for paper in papers] == papers
    assert [from_json(PaperQuestion, to_json(question)) for question in questions] == questions


def some_answers(questions):
    return st.fixed_dictionaries(
        {}, optional={q.key: st.sampled_from([*(sign.key for sign in q.signs), UNKNOWN]) for q in questions}
    )


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_not_knowing_is_never_less_careful(data, papers, questions):
    """Not having seen something leaves at least as many papers open, and never makes a court's paper surer."""
    answers = data.draw(some_answers(questions))
    reading = read_paper(papers, questions, answers)
    for question in answers:
        blind = read_paper(papers, questions, {**answers, question: UNKNOWN})
        assert keys(reading.fitting) <= keys(blind.fitting)
        if blind.from_court:
            assert reading.from_court or not reading.fitting or answers[question] not in {"judge", "clerk"}


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_reading_names_papers_that_are_consistent_with_it(data, papers, questions):
    reading = read_paper(papers, questions, data.draw(some_answers(questions)))
    assert bool(reading.fitting) != bool(reading.nearest)
    assert all(len(contradictions(p, reading.seen)) <= len(questions) for p in reading.nearest)
    if reading.from_court:
        assert all(paper.judge for paper in reading.fitting)
    if reading.from_court is False:
        assert not any(paper.judge for paper in reading.fitting)
