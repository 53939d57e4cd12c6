"""What can be chosen for a sheet: language, paper, layout, the organisation's own block."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QWidget

from rightsref.model.organisation import Organisation
from rightsref.sheets.compose import Offer
from rightsref.sheets.typeset import PAGE_SIZES, Options
from rightsref.ui.parts.closed_box import ClosedBox
from rightsref.ui.parts.look import S
from rightsref.ui.parts.page import PageHost
from rightsref.ui.parts.widgets import CheckBox, push_button
from rightsref.ui.sheets.card_choices import CardChoices, Lengths
from rightsref.ui.sheets.how_many import HowMany
from rightsref.ui.sheets.logo_field import LogoField
from rightsref.words import tr

LANGUAGE_WORDS = {"en": "English", "es": "Spanish", "es+en": "Spanish and English"}
LAYOUT_WORDS = {"page": "Page", "large": "Large print (18 point)", "cards": "Cards for the wallet"}
_PAPER_WORDS = {"letter": "Letter", "a4": "A4"}
_FIELDS = (("name", "Name"), ("phone", "Phone"), ("web", "Web"))


class Typed(NamedTuple):
    """What was filled in: the organisation's block, whether it is kept and shown; page size; the fields of cards; how many."""

    organisation: Organisation
    page_size: str
    kept: bool
    opened: bool
    cards: Lengths
    number: int


class SheetChoices(QWidget):
    """The form. What is typed here is kept only if that is asked for."""

    changed = Signal()
    opened = Signal(bool)  # whether the organisation's fields are on show

    def __init__(self, host: PageHost) -> None:
        super().__init__()
        self._host, self._wished = host, host.lang
        self.language, self.paper, self.layout_box = ClosedBox(), ClosedBox(), ClosedBox()
        self.cards = CardChoices()
        self.fields = {key: QLineEdit() for key, _ in _FIELDS}
        self._logo = LogoField()
        self.logo = self._logo.field
        self.how_many = HowMany()
        self.keep = CheckBox(tr("Keep this on this computer"))
        self.whose = push_button(tr("Add your organization"), checkable=True)
        self.form = QFormLayout(self)
        self.form.setContentsMargins(0, 0, 0, 0)
        self.form.setSpacing(S)
        for box, name in ((self.language, tr("Language")), (self.paper, tr("Paper")), (self.layout_box, tr("Layout"))):
            box.setAccessibleName(name)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            self.form.addRow(name, box)
        self.form.addRow(tr("How many"), self.how_many)
        self.form.addRow(self.cards)
        self._lay_out_organisation()
        _fill(self.paper, {paper: _PAPER_WORDS[paper] for paper in PAGE_SIZES})
        self.offer(Offer())
        self._recall(host.settings.organisation)
        for tick in (self.keep, self.whose):
            tick.setChecked(host.settings.organisation != Organisation())
        self._connect()

    def _lay_out_organisation(self) -> None:
        self.form.addRow(self.whose)
        for key, title in _FIELDS:
            field = self.fields[key]
            field.setMaxLength(200)
            field.setAccessibleName(tr(title))
            self.form.addRow(tr(title), field)
        self.form.addRow(tr("Logo"), self._logo)
        self.keep.setToolTip(tr("Without a tick, nothing of it is kept when the window closes."))
        self.form.addRow(self.keep)
        self.whose.toggled.connect(self._open)
        self._open(shown=False)

    def _open(self, shown: bool) -> None:  # noqa: FBT001 - Qt's signal passes it by position
        """The organisation's fields take room from the gallery only when they are wanted."""
        for row in (*self.fields.values(), self._logo, self.keep):
            self.form.setRowVisible(row, shown)
        self.opened.emit(shown)

    def _connect(self) -> None:
        for box in (self.language, self.paper, self.layout_box):
            box.currentIndexChanged.connect(self._choose)
        self.cards.changed.connect(self.changed)
        self.cards.number.currentIndexChanged.connect(self._count)
        for field in (*self.fields.values(), self.logo):
            field.textChanged.connect(self.changed)
        self.keep.toggled.connect(self.remember)

    @property
    def lang(self) -> str:
        """The language chosen, or both."""
        return str(self.language.currentData())

    @property
    def languages(self) -> frozenset[str]:
        """The languages that the sheet is there in."""
        return frozenset(str(self.language.itemData(n)) for n in range(self.language.count()))

    @property
    def wished(self) -> str:
        """The language chosen, where it is not simply the window’s; a page in another language goes on in that one."""
        return "" if self.lang == self._host.lang else self.lang

    @property
    def options(self) -> Options:
        """Paper, layout and cards chosen."""
        return Options(str(self.paper.currentData()), str(self.layout_box.currentData()), cards=self.cards.cards)

    @property
    def organisation(self) -> Organisation:
        """The organisation's block as typed."""
        return Organisation(**{key: field.text() for key, field in self.fields.items()}, logo=self.logo.text().strip())

    @property
    def typed(self) -> Typed:
        """What is filled in that does not hang on the sheet."""
        return Typed(
            self.organisation,
            str(self.paper.currentData()),
            self.keep.isChecked(),
            self.whose.isChecked(),
            self.cards.typed,
            self.how_many.asked,
        )

    def fill(self, typed: Typed) -> None:
        """Fill the form in."""
        with QSignalBlocker(self), QSignalBlocker(self.keep):
            self._recall(typed.organisation)
            self.keep.setChecked(typed.kept)
            self.paper.setCurrentIndex(max(0, self.paper.findData(typed.page_size)))
            self.cards.measure_in(str(self.paper.currentData()))
            self.cards.fill(typed.cards)
            self.how_many.ask(typed.number)
        self.whose.setChecked(typed.opened)

    def offer(self, offer: Offer, language: str = "", layout: str = "") -> None:
        """Offer only what a sheet has. What is wished, else what was chosen, is chosen where the sheet has it."""
        language = language or self._wished
        _fill(self.language, {key: LANGUAGE_WORDS[key] for key in offer.languages}, language)
        layout = layout or ("cards" if "cards" in offer.layouts else str(self.layout_box.currentData()))
        _fill(self.layout_box, {key: LAYOUT_WORDS[key] for key in offer.layouts}, layout)
        self.form.setRowVisible(self.language, len(offer.languages) > 1)
        self._fold()

    def remember(self) -> None:
        """Keep the organisation's block if that is asked for; forget it at once if it is not."""
        kept = self.organisation if self.keep.isChecked() else Organisation()
        self._host.change(self._host.settings._replace(organisation=kept))

    def _recall(self, kept: Organisation) -> None:
        for key, field in self.fields.items():
            field.setText(getattr(kept, key))
        self.logo.setText(kept.logo)

    def _choose(self) -> None:
        self._wished = self.lang
        self._fold()
        self.changed.emit()

    def _fold(self) -> None:
        """Show what the layout needs, in the measures of the paper."""
        self.form.setRowVisible(self.cards, self.options.layout == "cards")
        self.cards.measure_in(str(self.paper.currentData()))
        self._count()

    def _count(self) -> None:
        """Cards are counted as cards, pages as copies."""
        self.how_many.offer(self.options.cards.number if self.options.layout == "cards" else 0)


def _fill(box: QComboBox, choices: dict[str, str], wished: str = "") -> None:
    """Put choices into a box without telling anybody; the wished one is chosen if it is there."""
    with QSignalBlocker(box):
        box.clear()
        for value, words in choices.items():
            box.addItem(tr(words), value)
        box.setCurrentIndex(max(0, box.findData(wished)))
