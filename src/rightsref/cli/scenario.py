"""`rightsref scenario`: the wizard at the terminal."""

from __future__ import annotations

import sys
from datetime import date
from typing import Any

import click

from rightsref.cli.options import language, open_knowledge_base, readable
from rightsref.cli.output import Answer, as_json
from rightsref.cli.scenario_text import outcome_lines, question_lines, suggestion_lines
from rightsref.errors import UsageError
from rightsref.model.flow import Flow, Outcome, Question
from rightsref.model.reason import Because
from rightsref.reasoning.hearing import suggest
from rightsref.reasoning.scenario import Progress, follow, option_of, option_on, would_change
from rightsref.words import tr
from rightsref.words.dates import day_words

#: No answer is longer; input that never ends is left there.
_LONGEST_ANSWER = 2_000


@click.group(no_args_is_help=False)
def scenario() -> None:
    """What can they do? A few questions, then a verdict with its reasons."""


@scenario.command("list")
@language
@as_json
def list_flows(lang: str) -> Answer:
    """List the scenarios."""
    heads = open_knowledge_base().flows(lang)
    rows = [{"key": head.key, "title": head.title, "questions": head.questions} for head in heads]
    return Answer(rows, [f"{head.key:28} {head.title}" for head in heads])


@scenario.command()
@click.argument("flow")
@click.option("--answer", "answers", multiple=True, metavar="QUESTION=OPTION", help="An answer; may be repeated.")
@language
@as_json
def run(flow: str, answers: tuple[str, ...], lang: str) -> Answer:
    """Follow answers through FLOW: prints the next question or the outcome."""
    kb = open_knowledge_base()
    chosen = kb.flow(readable(flow), lang)
    given, understood = read_answers(chosen, answers)
    progress = follow(chosen, given)
    lines = outcome_lines(kb, lang, chosen, given, progress) if progress.outcome else question_lines(chosen, progress)
    told = [f"{chosen.questions[key].text} {words}" for key, words in understood.items()]
    return Answer(_progress_json(chosen, given, progress, understood), [*told, *lines])


def read_answers(flow: Flow, written: tuple[str, ...]) -> tuple[dict[str, str], dict[str, str]]:
    """`question=option` -> answers by their questions, each checked; and in words the days that were typed for some.

    Raises:
        UsageError: an answer is malformed, given twice with two meanings, or belongs to no question of the flow.
    """
    answers: dict[str, str] = {}
    typed: dict[str, str] = {}
    understood: dict[str, str] = {}
    for text in written:
        question, sign, option = text.partition("=")
        if not sign:
            raise UsageError(tr("“{text}” is no answer; write it as question=option.").format(text=text[:40]))
        if question not in flow.questions:
            raise UsageError(
                tr("There is no question “{question}” here; the questions are: {questions}.").format(
                    question=question[:40], questions=", ".join(flow.questions)
                )
            )
        if typed.setdefault(question, option) != option:
            raise UsageError(
                tr("“{question}” is answered twice, with {typed} and with {option}; choose one.").format(
                    question=question, typed=typed[question][:40], option=option[:40]
                )
            )
        answers[question], day = read_answer(flow.questions[question], option)
        if day:
            understood[question] = day
    return answers, understood


def read_answer(question: Question, typed: str) -> tuple[str, str]:
    """What was typed -> the key of an option, and in words the day that was understood; empty for a key or an ISO day.

    Raises:
        UsageError: it is neither; the message names the keys.
    """
    if not question.dated or any(option.key == typed for option in question.options):
        return option_of(question, typed).key, ""
    try:
        option, day = option_on(question, typed, date.today())  # noqa: DTZ011 - the reader's own calendar day
    except UsageError as error:
        keys = ", ".join(option.key for option in question.options)
        raise UsageError(
            tr("{error}; or answer “{key}” with one of: {keys}.").format(
                error=str(error).removesuffix("."), key=question.key, keys=keys
            )
        ) from None
    return option.key, "" if typed == day.isoformat() else day_words(day)


def _progress_json(
    flow: Flow, answers: dict[str, str], progress: Progress, understood: dict[str, str]
) -> dict[str, Any]:
    steps = [
        {"question": s.question.key, "text": s.question.text, "answer": s.option.key, "label": s.option.label}
        | ({"understood": understood[s.question.key]} if s.question.key in understood else {})
        for s in progress.steps
    ]
    if progress.outcome is None:
        question = progress.question
        assert question is not None  # noqa: S101 - a progress has the one or the other
        options = [{"key": option.key, "label": option.label} for option in question.options]
        return {
            "state": "question",
            "question": {"key": question.key, "text": question.text, "options": options},
            "steps": steps,
        } | ({"tool": question.lookup.tool} if question.lookup else {})
    changes = [
        {"question": c.question.key, "answer": c.option.key, "verdict": c.outcome.verdict}
        for c in would_change(flow, answers)
    ]
    return {"state": "outcome", "outcome": _outcome_json(progress.outcome), "steps": steps,
            "unknown": [question.key for question in progress.unknown], "would_change": changes}  # fmt: skip


def _outcome_json(outcome: Outcome) -> dict[str, Any]:
    return {
        "key": outcome.key,
        "title": outcome.title,
        "verdict": outcome.verdict,
        "because": list(map(_reason_json, outcome.because)),
        "exceptions": list(map(_reason_json, outcome.exceptions)),
        "do_now": list(outcome.do_now),
        "say": list(outcome.say),
        "write_down": list(outcome.write_down),
        "call": list(outcome.call),
        "disputed": outcome.disputed.parts if outcome.disputed else None,
        "custody": outcome.custody,
        "laws": [{"law": one.law, "verdict": one.verdict, "authority": one.canonical} for one in outcome.laws],
        "checked": outcome.level,
    }


def _reason_json(reason: Because) -> dict[str, str]:
    return {
        "fact": reason.fact,
        "authority": reason.canonical,
        "address": reason.authority,
        "checked": reason.level,
    }


@scenario.command("suggest")
@click.argument("sentence")
@language
@as_json
def suggest_flows(sentence: str, lang: str) -> Answer:
    """Suggest scenarios for SENTENCE, a caller's own words, with the answers that it already gives."""
    kb = open_knowledge_base()
    found = suggest(kb, readable(sentence), lang)
    rows = [
        {"flow": each.flow, "title": each.title, "answers": each.answers, "heard": [h._asdict() for h in each.heard]}
        for each in found
    ]
    lines = suggestion_lines(kb, lang, found) if found else [tr("No scenario is sure to fit these words.")]
    return Answer(rows, lines, 0 if found else 1)


@scenario.command()
@click.argument("flow")
@language
def ask(flow: str, lang: str) -> None:
    """Ask FLOW's questions here, one after the other; nothing is kept."""
    kb = open_knowledge_base()
    chosen = kb.flow(readable(flow), lang)
    answers: dict[str, str] = {}
    while (progress := follow(chosen, answers)).question is not None:
        click.echo("\n" + "\n".join(question_lines(chosen, progress)))
        answers[progress.question.key] = _chosen(progress)
    click.echo("\n" + "\n".join(outcome_lines(kb, lang, chosen, answers, progress)))


def _chosen(progress: Progress) -> str:
    """What the reader answers: a number, a key or, where it fits, a day."""
    question = progress.question
    assert question is not None  # noqa: S101 - only asked where there is one
    while True:
        typed = _typed()
        if typed.isdecimal() and 1 <= int(typed) <= len(question.options):
            return question.options[int(typed) - 1].key
        try:
            key, day = read_answer(question, typed)
        except UsageError as error:
            click.echo(str(error))
        else:
            if day:
                click.echo(day)
            return key


def _line() -> str:
    """A line: of a person, who may mend it while typing, or of a file, which may have no end."""
    if sys.stdin.isatty():
        return str(click.prompt(tr("answer"), prompt_suffix=": "))
    click.echo(f"{tr('answer')}: ", nl=False)
    line = sys.stdin.readline(_LONGEST_ANSWER)
    if not line:
        raise click.Abort
    if len(line) == _LONGEST_ANSWER:
        raise UsageError(tr("What was typed is too long to be an answer."))
    return line


def _typed() -> str:
    """A line that the reader typed.

    Raises:
        UsageError: there is no more to read, or it is no text.
    """
    if sys.stdin is None:
        raise UsageError(
            tr("There is nobody to ask: the input is closed. Give answers with: {command}").format(
                command="rightsref scenario run"
            )
        )
    try:
        return readable(_line()).strip()
    except click.Abort as error:
        click.echo()  # the reader's cursor still stands behind the prompt
        if isinstance(error.__context__, KeyboardInterrupt):
            raise
        raise UsageError(tr("The questions were left before their end; nothing is kept.")) from None
    except UnicodeDecodeError:
        click.echo()
        raise UsageError(tr("What was typed is no text in UTF-8; type the number of an answer.")) from None
