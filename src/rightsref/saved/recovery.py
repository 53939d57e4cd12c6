"""A damaged notes file: what can be read goes into a new one, the old one stays as it is."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from rightsref.saved.files import named_beside
from rightsref.saved.notebook import fill
from rightsref.saved.nouns import Mark, Matter, today
from rightsref.saved.salvage import Salvaged, salvage
from rightsref.words import tr


class Recovered(NamedTuple):
    """What a recovery came to.

    Attributes:
        path: the new file.
        marks: how many entries are in it.
        doubtful: how many of them may not read as they were written; each says so.
    """

    path: Path
    marks: int
    doubtful: int


def recover(path: Path, into: Path, passphrase: str = "") -> Recovered:
    """Read what can be read of a damaged file and write it into a new one, with the same passphrase.

    Raises:
        NeedsPassphraseError, WrongPassphraseError: the file is protected.
        NotesError: nothing can be read, or the new file cannot be written.
    """
    found = salvage(path, passphrase)
    fill(into, passphrase, (*_matters(found), *_marked(found)))
    return Recovered(into, len(found.marks), len(found.doubtful & {mark.id for mark in found.marks}))


def recovered_name(path: Path) -> Path:
    """A name for the new file, beside the damaged one."""
    return named_beside(path, f"{tr('recovered')} {today()}")


def _matters(found: Salvaged) -> list[Matter]:
    """The cases; one whose name is lost has a name that says so."""
    known = {matter.id for matter in found.matters}
    lost = dict.fromkeys(mark.matter for mark in found.marks if mark.matter and mark.matter not in known)
    named = [
        matter._replace(name=_doubt(matter.name)) if matter.id in found.doubtful else matter for matter in found.matters
    ]
    return [*named, *(Matter(key, f"{tr('Recovered case')} {nth}", today()) for nth, key in enumerate(lost, 1))]


def _marked(found: Salvaged) -> list[Mark]:
    """The entries; one that may not read as it was written says so."""
    return [mark._replace(note=_doubt(mark.note)) if mark.id in found.doubtful else mark for mark in found.marks]


def _doubt(text: str) -> str:
    return f"({tr('This may not read as it was written: the file was damaged.')}) {text}".strip()
