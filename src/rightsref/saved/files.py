"""The files themselves: a new one laid down whole, copies set aside under a dated name, what an open one is known by."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import stat
from pathlib import Path

from rightsref.files import write_whole
from rightsref.saved.nouns import today
from rightsref.saved.trouble import FAULTS, NameTakenError, not_made, not_read, taken

#: How a notes file is called at its end, and at first.
SUFFIX, USUAL_NAME = ".rrnotes", "rightsref-notes.rrnotes"
#: One day has fewer copies than this.
_COPIES = 1_000


def identity(path: Path) -> tuple[int, int] | None:
    """What a file is known by while it is open; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def is_same(path: Path, other: Path) -> bool:
    """Whether two names lead to one file that is there."""
    return identity(path) is not None and identity(path) == identity(other)


def with_ending(path: Path) -> Path:
    """A name with the ending of a notes file, which is added unless it is there: by it file dialogs show it."""
    return path if path.suffix.lower() == SUFFIX else path.with_name(f"{path.name}{SUFFIX}")


def named_beside(path: Path, more: str) -> Path:
    """A name beside a notes file: its own, and what more is to stand in it."""
    path = with_ending(path)
    return path.with_name(f"{path.stem} {more}{path.suffix}")


def lay_down(path: Path, read: bytes) -> None:
    """Write a new file whole, for its owner only; never in place of another.

    Raises:
        NameTakenError: there is a file of that name.
        NotesError: the folder or the disk cannot take it.
    """
    ours = True
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))  # the name is ours from here on
    except FileExistsError as error:
        ours = False
        if not _is_empty(path):  # which is what a crash right here leaves
            raise taken(path) from error
    except OSError as error:
        raise not_made(path, error) from error
    try:
        write_whole(path, read, private=True)
    except OSError as error:
        if ours:
            with contextlib.suppress(OSError):
                path.unlink()
        raise not_made(path, error) from error


def _is_empty(path: Path) -> bool:
    """Whether an ordinary file is there that holds nothing; a link is none, wherever it leads."""
    try:
        found = path.lstat()
    except OSError:
        return False
    return stat.S_ISREG(found.st_mode) and found.st_size == 0


def set_aside(connection: sqlite3.Connection, path: Path) -> Path:
    """Copy an open file by SQLite's backup into a new one beside it, with today in a name that no file has.

    Raises:
        NotesError: it cannot be read, or the folder or the disk cannot take the copy.
    """
    whole = sqlite3.connect(":memory:")
    try:
        connection.backup(whole)
        read = whole.serialize()
    except FAULTS as error:
        raise not_read(path, error) from error
    finally:
        whole.close()
    for nth in range(1, _COPIES):
        copy = named_beside(path, f"{today()} ({nth})" if nth > 1 else today())
        if not copy.exists():
            with contextlib.suppress(NameTakenError):  # by another window, this moment
                lay_down(copy, read)
                return copy
    raise taken(copy)
