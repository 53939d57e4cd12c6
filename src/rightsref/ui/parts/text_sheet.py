"""A plain text to copy, change and print, in a dialog over the page; it is gone when the dialog closes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QVBoxLayout, QWidget

from rightsref.ui.parts import clipboard
from rightsref.ui.parts.flow_layout import FlowLayout
from rightsref.ui.parts.look import T16, L, Look, S
from rightsref.ui.parts.printed import forget_clock
from rightsref.ui.parts.widgets import label, push_button
from rightsref.words import tr


class TextSheet(QDialog):
    """Shows a text that may be changed before it goes out."""

    def __init__(self, title: str, text: str, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.edit = QPlainTextEdit(text)
        self.edit.setAccessibleName(title)
        self.edit.setFont(look.font(T16))
        column = QVBoxLayout(self)
        column.setContentsMargins(L, L, L, L)
        column.setSpacing(S)
        column.addWidget(label(tr("Fill in the blanks here or by hand. Nothing of it is kept."), "muted", wrap=True))
        column.addWidget(self.edit, 1)
        row = FlowLayout(gap=S)
        for words, action in ((tr("Copy"), self.copy), (tr("Print"), self.print_it), (tr("Close"), self.close)):
            button = push_button(words)
            button.clicked.connect(action)
            row.addWidget(button)
        column.addLayout(row)
        self.resize(min(look.px(720), parent.width() - L), min(look.px(640), parent.height() - L))

    def copy(self) -> None:
        """Put the text on the clipboard."""
        clipboard.copy(self.edit.toPlainText())

    def print_it(self) -> None:
        """Ask for a printer and print it in black on white."""
        document = QTextDocument(self.edit.toPlainText())
        print_document(document, self)


def print_document(document: QTextDocument, parent: QWidget) -> None:
    """Ask for a printer and print a document on it."""
    printer = QPrinter()
    if QPrintDialog(printer, parent).exec():
        document.print_(printer)
        forget_clock(printer)
