"""What is heard in a caller's own words: `resources/flows/<flow>.heard.toml` and the lists of `heard.toml` -> nouns.

They stand beside the flows, as the cases do: one line of phrases serves the same answer in several questions, and the two
languages need not have as many.
"""

from __future__ import annotations

from typing import Any

from rightsref.content.linking.flows import flow_files
from rightsref.content.linking.resolve import Content
from rightsref.model.heard import HeardFlow, HeardList, HeardRule, Said
from rightsref.model.kinds import LANGUAGES


def heard_flows(content: Content) -> list[HeardFlow]:
    """For each flow that listens for anything, in their order, its phrases."""
    files = content.tree.flow_heard
    return [heard_flow(file.key, files[file.key]) for file in flow_files(content) if file.key in files]


def heard_flow(key: str, table: dict[str, Any]) -> HeardFlow:
    """The phrases of one file."""
    rules = (HeardRule(tuple(map(answer_of, row.get("answers", []))), _said(row)) for row in table.get("heard", []))
    return HeardFlow(key, _said(table.get("asks", {})), tuple(rules))


def heard_lists(content: Content) -> list[HeardList]:
    """The shared lists, in the order of their file: each may name those before it."""
    tables = content.tree.tables.get("heard", {}).get("lists", {})
    return [HeardList(name, _said(table)) for name, table in tables.items()]


def answer_of(written: str) -> tuple[str, str]:
    """`question=option` -> the two."""
    question, _, option = written.partition("=")
    return question, option


def _said(table: dict[str, Any]) -> tuple[Said, ...]:
    return tuple((lang, phrase) for lang in LANGUAGES for phrase in table.get(lang, []))
