"""Filters by jurisdiction and kind, as chips with counts."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from rightsref.model.kinds import KINDS
from rightsref.model.law import Jurisdiction
from rightsref.search.results import Results
from rightsref.ui.parts.flow_layout import FlowLayout
from rightsref.ui.parts.look import L, Look, M
from rightsref.ui.parts.widgets import push_button
from rightsref.words import tr
from rightsref.words.labels import JURISDICTIONS


class Chips(QWidget):
    """Filters by jurisdiction and kind, with counts."""

    changed = Signal()
    _CHOICES = (
        *((j.value, JURISDICTIONS[j]) for j in Jurisdiction),
        *((kind.key, kind.plural) for kind in KINDS.values() if kind.plural),
    )

    def __init__(self, look: Look) -> None:
        super().__init__()
        row = FlowLayout(self, gap=look.px(6))
        self.buttons: dict[str, QPushButton] = {}
        for key, title in self._CHOICES:
            button = push_button(tr(title), "chip", checkable=True)
            button.toggled.connect(self.changed)
            button.setProperty("title", tr(title))
            row.addWidget(button)
            self.buttons[key] = button
        row.setContentsMargins(0, 0, 0, L - M)

    @property
    def jurisdictions(self) -> frozenset[str]:
        """Jurisdictions chosen."""
        return frozenset(j.value for j in Jurisdiction if self.buttons[j.value].isChecked())

    @property
    def kinds(self) -> frozenset[str]:
        """Kinds chosen."""
        return frozenset(k for k, button in self.buttons.items() if k in KINDS and button.isChecked())

    @property
    def on(self) -> frozenset[str]:
        """Keys of the filters that are on."""
        return frozenset(key for key, button in self.buttons.items() if button.isChecked())

    def put_on(self, keys: frozenset[str]) -> None:
        """Have just these on, without asking anything anew."""
        for key, button in self.buttons.items():
            with QSignalBlocker(button):
                button.setChecked(key in keys)

    def count(self, results: Results) -> None:
        """Show how many results each filter would keep; one that keeps none is hidden unless it is chosen."""
        for key, button in self.buttons.items():
            number = results.counts.get(key, 0)
            button.setText(f"{button.property('title')} {number}")
            button.setVisible(bool(number) or button.isChecked())
