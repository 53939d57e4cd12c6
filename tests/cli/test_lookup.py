"""A question that a tool can answer, at the terminal: the command is named, and its answer is one to give."""

from __future__ import annotations

import json

import pytest

ELSEWHERE = ["held-in-jail", "--answer", "due=let_go", "--answer", "place=other_state"]
I_205 = ["issuer=homeland_security", "title=removal", "case=unknown", "name=right_person", "address=unknown", "signature=officer", "date=unknown", "command=unknown"]  # fmt: skip


def looked(looks):
    return [argument for look in looks for argument in ("--look", look)]


def test_a_question_names_the_command_that_answers_it(run_cli_real):
    told = run_cli_real("scenario", "run", *ELSEWHERE).out
    assert "Count it: rightsref clock --release WHEN --place other --for held-in-jail:other_state_time" in told
    told = run_cli_real("scenario", "run", "agents-at-my-door", "--answer", "where=at_door").out
    assert "rightsref paper --for agents-at-my-door:paper_at_door" in told
    assert json.loads(run_cli_real("scenario", "run", *ELSEWHERE, "--json").out)["tool"] == "clock"


@pytest.mark.parametrize(
    ("asked", "place", "release", "answer"),
    [
        ("held-in-jail:other_state_time", "IN", "2026-11-02 16:00", "over"),
        ("held-in-jail:other_state_time", "other", "2099-03-03 09:00", "under"),
        ("relative-taken:hours", "ice", "2026-11-02 16:00", "over_48"),
    ],
)
def test_the_clock_gives_the_answer_to_give(run_cli_real, asked, place, release, answer):
    call = ("clock", "--release", release, "--place", place, "--for", asked)
    question = asked.partition(":")[2]
    assert f"--answer {question}={answer}" in run_cli_real(*call).out
    assert json.loads(run_cli_real(*call, "--json").out)["answer"] == {"question": question, "option": answer}


def test_the_paper_check_asks_one_look_after_the_other_and_then_says_what_it_is(run_cli_real):
    told = run_cli_real("paper").out
    assert "Who made this paper?" in told
    assert "[issuer=homeland_security]" in told
    call = ("paper", *looked(I_205), "--for", "agents-at-my-door:paper_at_door")
    assert "I-205, an ICE warrant of removal" in run_cli_real(*call).out
    assert "--answer paper_at_door=i205" in run_cli_real(*call).out
    read = json.loads(run_cli_real(*call, "--json").out)
    assert (read["state"], [paper["key"] for paper in read["papers"]]) == ("read", ["i-205"])
    assert read["answer"] == {"question": "paper_at_door", "option": "i205"}


def test_what_does_not_settle_it_gives_no_answer(run_cli_real):
    unseen = [look.partition("=")[0] + "=unknown" for look in I_205]
    read = json.loads(run_cli_real("paper", *looked(unseen), "--for", "at-work:paper", "--json").out)
    assert read["answer"] == {"question": "paper", "option": None}


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (("paper", "--look", "issuer"), "“issuer” is no look; write it as look=sign."),
        (
            ("paper", "--look", "issuer=court", "--look", "issuer=dhs"),
            "“issuer” is answered twice, with court and with dhs; choose one.",
        ),
        (("paper", "--look", "issuer=pope"), "“pope” is no answer to issuer."),
        (("paper", "--look", "mouse=yes"), "There is no question “mouse”."),
        (("paper", "--for", "held-in-jail:due"), "“held-in-jail:due” is no question that this can answer."),
        (("paper", "--for", "relative-taken:hours"), "“relative-taken:hours” is no question that this can answer."),
        (("clock", "--release", "2026-11-02 16:00", "--for", "gone:hours"), "gone"),
    ],
)
def test_a_bad_call_gives_one_line(run_cli_real, call, says):
    told = run_cli_real(*call)
    assert told.code in (1, 2)
    assert says in told.err
    assert told.err.count("\n") == 1
    assert told.out == ""
