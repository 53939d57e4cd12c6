"""What stands beside the documents: glossary, timeline, contacts; and what is shown beside a pointer."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import TYPE_CHECKING

from rightsref.errors import NotFoundError, UsageError
from rightsref.knowledge.database import Database
from rightsref.knowledge.plain import Noun, from_json
from rightsref.model import address as addresses
from rightsref.model.flow import Flow, FlowHead
from rightsref.model.kinds import DOCUMENT_KINDS, FOUND_KINDS
from rightsref.model.law import (
    Block,
    Checked,
    Contact,
    Document,
    Happening,
    Jurisdiction,
    Level,
    Reference,
    Status,
    Term,
)

if TYPE_CHECKING:
    from rightsref.model.paper import Paper, PaperQuestion
    from rightsref.model.sheet import SheetHead, SheetSource
    from rightsref.model.stage import Stage

#: What has an address but no document of its own.
SMALL_KINDS = tuple(kind for kind in FOUND_KINDS if kind not in DOCUMENT_KINDS)


class Tables(Database):
    """The part of the knowledge base that is no law."""

    def terms(self, lang: str = "en") -> list[Term]:
        """The glossary, by term."""
        rows = self._in_language("term", lang)
        terms = [
            Term(f"rightsref:term/{r['key']}", r["term"], r["meaning"], r["authority"], _lines(r["everyday"]))
            for r in rows
        ]
        return sorted(terms, key=lambda term: term.term.casefold())

    def timeline(self, lang: str = "en") -> list[Happening]:
        """Every event, oldest first."""
        return [
            Happening(f"rightsref:event/{r['key']}", r["date"], r["precision"], r["title"], r["text"],
                      Jurisdiction(r["jurisdiction"]), Level(r["level"]), r["source"], tuple(r["touches"].split()))
            for r in sorted(self._in_language("happening", lang), key=lambda r: r["position"])
        ]  # fmt: skip

    def contacts(self, lang: str = "en") -> list[Contact]:
        """Everybody to call."""
        return [
            Contact(f"rightsref:contact/{r['key']}", r["name"], r["purpose"], r["phone"], r["email"], r["web"], r["hours"],
                    r["note"], r["warning"], r["checked_on"], Level(r["level"]), r["source"])
            for r in sorted(self._in_language("contact", lang), key=lambda r: r["position"])
        ]  # fmt: skip

    def flows(self, lang: str = "en") -> list[FlowHead]:
        """Every scenario, in order."""
        rows = sorted(self._in_language("flow", lang), key=lambda r: r["position"])
        return [FlowHead(r["key"], r["title"], r["about"], r["situation"], r["questions"]) for r in rows]

    def flow(self, key: str, lang: str = "en") -> Flow:
        """A scenario by its key.

        Raises:
            UsageError: there is none; the message lists those there are.
        """
        rows = self.rows(
            "SELECT body FROM flow WHERE key = ? AND lang IN (?, 'en') ORDER BY lang <> ?", key, lang, lang
        )
        if not rows:
            known = ", ".join(head.key for head in self.flows())
            raise UsageError(f"There is no scenario “{key[:40]}”. The scenarios are: {known}.")
        return from_json(Flow, rows[0]["body"])

    def sheets(self, lang: str = "en") -> list[SheetHead]:
        """Every explainer sheet, in order."""
        from rightsref.model.sheet import SheetHead

        rows = sorted(self._in_language("sheet", lang), key=lambda r: r["position"])
        spoken: dict[str, tuple[str, ...]] = {}
        for row in self.rows("SELECT key, lang FROM sheet ORDER BY lang"):
            spoken[row["key"]] = (*spoken.get(row["key"], ()), row["lang"])
        return [SheetHead(r["key"], r["title"], r["subtitle"], spoken[r["key"]], bool(r["cards"])) for r in rows]

    def sheet(self, key: str, lang: str = "en") -> SheetSource:
        """A sheet as it is written, its addresses resolved.

        Raises:
            UsageError: there is none; the message lists those there are.
        """
        from rightsref.model.sheet import SheetSource

        rows = self.rows(
            "SELECT body FROM sheet WHERE key = ? AND lang IN (?, 'en') ORDER BY lang <> ?", key, lang, lang
        )
        if not rows:
            known = ", ".join(head.key for head in self.sheets())
            raise UsageError(f"There is no sheet “{key[:40]}”. The sheets are: {known}.")
        return from_json(SheetSource, rows[0]["body"])

    def papers(self, lang: str = "en") -> list[Paper]:
        """The papers that officers show, in order."""
        from rightsref.model.paper import Paper

        return self._guides(Paper, "paper", lang)

    def paper_questions(self, lang: str = "en") -> list[PaperQuestion]:
        """What to look at on a paper, in order."""
        from rightsref.model.paper import PaperQuestion

        return self._guides(PaperQuestion, "question", lang)

    def stages(self, lang: str = "en") -> list[Stage]:
        """The path of a detainer, in order."""
        from rightsref.model.stage import Stage

        return self._guides(Stage, "stage", lang)

    def level_at(self, address: str) -> Level:
        """How far what stands at an address is confirmed; not verified if nothing stands there."""
        return self.levels_at([address])[address]

    def levels_at(self, wanted: Iterable[str]) -> dict[str, Level]:
        """How far what stands at each address is confirmed, in the order asked for."""
        wanted = list(dict.fromkeys(wanted))
        rows = self.rows(
            f"SELECT address, level FROM entry WHERE lang = 'en' AND address IN ({_marks(wanted)})", *wanted
        )
        found = {row["address"]: Level(row["level"]) for row in rows}
        return {address: found.get(address, Level.UNCHECKED) for address in wanted}

    def _guides(self, noun: type[Noun], kind: str, lang: str) -> list[Noun]:
        rows = self.rows(
            "SELECT key, position, body FROM guide WHERE kind = ? AND lang IN (?, 'en') ORDER BY lang = ?",
            kind,
            lang,
            lang,
        )
        first = {row["key"]: row for row in rows}
        return [from_json(noun, row["body"]) for row in sorted(first.values(), key=lambda row: row["position"])]

    def _in_language(self, table: str, lang: str) -> list[sqlite3.Row]:
        """One row for each key, in the reader's language where there is one."""
        rows = self.rows(f"SELECT * FROM {table} WHERE lang IN (?, 'en') ORDER BY lang = ?", lang, lang)
        return list({row["key"]: row for row in rows}.values())

    def small_document(self, address: str, lang: str) -> Document:
        """A term, event or contact as a document of one paragraph."""
        from html import escape

        rows = self.rows("SELECT * FROM entry WHERE address = ? ORDER BY lang <> ?", address, lang)
        if not rows:
            raise NotFoundError(f"Nothing stands at {address}.")
        row = rows[0]
        checked = Checked(Level(row["level"]), "")
        block = Block(escape(row["lines"]), row["lines"], (), checked.level)
        jurisdiction = Jurisdiction(row["jurisdiction"] or Jurisdiction.STATE)
        related = tuple(self.references(self._pointers(address), lang).values())
        return Document(
            address, row["kind"], row["title"], row["label"] or row["title"], row["title"], "", jurisdiction,
            Status.IN_FORCE, "", "", "", "", "", checked, (), {"plain": (block,)}, (), (), related, (), {},
        )  # fmt: skip

    def _pointers(self, address: str) -> list[str]:
        """What a term or an event points to."""
        kind, key = addresses.kind_of(address), address.rpartition("/")[2]
        if kind not in ("term", "event"):
            return []
        column, table = ("authority", "term") if kind == "term" else ("touches", "happening")
        rows = self.rows(f"SELECT {column} AS targets FROM {table} WHERE key = ? AND lang = 'en'", key)
        return rows[0]["targets"].split() if rows else []

    def references(self, wanted: Iterable[str], lang: str = "en") -> dict[str, Reference]:
        """Title and citation of each address that is held, in the order asked for."""
        wanted = list(dict.fromkeys(wanted))
        rows = self.rows(
            f"SELECT address, label, title, kind FROM entry WHERE address IN ({_marks(wanted)}) AND lang IN (?, 'en') "
            "ORDER BY lang = ?",
            *wanted, lang, lang,
        )  # fmt: skip
        found = {row["address"]: Reference(row["address"], row["label"], row["title"], row["kind"]) for row in rows}
        return {address: found[address] for address in wanted if address in found}

    def preview(self, address: str, lang: str = "en") -> tuple[str, str]:
        """Citation and first words of what stands at an address, for showing beside a pointer; empty if unknown."""
        rows = self.rows("SELECT label, lines FROM entry WHERE address = ? ORDER BY lang <> ?", address, lang)
        return (rows[0]["label"], rows[0]["lines"].split("\n")[0]) if rows else ("", "")


def _marks(values: list[str]) -> str:
    return ", ".join("?" * len(values))


def _lines(text: str) -> tuple[str, ...]:
    return tuple(text.split("\n")) if text else ()
