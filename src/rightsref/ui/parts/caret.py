"""A caret in a text that is read: with it the arrows go through the words, and with Shift select them, as in a browser by F7."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QTextBrowser

from rightsref.ui.parts.keyboard import say
from rightsref.ui.parts.widgets import PAD
from rightsref.words import tr

_BY_KEYBOARD = Qt.TextInteractionFlag.TextSelectableByKeyboard


def has_caret(text: QTextBrowser) -> bool:
    """Whether the keys go through the words of a text; else they scroll it."""
    return bool(text.textInteractionFlags() & _BY_KEYBOARD)


def change_caret(text: QTextBrowser) -> None:
    """Set a caret into a text, at the first line on show, or take it out."""
    text.setTextInteractionFlags(text.textInteractionFlags() ^ _BY_KEYBOARD)
    if has_caret(text):
        text.setTextCursor(text.cursorForPosition(QPoint(PAD, 0)))
        say(text, tr("Selecting by keyboard is on."))
    else:
        say(text, tr("Selecting by keyboard is off."))
