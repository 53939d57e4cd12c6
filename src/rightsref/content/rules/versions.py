"""The rules of later versions: what changed is told, and what is said of single paragraphs fits both texts."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from rightsref.content.linking.resolve import Content, citation_of, iso, succession
from rightsref.content.reading.grammar import PARAGRAPH_PARTS
from rightsref.content.reading.problems import Problem
from rightsref.content.reading.raw import RawDocument
from rightsref.content.rules.rule import error

#: How many lines tell what changed.
_LEAST, _MOST = 1, 6


def changes(content: Content) -> Iterator[Problem]:
    """A text that follows another says in plain words what changed; a text that follows none does not."""
    followers = [later for _, later in _successions(content)]
    for text in content.texts.values():
        told = text.english.parts.get("changed", [])
        if text.english in followers and not _LEAST <= len(told) <= _MOST:
            message = (
                f"an earlier text stood here: say in {_LEAST} to {_MOST} lines of `What changed` what became of it"
            )
            yield error(text.english, 1, message, "changes")
        if text.english not in followers and told:
            line = text.english.part_lines["changed"]
            yield error(text.english, line, "no earlier text stood here that this one could differ from", "changes")


def successors(content: Content) -> Iterator[Problem]:
    """`was` and `reworded` name paragraphs that both texts have."""
    before = {str(later.path): earlier for earlier, later in _successions(content)}
    for text in content.texts.values():
        later = text.english
        earlier = before.get(str(later.path))
        for pinpoint, (was, _) in succession(later.meta).items():
            key = "was" if pinpoint in later.meta.get("was", {}) else "reworded"
            if pinpoint not in _pinpoints(later):
                yield error(later, later.line_of(key), f"this text has no paragraph {pinpoint}", "successors")
            elif earlier is None or was not in _pinpoints(earlier):
                yield error(later, later.line_of(key), f"the text before has no paragraph {was}", "successors")


def _successions(content: Content) -> list[tuple[RawDocument, RawDocument]]:
    """Each text with the one that took its place, oldest first."""
    standing: dict[str, list[RawDocument]] = {}
    for text in content.texts.values():
        standing.setdefault(citation_of(text.english).base, []).append(text.english)
    rows = (sorted(texts, key=lambda each: iso(each.meta.get("effective"))) for texts in standing.values())
    return [pair for row in rows for pair in pairwise(row)]


def _pinpoints(document: RawDocument) -> set[str]:
    return {block.marker or "§" for part in PARAGRAPH_PARTS for block in document.parts.get(part, ())}
