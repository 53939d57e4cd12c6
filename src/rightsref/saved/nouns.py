"""The nouns of a notes file: a mark (a bookmark, or a note if it has words), a matter that holds marks together, all of both."""

from __future__ import annotations

import hashlib
import json
import secrets
from datetime import date
from typing import NamedTuple

from rightsref.saved.trouble import NotesError
from rightsref.words import tr

#: Of one note, and of the name of a matter.
LONGEST, LONGEST_NAME = 100_000, 200


class Pointer(NamedTuple):
    """What a mark points to, in words that stay when the address moves or goes.

    Attributes:
        address: where it stands.
        citation: its canonical citation, by which it is found again; for what has none, its address.
        label: the citation as it is printed; empty where there is none.
        title: what it is called.
        words: how it begins.
        lang: the language of these words.
    """

    address: str
    citation: str
    label: str
    title: str
    words: str
    lang: str


class Mark(NamedTuple):
    """Something saved: a bookmark, with the reader's note if there is one.

    Attributes:
        id: its own name, made once; the same in every copy and export.
        address, citation, label, title, words, lang: as of a `Pointer`, when it was saved.
        note: the reader's own words; empty for a bookmark.
        matter: id of the matter that holds it; empty for none.
        made, changed: ISO dates.
        version: how often it was written.
    """

    id: str
    address: str
    citation: str
    label: str
    title: str
    words: str
    lang: str
    note: str
    matter: str
    made: str
    changed: str
    version: int

    @property
    def pointer(self) -> Pointer:
        """What it points to, as it was."""
        return Pointer(self.address, self.citation, self.label, self.title, self.words, self.lang)

    @property
    def named(self) -> str:
        """What a list calls it."""
        return self.label or self.title


class Matter(NamedTuple):
    """What the window calls a case: a name that the reader gave, over marks that belong together."""

    id: str
    name: str
    made: str


class Contents(NamedTuple):
    """All that stands in a file.

    Attributes:
        marks: the newest first.
        matters: by name.
        doubtful: ids of what does not read as it was written.
    """

    marks: tuple[Mark, ...] = ()
    matters: tuple[Matter, ...] = ()
    doubtful: frozenset[str] = frozenset()

    def matter(self, key: str) -> str:
        """The name of a matter; empty if there is none."""
        return next((matter.name for matter in self.matters if matter.id == key), "")


def new_id() -> str:
    """A name that nothing else has."""
    return secrets.token_hex(16)


def today() -> str:
    """The reader's own calendar day."""
    return date.today().isoformat()  # noqa: DTZ011 - the reader's own calendar day


def clean(text: str, longest: int = LONGEST) -> str:
    """A text as it can be kept: no half signs, no zero bytes, no longer than that."""
    return text.encode("utf-8", "replace").decode().replace("\0", "")[:longest]


def note_of(typed: str) -> str:
    """A note as it can be kept.

    Raises:
        NotesError: it is too long; nothing is cut off it.
    """
    if len(typed) > LONGEST:
        raise NotesError(tr("A note has room for {most} characters; this one has {count}. Shorten it, then save it again.").format(most=f"{LONGEST:,}", count=f"{len(typed):,}"))  # fmt: skip
    return clean(typed)


def name_of(typed: str) -> str:
    """The name of a matter as it can be kept.

    Raises:
        NotesError: it is too long; nothing is cut off it.
    """
    name = " ".join(clean(typed, len(typed)).split())
    if len(name) > LONGEST_NAME:
        raise NotesError(tr("The name of a case has room for {most} characters; this one has {count}. Choose a shorter name.").format(most=LONGEST_NAME, count=f"{len(name):,}"))  # fmt: skip
    return name


def check_of(noun: Mark | Matter) -> str:
    """A short sum over every field, by which damage inside a text is seen."""
    written = json.dumps(list(noun), ensure_ascii=True, separators=(",", ":"))
    return hashlib.blake2b(written.encode(), digest_size=8).hexdigest()
