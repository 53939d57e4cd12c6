"""How the parts of the window stand: the rail at the left, the bar above the page."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from rightsref.ui.parts.widgets import panel


def framed(rail: QWidget, bar: QWidget, page: QWidget) -> QWidget:
    """The parts on one ground."""
    right = QVBoxLayout()
    right.setContentsMargins(0, 0, 0, 0)
    right.setSpacing(0)
    right.addWidget(bar)
    right.addWidget(page, 1)
    whole = panel("ground")
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    row.addWidget(rail)
    row.addLayout(right, 1)
    return whole
