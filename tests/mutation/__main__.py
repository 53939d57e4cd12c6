"""`make mutate`: the share of single changes to a scenario that its checks and cases notice.

Each mutant is one flow with one thing changed: an option's `goto`, a verdict, a caution, a reason dropped, a date moved by a
year. It counts as noticed if a rule of flows, custody or bundles finds an error in it that the flow as it stands has not.
"""

from __future__ import annotations

import copy
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from typing import Any, NamedTuple

from rightsref import paths
from rightsref.content import compiler
from rightsref.content.linking.resolve import Content
from rightsref.content.rules.bundles import bundles
from rightsref.content.rules.custody import custody
from rightsref.content.rules.flows import flows
from rightsref.model.flow import Verdict

_YEAR = timedelta(days=365)


class Mutant(NamedTuple):
    """A flow with one change: what kind of change, where, and the table that has it."""

    kind: str
    where: str
    table: dict[str, Any]


def mutants(table: dict[str, Any]) -> Iterator[Mutant]:
    """Every mutant of a flow; of an option's targets, the three that follow its own."""
    nodes = [*table["questions"], *table["outcomes"]]
    for key, question in table["questions"].items():
        for nth, option in enumerate(question["options"]):
            at = nodes.index(option["goto"])
            others = [nodes[(at + step) % len(nodes)] for step in (1, 2, 3)]
            place = ("questions", key, "options", nth)
            yield from (_changed(table, "goto", key, (*place, "goto"), other) for other in others if other != key)
            moved = [(end, option[end] + span) for end in ("start", "end") if end in option for span in (-_YEAR, _YEAR)]
            yield from (_changed(table, "date", key, (*place, end), day) for end, day in moved)
    for key, outcome in table["outcomes"].items():
        yield from _outcome_mutants(table, key, outcome)


def _outcome_mutants(table: dict[str, Any], key: str, outcome: dict[str, Any]) -> Iterator[Mutant]:
    for verdict in set(Verdict) - {outcome["verdict"]}:
        yield _changed(table, "verdict", key, ("outcomes", key, "verdict"), verdict.value)
    for caution in {1, 2, 3} - {outcome["caution"]}:
        yield _changed(table, "caution", key, ("outcomes", key, "caution"), caution)
    for nth in range(len(outcome["because"])):
        rest = [row for number, row in enumerate(outcome["because"]) if number != nth]
        yield _changed(table, "authority", key, ("outcomes", key, "because"), rest)


def _changed(table: dict[str, Any], kind: str, key: str, place: tuple[Any, ...], value: Any) -> Mutant:
    """The table with another value at a place."""
    made = copy.deepcopy(table)
    inner = made
    for step in place[:-1]:
        inner = inner[step]
    inner[place[-1]] = value
    return Mutant(kind, f"{key}: {place[-3:]} {value}"[:120], made)


def errors(content: Content, key: str, table: dict[str, Any], walked: list[dict[str, Any]]) -> Iterator[str]:
    """What the rules find wrong with a flow by itself, one after the other.

    `walked` are the bundles that it is walked in. Each of their walks is judged by its own flow and the bundle's verdict,
    so that nothing is lost by the other flows' absence.
    """
    content.tree.flows, content.tree.tables["bundles"] = {key: table}, {"bundle": walked}
    for rule in (flows, custody, bundles):
        yield from (problem.message for problem in rule(content) if problem.level == "error")


def _walked(every: list[dict[str, Any]], key: str) -> list[dict[str, Any]]:
    """The bundles that a flow is walked in, with its own walks alone."""
    own = [{**row, "walk": [walk for walk in row["walk"] if walk["flow"] == key]} for row in every]
    return [row for row in own if row["walk"]]


def main(wanted: list[str]) -> int:
    """Print what was noticed, by kind, and every mutant that was not; 1 if less than 95 in 100 were."""
    content = compiler.load(paths.content_root())
    made: Counter[str] = Counter()
    noticed: Counter[str] = Counter()
    every = content.tree.tables["bundles"]["bundle"]
    for key, table in content.tree.flows.items():
        if wanted and key not in wanted:
            continue
        walked = _walked(every, key)
        sound = set(errors(content, key, table, walked))
        for mutant in mutants(table):
            made[mutant.kind] += 1
            if any(message not in sound for message in errors(content, key, mutant.table, walked)):
                noticed[mutant.kind] += 1
            else:
                print(f"not noticed: {key}: {mutant.kind}: {mutant.where}")
    for kind, number in made.items():
        print(f"{kind:10} {noticed[kind]:5} of {number:5} noticed  {noticed[kind] / number:6.1%}")
    share = noticed.total() / made.total()
    print(f"{'all':10} {noticed.total():5} of {made.total():5} noticed  {share:6.1%}")
    return int(share < 0.95)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
