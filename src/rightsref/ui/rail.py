"""The rail of places at the window's left."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget

from rightsref.ui import icons
from rightsref.ui.history import Place
from rightsref.ui.look import RAIL, L, Look
from rightsref.words import tr

_PLACES = (
    ("home", "Home"), ("search", "Search"), ("law", "Law"), ("scenarios", "Scenarios"), ("sheets", "Sheets"), ("timeline", "Timeline"), ("glossary", "Words"), ("contacts", "Contacts"),
)  # fmt: skip
_FOOT = (("settings", "Settings"), ("about", "About"))


class Rail(QWidget):
    """Buttons for the places there are."""

    wanted = Signal(Place)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._buttons: dict[str, QToolButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, L, 0, L)
        column.setSpacing(1)
        for name, title in (*_PLACES, *_FOOT):
            if name == _FOOT[0][0]:
                column.addStretch(1)
            button = QToolButton()
            button.setCheckable(True)
            button.setText(tr(title))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.setAccessibleName(tr(title))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _=False, n=name: self.wanted.emit(Place(n)))
            column.addWidget(button)
            self._buttons[name] = button
        self.use(look)

    def use(self, look: Look) -> None:
        """Change colours and zoom."""
        self.setFixedWidth(look.rail(RAIL))
        for name, button in self._buttons.items():
            button.setIcon(icons.icon(name, look.colours.rail_text, look.rail(26)))
            button.setIconSize(QSize(look.rail(26), look.rail(26)))

    def mark(self, name: str) -> None:
        """Show which place is open."""
        for key, button in self._buttons.items():
            button.setChecked(key == name)
