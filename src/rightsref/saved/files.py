"""The files themselves: a new one laid down whole, copies set aside under a dated name, what an open one is known by."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import stat
from collections.abc import Iterator
from pathlib import Path

from rightsref.files import write_whole
from rightsref.saved.nouns import today
from rightsref.saved.trouble import FAULTS, NameTakenError, NotesError, not_made, not_read, taken
from rightsref.words import tr

#: How a notes file is called at its end, and at first.
SUFFIX, USUAL_NAME = ".rrnotes", "rightsref-notes.rrnotes"
#: SQLite's journal stands beside a file while it is written to. No name has more bytes than a disk takes, no path more than SQLite does.
_JOURNAL, _LONGEST_NAME, _LONGEST_PATH = "-journal", 255, 512
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
        NotesError: the name is too long, or the folder or the disk cannot take it.
    """
    _see_length(path)
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


def _see_length(path: Path) -> None:
    """See that there is room for a journal's name beside a file.

    Raises:
        NotesError: there is none.
    """
    name, whole = (len(os.fsencode(f"{each}{_JOURNAL}")) for each in (path.name, os.path.realpath(path)))
    if name > _LONGEST_NAME or whole > _LONGEST_PATH:
        raise NotesError(tr("The name {name} is too long, alone or with its folders. Choose a shorter one.").format(name=path.name))  # fmt: skip


@contextlib.contextmanager
def gone_if_it_fails(path: Path) -> Iterator[None]:
    """Around what is done first with a new file: where that fails, the file does not stay."""
    try:
        yield
    except BaseException:
        with contextlib.suppress(OSError):
            path.unlink()
        raise


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
        if not os.path.lexists(copy):
            with contextlib.suppress(NameTakenError):  # by another window, this moment
                lay_down(copy, read)
                return copy
    raise taken(copy)
