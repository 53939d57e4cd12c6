"""Find in the page."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeySequence, QShortcut, QTextCursor, QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QTextEdit, QWidget

from rightsref.ui.parts import icons
from rightsref.ui.parts.look import XL, Look
from rightsref.ui.parts.reader import Reader
from rightsref.ui.parts.widgets import label, tool_button
from rightsref.words import tr

#: So many places of a text that is looked for are marked at once.
_MARKED = 400


class FindBar(QWidget):
    """Find in the page."""

    wanted = Signal(str, bool)
    typed = Signal(str)  # letter by letter
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
        self.box.textEdited.connect(self.typed)
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

    def tell(self, number: int, count: int) -> None:
        """Say how often the text stands in the page, and which of these places is shown."""
        if not self.box.text():
            self.message.setText("")
        elif not count:
            self.message.setText(tr("Not on this page"))
        else:
            self.message.setText(tr("{n} of {all}").format(n=number, all=count))


def mark_all(reader: Reader, text: str) -> tuple[int, int]:
    """Mark every place where a text stands.

    Returns:
        Which of them is selected, counted from 1, or 0 if none is; and how many there are.
    """
    marks: list[QTextEdit.ExtraSelection] = []
    chosen, count = 0, 0
    cursor = reader.document().find(text) if text else QTextCursor()
    while not cursor.isNull():
        count += 1
        if cursor.selectionStart() == reader.textCursor().selectionStart() and reader.textCursor().hasSelection():
            chosen = count
        if count <= _MARKED:
            mark = QTextEdit.ExtraSelection()
            mark.cursor = QTextCursor(cursor)
            mark.format.setBackground(QColor(reader.look.colours.match))
            marks.append(mark)
        cursor = reader.document().find(text, cursor)
    reader.setExtraSelections(marks)
    return chosen, count


def find_in(bar: FindBar, text: Reader) -> None:
    """Let a bar find in a text: as one types, from place to place, all of them marked until the bar is closed."""

    def show(words: str, backward: bool) -> None:  # noqa: FBT001 - a Qt signal passes it by position
        if words:
            find_next(text, words, backward=backward)
        bar.tell(*mark_all(text, words))

    def along(words: str) -> None:
        cursor = text.textCursor()
        cursor.setPosition(cursor.selectionStart())  # a longer word may stand where the shorter one was found
        text.setTextCursor(cursor)
        show(words, False)  # noqa: FBT003 - as above

    def leave() -> None:
        mark_all(text, "")
        text.setFocus()

    bar.wanted.connect(show)
    bar.typed.connect(along)
    bar.closed.connect(leave)


def find_next(text: Reader, words: str, *, backward: bool = False) -> bool:
    """Select the next place where some words stand, going round at the end; False if they stand nowhere."""
    flags = QTextDocument.FindFlag.FindBackward if backward else QTextDocument.FindFlag(0)
    kept, found = text.textCursor(), text.find(words, flags)
    if not found:
        cursor = text.textCursor()
        cursor.movePosition(cursor.MoveOperation.End if backward else cursor.MoveOperation.Start)
        text.setTextCursor(cursor)
        found = text.find(words, flags)
    if found:  # it stands in the middle of the window, where there is page above and below it
        bar = text.verticalScrollBar()
        bar.setValue(bar.value() + text.cursorRect().center().y() - text.viewport().height() // 2)
    else:
        text.setTextCursor(kept)
    return found
