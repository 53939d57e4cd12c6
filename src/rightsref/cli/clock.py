"""`rightsref clock`: custody deadlines."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import click

from rightsref.cli.text import wrap
from rightsref.reasoning.clock import CHICAGO, RULES, Lane, answer, clock, read_moment, spoken, to_say
from rightsref.words import tr


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
@click.option("--json", "wants_json", is_flag=True, help="Print one JSON document and nothing else.")
def clock_command(release: str, detainer: str | None, place: str, zone: str, wants_json: bool) -> None:  # noqa: FBT001 - click passes it by name
    """When does the time run out? Illinois law, the form and the regulation, told apart."""
    due = read_moment(release, zone)
    dated = read_moment(detainer, zone) if detainer is not None else None
    lanes = clock(due, in_illinois=place == "illinois")
    if wants_json:
        rows = [{**lane._asdict(), "deadline": lane.deadline.isoformat() if lane.deadline else None} for lane in lanes]
        click.echo(json.dumps({"release": due.isoformat(), "lanes": rows}, ensure_ascii=False, indent=2))
        return
    click.echo(f"{tr('Release was due')}: {spoken(due)}")
    if dated:
        click.echo(f"{tr('The detainer is dated')}: {spoken(dated)}")
    click.echo(f"\n{tr('Say to the jail, and send it in writing')}:")
    for words in to_say(lanes, due, datetime.now(UTC)):
        click.echo(wrap(f"“{words}”", 2))
    for lane in lanes:
        click.echo("\n" + "\n".join(_lane_lines(lane)))


def _lane_lines(lane: Lane) -> list[str]:
    said = answer(lane, datetime.now(UTC))
    return [f"{tr(RULES[lane.rule])}: {said}  [{lane.authority}]", wrap(tr(lane.note), 2)]
