"""A document and its translation, part by part, and the marks that say of what English each part was made."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from rightsref.content.linking.resolve import Content
from rightsref.content.reading.raw import RawDocument
from rightsref.content.reading.translations import mark_of, plain_words


class Part(NamedTuple):
    """One part of a translated document, or its heading.

    Attributes:
        line: where its words stand.
        stands: the mark in the file; empty if there is none.
        fits: the mark that fits what both languages say now.
    """

    document: RawDocument
    name: str
    line: int
    stands: str
    fits: str

    @property
    def english_moved(self) -> bool:
        """Whether the mark tells of another English."""
        return self.stands.split("-")[0] != self.fits.split("-", maxsplit=1)[0]

    @property
    def stale(self) -> bool:
        """Whether the English moved, and neither the translation nor the reason to keep it did."""
        return bool(self.stands) and self.english_moved and self.stands.split("-")[1:] == self.fits.split("-")[1:]


def parts(content: Content) -> Iterator[Part]:
    """The heading and each part of every translation, other than how people ask."""
    for text in content.texts.values():
        for document in text.translations.values():
            for name in ("heading", *(name for name in document.parts if name != "asks")):
                line = document.line_of(name) if name == "heading" else document.part_lines.get(name, 1)
                english = " ".join(plain_words(_words(text.english, name)))  # its spelling may be corrected
                kept = str(document.meta.get("kept", {}).get(name, ""))
                fits = mark_of(english, _words(document, name), kept)
                yield Part(document, name, line, str(document.meta.get("of", {}).get(name, "")), fits)


def _words(document: RawDocument, part: str) -> str:
    if part == "heading":
        return str(document.meta.get("heading", ""))
    return "\n".join(f"{block.marker} {block.text}" for block in document.parts.get(part, []))
