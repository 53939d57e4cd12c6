"""Following flows: replay, changing an answer, days, what would change the outcome; properties over every path."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rightsref.errors import UsageError
from rightsref.knowledge.plain import from_json, to_json
from rightsref.model.flow import UNKNOWN, Flow, HandOver, Option, Outcome, Question, Verdict
from rightsref.model.law import Level
from rightsref.model.reason import Because
from rightsref.reasoning.scenario import follow, handed_on, layers, option_of, paths, questions_left, would_change


def outcome(key, verdict, caution=2):
    because = (Because("a fact", "rightsref:provision/tiny/1", "Tiny 1"),)
    return Outcome(key, key, verdict, caution, because, (), ("do it",), (), (), (), None, Level.OFFICIAL)


def question(key, *options):
    return Question(key, f"{key}?", "", tuple(Option(*option) for option in options))


FLOW = Flow(
    "tiny", "A tiny flow", "about", "", "where",
    {
        "where": question("where", ("here", "Here", "when"), ("there", "There", "elsewhere"), (UNKNOWN, "?", "elsewhere")),
        "when": question("when", ("before", "Before", "paper", "", "2020-01-01"), ("now", "Now", "paper", "2020-01-01", ""),
                         (UNKNOWN, "?", "paper", "2020-01-01", "")),
        "paper": question("paper", ("judge", "Judge", "may"), ("agency", "Agency", "may_not"), (UNKNOWN, "?", "may_not")),
    },
    {"may": outcome("may", Verdict.ALLOWED), "may_not": outcome("may_not", Verdict.PROHIBITED, 3),
     "elsewhere": outcome("elsewhere", Verdict.DEPENDS, 3)},
)  # fmt: skip


def test_a_hand_over_takes_along_what_is_known_and_fits():
    to = HandOver("on", "rightsref:flow/tiny", {"paper": "judge"}, {"when": "time", "where": "place"})
    assert handed_on(to, FLOW, {"time": "now", "place": "here"}) == {"when": "now", "where": "here", "paper": "judge"}
    assert handed_on(to, FLOW, {"time": UNKNOWN, "place": "nowhere"}) == {"paper": "judge"}


def test_no_answers_lead_to_the_first_question():
    assert follow(FLOW, {}).question.key == "where"


def test_answers_lead_to_an_outcome():
    assert follow(FLOW, {"where": "here", "when": "now", "paper": "agency"}).outcome.key == "may_not"


def test_changing_an_early_answer_keeps_the_later_ones():
    answers = {"where": "here", "when": "now", "paper": "judge"}
    assert follow(FLOW, {**answers, "where": "there"}).outcome.key == "elsewhere"
    assert follow(FLOW, {**answers, "when": "before"}).outcome.key == "may"


def test_a_question_taken_back_is_asked_again_and_what_follows_stands():
    assert follow(FLOW, {"where": "here", "paper": "judge"}).question.key == "when"
    assert follow(FLOW, {"where": "here", "paper": "judge", "when": "now"}).outcome.key == "may"


@pytest.mark.parametrize(("day", "key"), [("2019-12-31", "before"), ("2020-01-01", "now"), ("2024-02-29", "now")])
def test_a_day_answers_a_question_of_time(day, key):
    assert option_of(FLOW.questions["when"], day).key == key
    assert follow(FLOW, {"where": "here", "when": day}).question.key == "paper"


@pytest.mark.parametrize("answer", ["2019-13-40", "yesterday", "2999-01-01", ""])
def test_an_impossible_or_future_day_is_told(answer):
    with pytest.raises(UsageError):
        option_of(FLOW.questions["when"], answer)


def test_an_answer_that_does_not_exist_names_those_that_do():
    with pytest.raises(UsageError, match="here, there, unknown"):
        follow(FLOW, {"where": "nowhere"})


def test_an_unknown_answer_is_listed_and_never_taken_as_no():
    progress = follow(FLOW, {"where": "here", "when": "now", "paper": UNKNOWN})
    assert [q.key for q in progress.unknown] == ["paper"]
    assert progress.outcome.verdict == Verdict.PROHIBITED


def test_the_span_of_days_is_known():
    progress = follow(FLOW, {"where": "here", "when": "before", "paper": "judge"})
    assert (progress.start, progress.end) == ("", "2020-01-01")


def test_what_would_change_the_outcome():
    changes = would_change(FLOW, {"where": "here", "when": "now", "paper": "agency"})
    assert [(c.question.key, c.option.key, c.outcome.verdict) for c in changes] == [
        ("where", "there", Verdict.DEPENDS), ("paper", "judge", Verdict.ALLOWED),
    ]  # fmt: skip


def test_every_path_ends_in_an_outcome():
    every = list(paths(FLOW))
    assert len(every) == 3 * 3 + 2
    assert {path[-1].option.goto for path in every} == set(FLOW.outcomes)


def test_rows_stand_below_what_leads_to_them():
    assert layers(FLOW) == [["where"], ["when", "elsewhere"], ["paper"], ["may", "may_not"]]


@pytest.mark.parametrize(
    ("answers", "left"),
    [({}, 2), ({"where": "here"}, 1), ({"where": "here", "when": "now"}, 0), ({"when": "now"}, 1), ({"where": "there"}, 0)],
)  # fmt: skip
def test_questions_left_are_the_longest_way_on_without_those_answered(answers, left):
    assert questions_left(FLOW, answers, follow(FLOW, answers)) == left


def test_a_flow_is_read_back_as_it_was_written():
    assert from_json(Flow, to_json(FLOW)) == FLOW


@given(st.dictionaries(st.sampled_from([*FLOW.questions, "other"]), st.text(max_size=12)))
@settings(max_examples=300)
def test_any_answers_are_followed_or_told(answers):
    try:
        progress = follow(FLOW, answers)
    except UsageError as error:
        assert "answer" in str(error) or "future" in str(error)
    else:
        assert (progress.question is None) != (progress.outcome is None)


@pytest.fixture(scope="module")
def flows(real):
    return [real.flow(head.key) for head in real.flows()]


def test_real_paths_end_in_outcomes_whose_authorities_are_held(flows, real):
    for flow in flows:
        for path in paths(flow):
            answers = {step.question.key: step.option.key for step in path}
            progress = follow(flow, answers)
            assert progress.outcome is not None
            assert len(progress.unknown) == sum(step.option.key == UNKNOWN for step in path)
        for ended in flow.outcomes.values():
            assert ended.do_now
            for reason in (*ended.because, *ended.exceptions):
                assert real.document(reason.authority), (flow.key, ended.key)
            for contact in ended.call:
                assert real.document(contact), (flow.key, contact)


def test_changing_one_answer_derives_everything_anew(flows):
    for flow in flows:
        for path in list(paths(flow))[:200]:
            answers = {step.question.key: step.option.key for step in path}
            for change in would_change(flow, answers):
                changed = follow(flow, {**answers, change.question.key: change.option.key})
                assert changed.outcome is None or changed.outcome.verdict == change.outcome.verdict


def test_on_no_page_of_a_gate_is_fear_told_before_the_visa(real):
    """Who shows a good visa and asks for asylum beside it is taken for one who came without the right one."""
    flow = real.flow("travel")
    unsure = follow(flow, {"trip": "held", "at_gate": "unknown"}).outcome
    assert unsure is not None
    shown, afraid = (
        next(at for at, line in enumerate(unsure.do_now[: unsure.first]) if words in line)
        for words in ("Show it and answer truly", "I am afraid")
    )
    assert shown < afraid
    assert "only once they say that you will be sent back" in unsure.do_now[afraid]
    assert not any(words.startswith(("I am afraid", "If it is true: I am afraid")) for words in unsure.say)
    assert unsure.title.startswith("Show a valid visa")
