"""Results as lines for a terminal."""

from __future__ import annotations

import shutil
import textwrap
from typing import Any

from rightsref.model import address as addresses
from rightsref.model.kinds import KINDS
from rightsref.model.law import Document, Level, Paragraph, Status
from rightsref.search.results import Results
from rightsref.words import language, tr
from rightsref.words.dates import date_words
from rightsref.words.labels import LEVELS, PARTS, STATUSES, fact_lines

#: Lines are no longer than this, and no longer than the terminal is wide.
_WIDTH, _LEAST_WIDTH = 88, 24


def wrap(text: str, indent: int = 0, hang: int = 0) -> str:
    """Text at the terminal's width, every line indented; all but the first by `hang` more."""
    width = max(_LEAST_WIDTH, min(_WIDTH, shutil.get_terminal_size((_WIDTH, 24)).columns))
    return textwrap.fill(text, width, initial_indent=" " * indent, subsequent_indent=" " * (indent + hang))


def results(found: Results) -> list[str]:
    """What to start with, then hits, two or more lines each."""
    lines = [tr("Showing results for “{query}”.").format(query=found.corrected), ""] if found.corrected else []
    lines += [*_start_here(found), *_only_near(found), *_meanings(found)]
    for number, hit in enumerate(found.hits, 1):
        marks = [tr(LEVELS[hit.level])] if hit.level != Level.OFFICIAL else []
        marks += [tr(STATUSES[hit.status])] if hit.status != Status.IN_FORCE else []
        marks += [tr("in English")] if hit.lang != language() else []
        lines += [
            f"{number:2}. {hit.label}  {hit.title}" + (f"  [{', '.join(marks)}]" if marks else ""),
            wrap(hit.snippet, 4),
        ]
    return lines


def _start_here(found: Results) -> list[str]:
    """The rows above the law: scenario, tool, sheet, contact with its number and what to know before one calls."""
    if not found.start:
        return []
    rows = [
        f"{tr(KINDS[start.kind].label)}: {start.title}" + (f", {start.phone}" if start.phone else "")
        for start in found.start
    ]
    about = [start.about if start.kind == "contact" else "" for start in found.start]
    told = [
        line
        for row, more in zip(rows, about, strict=True)
        for line in (wrap(row, 4, 2), *([wrap(more, 6)] if more else []))
    ]
    return [tr("Start here"), *told, ""]


def _only_near(found: Results) -> list[str]:
    if found.answered or not found.hits:
        return []
    return [wrap(only_near(found)), ""]


def only_near(found: Results) -> str:
    """That nothing held answers, and whom to ask."""
    said = tr("Nothing held here answers this well. What follows is near, not an answer.")
    return (
        f"{said} {tr('Ask {name}, {phone}.').format(name=found.whom.title, phone=found.whom.phone)}"
        if found.whom
        else said
    )


def _meanings(found: Results) -> list[str]:
    if not found.meanings:
        return []
    return [tr("Which do you mean?"), *(wrap(f"{meaning.label}: {meaning.text}", 4) for meaning in found.meanings), ""]


def nothing_found(query: str) -> str:
    """A helpful sentence with two suggestions."""
    shown = " ".join(query.split())
    shown = shown if len(shown) <= 60 else shown[:57] + "…"
    return tr(
        "Nothing found for “{query}”. Try everyday words such as “ice hold after bond”, or a citation such as 805/15."
    ).format(query=shown)


def instead(asked: str, shown: str) -> list[str]:
    """That a part is not held, and what is shown in its place; nothing if none was missed."""
    told = tr("The part {asked} is not held here; {shown} is shown instead.")
    return [wrap(told.format(asked=asked, shown=shown)), ""] if asked else []


def document(shown: Document, address: str) -> list[str]:
    """A document, or the paragraph asked for and what stands under it, with the explanation."""
    lines = [f"{shown.label}  {shown.title}", *([wrap(status_line(shown)), ""] if shown.effective else [])]
    lines += [f"({tr('in English')})"] if shown.paragraphs and "law" in shown.in_english else []
    for paragraph in shown.paragraphs:
        if addresses.holds(address, paragraph.address):
            lines += paragraph_lines(paragraph)
    for part, blocks in shown.parts.items():
        mark = f" ({tr('in English')})" if part in shown.in_english else ""
        lines += ["", f"{tr(PARTS[part])}{mark}".upper()]
        for block in blocks:
            mark = "" if block.level == Level.OFFICIAL else f" [{tr(LEVELS[block.level])}]"
            lines.append(wrap(f"{block.text}{mark}", 2))
    facts = [wrap(f"{title}: {words}", 2) for title, words in fact_lines(shown.facts)]
    lines += ["", tr("Where it stands").upper(), *facts] if facts else []
    if shown.related:
        lines += [
            "",
            tr("See also").upper(),
            wrap(" · ".join(reference.name for reference in shown.related), 2),
        ]
    return lines


def _lead(paragraph: Paragraph) -> str:
    """What stands before a paragraph: its letter or number; a term or a field of a paper ends its name with a point."""
    named = paragraph.pinpoint.startswith('"')
    return f"{paragraph.label}. " if named else f"{paragraph.label} ".lstrip()


def paragraph_lines(paragraph: Paragraph) -> list[str]:
    """A paragraph with its level of checking."""
    checked = paragraph.checked
    lines = [wrap(f"{_lead(paragraph)}{paragraph.text}", 2 * paragraph.depth)]
    where = f" ({checked.source})" if checked.source else ""
    note = f" {checked.note}" if checked.note else ""
    return [
        *lines,
        wrap(f"— {tr(LEVELS[checked.level])}, {date_words(checked.on)}{where}.{note}", 2 * paragraph.depth + 2),
    ]


def status_line(shown: Document) -> str:
    """Status in words, with its dates and what is changing."""
    words = f"{tr(STATUSES[shown.status])}. " + tr("In effect since {date}.").format(date=date_words(shown.effective))
    if shown.ends:
        words = f"{tr(STATUSES[shown.status])}. " + tr("In effect {start} to {end}.").format(
            start=date_words(shown.effective), end=date_words(shown.ends)
        )
    return f"{words} {shown.status_note}".strip()


def about(data: dict[str, Any]) -> list[str]:
    """What `about` knows, a line each."""
    base = data["knowledge_base"]
    units = ", ".join(f"{n} {level}" for level, n in base["units"].items())
    return [
        tr("RightsRef {version}, edition {edition}").format(version=data["version"], edition=base["edition"]),
        tr("law as of {day}, reviewed {checked}").format(
            day=date_words(base["law_as_of"]), checked=date_words(base["last_review"])
        ),
        tr("units: {units}; open gaps: {gaps}").format(units=units, gaps=base["gaps"]),
        f"{tr('knowledge base')}: {data['files']['knowledge_base']}",
        f"sha256: {base['sha256']}",
        f"{tr('settings')}: {data['files']['settings']}",
        tr("Information, not legal advice."),
    ]
