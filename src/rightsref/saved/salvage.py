"""What can still be read of a damaged notes file: by SQLite as far as it goes, then row by row out of the bytes of its pages.

The damaged file is read only. Of a row that is found more than once, the one whose check sum holds and that was written last is taken.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from rightsref.saved.nouns import Mark, Matter, check_of
from rightsref.saved.pages import loose_records, records
from rightsref.saved.sealed import PART, Lock, place
from rightsref.saved.trouble import FAULTS, NeedsPassphraseError, NotesError, WrongPassphraseError, not_read
from rightsref.words import tr

#: The kinds of values in a row of each table; SQLite's own row number stands as nothing.
_LOCK, _SEALED = (type(None), bytes, int, int, bytes, int, int), (type(None), bytes)
_ID = frozenset("0123456789abcdef")


class Salvaged(NamedTuple):
    """What was found.

    Attributes:
        marks, matters: what reads as it was written, and what may not; the oldest first.
        doubtful: ids of those that may not read as they were written.
    """

    marks: tuple[Mark, ...]
    matters: tuple[Matter, ...]
    doubtful: frozenset[str]


def looks_like_ours(read: bytes) -> bool:
    """Whether any row of a notes file is in these bytes, plain or sealed."""
    return any(_noun(row) or _is(row, _LOCK) for _, row in records(read))


def salvage(path: Path, passphrase: str = "") -> Salvaged:
    """All that can still be read of a file.

    Raises:
        NeedsPassphraseError, WrongPassphraseError: it is protected.
        NotesError: nothing can be read.
    """
    try:
        read = path.read_bytes()
    except OSError as error:
        raise not_read(path, error) from error
    locks = [Lock(*row[1:]) for _, row in records(read) if _is(row, _LOCK)]  # type: ignore[arg-type]  # seen by `_is`
    if locks:
        read = _unsealed(read, locks, passphrase, path)
    rows = [*_by_sqlite(read), *(row for _, row in records(read))]
    sure = (pair for pair in _pairs(loose_records(read)) if pair[1])
    found = _best([*_pairs(rows), *sure])
    if not found.marks and not found.matters:
        raise NotesError(tr("Nothing can be read of {name} any more.").format(name=path.name))
    return found


def _unsealed(read: bytes, locks: list[Lock], passphrase: str, path: Path) -> bytes:
    """What the parts that can still be opened hold, each at its place."""
    if not passphrase:
        raise NeedsPassphraseError(tr("{name} is protected by a passphrase.").format(name=path.name))
    wrong: NotesError | None = None
    for lock in sorted(set(locks), key=lambda each: -each.turn):
        try:
            key = lock.key(passphrase, path)
        except NotesError as error:
            wrong = error if wrong is None or isinstance(error, WrongPassphraseError) else wrong
            continue
        whole = bytearray()
        for nth, row in records(read):
            sealed = row[1] if _is(row, _SEALED) else None
            part = key.open(sealed, place(lock.turn, nth)) if isinstance(sealed, bytes) else None
            if part is not None:
                whole.extend(bytes(max(0, (nth + 1) * PART - len(whole))))
                whole[nth * PART : nth * PART + len(part)] = part
        if whole:  # else its turn is spoilt; it stands in the file twice
            return bytes(whole)
    raise wrong or NotesError(tr("Nothing can be read of {name} any more.").format(name=path.name))


def _by_sqlite(read: bytes) -> Iterator[tuple[object, ...]]:
    """Every row that SQLite still gives."""
    if not read:  # which SQLite cannot open
        return
    connection = sqlite3.connect(":memory:")
    try:
        connection.deserialize(read)
        for noun, table in ((Mark, "mark"), (Matter, "matter")):
            yield from _rows(connection, f"SELECT {', '.join(noun._fields)}, check_sum FROM {table} ORDER BY rowid")
    except FAULTS:
        return  # the pages are read without it
    finally:
        connection.close()


def _rows(connection: sqlite3.Connection, select: str) -> Iterator[tuple[object, ...]]:
    """Rows up to the first that cannot be read."""
    try:
        yield from connection.execute(select)
    except FAULTS:
        return


def _pairs(found: Iterable[tuple[object, ...]]) -> Iterator[tuple[Mark | Matter, bool]]:
    """Each row that is one of ours, and whether its check sum holds."""
    for row in found:
        noun = _noun(row)
        if noun is not None:
            yield noun, check_of(noun) == row[-1]


def _noun(row: tuple[object, ...]) -> Mark | Matter | None:
    """The noun of a row; None if it is no row of ours."""
    if not row or not isinstance(row[0], str) or len(row[0]) != 32 or not _ID.issuperset(row[0]):
        return None
    if len(row) == len(Mark._fields) + 1 and all(isinstance(each, str) for each in (*row[:-2], row[-1])) and isinstance(row[-2], int):  # fmt: skip
        return Mark(*row[:-1])  # type: ignore[arg-type]  # seen above
    if len(row) == len(Matter._fields) + 1 and all(isinstance(each, str) for each in row):
        return Matter(*row[:-1])  # type: ignore[arg-type]  # seen above
    return None


def _is(row: tuple[object, ...], kinds: tuple[type, ...]) -> bool:
    return len(row) == len(kinds) and all(map(isinstance, row, kinds))


def _best(pairs: Iterable[tuple[Mark | Matter, bool]]) -> Salvaged:
    best: dict[tuple[type, str], tuple[Mark | Matter, bool]] = {}
    for noun, holds in pairs:
        known = best.get((type(noun), noun.id))
        if known is None or (holds, _version(noun)) > (known[1], _version(known[0])):
            best[type(noun), noun.id] = noun, holds
    nouns = [noun for noun, _ in best.values()]
    return Salvaged(
        tuple(noun for noun in nouns if isinstance(noun, Mark)),
        tuple(noun for noun in nouns if isinstance(noun, Matter)),
        frozenset(noun.id for noun, holds in best.values() if not holds),
    )


def _version(noun: Mark | Matter) -> int:
    return noun.version if isinstance(noun, Mark) else 0
