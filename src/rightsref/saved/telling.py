"""What a file is, by its head."""

from __future__ import annotations

import stat
from pathlib import Path

from rightsref.saved.salvage import looks_like_ours
from rightsref.saved.schema import PLAIN, SEALED
from rightsref.saved.trouble import NotesError, damaged, not_read
from rightsref.words import tr

#: No notes file is larger, in bytes.
_LARGEST = 256 << 20
#: So many bytes of what has no head of ours are looked through for rows of ours.
_LOOKED_AT = 1 << 20
#: Where SQLite keeps a program's own number.
_APPLICATION = slice(68, 72)


def kind_of_file(path: Path) -> int:
    """`PLAIN` or `SEALED`, by the head of the file.

    Raises:
        NotesError: it cannot be read, or is no notes file.
    """
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode) or found.st_size > _LARGEST:
            raise strange(path)
        with path.open("rb") as file:
            head = file.read(100)
    except OSError as error:
        raise not_read(path, error) from error
    kind = int.from_bytes(head[_APPLICATION])
    if kind in {PLAIN, SEALED}:
        return kind
    try:
        with path.open("rb") as file:
            begin = file.read(_LOOKED_AT)
    except OSError as error:
        raise not_read(path, error) from error
    raise damaged(path) if looks_like_ours(begin) else strange(path)


def strange(path: Path) -> NotesError:
    """What is said of a file that is no notes file."""
    return NotesError(tr("{name} is no notes file of RightsRef.").format(name=path.name))
