"""A checked content set -> the knowledge base, one SQLite file. The same input gives the same bytes."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import sqlite_utils

from rightsref.content.building.asked import elsewhere, examples
from rightsref.content.building.classifier import write_classifier
from rightsref.content.building.collections import rows_of, write_collections
from rightsref.content.building.entries import Entry, entries_of, index_entries
from rightsref.content.building.known_words import tells_rows, thesaurus_rows, two_laws_rows, write_known_words
from rightsref.content.building.naming import acts_of, names_of
from rightsref.content.building.news import news_rows
from rightsref.content.building.outline import in_outline_order
from rightsref.content.building.reviewed import reviewed_rows
from rightsref.content.building.rows import Rows
from rightsref.content.building.target import draft_of, see_that_free
from rightsref.content.linking.everyday import everyday
from rightsref.content.linking.flows import documents_cited, flow_files
from rightsref.content.linking.papers import drawings_of_documents
from rightsref.content.linking.resolve import (
    Content,
    Text,
    address_of,
    caption_of,
    checked_of,
    citation_of,
    iso,
    label_of,
    level_at,
    pinpoint_in,
    succession,
    units_of,
)
from rightsref.content.linking.texts import worded
from rightsref.content.prose.glossary import TermLinks
from rightsref.content.prose.markup import Rendered, Renderer
from rightsref.content.reading.grammar import PARAGRAPH_PARTS, PARTS
from rightsref.content.reading.heads import head_texts
from rightsref.content.reading.memory import all_kept
from rightsref.content.reading.raw import RawBlock, RawDocument
from rightsref.knowledge.database import APPLICATION_ID, SCHEMA_VERSION
from rightsref.knowledge.whole import packed_copy
from rightsref.model.address import Address
from rightsref.model.kinds import DOCUMENT_KINDS, LANGUAGES, ORIGINAL, left_in_english
from rightsref.model.law import Level, worst

_SCHEMA = Path(__file__).with_name("schema.sql")
_TALLY = f"""
INSERT INTO tally SELECT :position, :level, count(*) FROM entry e LEFT JOIN document d ON d.address = e.address
WHERE e.lang = '{ORIGINAL}' AND e.kind IN ({", ".join(f"'{kind}'" for kind in DOCUMENT_KINDS)}) AND coalesce(d.level, e.level) = :level
"""
_HEAD_KEYS = {
    "citation", "heading", "label", "status", "status_note", "effective", "ends", "updated", "review_by",
    "checked", "history", "related", "aliases", "jurisdiction", "gaps", "since", "was", "reworded",
}  # fmt: skip


@all_kept()
def build(content: Content, target: Path) -> str:
    """Write the knowledge base and, beside it, its SHA-256.

    Args:
        content: a content set without errors.
        target: the file to write; an older one is replaced in one step, so that a reader never sees half a file.

    Returns:
        The SHA-256 of the file, in hexadecimal.

    Raises:
        RightsRefError: something else stands there, or the disk cannot take it.
    """
    see_that_free(target)
    with draft_of(target) as folder:
        draft, beside = folder / "knowledge.db", folder / "knowledge.sha256"
        connection = sqlite3.connect(draft)
        try:
            _write(content, sqlite_utils.Database(connection), connection)
        finally:
            connection.close()
        digest = hashlib.sha256(draft.read_bytes()).hexdigest()
        beside.write_text(digest + "\n", encoding="ascii")
        packed_copy(target).unlink(missing_ok=True)  # of the edition before; only a wheel is given one
        beside.replace(target.with_suffix(".sha256"))
        draft.replace(target)
    return digest


def _write(content: Content, db: sqlite_utils.Database, connection: sqlite3.Connection) -> None:
    connection.executescript(
        f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {SCHEMA_VERSION};"
    )
    connection.executescript(_SCHEMA.read_text(encoding="utf-8"))
    rows = Rows()
    writer = _Writer(content, rows)
    writer.sources()
    for position, text in enumerate(in_outline_order(content), 1):
        writer.document(position, text)
    writer.names()
    said = content.tree.tables.get("thesaurus", {})
    rows.extend("thesaurus", thesaurus_rows(everyday(content.tree.tables)))
    for table, of in (("two_laws", two_laws_rows), ("tells", tells_rows)):
        rows.extend(table, of(said))
    writer.entries.extend(write_collections(content, rows))
    write_classifier(rows, examples(content, rows, writer.entries), elsewhere(content))
    rows.leave_out("block", "part", "asks")  # the index and the classifier hold what search needs of them
    writer.meta()
    rows.extend("news", news_rows(content))
    rows.extend("reviewed", reviewed_rows(content))
    rows.add("meta", {"key": "content", "value": rows.digest()})
    rows.write(db)
    index_entries(db, sorted(writer.entries, key=lambda entry: entry.importance))
    write_known_words(content.tree.tables.get("known_words", {}), connection)
    connection.executemany(_TALLY, [{"position": n, "level": level.value} for n, level in enumerate(Level)])
    connection.commit()
    connection.executescript("INSERT INTO word (word) VALUES ('optimize'); ANALYZE; VACUUM;")


class _Writer:
    """Writes rows; keeps what the search index will need."""

    def __init__(self, content: Content, rows: Rows) -> None:
        self.content = content
        self.rows = rows
        self.entries: list[Entry] = []
        self.gaps: list[tuple[str, str, str]] = []
        files = flow_files(content)
        self.flow_order = {file.key: n for n, file in enumerate(files)}
        self.flows_citing = documents_cited(content, files)
        self.papers = drawings_of_documents(content)
        self.levels = {str(unit.address): level_at(unit) for unit in content.units.values()}
        self.terms = {lang: TermLinks(rows_of(content, "glossary", "term"), lang) for lang in LANGUAGES}

    def sources(self) -> None:
        for key, table in sorted(self.content.tree.sources.items()):
            for lang in LANGUAGES:
                if lang != "en" and lang not in table["title"]:
                    continue
                row = {
                    name: _in(table[name], lang) for name in ("title", "short", "binds", "enforced_by", "who_may_sue")
                }
                row |= {name: table[name] for name in ("citation", "jurisdiction", "kind", "url")}
                row |= {"key": key, "lang": lang, "position": table["order"]}
                row |= {
                    "status": table.get("status", "in_force"),
                    "status_note": _in(table.get("status_note", {}), lang),
                }
                self.rows.add("source", row)

    def document(self, position: int, text: Text) -> None:
        english = text.english
        checked = checked_of(english)
        meta = english.meta
        address, citation = str(address_of(english)), citation_of(english)
        head = {
            "id": position, "address": address, "kind": english.kind, "citation": str(citation),
            "base": citation.base + citation.pinpoint, "source": english.source, "position": position,
            "jurisdiction": self.jurisdiction(english),
            "status": meta.get("status") or ("superseded" if english.version else "in_force"),
            "effective": iso(meta.get("effective")), "ends": iso(meta.get("ends")),
            "updated": iso(meta.get("updated")), "review_by": iso(meta.get("review_by")),
            "level": checked.level.value, "checked_on": checked.on, "checked_source": checked.source,
        }  # fmt: skip
        self.rows.add("document", head)
        for lang, document in {"en": english, **text.translations}.items():
            self.words_of(position, lang, document, english)
        self.pointers(position, english)
        if address in self.papers:
            self.rows.add("related", {"document": position, "position": 999, "target": self.papers[address]})
        for key in self.flows_citing.get(address, ()):
            target = str(Address("flow", (key,)))
            self.rows.add("related", {"document": position, "position": 1_000 + self.flow_order[key], "target": target})
        self.gaps.extend(
            (address, lang, english.said(str(gap), lang)) for lang in LANGUAGES for gap in meta.get("gaps", [])
        )
        source = self.content.tree.sources.get(english.source, {})
        self.entries.extend(entries_of(self.rows, head, source.get("kind", "")))

    def pointers(self, position: int, english: RawDocument) -> None:
        """The history of a document, and what to read with it."""
        meta = english.meta
        for n, e in enumerate(sorted(meta.get("history", []), key=lambda e: iso(e["date"]))):
            told = {"document": position, "position": n, "date": iso(e["date"]), "source": e.get("source", "")}
            self.rows.extend(
                "event", ({**told, "lang": lang, "text": english.said(e["text"], lang)} for lang in LANGUAGES)
            )
        self.rows.extend(
            "related",
            (
                {"document": position, "position": n, "target": str(unit.address)}
                for n, reference in enumerate(meta.get("related", []))
                if (unit := self.content.find(str(reference)))
            ),
        )

        for pinpoint, (was, reworded) in succession(meta).items():
            row = {"document": position, "pinpoint": pinpoint, "was": was, "reworded": int(reworded)}
            self.rows.add("succession", row)

    def words_of(self, position: int, lang: str, document: RawDocument, english: RawDocument) -> None:
        """The words of one document in one language: head, paragraphs, explanation."""
        self.rows.add("title",
            {
                "document": position, "lang": lang, "label": label_of(english, lang),
                "heading": document.meta.get("heading", ""), "status_note": english.said(english.meta.get("status_note", ""), lang),
                "checked_note": checked_of(english, lang=lang).note, "facts": _facts(english, lang),
            }
        )  # fmt: skip
        renderer = Renderer(lambda reference: self.link(reference, english, lang), self.terms.get(lang))
        self.rows.extend("paragraph", self.paragraphs(position, lang, document, english, renderer))
        number = 0
        for part in (key for key in PARTS.values() if key in document.parts and key not in PARAGRAPH_PARTS):
            rows = []
            renderer.begin_part()
            for block in document.parts[part]:
                rendered = renderer.render(block.text, linked=part != "asks")  # nobody reads these
                authorities = self.authorities(block, rendered, english)
                level = worst([self.levels[address] for address in authorities])
                rows.append(
                    {
                        "document": position, "lang": lang, "part": part, "position": (number := number + 1),
                        "html": rendered.html, "text": rendered.text, "authorities": " ".join(authorities),
                        "level": level.value,
                    }
                )  # fmt: skip
            self.rows.extend("block", rows)

    def paragraphs(
        self, position: int, lang: str, document: RawDocument, english: RawDocument, renderer: Renderer
    ) -> Iterable[dict[str, Any]]:
        units = {unit.block.marker: unit for unit in units_of(english) if unit.block}
        own = next(units_of(english))
        label = label_of(english, lang)
        blocks = [block for part in PARAGRAPH_PARTS for block in document.parts.get(part, [])]
        for number, block in enumerate(blocks):
            unit = units.get(block.marker, own)
            rendered, checked = renderer.render(block.text), checked_of(english, block.marker, lang)
            steps = block.marker.count("(") or 1
            yield {
                "document": position, "lang": lang, "position": number, "address": str(unit.address),
                "citation": str(unit.citation), "pinpoint": unit.pinpoint.strip(), "label": caption_of(english, block.marker, lang),
                "printed": label + pinpoint_in(english, unit.pinpoint, lang), "depth": steps - 1,
                "html": rendered.html, "text": rendered.text, "level": checked.level.value,
                "checked_on": checked.on, "checked_source": checked.source, "checked_note": checked.note,
            }  # fmt: skip

    def link(self, reference: str, within: RawDocument, lang: str) -> tuple[str, str] | None:
        """Where a reference leads, and what it is called in a language."""
        unit = self.content.find(reference, within)
        return (str(unit.address), self.content.printed(unit, lang)) if unit else None

    def authorities(self, block: RawBlock, rendered: Rendered, within: RawDocument) -> list[str]:
        named = ([block.marker] if block.marker else []) + list(rendered.references)
        units = [self.content.find(reference, within) for reference in named]
        return list(dict.fromkeys(str(unit.address) for unit in units if unit))

    def jurisdiction(self, document: RawDocument) -> str:
        own = document.meta.get("jurisdiction")
        return str(own or self.content.tree.sources[document.source]["jurisdiction"])

    def names(self) -> None:
        """Names that documents are looked up by, and how the acts are called."""
        pairs = {key: str(unit.address) for key, unit in names_of(self.content).items()}
        self.rows.extend("name", ({"key": key, "address": address} for key, address in sorted(pairs.items())))
        acts = sorted(acts_of(self.content.tree.sources).items())
        self.rows.extend("act", ({"name": name, "citation": citation} for name, citation in acts))

    def meta(self) -> None:
        about = self.content.tree.tables.get("about", {})
        self.gaps.extend(("", lang, gap) for lang in LANGUAGES for gap in worded(about.get("gaps"), lang))
        rows = {
            "law_as_of": iso(about.get("law_as_of")),
            "last_review": iso(about.get("last_review")),
            "edition": about.get("edition", ""),
        }
        self.rows.extend("meta", ({"key": key, "value": str(value)} for key, value in sorted(rows.items())))
        self.rows.extend(
            "gap", ({"position": n, "address": a, "lang": lang, "text": t} for n, (a, lang, t) in enumerate(self.gaps))
        )


def _in(table: dict[str, str], lang: str) -> str:
    return table.get(lang) or left_in_english(table.get("en", ""), lang)


def _facts(english: RawDocument, lang: str) -> str:
    asked = set(head_texts(english))
    own = {key: iso(value) or str(value) for key, value in sorted(english.meta.items()) if key not in _HEAD_KEYS}
    own = {key: english.said(value, lang) if value in asked else value for key, value in own.items()}
    return json.dumps(own, ensure_ascii=False)
