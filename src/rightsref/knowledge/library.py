"""The knowledge base: rows to nouns, SELECTs by key."""

from __future__ import annotations

import json
import sqlite3
from functools import cached_property

from rightsref.errors import NotFoundError
from rightsref.knowledge.acts import Acts
from rightsref.knowledge.collections import ENTRY_KINDS, Collections
from rightsref.model import address as addresses
from rightsref.model import citation as citations
from rightsref.model.kinds import ORIGINAL
from rightsref.model.law import (
    Block,
    Checked,
    Document,
    Event,
    Heading,
    Jurisdiction,
    Level,
    Paragraph,
    Reference,
    Source,
    Status,
    Succession,
    Version,
)
from rightsref.model.typed import plain_signs
from rightsref.words import tr
from rightsref.words.dates import date_words

_HEAD = "d.*, t.label, t.heading, t.status_note, t.checked_note, t.facts"


class KnowledgeBase(Collections):
    """A knowledge base opened for reading. Use `KnowledgeBase.open`."""

    @cached_property
    def acts(self) -> Acts:
        """The acts that a section can be named by."""
        return Acts(self)

    # -- by key ---------------------------------------------------------------------------------------------

    def sources(self, lang: str = "en") -> list[Source]:
        """Every source, in outline order."""
        rows = self.rows("SELECT * FROM source WHERE lang IN (?, 'en') ORDER BY position, key, lang = 'en'", lang)
        first = {row["key"]: row for row in reversed(rows)}
        return [
            Source(
                row["key"], row["title"], row["short"], row["citation"], Jurisdiction(row["jurisdiction"]), row["kind"],
                row["binds"], row["enforced_by"], row["who_may_sue"], row["url"], Status(row["status"]), row["status_note"],
            )
            for row in sorted(first.values(), key=lambda row: (row["position"], row["key"]))
        ]  # fmt: skip

    def outline(self, lang: str = "en") -> list[Heading]:
        """Every document's heading, in outline order: sources by rank, sections by number, then forms and cases."""
        rows = self.rows(f"SELECT {_HEAD} FROM document d {_title('d.id')} ORDER BY d.position", lang)
        return [
            Heading(row["address"], row["citation"], row["label"], row["heading"], row["source"] or row["kind"],
                    Status(row["status"]), row["effective"], row["ends"])
            for row in rows
        ]  # fmt: skip

    def gaps(self, lang: str = "en") -> list[tuple[str, str]]:
        """What is not known: (address of the document, or empty, what is missing)."""
        rows = self.rows("SELECT address, text FROM gap WHERE lang = ? ORDER BY position", lang)
        return [(row["address"], row["text"]) for row in rows]

    def resolve(self, text: str, on: str = "") -> str:
        """The address that a citation, a name or an address means on a day.

        Args:
            text: a citation in any spelling, an alias such as a bill number, or an address.
            on: ISO date; empty for today's law.

        Raises:
            NotFoundError: nothing answers to it; the message says what comes nearest.
        """
        text = text.encode("utf-8", "replace").decode()  # an argument that is not UTF-8 comes with lone surrogates
        written = addresses.parse(text.strip())
        parsed = citations.parse(text)
        found = ""
        if written is not None:
            found = str(written) if self._exists(str(written)) else ""
        elif parsed is not None:
            found = self.address_of(parsed)
        if not found:
            keys = (citations.name_key(text), *citations.names(plain_signs(text)))
            named = [row for key in keys for row in self.rows("SELECT address FROM name WHERE key = ?", key)]
            found = named[0]["address"] if named else ""
        if not found and (by_act := self.acts.cited(text)):
            parsed = by_act[0]
            found = self.address_of(parsed)
        if not found and parsed is not None:
            found = self._lowest_above(parsed)
        if not found:
            raise NotFoundError(self._not_found(text, parsed))
        return self.on_day(found, on) if on else found

    def address_of(self, citation: citations.Citation) -> str:
        """The address of a citation, empty if it is not held; a repealed section answers to its bare number."""
        text = str(citation)
        rows = self.rows("SELECT address FROM document WHERE citation = ? COLLATE NOCASE", text) or self.rows(
            "SELECT address FROM paragraph WHERE citation = ? COLLATE NOCASE LIMIT 1", text
        )
        if not rows and not citation.version and not citation.pinpoint:
            rows = self.rows(
                "SELECT address FROM document WHERE base = ? COLLATE NOCASE ORDER BY effective DESC LIMIT 1",
                text,
            )
        if not rows and not citation.version and ":" in text:
            rows = self.rows("SELECT address FROM name WHERE key = ?", citations.loose_key(citation.base))
            held = rows[0]["address"] if rows else ""
            steps = citations.segments(citation.pinpoint)
            return held if not steps or ((held := "/".join((held, *steps))) and self._exists(held)) else ""
        return str(rows[0]["address"]) if rows else ""

    def part_not_held(self, text: str, address: str) -> str:
        """The citation that a text asks for, if what stands at an address is only what it would be a part of; else empty."""
        written = addresses.parse(text.strip())
        parsed = None if written else citations.parse(text) or next(iter(self.acts.cited(text)), None)
        shown = addresses.parse(address)
        if shown is None or (written is None and parsed is None):
            return ""
        steps = citations.segments(parsed.pinpoint) if parsed else written.path if written else ()
        held = tuple(map(str.casefold, shown.path))[len(shown.path) - len(steps) :] if steps else ()
        return "" if held == tuple(map(str.casefold, steps)) else str(parsed or written)

    def _lowest_above(self, citation: citations.Citation) -> str:
        """The paragraph that holds a cited one, where the text is held no further down than it; empty if there is none."""
        above = citation
        while above.pinpoint:
            above = above._replace(pinpoint=above.pinpoint.rpartition("(")[0])
            found = self.address_of(above)
            if found:
                below = self.rows("SELECT 1 FROM paragraph WHERE address LIKE ? LIMIT 1", f"{found}/%")
                return found if above.pinpoint and not below else ""
        return ""

    def on_day(self, address: str, day: str) -> str:
        """The address, at the same place, of the text that was in force on an ISO date.

        Raises:
            NotFoundError: no text stood there on that day; the message says when the first began.
        """
        parsed = addresses.parse(address)
        document = self._document_address(address)
        base = self.rows("SELECT base FROM document WHERE address = ?", document)[0]["base"]
        versions = self.versions(base)
        standing = [v for v in versions if v.effective <= day and (not v.ends or day < v.ends)]
        if not standing or parsed is None:
            first = min(versions, key=lambda v: v.effective)
            when = (
                tr("The first text held here took effect on {effective}").format(effective=date_words(first.effective))
                if day < first.effective
                else tr("The last text held here ended on {ends}").format(ends=date_words(versions[0].ends))
            )
            raise NotFoundError(
                tr("{base} was not in force on {day}. {when}.").format(base=base, day=date_words(day), when=when)
            )
        version = addresses.parse(standing[0].address)
        moved = str(parsed._replace(version=version.version if version else ""))
        return moved if self._exists(moved) else standing[0].address

    def versions(self, base: str) -> tuple[Version, ...]:
        """Every text that has stood under a citation, newest first."""
        rows = self.rows(
            "SELECT address, effective, ends, status FROM document WHERE base = ? ORDER BY effective DESC",
            base,
        )
        return tuple(Version(r["address"], r["effective"], r["ends"], Status(r["status"])) for r in rows)

    def document(self, address: str, lang: str = "en") -> Document:
        """The document that stands at an address, or that holds the paragraph there, with all that its page shows.

        Raises:
            NotFoundError: nothing stands there.
        """
        if addresses.kind_of(address) in ENTRY_KINDS:
            return self.entry_document(address, lang)
        found = self.rows(
            f"SELECT {_HEAD} FROM document d {_title('d.id')} WHERE d.address = ?",
            lang,
            self._document_address(address),
        )
        row = found[0]
        spoken = self._language(row["id"], lang)
        return Document(
            address=row["address"], kind=row["kind"], citation=row["citation"], label=row["label"], title=row["heading"],
            source=row["source"], jurisdiction=Jurisdiction(row["jurisdiction"]), status=Status(row["status"]),
            status_note=row["status_note"], effective=row["effective"], ends=row["ends"], updated=row["updated"],
            review_by=row["review_by"], checked=_checked(row), paragraphs=self._paragraphs(row["id"], spoken),
            parts=self._parts(row["id"], lang), history=self._history(row["id"], lang),
            related=self._related(row["id"], lang), versions=self.versions(row["base"]), facts=self._facts(row, lang),
            in_english=self._in_english(row["id"], lang, spoken), succession=self._succession(row["id"]),
        )  # fmt: skip

    def _facts(self, row: sqlite3.Row, lang: str) -> dict[str, str]:
        """What is known of a document beside its text; of a section of law, what holds for its whole source."""
        facts: dict[str, str] = json.loads(row["facts"])
        source = next((source for source in self.sources(lang) if source.key == row["source"]), None)
        return facts | ({"enforced_by": source.enforced_by, "who_may_sue": source.who_may_sue} if source else {})

    # -- parts of a document ---------------------------------------------------------------------------------

    def _paragraphs(self, document: int, lang: str) -> tuple[Paragraph, ...]:
        rows = self.rows("SELECT * FROM paragraph WHERE document = ? AND lang = ? ORDER BY position", document, lang)
        return tuple(
            Paragraph(
                r["address"], r["citation"], r["pinpoint"], r["printed"], r["label"], r["depth"], r["html"], r["text"], _checked(r)
            )
            for r in rows
        )  # fmt: skip

    def _parts(self, document: int, lang: str) -> dict[str, tuple[Block, ...]]:
        """Each part in the reader's language, or in English where there is no translation of it."""
        rows = self.rows(
            "SELECT * FROM block WHERE document = ? AND lang IN (?, 'en') ORDER BY lang = ?, position",
            document,
            lang,
            lang,
        )
        spoken = {row["part"]: row["lang"] for row in rows}
        parts: dict[str, list[Block]] = {}
        for row in (row for row in rows if row["lang"] == spoken[row["part"]]):
            block = Block(row["html"], row["text"], tuple(row["authorities"].split()), Level(row["level"]))
            parts.setdefault(row["part"], []).append(block)
        return {part: tuple(blocks) for part, blocks in parts.items()}

    def _in_english(self, document: int, lang: str, spoken: str) -> frozenset[str]:
        """The parts that have no translation, `law` among them if the law was not restated."""
        if lang == ORIGINAL:
            return frozenset()
        sql = "SELECT DISTINCT part FROM block WHERE document = ? AND lang = ?"
        there, own = ({row["part"] for row in self.rows(sql, document, each)} for each in (ORIGINAL, lang))
        return frozenset(there - own | ({"law"} if spoken == ORIGINAL else set()))

    def _history(self, document: int, lang: str) -> tuple[Event, ...]:
        sql = "SELECT date, text, source FROM event WHERE document = ? AND lang = ? ORDER BY position"
        rows = self.rows(sql, document, lang)
        return tuple(Event(row["date"], row["text"], row["source"]) for row in rows)

    def _succession(self, document: int) -> tuple[Succession, ...]:
        rows = self.rows("SELECT pinpoint, was, reworded FROM succession WHERE document = ?", document)
        return tuple(Succession(r["pinpoint"], r["was"], bool(r["reworded"])) for r in rows)

    def _related(self, document: int, lang: str) -> tuple[Reference, ...]:
        rows = self.rows("SELECT target FROM related WHERE document = ? ORDER BY position", document)
        return tuple(self.references([row["target"] for row in rows], lang).values())

    def _language(self, document: int, lang: str) -> str:
        """The reader's language if the law was restated in it, else English."""
        rows = self.rows("SELECT 1 FROM paragraph WHERE document = ? AND lang = ? LIMIT 1", document, lang)
        return lang if rows else "en"

    def _document_address(self, address: str) -> str:
        rows = self.rows(
            "SELECT address FROM document WHERE address = ? UNION ALL "
            "SELECT d.address FROM paragraph p JOIN document d ON d.id = p.document WHERE p.address = ? LIMIT 1",
            address,
            address,
        )
        if not rows:
            raise NotFoundError(tr("Nothing stands at {address}.").format(address=address))
        return str(rows[0]["address"])

    def _exists(self, address: str) -> bool:
        return bool(self.rows("SELECT 1 FROM entry WHERE address = ? LIMIT 1", address))

    def _not_found(self, text: str, parsed: citations.Citation | None) -> str:
        folded = " ".join(text.split())
        shown = folded if len(folded) <= 60 else folded[:57] + "…"
        nearest = parsed
        while nearest is not None and nearest.pinpoint:
            nearest = nearest._replace(pinpoint=nearest.pinpoint.rpartition("(")[0])
            if self.address_of(nearest):
                return tr("There is no {parsed} here; the nearest that is held is {nearest}.").format(
                    parsed=parsed, nearest=nearest
                )
        return tr(
            "“{shown}” is not held here. Try `rightsref search` with the same words, or a citation such as 5 ILCS 805/15."
        ).format(shown=shown)


def _title(document: str) -> str:
    """JOIN that picks the title row in the reader's language, else English; binds one value, the language."""
    return (
        f"JOIN title t ON t.document = {document} AND t.lang = coalesce((SELECT lang FROM title "
        f"WHERE document = {document} AND lang = ?), 'en')"
    )


def _checked(row: sqlite3.Row) -> Checked:
    return Checked(Level(row["level"]), row["checked_on"], row["checked_source"], row["checked_note"])
