"""Pictures of the reader's: read from the disk within limits, and refused in one sentence if they cannot be drawn safely."""

from __future__ import annotations

import math
import stat
import struct
from collections.abc import Iterator
from pathlib import Path

from rightsref.errors import UsageError
from rightsref.words import tr

#: Pixels along one side: far more than paper can show, far less than fills the memory.
MAX_SIDE = 10_000
#: A picture longer than this for its height would be a line.
MAX_SHAPE = 40
#: A picture that is sharpened more often than this while it loads is made to take time.
MAX_SCANS = 100
#: A photo of a paper: what telephones make today.
PHOTO_BYTES, PHOTO_PIXELS = 40_000_000, 60_000_000

PNG = b"\x89PNG\r\n\x1a\n"
JPG = b"\xff\xd8\xff"
#: Markers of a JPG: where its pixels begin; what states its size; what a camera or a program wrote beside it.
_SCAN = 0xDA
_FRAMES = {0xC0, 0xC1, 0xC2}
_BESIDE = {*range(0xE1, 0xEE), 0xEF, 0xFE}
_SOF = struct.Struct(">5xHHB")
#: Grey or three colours; four are inks, which only a press can mix.
_COLOURS = {1, 3}
_IHDR = struct.Struct(">8xI4sII")
#: The chunks of a PNG that are drawn.
_DRAWN = {b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"}


def read_photo(name: str) -> bytes:
    """The bytes of a photo of a paper that may be shown: a JPG with what its camera says of which side is up, or a bare PNG.

    Raises:
        UsageError: the file cannot be read, is no JPG or PNG, or is too large in bytes or in size.
    """
    read = bytes_of(name, PHOTO_BYTES)
    if read.startswith(b"%PDF"):
        refuse(name, tr("is a PDF, which cannot be shown here; take a screenshot of it and choose that"))
    if not read.startswith((PNG, JPG)):
        refuse(name, tr("is no JPG or PNG; take a screenshot of it and choose that"))
    if read.startswith(PNG):
        refuse(name, png_fault(read, PHOTO_PIXELS))
        return bare_png(read)
    refuse(name, jpg_fault(read, PHOTO_PIXELS))
    return read


def bytes_of(name: str, most: int) -> bytes:
    """The bytes of an ordinary file, as many as may be: a pipe would never end, a device never answer.

    Raises:
        UsageError: it is none, it cannot be read, or it is larger.
    """
    path = Path(name)
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise UsageError(tr("The picture {path} cannot be read: it is no ordinary file.").format(path=path))
        with path.open("rb") as file:
            read = file.read(most + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", "") or tr("its name is none that a file can have")
        raise UsageError(tr("The picture {path} cannot be read: {reason}.").format(path=path, reason=reason)) from error
    if len(read) > most:
        raise UsageError(
            tr("The picture {path} is larger than {most} MB; use a smaller picture.").format(
                path=path, most=most // 1_000_000
            )
        )
    return read


def refuse(name: str, fault: str) -> None:
    """Say what is wrong with a picture, if anything is.

    Raises:
        UsageError: there is a fault.
    """
    if fault:
        raise UsageError(tr("The picture {path} {fault}.").format(path=Path(name), fault=fault))


def png_fault(read: bytes, most: int) -> str:
    """What is wrong with the size that a PNG states before any of its pixels."""
    if len(read) < _IHDR.size or read[12:16] != b"IHDR":
        return tr("cannot be drawn: it ends before its size is told")
    _, _, width, height = _IHDR.unpack_from(read)
    return size_fault(width, height, most)


def bare_png(read: bytes) -> bytes:
    """A PNG with nothing in it but what is drawn: a colour profile or a text can unpack to far more than the picture."""
    kept, at = [read[:8]], 8
    while at + 12 <= len(read):
        length, kind = struct.unpack_from(">I4s", read, at)
        if kind in _DRAWN:
            kept.append(read[at : at + 12 + length])
        at += 12 + length
    return b"".join(kept)


def _jpg_parts(read: bytes) -> Iterator[tuple[int, int, int]]:
    """The parts before a JPG's pixels: marker, and where each begins and ends."""
    at = 2
    while at + 4 <= len(read) and read[at] == 0xFF:
        marker, length = read[at + 1], int.from_bytes(read[at + 2 : at + 4], "big")
        yield marker, at, at + 2 + length
        if marker == _SCAN or length < 2:
            return
        at += 2 + length


def jpg_fault(read: bytes, most: int) -> str:
    """What is wrong with the size and the colours that a JPG states before its pixels."""
    frame = next((read[start:end] for marker, start, end in _jpg_parts(read) if marker in _FRAMES), b"")
    if len(frame) < _SOF.size:
        return tr("cannot be drawn: it ends before its size is told")
    height, width, colours = _SOF.unpack_from(frame)
    if colours not in _COLOURS or read.count(bytes((0xFF, _SCAN))) > MAX_SCANS:
        return tr("is a JPG of a kind that cannot be printed here; save it as a PNG")
    return size_fault(width, height, most)


def bare_jpg(read: bytes) -> bytes:
    """A JPG without what a camera wrote beside the picture: where and when it was taken is nobody's business."""
    kept, end = [read[:2]], 2
    for marker, start, end in _jpg_parts(read):
        if marker not in _BESIDE:
            kept.append(read[start:end])
    return b"".join((*kept, read[end:]))


def size_fault(width: float, height: float, most: float = math.inf) -> str:
    """What is wrong with a size; empty if nothing is. `most` is how many pixels there may be; what is drawn by lines has none."""
    if not (width > 0 and height > 0 and math.isfinite(width * height)):
        return tr("cannot be drawn: it does not tell its width and height")
    if max(width, height) > MAX_SIDE:
        return tr("is {width:.0f} by {height:.0f} in size; use one of at most {most:,} a side").format(
            width=width, height=height, most=MAX_SIDE
        )
    if max(width, height) > MAX_SHAPE * min(width, height):
        return tr("is {width:g} by {height:g} in size; use one that is less drawn out").format(
            width=width, height=height
        )
    if width * height > most:
        return tr("is {width} by {height} pixels; use a smaller picture").format(width=width, height=height)
    return ""
