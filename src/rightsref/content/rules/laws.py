"""A verdict for each law inside an outcome: given only where laws differ, each resting on what the outcome rests on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rightsref.content.rules.rule import Fault
from rightsref.model.flow import Verdict

_LEAST = 2


def law_faults(key: str, outcome: dict[str, Any]) -> Iterator[Fault]:
    """What is amiss with the `laws` of an outcome: too few, twice the same, all alike, no verdict, no ground.

    The outcome's own verdict is that of one of its laws, unless it depends.
    """
    laws = outcome.get("laws", [])
    if not laws:
        return
    names, verdicts = [row["law"].get("en", "") for row in laws], {row["verdict"] for row in laws}
    grounds = {row["authority"] for part in ("because", "exceptions") for row in outcome.get(part, [])}
    if len(laws) < _LEAST or len(set(names)) < len(names):
        yield Fault(key, f"`laws` of {key} names two laws or more, each once")
    if not verdicts <= set(Verdict):
        yield Fault(key, f"a verdict in `laws` of {key} must be one of {', '.join(Verdict)}")
    if len(laws) >= _LEAST and len(verdicts) == 1:
        yield Fault(key, f"all `laws` of {key} say {laws[0]['verdict']}: the outcome says it already")
    if outcome.get("verdict") not in {Verdict.DEPENDS, *verdicts}:
        yield Fault(key, f"{key} is {outcome.get('verdict')}, but none of its `laws` says so")
    for row in laws:
        if row["authority"] not in grounds:
            yield Fault(key, f"{key}: “{row['authority']}” in `laws` is no reason or exception of the outcome")
