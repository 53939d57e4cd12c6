"""Files of the reader's: written whole or not at all, and never in place of something that is no file."""

from __future__ import annotations

import contextlib
import os
import stat
from pathlib import Path

#: Links that lead to links are followed so far.
_MOST_LINKS = 40


def write_whole(path: Path, read: bytes, *, private: bool = False) -> None:
    """Write a file in one step: a crash, a full disk or a power cut leaves the old one or the new one.

    A link stays a link, and its target gets the new bytes; a file that was there keeps its rights.

    Args:
        path: where; its folder must exist.
        read: what is to stand there.
        private: whether a new file is for its owner only.

    Raises:
        OSError: the folder or the disk cannot take it, or what is there is no ordinary file.
    """
    target = Path(os.path.realpath(path))
    mode = _mode_of(target)
    draft = target.with_name(f".{os.getpid():x}.draft")  # short: the name itself may be as long as names can be
    with contextlib.suppress(FileNotFoundError):
        draft.unlink()  # of a process of this number that was ended
    try:
        with os.fdopen(
            os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode or (0o600 if private else 0o666)), "wb"
        ) as file:
            file.write(read)
            file.flush()
            os.fsync(file.fileno())
        if mode:
            draft.chmod(mode)
        draft.replace(target)
    except OSError:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)
        raise


def remove_whole(path: Path) -> None:
    """Remove a file; where it is a link, the file that it leads to first, so that what was written through it goes too.

    Raises:
        OSError: one of them cannot be removed, or there is none.
    """
    ways = [path]
    while ways[-1].is_symlink() and len(ways) < _MOST_LINKS:
        ways.append(ways[-1].parent / ways[-1].readlink())
    for way in reversed(ways[1:]):
        if way.is_symlink() or way.is_file():
            way.unlink(missing_ok=True)
    path.unlink()


def _mode_of(target: Path) -> int:
    """The rights of a file that is there; 0 if there is none."""
    try:
        found = target.stat().st_mode
    except FileNotFoundError:
        return 0
    if not stat.S_ISREG(found):
        raise OSError(0, "it is no ordinary file")
    return stat.S_IMODE(found)
