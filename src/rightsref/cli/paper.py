"""`rightsref paper`: the paper check, one look after the other."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import click

from rightsref.cli.lookup import Found, for_question, found_for
from rightsref.cli.options import language, open_knowledge_base, readable
from rightsref.cli.output import Answer, as_json
from rightsref.cli.text import wrap
from rightsref.errors import UsageError
from rightsref.model.flow import UNKNOWN
from rightsref.model.paper import Paper
from rightsref.reasoning.lookup import PAPERS, papers_left
from rightsref.reasoning.paper_check import Reading, read_paper
from rightsref.words import tr


@click.command("paper")
@click.option("--look", "looks", multiple=True, metavar="LOOK=SIGN", help="What was seen; may be repeated.")
@for_question
@language
@as_json
def paper(looks: tuple[str, ...], asked: str | None, lang: str) -> Answer:
    """Which paper is it? Prints the next look, or the papers that fit what was seen."""
    kb = open_knowledge_base()
    seen = _seen(looks)
    reading = read_paper(kb.papers(lang), kb.paper_questions(lang), seen)
    found = found_for(kb, lang, asked, PAPERS, papers_left(reading), seen) if asked else None
    return Answer(_json(reading, found), [*_lines(reading), *(found.lines if found and not reading.question else [])])


def _seen(looks: tuple[str, ...]) -> dict[str, str]:
    """`look=sign` -> what was seen, by what was looked at.

    Raises:
        UsageError: a look is malformed, or given twice with two signs.
    """
    seen: dict[str, str] = {}
    for look, sign in map(_look, looks):
        if seen.setdefault(look, sign) != sign:
            raise UsageError(
                tr("“{question}” is answered twice, with {typed} and with {option}; choose one.").format(
                    question=look[:40], typed=seen[look][:40], option=sign[:40]
                )
            )
    return seen


def _look(text: str) -> tuple[str, str]:
    look, sign, seen = readable(text).partition("=")
    if not sign:
        raise UsageError(tr("“{text}” is no look; write it as look=sign.").format(text=look[:40]))
    return look, seen


def _json(reading: Reading, found: Found | None) -> dict[str, Any]:
    question = reading.question
    told: dict[str, Any] = {
        "state": "question" if question else "read",
        "papers": [{"key": paper.key, "title": paper.title} for paper in reading.fitting],
        "nearest": [{"key": paper.key, "title": paper.title} for paper in reading.nearest],
        "warnings": [{"fact": warning.fact, "authority": warning.canonical} for warning in reading.warnings],
    }
    if question:
        signs = [{"key": sign.key, "label": sign.label} for sign in question.signs]
        told["question"] = {"key": question.key, "text": question.text, "signs": signs}
    return told | ({"answer": found.data} if found else {})


def _lines(reading: Reading) -> list[str]:
    question = reading.question
    warnings = [wrap(f"{warning.fact} ({warning.citation})") for warning in reading.warnings]
    if question:
        signs = [(sign.key, sign.label) for sign in question.signs]
        options = [f"  {label}  [{question.key}={key}]" for key, label in (*signs, (UNKNOWN, tr("I can’t tell")))]
        return [*warnings, question.text, *([wrap(question.help, 2)] if question.help else []), *options]
    if not reading.fitting:
        return [*warnings, tr("No paper that we know fits all of that."), *_named(reading.nearest)]
    return [*warnings, *_named(reading.fitting)]


def _named(papers: Iterable[Paper]) -> list[str]:
    return [f"{paper.title}\n{wrap(paper.what, 2)}" for paper in papers]
