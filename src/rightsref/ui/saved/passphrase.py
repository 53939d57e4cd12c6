"""Asking for a passphrase: what is wrong with it stands beside the field, and the dialog stays until it fits or is given up."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QVBoxLayout, QWidget

from rightsref.errors import RightsRefError
from rightsref.saved.trouble import DamagedNotesError
from rightsref.ui.parts.flow_layout import FlowLayout
from rightsref.ui.parts.keyboard import say
from rightsref.ui.parts.look import L, Look, S
from rightsref.ui.parts.widgets import label, push_button
from rightsref.words import tr


class PassphraseDialog(QDialog):
    """Tries what was typed; accepted once that did what was asked.

    Attributes:
        typed: the passphrase that did.
        damage: that the file is damaged, if that is what came of it.
    """

    def __init__(self, parent: QWidget, look: Look, title: str, words: str, act: str, attempt: Callable[[str], None], *, new: bool = False) -> None:  # fmt: skip
        super().__init__(parent)
        self.setWindowTitle(title)
        self.typed = ""
        self.damage: DamagedNotesError | None = None
        self._attempt = attempt
        self.field = _secret(tr("Passphrase"))
        self.again = _secret(tr("The passphrase again")) if new else None
        self.wrong = label(role="wrong", wrap=True)
        self.wrong.setMinimumHeight(look.px(24))
        self.act = push_button(act)
        self.act.setDefault(True)
        self.act.clicked.connect(self.try_it)
        give_up = push_button(tr("Cancel"))
        give_up.setAutoDefault(False)
        give_up.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(L, L, L, L)
        column.setSpacing(S)
        column.addWidget(label(words, wrap=True))
        for field in filter(None, (self.field, self.again)):
            named = QLabel(field.accessibleName())
            named.setBuddy(field)
            column.addWidget(named)
            column.addWidget(field)
        column.addWidget(self.wrong)
        column.addStretch(1)
        row = FlowLayout(gap=S)
        row.addWidget(self.act)
        row.addWidget(give_up)
        column.addLayout(row)
        self.resize(look.px(520), self.sizeHint().height())

    def try_it(self) -> None:
        """Do it with what is typed, or say why not."""
        typed = self.field.text()
        if self.again is not None and self.again.text() != typed:
            self._tell(tr("The two are not the same. Type the passphrase twice."))
            return
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            self._attempt(typed)
        except DamagedNotesError as error:
            self.damage, self.typed = error, typed
            self.reject()
        except RightsRefError as error:
            self._tell(str(error))
        else:
            self.typed = typed
            self.accept()
        finally:
            QGuiApplication.restoreOverrideCursor()

    def done(self, result: int) -> None:
        """What was typed goes with the dialog."""
        for field in filter(None, (self.field, self.again)):
            field.clear()
        self.deleteLater()
        super().done(result)

    def _tell(self, words: str) -> None:
        self.wrong.setText(words)
        self.field.setAccessibleDescription(words)
        self.field.setFocus()
        self.field.selectAll()
        say(self.field, words)


def _secret(name: str) -> QLineEdit:
    field = QLineEdit()
    field.setEchoMode(QLineEdit.EchoMode.Password)
    field.setAccessibleName(name)
    return field
