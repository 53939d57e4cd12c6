"""The bar: back, forward and the one search box."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout

from rightsref.model.kinds import LANGUAGES
from rightsref.model.typed import MAX_LENGTH
from rightsref.ui.parts import icons
from rightsref.ui.parts.look import BAR, L, Look, M, S
from rightsref.ui.parts.widgets import label, push_button, tool_button
from rightsref.words import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

BOX_WIDTH = 640


class Bar(QFrame):
    """Above every page."""

    typed = Signal()
    entered = Signal()
    moved_down = Signal()
    spoken = Signal(str)

    def __init__(self, look: Look, lang: str) -> None:
        super().__init__()
        self.setObjectName("bar")
        self.back, self.forward = _arrow(), _arrow()
        self.leave = tool_button("plain", "")
        self.languages = {key: push_button(key.upper(), "chip", checkable=True) for key in LANGUAGES}
        self.both = push_button("+".join(self.languages).upper(), "chip", checkable=True)
        for key, button in self.languages.items():
            button.setAutoExclusive(True)  # one of them is always in use
            button.clicked.connect(lambda _=False, key=key: self.spoken.emit(key))
        self.box = _Box()
        self._glass = QAction(self.box)
        self._glass.triggered.connect(self.focus_box)
        self.box.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self._hint = label("Ctrl+K", "muted", parent=self.box)
        self.box.textEdited.connect(lambda _: self.typed.emit())
        self.box.returnPressed.connect(self.entered)
        self.box.moved_down.connect(self.moved_down)
        self.box.resized.connect(self._place_hint)
        self.box.textChanged.connect(lambda _: self._place_hint())
        row = QHBoxLayout(self)
        row.setContentsMargins(L, 0, L, 0)
        row.setSpacing(S)
        row.addWidget(self.back)
        row.addWidget(self.forward)
        row.addStretch(1)
        row.addLayout(self._box_and_promise(), 20)
        row.addStretch(1)
        for button in (*self.languages.values(), self.both):
            row.addWidget(button)
        row.addWidget(self.leave)
        self.say(lang)
        self.apply_look(look)

    def say(self, lang: str) -> None:
        """Say everything in the language in use, and show which it is."""
        told = (
            (self.back, tr("Back")),
            (self.forward, tr("Forward")),
            (self.leave, tr("Leave at once: Esc three times")),
            (self.both, tr("Both languages side by side")),
        )
        for button, words in told:
            button.setToolTip(words)
            button.setAccessibleName(words)
        self._glass.setText(tr("Search"))
        self.box.say()
        self._promises = (
            tr("What you type here is not kept."),
            tr("Not kept."),
        )  # the second where there is no room for the first
        self.box.setAccessibleDescription(self._promises[0])
        self._place_hint_anew()
        for key, chip in self.languages.items():
            chip.setChecked(key == lang)
            chip.setAccessibleName(LANGUAGES[key].name)
            chip.setToolTip(LANGUAGES[key].name)

    def _box_and_promise(self) -> QVBoxLayout:
        """The box, and below it what becomes of what is typed."""
        self._promise = label("", "promise")
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addStretch(1)
        column.addWidget(self.box)
        column.addWidget(self._promise)
        column.addStretch(1)
        return column

    def apply_look(self, look: Look) -> None:
        """Change colours and zoom."""
        self.setFixedHeight(look.px(BAR))
        self.box.setMaximumWidth(look.px(BOX_WIDTH))
        self._glass.setIcon(icons.icon("search", look.colours.muted, look.px(20)))
        for button, name in ((self.back, "back"), (self.forward, "forward"), (self.leave, "leave")):
            faded = icons.icon(name, look.colours.text, look.px(22))
            faded.addPixmap(icons.pixmap(name, look.colours.line, look.px(22)), mode=faded.Mode.Disabled)
            button.setIcon(faded)
            button.setIconSize(QSize(look.px(22), look.px(22)))
        self._place_hint_anew()

    @property
    def text(self) -> str:
        """What is in the box."""
        return self.box.text()

    def set_text(self, text: str) -> None:
        """Put a text in the box, unless it stands there (the cursor would jump)."""
        if self.box.text() != text:
            self.box.setText(text)

    def focus_box(self) -> None:
        """Go to the box and select what is in it."""
        self.box.setFocus(QtCore.Qt.FocusReason.ShortcutFocusReason)
        self.box.selectAll()

    def _place_hint_anew(self) -> None:
        if self._promise.text():  # else there is no room yet to place it in
            self._place_hint()

    def _place_hint(self) -> None:
        self._hint.adjustSize()
        asks = self.box.fontMetrics().horizontalAdvance(self.box.placeholderText())
        room = self.box.width() > asks + self._hint.width() + 6 * M
        self._hint.setVisible(room and not self.text)
        told = self._promise.fontMetrics().horizontalAdvance(self._promises[0]) + 2 * M
        self._promise.setText(self._promises[told > self.box.width()])
        self._hint.move(self.box.width() - self._hint.width() - M, (self.box.height() - self._hint.height()) // 2)


def _arrow() -> QToolButton:
    button = tool_button("plain", "")
    button.setEnabled(False)
    return button


class _Box(QLineEdit):
    """The search box: down goes into the results."""

    moved_down = Signal()
    resized = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setMaxLength(MAX_LENGTH)
        self.say()

    def say(self) -> None:
        """Say what to type in the language in use."""
        self.setPlaceholderText(tr("Ask a question, or type a citation"))
        self.setAccessibleName(tr("Search"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down leaves for the list; Escape empties the box."""
        if event.key() == QtCore.Qt.Key.Key_Down:
            self.moved_down.emit()
        elif event.key() == QtCore.Qt.Key.Key_Escape and self.text():
            self.clear()
            self.textEdited.emit("")
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The hint at the right end moves along."""
        super().resizeEvent(event)
        self.resized.emit()
