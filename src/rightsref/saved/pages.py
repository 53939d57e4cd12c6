"""Rows out of the bytes of an SQLite file, page by page, with no help of its tree: what a damaged file still holds.

The form is that of https://sqlite.org/fileformat2.html: a leaf of a table holds cells, a cell a row number and a record, a long record
goes on in a chain of pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

#: Of SQLite's pages when ours are made.
_USUAL = 4_096
#: First bytes of pages that hold no rows. What begins otherwise is a leaf, or was one before it was damaged.
_NO_LEAVES = frozenset((0x02, 0x05, 0x0A))
#: A row's own name: its first value.
_ID = re.compile(rb"[0-9a-f]{32}")
#: The head of a cell and of its record is no longer than this, and no shorter.
_HEADS = range(40, 4, -1)
#: Sizes of the whole numbers by their serial type.
_SIZES = {0: 0, 1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8, 8: 0, 9: 0}

Record = tuple[object, ...]


def records(read: bytes) -> Iterator[tuple[int, Record]]:
    """Every row that can be read: its number and its values."""
    size = _page_size(read)
    for start in range(0, len(read), size):
        head = start + (100 if start == 0 else 0)
        if head >= len(read) or read[head] in _NO_LEAVES:
            continue
        page = read[start : start + size]
        count = int.from_bytes(read[head + 3 : head + 5])
        for at in range(head - start + 8, min(head - start + 8 + 2 * count, len(page) - 1), 2):
            try:
                yield _cell(read, page, int.from_bytes(page[at : at + 2]), size)
            except (IndexError, ValueError):
                continue  # this cell is spoilt; the others may not be


def loose_records(read: bytes) -> Iterator[Record]:
    """Rows that begin with an id, found by it: those of pages whose own head is lost. What is not one of ours may be among them."""
    size = _page_size(read)
    for found in _ID.finditer(read):
        start = found.start() // size * size
        page = read[start : start + size]
        for before in _HEADS:
            at = found.start() - start - before
            try:
                _, record = _cell(read, page, at, size) if at >= 0 else (0, ())
            except (IndexError, ValueError):
                continue
            if record and record[0] == found[0].decode():
                yield record


def _page_size(read: bytes) -> int:
    told = int.from_bytes(read[16:18])
    told = 65_536 if told == 1 else told
    return told if told in {2**power for power in range(9, 17)} else _USUAL


def _varint(read: bytes, at: int) -> tuple[int, int]:
    """A number of one to nine bytes, and where it ends."""
    value = 0
    for n in range(9):
        byte = read[at + n]
        if n == 8:
            return value << 8 | byte, at + 9
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + n + 1
    raise ValueError


def _cell(read: bytes, page: bytes, at: int, size: int) -> tuple[int, Record]:
    length, at = _varint(page, at)
    number, at = _varint(page, at)
    if length > len(read):
        raise ValueError
    local = _local(length, size)
    record = page[at : at + local]
    if local < length:
        record += _chain(read, int.from_bytes(page[at + local : at + local + 4]), length - local, size)
    if len(record) != length:
        raise ValueError
    return number, tuple(_values(record))


def _local(length: int, size: int) -> int:
    """How much of a record stands in its leaf."""
    if length <= size - 35:
        return length
    least = (size - 12) * 32 // 255 - 23
    wished = least + (length - least) % (size - 4)
    return wished if wished <= size - 35 else least


def _chain(read: bytes, number: int, length: int, size: int) -> bytes:
    """The rest of a record, in pages that each name the next."""
    found = bytearray()
    while len(found) < length and number:
        start = (number - 1) * size
        page = read[start : start + size]
        if len(page) < 4:
            raise ValueError
        number = int.from_bytes(page[:4])
        found.extend(page[4:])
    return bytes(found[:length])


def _values(record: bytes) -> Iterator[object]:
    end, at = _varint(record, 0)
    body = end
    while at < end:
        kind, at = _varint(record, at)
        size = _SIZES[kind] if kind in _SIZES else (kind - 12) // 2
        if kind in {7, 10, 11} or body + size > len(record):
            raise ValueError
        value = record[body : body + size]
        body += size
        if kind == 0:
            yield None
        elif kind in {8, 9}:
            yield kind - 8
        elif kind in _SIZES:
            yield int.from_bytes(value, signed=True)
        else:
            yield value if kind % 2 == 0 else value.decode()
