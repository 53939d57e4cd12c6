"""A notes file as plain SQLite: each step is one transaction with a rollback journal and full sync, so that a crash leaves it before or after."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path, PurePath
from typing import Self, TypeVar

from rightsref.saved import rows
from rightsref.saved.files import gone_if_it_fails, identity, lay_down, set_aside
from rightsref.saved.nouns import Contents
from rightsref.saved.schema import FORMAT, create, is_as_made, version_of
from rightsref.saved.transaction import snapshot, transaction
from rightsref.saved.trouble import FAULTS, NotesError, damaged, gone, not_read, not_saved
from rightsref.words import tr

Result = TypeVar("Result")
Work = Callable[[sqlite3.Connection], Result]
#: Another window's step is waited for this long, in seconds.
PATIENCE = 5.0
#: No WAL: it fails on FAT sticks and over networks. EXTRA syncs the folder too. What is removed is overwritten. Nothing in a file acts.
_PRAGMAS = (
    "trusted_schema = OFF", "cell_size_check = ON", "temp_store = MEMORY", "mmap_size = 0", "secure_delete = ON",
    "journal_mode = DELETE", "synchronous = EXTRA",
)  # fmt: skip


def uri_of(path: PurePath) -> str:
    """A whole path as SQLite reads it; the name of a server stands in the path there."""
    uri = path.as_uri()
    return uri if uri.startswith("file:///") else uri.replace("file://", "file:////", 1)


def connect(path: Path) -> sqlite3.Connection:
    """A connection to a file that is there, set up to lose nothing."""
    connection = sqlite3.connect(f"{uri_of(path.absolute())}?mode=rw", uri=True, timeout=PATIENCE, isolation_level=None)
    try:
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
    except FAULTS:
        connection.close()
        raise
    return connection


class PlainNotes:
    """An open notes file that is not protected. Use `make` or `open`."""

    is_protected = False

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path, self._connection = path, connection
        self._identity = identity(path)
        self._seen: tuple[int, Contents] | None = None

    @classmethod
    def make(cls, path: Path) -> Self:
        """Make a new file; one that is there is never written over.

        Raises:
            NotesError: there is a file of that name, or the folder or the disk cannot take it.
        """
        with closing(sqlite3.connect(":memory:", isolation_level=None)) as empty:
            create(empty)
            lay_down(path, empty.serialize())
        with gone_if_it_fails(path):
            return cls.open(path)

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open a file, held against its check sums; an older one is brought up to date, a copy of it set aside first.

        Raises:
            NotesError: it cannot be read, is damaged, or was made by a newer program.
        """
        try:
            connection = connect(path)
        except FAULTS as error:
            raise not_read(path, error) from error
        try:
            see_version(connection, path, FORMAT)
            if version_of(connection) < FORMAT:
                _update(connection, path)
            if not is_as_made(connection) or rows.read(connection).doubtful:
                raise damaged(path)
            return cls(path, connection)
        except (*FAULTS, OSError) as error:
            connection.close()
            raise not_read(path, error) from error
        except NotesError:
            connection.close()
            raise

    def contents(self) -> Contents:
        """All that is in the file now, another window's steps with it.

        Raises:
            NotesError: it cannot be read any more.
        """
        try:
            with snapshot(self._connection):
                now = int(self._connection.execute("PRAGMA data_version").fetchone()[0])
                if self._seen is None or self._seen[0] != now:
                    self._seen = now, rows.read(self._connection)
        except FAULTS as error:
            raise not_read(self.path, error) from error
        return self._seen[1]

    def step(self, work: Work[Result]) -> Result:
        """Do something to the tables as one transaction: all of it or nothing is in the file afterwards.

        Raises:
            NotesError: it could not be written.
        """
        if identity(self.path) != self._identity:
            raise gone(self.path)
        self._seen = None
        try:
            with transaction(self._connection):
                return work(self._connection)
        except FAULTS as error:
            raise not_saved(self.path, error) from error

    def set_aside(self) -> Path:
        """Write a copy beside the file, with today in its name, by SQLite's backup.

        Raises:
            NotesError: the folder or the disk cannot take it.
        """
        return set_aside(self._connection, self.path)

    def close(self) -> None:
        """Let go of the file and forget what was read."""
        self._seen = None
        self._connection.close()


def see_version(connection: sqlite3.Connection, path: Path, newest: int) -> None:
    """See that this program knows the form of a file.

    Raises:
        NotesError: a newer program made it, or none.
    """
    version = version_of(connection)
    if version > newest:
        raise NotesError(
            tr(
                "{name} was made by a newer RightsRef. This one leaves it as it is; open it with the newer program."
            ).format(name=path.name)
        )
    if version < 1:
        raise damaged(path)


def _update(connection: sqlite3.Connection, path: Path) -> None:
    """Bring an older file up to date; what it was stays beside it."""
    from rightsref.saved.migrations import migrate  # sqlite-utils, for whoever has an older file

    if not os.access(path, os.W_OK):
        raise NotesError(tr("{name} is of an older form, and cannot be brought up to date where it may not be written to.").format(name=path.name))  # fmt: skip
    set_aside(connection, path)
    migrate(connection)
