"""Small tools of the reading: copying a paragraph, finding in the page."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from rightsref.ui import icons
from rightsref.ui.look import XL, Look
from rightsref.ui.widgets import label, push_button, tool_button
from rightsref.words import tr


class ParagraphTools(QWidget):
    """Two small buttons beside the paragraph under the pointer."""

    copied = Signal(str, bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._address = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for title, words in ((tr("Copy citation"), False), (tr("Copy with citation"), True)):
            button = push_button(title)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard has the context menu for the same
            button.clicked.connect(lambda _=False, w=words: self.copied.emit(self._address, w))
            row.addWidget(button)
        self.hide()

    def point(self, address: str, place: QPoint) -> None:
        """Stand above the right end of a paragraph; go away where there is none."""
        if not address:
            self.hide()
            return
        if address != self._address or not self.isVisible():
            self._address = address
            self.adjustSize()
            x = min(place.x(), self.parentWidget().width()) - self.width()  # type: ignore[union-attr]  # it was given a parent
            self.move(max(0, x), max(0, place.y() - self.height() + 6))
            self.show()


class FindBar(QWidget):
    """Find in the page."""

    wanted = Signal(str, bool)
    closed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.box = QLineEdit()
        self.box.setPlaceholderText(tr("Find in this page"))
        self.box.setAccessibleName(tr("Find in this page"))
        self.box.setMaxLength(200)
        self.message = label(role="muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, XL, 0)
        row.addWidget(self.box, 1)
        row.addWidget(self.message)
        for name, title, backward in (("up", tr("Previous match"), True), ("down", tr("Next match"), False)):
            button = tool_button("plain", title)
            button.setIcon(icons.icon(name, look.colours.text))
            button.clicked.connect(lambda _=False, b=backward: self.wanted.emit(self.box.text(), b))
            row.addWidget(button)
        close = tool_button("plain", tr("Close find"))
        close.setIcon(icons.icon("close", look.colours.text))
        close.clicked.connect(self.close_bar)
        row.addWidget(close)
        self.box.returnPressed.connect(lambda: self.wanted.emit(self.box.text(), False))  # noqa: FBT003 - a Qt signal takes no names
        QShortcut(
            QKeySequence(Qt.Key.Key_Escape),
            self,
            self.close_bar,
            context=Qt.ShortcutContext.WidgetWithChildrenShortcut,
        )

    def open(self) -> None:
        """Show the bar with its text selected."""
        self.show()
        self.box.setFocus()
        self.box.selectAll()

    def close_bar(self) -> None:
        """Hide the bar and give the focus back."""
        self.hide()
        self.closed.emit()

    def tell(self, *, found: bool) -> None:
        """Say whether the text stands in the page."""
        self.message.setText("" if found else tr("Not on this page"))
