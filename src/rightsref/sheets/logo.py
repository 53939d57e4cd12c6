"""An organisation's logo: read from the reader's disk, and refused in one sentence if it cannot be drawn safely."""

from __future__ import annotations

import math
import re
import stat
import struct
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError, fromstring

from rightsref.errors import UsageError
from rightsref.words import tr

MAX_BYTES = 5_000_000
#: An SVG holds no more than this; what draws it takes time by the square of some of these.
MAX_ELEMENTS, MAX_ATTRIBUTES, MAX_STYLE = 5_000, 20_000, 20_000
#: Pixels along one side, or units of an SVG: far more than paper can show, far less than fills the memory.
MAX_SIDE = 10_000
MAX_PIXELS = 25_000_000
#: A logo longer than this for its height would be a line.
MAX_SHAPE = 40

_PNG = b"\x89PNG\r\n\x1a\n"
_JPG = b"\xff\xd8\xff"
#: Markers of a JPG: where its pixels begin; what states its size; what a camera or a program wrote beside it.
_SCAN = 0xDA
_FRAMES = {0xC0, 0xC1, 0xC2}
_BESIDE = {*range(0xE1, 0xEE), 0xEF, 0xFE}
_SOF = struct.Struct(">5xHHB")
#: Grey or three colours; four are inks, which only a press can mix.
_COLOURS = {1, 3}
#: A picture that is sharpened more often than this while it loads is made to take time.
MAX_SCANS = 100
_IHDR = struct.Struct(">8xI4sII")
_LENGTH = re.compile(r"\s*(\d+(?:\.\d*)?|\.\d+)\s*(?:px|pt|pc|mm|cm|in|em|ex|Q)?\s*\Z")
_SVG_SPACE = "{http://www.w3.org/2000/svg}"
_SVG = f"{_SVG_SPACE}svg"
#: The chunks of a PNG that are drawn.
_DRAWN = {b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"}
#: The elements of SVG that a logo may hold: shapes, text, colours. No filters, patterns, pictures or copies of parts.
_SHAPES = {
    "svg", "g", "defs", "title", "desc", "metadata", "style", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon",
    "text", "tspan", "linearGradient", "radialGradient", "stop", "clipPath",
}  # fmt: skip
_REACHES_OUT = re.compile(r"@import|url\(\s*['\"]?(?!#)|^\s*(?:data|https?|file|javascript):", re.IGNORECASE)


def read_logo(name: str) -> bytes:
    """The bytes of a PNG, JPG or SVG that may be drawn; empty if no file is named.

    Raises:
        UsageError: the file cannot be read, is no picture of these kinds, or is too large in bytes or in size.
    """
    if not name:
        return b""
    path = Path(name)
    try:
        read = _bytes_of(path)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", "") or tr("its name is none that a file can have")
        raise UsageError(tr("The logo {path} cannot be read: {reason}.").format(path=path, reason=reason)) from error
    fault = _fault(read)
    if fault:
        raise UsageError(tr("The logo {path} {fault}.").format(path=path, fault=fault))
    bare = next((made for start, made in ((_PNG, _bare_png), (_JPG, _bare_jpg)) if read.startswith(start)), bytes)
    return bare(read)


def _bytes_of(path: Path) -> bytes:
    """The bytes of an ordinary file, as many as may be: a pipe would never end, a device never answer."""
    if not stat.S_ISREG(path.stat().st_mode):
        raise UsageError(tr("The logo {path} cannot be read: it is no ordinary file.").format(path=path))
    with path.open("rb") as file:
        read = file.read(MAX_BYTES + 1)
    if len(read) > MAX_BYTES:
        raise UsageError(
            tr("The logo {path} is larger than {most} MB; use a smaller picture.").format(
                path=path, most=MAX_BYTES // 1000000
            )
        )
    return read


def _fault(read: bytes) -> str:
    """What keeps a picture from being drawn, as the end of a sentence; empty if nothing does."""
    if read.startswith(_PNG):
        return _png_fault(read)
    if read.startswith(_JPG):
        return _jpg_fault(read)
    if b"<svg" in read[:2_000]:
        return _svg_fault(read)
    return tr("is no PNG, JPG or SVG picture")


def _png_fault(read: bytes) -> str:
    """What is wrong with the size that a PNG states before any of its pixels."""
    if len(read) < _IHDR.size or read[12:16] != b"IHDR":
        return tr("cannot be drawn: it ends before its size is told")
    _, _, width, height = _IHDR.unpack_from(read)
    return _size_fault(width, height) or (
        tr("is {width} by {height} pixels; use a smaller picture").format(width=width, height=height)
        if width * height > MAX_PIXELS
        else ""
    )


def _bare_png(read: bytes) -> bytes:
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


def _jpg_fault(read: bytes) -> str:
    """What is wrong with the size and the colours that a JPG states before its pixels."""
    frame = next((read[start:end] for marker, start, end in _jpg_parts(read) if marker in _FRAMES), b"")
    if len(frame) < _SOF.size:
        return tr("cannot be drawn: it ends before its size is told")
    height, width, colours = _SOF.unpack_from(frame)
    if colours not in _COLOURS or read.count(bytes((0xFF, _SCAN))) > MAX_SCANS:
        return tr("is a JPG of a kind that cannot be printed here; save it as a PNG")
    return _size_fault(width, height) or (
        tr("is {width} by {height} pixels; use a smaller picture").format(width=width, height=height)
        if width * height > MAX_PIXELS
        else ""
    )


def _bare_jpg(read: bytes) -> bytes:
    """A JPG without what a camera wrote beside the picture: where and when it was taken is nobody's business."""
    kept, end = [read[:2]], 2
    for marker, start, end in _jpg_parts(read):
        if marker not in _BESIDE:
            kept.append(read[start:end])
    return b"".join((*kept, read[end:]))


def _svg_fault(read: bytes) -> str:
    """What is wrong with an SVG: no XML, entities of its own, no size or an absurd one."""
    if b"<!ENTITY" in read:
        return tr("cannot be drawn: it defines entities of its own; save it as a plain SVG")
    try:
        root = fromstring(read)  # noqa: S314 - entities are refused before
    except (ParseError, ValueError, LookupError):
        return tr("cannot be drawn: it is not whole XML; save it again as a plain SVG")
    if root.tag != _SVG:
        return tr("is no PNG, JPG or SVG picture")
    return _size_fault(*_svg_size(root.attrib)) or _element_fault(root)


def _element_fault(root: Element) -> str:
    """What of an SVG could take without end to draw, or reach outside of it."""
    elements = list(root.iter())
    own = [element for element in elements if str(element.tag).startswith(_SVG_SPACE)]
    unknown = next((e.tag.removeprefix(_SVG_SPACE) for e in own if e.tag.removeprefix(_SVG_SPACE) not in _SHAPES), "")
    if unknown:
        return tr("cannot be drawn safely: it holds “{unknown}”; save it as a PNG").format(unknown=unknown[:30])
    if len(elements) > MAX_ELEMENTS or sum(len(element.attrib) for element in elements) > MAX_ATTRIBUTES:
        return tr("is too intricate; save it as a PNG")
    styles = [element.text or "" for element in own if element.tag == f"{_SVG_SPACE}style"]
    written = [value for element in own for value in element.attrib.values()]
    if sum(map(len, styles)) > MAX_STYLE or any(_REACHES_OUT.search(text) for text in (*styles, *written)):
        return tr("cannot be drawn safely: it draws on something outside of itself; save it as a PNG")
    return ""


def _svg_size(attributes: dict[str, str]) -> tuple[float, float]:
    """Width and height of an SVG as it states them; its view box must make sense too."""
    box = [_number(part) for part in re.split(r"[\s,]+", attributes.get("viewBox", "").strip())]
    size = [_number(attributes.get(side, "")) for side in ("width", "height")]
    if attributes.get("viewBox") is not None:
        if len(box) != 4 or _size_fault(box[2], box[3]):
            return (box[2], box[3]) if len(box) == 4 else (0, 0)
        size = [own or boxed for own, boxed in zip(size, box[2:], strict=True)]
    return size[0], size[1]


def _number(text: str) -> float:
    """A length as written, without its unit; 0 for a share of the page or what is no length."""
    found = _LENGTH.match(text)
    return float(found[1]) if found else 0.0


def _size_fault(width: float, height: float) -> str:
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
    return ""
