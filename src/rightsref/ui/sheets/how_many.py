"""How many copies or cards are wanted, and what that takes in paper."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QWidget

from rightsref.ui.parts.closed_box import ClosedCount
from rightsref.ui.parts.look import S
from rightsref.ui.parts.widgets import label
from rightsref.words import plural, tr

MOST = 9_999


class HowMany(QWidget):
    """A number, and beside it the sheets of paper that it takes."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._to_a_page = 1
        self._asked = False
        self.number: QSpinBox = ClosedCount()
        self.number.setRange(1, MOST)
        self.number.valueChanged.connect(self._ask)
        self.paper = label(role="muted", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(S)
        row.addWidget(self.number)
        row.addWidget(self.paper, 1)
        self.offer(cards=0)

    @property
    def copies(self) -> int:
        """How often the pages are printed."""
        return -(-self.number.value() // self._to_a_page)

    @property
    def asked(self) -> int:
        """What the reader asked for; 0 if nothing was asked."""
        return self.number.value() if self._asked else 0

    def offer(self, cards: int) -> None:
        """Count cards, so many to a page, or copies if that is 0. What was asked for stays."""
        self._to_a_page = max(1, cards)
        self.number.setAccessibleName(tr("How many cards") if cards else tr("How many copies"))
        if not self._asked:
            with QSignalBlocker(self.number):
                self.number.setValue(self._to_a_page)
        self._tell()

    def ask(self, number: int) -> None:
        """Put in what was asked for before."""
        if number:
            self.number.setValue(number)
            self._ask()

    def _ask(self) -> None:
        self._asked = True
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        if self._to_a_page == 1:
            self.paper.setText("")
        else:
            words = plural("cards: 1 sheet of paper", "cards: {n} sheets of paper", self.copies)
            self.paper.setText(words.format(n=self.copies))
