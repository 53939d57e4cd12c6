"""Boxes that the mouse wheel leaves alone: a page scrolls under the pointer, and no choice changes on the way."""

from __future__ import annotations

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QDoubleSpinBox, QSpinBox

from rightsref.ui.parts.look import S


class ClosedBox(QComboBox):
    """A box of choices; the wheel turns only its open list."""

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
