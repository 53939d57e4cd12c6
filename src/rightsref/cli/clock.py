"""`rightsref clock`: custody deadlines."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import click

from rightsref.cli.text import wrap
from rightsref.detainer import CHICAGO, Lane, clock, read_moment
from rightsref.words import tr

_RULES = {"illinois": "Illinois law", "form": "The form’s 48 hours", "regulation": "The regulation’s 48 hours"}


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
    dated = read_moment(detainer, zone) if detainer else None
    lanes = clock(due, in_illinois=place == "illinois")
    if wants_json:
        rows = [{**lane._asdict(), "deadline": lane.deadline.isoformat() if lane.deadline else None} for lane in lanes]
        click.echo(json.dumps({"release": due.isoformat(), "lanes": rows}, ensure_ascii=False, indent=2))
        return
    click.echo(f"{tr('Release was due')}: {spoken(due)}")
    if dated:
        click.echo(f"{tr('The detainer is dated')}: {spoken(dated)}")
    for lane in lanes:
        click.echo("\n" + "\n".join(_lane_lines(lane)))


def _lane_lines(lane: Lane) -> list[str]:
    words = tr("sets no time here")
    if lane.deadline:
        over = tr("has run out") if lane.deadline < datetime.now(UTC) else tr("runs out")
        words = tr("no time at all") if lane.hours == 0 else f"{over} {tr('at')} {spoken(lane.deadline)}"
    return [f"{tr(_RULES[lane.rule])}: {words}  [{lane.authority}]", wrap(tr(lane.note), 2)]


def spoken(moment: datetime) -> str:
    """A moment as it is said: 4:00 pm on Tuesday 10 March 2026."""
    hour = moment.strftime("%I").lstrip("0")
    return f"{hour}:{moment:%M} {moment:%p}".lower() + f" on {moment:%A} {moment.day} {moment:%B} {moment.year}"
