"""A list of rows of words that wrap, each as high as its words; Qt takes them for wider than they are drawn and cuts the last word."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QListWidget, QStyledItemDelegate, QStyleOptionViewItem

from rightsref.ui.parts.look import Look, S

#: Above and below the words, as the style sheet has it; and what Qt leaves free beside them besides.
_ABOVE, _BESIDE = 6, 4


class WordList(QListWidget):
    """Rows of words."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setWordWrap(True)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)  # else a row keeps the height that it had at another width
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(_Rows(look, self))


class _Rows(QStyledItemDelegate):
    def __init__(self, look: Look, view: WordList) -> None:
        super().__init__(view)
        self._look, self._view = look, view

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As high as the words are in the width that they are drawn in."""
        drawn = QStyleOptionViewItem(option)
        self.initStyleOption(drawn, index)
        width = max(1, self._view.viewport().width() - 2 * (self._look.px(S) + _BESIDE))
        flags = Qt.TextFlag.TextWordWrap.value
        words = QFontMetrics(drawn.font).boundingRect(0, 0, width, 10_000, flags, drawn.text)
        return QSize(width, words.height() + 2 * self._look.px(_ABOVE))
