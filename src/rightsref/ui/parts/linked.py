"""A label whose links can be followed by keyboard too."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QLabel

from rightsref.ui.parts.keyboard import say
from rightsref.ui.parts.text_marks import Mark, Marked, links_of
from rightsref.words import tr


class Linked(QLabel):
    """Rich text that wraps. Tab goes from link to link and says each, Enter follows it; without a link it is passed over."""

    def __init__(self, role: str = "") -> None:
        super().__init__()
        self.setObjectName(role)
        self._marked = Marked(self, self._marks)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.show_words("")

    def show_words(self, markup: str) -> None:
        """Show a text, hidden if it is empty."""
        if markup != self.text():
            self.setText(markup)
            self._marked.forget()
        flags = Qt.TextInteractionFlag.LinksAccessibleByMouse
        if "<a " in markup:
            flags |= Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        self.setTextInteractionFlags(flags)
        self.setVisible(bool(markup))

    def plain(self) -> str:
        """Its words without markup."""
        return self._document().toPlainText()

    def _document(self) -> QTextDocument:
        made = QTextDocument()
        made.setHtml(self.text())
        return made

    def _marks(self) -> list[Mark]:
        """Its links, for a screen reader; each stands where the whole does."""
        return [
            Mark(words, 0, lambda: QRect(self.mapToGlobal(QPoint()), self.size()), partial(self.linkActivated.emit, href))
            for href, words, _ in links_of(self._document())
        ]  # fmt: skip

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's own signature
        """Tab goes from link to link, and says each."""
        moved = super().focusNextPrevChild(forward)
        if moved and self.hasFocus() and self.selectedText():
            say(self, tr("{words}, link").format(words=self.selectedText().strip()))
        return moved
