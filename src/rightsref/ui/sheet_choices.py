"""What can be chosen for a sheet: paper, layout, the organisation's own block."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QFormLayout, QHBoxLayout, QLineEdit, QWidget

from rightsref.model.sheet import Organisation
from rightsref.typeset import LAYOUTS, PAPERS, Options
from rightsref.ui.look import S
from rightsref.ui.page import Desk
from rightsref.ui.widgets import label, push_button
from rightsref.words import tr

_PAPER_WORDS = {"letter": "Letter", "a4": "A4"}
_LAYOUT_WORDS = {"page": "Page", "large": "Large print (18 point)", "cards": "Cards for the wallet"}
_FIELDS = (("name", "Name"), ("phone", "Phone"), ("web", "Web"))


class SheetChoices(QWidget):
    """The form. What is typed here is not kept."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.paper, self.layout_box = QComboBox(), QComboBox()
        self.fields = {key: QLineEdit() for key, _ in _FIELDS}
        self.logo = QLineEdit()
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(S)
        for box, values, words, name in (
            (self.paper, PAPERS, _PAPER_WORDS, tr("Paper")),
            (self.layout_box, LAYOUTS, _LAYOUT_WORDS, tr("Layout")),
        ):
            for value in values:
                box.addItem(tr(words[value]), value)
            box.setAccessibleName(name)
            box.currentIndexChanged.connect(self.changed)
            form.addRow(name, box)
        form.addRow(label(tr("Your organisation, if you like; it is not kept"), "muted", wrap=True))
        for key, title in _FIELDS:
            field = self.fields[key]
            field.setMaxLength(200)
            field.setAccessibleName(tr(title))
            field.textChanged.connect(self.changed)
            form.addRow(tr(title), field)
        form.addRow(tr("Logo"), self._logo_row())

    def _logo_row(self) -> QWidget:
        row = QWidget()
        columns = QHBoxLayout(row)
        columns.setContentsMargins(0, 0, 0, 0)
        self.logo.setAccessibleName(tr("Logo, a PNG or SVG file"))
        self.logo.textChanged.connect(self.changed)
        find = push_button("…")
        find.setAccessibleName(tr("Find a logo"))
        find.clicked.connect(self._find_logo)
        columns.addWidget(self.logo, 1)
        columns.addWidget(find)
        return row

    @property
    def options(self) -> Options:
        """Paper and layout chosen."""
        return Options(str(self.paper.currentData()), str(self.layout_box.currentData()))

    @property
    def organisation(self) -> Organisation:
        """The organisation's block as typed."""
        return Organisation(**{key: field.text() for key, field in self.fields.items()}, logo=self.logo.text().strip())

    def _find_logo(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, tr("Find a logo"), "", tr("Pictures (*.png *.svg)"))
        if name:
            self.logo.setText(name)
