"""Questions and outcomes of scenarios as lines for a terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rightsref.cli.blocks import block_lines
from rightsref.cli.lookup import lookup_lines
from rightsref.cli.text import wrap
from rightsref.knowledge.library import KnowledgeBase
from rightsref.model.address import SCHEME, Address
from rightsref.model.flow import Flow, HandOver
from rightsref.model.heard import Suggestion
from rightsref.model.kinds import ORIGINAL
from rightsref.reasoning.scenario import Progress, handed_on, would_change
from rightsref.sheets.outcome_draft import outcome_blocks
from rightsref.words import tr
from rightsref.words.labels import LEVELS, VERDICTS, review_words


def question_lines(flow: Flow, progress: Progress) -> list[str]:
    """The next question with its options, numbered, and the command that helps to answer it."""
    question = progress.question
    if question is None:
        return []
    lines = [question.text, *([wrap(question.help, 2)] if question.help else [])]
    lines += [f"  {n}. {option.label}  [{option.key}]" for n, option in enumerate(question.options, 1)]
    return [*lines, *lookup_lines(flow, question)]


def _onward(kb: KnowledgeBase, lang: str, to: HandOver, answers: Mapping[str, str]) -> str:
    """A hand-over with, for a scenario, the command that goes on there."""
    kind, _, key = to.address.removeprefix(SCHEME).partition("/")
    if kind != "flow":
        return f"- {to.label}"
    given = handed_on(to, kb.flow(key, lang), answers)
    return f"- {to.label}: rightsref scenario run {key}" + "".join(f" --answer {q}={o}" for q, o in given.items())


def suggestion_lines(kb: KnowledgeBase, lang: str, suggestions: Sequence[Suggestion]) -> list[str]:
    """Scenarios that fit, each with what was heard and with the command that goes on from there."""
    lines: list[str] = []
    for each in suggestions:
        questions = kb.flow(each.flow, lang).questions
        lines += [f"{each.title}  [{each.flow}]"]
        told = []
        for heard in each.heard:
            question = questions[heard.question]
            answer = next(option.label for option in question.options if option.key == heard.option)
            told.append(wrap(f"{question.text} {answer} (“{heard.words}”)", 2))
        lines += dict.fromkeys(told)  # what several questions ask alike is told once
        given = "".join(f" --answer {question}={option}" for question, option in each.answers.items())
        lines += [f"  rightsref scenario run {each.flow}{given}", ""]
    return lines[:-1]


def outcome_lines(
    kb: KnowledgeBase, lang: str, flow: Flow, answers: Mapping[str, str], progress: Progress
) -> list[str]:
    """The outcome with everything that belongs to it, in the order of every other face."""
    outcome = progress.outcome
    if outcome is None:
        return []
    lines = [flow.title.upper()]
    lines += [f"  {step.question.text} {step.option.label}" for step in progress.steps]
    lines += ["", f"{tr(VERDICTS[outcome.verdict]).upper()}: {outcome.title}"]
    lines += block_lines(outcome_blocks(kb, flow.key, outcome, lang))
    for title, items in (
        (tr("What would change this"), [f"- {c.question.text} {c.option.label}: {tr(VERDICTS[c.outcome.verdict])}" for c in would_change(flow, answers)]),
        (tr("Go on"), [_onward(kb, lang, to, answers) for to in outcome.onward]),
        (tr("Not known"), [f"- {question.text}" for question in progress.unknown]),
    ):  # fmt: skip
        lines += ["", title.upper(), *(wrap(item, 2) for item in items)] if items else []
    lines += ["", f"{tr('The least sure of its authorities is')}: {tr(LEVELS[outcome.level])}."]
    lines += [] if lang == ORIGINAL else [review_words(kb.reviewed(str(Address.of("flow", flow.key)), lang))]
    meta = kb.meta()
    return [*lines, f"{tr('Law as of')} {meta['law_as_of']}. {tr('Information, not legal advice.')}"]
