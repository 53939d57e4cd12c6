"""What can go wrong with a notes file, each as one sentence for the reader."""

from __future__ import annotations

import errno
import sqlite3
from pathlib import Path

from rightsref.errors import RightsRefError
from rightsref.words import tr

#: What comes of reading and writing: SQLite's own words for damage may be no words at all.
FAULTS = (sqlite3.Error, UnicodeDecodeError)
_Fault = sqlite3.Error | UnicodeDecodeError | OSError
#: Codes of SQLite for a file that is not as it was written; 0 comes from Python, for a text that is none.
_DAMAGE = frozenset((0, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR))


class NotesError(RightsRefError):
    """The notes file cannot be read or written as asked; what stood in it stands in it still."""


class NeedsPassphraseError(NotesError):
    """The file is protected."""


class WrongPassphraseError(NotesError):
    """This is not its passphrase."""


class InUseError(NotesError):
    """Another window is writing, and went on for longer than is waited for."""


class NameTakenError(NotesError):
    """There is a file of that name already."""


class DamagedNotesError(NotesError):
    """The file is not as it was written; what can be read of it can go into a new one."""


def damaged(path: Path) -> DamagedNotesError:
    """What is said of a damaged file."""
    return DamagedNotesError(tr("The notes file {name} is damaged. Nothing in it was changed.").format(name=path.name))


def not_saved(path: Path, error: _Fault) -> NotesError:
    """Why a step could not be written; the file is as it was before."""
    code = _code(error)
    if code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        return in_use(path)
    if not isinstance(error, OSError) and code in _DAMAGE:
        return damaged(path)
    return NotesError(
        tr("This could not be saved to {name}: {reason}. The file is as it was before.").format(
            name=path.name, reason=_reason(error, code)
        )
    )


def not_made(path: Path, error: OSError) -> NotesError:
    """Why a new file could not be made; there is none of that name."""
    return NotesError(tr("{name} could not be made: {reason}.").format(name=path.name, reason=_reason(error, 0)))


def not_read(path: Path, error: _Fault) -> NotesError:
    """Why a file could not be opened or read."""
    code = _code(error)
    if code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        return in_use(path)
    if not isinstance(error, OSError) and code in _DAMAGE:
        return damaged(path)
    return NotesError(tr("{name} could not be opened: {reason}.").format(name=path.name, reason=_reason(error, code)))


def taken(path: Path) -> NameTakenError:
    """What is said of a name that a file has; that file stays as it is."""
    return NameTakenError(
        tr("There is a file named {name} already. Choose another name, or open that file.").format(name=path.name)
    )


def in_use(path: Path) -> InUseError:
    """What is said while another window writes."""
    return InUseError(tr("{name} is in use by another window or program. Try again.").format(name=path.name))


def gone(path: Path) -> NotesError:
    """What is said of a file that was moved, removed or replaced while it was open."""
    return NotesError(
        tr(
            "{name} is no longer where it was opened, so this was not saved. Put the file or its disk back, or open it anew."
        ).format(name=path.name)
    )


def _code(error: _Fault) -> int:
    """SQLite's code for what is wrong. A call that makes no sense is no trouble of the reader's, but a bug of ours."""
    if isinstance(error, sqlite3.ProgrammingError):
        raise error
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


def _reason(error: _Fault, code: int) -> str:
    full, no_right = tr("the disk is full"), tr("its folder or the file may not be written to")
    if isinstance(error, OSError):
        known = {errno.ENOSPC: full, errno.EDQUOT: full, errno.EFBIG: full, errno.EROFS: no_right,
                 errno.EACCES: no_right, errno.EPERM: no_right, errno.ENOENT: tr("there is no such file or folder")}  # fmt: skip
        return known.get(error.errno or 0, error.strerror or str(error))
    return {
        sqlite3.SQLITE_FULL: full,
        sqlite3.SQLITE_READONLY: no_right,
        sqlite3.SQLITE_CANTOPEN: no_right,
        sqlite3.SQLITE_PERM: no_right,
        sqlite3.SQLITE_IOERR: tr("the disk did not take it, or did not give it"),
    }.get(code, str(error))
