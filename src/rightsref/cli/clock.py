"""`rightsref clock`: custody deadlines."""

from __future__ import annotations

from datetime import UTC, datetime

import click

from rightsref.cli.output import Answer, as_json
from rightsref.cli.text import wrap
from rightsref.reasoning.clock import CHICAGO, RULES, Lane, answer, clock, read_moment, to_say
from rightsref.words import tr
from rightsref.words.dates import moment_words


@click.command("clock")
@click.option("--release", required=True, metavar="DATETIME", help="When release was due, such as 2026-03-06 16:00.")
@click.option("--detainer", metavar="DATETIME", help="When the detainer was dated; told back, for the record.")
@click.option(
    "--place",
    type=click.Choice(["illinois", "other"]),
    default="illinois",
    show_default=True,
    help="Where the jail is.",
)
@click.option("--zone", default=CHICAGO, show_default=True, metavar="ZONE", help="Time zone of the jail.")
@as_json
def clock_command(release: str, detainer: str | None, place: str, zone: str) -> Answer:
    """When does the time run out? Illinois law, the form and the regulation, told apart."""
    due = read_moment(release, zone)
    dated = read_moment(detainer, zone) if detainer is not None else None
    lanes = clock(due, in_illinois=place == "illinois")
    rows = [{**lane._asdict(), "deadline": lane.deadline.isoformat() if lane.deadline else None} for lane in lanes]
    return Answer({"release": due.isoformat(), "lanes": rows}, _lines(due, dated, lanes))


def _lines(due: datetime, dated: datetime | None, lanes: tuple[Lane, ...]) -> list[str]:
    now = datetime.now(UTC)
    return [
        f"{tr('Release was due')}: {moment_words(due)}",
        *([f"{tr('The detainer is dated')}: {moment_words(dated)}"] if dated else []),
        f"\n{tr('Say to the jail, and send it in writing')}:",
        *(wrap(f"“{words}”", 2) for words in to_say(lanes, due, now)),
        *(line for lane in lanes for line in _lane_lines(lane, now)),
    ]


def _lane_lines(lane: Lane, now: datetime) -> list[str]:
    said = answer(lane, now)
    return ["", f"{tr(RULES[lane.rule])}: {said}  [{lane.authority}]", wrap(tr(lane.note), 2)]
