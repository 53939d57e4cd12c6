"""The text view of a reading: boxes, pointing at references, copying paragraphs, finding in the page."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
    QTextBlock,
    QTextDocument,
)  # fmt: skip
from PySide6.QtWidgets import QMenu, QTextBrowser, QToolTip, QWidget

from rightsref.model.address import SCHEME
from rightsref.ui.parts.caret import change_caret, has_caret
from rightsref.ui.parts.keyboard import say
from rightsref.ui.parts.link import Ask, Link
from rightsref.ui.parts.look import MEASURE, RADIUS, XXL, L, Look, load_fonts
from rightsref.ui.parts.rich_text import ADDRESS, BOX, TERM
from rightsref.ui.parts.text_marks import Marked, marks_of
from rightsref.ui.parts.widgets import PAD
from rightsref.words import tr

if TYPE_CHECKING:
    from rightsref.ui.parts.page import PageHost

#: Address -> (citation, first words), for the tip beside a pointer.
Preview = Callable[[str], tuple[str, str]]


class Reader(QTextBrowser):
    """Shows a reading document. Links are signals; nothing is ever loaded."""

    followed = Signal(str)  # an address or URL
    asked = Signal(Link)  # a link that asks the page for something
    offered = Signal(QMenu, str)  # a menu to add to what can be done with the paragraph at an address
    kept = Signal(str)  # address of a paragraph to be bookmarked
    pointed = Signal(str, QPoint)  # address of the paragraph under the pointer and where its first line ends

    def __init__(self, look: Look, preview: Preview, measure: int = MEASURE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        load_fonts(reading=True)
        self._look = look
        self._measure, self._margin = measure, L
        self._ends = (0, 0)
        self._preview = preview
        self._shown: QTextDocument | None = None
        self._marked = Marked(self, lambda: marks_of(self))
        self._explained = ""  # the term whose card was asked for last
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )  # every line is broken where the width ends
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.anchorClicked.connect(self._follow)
        self.highlighted.connect(self._point_at)

    def show_document(self, document: QTextDocument) -> None:
        """Show a document in place of the one before, which is freed."""
        former, self._shown = self._shown, document
        document.setParent(self)
        self.setExtraSelections([])  # marks of the text before, which Qt would look for in this one, and might crash
        self.setDocument(document)
        self._marked.forget()
        if former is not None:
            former.deleteLater()  # not at once: a click on one of its links may have led here
        self._fit()

    def keep_margin(self, margin: int) -> None:
        """Leave so much room at the right of the lines, for what stands beside them."""
        self._margin = margin
        self._fit()

    def keep_ends(self, above: int, below: int) -> None:
        """Leave so much room before the first line and after the last."""
        if (above, below) != self._ends:
            self._ends = above, below
            self._fit()

    def _fit(self) -> None:
        """Keep the lines at their measure, whatever the width."""
        root = self.document().rootFrame()
        fmt = root.frameFormat()
        right = max(self._margin, self.viewport().width() - round(self._measure * self._look.zoom) - PAD)
        top, bottom = PAD // 2 + self._ends[0], XXL + self._ends[1]
        if (fmt.rightMargin(), fmt.topMargin(), fmt.bottomMargin()) != (right, top, bottom):
            fmt.setRightMargin(right)
            fmt.setLeftMargin(PAD)
            fmt.setTopMargin(top)
            fmt.setBottomMargin(bottom)
            root.setFrameFormat(fmt)

    def doSetSource(
        self,
        name: QUrl | str,
        type: QTextDocument.ResourceType = QTextDocument.ResourceType.UnknownResource,  # noqa: A002 - Qt's own name
    ) -> None:
        """Load nothing: what the page shows is set by us alone."""

    @property
    def look(self) -> Look:
        """Colours and zoom in use."""
        return self._look

    @property
    def position(self) -> float:
        """How far down the text is: the number of the block at the top, and how much of it is past."""
        top = self.verticalScrollBar().value()
        if not top:
            return 0.0
        layout = self.document().documentLayout()
        block = self.cursorForPosition(QPoint(0, 0)).block()
        # What is not laid out yet is taken for the end of the text: back to the first block that ends below the top.
        while block.previous().isValid() and layout.blockBoundingRect(block.previous()).bottom() > top:
            block = block.previous()
        rect = layout.blockBoundingRect(block)
        past = (top - rect.top()) / max(1.0, rect.height())
        return block.blockNumber() + max(0.0, min(0.999, past))

    def go_to(self, position: float) -> None:
        """Scroll to where `position` was; once more when the lines have got their width."""
        self._scroll_to(position)
        if position:
            QTimer.singleShot(0, self, lambda: self._scroll_to(position))

    def _scroll_to(self, position: float) -> None:
        block = self.document().findBlockByNumber(int(position))
        rect = self.document().documentLayout().blockBoundingRect(block)
        self.verticalScrollBar().setValue(round(rect.top() + position % 1 * rect.height()) if position else 0)

    def bring_into_view(self, address: str) -> None:
        """Scroll to what stands at an address, if it is here."""
        block = self.document().begin()
        while block.isValid():
            if _address(block) == address:
                self.go_to(float(block.blockNumber()))
                return
            block = block.next()

    def showEvent(self, event: QShowEvent) -> None:
        """Seen for the first time it stays where it is: Qt would bring its caret into view, past a head that rides above it."""
        value = self.verticalScrollBar().value()
        super().showEvent(event)
        self.verticalScrollBar().setValue(value)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the lines to the new width."""
        super().resizeEvent(event)
        self._fit()

    # -- Qt's own ------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Boxes first, then the text."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        c = self._look.colours
        grounds = {
            "plain": (c.accent_soft, c.accent_soft), "warn": (c.warn_soft, c.warn_line), "calls": (c.surface, c.line),
            "calm": (c.accent_soft, c.accent), "care": (c.warn_soft, c.warn), "strong": (c.danger_soft, c.danger),
        }  # fmt: skip
        shift = -self.verticalScrollBar().value()
        layout = self.document().documentLayout()
        for frame in self.document().rootFrame().childFrames():
            kind = frame.frameFormat().stringProperty(BOX)
            if kind in grounds:
                ground, line = grounds[kind]
                rect = QRectF(layout.frameBoundingRect(frame)).translated(0, shift).adjusted(0.5, 4.5, -0.5, -12)
                painter.setBrush(QColor(ground))
                painter.setPen(QPen(QColor(line), 1))
                painter.drawRoundedRect(rect, RADIUS, RADIUS)
        painter.end()
        super().paintEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Leave the back and forward buttons to the window."""
        if event.button() in (Qt.MouseButton.BackButton, Qt.MouseButton.ForwardButton):
            event.ignore()
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell which paragraph of law is under the pointer."""
        super().mouseMoveEvent(event)
        block = self.cursorForPosition(event.position().toPoint()).block()
        address = _address(block)
        rect = self.document().documentLayout().blockBoundingRect(block)
        place = QPoint(int(rect.right()), int(rect.top()) - self.verticalScrollBar().value())
        self.pointed.emit(
            address if rect.top() <= event.position().y() + self.verticalScrollBar().value() <= rect.bottom() else "",
            place,
        )

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The usual menu, with the ways of copying the paragraph and its bookmark below it."""
        menu = self.createStandardContextMenu()
        address = _address(self.cursorForPosition(event.pos()).block())
        if address:
            menu.addSeparator()
            self.offered.emit(menu, address)
            menu.addAction(tr("Bookmark")).triggered.connect(lambda: self.kept.emit(address))
        menu.exec(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home and End go to the ends of the page, F7 lets the keys select; the rest is Qt's."""
        bar = self.verticalScrollBar()
        if event.key() == Qt.Key.Key_F7:
            change_caret(self)
        elif event.key() == Qt.Key.Key_Home and not has_caret(self):
            bar.setValue(bar.minimum())
        elif event.key() == Qt.Key.Key_End and not has_caret(self):
            bar.setValue(bar.maximum())
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """A tip stays while the pointer is on its link; Qt would hide it at once."""
        if event.type() == QEvent.Type.Leave:
            QToolTip.hideText()
        return super().event(event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's own signature
        """Tab goes from link to link, and says each."""
        moved = super().focusNextPrevChild(forward)
        if moved and self.hasFocus() and self.textCursor().hasSelection():
            said = tr("{words}, link").format(words=self.textCursor().selectedText().strip())
            say(self, said)
        return moved

    def _follow(self, url: QUrl) -> None:
        link = Link.parse(url.toString())
        if link.target.startswith(TERM) and link.target != self._explained:
            self._explained = link.target  # a first click explains the word; a second one leads to it
            self._show_card(self._card(link.target, tr("Click again to open it.")))
            said = ". ".join(filter(None, self._preview(link.target)))
            say(self, said)
        elif link.ask == Ask.GO:
            self._explained = ""
            self.followed.emit(link.target)
        else:
            self.asked.emit(link)

    def _point_at(self, url: QUrl) -> None:
        link = Link.parse(url.toString())
        if not link.target or link.ask not in (Ask.GO, Ask.OPEN):
            QToolTip.hideText()
            return
        self._show_card(self._card(link.target))

    def _card(self, target: str, more: str = "") -> str:
        """What a link leads to, in words; a web address speaks for itself, an inner name never."""
        name, words = self._preview(target)
        if not name and not words:
            return "" if target.startswith(SCHEME) else escape(target)
        lines = (f"<b>{escape(name)}</b>" if name else "", escape(words), f"<i>{more}</i>" if more else "")
        return f"<p style='white-space:normal; width:380px'>{'<br>'.join(filter(None, lines))}</p>"

    def _show_card(self, card: str) -> None:
        """Show a card beside the pointer, or, for who works with keys, beside the link."""
        if not card:
            QToolTip.hideText()
            return
        place = self.cursorRect().bottomLeft()
        if self.viewport().underMouse():
            place = self.viewport().mapFromGlobal(self.cursor().pos())
        QToolTip.showText(self.viewport().mapToGlobal(place) + QPoint(8, 16), card, self)


def reader_for(host: PageHost, name: str, measure: int = MEASURE) -> Reader:
    """A reader on a page, named for screen readers: its links are followed, their tips are in the host's language."""
    reader = Reader(host.look, lambda address: host.kb.preview(address, host.lang), measure)
    reader.setAccessibleName(name)
    reader.followed.connect(host.open_address)
    reader.kept.connect(host.save_here)
    return reader


def _address(block: QTextBlock) -> str:
    """The address of the paragraph of law that a block shows; empty if it shows none."""
    return block.blockFormat().stringProperty(ADDRESS).removesuffix("#asked")
