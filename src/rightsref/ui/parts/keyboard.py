"""Where the keyboard goes when what it was on goes away, and what is said of what came: one way for every page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def say(of: QWidget, words: str) -> None:
    """Have a screen reader say words now; they are told as coming from a widget."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(of, words))


def come_to(what: QWidget, words: str) -> None:
    """Put the keyboard on what came, and say it."""
    what.setFocus(Qt.FocusReason.OtherFocusReason)
    say(what, words)


def let_go(owner: QWidget) -> bool:
    """Take the keyboard off an owner whose parts are about to go: Qt would move it on to whatever comes next in the window.

    Returns:
        Whether it was there. If so, the owner gives it to what comes.
    """
    at = owner.window().focusWidget()
    if at is None or not owner.isAncestorOf(at):
        return False
    at.clearFocus()
    return True
