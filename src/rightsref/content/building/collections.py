"""The tables beside the documents: glossary, timeline, contacts. Rows for the knowledge base, entries for its search."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rightsref.content.building.entries import Entry, stemmed_line
from rightsref.content.building.rows import Row, Rows
from rightsref.content.linking.flows import FlowFile, flow_files, flow_of
from rightsref.content.linking.papers import paper_files, paper_of, questions_of
from rightsref.content.linking.resolve import Content, checked_of, iso
from rightsref.content.linking.sheets import sheet_files, sheets_of
from rightsref.content.linking.stages import stage_of, stage_rows, tools_of
from rightsref.content.linking.texts import worded
from rightsref.content.prose.glossary import address_of_term
from rightsref.knowledge.plain import to_json
from rightsref.model.address import Address
from rightsref.model.kinds import KINDS, LANGUAGES
from rightsref.model.law import Level, worst

#: After the law, forms, topics and cases in the order of importance.
_AFTER_DOCUMENTS = 10


def write_tables(content: Content, rows: Rows) -> Iterator[Entry]:
    """Write the three tables; yields what the search index takes of them."""
    for position, term in enumerate(rows_of(content, "glossary", "term")):
        yield from _write_term(content, rows, position, term)
    events = sorted(rows_of(content, "timeline", "event"), key=lambda event: (iso(event["date"]), event["key"]))
    for position, event in enumerate(events):
        yield from _write_event(content, rows, position, event)
    for position, file in enumerate(flow_files(content)):
        yield from _write_flow(content, rows, position, file)
    rows.extend("sheet", _sheets(content))
    yield from _write_guides(content, rows)
    for position, contact in enumerate(rows_of(content, "contacts", "contact")):
        yield from _write_contact(rows, position, contact)


def rows_of(content: Content, table: str, name: str) -> list[dict[str, Any]]:
    """The tables `[[name]]` of a file, in its order."""
    return list(content.tree.tables.get(table, {}).get(name, []))


def _languages(field: dict[str, str]) -> list[str]:
    return [lang for lang in LANGUAGES if lang in field]


def _target(content: Content, citation: str) -> str:
    unit = content.find(citation)
    return str(unit.address) if unit else ""


def _write_term(content: Content, rows: Rows, position: int, term: dict[str, Any]) -> Iterator[Entry]:
    address = address_of_term(term["key"])
    unit = content.find(term["authority"])
    level = checked_of(unit.document, unit.block.marker if unit.block else "").level.value if unit else "unchecked"
    for lang in _languages(term["term"]):
        everyday = term.get("everyday", {}).get(lang, [])
        row = {"key": term["key"], "lang": lang, "term": term["term"][lang], "meaning": term["meaning"][lang],
               "authority": _target(content, term["authority"]), "everyday": "\n".join(everyday)}  # fmt: skip
        rows.add("term", row)
        names = [term["term"][lang], *everyday]
        asks = [f"{LANGUAGES[lang].what_is} {name}" for name in names]
        head = {"kind": "term", "label": "", "title": term["term"][lang], "jurisdiction": "", "level": level}
        yield _entry(address, lang, head, asks, term["meaning"][lang], position)


def _write_event(content: Content, rows: Rows, position: int, event: dict[str, Any]) -> Iterator[Entry]:
    address = str(Address("event", (event["key"],)))
    touches = [target for citation in event.get("touches", []) if (target := _target(content, citation))]
    for lang in _languages(event["title"]):
        row = {"key": event["key"], "lang": lang, "position": position, "date": iso(event["date"]),
               "precision": event.get("precision", "day"), "title": event["title"][lang], "text": event["text"][lang],
               "jurisdiction": event["jurisdiction"], "level": event["level"], "source": event.get("source", ""),
               "touches": " ".join(touches)}  # fmt: skip
        rows.add("happening", row)
        head = {"kind": "event", "label": iso(event["date"]), "title": event["title"][lang],
                "jurisdiction": event["jurisdiction"], "level": event["level"]}  # fmt: skip
        yield _entry(address, lang, head, [], event["text"][lang], position)


def _write_contact(rows: Rows, position: int, contact: dict[str, Any]) -> Iterator[Entry]:
    address = str(Address("contact", (contact["key"],)))
    for lang in _languages(contact["for"]):
        row = {"key": contact["key"], "lang": lang, "position": position, "name": contact["name"],
               "purpose": contact["for"][lang], "phone": contact.get("phone", ""), "email": contact.get("email", ""),
               "web": contact.get("web", ""), "hours": contact.get("hours", {}).get(lang, ""),
               "note": contact.get("note", {}).get(lang, ""),
               "warning": worded(contact.get("warning", {}), lang), "checked_on": iso(contact["checked_on"]),
               "level": contact["level"], "source": contact.get("source", "")}  # fmt: skip
        rows.add("contact", row)
        head = {"kind": "contact", "label": row["phone"] or row["web"], "title": contact["name"], "jurisdiction": "",
                "level": contact["level"]}  # fmt: skip
        yield _entry(address, lang, head, [], contact["for"][lang], position)


def _write_flow(content: Content, rows: Rows, position: int, file: FlowFile) -> Iterator[Entry]:
    address = str(Address("flow", (file.key,)))
    for lang in _languages(file.table["title"]):
        flow = flow_of(content, file, lang)
        rows.add("flow",
            {"key": file.key, "lang": lang, "position": position, "title": flow.title, "about": flow.about,
             "situation": flow.situation, "questions": len(flow.questions), "body": to_json(flow)}
        )  # fmt: skip
        level = worst([outcome.level for outcome in flow.outcomes.values()])
        head = {
            "kind": "flow",
            "label": KINDS["flow"].printed,
            "title": flow.title,
            "jurisdiction": "",
            "level": level.value,
        }
        asks = [question.text for question in flow.questions.values()]
        yield _entry(address, lang, head, asks, flow.about, position)


def _sheets(content: Content) -> Iterator[Row]:
    for position, file in enumerate(sheet_files(content)):
        for lang, sheet in sheets_of(content, file):
            yield {"key": file.key, "lang": lang, "position": position, "title": sheet.title, "subtitle": sheet.subtitle,
                   "cards": sheet.card is not None, "body": to_json(sheet)}  # fmt: skip


def _write_guides(content: Content, rows: Rows) -> Iterator[Entry]:
    """Papers with their questions, the stages of the path, the pages that can be found."""
    for lang in LANGUAGES:
        for position, question in enumerate(questions_of(content, lang)):
            rows.add("guide", _guide("question", question.key, lang, position, question))
    for position, file in enumerate(paper_files(content)):
        for lang in _languages(file.table["title"]):
            paper = paper_of(content, file, lang)
            rows.add("guide", _guide("paper", paper.key, lang, position, paper))
            asks = [paper.looks_like, *file.table.get("asks", {}).get(lang, [])]
            head = {
                "kind": "paper",
                "label": KINDS["paper"].printed,
                "title": paper.title,
                "jurisdiction": "",
                "level": paper.level.value,
            }
            yield _entry(
                str(Address("paper", (paper.key,))), lang, head, asks, f"{paper.what} {paper.signed}", position
            )
    for position, row in enumerate(stage_rows(content)):
        for lang in _languages(row["title"]):
            stage = stage_of(content, row, lang)
            rows.add("guide", _guide("stage", stage.key, lang, position, stage))
            head = {
                "kind": "stage",
                "label": KINDS["stage"].printed,
                "title": stage.title,
                "jurisdiction": "",
                "level": stage.level.value,
            }
            asks = row.get("asks", {}).get(lang, [])
            yield _entry(str(Address("stage", (stage.key,))), lang, head, asks, " ".join(stage.happens), position)
    for lang in LANGUAGES:
        for position, (tool, asks) in enumerate(tools_of(content, lang)):
            head = {"kind": "tool", "label": "", "title": tool.title, "jurisdiction": "", "level": Level.OFFICIAL.value}
            yield _entry(str(Address("tool", (tool.key,))), lang, head, asks, tool.about, position)


def _guide(kind: str, key: str, lang: str, position: int, noun: tuple[Any, ...]) -> Row:
    return {"kind": kind, "key": key, "lang": lang, "position": position, "body": to_json(noun)}


def _entry(address: str, lang: str, head: dict[str, str], asks: list[str], text: str, position: int) -> Entry:
    """A search entry of a thing that is no document."""
    row = {
        "address": address, "document": address, "lang": lang, "citation": address, "source": "", "status": "in_force",
        "effective": "", "ends": "", "lines": text, "line_stems": stemmed_line(text, lang),
        "asks": "\n".join(stemmed_line(ask, lang) for ask in asks), **head,
    }  # fmt: skip
    fields = {"heading": head["title"], "asks": " ".join(asks), "plain": text, "law": "", "citation": "", "context": ""}
    return Entry(row, fields, (False, _AFTER_DOCUMENTS, head["kind"], position, address, lang))
