"""Words on one line that end in an ellipsis only where there is no room for the whole of them."""

from __future__ import annotations

from PySide6 import QtCore
from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy

#: Narrower than so many letters, and less is told than the ellipsis takes.
_LEAST = 6


class CutLabel(QLabel):
    """A chip that is read. It says all of its words to a screen reader."""

    def __init__(self, words: str, role: str) -> None:
        super().__init__()
        self._words = words
        self.setProperty("textFormat", "PlainText")
        self.setObjectName(role)
        self.setText(words)
        self.setAccessibleName(words)

    def sizeHint(self) -> QSize:
        """As wide as all words."""
        return _hint(self, self._words, super().sizeHint())

    def minimumSizeHint(self) -> QSize:
        """As wide as a few letters."""
        return _least(self, self.sizeHint())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much as there is room for."""
        super().resizeEvent(event)
        self.setText(_cut(self, self._words, self.sizeHint()))


class CutButton(QPushButton):
    """The same to be pressed. What a screen reader says is for whoever makes it to set."""

    def __init__(self, words: str, role: str) -> None:
        super().__init__()
        self._words = words
        self.setObjectName(role)
        self.setText(words)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)  # else a button is never narrower

    def sizeHint(self) -> QSize:
        """As wide as all words."""
        return _hint(self, self._words, super().sizeHint())

    def minimumSizeHint(self) -> QSize:
        """As wide as a few letters."""
        return _least(self, self.sizeHint())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much as there is room for."""
        super().resizeEvent(event)
        self.setText(_cut(self, self._words, self.sizeHint()))


def _hint(widget: CutLabel | CutButton, words: str, hint: QSize) -> QSize:
    """The size of all words, from Qt's own hint for those that are shown now."""
    metrics, shown = widget.fontMetrics(), widget.text()
    more = 0 if shown == words else metrics.horizontalAdvance(words) - metrics.horizontalAdvance(shown) + 1
    return QSize(hint.width() + more, hint.height())


def _least(widget: CutLabel | CutButton, hint: QSize) -> QSize:
    return QSize(min(hint.width(), _LEAST * widget.fontMetrics().horizontalAdvance("m")), hint.height())


def _cut(widget: CutLabel | CutButton, words: str, hint: QSize) -> str:
    """As many of the words as there is room for; Qt rounds their width, so that it is asked for less only where its hint is not met."""
    if widget.width() >= hint.width():
        return words
    metrics = widget.fontMetrics()
    room = metrics.horizontalAdvance(words) - (hint.width() - widget.width())
    return metrics.elidedText(words, QtCore.Qt.TextElideMode.ElideRight, room)
