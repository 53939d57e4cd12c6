"""What a document says to readers beside its text: how it is cited, what was seen, what changed it, what its terms are called.

English stands in the front matter of each, and before its paragraphs; the Spanish of a folder’s documents stands in one file,
`heads.es.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from rightsref.content.reading.grammar import PARAGRAPH_PARTS
from rightsref.content.reading.raw import RawDocument
from rightsref.content.reading.translations import Companion
from rightsref.model.kinds import ORIGINAL

#: Where the words of a folder would stand; they stand in the heads, and only their companions are files.
HEADS = "heads.toml"
_ONE = ("label", "status_note", "court", "signed_by")
#: A place in the reports, or a number of a case: the same in every language.
_REPORTED = re.compile(r"(?:\d|No\. ?\d).*", re.DOTALL)
_CAPTION = '"'


def head_texts(document: RawDocument) -> Iterator[str]:
    """The texts of a document’s head that readers see; its heading stands in the translation itself."""
    meta = document.meta
    yield from (str(meta[name]) for name in _ONE if meta.get(name))
    yield from (text for text in [str(meta.get("reporter", ""))] if not _REPORTED.fullmatch(text))
    yield from captions(document)
    yield from (str(record.get("note", "")) for record in meta.get("checked", []))
    yield from (str(event.get("text", "")) for event in meta.get("history", []))
    yield from map(str, meta.get("gaps", []))


def captions(document: RawDocument) -> Iterator[str]:
    """What the paragraphs of a document are called: terms that a law defines, the fields of a paper."""
    blocks = (block for part in PARAGRAPH_PARTS for block in document.parts.get(part, []))
    yield from (block.marker.strip(_CAPTION) for block in blocks if block.marker.startswith(_CAPTION))


def ask_heads(documents: Iterable[RawDocument]) -> dict[Path, dict[str, Any]]:
    """By folder: a table of what its documents say in their heads, each text once."""
    asked: dict[Path, dict[str, None]] = {}
    for document in documents:
        if document.lang == ORIGINAL:
            texts = (text for text in head_texts(document) if text.strip())
            asked.setdefault(document.path.parent / HEADS, {}).update(dict.fromkeys(texts))
    return {path: {"said": {ORIGINAL: list(texts)}} for path, texts in asked.items()}


def word_heads(documents: Iterable[RawDocument], companions: Mapping[Path, Companion]) -> None:
    """Give each document the words of its head in other languages."""
    words: dict[tuple[Path, str], dict[str, str]] = {
        (one.original, one.lang): {text: row.words for text, row in one.taken.items() if row.words}
        for one in companions.values()
        if one.original.name == HEADS
    }
    for document in documents:
        for (path, lang), found in words.items():
            if path.parent == document.path.parent:
                document.words[lang] = found
