"""All of it or nothing, and all of one moment."""

from __future__ import annotations

import sqlite3


class transaction:  # noqa: N801 - reads as a word where it is used
    """`with transaction(connection):` everything in it, or nothing."""

    _BEGIN = "BEGIN IMMEDIATE"

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def __enter__(self) -> None:
        self._connection.execute(self._BEGIN)

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        try:
            if kind is None:
                self._connection.execute("COMMIT")
        finally:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")


class snapshot(transaction):  # noqa: N801 - as above
    """`with snapshot(connection):` what is read in it is of one moment; another window's step comes before or after."""

    _BEGIN = "BEGIN DEFERRED"
