"""What is saved as Markdown, JSON or a Word document, in files that the reader names."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from rightsref.files import write_whole
from rightsref.saved.docx import document
from rightsref.saved.nouns import Contents, Mark
from rightsref.saved.schema import FORMAT
from rightsref.saved.trouble import not_made
from rightsref.words import tr
from rightsref.words.dates import date_words

#: What a JSON export says that it is.
NAMED = "RightsRef notes"
#: How a file's name ends -> what is written into it.
ENDINGS = (".md", ".json", ".docx")


class Line(NamedTuple):
    """A line of an export: a heading of a level from 1 to 3, words quoted (-1), or running text (0)."""

    level: int
    text: str


def save_as(contents: Contents, path: Path) -> None:
    """Write everything into a file of one of `ENDINGS`, in place of one that is there.

    Raises:
        NotesError: the folder or the disk cannot take it.
    """
    made = {".md": lambda: markdown(contents).encode(), ".json": lambda: as_json(contents).encode(),
            ".docx": lambda: document((line.level, line.text) for line in lines(contents))}  # fmt: skip
    try:
        write_whole(path, made[path.suffix.lower()](), private=True)
    except OSError as error:
        raise not_made(path, error) from error


def as_json(contents: Contents) -> str:
    """Everything, as it can be imported again."""
    whole = {
        "format": NAMED,
        "form": FORMAT,
        "matters": [matter._asdict() for matter in contents.matters],
        "marks": [mark._asdict() for mark in contents.marks],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def markdown(contents: Contents) -> str:
    """Everything, to be read."""
    return "\n".join(f"{_LEADS[line.level]}{_told(line)}\n" for line in lines(contents))


def lines(contents: Contents) -> Iterator[Line]:
    """Everything in the order in which it is read: case by case, then what is in none."""
    yield Line(1, tr("My notes on the law"))
    for key, name in (*((matter.id, matter.name) for matter in contents.matters), ("", tr("In no case"))):
        held = [mark for mark in contents.marks if mark.matter == key]
        if held:
            yield Line(2, name)
        for mark in held:
            yield from _mark(mark)


def _mark(mark: Mark) -> Iterator[Line]:
    title = mark.title if mark.title != mark.named else ""
    yield Line(3, f"{mark.named}: {title}" if title else mark.named)
    if mark.words:
        yield Line(-1, mark.words)
    for paragraph in filter(str.strip, mark.note.splitlines()):
        yield Line(0, paragraph)
    yield Line(0, tr("Saved on {day}").format(day=date_words(mark.made)) + f" · {mark.address}")


_LEADS = {1: "# ", 2: "## ", 3: "### ", 0: "", -1: "> "}


def _told(line: Line) -> str:
    """Words of a heading or a quotation as Markdown shows them; the reader's own text is left as it was typed."""
    if line.level == 0:
        return line.text
    return "".join(f"\\{sign}" if sign in r"\`*_[]<>#" else sign for sign in " ".join(line.text.split()))
