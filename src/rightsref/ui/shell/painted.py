"""A window that tells when it was first painted: what can wait until it is seen waits for that, on a slow computer too."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMainWindow

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class PaintedWindow(QMainWindow):
    """Calls once, as soon as its first paint is over, and then forgets whom."""

    _waiting: tuple[Callable[[], object], ...] = ()
    _painted = False

    def when_painted(self, *calls: Callable[[], object]) -> None:
        """Have something called right after the first paint, in this order; at once if that is over."""
        self._waiting += calls
        if self._painted:
            self._tell()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The first is told, when what lies in the window is painted too."""
        super().paintEvent(event)
        if self._waiting:
            QTimer.singleShot(0, self._tell)

    def _tell(self) -> None:
        self._painted = True
        waiting, self._waiting = self._waiting, ()
        for call in waiting:
            call()
