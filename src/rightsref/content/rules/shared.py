"""What scenarios share: each name stands for something, each target for an option, and nothing is shared by one alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from rightsref.content.linking.resolve import Content
from rightsref.content.reading.problems import Problem
from rightsref.content.reading.shared import PARTS, uses

_SHARED = Path("flows", "shared.toml")


def shared(content: Content) -> Iterator[Problem]:
    """Each `use` names what `flows/shared.toml` holds, with a target for each option; each row there is used twice or more."""
    tree = content.tree
    rows = tree.tables.get("shared", {})
    used: Counter[tuple[str, str]] = Counter()
    for flow in tree.flows:
        path = Path("flows", f"{flow}.toml")
        for part, key, row in uses(tree.told.get(path, {})):
            used[part, row["use"]] += 1
            line = tree.line_of(path, f"{part}.{key}")
            if row["use"] not in rows.get(part, {}):
                yield Problem(path, line, "error", f"{key} uses “{row['use']}”, which is not shared", "shared")
                continue
            options = {option.get("key") for option in rows[part][row["use"]].get("options", [])}
            for lost in row.get("goto", {}).keys() - options:
                yield Problem(path, line, "error", f"{key}: “{row['use']}” has no option “{lost}”", "shared")
    for part in PARTS:
        for key in rows.get(part, {}):
            if used[part, key] < 2:
                message = f"“{key}” is used by {used[part, key] or 'nobody'}; what is shared is used twice or more"
                yield Problem(_SHARED, tree.line_of(_SHARED, f"{part}.{key}"), "error", message, "shared")
