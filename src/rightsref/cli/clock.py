"""`rightsref clock`: custody deadlines."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import click

from rightsref.cli.lookup import for_question, found_for
from rightsref.cli.options import language, open_knowledge_base
from rightsref.cli.output import Answer, as_json
from rightsref.cli.text import wrap
from rightsref.reasoning.clock import RULES, Deadline, answer, clock, read_moment
from rightsref.reasoning.holders import holder_named
from rightsref.reasoning.letter import to_say_with_meaning
from rightsref.reasoning.lookup import CLOCK, counted
from rightsref.words import tr
from rightsref.words.dates import moment_words


@click.command("clock")
@click.option(
    "--release",
    required=True,
    metavar="DATETIME",
    help="When release was due, such as “Friday 4 pm” or 2026-03-06 16:00.",
)
@click.option("--detainer", metavar="DATETIME", help="When the detainer was dated; told back, for the record.")
@click.option(
    "--place",
    default="illinois",
    show_default=True,
    metavar="illinois|federal|ice|other|STATE",
    help="Who holds the person: a jail in Illinois or in another state, by its name or letters; the Marshals or a federal jail; ice counts from ICE’s own arrest.",
)
@click.option("--zone", metavar="ZONE", help="Time zone of the jail, such as America/Chicago; else that of the place.")
@for_question
@language
@as_json
def clock_command(
    release: str, detainer: str | None, place: str, zone: str | None, asked: str | None, lang: str
) -> Answer:
    """When does the time run out? Illinois law, the form and the regulation, told apart."""
    holder = holder_named(place)
    if zone is None:
        zone = holder.zone
    due = read_moment(release, zone)
    dated = read_moment(detainer, zone) if detainer is not None else None
    deadlines = clock(due, holder.law)
    count = counted(deadlines, datetime.now(UTC))
    found = found_for(open_knowledge_base(), lang, asked, CLOCK, (count,), {}) if asked else None
    told: dict[str, Any] = {
        "release": due.isoformat(),
        "understood": moment_words(due),
        "lanes": list(map(_lane_json, deadlines)),
    }
    if found:
        told["answer"] = found.data
    return Answer(told, [*_lines(due, dated, deadlines), *(found.lines if found else [])])


def _lane_json(deadline: Deadline) -> dict[str, str | int | None]:
    return {
        "rule": deadline.rule,
        "deadline": deadline.at.isoformat() if deadline.at else None,
        "hours": deadline.hours,
        "authority": deadline.authority,
        "note": deadline.note,
    } | ({"or_deadline": deadline.or_at.isoformat()} if deadline.or_at else {})


def _lines(due: datetime, dated: datetime | None, deadlines: tuple[Deadline, ...]) -> list[str]:
    now = datetime.now(UTC)
    ice = deadlines[0].rule == "decision"
    return [
        f"{tr('ICE made the arrest') if ice else tr('Release was due')}: {moment_words(due)}",
        *([f"{tr('The detainer is dated')}: {moment_words(dated)}"] if dated else []),
        f"\n{tr('Say to ICE') if ice else tr('Say to the jail, and send it in writing')}:",
        *(
            wrap(told, 2)
            for words, meaning in to_say_with_meaning(deadlines, due, now)
            for told in (f"“{words}”", *([f"({meaning})"] if meaning else []))
        ),
        *(line for deadline in deadlines for line in _lane_lines(deadline, now)),
    ]


def _lane_lines(deadline: Deadline, now: datetime) -> list[str]:
    said = answer(deadline, now)
    return ["", f"{tr(RULES[deadline.rule])}: {said}  [{deadline.authority}]", wrap(deadline.note, 2)]
