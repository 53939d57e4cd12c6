"""`rightsref clock`: custody deadlines."""

from __future__ import annotations

from datetime import UTC, datetime

import click

from rightsref.cli.output import Answer, as_json
from rightsref.cli.text import wrap
from rightsref.reasoning.clock import CHICAGO, RULES, Deadline, answer, clock, read_moment, to_say
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
    deadlines = clock(due, in_illinois=place == "illinois")
    rows = [
        {
            "rule": d.rule,
            "deadline": d.at.isoformat() if d.at else None,
            "hours": d.hours,
            "authority": d.authority,
            "note": d.note,
        }
        for d in deadlines
    ]
    return Answer({"release": due.isoformat(), "lanes": rows}, _lines(due, dated, deadlines))


def _lines(due: datetime, dated: datetime | None, deadlines: tuple[Deadline, ...]) -> list[str]:
    now = datetime.now(UTC)
    return [
        f"{tr('Release was due')}: {moment_words(due)}",
        *([f"{tr('The detainer is dated')}: {moment_words(dated)}"] if dated else []),
        f"\n{tr('Say to the jail, and send it in writing')}:",
        *(wrap(f"“{words}”", 2) for words in to_say(deadlines, due, now)),
        *(line for deadline in deadlines for line in _lane_lines(deadline, now)),
    ]


def _lane_lines(deadline: Deadline, now: datetime) -> list[str]:
    said = answer(deadline, now)
    return ["", f"{tr(RULES[deadline.rule])}: {said}  [{deadline.authority}]", wrap(tr(deadline.note), 2)]
