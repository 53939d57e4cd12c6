"""A window that tells when it was first painted: what can wait until it is seen waits for that, on a slow computer too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMainWindow

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class PaintedWindow(QMainWindow):
    """Tells once, while its first paint goes on; a timer that starts then runs out after it."""

    painted = Signal()
    _seen = False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell of the first."""
        super().paintEvent(event)
        if not self._seen:
            self._seen = True
            self.painted.emit()
