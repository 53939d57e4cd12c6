"""Questions in a box of their own. Their words are shown as they stand: a file or a case may be called anything."""

from __future__ import annotations

from pathlib import Path

from PySide6 import QtCore
from PySide6.QtWidgets import QMessageBox, QWidget

from rightsref.words import tr


def message_box(parent: QWidget | None, title: str, words: str, icon: QMessageBox.Icon = QMessageBox.Icon.NoIcon) -> QMessageBox:  # fmt: skip
    """A box with these words, which are never taken for markup; its buttons are still to be added."""
    made = QMessageBox(parent)
    made.setTextFormat(QtCore.Qt.TextFormat.PlainText)
    made.setIcon(icon)
    made.setWindowTitle(title)
    made.setText(words)
    return made


def agrees(parent: QWidget, title: str, question: str, *, lightly: bool = True) -> bool:
    """Whether the reader says yes; where that is not to be said lightly, Enter alone says no."""
    yes, no = QMessageBox.StandardButton.Yes, QMessageBox.StandardButton.No
    box = message_box(parent, title, question, QMessageBox.Icon.Question)
    box.setStandardButtons(yes | no)
    box.setDefaultButton(yes if lightly else no)
    answer = box.exec()
    box.deleteLater()
    return answer == yes


def may_write_over(parent: QWidget, title: str, path: Path) -> bool:
    """Ask whether a file that exists may go."""
    return agrees(parent, title, tr("{name} is there already. Write over it?").format(name=path.name))
