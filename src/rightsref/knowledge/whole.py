"""The bytes of a knowledge base as they were made: the file's own, or those of the packed copy that came with the program."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from rightsref.errors import KnowledgeBaseError
from rightsref.words import tr

#: A packed copy begins with the hash of what is in it, in hexadecimal, and a line end.
_HEAD = 65
#: No knowledge base is larger: a damaged copy that unpacks without end is let go there.
_MOST = 400_000_000


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
    if not path.is_file():
        raise KnowledgeBaseError(missing(path))
    raise KnowledgeBaseError(damaged(path, reason))


def missing(path: Path) -> str:
    """What is told where there is no file."""
    return tr(
        "The knowledge base is missing: there is no file {path}. Run `make content`, or install RightsRef again."
    ).format(path=path)


def damaged(path: Path, reason: str) -> str:
    """What is told of a file that is not as it was made."""
    return tr(
        "The knowledge base {path} is damaged ({reason}). Run `make content`, or install RightsRef again."
    ).format(path=path, reason=reason)


def _digest(read: bytes) -> str:
    import hashlib

    return hashlib.sha256(read).hexdigest()


def _file(path: Path) -> tuple[bytes, str]:
    """The bytes of an ordinary file, and what kept us from reading them."""
    if not path.is_file():
        return b"", tr("it is missing")
    try:
        return path.read_bytes(), ""
    except OSError as error:
        return b"", error.strerror or tr("it cannot be read")


def _sidecar(path: Path) -> str:
    """The hash that was written beside the file; empty if it cannot be read."""
    beside = path.with_suffix(".sha256")
    try:
        return beside.read_text(encoding="ascii", errors="replace").strip() if beside.is_file() else ""
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
        made = lzma.LZMADecompressor().decompress(packed_copy(path).read_bytes()[_HEAD:], _MOST)
    except (OSError, lzma.LZMAError, MemoryError):
        return b""
    return made if _digest(made) == stated else b""
