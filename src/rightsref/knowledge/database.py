"""The file of a knowledge base: opened read-only, known as ours, held against its hash."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Self

from rightsref.errors import KnowledgeBaseError
from rightsref.words import tr

APPLICATION_ID = 0x52524642  # "RRFB", so that `file` and we can tell our own
#: thousands: older programs must refuse the file; units: they may read it.
SCHEMA_VERSION = 5_000


class Database:
    """The file of a knowledge base, opened for reading. Use `Database.open`."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self.connection = connection
        self.path = path
        self._digest = ""

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open a knowledge base read-only and see that it is ours and of our version.

        Raises:
            KnowledgeBaseError: it is missing, not a knowledge base, damaged or of another version.
        """
        if not path.is_file():
            raise KnowledgeBaseError(
                tr(
                    "The knowledge base is missing: there is no file {path}. Run `make content`, or install RightsRef again."
                ).format(path=path)
            )
        try:
            connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
        except sqlite3.Error as error:
            raise KnowledgeBaseError(_damaged(path, str(error))) from error
        connection.row_factory = sqlite3.Row
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
            raise KnowledgeBaseError(_damaged(self.path, tr("it is not a RightsRef knowledge base")))
        if version // 1_000 != SCHEMA_VERSION // 1_000:
            newer = tr("a newer") if version > SCHEMA_VERSION else tr("an older")
            raise KnowledgeBaseError(
                tr(
                    "The knowledge base {path} was made for {newer} RightsRef. Install the program and its knowledge base together."
                ).format(path=self.path, newer=newer)
            )

    def verify(self) -> None:
        """Compare the file with the hash that was written beside it, and let SQLite look it over.

        Raises:
            KnowledgeBaseError: it was changed or damaged since it was made.
        """
        sidecar = self.path.with_suffix(".sha256")
        try:
            expected = sidecar.read_text(encoding="ascii", errors="replace").strip() if sidecar.is_file() else ""
            whole = expected == self.digest()
        except OSError as error:
            raise KnowledgeBaseError(_damaged(self.path, error.strerror or tr("it cannot be read"))) from error
        if not whole:
            raise KnowledgeBaseError(_damaged(self.path, tr("its hash does not match")))
        try:
            found = self.connection.execute("PRAGMA quick_check(1)").fetchone()[0]
        except sqlite3.DatabaseError as error:
            found = str(error)
        if found != "ok":
            raise KnowledgeBaseError(_damaged(self.path, found))

    def digest(self) -> str:
        """SHA-256 of the file, in hexadecimal; read once, since the file never changes while it is open."""
        import hashlib

        if not self._digest:
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
            raise KnowledgeBaseError(_damaged(self.path, str(error))) from error


def _damaged(path: Path, reason: str) -> str:
    return tr(
        "The knowledge base {path} is damaged ({reason}). Run `make content`, or install RightsRef again."
    ).format(path=path, reason=reason)
