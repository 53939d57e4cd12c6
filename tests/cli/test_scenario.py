"""`rightsref scenario`: list, run and ask; JSON as the contract says, and one line for each thing that is wrong."""

from __future__ import annotations

import io
import os
import subprocess
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rightsref.cli.scenario import read_answers
from rightsref.model.flow import Flow, Option, Question, Verdict
from rightsref.model.law import Level
from rightsref.reasoning.scenario import option_of

#: Arguments -> a telling part of the one line on stderr.
BAD_CALLS = {
    (): "Missing command. See: rightsref scenario --help",
    ("play",): "No such command 'play'",
    ("list", "held"): "unexpected extra argument",
    ("list", "--lang", "fr"): "'fr' is not one of 'en', 'es'",
    ("run",): "Missing argument 'FLOW'",
    ("run", ""): "There is no scenario “”. The scenarios are: held.",
    ("run", "none"): "There is no scenario “none”. The scenarios are: held.",
    ("run", "no\nne\x1b\x00"): "There is no scenario “no ne ”",
    ("run", "\udcff"): "There is no scenario “?”",
    ("run", "n" * 5000): "There is no scenario “nnn",
    ("run", "held", "--lang", "fr"): "'fr' is not one of 'en', 'es'",
    ("run", "held", "--answer"): "requires an argument",
    ("run", "held", "--answer", ""): "“” is no answer; write it as question=option.",
    ("run", "held", "--answer", "when"): "“when” is no answer; write it as question=option.",
    ("run", "held", "--answer", "="): "There is no question “” here; the questions are: paper, when.",
    ("run", "held", "--answer", "who=now"): "There is no question “who” here; the questions are: paper, when.",
    ("run", "held", "--answer", "w\nho\udcff=now"): "There is no question “w ho?” here",
    (
        "run",
        "held",
        "--answer",
        "paper=pink",
    ): "“pink” does not answer “paper”; the answers are: detainer, judge, unknown.",
    ("run", "held", "--answer", "paper=2020-01-01"): "“2020-01-01” does not answer “paper”",
    ("run", "held", "--answer", "when="): "Nov 5 or yesterday; or answer “when” with one of: now,",
    ("run", "held", "--answer", "when=2021-02-30"): "The calendar has no day 2/30/2021; or answer “when” with one of",
    ("run", "held", "--answer", "when=1999-01-01"): "None of the answers is about Friday, January 1, 1999",
    (
        "run",
        "held",
        "--answer",
        "when=2999-01-01",
    ): "Tuesday, January 1, 2999 lies in the future; say when it happened; or answer",
    ("run", "held", "--answer", "when=a\nb\x1b"): "“a b” is not a day that we can read",
    ("run", "held", "--answer", "when=\udcff"): "“” is not a day that we can read",
    (
        "run",
        "held",
        "--answer",
        "when=now",
        "--answer",
        "when=then",
    ): "“when” is answered twice, with now and with then",
    ("ask",): "Missing argument 'FLOW'",
    ("suggest",): "Missing argument 'SENTENCE'",
    ("suggest", "a", "b"): "unexpected extra argument",
    ("ask", "none"): "There is no scenario “none”. The scenarios are: held.",
    ("ask", "\udcff"): "There is no scenario “?”",
}


@pytest.mark.parametrize(("arguments", "line"), BAD_CALLS.items())
def test_a_bad_call_gives_one_line(run_cli, arguments, line):
    said = run_cli("scenario", *arguments)
    assert (said.code, said.out, said.err.count("\n")) == (2, "", 1)
    assert line in said.err
    assert said.err[:-1].isprintable()


@pytest.mark.parametrize("arguments", [("list",), ("run", "held"), ("ask", "held")])
def test_a_knowledge_base_that_is_missing_is_told(run_cli, monkeypatch, tmp_path, arguments):
    monkeypatch.setenv("RIGHTSREF_KNOWLEDGE_BASE", str(tmp_path / "none.db"))
    said = run_cli("scenario", *arguments)
    assert (said.code, said.out, said.err.count("\n")) == (2, "", 1)
    assert "is missing" in said.err


# -- list ---------------------------------------------------------------------------------------------------


def test_the_list_in_json_is_as_the_contract_says(run_cli):
    assert run_cli("scenario", "list", "--json").json == [{"key": "held", "title": "Held by the guard", "questions": 2}]


def test_the_list_in_lines_and_in_spanish(run_cli):
    assert run_cli("scenario", "list").out.split(maxsplit=1) == ["held", "Held by the guard\n"]
    assert run_cli("scenario", "list", "--lang", "es", "--json").json[0]["title"] == "La guardia me retiene"


def test_every_real_scenario_can_be_run_from_its_key(run_cli_real):
    rows = run_cli_real("scenario", "list", "--json").json
    assert rows
    for row in rows:
        assert list(row) == ["key", "title", "questions"]
        assert run_cli_real("scenario", "run", row["key"], "--json").json["state"] == "question"


# -- run ----------------------------------------------------------------------------------------------------


def run(run_cli, *answers, options=("--json",)):
    return run_cli("scenario", "run", "held", *(part for answer in answers for part in ("--answer", answer)), *options)


@pytest.mark.parametrize(
    ("answers", "asked", "steps"),
    [
        ([], "when", []),
        (["when=now"], "paper", [("when", "now")]),
        (["when=unknown"], "paper", [("when", "unknown")]),
        (["when=2020-01-01"], "paper", [("when", "now")]),
        (["when=now", "when=now"], "paper", [("when", "now")]),
        (["paper=judge"], "when", []),
    ],
)
def test_a_question_in_json_is_as_the_contract_says(run_cli, answers, asked, steps):
    told = run(run_cli, *answers).json
    assert list(told) == ["state", "question", "steps"]
    assert told["state"] == "question"
    assert list(told["question"]) == ["key", "text", "options"]
    assert told["question"]["key"] == asked
    assert all(list(option) == ["key", "label"] for option in told["question"]["options"])
    assert all(list(step) == ["question", "text", "answer", "label"] for step in told["steps"])
    assert [(step["question"], step["answer"]) for step in told["steps"]] == steps


@pytest.mark.parametrize(
    ("answers", "key", "verdict"),
    [
        (["when=now", "paper=detainer"], "may_not_hold", "prohibited"),
        (["paper=judge", "when=2024-02-29"], "may_hold", "allowed"),
        (["when=2019-12-31"], "two_days", "depends"),
        (["when=then", "paper=judge"], "two_days", "depends"),
    ],
)
def test_an_outcome_in_json_is_as_the_contract_says(run_cli, answers, key, verdict):
    told = run(run_cli, *answers).json
    assert list(told) == ["state", "outcome", "steps", "unknown", "would_change"]
    outcome = told["outcome"]
    assert (told["state"], outcome["key"], outcome["verdict"]) == ("outcome", key, verdict)
    assert list(outcome) == [
        "key", "title", "verdict", "because", "exceptions", "do_now", "say", "write_down", "call", "disputed", "custody", "laws", "checked",
    ]  # fmt: skip
    assert all(list(reason) == ["fact", "authority", "address", "checked"] for reason in outcome["because"])
    assert all(list(reason) == ["fact", "authority", "address", "checked"] for reason in outcome["exceptions"])
    assert all(list(change) == ["question", "answer", "verdict"] for change in told["would_change"])
    assert outcome["verdict"] in set(Verdict)
    assert outcome["checked"] in set(Level)


def test_an_outcome_holds_everything_that_belongs_to_it(run_cli):
    told = run(run_cli, "when=now", "paper=unknown").json
    assert told["unknown"] == ["paper"]
    assert told["would_change"] == [
        {"question": "when", "answer": "then", "verdict": "depends"},
        {"question": "paper", "answer": "judge", "verdict": "allowed"},
    ]
    outcome = told["outcome"]
    assert outcome["because"][0] == {
        "fact": "The code bars it.", "authority": "99 ILCS 900/15(a)(1)",
        "address": "rightsref:provision/tiny-code/15/a/1", "checked": "official",
    }  # fmt: skip
    assert outcome["exceptions"] == [
        {
            "fact": "An officer who lets go is safe.",
            "authority": "99 ILCS 900/15(b)",
            "address": "rightsref:provision/tiny-code/15/b",
            "checked": "unchecked",
        }
    ]
    assert list(outcome["disputed"]) == ["law_says", "agency_claims", "say_and_do"]
    assert outcome["checked"] == "unchecked"  # its exception rests on (b), which nobody has checked
    assert run(run_cli, "when=now", "paper=judge").json["outcome"]["disputed"] is None


def test_an_outcome_in_lines(run_cli):
    said = run(run_cli, "when=now", "paper=unknown", options=())
    assert (said.code, said.err) == (0, "")
    for part in ("The guard may not hold anyone on a detainer alone.", "WHY", "IN DISPUTE", "DO NOW", "NOT KNOWN"):
        assert part in said.out
    assert said.out.endswith("Information, not legal advice.\n")


def test_an_outcome_in_spanish(run_cli):
    told = run(run_cli, "when=now", "paper=detainer", options=("--json", "--lang", "es")).json
    assert told["outcome"]["title"].startswith("La guardia no puede retener")


def test_what_is_said_to_an_officer_stands_in_english_and_below_it_in_spanish(run_cli_real):
    call = ("scenario", "run", "agents-at-my-door", "--answer", "where=at_door", "--answer", "paper_at_door=i200")
    told = run_cli_real(*call, "--lang", "es")
    english, spanish = (run_cli_real(*call, "--lang", lang, "--json").json["outcome"]["say"] for lang in ("en", "es"))
    lines = [line.strip() for line in told.out.splitlines()]
    below = lines[lines.index("DIGA CON CALMA") + 1 :]
    assert below[: 2 * len(english)] == [
        line for words, meaning in zip(english, spanish, strict=True) for line in (f"“{words}”", f"({meaning})")
    ]
    assert f"({english[0]})" not in run_cli_real(*call).out


def test_suggestions_in_json_are_as_the_contract_says(run_cli):
    said = run_cli("scenario", "suggest", "the guard held me in 2015 on a blue paper", "--json")
    heard = [
        {"question": "when", "option": "then", "words": "in 2015"},
        {"question": "paper", "option": "detainer", "words": "blue paper"},
    ]
    answers = {"when": "then"}
    assert said.code == 0
    assert said.json == [
        {"flow": "held", "title": "Held by the guard", "answers": answers, "heard": heard[: len(answers)]}
    ]


def test_suggestions_in_lines_say_what_was_heard_and_how_to_go_on(run_cli):
    said = run_cli("scenario", "suggest", "la guardia me retiene con un papel azul", "--lang", "es")
    assert said.code == 0
    assert "La guardia me retiene  [held]" in said.out
    assert "(“papel azul”)" in said.out
    assert "rightsref scenario run held --answer paper=detainer" in said.out


@pytest.mark.parametrize("sentence", ["", "good morning", "\udcff", "x" * 5000])
def test_a_sentence_that_fits_no_scenario_exits_1(run_cli, sentence):
    assert run_cli("scenario", "suggest", sentence).code == 1
    said = run_cli("scenario", "suggest", sentence, "--json")
    assert (said.code, said.json) == (1, [])


@pytest.mark.parametrize("day", ["20190101", "2019-W01-2"])
def test_a_day_means_the_same_however_iso_writes_it(day):
    options = (Option("before", "Before", "", "", "2019-06-01"), Option("since", "Since", "", "2019-06-01", ""))
    flow = Flow("f", "F", "", "", "when", {"when": Question("when", "When?", "", options)}, {})
    assert option_of(flow.questions["when"], day).key == "before"


@pytest.mark.parametrize("typed", ["1/1/2019", "Jan 1 2019", "1 de enero de 2019", "20190101"])
def test_a_day_may_be_typed_as_people_write_it(typed):
    options = (Option("before", "Before", "", "", "2019-06-01"), Option("since", "Since", "", "2019-06-01", ""))
    flow = Flow("f", "F", "", "", "when", {"when": Question("when", "When?", "", options)}, {})
    given, understood = read_answers(flow, (f"when={typed}",))
    assert given == {"when": "before"}
    assert understood == {"when": "Tuesday, January 1, 2019"}


def test_a_typed_day_is_told_back(run_cli):
    told = run(run_cli, "when=Nov 5 2015").json
    assert [step.get("understood") for step in told["steps"]] == ["Thursday, November 5, 2015"]
    assert "understood" not in run(run_cli, "when=now").json["steps"][0]
    assert run(run_cli, "when=Nov 5 2015", options=()).out.count("Thursday, November 5, 2015") == 1


# -- ask ----------------------------------------------------------------------------------------------------


def ask(run_cli, monkeypatch, typed):
    monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
    return run_cli("scenario", "ask", "held")


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("1\n1\n", "may not hold anyone"),
        ("now\njudge\n", "may act on a paper of a judge"),
        (" 2 \n", "Until 2020"),
        ("2015-06-01\n", "Until 2020"),
        ("0\n99\n-1\n²\n٢\n", "Until 2020"),
        ("\n\nnobody knows\n2999-01-01\nthen\n", "Until 2020"),
    ],
)
def test_questions_are_asked_until_the_outcome(run_cli, monkeypatch, typed, title):
    said = ask(run_cli, monkeypatch, typed)
    assert (said.code, said.err) == (0, "")
    assert "When was it?" in said.out
    assert title in said.out


@pytest.mark.parametrize("typed", ["", "1\n", "nonsense\n", "\n"])
def test_questions_left_before_their_end_are_told_in_one_line(run_cli, monkeypatch, typed):
    said = ask(run_cli, monkeypatch, typed)
    assert (said.code, said.err) == (2, "The questions were left before their end; nothing is kept.\n")


def test_bytes_that_are_no_text_are_told_in_one_line(tiny_file):
    environment = {**os.environ, "RIGHTSREF_KNOWLEDGE_BASE": str(tiny_file), "PYTHONIOENCODING": "utf-8:strict"}
    command = [sys.executable, "-m", "rightsref", "scenario", "ask", "held"]
    said = subprocess.run(command, input=b"\xff\n", capture_output=True, check=False, timeout=60, env=environment)
    assert said.returncode == 2
    assert said.stderr.decode().split("\n") == [
        "What was typed is no text in UTF-8; type the number of an answer.",
        "",
    ]


# -- any text -----------------------------------------------------------------------------------------------

TEXT = st.text(st.characters(exclude_categories=()), max_size=20)
ANSWERS = st.one_of(
    TEXT,
    st.builds("{}={}".format, st.sampled_from(["when", "paper"]), TEXT),
    st.builds("when={}".format, st.dates()),
    st.sampled_from(["when=now", "when=then", "when=unknown", "paper=detainer", "paper=judge", "paper=unknown"]),
)


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    flow=st.just("held") | TEXT.filter(lambda text: text != "held"),
    answers=st.lists(ANSWERS, max_size=3),
    wants_json=st.booleans(),
)
def test_any_answers_give_an_answer_or_one_line(run_cli, flow, answers, wants_json):
    options = [f"--answer={answer}" for answer in answers] + (["--json"] if wants_json else [])
    said = run_cli("scenario", "run", *options, "--", flow)
    assert said.code in {0, 2}
    assert said.err.count("\n") == (said.code == 2)
    assert bool(said.out) == (said.code == 0)
    if wants_json and said.code == 0:
        assert said.json["state"] in {"question", "outcome"}


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines=st.lists(TEXT, max_size=4))
def test_anything_typed_leads_on_or_is_told(run_cli, lines):
    with pytest.MonkeyPatch.context() as patch:
        said = ask(run_cli, patch, "\n".join(lines))
    assert said.code in {0, 2}
    assert said.err.count("\n") == (said.code == 2)
