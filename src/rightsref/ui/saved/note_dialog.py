"""Writing a bookmark: what it points to, the reader's note, the case that holds it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from rightsref.errors import RightsRefError
from rightsref.saved.nouns import Matter
from rightsref.ui.parts.closed_box import ClosedBox
from rightsref.ui.parts.flow_layout import FlowLayout
from rightsref.ui.parts.keyboard import say
from rightsref.ui.parts.look import T16, L, Look, S
from rightsref.ui.parts.widgets import label, push_button
from rightsref.words import tr


class NoteDialog(QDialog):
    """Accepted once what is typed is kept, or the bookmark `removed`; where that cannot be it says why and stays, so that no note is lost.

    Args:
        keep: keeps a note, and a case by its name.
    """

    def __init__(
        self, parent: QWidget, look: Look, title: str, matters: tuple[Matter, ...], keep: Callable[[str, str], object]
    ) -> None:
        super().__init__(parent)
        self.removed = False
        self._keep = keep
        self._remove: Callable[[], object] = lambda: None
        self.setWindowTitle(tr("Bookmark and note"))
        self.note = QPlainTextEdit()
        self.note.setFont(look.font(T16))
        self.note.setAccessibleName(tr("Your note"))
        self.note.setTabChangesFocus(True)
        self.note.setMinimumHeight(look.px(90))
        self.matter = _case_box(matters)
        self.drop = push_button(tr("Remove"))
        self.warning = label(role="wrong", wrap=True)
        self._before = self._warned_of = ("", "")
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

    @property
    def typed(self) -> tuple[str, str]:
        """The note and the name of its case, as they stand now."""
        return self.note.toPlainText(), self.matter.currentText()

    def reject(self) -> None:
        """Give up, by Escape, *Cancel* or the window's own X; where something was typed that is not saved, it says so first."""
        if self.typed in {self._before, self._warned_of}:
            super().reject()
            return
        self._warned_of = self.typed
        self._tell(tr("What you typed is not saved yet. Press Esc or Cancel again to drop it."))

    def _buttons(self) -> None:
        row = FlowLayout(gap=S)
        keep = push_button(tr("Save"))
        keep.setDefault(True)
        keep.clicked.connect(self.accept)
        self.drop.clicked.connect(self._drop)
        self.drop.hide()
        cancel = push_button(tr("Cancel"))
        cancel.clicked.connect(self.reject)
        for button in (keep, self.drop, cancel):
            row.addWidget(button)
        self._column.addLayout(row)

    def show_saved(self, note: str, matter: str, remove: Callable[[], object]) -> None:
        """Show what was saved before, to be changed, or removed by `remove`."""
        self._remove = remove
        self._before = self._warned_of = (note, matter)
        self.note.setPlainText(note)
        self.matter.setEditText(matter)
        self.drop.show()

    def done(self, result: int) -> None:
        """The note goes with the dialog, once it was read."""
        self.deleteLater()
        super().done(result)

    def accept(self) -> None:
        """Keep what is typed."""
        self._try(lambda: self._keep(*self.typed))

    def _drop(self) -> None:
        self.removed = self._try(self._remove)

    def _try(self, act: Callable[[], object]) -> bool:
        """Do it and close, or say why it cannot be done."""
        try:
            act()
        except RightsRefError as error:
            self._tell(str(error))
            return False
        super().accept()
        return True

    def _tell(self, words: str) -> None:
        self.warning.setText(words)
        say(self.note, words)


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
        edit.setAccessibleName(tr("Case"))
        edit.setPlaceholderText(tr("No case"))
    completer = box.completer()
    if completer is not None:
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    return box
