"""What keys and the mouse's side buttons do anywhere in the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow

from rightsref.ui.parts.place import Place

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent


class KeyedWindow(QMainWindow):
    """A window that answers to keys; what they do, it says itself."""

    def go(self, place: Place) -> None:
        """Show a place."""
        raise NotImplementedError

    def step(self, steps: int) -> None:
        """Back (-1) or forward (1)."""
        raise NotImplementedError

    def focus_box(self) -> None:
        """Go to the search box."""
        raise NotImplementedError

    def find_in_page(self) -> None:
        """Find in the page."""
        raise NotImplementedError

    def zoom(self, steps: int) -> None:
        """One size larger or smaller; 0 sets it back."""
        raise NotImplementedError

    def bind_keys(self) -> None:
        """Make the shortcuts."""
        for keys, action in (
            (QKeySequence("Ctrl+K"), self.focus_box),
            (QKeySequence(QKeySequence.StandardKey.Back), lambda: self.step(-1)),
            (QKeySequence(QKeySequence.StandardKey.Forward), lambda: self.step(1)),
            (QKeySequence(QKeySequence.StandardKey.Find), self.find_in_page),
            (QKeySequence("Ctrl++"), lambda: self.zoom(1)),
            (QKeySequence("Ctrl+="), lambda: self.zoom(1)),
            (QKeySequence("Ctrl+-"), lambda: self.zoom(-1)),
            (QKeySequence("Ctrl+0"), lambda: self.zoom(0)),
            (QKeySequence("Alt+Home"), lambda: self.go(Place("home"))),
        ):
            QShortcut(keys, self, action)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A slash goes to the search box wherever nothing else takes it."""
        if event.text() == "/":
            self.focus_box()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The mouse's own back and forward buttons, where nothing else takes them."""
        buttons = QtCore.Qt.MouseButton
        steps = {buttons.BackButton: -1, buttons.ForwardButton: 1}.get(event.button())
        if steps:
            self.step(steps)
        else:
            super().mousePressEvent(event)
