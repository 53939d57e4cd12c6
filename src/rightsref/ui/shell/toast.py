"""The one message at the foot of the window: it lies over the page and never moves it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import shiboken6
from PySide6 import QtCore, QtGui
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from rightsref.ui.parts.look import XL, L, M, S
from rightsref.ui.parts.widgets import label, push_button
from rightsref.words import tr

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent, QObject

    from rightsref.ui.parts.act import Act

#: How long a message stays that tells of nothing gone wrong; longer where there is something to press.
STAY, STAY_TO_PRESS = 5_000, 12_000
MOST_WIDTH = 720


class Toast(QFrame):
    """Words, what can be done about them, and *Dismiss*.

    Attributes:
        silent: whether nothing is told: the reader has left, and what a page was about says so to nobody.
    """

    silent = False

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setObjectName("toast")
        self._words = label(wrap=True)
        self._words.setObjectName("toast-words")
        self._acts: list[QPushButton] = []
        self._close = push_button("✕")
        self._close.clicked.connect(self.hide)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(L, S, S, S)
        self._row.setSpacing(M)
        self._row.addWidget(self._words, 1)
        self._row.addWidget(self._close)
        self._time = QTimer(self, singleShot=True)
        self._time.timeout.connect(self._time_out)
        self._from: QWidget | None = None  # what had the keyboard before the message
        self.hide()

    def text(self) -> str:
        """The words on show, or that were on show last."""
        return self._words.text()

    def clear(self) -> None:
        """Forget the words."""
        self._words.clear()
        self.setAccessibleName("")

    @property
    def lasting(self) -> bool:
        """Whether the message stays until it is dismissed."""
        return self.isVisible() and not self._time.isActive()

    def _time_out(self) -> None:
        """Go, but not from under the keyboard."""
        at = self.window().focusWidget()
        self._time.start() if at is not None and self.isAncestorOf(at) else self.hide()

    def hideEvent(self, event: QtGui.QHideEvent) -> None:
        """The keyboard goes back to where it came from; Qt would give it to the first button of the window."""
        at = self.window().focusWidget()
        if at is not None and self.isAncestorOf(at) and self._from is not None and shiboken6.isValid(self._from):
            self._from.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)
        super().hideEvent(event)

    def tell(self, words: str, acts: Iterable[Act] = (), *, good: bool = False) -> None:
        """Show a message that goes away by itself; what went well is green."""
        acts = tuple(acts)
        self._show(words, acts, "good" if good else "plain")
        self._time.start(STAY_TO_PRESS if acts else STAY)

    def fail(self, words: str) -> None:
        """Show what went wrong until it is dismissed."""
        self._time.stop()
        self._show(words, (), "failed")

    def press(self, title: str) -> None:
        """Press a button of the message by its words."""
        next(button for button in self._acts if button.text() == title).click()

    def _show(self, words: str, acts: Iterable[Act], kind: str) -> None:
        if self.silent:
            return
        at = self.window().focusWidget()
        if at is None or not self.isAncestorOf(at):
            self._from = at
        for button in self._acts:
            button.hide()
            button.deleteLater()
        self._acts = [self._button(act) for act in acts]
        self._close.setAccessibleName(tr("Dismiss"))
        self._close.setToolTip(tr("Dismiss"))
        self.setProperty("kind", kind)
        for widget in (self, self._words):
            self.style().unpolish(widget)
            self.style().polish(widget)
        self._words.setText(words)
        self.setAccessibleName(words)
        over = self.parentWidget()
        if over is not None:
            over.installEventFilter(self)  # not before: each event of the pages would come by Python
        self.show()
        self._place()
        self.raise_()
        self._announce(words, urgent=kind == "failed")

    def _button(self, act: Act) -> QPushButton:
        button = push_button(act.title)
        button.clicked.connect(self.hide)
        button.clicked.connect(act.do)
        self._row.insertWidget(self._row.count() - 1, button)
        return button

    def _announce(self, words: str, *, urgent: bool) -> None:
        """Have a screen reader say the words, wherever its reader is."""
        event = QtGui.QAccessibleAnnouncementEvent(self, words)
        politeness = QtGui.QAccessible.AnnouncementPoliteness
        event.setPoliteness(politeness.Assertive if urgent else politeness.Polite)
        QtGui.QAccessible.updateAccessibility(event)

    def _place(self) -> None:
        """In the middle of the foot, as wide as the words up to a measure."""
        over = self.parentWidget()
        if over is None:
            return
        room = max(1, over.width() - 2 * XL)
        self._row.activate()
        width = min(room, max(MOST_WIDTH, self.minimumSizeHint().width()))
        # A label that wraps has a modest wish; short words need less than the measure, long ones all of it.
        spare = width - self.sizeHint().width()
        line = self._words.fontMetrics().horizontalAdvance(self._words.text())
        width = min(width, max(self.minimumSizeHint().width(), self.sizeHint().width() - self._words.sizeHint().width() + line + M)) if spare > 0 else width  # fmt: skip
        height = self._row.totalHeightForWidth(width) if self._row.hasHeightForWidth() else self.sizeHint().height()
        self.setGeometry((over.width() - width) // 2, over.height() - height - XL, width, height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the foot when what lies below changes its size."""
        if event.type() == QtCore.QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        """Esc dismisses."""
        if event.key() == QtCore.Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)
