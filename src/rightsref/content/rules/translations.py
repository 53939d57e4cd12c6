"""The rules of companions: each translates a table that is there, is fresh, whole where it says so, and agrees with the others."""

from __future__ import annotations

from collections.abc import Iterator

from rightsref.content.linking.resolve import Content
from rightsref.content.linking.translated import parts
from rightsref.content.reading.problems import Problem
from rightsref.content.reading.read import RawTree
from rightsref.content.reading.translations import Companion, Row, companion_path, mark_of, nearest

_COMMAND = "rightsref content translations"


def companions(content: Content) -> Iterator[Problem]:
    """A companion has its table; Spanish stands there and not in the table; each English text has one row."""
    tree = content.tree
    for companion in tree.companions.values():
        if companion.original not in tree.told:
            yield Problem(
                companion.path, 1, "error", f"there is no table {companion.original.name} to translate", "companions"
            )
        seen: set[str] = set()
        for row in companion.rows:
            if row.english in seen:
                yield _error(tree, companion, row, "this English has a row already; join the two", "companions")
            seen.add(row.english)
    for path, written in tree.inline.items():
        for lang, words in written:
            message = f"put this translation into {companion_path(path, lang).name}, beside its English"
            yield Problem(path, _line(tree.texts[path], words), "error", message, "companions")


def _line(text: str, words: str) -> int:
    """The line on which the words of a table begin; 1 if they are written there in another way."""
    start = words.partition("\n")[0][:40]
    return next((number for number, line in enumerate(text.split("\n"), 1) if start and start in line), 1)


def fresh(content: Content) -> Iterator[Problem]:
    """Each translation was made of the English that stands there now, and says so by its mark."""
    tree = content.tree
    for part in parts(content):
        if part.stands != part.fits:
            why = "its English has moved" if part.stands and part.english_moved else "its mark does not fit"
            message = f"`{part.name}`: {why}; look at both, then run `{_COMMAND}`"
            yield Problem(part.document.path, part.line, "error", message, "fresh")
    for companion in tree.companions.values():
        for row in companion.moved if companion.original in tree.told else ():
            now = nearest(row.english, companion.untranslated or companion.texts)
            told = f"it now reads “{now}”" if now else "nothing like it is left"
            yield _error(tree, companion, row, f"the English “{row.english}” has moved: {told}", "fresh")
        for row in companion.rows:
            if row.words and row.mark != mark_of(row.english, row.words, row.kept):
                message = f"the mark does not fit the words of this row; look at both, then run `{_COMMAND}`"
                yield _error(tree, companion, row, message, "fresh")


def complete(content: Content) -> Iterator[Problem]:
    """A companion that says it is complete has words for every text of its table."""
    for companion in content.tree.companions.values():
        if companion.table.get("complete"):
            for text in companion.untranslated:
                row = companion.taken.get(text)
                line = content.tree.line_of(companion.path, "text", row.nth) if row else 1
                yield Problem(companion.path, line, "error", f"“{text}” is not translated", "complete")


def alike(content: Content) -> Iterator[Problem]:
    """The same English has the same translation everywhere, unless a row says why not."""
    first: dict[tuple[str, str], tuple[str, Companion]] = {}
    for companion in content.tree.companions.values():
        for row in companion.rows:
            if not row.words or row.differs:
                continue
            words, other = first.setdefault((companion.lang, row.english), (row.words, companion))
            if words != row.words:
                message = (
                    f"{other.path.as_posix()} says “{words}” for this English; say the same, or why not in `differs`"
                )
                yield _error(content.tree, companion, row, message, "alike")


def _error(tree: RawTree, companion: Companion, row: Row, message: str, rule: str) -> Problem:
    return Problem(companion.path, tree.line_of(companion.path, "text", row.nth), "error", message, rule)
