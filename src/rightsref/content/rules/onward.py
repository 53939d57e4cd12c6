"""Hand-overs: an outcome leads on to a scenario or tool that is there, with answers that can be given there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rightsref.content.linking.flows import FlowFile
from rightsref.content.linking.resolve import Content
from rightsref.content.linking.stages import tools_of
from rightsref.content.rules.rule import Fault

#: A title of so few words may stand in any sentence.
_BARE = 2


def onward_faults(content: Content, file: FlowFile) -> Iterator[Fault]:
    """What is amiss with the hand-overs of a flow: no such place, no such question there or here, no such answer, none where one is named."""
    yield from _named_faults(content, file)
    tools = {f"tool/{tool.key}" for tool, _ in tools_of(content, "en")}
    for key, outcome in file.table["outcomes"].items():
        for row in outcome.get("onward", []):
            kind, _, name = row["goto"].partition("/")
            there = content.tree.flows.get(name, {}).get("questions", {}) if kind == "flow" else {}
            if not there and row["goto"] not in tools:
                yield Fault(key, f"{key} leads on to “{row['goto']}”, which is no scenario and no tool")
            elif row["goto"] == f"flow/{file.key}":
                yield Fault(key, f"{key} leads on to its own scenario")
            else:
                yield from _answer_faults(key, row, there, file.table["questions"])


def _named_faults(content: Content, file: FlowFile) -> Iterator[Fault]:
    """Outcomes that send the reader to another scenario by its name, and do not lead there."""
    titles = {key: table.get("title", {}).get("en", "") for key, table in content.tree.flows.items() if key != file.key}
    for key, outcome in file.table["outcomes"].items():
        said = " ".join(outcome["do_now"]["en"])
        led = {row["goto"] for row in outcome.get("onward", [])}
        for flow, title in titles.items():
            if len(title.split()) > _BARE and title in said and f"flow/{flow}" not in led:
                yield Fault(key, f"{key} names the scenario “{title}” and does not lead on to it")


def _answer_faults(key: str, row: dict[str, Any], there: dict[str, Any], here: dict[str, Any]) -> Iterator[Fault]:
    for question, option in row.get("answers", {}).items():
        if option not in _options(there, question):
            yield Fault(key, f"{key}: “{question}={option}” is no answer of {row['goto']}")
    for question, asked in row.get("carry", {}).items():
        if not _options(there, question) & _options(here, asked):
            yield Fault(key, f"{key}: no answer of {asked} is one of {question} in {row['goto']}")


def _options(questions: dict[str, Any], question: str) -> set[str]:
    return {option["key"] for option in questions.get(question, {}).get("options", [])}
