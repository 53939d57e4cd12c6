"""A Document as rich text: what the reading column and its aside show."""

from __future__ import annotations

import html
from collections.abc import Iterable

from PySide6.QtCore import QUrl
from PySide6.QtGui import (
    QColor,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextOption,
)

from rightsref.model.address import parse
from rightsref.model.law import Block, Document, Level, Paragraph, Reference
from rightsref.ui.look import SANS, SERIF, Look
from rightsref.words import LEVELS, PARTS, tr

#: A frame with this property is painted by the reader as a rounded box: "plain", "warn" ...
BOX = QTextFormat.Property.UserProperty + 1
#: Blocks of a paragraph of law carry its address here.
ADDRESS = QTextFormat.Property.UserProperty + 2

_ASIDE_PARTS = ("not_covered", "mistakes")
_BOXED = {"plain": "plain", "law_says": "plain", "agency_claims": "warn", "say_and_do": "plain"}


class ReadingDocument:
    """Builds one QTextDocument, top to bottom.

    Attributes:
        document: what is being built.
    """

    def __init__(self, look: Look, size: int = 18) -> None:
        self.look = look
        self.size = round(size * look.zoom)
        self.document = QTextDocument()
        self.document.setDocumentMargin(0)
        self.document.setUndoRedoEnabled(False)
        c = look.colours
        self.document.setDefaultStyleSheet(f"a {{ color: {c.accent}; text-decoration: none; }}")
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document.setDefaultTextOption(option)
        self._cursor = QTextCursor(self.document)
        self._fresh = True

    # -- pieces --------------------------------------------------------------------------------------------

    def heading(self, text: str, size: int, *, top: int = 0, bottom: int = 6, colour: str = "", level: int = 2) -> None:
        """A heading; `level` tells screen readers its rank."""
        colour = colour or self.look.colours.text
        self._block(
            f"<b>{html.escape(text)}</b>", size=round(size * self.look.zoom), colour=colour, top=top, bottom=bottom,
            line=106, heading=level,
        )  # fmt: skip

    def text(self, markup: str, *, family: str = SANS, colour: str = "", bottom: int = 8, size: int = 0, left: int = 0) -> None:
        """A paragraph of inline HTML."""
        self._block(markup, family=family, colour=colour, bottom=bottom, size=size or self.size, left=left)

    def bullet(self, markup: str, *, size: int = 0) -> None:
        """A list item."""
        hang = round(self.size * 1.0)
        self._block(f"•\t{markup}", size=size or self.size, bottom=6, left=hang, hang=hang)

    def paragraph(self, paragraph: Paragraph, *, chosen: bool) -> None:
        """A paragraph of law: its label hanging, its restatement in serif, its mark if it is not verified."""
        c, step = self.look.colours, round(self.size * 1.6)
        hang = round(self.size * (2.4 if len(paragraph.label) <= 4 else 3.2))
        lead, left = "", paragraph.depth * step
        if paragraph.label.startswith(("(", "¶")):
            lead = f'<span style="font-family:{SANS}; color:{c.muted}">{html.escape(paragraph.label)}</span>\t'
            left += hang
        elif paragraph.label:
            lead = f"<b>{html.escape(paragraph.label)}</b>. "
        else:
            hang = 0
        self._block(
            f"{lead}{paragraph.html}{self.mark(paragraph.checked.level)}", family=SERIF, left=left,
            hang=hang if lead.endswith("\t") else 0, bottom=9, ground=c.accent_soft if chosen else "",
            address=paragraph.address,
        )  # fmt: skip

    def mark(self, level: Level) -> str:
        """The words that follow a text which is not checked against the law itself."""
        if level == Level.OFFICIAL:
            return ""
        c = self.look.colours
        size = round(self.size * 0.74)
        if level == Level.SECONDARY:
            return f' <span style="font-family:{SANS}; font-size:{size}px; color:{c.muted}">({tr(LEVELS[level])})</span>'
        return (
            f' <span style="font-family:{SANS}; font-size:{size}px; font-weight:600; color:{c.warn}; '
            f'background-color:{c.warn_soft}">&nbsp;{tr(LEVELS[level])}&nbsp;</span>'
        )

    def rule(self) -> None:
        """Room between two parts."""
        self._block("", size=6, bottom=0)

    def box(self, kind: str) -> QTextCursor:
        """Open a box; close it with `end_box`."""
        fmt = QTextFrameFormat()
        fmt.setProperty(BOX, kind)
        fmt.setPadding(round(18 * min(self.look.zoom, 1.5)))
        fmt.setTopMargin(4)
        fmt.setBottomMargin(12)
        self._thin()
        self._cursor.insertFrame(fmt)
        self._fresh = True
        return self._cursor

    def end_box(self) -> None:
        """Leave the box."""
        self._cursor = self.document.rootFrame().lastCursorPosition()
        self._thin()
        self._fresh = False

    def _thin(self) -> None:
        """Give the empty block that Qt leaves around a frame no height."""
        fmt = QTextBlockFormat()
        fmt.setLineHeight(2, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        small = QTextCharFormat()
        small.setFontPointSize(1)
        if not self._fresh:
            self._cursor.insertBlock(fmt, small) if self._cursor.block().text() else self._cursor.setBlockFormat(fmt)
        else:
            self._cursor.setBlockFormat(fmt)
        self._cursor.setBlockCharFormat(small)
        self._fresh = False

    def _block(  # noqa: PLR0913 - the properties of a block of type
        self, markup: str, *, size: int = 0, family: str = SANS, colour: str = "", top: int = 0, bottom: int = 8, left: int = 0,
        hang: int = 0, line: int = 120, heading: int = 0, ground: str = "", address: str = "",
    ) -> None:  # fmt: skip
        fmt = QTextBlockFormat()
        scale = self.look.zoom
        fmt.setTopMargin(top * scale)
        fmt.setBottomMargin(bottom * scale)
        fmt.setLeftMargin(left)
        fmt.setTextIndent(-hang)
        if hang:
            fmt.setTabPositions([QTextOption.Tab(hang, QTextOption.TabType.LeftTab)])
        fmt.setLineHeight(line, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        fmt.setHeadingLevel(heading)
        if ground:
            fmt.setBackground(QColor(ground))
        if address:
            fmt.setProperty(ADDRESS, address)
        if self._fresh:
            self._cursor.setBlockFormat(fmt)
        else:
            self._cursor.insertBlock(fmt)
        self._fresh = False
        colour = colour or self.look.colours.text
        # Qt collapses a literal tab in HTML; pre-wrap keeps it.
        style = f"font-family:'{family}'; font-size:{size or self.size}px; color:{colour}; white-space:pre-wrap"
        self._cursor.insertHtml(f'<span style="{style}">{markup}</span>')


def build_reading(shown: Document, look: Look, *, chosen: str, with_aside: bool) -> QTextDocument:
    """The reading column.

    Args:
        shown: what to read.
        look: colours and zoom.
        chosen: address of the paragraph that was asked for; it is tinted.
        with_aside: whether an aside beside the column takes its parts; they are left out here then.
    """
    made = ReadingDocument(look)
    made.heading(shown.title, 26, bottom=12, level=1)
    asked = [p for p in shown.paragraphs if chosen != shown.address and _inside(p.address, chosen)]
    if asked:
        _asked(made, shown, asked)
    _boxed_parts(made, shown)
    if shown.status_note:
        made.box("warn")
        made.text(html.escape(shown.status_note), bottom=0, size=round(15 * look.zoom))
        made.end_box()
    if shown.paragraphs:
        title = {"form": tr("The paper, field by field"), "case": tr("What the court decided")}.get(shown.kind, tr(PARTS["law"]))
        _part_heading(made, title)
        if shown.kind == "provision":
            made.text(tr("Our own restatement, not the official words."), colour=look.colours.muted, size=round(14 * look.zoom))
        for paragraph in shown.paragraphs:
            made.paragraph(paragraph, chosen=paragraph in asked)
    for part, blocks in shown.parts.items():
        if part not in _BOXED and not (with_aside and part in _ASIDE_PARTS):
            _part_heading(made, tr(PARTS[part]))
            _part(made, blocks, shown, listed=part != "story")
    if not with_aside:
        _references(made, shown.related)
    _history(made, shown)
    _checking(made, shown)
    return made.document


def build_aside(shown: Document, look: Look) -> QTextDocument:
    """The aside: what it does not cover, common mistakes, where to go on."""
    made = ReadingDocument(look, size=15)
    first = True
    for part in _ASIDE_PARTS:
        if part in shown.parts:
            made.heading(tr(PARTS[part]), 15, top=0 if first else 10, bottom=4, level=2)
            for block in shown.parts[part]:
                made.text(f"{block.html}{_pinpoint(block, shown)}{made.mark(block.level)}", colour=look.colours.muted, bottom=8)
            first = False
    _references(made, shown.related, small=True)
    return made.document


def _inside(address: str, chosen: str) -> bool:
    return address == chosen or address.startswith(f"{chosen}/")


def _asked(made: ReadingDocument, shown: Document, asked: list[Paragraph]) -> None:
    """The paragraph that was asked for, first: its plain words, then the law. The whole section follows."""
    which = _short(asked[0].citation, shown)
    plain = [b for b in shown.parts.get("plain", ()) if b.authorities and _inside(b.authorities[0], asked[0].address)]
    if plain:
        made.box("plain")
        made.heading(f"{tr(PARTS['plain']).upper()}: {which}", 13, bottom=6, colour=made.look.colours.accent, level=2)
        for block in plain:
            made.text(f"{block.html}{made.mark(block.level)}", bottom=0 if block is plain[-1] else 8)
        made.end_box()
    else:
        made.heading(which, 17, bottom=4)
    for paragraph in asked:
        made.paragraph(paragraph._replace(address=f"{paragraph.address}#asked", depth=paragraph.depth - asked[0].depth), chosen=False)
    made.rule()
    made.heading(tr("The whole section"), 20, top=8, bottom=8)


def _part_heading(made: ReadingDocument, title: str) -> None:
    made.heading(title, 17, top=16, bottom=6, level=2)


def _boxed_parts(made: ReadingDocument, shown: Document) -> None:
    c = made.look.colours
    for part in (part for part in _BOXED if part in shown.parts):
        made.box(_BOXED[part])
        colour = c.warn if _BOXED[part] == "warn" else c.accent
        made.heading(tr(PARTS[part]).upper(), 13, bottom=6, colour=colour, level=2)
        blocks = shown.parts[part]
        for block in blocks:
            last = block is blocks[-1]
            made.text(f"{block.html}{_pinpoint(block, shown)}{made.mark(block.level)}", bottom=0 if last else 8)
        made.end_box()


def _part(made: ReadingDocument, blocks: Iterable[Block], shown: Document, *, listed: bool) -> None:
    for block in blocks:
        markup = f"{block.html}{_pinpoint(block, shown)}{made.mark(block.level)}"
        if listed:
            made.bullet(markup)
        else:
            made.text(markup)


def _pinpoint(block: Block, shown: Document) -> str:
    """A small link to the paragraph that a block rests on, where that is one of the same document."""
    own = [address for address in block.authorities if address.startswith(f"{shown.address}/")]
    named = next((p for p in shown.paragraphs if own and p.address == own[0]), None)
    if named is None or f'href="{named.address}"' in block.html:
        return ""
    shown_as = named.citation.split("@")[0].removeprefix(shown.citation.split("@")[0]).strip()
    return f' <a href="{named.address}"><small>{html.escape(shown_as)}</small></a>'


def _references(made: ReadingDocument, related: tuple[Reference, ...], *, small: bool = False) -> None:
    if not related:
        return
    if small:
        made.heading(tr("Use it with"), 15, top=10, bottom=4)
    else:
        _part_heading(made, tr("Use it with"))
    for reference in related:
        link = f'<a href="{reference.address}">{html.escape(reference.citation)}</a>'
        made.text(f"{link}<br>{html.escape(reference.title)}" if small else f"{link} &nbsp;{html.escape(reference.title)}", bottom=6)


def _history(made: ReadingDocument, shown: Document) -> None:
    others = [version for version in shown.versions if version.address != shown.address]
    if not shown.history and not others:
        return
    _part_heading(made, tr("History"))
    for event in shown.history:
        made.bullet(f"<b>{event.date}</b> &nbsp;{html.escape(event.text)}")
    for version in others:
        until = f"{version.effective} – {version.ends}" if version.ends else tr("since {date}").format(date=version.effective)
        made.bullet(f'<a href="{version.address}">{tr("Read the text of")} {until}</a>')


def _checking(made: ReadingDocument, shown: Document) -> None:
    """How sure we are, record by record."""
    _part_heading(made, tr("How sure we are"))
    seen = dict.fromkeys([shown.checked, *(paragraph.checked for paragraph in shown.paragraphs)])
    for checked in seen:
        labels = [_short(p.citation, shown) for p in shown.paragraphs if p.checked == checked]
        which = f" ({', '.join(labels)})" if len(seen) > 1 and labels and checked != shown.checked else ""
        level = tr(LEVELS[checked.level])
        source = f' <a href="{html.escape(checked.source)}">{html.escape(_host(checked.source))}</a>' if checked.source else ""
        words = f"<b>{level[:1].upper()}{level[1:]}</b>{html.escape(which)}, {checked.on}. {html.escape(checked.note)}{source}"
        made.bullet(words, size=round(15 * made.look.zoom))
    made.text(
        tr("Explanation written {updated}; to be reviewed by {review}. Information, not legal advice.").format(
            updated=shown.updated, review=shown.review_by
        ),
        colour=made.look.colours.muted, size=round(14 * made.look.zoom),
    )  # fmt: skip


def _short(citation: str, shown: Document) -> str:
    return citation.split("@")[0].removeprefix(shown.citation.split("@")[0]).strip() or citation


def _host(url: str) -> str:
    return QUrl(url).host() or url


def copy_text(shown: Document, address: str, *, with_words: bool) -> str:
    """What *Copy citation* and *Copy with citation* put on the clipboard."""
    paragraph = next((p for p in shown.paragraphs if p.address == address), None)
    citation = paragraph.citation if paragraph else shown.citation
    label = shown.label + _short_tail(citation, shown.citation)
    if not with_words:
        return label
    words = paragraph.text if paragraph else "\n".join(block.text for block in shown.parts.get("plain", ()))
    level = paragraph.checked.level if paragraph else shown.least_sure
    mark = "" if level == Level.OFFICIAL else f"; {tr(LEVELS[level])}"
    return f"{words} ({label}, {tr('restated by RightsRef')}{mark})"


def _short_tail(citation: str, base: str) -> str:
    return citation.split("@")[0].removeprefix(base.split("@")[0])


def is_address(text: str) -> bool:
    """Whether a link leads inside the program."""
    return parse(text) is not None
