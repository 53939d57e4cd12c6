"""A window that tells when it was first painted: what can wait until it is seen waits for that, on a slow computer too."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMainWindow

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class PaintedWindow(QMainWindow):
    """Calls once, while its first paint goes on, and then forgets whom; a timer that starts then runs out after it."""

    _waiting: tuple[Callable[[], object], ...] = ()

    def when_painted(self, call: Callable[[], object]) -> None:
        """Have something called at the first paint."""
        self._waiting = (*self._waiting, call)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The first is told."""
        super().paintEvent(event)
        waiting, self._waiting = self._waiting, ()
        for call in waiting:
            call()
