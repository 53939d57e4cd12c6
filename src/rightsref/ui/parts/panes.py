"""Two panes, a list and a text, side by side where there is room; where there is none they take turns."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from rightsref.ui.parts import icons, room
from rightsref.ui.parts.look import L, Look, S
from rightsref.ui.parts.widgets import push_button


class Panes(QWidget):
    """The list at the left, the text at the right; or the text alone, with a button above it that shows the list.

    Attributes:
        single: whether there is room for one only.
    """

    def __init__(self, look: Look, first: QWidget, main: QWidget, *, wanted: int, back: str, gap: int = 0) -> None:
        super().__init__()
        self.setObjectName("ground")
        self._look, self._first, self._main, self._wanted = look, first, main, wanted
        self.single = False
        self._listed = False
        self.back: QPushButton = push_button(back)
        self.back.setIcon(icons.icon("back", look.colours.text, look.px(18)))
        self.back.setIconSize(QSize(look.px(18), look.px(18)))
        self.back.clicked.connect(self.show_list)
        self._head = QWidget()
        above = QHBoxLayout(self._head)
        above.setContentsMargins(L, S, L, 0)
        above.addWidget(self.back)
        above.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(gap)
        row.addWidget(first)
        row.addWidget(main, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addLayout(row, 1)
        self._arrange()

    def show_list(self) -> None:
        """Turn to the list, and put the keyboard there."""
        self._turn(listed=True)
        self._first.setFocus(Qt.FocusReason.OtherFocusReason)

    def turn_to_list(self) -> None:
        """Turn to the list; the keyboard stays where it is."""
        self._turn(listed=True)

    def show_text(self) -> None:
        """Turn to the text: something of the list was chosen."""
        self._turn(listed=False)

    def _turn(self, *, listed: bool) -> None:
        if listed != self._listed:
            self._listed = listed
            self._arrange()

    def _arrange(self) -> None:
        """Show what has room."""
        self._head.setVisible(self.single and not self._listed)
        self._first.setVisible(not self.single or self._listed)
        self._main.setVisible(not self.single or not self._listed)
        if self.single:
            self._first.setMinimumWidth(0)
            self._first.setMaximumWidth(self.width() or 1)
        else:
            self._first.setFixedWidth(room.list_width(self.width(), self._wanted, self._look))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may have room for another number of panes."""
        super().resizeEvent(event)
        self.single = not room.has_list(self.width(), self._wanted, self._look)
        self._arrange()
