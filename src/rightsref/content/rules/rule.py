"""What the rules share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from rightsref.content.reading.grammar import PARAGRAPH_PARTS
from rightsref.content.reading.problems import Problem
from rightsref.content.reading.raw import RawBlock, RawDocument


class Fault(NamedTuple):
    """What is wrong with a flow, and the key near which it stands."""

    key: str
    message: str


def error(document: RawDocument, line: int, message: str, rule: str) -> Problem:
    """An error at a line of a document."""
    return Problem(document.path, line, "error", message, rule)


def explanations(document: RawDocument) -> Iterator[tuple[str, RawBlock]]:
    """The blocks of a document that explain, each with its part."""
    for part, blocks in document.parts.items():
        if part != "asks" and part not in PARAGRAPH_PARTS:
            yield from ((part, block) for block in blocks)
