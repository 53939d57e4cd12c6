"""Timers."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer


def timer(owner: QObject, interval: int, *, once: bool = False) -> QTimer:
    """A timer that goes with its owner; not started yet.

    Its interval is no keyword of `QTimer`: PySide seeks the setter of one with the C library's capital letters, of which Turkish has
    no plain I, and the window would not open.

    Args:
        owner: whom it goes with.
        interval: in milliseconds; 0 is whenever there is nothing else to do.
        once: whether it stops by itself.
    """
    made = QTimer(owner)
    made.setInterval(interval)
    made.setSingleShot(once)
    return made
