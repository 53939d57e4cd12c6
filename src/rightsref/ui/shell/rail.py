"""The rail of places at the window's left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from rightsref.ui.parts import icons
from rightsref.ui.parts.look import RAIL, XS, L, Look
from rightsref.ui.parts.place import Place
from rightsref.ui.parts.widgets import RailTab
from rightsref.words import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

_PLACES = (
    ("home", "Home"), ("search", "Search"), ("law", "Law"), ("scenarios", "Scenarios"), ("path", "Detainers"), ("sheets", "Sheets"), ("timeline", "Timeline"), ("glossary", "Words"), ("contacts", "Contacts"),
    ("saved", "Saved"),
)  # fmt: skip
#: Height of one place where there is height enough.
_ROOM = 57
#: An icon where there is not: it leaves the words of all places their height in the least window, and room for the ring around them.
_SMALL = 16
#: Pages that stand under another one's place.
_UNDER = {
    "clock": "path", "papers": "path", "signing": "path", "compare": "law", "keys": "about", "news": "about", "where": "about",
    "licences": "about",
}  # fmt: skip
_FOOT = (("settings", "Settings"), ("about", "About"))


class Rail(QFrame):
    """Buttons for the places there are."""

    wanted = Signal(Place)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("rail")
        self._buttons: dict[str, RailTab] = {}
        self._look, self._tight = look, False
        self._column = column = QVBoxLayout(self)
        for name, _ in (*_PLACES, *_FOOT):
            if name == _FOOT[0][0]:
                column.addStretch(1)
            button = RailTab()
            button.setCheckable(True)
            button.setProperty("toolButtonStyle", "ToolButtonTextUnderIcon")
            button.clicked.connect(lambda _=False, n=name: self.wanted.emit(Place(n)))
            column.addWidget(button)
            self._buttons[name] = button
        self.say()
        self.apply_look(look)

    def say(self) -> None:
        """Name the places in the language in use."""
        self.setAccessibleName(tr("Places"))
        for name, title in (*_PLACES, *_FOOT):
            self._buttons[name].setText(tr(title))
            self._buttons[name].setAccessibleName(tr(title))

    def apply_look(self, look: Look) -> None:
        """Change colours and zoom."""
        self._look = look
        self.setFixedWidth(look.rail(RAIL))
        size = _SMALL if self._tight else look.rail(26)
        edge, between = (XS, 0) if self._tight else (L, 1)
        self._column.setContentsMargins(0, edge, 0, edge)
        self._column.setSpacing(between)
        for name, button in self._buttons.items():
            button.setIcon(icons.icon(name, look.colours.rail_text, size))
            button.setIconSize(QSize(size, size))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window the places move together, so that all of them stay readable."""
        super().resizeEvent(event)
        tight = self.height() < len(self._buttons) * self._look.rail(_ROOM) + 2 * L
        if tight != self._tight:
            self._tight = tight
            self.setStyleSheet("QToolButton { padding: 0; min-height: 0; }" if tight else "")
            self.apply_look(self._look)

    def mark(self, name: str) -> None:
        """Show which place is open."""
        for key, button in self._buttons.items():
            button.setChecked(key == _UNDER.get(name, name))
