"""Where the keyboard goes when what it was on goes away, and what is said of what came: one way for every page."""

from __future__ import annotations

from PySide6 import QtCore, QtGui
from PySide6.QtWidgets import QWidget


def say(of: QWidget, words: str) -> None:
    """Have a screen reader say words now; they are told as coming from a widget."""
    QtGui.QAccessible.updateAccessibility(QtGui.QAccessibleAnnouncementEvent(of, words))


def come_to(what: QWidget, words: str) -> None:
    """Put the keyboard on what came, and say it."""
    what.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)
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


def enable_steps(back: tuple[QWidget, bool], on: tuple[QWidget, bool]) -> None:
    """Enable two buttons that lead back and on, each with whether it leads anywhere; from one that no longer does, the keyboard goes to the other."""
    for button, leads in (back, on):
        if leads:
            button.setEnabled(True)
    for (button, leads), (other, _) in ((back, on), (on, back)):
        if not leads:
            if button.hasFocus():
                other.setFocus()
            button.setEnabled(False)
