"""What stands beside the documents: glossary, timeline, contacts; and what is shown beside a pointer."""

from __future__ import annotations

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
    Document,
    Jurisdiction,
    Level,
    Reference,
    Status,
)
from rightsref.model.reference import Contact, Term, TimelineEvent
from rightsref.words import tr

if TYPE_CHECKING:
    from rightsref.model.heard import HeardFlow, HeardList
    from rightsref.model.paper import Paper, PaperQuestion
    from rightsref.model.sheet import SheetHead, SheetSource
    from rightsref.model.signing import SigningPaper
    from rightsref.model.stage import Stage

#: What has an address but no document of its own.
ENTRY_KINDS = tuple(kind for kind in FOUND_KINDS if kind not in DOCUMENT_KINDS)


class Collections(Database):
    """The part of the knowledge base that is no law."""

    def terms(self, lang: str = "en") -> list[Term]:
        """The glossary, by term."""
        return sorted(self._items(Term, "term", lang), key=lambda term: term.term.casefold())

    def timeline(self, lang: str = "en") -> list[TimelineEvent]:
        """Every event, oldest first."""
        return self._items(TimelineEvent, "event", lang)

    def contacts(self, lang: str = "en") -> list[Contact]:
        """Everybody to call."""
        return self._items(Contact, "contact", lang)

    def flows(self, lang: str = "en") -> list[FlowHead]:
        """Every scenario, in order."""
        return self._items(FlowHead, "flow", lang, "head")

    def flow(self, key: str, lang: str = "en") -> Flow:
        """A scenario by its key.

        Raises:
            UsageError: there is none; the message lists those there are.
        """
        return self._item(Flow, "flow", key, lang, tr("There is no scenario “{key}”. The scenarios are: {listed}."))

    def heard_flows(self) -> list[HeardFlow]:
        """What is heard in a caller's own words, for each scenario."""
        from rightsref.model.heard import HeardFlow

        return self._items(HeardFlow, "heard", "en")

    def heard_lists(self) -> list[HeardList]:
        """The word lists that the phrases share, in their order."""
        from rightsref.model.heard import HeardList

        return self._items(HeardList, "heard_list", "en")

    def sheets(self, lang: str = "en") -> list[SheetHead]:
        """Every explainer sheet, in order."""
        from rightsref.model.sheet import SheetHead

        return self._items(SheetHead, "sheet", lang, "head")

    def sheet(self, key: str, lang: str = "en") -> SheetSource:
        """A sheet as it is written, its addresses resolved.

        Raises:
            UsageError: there is none; the message lists those there are.
        """
        from rightsref.model.sheet import SheetSource

        return self._item(SheetSource, "sheet", key, lang, tr("There is no sheet “{key}”. The sheets are: {listed}."))

    def papers(self, lang: str = "en") -> list[Paper]:
        """The papers that officers show, in order."""
        from rightsref.model.paper import Paper

        return self._items(Paper, "paper", lang)

    def paper_questions(self, lang: str = "en") -> list[PaperQuestion]:
        """What to look at on a paper, in order."""
        from rightsref.model.paper import PaperQuestion

        return self._items(PaperQuestion, "question", lang)

    def stages(self, lang: str = "en") -> list[Stage]:
        """The path of a detainer, in order."""
        from rightsref.model.stage import Stage

        return self._items(Stage, "stage", lang)

    def signing_papers(self, lang: str = "en") -> list[SigningPaper]:
        """The papers that people are asked to sign, in order."""
        from rightsref.model.signing import SigningPaper

        return self._items(SigningPaper, "signing", lang)

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

    def _items(self, noun: type[Noun], collection: str, lang: str, column: str = "body") -> list[Noun]:
        """Every item of a collection in order, in the reader's language where there is one; `head` for what a list shows."""
        rows = self.rows(
            f"SELECT key, position, {column} FROM item WHERE collection = ? AND lang IN (?, 'en') ORDER BY lang = ?",
            collection, lang, lang,
        )  # fmt: skip
        first = {row["key"]: row for row in rows}
        return [from_json(noun, row[column]) for row in sorted(first.values(), key=lambda row: row["position"])]

    def _item(self, noun: type[Noun], collection: str, key: str, lang: str, missing: str = "{key}") -> Noun:
        rows = self.rows(
            "SELECT body FROM item WHERE collection = ? AND key = ? AND lang IN (?, 'en') ORDER BY lang <> ?",
            collection, key, lang, lang,
        )  # fmt: skip
        if not rows:
            known = self.rows("SELECT key FROM item WHERE collection = ? AND lang = 'en' ORDER BY position", collection)
            listed = ", ".join(row["key"] for row in known)
            raise UsageError(missing.format(key=key[:40], listed=listed))
        return from_json(noun, rows[0]["body"])

    def entry_document(self, address: str, lang: str) -> Document:
        """A term, event or contact as a document of one paragraph."""
        from html import escape

        rows = self.rows("SELECT * FROM entry WHERE address = ? ORDER BY lang <> ?", address, lang)
        if not rows:
            raise NotFoundError(tr("Nothing stands at {address}.").format(address=address))
        row = rows[0]
        checked = Checked(Level(row["level"]), "")
        block = Block(escape(row["lines"]), row["lines"], (), checked.level)
        jurisdiction = Jurisdiction(row["jurisdiction"] or Jurisdiction.STATE)
        related = tuple(self.references(self._pointers(address), lang).values())
        return Document(
            address, row["kind"], row["title"], row["label"] or row["title"], row["title"], "", jurisdiction,
            Status.IN_FORCE, "", "", "", "", "", checked, (), {"plain": (block,)}, (), related, (), {},
        )  # fmt: skip

    def _pointers(self, address: str) -> tuple[str, ...]:
        """What a term or an event points to."""
        kind, _, key = address.removeprefix(addresses.SCHEME).partition("/")
        if kind == "term":
            return (self._item(Term, kind, key, "en").authority,)
        return self._item(TimelineEvent, kind, key, "en").touches if kind == "event" else ()

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
        """Citation (else title) and first words of what stands at an address, for a card beside a pointer; empty if unknown."""
        rows = self.rows("SELECT label, title, lines FROM entry WHERE address = ? ORDER BY lang <> ?", address, lang)
        return (rows[0]["label"] or rows[0]["title"], rows[0]["lines"].split("\n")[0]) if rows else ("", "")


def _marks(values: list[str]) -> str:
    return ", ".join("?" * len(values))
