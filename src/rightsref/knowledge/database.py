"""The file of a knowledge base: opened read-only, known as ours, held against its hash."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Self

from rightsref.errors import KnowledgeBaseError
from rightsref.words import tr

APPLICATION_ID = 0x52524642  # "RRFB", so that `file` and we can tell our own
#: thousands: older programs must refuse the file; units: they may read it.
SCHEMA_VERSION = 7_000


class Database:
    """The file of a knowledge base, opened for reading. Use `Database.open`."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        connection.row_factory = sqlite3.Row
        self.connection = connection
        self.path = path
        self._digest = ""
        self._held = False
        #: What the reader is to be told of the file, if its packed copy is in use.
        self.complaint = ""

    @classmethod
    def open_whole(cls, path: Path) -> Self:
        """Open a knowledge base from memory, held against its hash before anything is read from it; see `hold`.

        Raises:
            KnowledgeBaseError: neither the file nor its packed copy is whole, or it is of another version.
        """
        opened = cls(sqlite3.connect(":memory:"), path)
        try:
            opened.hold()
        except KnowledgeBaseError:
            opened.close()
            raise
        return opened

    @classmethod
    def over(cls, other: Database) -> Self:
        """The same open file as seen by this class."""
        made = cls(other.connection, other.path)
        made._digest, made._held, made.complaint = other._digest, other._held, other.complaint
        return made

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open a knowledge base read-only and see that it is ours and of our version.

        Raises:
            KnowledgeBaseError: it is missing, cannot be reached, is not a knowledge base, damaged or of another version.
        """
        try:
            there = path.is_file()
        except OSError:  # `is_there` tells why
            there = False
        if not there:
            from rightsref.knowledge.whole import is_there, missing

            is_there(path)
            raise KnowledgeBaseError(missing(path))
        try:
            connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
        except sqlite3.Error as error:
            raise _damaged(path, str(error)) from error
        opened = cls(connection, path)
        try:
            opened._see_whose()
        except KnowledgeBaseError:
            opened.close()
            raise
        return opened

    def _see_whose(self) -> None:
        ours = self.rows("PRAGMA application_id")[0][0]
        version = self.rows("PRAGMA user_version")[0][0]
        if ours != APPLICATION_ID:
            raise _damaged(self.path, tr("it is not a RightsRef knowledge base"))
        if version // 1_000 != SCHEMA_VERSION // 1_000:
            newer = tr("a newer") if version > SCHEMA_VERSION else tr("an older")
            raise KnowledgeBaseError(
                tr(
                    "The knowledge base {path} was made for {newer} RightsRef. Install the program and its knowledge base together."
                ).format(path=self.path, newer=newer)
            )

    def hold(self) -> None:
        """Read on from memory, from bytes that are as they were made: the file's, or else its packed copy's (`complaint` tells).

        What was held against its hash is then what is read, whatever becomes of the file. Once held, held for good.

        Raises:
            KnowledgeBaseError: neither the file nor its copy is whole.
        """
        if self._held:
            return
        from rightsref.knowledge.whole import whole  # which the first page is painted without

        held = whole(self.path)
        connection = _in_memory(held.read)
        self.connection.close()
        self.connection, self._digest, self.complaint = connection, held.digest, held.complaint
        self._held = True
        self._see_whose()

    def digest(self) -> str:
        """SHA-256 of the file, in hexadecimal."""
        if not self._digest:
            import hashlib

            self._digest = hashlib.sha256(self.path.read_bytes()).hexdigest()
        return self._digest

    def meta(self) -> dict[str, str]:
        """Edition, `law_as_of`, `last_review`."""
        return {row["key"]: row["value"] for row in self.rows("SELECT key, value FROM meta")}

    def tally(self) -> dict[str, int]:
        """How many citable units stand at each level of checking, the surest first."""
        return {row["level"]: row["units"] for row in self.rows("SELECT level, units FROM tally ORDER BY position")}

    def reviewed(self, address: str, lang: str) -> str:
        """Who reviewed the translation of what stands at an address, and when; empty if nobody has."""
        found = self.rows("SELECT who FROM reviewed WHERE address = ? AND lang = ?", address, lang)
        return str(found[0]["who"]) if found else ""

    def close(self) -> None:
        """Let go of the file."""
        self.connection.close()

    def rows(self, sql: str, *values: object) -> list[sqlite3.Row]:
        """All rows of a SELECT.

        Raises:
            KnowledgeBaseError: the file turns out to be damaged.
        """
        try:
            return self.connection.execute(sql, values).fetchall()
        except sqlite3.DatabaseError as error:
            raise _damaged(self.path, str(error)) from error


def _damaged(path: Path, reason: str) -> KnowledgeBaseError:
    from rightsref.knowledge.whole import damaged

    return KnowledgeBaseError(damaged(path, reason))


def _in_memory(read: bytes) -> sqlite3.Connection:
    """A database in memory that holds these bytes, for reading only."""
    connection = sqlite3.connect(":memory:")
    connection.deserialize(read)
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA query_only = ON")
    return connection
