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


def keyboard_in(owner: QWidget) -> QWidget | None:
    """What has the keyboard in an owner; None if it is elsewhere."""
    at = owner.window().focusWidget()
    return at if at is not None and owner.isAncestorOf(at) else None


def let_go(owner: QWidget) -> QWidget | None:
    """Take the keyboard off an owner whose parts are about to go: Qt would move it on to whatever comes next in the window.

    Returns:
        What had it; None if it was elsewhere. If it was here, the owner gives it to what comes.
    """
    at = keyboard_in(owner)
    if at is not None:
        at.clearFocus()
    return at


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
