"""A protected notes file: the whole of it is read into memory, and at each step written whole, sealed, in one transaction.

What stands on the disk is an SQLite file too, so that a crash, a second window and a full disk are met as with a plain one; but its
rows are nothing but sealed parts. Its journal holds what its rows held: nothing that can be read.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import NamedTuple, Self

from rightsref.saved import locks, rows
from rightsref.saved.files import gone_if_it_fails, identity, lay_down, set_aside
from rightsref.saved.locks import Cost, Key
from rightsref.saved.nouns import Contents
from rightsref.saved.plain import Result, Work, connect, see_version
from rightsref.saved.schema import FORMAT, SEALED, create, is_as_made, version_of
from rightsref.saved.transaction import snapshot, transaction
from rightsref.saved.trouble import (
    FAULTS,
    NeedsPassphraseError,
    NotesError,
    WrongPassphraseError,
    damaged,
    gone,
    not_read,
    not_saved,
)
from rightsref.words import tr

#: The form of what stands around the sealed parts.
_FORMAT = 1
#: One sealed part holds so many bytes: where one is spoilt, the others can still be read.
PART = 1_024
_KNOWN = b"RightsRef notes"  # sealed beside the parts, to tell a wrong passphrase from damage
_SCHEMA = (
    *(f"CREATE TABLE {table} (nth INTEGER PRIMARY KEY, salt BLOB NOT NULL, operations INTEGER NOT NULL, memory INTEGER NOT NULL, "
      "known BLOB NOT NULL, turn INTEGER NOT NULL, parts INTEGER NOT NULL)" for table in ("lock", "spare")),
    "CREATE TABLE part (nth INTEGER PRIMARY KEY, sealed BLOB NOT NULL)",
)  # fmt: skip


class Lock(NamedTuple):
    """What must be known to open the parts; it stands in the file twice.

    Attributes:
        salt, operations, memory: what makes the key out of the passphrase.
        known: known words, sealed.
        turn: how often the parts were written; parts of different turns do not go together.
        parts: how many there are.
    """

    salt: bytes
    operations: int
    memory: int
    known: bytes
    turn: int
    parts: int

    def key(self, passphrase: str, path: Path) -> Key:
        """The key that opens the parts.

        Raises:
            WrongPassphraseError: it is another one.
            DamagedNotesError: what makes a key is not as we make it.
        """
        cost = Cost(self.operations, self.memory)
        if not cost.is_sound or len(self.salt) != locks.SALT:
            raise damaged(path)
        key = Key(passphrase, self.salt, cost)
        if key.open(self.known, self.salt) != _KNOWN:
            raise WrongPassphraseError(tr("This is not the passphrase of {name}.").format(name=path.name))
        return key


class SealedNotes:
    """An open notes file that is protected. Use `make` or `open`."""

    is_protected = True

    def __init__(self, path: Path, outer: sqlite3.Connection, key: Key) -> None:
        self.path, self._outer, self._key = path, outer, key
        self._identity = identity(path)
        self._inner = sqlite3.connect(":memory:", isolation_level=None)
        self._turn = -1  # of what is in memory
        self._seen: Contents | None = None

    @classmethod
    def make(cls, path: Path, passphrase: str, cost: Cost | None = None) -> Self:
        """Make a new file; one that is there is never written over.

        Raises:
            NotesError: the passphrase is too short, there is a file of that name, or it cannot be written.
        """
        key = Key.new(passphrase, cost or locks.USUAL)
        with (
            closing(sqlite3.connect(":memory:", isolation_level=None)) as outer,
            closing(sqlite3.connect(":memory:", isolation_level=None)) as inner,
        ):
            outer.execute(f"PRAGMA application_id = {SEALED}")
            create(inner)
            with transaction(outer):
                for statement in _SCHEMA:
                    outer.execute(statement)
                outer.execute(f"PRAGMA user_version = {_FORMAT}")
                _write(outer, key, inner.serialize(), 1)
            lay_down(path, outer.serialize())
        with gone_if_it_fails(path):
            return cls._over(path, key)

    @classmethod
    def open(cls, path: Path, passphrase: str) -> Self:
        """Open a file.

        Raises:
            NeedsPassphraseError: none was given.
            WrongPassphraseError: it is another one.
            NotesError: the file cannot be read, is damaged, or was made by a newer program.
        """
        if not passphrase:
            raise NeedsPassphraseError(tr("{name} is protected by a passphrase.").format(name=path.name))
        try:
            outer = connect(path)
            try:
                see_version(outer, path, _FORMAT)
                key = lock_of(outer, path).key(passphrase, path)
            finally:
                outer.close()
        except FAULTS as error:
            raise not_read(path, error) from error
        return cls._over(path, key)

    @classmethod
    def _over(cls, path: Path, key: Key) -> Self:
        """The file opened with its key, and read."""
        try:
            made = cls(path, connect(path), key)
        except FAULTS as error:
            raise not_read(path, error) from error
        try:
            with snapshot(made._outer):
                made._read_anew()
            made._see_whole()
        except FAULTS as error:
            made.close()
            raise not_read(path, error) from error
        except NotesError:
            made.close()
            raise
        return made

    def _see_whole(self) -> None:
        """See that what was sealed is as it was made; what is of an older form is brought up to date."""
        see_version(self._inner, self.path, FORMAT)
        if version_of(self._inner) < FORMAT:
            from rightsref.saved.migrations import migrate  # sqlite-utils, for whoever has an older file

            self.set_aside()
            self.step(migrate)
        if not is_as_made(self._inner) or rows.read(self._inner).doubtful:
            raise damaged(self.path)

    def contents(self) -> Contents:
        """All that is in the file now, another window's steps with it.

        Raises:
            NotesError: it cannot be read any more.
        """
        try:
            with snapshot(self._outer):
                if lock_of(self._outer, self.path).turn != self._turn:
                    self._read_anew()
            if self._seen is None:
                self._seen = rows.read(self._inner)
        except FAULTS as error:
            raise not_read(self.path, error) from error
        return self._seen

    def step(self, work: Work[Result]) -> Result:
        """Do something to the tables; all of it, sealed, or nothing is in the file afterwards.

        Raises:
            NotesError: it could not be written.
        """
        if identity(self.path) != self._identity:
            raise gone(self.path)
        try:
            with transaction(self._outer):
                if lock_of(self._outer, self.path).turn != self._turn:
                    self._read_anew()
                turn, self._turn, self._seen = self._turn, -1, None  # unless all goes well, it is read anew
                result = work(self._inner)
                _write(self._outer, self._key, self._inner.serialize(), turn + 1)
        except FAULTS as error:
            raise not_saved(self.path, error) from error
        self._turn = turn + 1
        return result

    def set_aside(self) -> Path:
        """Write a copy beside the file, sealed as it is, with today in its name, by SQLite's backup.

        Raises:
            NotesError: the folder or the disk cannot take it.
        """
        return set_aside(self._outer, self.path)

    def close(self) -> None:
        """Let go of the file and of all that was read."""
        self._seen = None
        self._inner.close()
        self._outer.close()

    def _read_anew(self) -> None:
        """Read the parts, in a transaction or a snapshot: the lock of one turn does not open the parts of another."""
        lock = lock_of(self._outer, self.path)
        parts = [self._key.open(sealed, place(lock.turn, nth)) for nth, sealed in _parts_of(self._outer, self.path)]
        whole = b"".join(part for part in parts if part is not None)
        if len(parts) != lock.parts or None in parts or not whole:
            raise damaged(self.path)
        self._inner.deserialize(whole)
        self._turn, self._seen = lock.turn, None


def place(turn: int, nth: int) -> bytes:
    """What binds a part to its turn and its place in it."""
    return b"%d.%d" % (turn, nth)


def _parts_of(outer: sqlite3.Connection, path: Path) -> list[tuple[int, bytes]]:
    """The sealed parts in order.

    Raises:
        DamagedNotesError: what stands in the place of one is no bytes.
    """
    found = outer.execute("SELECT nth, sealed FROM part ORDER BY nth").fetchall()
    if not all(isinstance(sealed, bytes) for _, sealed in found):
        raise damaged(path)
    return found


def lock_of(outer: sqlite3.Connection, path: Path) -> Lock:
    """What opens the parts.

    Raises:
        DamagedNotesError: it is not there.
    """
    found = outer.execute(f"SELECT {', '.join(Lock._fields)} FROM lock WHERE nth = 1").fetchone()
    if found is None or not all(map(isinstance, found, (bytes, int, int, bytes, int, int))):
        raise damaged(path)
    return Lock(*found)


def _write(outer: sqlite3.Connection, key: Key, read: bytes, turn: int) -> None:
    """Seal everything anew, in place of what was there."""
    parts = [read[at : at + PART] for at in range(0, len(read), PART)]
    outer.execute("DELETE FROM part")
    outer.executemany(
        "INSERT INTO part VALUES (?, ?)", ((nth, key.seal(part, place(turn, nth))) for nth, part in enumerate(parts))
    )
    lock = Lock(key.salt, *key.cost, key.seal(_KNOWN, key.salt), turn, len(parts))
    for table in ("lock", "spare"):
        outer.execute(f"DELETE FROM {table}")
        outer.execute(f"INSERT INTO {table} VALUES (1, ?, ?, ?, ?, ?, ?)", lock)
