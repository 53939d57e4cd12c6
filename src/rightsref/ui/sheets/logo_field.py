"""The field for a logo: its file is typed, found in a dialog, or dropped."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QWidget

from rightsref.ui.parts.dropped import dropped_file
from rightsref.ui.parts.widgets import push_button
from rightsref.words import tr


class LogoField(QWidget):
    """`field` holds the name of the file; `changed` tells of each change."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit()
        self.field.setAccessibleName(tr("Logo, a PNG, JPG or SVG file"))
        self.field.setPlaceholderText(tr("Drop a picture here"))
        self.field.setAcceptDrops(False)  # a file's address as text is no name; the whole row takes the file instead
        self.field.textChanged.connect(self.changed)
        find = push_button("…")
        find.setAccessibleName(tr("Find a logo"))
        find.clicked.connect(self.ask)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.field, 1)
        row.addWidget(find)
        self.setAcceptDrops(True)

    def ask(self) -> None:
        """Ask for the file."""
        kinds = tr("Pictures (*.png *.jpg *.jpeg *.svg)")
        name, _ = QFileDialog.getOpenFileName(self, tr("Find a logo"), "", kinds)
        if name:
            self.field.setText(name)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file may be dropped."""
        if dropped_file(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Its name is what was meant."""
        name = dropped_file(event.mimeData())
        if name:
            self.field.setText(name)
            event.acceptProposedAction()
