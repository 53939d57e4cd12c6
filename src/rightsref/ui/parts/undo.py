"""The keys that take the last answer back, wherever on a page the keyboard is; a field keeps them for its own text."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


def bind_undo(page: QWidget, action: Callable[[], None]) -> None:
    """Backspace and Ctrl+Z on a page do this."""
    for keys in (QKeySequence("Backspace"), QKeySequence(QKeySequence.StandardKey.Undo)):
        QShortcut(keys, page, action, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
