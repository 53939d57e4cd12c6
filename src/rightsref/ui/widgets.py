"""Small widgets as we make them: with their role in the style sheet, which is their object name, and their words."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QToolButton, QWidget


def label(text: str = "", role: str = "", *, wrap: bool = False, parent: QWidget | None = None) -> QLabel:
    """Words, wrapped at the width there is if asked."""
    made = QLabel(text, parent)
    made.setObjectName(role)
    made.setWordWrap(wrap)
    return made


def panel(role: str) -> QWidget:
    """A plain ground for other widgets."""
    made = QWidget()
    made.setObjectName(role)
    return made


def divider() -> QFrame:
    """A thin line between two things."""
    made = QFrame()
    made.setObjectName("divider")
    made.setFixedHeight(1)
    return made


def push_button(text: str, role: str = "", *, checkable: bool = False) -> QPushButton:
    """A button with words."""
    made = QPushButton(text)
    made.setObjectName(role)
    made.setCheckable(checkable)
    return made


def tool_button(role: str, title: str) -> QToolButton:
    """A button with an icon only; its title is its tip and what a screen reader says."""
    made = QToolButton()
    made.setObjectName(role)
    made.setAccessibleName(title)
    made.setToolTip(title)
    return made
