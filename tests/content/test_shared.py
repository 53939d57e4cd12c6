"""What scenarios share: written once, put in its place in each of them, in every language."""

from __future__ import annotations

import pytest

from rightsref.content.graph import draw
from rightsref.content.linking.flows import flow_files, flow_of
from rightsref.content.reading.shared import with_shared

SHARED = """\
[questions.paper]
text.en = "Did they show a paper?"
options = [
  { key = "yes", label.en = "Yes" },
  { key = "unknown", label.en = "I do not know" },
]
"""
OWN = """\
[questions.paper]
text.en = "Did they show a paper?"
options = [
  { key = "yes", label.en = "Yes", goto = "may_not" },
  { key = "unknown", label.en = "I do not know", goto = "not_sure" },
]
"""
USED = """\
[questions.paper]
use = "paper"
goto = { yes = "may_not", unknown = "not_sure" }
"""


@pytest.fixture
def sharing(good):
    """The good tree with a second scenario; both ask the same question by its name."""
    assert OWN in good["flows/held.toml"]
    flow = good["flows/held.toml"].replace(OWN, USED)
    kept = flow.replace("Held by the guard", "Kept by the guard")
    return {
        **good,
        "flows/shared.toml": SHARED,
        "flows/held.toml": flow,
        "flows/kept.toml": kept,
        "flows/kept.cases.toml": good["flows/held.cases.toml"],
        "flows/kept.es.toml": good["flows/held.es.toml"],
    }


def test_two_scenarios_that_share_a_question_are_sound(problems_of, sharing):
    assert [p.message for p in problems_of(sharing) if p.level == "error"] == []


@pytest.mark.parametrize(
    ("new", "says"),
    [
        ("goto = { yes = \"may_not\", unknown = \"not_sure\", no = \"old\" }", "paper: “paper” has no option “no”"),
        ("goto = { yes = \"may_not\" }", "paper=unknown leads to “”, which does not exist"),
    ],
)  # fmt: skip
def test_each_option_has_a_target_and_each_target_an_option(problems_of, sharing, new, says):
    flow = sharing["flows/kept.toml"].replace('goto = { yes = "may_not", unknown = "not_sure" }', new)
    assert says in [p.message for p in problems_of({**sharing, "flows/kept.toml": flow})]


def test_the_spanish_of_what_is_shared_stands_once_and_is_told_in_each(tree, sharing):
    spanish = 'made = "by mice"\n\n[[text]]\nen = "Did they show a paper?"\nes = "¿Mostraron un papel?"\n'
    content = tree({**sharing, "flows/shared.es.toml": spanish})
    told = {file.key: flow_of(content, file, "es").questions["paper"].text for file in flow_files(content)}
    assert told == {"held": "¿Mostraron un papel?", "kept": "¿Mostraron un papel?"}


def test_the_drawing_says_what_is_shared(tree, sharing):
    content = tree(sharing)
    assert "paper [shared: paper]" in draw(flow_of(content, flow_files(content)[0]))


def test_what_a_scenario_says_itself_counts():
    shared = {"questions": {"q": {"text": {"en": "Who?"}, "help": {"en": "Look."}, "options": [{"key": "a"}, {"key": "unknown"}]}}}  # fmt: skip
    own = {"key": "b", "goto": "z"}
    row = {"use": "q", "text": {"en": "Who was it?"}, "goto": {"a": "x", "unknown": "y"}, "options": [own]}
    whole = with_shared({"questions": {"mine": row}}, shared)["questions"]["mine"]
    assert whole["text"]["en"] == "Who was it?"
    assert whole["help"]["en"] == "Look."
    assert whole["options"] == [{"key": "a", "goto": "x"}, own, {"key": "unknown", "goto": "y"}]
    namesake = {"key": "a", "goto": "w", "label": {"en": "Another"}}
    whole = with_shared({"questions": {"mine": {**row, "options": [namesake]}}}, shared)["questions"]["mine"]
    assert whole["options"] == [namesake, {"key": "unknown", "goto": "y"}]


def test_an_outcome_that_names_another_scenario_leads_on_to_it(problems_of, sharing):
    flow = sharing["flows/kept.toml"].replace("Ask a lawyer today.", "Answer the questions Held by the guard.")
    said = [p.message for p in problems_of({**sharing, "flows/kept.toml": flow}) if p.level == "error"]
    assert said == ["old names the scenario “Held by the guard” and does not lead on to it"]
    onward = '[outcomes.old]\nonward = [{ label.en = "Go on", goto = "flow/held" }]'
    flow = flow.replace("[outcomes.old]", onward)
    assert not [p for p in problems_of({**sharing, "flows/kept.toml": flow}) if p.level == "error"]


def test_questions_that_go_round_are_told_by_the_verb_and_stop_nothing(run_cli, tmp_path, write_tree, good):
    round_ = good["flows/held.toml"].replace('label.en = "Yes", goto = "may_not"', 'label.en = "Yes", goto = "when"')
    root = write_tree(tmp_path / "resources", {**good, "flows/held.toml": round_})
    told = run_cli("content", "check", "--root", str(root))
    assert "the questions go round: when → paper → when" in told.out
    assert told.code == 1
