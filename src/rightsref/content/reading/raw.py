"""One Markdown file as it was read: its front matter, and its parts block by block."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from rightsref.content.reading.grammar import GRAMMARS, TRANSLATION, Grammar
from rightsref.content.reading.lines import line_of
from rightsref.content.reading.shape import Shape, fitting
from rightsref.model.kinds import ORIGINAL, left_in_english


class RawBlock(NamedTuple):
    """One paragraph or list item as written.

    Attributes:
        line: 1-based line where it starts.
        marker: the pinpoint it opens with, `§` for the whole section, empty if none.
        text: Markdown after the marker, on one line.
    """

    line: int
    marker: str
    text: str


@dataclass(frozen=True)
class RawDocument:
    """One Markdown file, split but not yet judged.

    Attributes:
        written: the front matter as it stands; `meta` is what of it is known and of the right type.
        head: the same as text.
        words: what its head says to readers, by language and by its English; see `heads`.
    """

    path: Path
    kind: str
    source: str
    key: str
    version: str
    lang: str
    written: dict[str, Any]
    head: str
    parts: dict[str, list[RawBlock]]
    part_lines: dict[str, int]
    words: dict[str, dict[str, str]] = field(default_factory=dict)

    @property
    def grammar(self) -> Grammar:
        """What a file of this kind may hold."""
        return GRAMMARS[self.kind]

    @property
    def shape(self) -> dict[str, Shape]:
        """What its front matter must and may hold."""
        return self.grammar.shape if self.lang == "en" else TRANSLATION

    @cached_property
    def meta(self) -> dict[str, Any]:
        """The front matter that is known and of the right type."""
        return dict(fitting(self.written, self.shape))

    def line_of(self, key: str, nth: int = 0) -> int:
        """The line of a front-matter key, or of the nth table of that name; 1 if it is absent."""
        return line_of(self.head, key, nth)

    def said(self, text: str, lang: str = ORIGINAL) -> str:
        """A text of its head in a language; where there is none, in English and saying so."""
        return (
            text if lang == ORIGINAL or not text else self.words.get(lang, {}).get(text) or left_in_english(text, lang)
        )
