"""An organisation's logo: read from the reader's disk, and refused in one sentence if it cannot be drawn safely."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, ParseError, fromstring

from rightsref.sheets.intricate import SVG_SPACE, intricacy
from rightsref.sheets.pictures import JPG, PNG, bare_jpg, bare_png, bytes_of, jpg_fault, png_fault, refuse, size_fault
from rightsref.words import tr

#: Bytes of a picture, and of one that is drawn by lines; pixels.
MAX_BYTES, MAX_SVG_BYTES, MAX_PIXELS = 5_000_000, 1_000_000, 25_000_000

_LENGTH = re.compile(r"\s*(\d+(?:\.\d*)?|\.\d+)\s*(?:px|pt|pc|mm|cm|in|em|ex|Q)?\s*\Z")
_SVG = f"{SVG_SPACE}svg"
#: The elements of SVG that a logo may hold: shapes, text, colours. No filters, patterns, pictures or copies of parts.
_SHAPES = {
    "svg", "g", "defs", "title", "desc", "metadata", "style", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon",
    "text", "tspan", "linearGradient", "radialGradient", "stop", "clipPath",
}  # fmt: skip
_REACHES_OUT = re.compile(r"@import|url\((?!\s*['\"]?\s*#)|^\s*(?:data|https?|file|javascript):", re.IGNORECASE)


def read_logo(name: str) -> bytes:
    """The bytes of a PNG, JPG or SVG that may be drawn, without what stands beside the picture; empty if no file is named.

    Raises:
        UsageError: the file cannot be read, is no picture of these kinds, or is too large in bytes or in size.
    """
    if not name:
        return b""
    read = bytes_of(name, MAX_BYTES)
    if read.startswith(PNG):
        refuse(name, png_fault(read, MAX_PIXELS))
        return bare_png(read)
    if read.startswith(JPG):
        refuse(name, jpg_fault(read, MAX_PIXELS))
        return bare_jpg(read)
    refuse(name, _svg_fault(read) if b"<svg" in read[:2_000] else tr("is no PNG, JPG or SVG picture"))
    return read


def _svg_fault(read: bytes) -> str:
    """What is wrong with an SVG: too large, no XML, entities of its own, no size or an absurd one."""
    if len(read) > MAX_SVG_BYTES:
        return tr("is too intricate; save it as a PNG")
    if b"<!ENTITY" in read:
        return tr("cannot be drawn: it defines entities of its own; save it as a plain SVG")
    try:
        root = fromstring(read)  # noqa: S314 - entities are refused before
    except (ParseError, ValueError, LookupError):
        return tr("cannot be drawn: it is not whole XML; save it again as a plain SVG")
    if root.tag != _SVG:
        return tr("is no PNG, JPG or SVG picture")
    return size_fault(*_svg_size(root.attrib)) or _element_fault(root)


def _element_fault(root: Element) -> str:
    """What of an SVG could take without end to draw, or reach outside of it."""
    own = [element for element in root.iter() if str(element.tag).startswith(SVG_SPACE)]
    unknown = next((e.tag.removeprefix(SVG_SPACE) for e in own if e.tag.removeprefix(SVG_SPACE) not in _SHAPES), "")
    if unknown:
        return tr("cannot be drawn safely: it holds “{unknown}”; save it as a PNG").format(unknown=unknown[:30])
    styles = [element.text or "" for element in own if element.tag == f"{SVG_SPACE}style"]
    written = [value for element in own for value in element.attrib.values()]
    if any(_REACHES_OUT.search(text) for text in (*styles, *written)):
        return tr("cannot be drawn safely: it draws on something outside of itself; save it as a PNG")
    return intricacy(root)


def _svg_size(attributes: dict[str, str]) -> tuple[float, float]:
    """Width and height of an SVG as it states them; its view box must make sense too."""
    box = [_number(part) for part in re.split(r"[\s,]+", attributes.get("viewBox", "").strip())]
    size = [_number(attributes.get(side, "")) for side in ("width", "height")]
    if attributes.get("viewBox") is not None:
        if len(box) != 4 or size_fault(box[2], box[3]):
            return (box[2], box[3]) if len(box) == 4 else (0, 0)
        size = [own or boxed for own, boxed in zip(size, box[2:], strict=True)]
    return size[0], size[1]


def _number(text: str) -> float:
    """A length as written, without its unit; 0 for a share of the page or what is no length."""
    found = _LENGTH.match(text)
    return float(found[1]) if found else 0.0
