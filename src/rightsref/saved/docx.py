"""The smallest Word document: headings, paragraphs and quotations. A library for it would bring 15 MB along."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable
from xml.sax.saxutils import escape

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
#: The same words give the same bytes, and no time of anybody's is in them.
_ALWAYS = (1980, 1, 1, 0, 0, 0)
#: Signs that XML has no place for.
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
#: Level of a line -> its style: id, name, size in half points, room above it.
_STYLES = {
    1: ("Heading1", "heading 1", 36, 0),
    2: ("Heading2", "heading 2", 28, 360),
    3: ("Heading3", "heading 3", 24, 240),
    -1: ("Quote", "Quote", 22, 60),
}


def document(lines: Iterable[tuple[int, str]]) -> bytes:
    """A document of lines, each with its level: a heading from 1 to 3, running text 0, a quotation -1."""
    body = "".join(_paragraph(level, text) for level, text in lines)
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>'
        f'<Override PartName="/word/styles.xml" ContentType="{_TYPE}.styles+xml"/></Types>',
        "_rels/.rels": _relations("officeDocument", "word/document.xml"),
        "word/document.xml": f'<w:document xmlns:w="{_MAIN}"><w:body>{body}</w:body></w:document>',
        "word/_rels/document.xml.rels": _relations("styles", "styles.xml"),
        "word/styles.xml": f'<w:styles xmlns:w="{_MAIN}">{"".join(map(_style, _STYLES))}</w:styles>',
    }
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in parts.items():
            packed.writestr(zipfile.ZipInfo(name, _ALWAYS), _HEAD + text, zipfile.ZIP_DEFLATED)
    return whole.getvalue()


def _relations(kind: str, target: str) -> str:
    return (
        f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/{kind}" Target="{target}"/></Relationships>'
    )


def _style(level: int) -> str:
    key, name, size, above = _STYLES[level]
    outline = f'<w:outlineLvl w:val="{level - 1}"/>' if level > 0 else '<w:ind w:left="400"/>'
    look = "<w:b/>" if level > 0 else "<w:i/>"
    return (
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/><w:qFormat/>'
        f'<w:pPr><w:spacing w:before="{above}" w:after="80"/>{outline}</w:pPr>'
        f'<w:rPr>{look}<w:sz w:val="{size}"/></w:rPr></w:style>'
    )


def _paragraph(level: int, text: str) -> str:
    style = f'<w:pPr><w:pStyle w:val="{_STYLES[level][0]}"/></w:pPr>' if level in _STYLES else ""
    return f'<w:p>{style}<w:r><w:t xml:space="preserve">{escape(_NO_XML.sub("", text))}</w:t></w:r></w:p>'
