"""Rich text, built top to bottom: headings, paragraphs of law with hanging labels, boxes, marks."""

from __future__ import annotations

import html

from PySide6.QtCore import QUrl
from PySide6.QtGui import (
    QColor,
    QImage,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextImageFormat,
    QTextLength,
    QTextOption,
    QTextTableFormat,
)

from rightsref.model.address import SCHEME
from rightsref.model.law import Level, Paragraph
from rightsref.model.reason import Because, Dispute
from rightsref.ui.parts.link import go
from rightsref.ui.parts.look import SANS, SERIF, T18, Look, nearest
from rightsref.words import tr
from rightsref.words.labels import LEVELS, PARTS

#: A frame with this property is painted by the reader as a rounded box: "plain", "warn" … (see `reader`).
BOX = QTextFormat.Property.UserProperty + 1
#: Blocks of a paragraph of law carry its address here.
ADDRESS = QTextFormat.Property.UserProperty + 2
#: What the addresses of glossary terms begin with.
TERM = f"{SCHEME}term/"


class RichText:
    """Builds one QTextDocument, top to bottom.

    Attributes:
        document: what is being built.
        unsaid: the level of checking that is told once, elsewhere, and not marked again.
    """

    def __init__(self, look: Look, size: int = T18, unsaid: Level = Level.OFFICIAL) -> None:
        self.look, self.unsaid = look, unsaid
        self._body, self.size = size, look.text_size(size)
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

    def heading_size(self, size: int) -> int:
        """A size of heading beside the words of this text."""
        return self.look.heading_size(size, self._body)

    # -- pieces --------------------------------------------------------------------------------------------

    def heading(
        self,
        text: str,
        size: int,
        *,
        top: int = 0,
        bottom: int = 6,
        colour: str = "",
        level: int = 2,
        address: str = "",
    ) -> None:
        """A heading; `level` tells screen readers its rank."""
        colour = colour or self.look.colours.text
        self._block(
            f"<b>{html.escape(text)}</b>", size=self.heading_size(size), colour=colour, top=top, bottom=bottom,
            line=106, heading=level, address=address,
        )  # fmt: skip

    def text(
        self,
        markup: str,
        *,
        family: str = SANS,
        colour: str = "",
        bottom: int = 8,
        size: int = 0,
        left: int = 0,
        level: int = 0,
    ) -> None:
        """A paragraph of inline HTML, of another size than the rest or not; with a `level` it is a heading of that rank and grows like one."""
        scaled = self.heading_size if level else self.look.text_size
        self._block(
            markup, family=family, colour=colour, bottom=bottom, size=scaled(size) if size else 0, left=left, heading=level
        )  # fmt: skip

    def bullet(self, markup: str, *, size: int = 0) -> None:
        """A list item."""
        hang = round(self.size * 1.0)
        self._block(f"•\t{markup}", size=self.look.text_size(size) if size else 0, bottom=6, left=hang, hang=hang)

    def numbered(self, number: int, markup: str) -> None:
        """An item of a list whose order counts; its number stands out."""
        hang = round(self.size * (1.4 if number < 10 else 1.9))
        self._block(f"{number}.\t{markup}", bottom=6, left=hang, hang=hang)

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
        if level in (Level.OFFICIAL, self.unsaid):
            return ""
        c = self.look.colours
        size, words = nearest(self.size * 0.74), tr(LEVELS[level])
        if level == Level.SECONDARY:
            return f' <span style="font-family:{SANS}; font-size:{size}px; color:{c.muted}">({words})</span>'
        return (
            f' <span style="font-family:{SANS}; font-size:{size}px; font-weight:600; color:{c.warn}; '
            f'background-color:{c.warn_soft}">&nbsp;{words.replace(" ", "&nbsp;")}&nbsp;</span>'
        )

    def reason(self, because: Because) -> None:
        """A fact as a list item, its authority behind it."""
        self.bullet(f"{html.escape(because.fact)} {go(because.authority, html.escape(because.citation))}")

    def dispute(self, disputed: Dispute) -> None:
        """A point in dispute in its three parts. The box is left open for what belongs to it."""
        self.box("warn")
        self.heading(tr("In dispute").upper(), 13, bottom=4, colour=self.look.colours.warn)
        for part, words in disputed.parts.items():
            self.text(f"<b>{tr(PARTS[part])}.</b> {html.escape(words)}", bottom=6)

    def picture(self, image: QImage, words: str, leads_to: str = "") -> None:
        """A picture at its own size; `words` are told in its place. A click on it may lead somewhere."""
        name = f"picture{self.document.blockCount()}"
        self.document.addResource(QTextDocument.ResourceType.ImageResource, QUrl(name), image)
        self._block("", size=1, bottom=8, line=100)
        fmt = QTextImageFormat()
        fmt.setName(name)
        fmt.setWidth(image.width() / image.devicePixelRatio())
        fmt.setHeight(image.height() / image.devicePixelRatio())
        fmt.setProperty(QTextFormat.Property.ImageAltText, words)
        if leads_to:
            fmt.setAnchor(True)
            fmt.setAnchorHref(leads_to)
        self._cursor.insertImage(fmt)

    def columns(self, left: str, right: str, *, colour: str = "", family: str = SANS) -> None:
        """Two texts side by side, each in half the width."""
        fmt = QTextTableFormat()
        fmt.setBorder(0)
        fmt.setCellPadding(round(4 * self.look.zoom))
        fmt.setCellSpacing(0)
        fmt.setColumnWidthConstraints([QTextLength(QTextLength.Type.PercentageLength, 50)] * 2)
        fmt.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        table = self._cursor.insertTable(1, 2, fmt)
        for column, markup in enumerate((left, right)):
            self._cursor, self._fresh = table.cellAt(0, column).firstCursorPosition(), True
            self._block(markup, bottom=0, colour=colour, family=family)
        self.end_box()

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
        if (
            heading and not self._cursor.block().blockFormat().headingLevel()
        ):  # into an empty text Qt brings a format along
            fmt = QTextBlockFormat()
            fmt.setHeadingLevel(heading)
            self._cursor.mergeBlockFormat(fmt)
        if TERM in markup:
            self._dot_terms(colour)

    def _dot_terms(self, colour: str) -> None:
        """A term keeps the colour of its sentence, dotted below, so that it does not look like a citation."""
        dotted = QTextCharFormat()
        dotted.setForeground(QColor(colour))
        dotted.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        pieces = self._cursor.block().begin()
        while not pieces.atEnd():
            piece = pieces.fragment()
            if piece.charFormat().anchorHref().startswith(TERM):
                cursor = QTextCursor(self.document)
                cursor.setPosition(piece.position())
                cursor.setPosition(piece.position() + piece.length(), QTextCursor.MoveMode.KeepAnchor)
                cursor.mergeCharFormat(dotted)
            pieces += 1
