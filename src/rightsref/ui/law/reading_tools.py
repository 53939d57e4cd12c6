"""Copying and bookmarking the paragraph under the pointer."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from rightsref.ui.parts.widgets import push_button
from rightsref.words import tr


class ParagraphTools(QWidget):
    """Small buttons beside the paragraph under the pointer."""

    copied = Signal(str, bool)
    kept = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._address = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for title, words in ((tr("Copy citation"), False), (tr("Copy with citation"), True)):
            button = push_button(title)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard has the context menu for the same
            button.clicked.connect(lambda _=False, w=words: self.copied.emit(self._address, w))
            row.addWidget(button)
        keep = push_button(tr("Bookmark"))
        keep.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # as above
        keep.clicked.connect(lambda _=False: self.kept.emit(self._address))
        row.addWidget(keep)
        self.hide()

    def point(self, address: str, place: QPoint) -> None:
        """Stand above the right end of a paragraph; go away where there is none."""
        if not address:
            self.hide()
            return
        if address != self._address or not self.isVisible():
            self._address = address
            self.adjustSize()
            x = min(place.x(), self.parentWidget().width()) - self.width()  # type: ignore[union-attr]  # it was given a parent
            self.move(max(0, x), max(0, place.y() - self.height() + 6))
            self.show()
