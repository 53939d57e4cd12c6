"""Questions that a tool can answer: there is such a tool, it can find that, and what it finds is an answer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from rightsref.content.linking.papers import QUESTIONS, paper_files
from rightsref.content.linking.resolve import Content
from rightsref.content.rules.rule import Fault
from rightsref.model.flow import UNKNOWN, Flow, Question
from rightsref.reasoning.holders import HOLDERS
from rightsref.reasoning.lookup import CLOCK, PAPERS, Count


class _Tool(NamedTuple):
    """What a tool can find, and the values of what it can be told."""

    finds: set[str]
    told: dict[str, set[str]]


def lookup_faults(content: Content, flow: Flow) -> Iterator[Fault]:
    """What is amiss with the lookups of a flow: no such tool, nothing that it finds, nothing that it is told, no answer."""
    rows = content.tree.papers.get(QUESTIONS, {}).get("question", [])
    looks = {row.get("key", ""): {sign.get("key", "") for sign in row.get("signs", [])} for row in rows}
    tools = {
        CLOCK: _Tool(set(Count), {"place": {holder.key for holder in HOLDERS}}),
        PAPERS: _Tool({file.key for file in paper_files(content)}, looks),
    }
    for key, question in flow.questions.items():
        if question.lookup is None:
            continue
        if question.lookup.tool in tools:
            yield from (Fault(key, message) for message in _faults(question, tools[question.lookup.tool]))
        else:
            yield Fault(key, f"{key} is looked up with “{question.lookup.tool}”; the tools are {', '.join(tools)}")


def _faults(question: Question, tool: _Tool) -> Iterator[str]:
    key, lookup = question.key, question.lookup
    assert lookup is not None  # noqa: S101 - asked of such questions only
    options = {option.key for option in question.options} - {UNKNOWN}
    told = [lookup.known, *(finding.seen for finding in lookup.findings)]
    for field, value in (pair for row in told for pair in row.items()):
        if value not in tool.told.get(field, set()):
            yield f"{key}: “{field} = {value}” is nothing that {lookup.tool} knows"
    settled: list[tuple[str, dict[str, str]]] = []
    for finding in lookup.findings:
        if finding.option not in options:
            yield f"{key}: “{finding.option}” is no answer that can be looked up"
        for found in finding.found:
            if found not in tool.finds:
                yield f"{key}: {lookup.tool} never finds “{found}”"
            if any(before == found and seen.items() <= finding.seen.items() for before, seen in settled):
                yield f"{key}: “{found}” is answered already by what stands above"
            settled.append((found, finding.seen))
