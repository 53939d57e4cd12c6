"""The rules of documents: form, dates, citations, links, levels of checking."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from datetime import date
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

from rightsref.content.linking.resolve import Content, citation_of, covers, iso, units_of
from rightsref.content.prose import wording
from rightsref.content.reading.grammar import PARAGRAPH_PARTS
from rightsref.content.reading.problems import Problem
from rightsref.content.reading.raw import RawDocument
from rightsref.content.reading.shape import Misfit, misfits
from rightsref.content.rules.rule import error, explanations
from rightsref.model import citation as citations
from rightsref.model.law import Jurisdiction, Level, Status

_CHOICES: dict[str, Collection[str]] = {
    "status": set(Status),
    "jurisdiction": set(Jurisdiction),
    "weight": {"binding", "persuasive", "none"},
}


def keys(content: Content) -> Iterator[Problem]:
    """Front matter and tables hold the keys of their kind, of the right type, and no others."""
    unread = {problem.path for problem in content.tree.problems if problem.rule in {"toml", "encoding"}}
    for document in content.documents:
        for misfit in misfits(document.written, document.shape):
            if document.path not in unread:
                yield error(document, _line(document.line_of, misfit), misfit.message, "keys")
    for path, found in content.tree.misfits.items():
        for misfit in found:
            if path not in unread:
                line = _line(partial(content.tree.line_of, path), misfit)
                yield Problem(path, line, "error", misfit.message, "keys")


def _line(line_of: Callable[..., int], misfit: Misfit) -> int:
    """The line of a key, or of the nearest table that holds it; 1 if it is nowhere."""
    steps = misfit.key.split(".")
    for length in range(len(steps), 1, -1):
        if (line := line_of(".".join(steps[:length]))) > 1:
            return line
    return line_of(steps[0], misfit.nth)


def values(content: Content) -> Iterator[Problem]:
    """Words that stand for one of a few things are among those things."""
    for document in content.documents:
        for key, message in _values(document.meta):
            yield error(document, document.line_of(key), message, "values")
    for source, table in content.tree.sources.items():
        path = Path("law", source, "source.toml")
        for key, message in _values(table):
            yield Problem(path, content.tree.line_of(path, key), "error", message, "values")


def _values(table: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for key, allowed in _CHOICES.items():
        if key in table and table[key] not in allowed:
            yield key, f"`{key}` must be one of {', '.join(sorted(allowed))}, not “{table[key]}”"
    if table.get("status") in {"changing", "pending"} and not table.get("status_note"):
        yield "status", "say in `status_note` what is changing it, with the date of the last known event"


def parts(content: Content) -> Iterator[Problem]:
    """A current English text has every part that its kind requires, and none is empty."""
    for document in content.documents:
        for part, blocks in document.parts.items():
            if not blocks:
                yield error(document, document.part_lines[part], "this part is empty; write it or drop it", "parts")
        if document.lang != "en" or document.version:
            continue
        for part in document.grammar.parts:
            if part not in document.parts:
                yield error(document, 1, f"a {document.kind} needs the part `{part}`", "parts")


def sources(content: Content) -> Iterator[Problem]:
    """Every folder of law says which source it is."""
    for document in content.documents:
        if document.kind == "provision" and document.source not in content.tree.sources:
            yield error(document, 1, f"law/{document.source}/source.toml is missing", "sources")


def dates(content: Content) -> Iterator[Problem]:
    """Dates run forward, and no two texts of a section are in force on one day."""
    spans: dict[str, list[tuple[str, str, RawDocument]]] = {}
    for text in content.texts.values():
        document = text.english
        effective, ends = iso(document.meta.get("effective")), iso(document.meta.get("ends"))
        if ends and ends <= effective:
            message = f"it ends on {ends}, not after it took effect on {effective}"
            yield error(document, document.line_of("ends"), message, "dates")
        if document.version and document.version != effective:
            message = f"the file name says {document.version}, `effective` says {effective}"
            yield error(document, document.line_of("effective"), message, "dates")
        if document.version and not ends and document.meta.get("status") != "not_yet":
            yield error(document, 1, "an earlier version needs `ends`, the first day it no longer stood", "dates")
        spans.setdefault(citation_of(document).base, []).append((effective, ends, document))
    for texts in spans.values():
        texts.sort(key=lambda span: span[0])
        for (_, ends, _), (effective, _, later) in pairwise(texts):
            if not ends or ends > effective:
                message = f"on {effective} the text before it is still in force (it ends {ends or 'never'})"
                yield error(later, later.line_of("effective"), message, "dates")


def citation(content: Content) -> Iterator[Problem]:
    """A citation is written in its canonical spelling and is borne by one unit only."""
    for text in content.texts.values():
        written = str(text.english.meta.get("citation", ""))
        parsed = citations.parse(written)
        if parsed is None or str(parsed) != written:
            message = f"“{written}” is not a canonical citation" + (f"; write {parsed}" if parsed else "")
            yield error(text.english, text.english.line_of("citation"), message, "citation")
    for first, second in content.duplicates:
        line = second.block.line if second.block else 1
        message = f"{second.citation} stands already in {first.document.path.as_posix()}"
        yield error(second.document, line, message, "citation")


def links(content: Content) -> Iterator[Problem]:
    """Every reference leads somewhere, and a current text cites a superseded one only by its date."""
    for document in content.documents:
        for block in (b for blocks in document.parts.values() for b in blocks):
            for reference in wording.references(block.text):
                if content.find(reference, document) is None:
                    yield error(document, block.line, f"“{reference}” leads nowhere", "links")
        for reference in document.meta.get("related", []):
            if content.find(str(reference), None) is None:
                yield error(document, document.line_of("related"), f"“{reference}” leads nowhere", "links")


def in_force(content: Content) -> Iterator[Problem]:
    """What a text cites was in force on the day the text speaks of: today, or its own last day."""
    for document in content.documents:
        ends = iso(content.english(document).meta.get("ends"))
        day = ends or "9999"
        for _, block in explanations(document):
            for reference in wording.references(block.text):
                unit = content.find(reference, document)
                if unit is None or unit.citation.version:
                    continue
                target = unit.document
                if not ends and iso(target.meta.get("ends")):
                    message = f"{reference} is no longer law; cite it with its date, {reference}@YYYY-MM-DD"
                    yield error(document, block.line, message, "in_force")
                elif ends and target is not document and iso(target.meta.get("effective")) >= day:
                    message = (
                        f"{reference} took effect only after this text had ended ({ends}); cite the earlier version"
                    )
                    yield error(document, block.line, message, "in_force")


def nesting(content: Content) -> Iterator[Problem]:
    """A paragraph's parent stands before it, and its siblings come in order."""
    for document in content.documents:
        for part in PARAGRAPH_PARTS:
            seen: set[str] = set()
            for block in document.parts.get(part, []):
                steps = re.findall(r"\([^)]+\)", block.marker)
                if len(steps) > 1 and "".join(steps[:-1]) not in seen:
                    message = f"{block.marker} stands before {''.join(steps[:-1])}"
                    yield error(document, block.line, message, "nesting")
                if not block.marker:
                    message = 'a paragraph of law opens with its pinpoint: (a), ¶1, "term", or § for the whole section'
                    yield error(document, block.line, message, "nesting")
                seen.add(block.marker)


def checked(content: Content) -> Iterator[Problem]:
    """Every text says how far, when and against what it was held."""
    for text in content.texts.values():
        document = text.english
        records = document.meta.get("checked", [])
        if not any(not record.get("paragraphs") for record in records):
            yield error(
                document,
                document.line_of("checked"),
                "one [[checked]] must speak for the whole text",
                "checked",
            )
        markers = [unit.block.marker for unit in units_of(document) if unit.block]
        for nth, record in enumerate(records):
            for message in _record_faults(record, markers):
                yield error(document, document.line_of("checked", nth), message, "checked")


def _record_faults(record: dict[str, Any], markers: list[str]) -> Iterator[str]:
    level = record.get("level")
    if level not in set(Level):
        yield f"`level` must be one of {', '.join(Level)}, not “{level}”"
    elif level != Level.UNCHECKED and not str(record.get("source", "")).startswith("https://"):
        yield f"a text checked as {level} needs the https:// address of what was seen in `source`"
    for named in record.get("paragraphs", []):
        if not any(covers(str(named), marker) for marker in markers):
            yield f"there is no paragraph {named}"


def currency(content: Content) -> Iterator[Problem]:
    """An explanation is not older than the text it explains."""
    for document in content.documents:
        effective, updated = iso(document.meta.get("effective")), iso(document.meta.get("updated"))
        if document.lang == "en" and updated and updated < effective and document.meta.get("status") != "not_yet":
            message = f"written {updated}, before the law of {effective} that it explains; review it"
            yield error(document, document.line_of("updated"), message, "currency")


def review(content: Content, today: date | None = None) -> Iterator[Problem]:
    """A text whose review is overdue is named (warning)."""
    now = (today or date.today()).isoformat()  # noqa: DTZ011 - the reviewer's own calendar day
    for text in content.texts.values():
        due = iso(text.english.meta.get("review_by"))
        if due and due < now:
            line = text.english.line_of("review_by")
            yield Problem(text.english.path, line, "warning", f"review was due on {due}", "review")


def aliases(content: Content) -> Iterator[Problem]:
    """No two documents answer to one name."""
    owners: dict[str, RawDocument] = {}
    for text in content.texts.values():
        for alias in text.english.meta.get("aliases", []):
            owner = owners.setdefault(citations.name_key(str(alias)), text.english)
            if owner is not text.english:
                message = f"the alias “{alias}” belongs already to {owner.path.as_posix()}"
                yield error(text.english, text.english.line_of("aliases"), message, "aliases")
