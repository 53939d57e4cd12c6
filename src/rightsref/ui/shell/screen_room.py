"""What was remembered of the window, held against the screen at hand."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QWidget

#: The smallest window in which every page works.
LEAST = QSize(760, 520)
#: A window's own frame and title take about so much of the screen beyond it.
FRAME = QSize(16, 48)


def fitted(wished: QSize, screen: QScreen) -> QSize:
    """The size of a window on a screen, in logical pixels: what is wished as far as there is room."""
    return wished.boundedTo(screen.availableSize() - FRAME)


def fit(window: QWidget, wished: QSize) -> None:
    """Give a window the wished size, or as much of it as its screen has, and keep the least within that too."""
    room = window.screen().availableGeometry()
    window.setMinimumSize(fitted(LEAST, window.screen()))
    window.resize(fitted(wished, window.screen()))
    window.move(room.center() - window.rect().center())


def size_to_keep(window: QWidget, wished: QSize) -> QSize | None:
    """The size that a window is to be remembered by; None if it is as wished, as far as its screen let it be."""
    if window.isMaximized() or window.isFullScreen() or window.size() == fitted(wished, window.screen()):
        return None
    return window.size()
