"""Questions and outcomes that several scenarios use, written once in `flows/shared.toml` and named with `use`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rightsref.model.flow import UNKNOWN

#: The parts of a flow that may be shared.
PARTS = ("questions", "outcomes")

Table = dict[str, Any]


def with_shared(flow: Table, shared: Table) -> Table:
    """A flow as written, what it uses put in its place. What the flow says itself counts; a name of nothing stays as it is."""
    made = dict(flow)
    for part in PARTS:
        if part in flow:
            given = shared.get(part, {})
            made[part] = {
                key: _whole(row, given[row["use"]]) if row.get("use") in given else row
                for key, row in flow[part].items()
            }
    return made


def uses(flow: Table) -> Iterator[tuple[str, str, Table]]:
    """What a flow uses: the part, the key under which it does, and the row as written."""
    for part in PARTS:
        yield from ((part, key, row) for key, row in flow.get(part, {}).items() if "use" in row)


def _whole(row: Table, shared: Table) -> Table:
    """A row with what it uses: its own keys first; of a question each option with its own target."""
    made = {**shared, **{name: value for name, value in row.items() if name != "goto"}}
    if "options" in shared:
        made["options"] = list(_options(row, shared["options"]))
    return made


def _options(row: Table, shared: list[Table]) -> Iterator[Table]:
    """The shared options with their targets; an option of the question's own takes the place of its namesake, or stands before *I don't know*."""
    own = {option.get("key"): option for option in row.get("options", [])}
    goto = row.get("goto", {})
    known = {option.get("key") for option in shared}
    for option in shared:
        if option.get("key") == UNKNOWN:
            yield from (each for key, each in own.items() if key not in known)
        yield own.get(option.get("key")) or {**option, "goto": goto.get(option.get("key"), "")}
