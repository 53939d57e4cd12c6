"""Boxes that the mouse wheel leaves alone: a page scrolls under the pointer, and no choice changes on the way."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QCursor, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QDoubleSpinBox,
    QSpinBox,
    QStyle,
    QStyleOptionComboBox,
    QToolTip,
)

from rightsref.ui.parts.look import S

#: What Qt leaves free at both sides of the words, together.
_EDGES = 2


class ClosedBox(QComboBox):
    """A box of choices; the wheel turns only its open list. Words that have no room end in an ellipsis, and its tip tells them whole."""

    @property
    def shown_words(self) -> str:
        """What is chosen, as far as there is room for it."""
        option = QStyleOptionComboBox()
        super().initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self).width() - _EDGES
        return self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room)

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        """Qt would cut the words within a letter."""
        super().initStyleOption(option)
        option.currentText = self.shown_words

    def event(self, event: QEvent) -> bool:
        """The tip is made when it is asked for: from one that stood there before, a screen reader would say the same words again."""
        cut = event.type() == QEvent.Type.ToolTip and not self.isEditable() and self.shown_words != self.currentText()
        if not cut:
            return super().event(event)
        QToolTip.showText(QCursor.pos(), self.currentText(), self)
        return True

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave it to what scrolls."""
        event.ignore()


class ClosedSpinBox(QDoubleSpinBox):
    """A number that is typed."""

    def __init__(self) -> None:
        super().__init__()
        _set_in(self)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave it to what scrolls."""
        event.ignore()


class ClosedCount(QSpinBox):
    """A whole number that is typed."""

    def __init__(self) -> None:
        super().__init__()
        _set_in(self)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave it to what scrolls."""
        event.ignore()


def _set_in(box: QAbstractSpinBox) -> None:
    """Keep what is typed away from the edge, as in the other fields: the style sheet's padding does not reach a field within a field."""
    edit = box.lineEdit()
    if edit is not None:
        edit.setTextMargins(S, 0, S, 0)
