"""Leaving at once: the same key three times, wherever the keyboard is, in a dialog too."""

from __future__ import annotations

from time import monotonic

from PySide6 import QtCore
from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow

#: So many times within so many seconds.
TIMES, WITHIN = 3, 2.0


class QuickExit(QObject):
    """Tells when Escape or Shift was pressed three times within two seconds.

    It listens at the windows of the system, not at the application: each event of each widget would cost too much.
    """

    wanted = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pressed: list[tuple[int, float]] = []
        self._watched: set[QWindow] = set()
        QGuiApplication.instance().focusWindowChanged.connect(self._watch)  # type: ignore[union-attr]  # there is one
        self._watch(QGuiApplication.focusWindow())

    def _watch(self, window: QWindow | None) -> None:
        """Listen at a window that got the keyboard, once."""
        if window is not None and window not in self._watched:
            self._watched.add(window)
            window.installEventFilter(self)
            window.destroyed.connect(lambda: self._watched.discard(window))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count presses of one key; any other key or the mouse begins anew. Nothing is kept from whom it is for."""
        kind = event.type()
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and not event.isAutoRepeat():
            self._press(int(event.key()))
        elif kind == QEvent.Type.MouseButtonPress:
            self._pressed.clear()
        return super().eventFilter(watched, event)

    def _press(self, key: int) -> None:
        now = monotonic()
        if key not in {QtCore.Qt.Key.Key_Escape, QtCore.Qt.Key.Key_Shift}:
            self._pressed.clear()
            return
        self._pressed = [(k, at) for k, at in self._pressed if k == key and now - at <= WITHIN]
        self._pressed.append((key, now))
        if len(self._pressed) >= TIMES:
            self._pressed.clear()
            self.wanted.emit()
