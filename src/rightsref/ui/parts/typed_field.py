"""A field for a day or a moment as people write it: what was understood, or why it was not, stands right below it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from rightsref.errors import UsageError
from rightsref.ui.parts.keyboard import say
from rightsref.ui.parts.look import XS, Look
from rightsref.ui.parts.widgets import label
from rightsref.words import tr
from rightsref.words.when import LONGEST


class TypedField(QWidget):
    """The field with its note. The note has its room from the start, so that nothing moves when it speaks."""

    entered = Signal(str)  # a text that `read` understood
    refused = Signal()  # the note says why what was entered was not

    def __init__(self, name: str, help_text: str, read: Callable[[str], str], look: Look) -> None:
        """Make a field.

        Args:
            name: what is asked for, for screen readers.
            help_text: what the note says as long as nothing is typed.
            read: a text -> what it is understood as, in words; raises UsageError with one sentence.
            look: sizes.
        """
        super().__init__()
        self._help, self._read = help_text, read
        self.box = QLineEdit()
        self.box.setAccessibleName(name)
        self.box.setAccessibleDescription(help_text)
        self.box.setMaxLength(LONGEST)
        self.box.textEdited.connect(self._tell)
        self.box.returnPressed.connect(self.enter)
        self.note = label(help_text, "muted", wrap=True)
        self.note.setMinimumHeight(look.px(44))  # two lines
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        column.addWidget(self.box)
        column.addWidget(self.note)
        self.setFocusProxy(self.box)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the field is meant for it."""
        self.box.setFocus()
        event.accept()

    def enter(self) -> None:
        """Take what is typed, or say beside the field why not."""
        try:
            understood = self._read(self.box.text())
        except UsageError as error:
            self._say(str(error), wrong=True)
            say(self.box, str(error))
            self.refused.emit()
        else:
            self._say(tr("Understood: {words}.").format(words=understood))
            self.entered.emit(self.box.text())

    def clear(self) -> None:
        """Empty it, as at the start."""
        self.box.clear()
        self._say(self._help)

    def _tell(self, text: str) -> None:
        """While it is typed: what it would be taken for; half a word is no mistake yet."""
        try:
            understood = self._read(text)
        except UsageError:
            self._say(self._help)
        else:
            self._say(tr("Understood: {words}. Enter takes it.").format(words=understood))

    def _say(self, words: str, *, wrong: bool = False) -> None:
        role = "wrong" if wrong else "muted"
        if self.note.objectName() != role:
            self.note.setObjectName(role)
            self.note.style().unpolish(self.note)
            self.note.style().polish(self.note)
        self.note.setText(words)
        self.box.setAccessibleDescription(words)
