"""Questions and outcomes of scenarios as lines for a terminal."""

from __future__ import annotations

from collections.abc import Mapping

from rightsref.cli.text import wrap
from rightsref.knowledge.library import KnowledgeBase
from rightsref.model.flow import Flow
from rightsref.model.law import Level
from rightsref.model.reason import Because
from rightsref.reasoning.scenario import Progress, would_change
from rightsref.words import tr
from rightsref.words.labels import LEVELS, PARTS, VERDICTS


def question_lines(progress: Progress) -> list[str]:
    """The next question with its options, numbered."""
    question = progress.question
    if question is None:
        return []
    lines = [question.text, *([wrap(question.help, 2)] if question.help else [])]
    return lines + [f"  {n}. {option.label}  [{option.key}]" for n, option in enumerate(question.options, 1)]


def outcome_lines(kb: KnowledgeBase, flow: Flow, answers: Mapping[str, str], progress: Progress) -> list[str]:
    """The outcome with everything that belongs to it; the same words as *Copy as text* in the window."""
    outcome = progress.outcome
    if outcome is None:
        return []
    lines = [flow.title.upper()]
    lines += [f"  {step.question.text} {step.option.label}" for step in progress.steps]
    lines += ["", f"{tr(VERDICTS[outcome.verdict]).upper()}: {outcome.title}"]
    if outcome.level != Level.OFFICIAL:
        lines.append(f"({tr('The least sure of its authorities is')}: {tr(LEVELS[outcome.level])})")
    lines += _reasons(tr("Why"), outcome.because) + _reasons(tr("Exceptions"), outcome.exceptions)
    if outcome.disputed:
        lines += ["", tr("In dispute").upper()]
        lines += [wrap(f"{tr(PARTS[part])}: {words}", 2) for part, words in outcome.disputed.parts.items()]
    for title, items in (
        (tr("Do now"), [f"{n}. {item}" for n, item in enumerate(outcome.do_now, 1)]),
        (tr("Say"), [f"“{item}”" for item in outcome.say]),
        (tr("Write down"), [f"- {item}" for item in outcome.write_down]),
        (tr("Call"), _contacts(kb, outcome.call)),
        (tr("What would change this"), [f"- {c.question.text} {c.option.label}: {tr(VERDICTS[c.outcome.verdict])}" for c in would_change(flow, answers)]),
        (tr("Not known"), [f"- {question.text}" for question in progress.unknown]),
    ):  # fmt: skip
        lines += ["", title.upper(), *(wrap(item, 2) for item in items)] if items else []
    meta = kb.meta()
    return [*lines, "", f"{tr('Law as of')} {meta['law_as_of']}. {tr('Information, not legal advice.')}"]


def _reasons(title: str, reasons: tuple[Because, ...]) -> list[str]:
    return ["", title.upper(), *(wrap(f"- {b.fact} [{b.citation}]", 2) for b in reasons)] if reasons else []


def _contacts(kb: KnowledgeBase, wanted: tuple[str, ...]) -> list[str]:
    found = {contact.address: contact for contact in kb.contacts()}
    return [
        f"{c.name}: {c.phone or c.web} ({tr('checked')} {c.checked_on})"
        for address in wanted
        if (c := found.get(address))
    ]
