"""Notes from elsewhere: a JSON export or another notes file is read, held against what is there, and told before anything is written."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any, NamedTuple

from rightsref.model import address as addresses
from rightsref.model.kinds import LANGUAGES, ORIGINAL
from rightsref.saved.exporting import NAMED
from rightsref.saved.notebook import Notebook
from rightsref.saved.nouns import LONGEST, LONGEST_NAME, Contents, Mark, Matter, clean, new_id, today
from rightsref.saved.schema import FORMAT
from rightsref.saved.trouble import NotesError, not_read
from rightsref.words import tr

_LARGEST = 64 << 20
_ID, _DAY = re.compile(r"[0-9a-f]{32}\Z"), re.compile(r"\d{4}-\d{2}-\d{2}\Z")


class Plan(NamedTuple):
    """What an import would do.

    Attributes:
        new: marks that are not here.
        beside: marks that are here with another note or case: they come to stand beside, under a name of their own.
        same: how many are here word for word.
        skipped: how many could not be read, or are too long to be kept.
        matters: cases that are not here.
    """

    new: tuple[Mark, ...]
    beside: tuple[Mark, ...]
    same: int
    skipped: int
    matters: tuple[Matter, ...]

    @property
    def nouns(self) -> tuple[Mark | Matter, ...]:
        """All that would be written, the oldest first."""
        return (*self.matters, *reversed((*self.new, *self.beside)))


def read_file(path: Path, passphrase: str = "") -> tuple[Contents, int]:
    """What stands in a JSON export or a notes file, and how many entries of it cannot be read.

    Raises:
        NeedsPassphraseError, WrongPassphraseError: it is a protected notes file.
        NotesError: it is neither, or it cannot be read.
    """
    try:
        if not path.is_file() or path.stat().st_size > _LARGEST:
            raise _neither(path)
        with path.open("rb") as file:
            is_database = file.read(16) == b"SQLite format 3\0"
    except OSError as error:
        raise not_read(path, error) from error
    if is_database:
        other = Notebook.open(path, passphrase)
        try:
            return other.contents(), 0
        finally:
            other.close()
    return _from_json(path)


def plan(here: Contents, there: Contents, skipped: int = 0) -> Plan:
    """Hold what comes against what is here, which stays as it is."""
    moved, matters = _cases(here, there)
    own, said = {mark.id for mark in here.marks}, {_said(mark) for mark in here.marks}
    new: list[Mark] = []
    beside: list[Mark] = []
    same = 0
    for mark in there.marks:
        came = mark._replace(matter=moved.get(mark.matter, ""))
        if _said(came) in said:
            same += 1
        elif mark.id not in own:
            new.append(came)
        else:
            beside.append(came._replace(id=new_id(), version=1))
    return Plan(tuple(new), tuple(beside), same, skipped, matters)


def _cases(here: Contents, there: Contents) -> tuple[dict[str, str], tuple[Matter, ...]]:
    """For each case that comes the id that it has here, and those that are not here.

    A case that is here under another name is that case, and cases of one name are one.
    """
    ids = {matter.id for matter in here.matters}
    named = {matter.name.casefold(): matter.id for matter in here.matters}
    moved: dict[str, str] = {}
    new: list[Matter] = []
    for matter in there.matters:
        known = matter.id in ids or matter.name.casefold() in named
        moved[matter.id] = matter.id if matter.id in ids else named.setdefault(matter.name.casefold(), matter.id)
        if not known:
            ids.add(matter.id)
            new.append(matter)
    return moved, tuple(new)


def _said(mark: Mark) -> tuple[str, str, str]:
    """What makes two marks say the same, whatever their ids."""
    return mark.note, mark.matter, mark.address


def _neither(path: Path) -> NotesError:
    return NotesError(tr("{name} is no notes file of RightsRef and no export of one.").format(name=path.name))


def _from_json(path: Path) -> tuple[Contents, int]:
    try:
        whole = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise not_read(path, error) from error
    except (ValueError, RecursionError) as error:
        raise _neither(path) from error
    if not isinstance(whole, dict) or whole.get("format") != NAMED:
        raise _neither(path)
    if not isinstance(whole.get("form"), int) or whole["form"] > FORMAT:
        raise NotesError(
            tr("{name} was made by a newer RightsRef. Import it with the newer program.").format(name=path.name)
        )
    matters = [made for row in _listed(whole, "matters") if (made := _matter(row))]
    known = {matter.id for matter in matters}
    found = [_mark(row, known) for row in _listed(whole, "marks")]
    marks = {mark.id: mark for mark in found if mark}
    return Contents(tuple(marks.values()), tuple(matters)), len(found) - len(marks)


def _listed(whole: dict[str, Any], key: str) -> list[Any]:
    rows = whole.get(key)
    return rows if isinstance(rows, list) else []


def _matter(row: object) -> Matter | None:
    texts = _texts(row)
    name = " ".join(texts.get("name", "")[:LONGEST_NAME].split())
    return Matter(texts["id"], name, _day(texts)) if name and _ID.match(texts.get("id", "")) else None


def _mark(row: object, matters: set[str]) -> Mark | None:
    """A mark as far as its fields make sense; none without an address."""
    texts = _texts(row)
    address = texts.get("address", "")
    if addresses.parse(address) is None:
        return None
    version = row.get("version") if isinstance(row, dict) else 1
    return Mark(
        id=texts["id"] if _ID.match(texts.get("id", "")) else new_id(),
        address=address, citation=texts.get("citation", ""), label=texts.get("label", ""), title=texts.get("title", ""),
        words=texts.get("words", ""), lang=texts["lang"] if texts.get("lang") in LANGUAGES else ORIGINAL,
        note=texts.get("note", ""), matter=texts["matter"] if texts.get("matter") in matters else "",
        made=_day(texts), changed=_day(texts, "changed"),
        version=version if type(version) is int and 0 < version < 1 << 31 else 1,
    )  # fmt: skip


def _day(texts: dict[str, str], key: str = "made") -> str:
    return texts[key] if _DAY.match(texts.get(key, "")) else today()


def _texts(row: object) -> dict[str, str]:
    """The fields of a row that are texts, as they can be kept; none of a row with one that is too long, for nothing is cut."""
    texts = {key: value for key, value in row.items() if isinstance(value, str)} if isinstance(row, dict) else {}
    too_long = any(len(value) > LONGEST for value in texts.values())
    return {} if too_long else {key: clean(value) for key, value in texts.items()}
