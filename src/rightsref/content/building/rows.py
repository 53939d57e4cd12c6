"""The rows of the knowledge base, gathered in memory and written in one go: a transaction a row is what takes time."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

import sqlite_utils

Row = dict[str, Any]


class Rows:
    """Rows by table, and by document where they belong to one."""

    def __init__(self) -> None:
        self._tables: dict[str, list[Row]] = defaultdict(list)
        self._by_document: dict[tuple[str, int], list[Row]] = defaultdict(list)

    def add(self, table: str, row: Row) -> None:
        """Take one row."""
        self._tables[table].append(row)
        if "document" in row:
            self._by_document[table, row["document"]].append(row)

    def extend(self, table: str, rows: Iterable[Row]) -> None:
        """Take some rows."""
        for row in rows:
            self.add(table, row)

    def of(self, table: str, document: int, lang: str = "") -> list[Row]:
        """The rows of a document, in one language if it is named."""
        rows = self._by_document[table, document]
        return [row for row in rows if row["lang"] == lang] if lang else rows

    def all(self, table: str) -> list[Row]:
        """The rows of a table."""
        return self._tables[table]

    def leave_out(self, table: str, column: str, value: object) -> None:
        """Drop the rows of a table that hold a value in a column: what was needed for the making alone."""
        self._tables[table] = [row for row in self._tables[table] if row[column] != value]

    def digest(self) -> str:
        """A hash of every row: the same for the same content, whichever SQLite then lays out the file."""
        written = json.dumps(self._tables, sort_keys=True, default=str)
        return hashlib.sha256(written.encode()).hexdigest()

    def write(self, db: sqlite_utils.Database) -> None:
        """Write every table."""
        for name, rows in self._tables.items():
            db.table(name).insert_all(rows)
