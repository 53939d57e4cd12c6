"""Where a knowledge base is written: a new name, or one of our own that it replaces; anything else there is left as it is."""

from __future__ import annotations

import re
import sqlite3
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rightsref.errors import RightsRefError, UsageError
from rightsref.knowledge.database import APPLICATION_ID
from rightsref.knowledge.whole import packed_copy

#: How a file of SQLite begins, and where in it the program that made it is told.
_SQLITE, _MADE_BY = b"SQLite format 3\0", slice(68, 72)
_HASH = re.compile(rb"[0-9a-f]{64}\n")
#: What the disk can be to blame for.
_OF_THE_DISK = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY}


def see_that_free(target: Path) -> None:
    """See that nothing of somebody else's would be lost if a knowledge base were written.

    Args:
        target: its file; beside it belong its hash and its packed copy.

    Raises:
        UsageError: there is something else, or the name is one that belongs beside a knowledge base.
        RightsRefError: it cannot be seen what is there.
    """
    beside = {".sha256", packed_copy(Path("a")).suffix}
    if not target.name or target.suffix in beside:
        raise UsageError(f"{target} is no name for a knowledge base; name a file such as knowledge.db.")
    with telling(target):
        whole = _begins(target)
        if whole[:16] == _SQLITE and whole[_MADE_BY] == APPLICATION_ID.to_bytes(4, "big"):
            others = []  # what lies beside our own is our own
        else:
            others = [path for path in map(target.with_suffix, sorted(beside)) if not _is_ours(_begins(path))]
        if whole and not others and not _begins(target.with_suffix(".sha256")):
            others = [target]
        for path in others:
            raise UsageError(f"{path} is no part of a knowledge base and is left as it is; name another file.")


def _begins(path: Path) -> bytes:
    """How a file begins; empty if there is none or nothing in it.

    Raises:
        UsageError: it is a folder, a link, a pipe or a device.
    """
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            raise UsageError(f"{path} is no ordinary file and is left as it is; name another file.")
    except FileNotFoundError:
        return b""
    with path.open("rb") as file:
        return file.read(100)


def _is_ours(begins: bytes) -> bool:
    """Whether what lies beside a knowledge base may be its hash or its packed copy; nothing is nobody's."""
    return not begins or _HASH.match(begins) is not None


@contextmanager
def draft_of(target: Path) -> Iterator[Path]:
    """A folder for drafts beside a file, of a name that nothing has; gone afterwards with what is left in it."""
    with telling(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".draft-", dir=target.parent) as folder:
            yield Path(folder)


@contextmanager
def telling(target: Path) -> Iterator[None]:
    """Tell in one sentence what the disk cannot do.

    Raises:
        RightsRefError: something could not be read or written.
    """
    try:
        yield
    except OSError as error:
        raise _unwritten(target, error.strerror or str(error)) from error
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF not in _OF_THE_DISK:
            raise
        raise _unwritten(target, str(error)) from error


def _unwritten(target: Path, reason: str) -> RightsRefError:
    shown = str(target) if len(str(target)) <= 200 else f"{str(target)[:200]}…"
    return RightsRefError(f"The knowledge base could not be written to {shown}: {reason}.")
