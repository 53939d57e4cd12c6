"""Boxes that the mouse wheel leaves alone: a page scrolls under the pointer, and no choice changes on the way."""

from __future__ import annotations

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QSpinBox


class ClosedBox(QComboBox):
    """A box of choices; the wheel turns only its open list."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave it to what scrolls."""
        event.ignore()


class ClosedSpinBox(QDoubleSpinBox):
    """A number that is typed."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave it to what scrolls."""
        event.ignore()


class ClosedCount(QSpinBox):
    """A whole number that is typed."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave it to what scrolls."""
        event.ignore()
