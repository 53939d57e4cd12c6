"""Raw documents -> a content set in which every citation has an address."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

from rightsref.content.reading.grammar import PARAGRAPH_PARTS
from rightsref.content.reading.raw import RawBlock, RawDocument
from rightsref.content.reading.read import RawTree
from rightsref.model import citation as citations
from rightsref.model.address import Address
from rightsref.model.kinds import KINDS, ORIGINAL
from rightsref.model.law import Checked, Level
from rightsref.words import said

_LEVELS = {level.value: level for level in Level}


class Unit(NamedTuple):
    """A citable place: a document (empty pinpoint) or one of its paragraphs."""

    address: Address
    citation: citations.Citation
    document: RawDocument
    block: RawBlock | None
    pinpoint: str


@dataclass(frozen=True, slots=True)
class Text:
    """A document in English with its translations."""

    english: RawDocument
    translations: dict[str, RawDocument] = field(default_factory=dict)


class Content:
    """The whole content set, resolved.

    Attributes:
        tree: what was read.
        texts: documents by address, English with translations.
        units: every citable place by its canonical citation, casefolded.
        names: bill numbers, nicknames and other aliases -> address of their document.
    """

    def __init__(self, tree: RawTree) -> None:
        self.tree = tree
        self.texts: dict[Address, Text] = {}
        self.units: dict[str, Unit] = {}
        self.duplicates: list[tuple[Unit, Unit]] = []
        self.orphans: list[RawDocument] = []
        self._found: dict[str, Unit | None] = {}
        for document in tree.documents:
            if document.lang == "en":
                self.texts[address_of(document)] = Text(document)
        for document in tree.documents:
            if document.lang != "en":
                self._attach(document)
        for text in self.texts.values():
            for unit in units_of(text.english):
                self._register(unit)

    def _attach(self, translation: RawDocument) -> None:
        text = self.texts.get(address_of(translation))
        if text is None:
            self.orphans.append(translation)
        else:
            text.translations[translation.lang] = translation

    def _register(self, unit: Unit) -> None:
        first = self.units.setdefault(key_of(unit.citation), unit)
        if first is not unit:
            self.duplicates.append((first, unit))

    @cached_property
    def names(self) -> dict[str, Unit]:
        """Aliases, captions and terms, folded for lookup -> the unit that bears or defines them."""
        names: dict[str, Unit] = {}
        for text in self.texts.values():
            unit = next(units_of(text.english))
            caption = unit.citation.base.removeprefix("case:") if text.english.kind == "case" else ""
            for alias in (*text.english.meta.get("aliases", []), *([caption] if caption else [])):
                names.setdefault(citations.name_key(str(alias)), unit)
        for term in self.tree.tables.get("glossary", {}).get("term", []):
            authority = citations.parse(str(term.get("authority", "")))
            defined = self.units.get(key_of(authority)) if authority else None
            if defined is not None:
                names |= {
                    key: defined
                    for forms in term.get("forms", {}).values()
                    for form in forms
                    if (key := citations.name_key(str(form))) not in names
                }
        return names

    @property
    def documents(self) -> Iterator[RawDocument]:
        """Every document in every language, English first."""
        for text in self.texts.values():
            yield text.english
            yield from text.translations.values()

    def english(self, document: RawDocument) -> RawDocument:
        """The English text that a document translates; an English document is its own."""
        text = self.texts.get(address_of(document))
        return text.english if text else document

    def printed(self, unit: Unit, lang: str = ORIGINAL) -> str:
        """How a unit is called inside a sentence in a language: a topic by its heading there, others as they are cited."""
        own = self.texts[address_of(unit.document)].translations.get(lang)
        heading = own.meta.get("heading") if own and unit.document.kind == "topic" else ""
        return str(heading or printed(unit, lang))

    def find(self, text: str, within: RawDocument | None = None) -> Unit | None:
        """The unit that a written reference means.

        Args:
            text: a citation (`5 ILCS 805/15(h)`), a marker of the same document (`(a)(1)`, `§`) or an alias.
            within: the document in which the reference stands; its own version wins for markers.
        """
        if within is not None and text[:1] in '(¶§"':
            own = citation_of(self.english(within))
            pinpoint = "" if text == "§" else pinpoint_of(text)
            return self.units.get(key_of(own._replace(pinpoint=pinpoint)))
        if text not in self._found:
            parsed = citations.parse(text)
            unit = self.units.get(key_of(parsed)) if parsed is not None else None
            self._found[text] = unit or self.names.get(citations.name_key(text))
        return self._found[text]


def key_of(citation: citations.Citation) -> str:
    """The key under which a citation is looked up."""
    return str(citation).casefold()


def pinpoint_of(marker: str) -> str:
    """The pinpoint that a paragraph's opening marker spells: `¶2` -> ` ¶2`, `(a)` -> `(a)`."""
    return f" {marker}" if marker[:1] in '¶"' else marker


def citation_of(document: RawDocument) -> citations.Citation:
    """The canonical citation of a document, with its version if it is an earlier one."""
    parsed = citations.parse(str(document.meta.get("citation", "")))
    base = parsed or citations.Citation(str(document.meta.get("citation", "")))
    return base._replace(version=document.version)


def label_of(document: RawDocument, lang: str = ORIGINAL) -> str:
    """How a document's citation is printed in a language: its own `label`, or the citation without its date and prefix."""
    own = document.said(str(document.meta.get("label", "")), lang)
    name = str(citation_of(document)._replace(version="")).split(":", 1)[-1]
    return str(own or said(KINDS[document.kind].printed, lang).format(name=name))


def caption_of(document: RawDocument, marker: str, lang: str) -> str:
    """What a paragraph is called where it stands: the last letter or number of its pinpoint; a term, or a field of a paper, in a language."""
    if marker.startswith('"'):
        return document.said(marker.strip('"'), lang)
    return marker[marker.rindex("(") :] if "(" in marker else marker.strip("§")


def pinpoint_in(document: RawDocument, pinpoint: str, lang: str) -> str:
    """A pinpoint as it is printed in a language: a term or a field of a paper by its name there, without what stands in brackets."""
    before, quote, caption = pinpoint.partition('"')
    return f'{before}"{document.said(caption.removesuffix(quote), lang).partition(" (")[0]}"' if quote else pinpoint


def printed(unit: Unit, lang: str = ORIGINAL) -> str:
    """How a unit's citation is printed inside a sentence; a topic and a form by their names."""
    document, own = unit.document, citation_of(unit.document)
    pinpoint = pinpoint_in(document, unit.pinpoint.removeprefix(own.pinpoint), lang)
    if KINDS[document.kind].named:
        return str(own._replace(version="")).split(":", 1)[-1] + pinpoint
    return label_of(document, lang) + pinpoint


def address_of(document: RawDocument) -> Address:
    """Where a document stands; folder and file name decide, never its words."""
    if document.kind == "provision":
        return Address("provision", (document.source, document.key), document.version)
    return Address(document.kind, (document.key,), document.version)


def units_of(document: RawDocument) -> Iterator[Unit]:
    """The document itself, then its paragraphs in order."""
    own = citation_of(document)
    address = address_of(document)
    yield Unit(address, own, document, None, own.pinpoint)
    for part in PARAGRAPH_PARTS:
        for block in document.parts.get(part, []):
            if block.marker and block.marker != "§":
                pinpoint = pinpoint_of(block.marker)
                path = (*address.path, *citations.segments(pinpoint))
                yield Unit(
                    address._replace(path=path),
                    own._replace(pinpoint=own.pinpoint + pinpoint),
                    document,
                    block,
                    pinpoint,
                )


def checked_of(document: RawDocument, marker: str = "", lang: str = ORIGINAL) -> Checked:
    """How far a paragraph is confirmed: the record that names it or the nearest paragraph above it, else the first."""
    records: list[dict[str, Any]] = [r for r in document.meta.get("checked", []) if isinstance(r, dict)]
    best: dict[str, Any] = next((r for r in records if not r.get("paragraphs")), {})
    depth = -1
    for record in records:
        for named in record.get("paragraphs", []):
            if covers(str(named), marker) and len(str(named)) > depth:
                best, depth = record, len(str(named))
    return Checked(
        level=_LEVELS.get(best.get("level", ""), Level.UNCHECKED),
        on=iso(best.get("on")),
        source=str(best.get("source", "")),
        note=document.said(str(best.get("note", "")), lang),
    )


def level_at(unit: Unit) -> Level:
    """How far a unit is confirmed."""
    return checked_of(unit.document, unit.block.marker if unit.block else "").level


def effective_of(unit: Unit) -> str:
    """The day on which a unit's text took effect: that of the nearest paragraph in `since`, else that of its document."""
    since: dict[str, date] = unit.document.meta.get("since", {})
    above = [named for named in since if covers(named, unit.pinpoint)]
    return iso(since[max(above, key=len)] if above else unit.document.meta.get("effective"))


def succession(meta: dict[str, Any]) -> dict[str, tuple[str, bool]]:
    """By pinpoint: where a paragraph stood in the version before, and whether it only says in other words what stood there."""
    was: dict[str, str] = meta.get("was", {})
    reworded: list[str] = meta.get("reworded", [])
    return {pinpoint: (was.get(pinpoint, pinpoint), pinpoint in reworded) for pinpoint in (*was, *reworded)}


def covers(named: str, marker: str) -> bool:
    """Whether a record for `named` speaks for the paragraph `marker`: the same one or one inside it."""
    return marker == named or (marker.startswith(named) and named.endswith(")") and marker[len(named)] == "(")


def iso(value: object) -> str:
    """ISO form of a TOML date; empty for anything else."""
    return value.isoformat() if isinstance(value, date) else ""
