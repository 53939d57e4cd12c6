"""The collections beside the documents, as data: for each, what its items are in each language and how search finds them.

A new collection is a shape in the grammar, a noun, and a line in `COLLECTIONS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from rightsref.content.building.dated import changed_on, law_turned
from rightsref.content.building.entries import Entry, prior_of, stemmed_line, stemmed_lines
from rightsref.content.building.rows import Rows
from rightsref.content.linking.flows import flow_files, flow_of
from rightsref.content.linking.heard import heard_flows, heard_lists
from rightsref.content.linking.papers import paper_files, paper_of, questions_of
from rightsref.content.linking.resolve import Content, iso
from rightsref.content.linking.sheets import sheet_files, sheets_of
from rightsref.content.linking.signing import signing_paper_of, signing_rows
from rightsref.content.linking.stages import stage_of, stage_rows, tools_of
from rightsref.content.linking.texts import level_of, worded
from rightsref.knowledge.plain import to_json
from rightsref.model.address import Address
from rightsref.model.flow import FlowHead
from rightsref.model.kinds import KINDS, LANGUAGES, ORIGINAL
from rightsref.model.law import Jurisdiction, Level, worst
from rightsref.model.reference import Contact, Need, Term, TimelineEvent
from rightsref.model.sheet import SheetHead
from rightsref.words import said

#: After the law, forms, topics and cases in the order of importance.
_AFTER_DOCUMENTS = 10


class Found(NamedTuple):
    """What search needs to know of an item: its title and text, how it is labelled, and how people ask for it."""

    title: str
    text: str
    asks: Iterable[str] = ()
    label: str = ""
    jurisdiction: str = ""
    level: Level = Level.OFFICIAL


class Written(NamedTuple):
    """An item in one language.

    Attributes:
        noun: the item.
        found: how it is found; None if it is no place of its own.
        head: what a list shows of it, where that is less than the whole.
    """

    key: str
    lang: str
    noun: tuple[Any, ...]
    found: Found | None = None
    head: tuple[Any, ...] | None = None


def write_collections(content: Content, rows: Rows) -> Iterator[Entry]:
    """Write every item; yields what the search index takes of them."""
    for name, written in COLLECTIONS.items():
        positions: dict[str, int] = {}
        for item in written(content):
            position = positions.setdefault(item.key, len(positions))
            rows.add("item", {
                "collection": name, "key": item.key, "lang": item.lang, "position": position,
                "head": to_json(item.head) if item.head else "", "body": to_json(item.noun),
            })  # fmt: skip
            if item.found:
                yield _entry(name, item, item.found, position)


def rows_of(content: Content, table: str, name: str) -> list[dict[str, Any]]:
    """The tables `[[name]]` of a file, in its order."""
    return list(content.tree.tables.get(table, {}).get(name, []))


def _languages(field: dict[str, str]) -> list[str]:
    return [lang for lang in LANGUAGES if lang in field]


def _asks(row: dict[str, Any], lang: str, written: Iterable[str]) -> list[str]:
    """How people ask for a row, in a language; with the original go those of languages that it is not written in."""
    asks = row.get("asks", {})
    more = [other for other in asks if other not in written] if lang == ORIGINAL else []
    return [ask for spoken in (lang, *more) for ask in asks.get(spoken, [])]


def _address(kind: str, key: str) -> str:
    return str(Address(kind, (key,)))


def _target(content: Content, citation: str) -> str:
    unit = content.find(citation)
    return str(unit.address) if unit else ""


def _terms(content: Content) -> Iterator[Written]:
    for row in rows_of(content, "glossary", "term"):
        for lang in _languages(row["term"]):
            everyday = tuple(row.get("everyday", {}).get(lang, []))
            authority = _target(content, row["authority"])
            term = Term(_address("term", row["key"]), row["term"][lang], row["meaning"][lang], authority, everyday)
            asks = [f"{LANGUAGES[lang].what_is} {name}" for name in (term.term, *everyday)]
            found = Found(term.term, term.meaning, asks, level=level_of(content, row["authority"]))
            yield Written(row["key"], lang, term, found)


def _events(content: Content) -> Iterator[Written]:
    for row in sorted(rows_of(content, "timeline", "event"), key=lambda event: (iso(event["date"]), event["key"])):
        touches = tuple(target for citation in row.get("touches", []) if (target := _target(content, citation)))
        for lang in LANGUAGES:
            event = TimelineEvent(
                _address("event", row["key"]), iso(row["date"]), row.get("precision", "day"), worded(row["title"], lang), worded(row["text"], lang),
                Jurisdiction(row["jurisdiction"]), Level(row["level"]), row.get("source", ""), touches,
            )  # fmt: skip
            turned = law_turned(content, row.get("touches", []), event.date, event.precision)
            asks = [*_asks(row, lang, row["title"]), *changed_on(event.date, event.precision, law=turned)]
            found = Found(event.title, event.text, asks, event.date, event.jurisdiction, event.level)
            yield Written(row["key"], lang, event, found if lang in row["title"] else None)


def _contacts(content: Content) -> Iterator[Written]:
    for row in rows_of(content, "contacts", "contact"):
        for lang in LANGUAGES:
            hours, note, warning = (worded(row.get(key), lang) for key in ("hours", "note", "warning"))
            contact = Contact(
                _address("contact", row["key"]), worded(row["name"], lang), worded(row["for"], lang), row.get("phone", ""), row.get("email", ""),
                row.get("web", ""), hours, note, warning, iso(row["checked_on"]), Level(row["level"]), row.get("source", ""),
                Need(row["need"]),
            )  # fmt: skip
            asks = _asks(row, lang, row["for"])
            # A hit shows its number, so it shows the warning too.
            words = " ".join(filter(None, (contact.warning, contact.purpose)))
            found = Found(contact.name, words, asks, contact.phone or contact.web, "", contact.level)
            yield Written(row["key"], lang, contact, found if lang in row["for"] and lang in row["name"] else None)


def _flows(content: Content) -> Iterator[Written]:
    for file in flow_files(content):
        for lang in LANGUAGES:
            flow = flow_of(content, file, lang)
            head = FlowHead(flow.key, flow.title, flow.about, flow.situation, len(flow.questions))
            asks = _asks(file.table, lang, file.table["title"])
            level = worst([outcome.level for outcome in flow.outcomes.values()])
            found = Found(flow.title, flow.about, asks, said(KINDS["flow"].printed, lang), "", level)
            yield Written(file.key, lang, flow, found if lang in file.table["title"] else None, head)


def _heard(content: Content) -> Iterator[Written]:
    yield from (Written(heard.flow, ORIGINAL, heard) for heard in heard_flows(content))


def _heard_lists(content: Content) -> Iterator[Written]:
    yield from (Written(each.name, ORIGINAL, each) for each in heard_lists(content))


def _sheets(content: Content) -> Iterator[Written]:
    for file in sheet_files(content):
        made = dict(sheets_of(content, file))
        for lang, sheet in made.items():
            head = SheetHead(file.key, sheet.title, sheet.subtitle, tuple(sorted(made)), sheet.card is not None)
            asks = _asks(file.table, lang, made)
            found = Found(sheet.title, sheet.subtitle, asks, said(KINDS["sheet"].printed, lang))
            yield Written(file.key, lang, sheet, found if asks else None, head)


def _questions(content: Content) -> Iterator[Written]:
    for lang in LANGUAGES:
        yield from (Written(question.key, lang, question) for question in questions_of(content, lang))


def _papers(content: Content) -> Iterator[Written]:
    for file in paper_files(content):
        for lang in LANGUAGES:
            paper = paper_of(content, file, lang)
            asks = [paper.looks_like, *file.table.get("asks", {}).get(lang, [])]
            words = f"{paper.what} {paper.signed}"
            found = Found(paper.title, words, asks, said(KINDS["paper"].printed, lang), "", paper.level)
            yield Written(file.key, lang, paper, found if lang in file.table["title"] else None)


def _stages(content: Content) -> Iterator[Written]:
    for row in stage_rows(content):
        for lang in LANGUAGES:
            stage = stage_of(content, row, lang)
            asks, words = row.get("asks", {}).get(lang, []), " ".join(stage.happens)
            found = Found(stage.title, words, asks, said(KINDS["stage"].printed, lang), "", stage.level)
            yield Written(stage.key, lang, stage, found if lang in row["title"] else None)


def _signing(content: Content) -> Iterator[Written]:
    for row in signing_rows(content):
        for lang in LANGUAGES:
            paper = signing_paper_of(content, row, lang)
            asks = [paper.looks_like, *row.get("asks", {}).get(lang, [])]
            found = Found(paper.title, paper.gives_up.fact, asks, said(KINDS["signing"].printed, lang), "", paper.level)
            yield Written(paper.key, lang, paper, found if lang in row["title"] else None)


def _tools(content: Content) -> Iterator[Written]:
    for lang in LANGUAGES:
        for tool, asks in tools_of(content, lang):
            yield Written(tool.key, lang, tool, Found(tool.title, tool.about, asks))


#: Every collection by the kind of its items (`question`, `heard` and `heard_list` are no places of their own): a content set in, its items out, in order.
COLLECTIONS: dict[str, Callable[[Content], Iterator[Written]]] = {
    "term": _terms, "event": _events, "flow": _flows, "sheet": _sheets, "question": _questions, "paper": _papers,
    "signing": _signing, "heard": _heard, "heard_list": _heard_lists, "stage": _stages, "tool": _tools, "contact": _contacts,
}  # fmt: skip


def _entry(kind: str, item: Written, found: Found, position: int) -> Entry:
    """A search entry of a thing that is no document."""
    address, lang, asks = _address(kind, item.key), item.lang, list(found.asks)
    row = {
        "address": address, "document": address, "lang": lang, "kind": kind, "citation": address, "label": found.label,
        "title": found.title, "source": "", "jurisdiction": found.jurisdiction, "status": "in_force", "effective": "", "ends": "",
        "level": found.level.value, "lines": found.text, "line_stems": stemmed_lines([found.text], lang),
        "asks": "\n".join(stemmed_line(ask, lang) for ask in asks), "prior": prior_of(kind, ""),
    }  # fmt: skip
    fields = {"heading": [found.title], "asks": asks, "plain": [found.text]}
    return Entry(row, fields, tuple(asks), (False, _AFTER_DOCUMENTS, kind, position, address, lang))
