"""What keys and the mouse's side buttons do anywhere in the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore

from rightsref.ui.parts.place import Place
from rightsref.ui.shell.painted import PaintedWindow

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent

#: Every key and what it does, as the help page and the README tell it.
KEYS = (
    ("Ctrl+K or /", "go to the search box"),
    ("Down, Up, Enter", "through the results; read one"),
    ("Alt+Left, Alt+Right", "back and forward, as in a browser"),
    ("Alt+Home", "the first page"),
    ("1 to 9", "answer the question on screen"),
    ("F6, Shift+F6", "to the next pane, the one before"),
    ("F7", "in a text: select by keyboard, with Shift and the arrows; again: scroll by keyboard"),
    ("Ctrl+F", "find in the page"),
    ("Ctrl+D", "bookmark what is shown, with a note"),
    ("Ctrl+Shift+C", "copy what is shown, with its citation"),
    ("Ctrl+P", "print what is shown, as a sheet"),
    ("Ctrl+Plus, Ctrl+Minus, Ctrl+0", "text size"),
    ("F11", "full screen, and back"),
    ("F1 or ?", "keys and help"),
    ("Esc Esc Esc or Shift Shift Shift", "leave at once: no window, nothing left behind"),
    ("Ctrl+W or Ctrl+Q", "close the window"),
)


class KeyedWindow(PaintedWindow):
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

    def print_shown(self) -> None:
        """Print what is on screen."""
        raise NotImplementedError

    def save_shown(self) -> None:
        """Bookmark what is on screen."""
        raise NotImplementedError

    def to_pane(self, steps: int) -> None:
        """Move the keyboard to the next pane (1) or the one before (-1)."""
        raise NotImplementedError

    def full_screen(self) -> None:
        """Fill the screen, or go back to a window."""
        self.setWindowState(self.windowState() ^ QtCore.Qt.WindowState.WindowFullScreen)

    def bind_keys(self) -> None:
        """Make the shortcuts."""
        from PySide6.QtGui import QKeySequence, QShortcut  # which the first paint can do without

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
            (QKeySequence("Ctrl+P"), self.print_shown),
            (QKeySequence("Ctrl+D"), self.save_shown),
            (QKeySequence("Ctrl+W"), self.close),
            (QKeySequence("Ctrl+Q"), self.close),
            (QKeySequence("F11"), self.full_screen),
            (QKeySequence("F1"), lambda: self.go(Place("keys"))),
            (QKeySequence("F6"), lambda: self.to_pane(1)),
            (QKeySequence("Shift+F6"), lambda: self.to_pane(-1)),
        ):
            QShortcut(keys, self, action)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A slash goes to the search box, a question mark to the help, wherever nothing else takes them."""
        if event.text() == "/":
            self.focus_box()
        elif event.text() == "?":
            self.go(Place("keys"))
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
