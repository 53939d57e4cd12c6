"""Writing a bookmark: what it points to, the reader's note, the case that holds it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from rightsref.saved.nouns import LONGEST_NAME, Matter
from rightsref.ui.parts.closed_box import ClosedBox
from rightsref.ui.parts.flow_layout import FlowLayout
from rightsref.ui.parts.keyboard import say
from rightsref.ui.parts.look import T16, L, Look, S
from rightsref.ui.parts.widgets import label, push_button
from rightsref.words import tr


class NoteDialog(QDialog):
    """Accepted to keep what is typed, `removed` to drop the bookmark."""

    def __init__(self, parent: QWidget, look: Look, title: str, matters: tuple[Matter, ...]) -> None:
        super().__init__(parent)
        self.removed = False
        self.setWindowTitle(tr("Bookmark and note"))
        self.note = QPlainTextEdit()
        self.note.setFont(look.font(T16))
        self.note.setAccessibleName(tr("Your note"))
        self.note.setTabChangesFocus(True)
        self.note.setMinimumHeight(look.px(90))
        self.matter = _case_box(matters)
        self.drop = push_button(tr("Remove"))
        self.warning = label(role="wrong", wrap=True)
        self._before = ""
        self._lay_out(title)
        self._buttons()
        self.resize(min(look.px(560), parent.width() - L), min(look.px(440), parent.height() - L))
        self.note.setFocus()

    def _lay_out(self, title: str) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(L, L, L, L)
        self._column.setSpacing(S)
        self._column.addWidget(label(title, "citation", wrap=True))
        for words, field in (
            (tr("Your note (may be empty)"), self.note),
            (tr("Case: choose one or type a new name (may be empty)"), self.matter),
        ):
            named = QLabel(words)
            named.setWordWrap(True)
            named.setBuddy(field)
            self._column.addWidget(named)
            self._column.addWidget(field, 1 if field is self.note else 0)
        self._column.addWidget(self.warning)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape gives up; with a note that is not saved, it says so first."""
        if event.key() == Qt.Key.Key_Escape and self.note.toPlainText() != self._before and not self.warning.text():
            words = tr("Your note is not saved yet. Press Esc again to drop it.")
            self.warning.setText(words)
            say(self.note, words)
        else:
            super().keyPressEvent(event)

    def _buttons(self) -> None:
        row = FlowLayout(gap=S)
        keep = push_button(tr("Save"))
        keep.setDefault(True)
        keep.clicked.connect(self.accept)
        self.drop.clicked.connect(self._remove)
        self.drop.hide()
        cancel = push_button(tr("Cancel"))
        cancel.clicked.connect(self.reject)
        for button in (keep, self.drop, cancel):
            row.addWidget(button)
        self._column.addLayout(row)

    def show_saved(self, note: str, matter: str) -> None:
        """Show what was saved before, to be changed or removed."""
        self._before = note
        self.note.setPlainText(note)
        self.matter.setEditText(matter)
        self.drop.show()

    def done(self, result: int) -> None:
        """The note goes with the dialog, once it was read."""
        self.deleteLater()
        super().done(result)

    def _remove(self) -> None:
        self.removed = True
        self.accept()


def _case_box(matters: tuple[Matter, ...]) -> QComboBox:
    """The cases there are, or a new name."""
    box = ClosedBox()
    box.setEditable(True)
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    box.setAccessibleName(tr("Case"))
    box.setMinimumContentsLength(10)
    box.addItem("")
    for matter in matters:
        box.addItem(matter.name)
    edit = box.lineEdit()
    if edit is not None:
        edit.setMaxLength(LONGEST_NAME)
        edit.setAccessibleName(tr("Case"))
        edit.setPlaceholderText(tr("No case"))
    completer = box.completer()
    if completer is not None:
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    return box
