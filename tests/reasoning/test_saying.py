"""Words to say aloud: the English that an officer hears, and what each line means in the reader's language."""

from __future__ import annotations

import pytest

from rightsref.model.kinds import ORIGINAL, TRANSLATIONS, left_in_english
from rightsref.reasoning.saying import outcome_said, paper_said, signing_said, with_meaning
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
        assert f"“{words}” ({meaning})" in whole.text
        assert f"“{words}” ({meaning})" in rich.markup
