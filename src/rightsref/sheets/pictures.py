"""Pictures of the reader's: read from the disk within limits, and refused in one sentence if they cannot be drawn safely."""

from __future__ import annotations

import math
import re
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
#: Markers of a JPG: where pixels begin, and where the picture ends; what states its size.
_SCAN, _END = 0xDA, 0xD9
_FRAMES = {0xC0, 0xC1, 0xC2}
#: What else a JPG is drawn from: tables of codes and of steps, a height told late, how often to begin anew.
_TABLES = {0xC4, 0xDB, 0xDC, 0xDD}
#: What says how colours and sides are meant: its marker, how it begins, and how much of it says that. A small picture may follow in the first.
_MEANING = {0xE0: (b"JFIF\0", 12, b"\0\0"), 0xEE: (b"Adobe", 12, b"")}
#: Any marker but what stands among pixels: a byte of 255 of their own, and where to begin anew.
_MARKER = re.compile(rb"\xff([\x01-\xcf\xd8-\xfe])")
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
    """A PNG with nothing in it or after it but what is drawn: a colour profile or a text can unpack to far more than the picture."""
    kept, at, kind = [read[:8]], 8, b""
    while at + 12 <= len(read) and kind != b"IEND":
        length, kind = struct.unpack_from(">I4s", read, at)
        if kind in _DRAWN:
            kept.append(read[at : at + 12 + length])
        at += 12 + length
    return b"".join(kept)


def _jpg_parts(read: bytes) -> Iterator[tuple[int, bytes]]:
    """The parts of a JPG up to the end of its picture, by their markers; with what begins a scan come its pixels."""
    found = _MARKER.search(read, 2)
    while found and found[1][0] != _END:
        marker, start = found[1][0], found.start()
        end = start + 2 + int.from_bytes(read[start + 2 : start + 4], "big")
        found = _MARKER.search(read, max(end, start + 2))
        if marker == _SCAN:
            end = found.start() if found else len(read)
        yield marker, read[start:end]


def jpg_fault(read: bytes, most: int) -> str:
    """What is wrong with the size and the colours that a JPG states before its pixels."""
    parts = list(_jpg_parts(read))
    frame = next((part for marker, part in parts if marker in _FRAMES), b"")
    if len(frame) < _SOF.size:
        return tr("cannot be drawn: it ends before its size is told")
    height, width, colours = _SOF.unpack_from(frame)
    if colours not in _COLOURS or sum(marker == _SCAN for marker, _ in parts) > MAX_SCANS:
        return tr("is a JPG of a kind that cannot be printed here; save it as a PNG")
    return size_fault(width, height, most)


def bare_jpg(read: bytes) -> bytes:
    """The first picture of a JPG, and of it only what is drawn: where and when it was taken is nobody's business."""
    kept, framed = [read[:2]], False
    for marker, part in _jpg_parts(read):
        if marker in _TABLES or marker == _SCAN or (marker in _FRAMES and not framed):
            kept.append(part)
            framed = framed or marker in _FRAMES
        elif marker in _MEANING:
            kept.append(_meaning(marker, part[4:]))
    return b"".join((*kept, bytes((0xFF, _END))))


def _meaning(marker: int, told: bytes) -> bytes:
    """The part of a JPG that says how colours and sides are meant, cut to that; empty if it says something else."""
    begins, length, after = _MEANING[marker]
    if not told.startswith(begins) or len(told) < length:
        return b""
    cut = told[:length] + after
    return struct.pack(">BBH", 0xFF, marker, len(cut) + 2) + cut


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
