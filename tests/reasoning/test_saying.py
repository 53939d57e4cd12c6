"""Words to say aloud: the English that an officer hears, and what each line means in the reader's language."""

from __future__ import annotations

import pytest

from rightsref.model.kinds import ORIGINAL, TRANSLATIONS, left_in_english
from rightsref.reasoning.saying import apart, heard, outcome_said, paper_said, signing_said, with_meaning
from rightsref.sheets.quoting import copies_of_answer


@pytest.mark.parametrize(
    ("english", "own", "said"),
    [
        (["I want a lawyer."], ["Quiero un abogado."], (("I want a lawyer.", "Quiero un abogado."),)),
        (["I want a lawyer."], ["I want a lawyer."], (("I want a lawyer.", ""),)),
        (["I want a lawyer."], [left_in_english("I want a lawyer.", "es")], (("I want a lawyer.", ""),)),
        (["One.", "Two."], ["Uno y dos."], (("Uno y dos.", ""),)),
        ([], [], ()),
    ],
)
def test_english_stands_with_its_meaning(english, own, said):
    assert with_meaning(english, own) == said


@pytest.mark.parametrize(
    ("english", "own", "line", "meaning"),
    [
        ("I want a lawyer.", "", "“I want a lawyer.”", ""),
        ("I want a lawyer.", "Quiero un abogado.", "“I want a lawyer.”", "Quiero un abogado."),
        ("If it is true: I am afraid.", "", "If it is true: “I am afraid.”", ""),
        ("If it is true: I am afraid.", "Si es verdad: tengo miedo.", "Si es verdad: “I am afraid.”", "tengo miedo."),
        ("To the judge: I do not agree.", "Al juez: no acepto.", "Al juez: “I do not agree.”", "no acepto."),
        ("You may not ask that. It is State law: 5 ILCS 805/15(e).", "", "“You may not ask that. It is State law: 5 ILCS 805/15(e).”", ""),
        ("I need this medicine: (name).", "", "“I need this medicine: (name).”", ""),
    ],
)  # fmt: skip
def test_when_it_is_said_is_not_said_aloud(english, own, line, meaning):
    said = heard(english, own)
    assert (said.line, said.meaning) == (line, meaning)


@pytest.mark.parametrize("lang", TRANSLATIONS)
def test_what_leads_a_line_in_english_leads_it_in_each_language(real, lang):
    said = [
        pair
        for head in real.flows()
        for outcome in real.flow(head.key, lang).outcomes.values()
        for pair in outcome_said(real, head.key, outcome, lang)
    ]
    assert [pair for pair in said if bool(apart(pair[0])[0]) != bool(apart(pair[1])[0])] == []
    assert sum(1 for english, _ in said if apart(english)[0]) > 50


def test_in_english_nothing_is_explained(real):
    flow = real.flow("agents-at-my-door")
    for outcome in flow.outcomes.values():
        assert outcome_said(real, flow.key, outcome, ORIGINAL) == tuple((words, "") for words in outcome.say)


@pytest.mark.parametrize("lang", TRANSLATIONS)
def test_each_line_of_each_outcome_is_said_in_english_and_explained(real, lang):
    for head in real.flows():
        english, own = real.flow(head.key), real.flow(head.key, lang)
        for key, outcome in own.outcomes.items():
            said = outcome_said(real, head.key, outcome, lang)
            assert tuple(words for words, _ in said) == english.outcomes[key].say, key
            assert tuple(meaning for _, meaning in said) == outcome.say, key


@pytest.mark.parametrize("lang", TRANSLATIONS)
def test_papers_too(real, lang):
    for english, own in zip(real.papers(), real.papers(lang), strict=True):
        assert paper_said(real, own, lang) == tuple(zip(english.say, own.say, strict=True))
    for english, own in zip(real.signing_papers(), real.signing_papers(lang), strict=True):
        assert signing_said(real, own, lang) == tuple(zip(english.say, own.say, strict=True))


def test_a_copied_outcome_has_both(real):
    said = outcome_said(real, "agents-at-my-door", real.flow("agents-at-my-door", "es").outcomes["i200_at_door"], "es")
    whole, _, rich = copies_of_answer(real, "rightsref:flow/agents-at-my-door/i200_at_door", "es")
    for words, meaning in said:
        shown = heard(words, meaning)
        assert f"{shown.line} ({shown.meaning})" in whole.text
        assert f"{shown.line} ({shown.meaning})" in rich.markup
