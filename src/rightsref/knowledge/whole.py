"""The bytes of a knowledge base as they were made: the file's own, or those of the packed copy that came with the program."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import NamedTuple

from rightsref.errors import KnowledgeBaseError
from rightsref.words import tr

#: A packed copy begins with the hash of what is in it, in hexadecimal, and a line end.
_HEAD = 65
#: No knowledge base is larger: a larger file is not read at all, and a damaged copy that unpacks without end is let go there.
_MOST = 400_000_000
#: How much of a path is told.
_SHOWN = 200


class Whole(NamedTuple):
    """A knowledge base that is as it was made.

    Attributes:
        read: its bytes.
        digest: their SHA-256, in hexadecimal.
        complaint: what the reader is told if these are the copy's; empty if they are the file's own.
    """

    read: bytes
    digest: str
    complaint: str = ""


def packed_copy(path: Path) -> Path:
    """Where the packed copy of a knowledge base lies, in an installed program."""
    return path.with_suffix(".copy")


def pack(read: bytes) -> bytes:
    """A knowledge base as a packed copy."""
    import hashlib
    import lzma

    return f"{hashlib.sha256(read).hexdigest()}\n".encode() + lzma.compress(read, preset=6)


def whole(path: Path) -> Whole:
    """The bytes of a knowledge base, held against the hash beside it and against the copy.

    The file counts if its hash is the one beside it and the copy is of the same file (or is damaged, or is not there); also
    if it is the copy's own though the hash beside it is gone. Else the copy counts. Nothing on the disk is changed.

    Raises:
        KnowledgeBaseError: neither is whole.
    """
    if not path.name:  # the root of a disk has nothing beside it
        raise KnowledgeBaseError(missing(path))
    read, reason = _file(path)
    digest = _digest(read) if read else ""
    stated, copied = _sidecar(path), _head(path)
    reason = reason or (tr("its hash does not match") if stated else tr("the hash beside it cannot be read"))
    if digest and digest in {stated, copied} and (digest == copied or not copied):
        return Whole(read, digest)
    unpacked = _unpacked(path, copied)
    if unpacked:
        told = tr(
            "The file that holds the law was damaged ({reason}); the copy that came with the program is in use, and it is whole. "
            "Install RightsRef again when you can. The file is left as it is: {path}"
        )
        return Whole(unpacked, copied, told.format(reason=reason, path=path))
    if digest and digest == stated:
        return Whole(read, digest)
    if not is_there(path):
        raise KnowledgeBaseError(missing(path))
    raise KnowledgeBaseError(damaged(path, reason))


def is_there(path: Path) -> bool:
    """Whether an ordinary file lies at a path.

    Raises:
        KnowledgeBaseError: it cannot even be seen: its folder is closed to us, or no file can have such a name.
    """
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as error:
        told = tr(
            "The knowledge base {path} could not be read ({reason}). See that its folder is open to you, or install RightsRef again."
        )
        raise KnowledgeBaseError(told.format(path=_shown(path), reason=error.strerror or error)) from error


def missing(path: Path) -> str:
    """What is told where there is no file."""
    return tr(
        "The knowledge base is missing: there is no file {path}. Run `make content`, or install RightsRef again."
    ).format(path=_shown(path))


def damaged(path: Path, reason: str) -> str:
    """What is told of a file that is not as it was made."""
    return tr(
        "The knowledge base {path} is damaged ({reason}). Run `make content`, or install RightsRef again."
    ).format(path=_shown(path), reason=reason)


def _shown(path: Path) -> str:
    """A path as it is told: of a very long one its beginning."""
    return str(path) if len(str(path)) <= _SHOWN else f"{str(path)[:_SHOWN]}…"


def _digest(read: bytes) -> str:
    import hashlib

    return hashlib.sha256(read).hexdigest()


def _file(path: Path) -> tuple[bytes, str]:
    """The bytes of an ordinary file, and what kept us from reading them."""
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            return b"", tr("it is missing")
        if found.st_size > _MOST:
            return b"", tr("it is larger than any knowledge base")
        return path.read_bytes(), ""
    except FileNotFoundError:
        return b"", tr("it is missing")
    except OSError as error:
        return b"", error.strerror or tr("it cannot be read")


def _sidecar(path: Path) -> str:
    """The hash that was written beside the file; empty if it cannot be read."""
    beside = path.with_suffix(".sha256")
    try:
        if not beside.is_file():
            return ""
        with beside.open("rb") as file:
            return file.read(2 * _HEAD).decode("ascii", "replace").strip()
    except OSError:
        return ""


def _head(path: Path) -> str:
    """The hash that the packed copy states; empty if there is no copy to be read."""
    copy = packed_copy(path)
    try:
        if not copy.is_file():
            return ""
        with copy.open("rb") as file:
            return file.read(_HEAD).decode("ascii", "replace").strip()
    except OSError:
        return ""


def _unpacked(path: Path, stated: str) -> bytes:
    """What is in the packed copy; empty if that is not what it states."""
    import lzma

    if not stated:
        return b""
    try:
        copy = packed_copy(path)
        if copy.stat().st_size > _MOST:
            return b""
        made = lzma.LZMADecompressor().decompress(copy.read_bytes()[_HEAD:], _MOST)
    except (OSError, lzma.LZMAError, MemoryError):
        return b""
    return made if _digest(made) == stated else b""
