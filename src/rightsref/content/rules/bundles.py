"""The rule of bundles: one verdict for one set of facts, whichever scenario is told them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rightsref.content.linking.flows import flow_files, flow_of
from rightsref.content.linking.resolve import Content
from rightsref.content.reading.problems import Problem
from rightsref.content.rules.flows import walkable
from rightsref.errors import UsageError
from rightsref.model.flow import Flow, Verdict
from rightsref.reasoning.scenario import follow

FILE = Path("flows", "bundles.toml")


def bundles(content: Content) -> Iterator[Problem]:
    """Every walk of a bundle ends in its verdict; one that is told fewer facts may also end in *it depends*."""
    # A flow that cannot be walked is told by its own rule.
    flows = {file.key: flow_of(content, file) if walkable(content, file) else None for file in flow_files(content)}
    for nth, row in enumerate(content.tree.tables.get("bundles", {}).get("bundle", [])):
        line = content.tree.line_of(FILE, "bundle", nth)
        for message in _faults(flows, row):
            yield Problem(FILE, line, "error", f"“{row.get('facts', '?')}”: {message}", "bundles")


def _faults(flows: dict[str, Flow | None], row: dict[str, Any]) -> Iterator[str]:
    if row.get("verdict") not in set(Verdict):
        yield f"`verdict` must be one of {', '.join(Verdict)}"
        return
    if len(row.get("walk", [])) < 2:
        yield "a bundle compares two walks or more"
    for walk in row.get("walk", []):
        name = str(walk.get("flow"))
        if name not in flows:
            yield f"there is no scenario “{name}”"
        elif flow := flows[name]:
            yield from _walk_faults(flow, walk, row["verdict"])


def _walk_faults(flow: Flow, walk: dict[str, Any], verdict: str) -> Iterator[str]:
    try:
        progress = follow(flow, {key: str(value) for key, value in walk.get("answers", {}).items()})
    except UsageError as error:
        yield f"{flow.key}: {error}"
        return
    if progress.outcome is None:
        yield f"{flow.key} stops at the question {progress.question.key if progress.question else '?'}"
    elif progress.outcome.verdict not in {verdict, *([Verdict.DEPENDS] if walk.get("fewer") else [])}:
        yield f"{flow.key} says {progress.outcome.verdict} ({progress.outcome.key}), not {verdict}"
