"""The head of a reading: citation, status, level of checking, date box."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from rightsref.errors import UsageError
from rightsref.model.law import Document, Level, Status
from rightsref.ui.parts.closed_box import ClosedBox
from rightsref.ui.parts.copy_menu import Offers, copy_button
from rightsref.ui.parts.flow_layout import FlowLayout
from rightsref.ui.parts.look import Look, S
from rightsref.ui.parts.page import PageHost
from rightsref.ui.parts.widgets import label, push_button
from rightsref.words import tr
from rightsref.words.dates import date_words, day_words, short_date
from rightsref.words.labels import LEVELS, STATUSES
from rightsref.words.when import understand_day

_STATUS_ROLE = {Status.IN_FORCE: "good", Status.SUPERSEDED: "danger"}


class DayBox(ClosedBox):
    """The box for the day whose law is read. The text of another day may open on another page, and the keyboard stays on such a box."""


class ReadingHead(QWidget):
    """Citation, how to copy and `save` it, status in words, how sure we are, and the date box."""

    dated = Signal(str)
    compared = Signal()
    printed = Signal()

    def __init__(self, host: PageHost, save: QWidget, copies: Offers, target: Callable[[], str]) -> None:
        super().__init__()
        look = host.look
        self.citation = label(role="citation")
        self.citation.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.copy = copy_button(host, copies, target, usual=1)
        # One label for each role: a label that changes its role keeps the room that the old style gave it.
        self._statuses = {role: label(role=role) for role in ("good", "warn", "danger")}
        self.status = self._statuses["good"]
        self.level = label(role="warn")
        self._make_date_box(look)
        self.compare = push_button(tr("Compare"))
        self.compare.setToolTip(tr("This text beside the one before or after it"))
        self.compare.clicked.connect(self.compared)
        self.print = push_button(tr("Print this"))
        self.print.clicked.connect(self.printed)
        dates = QWidget()
        together = QHBoxLayout(dates)
        together.setContentsMargins(0, 0, 0, 0)
        together.setSpacing(S)
        for widget in (self.as_of_label, self.as_of, self.compare):
            together.addWidget(widget)
        self.dates = dates
        row = FlowLayout(self, gap=S + 2)
        for part in (
            self.citation,
            self.copy,
            save,
            self.print,
            *self._statuses.values(),
            self.level,
            dates,
            self.note,
        ):
            row.addWidget(part)

    def _make_date_box(self, look: Look) -> None:
        """A box to choose a text or type a day."""
        self.as_of_label = label(tr("As of"), "muted")
        self.as_of = DayBox()
        self.as_of.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.as_of.setMinimumContentsLength(10)
        self.as_of.view().setMinimumWidth(look.px(220))
        self.as_of.setAccessibleName(tr("Read the law as of a day"))
        self.as_of_label.setBuddy(self.as_of)
        self.as_of.setEditable(True)
        self.as_of.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.as_of.setToolTip(tr("Choose a text, or type a day such as 11/5/2019 and press Enter"))
        self.as_of.activated.connect(lambda index: self.dated.emit(self.as_of.itemData(index)))
        edit = self.as_of.lineEdit()
        if edit is not None:
            edit.setAccessibleName(tr("A day, such as 11/5/2019"))
            edit.returnPressed.connect(lambda: self.dated.emit(edit.text()))
            edit.textEdited.connect(self._read_along)
        self.note = label(role="muted", wrap=True)
        self.note.setMinimumWidth(look.px(200))

    def _read_along(self, typed: str) -> None:
        """While a day is typed: what it would be taken for."""
        try:
            self.tell(tr("Understood: {words}.").format(words=day_words(understand_day(typed, _today()))))
        except UsageError:
            self.tell("")

    def tell(self, words: str) -> None:
        """Say something beside the box, to a screen reader too; an empty text takes it away."""
        self.note.setText(words)
        self.as_of.setAccessibleDescription(words)

    def show_document(self, shown: Document, address: str) -> None:
        """Show the head of a document, or of the paragraph of it that was asked for."""
        paragraph = next((p for p in shown.paragraphs if p.address == address), None)
        self.citation.setText(paragraph.printed if paragraph else shown.label)
        self.status = self._statuses[_STATUS_ROLE.get(shown.status, "warn")]
        self.status.setText(status_words(shown))
        for chip in self._statuses.values():
            chip.setVisible(chip is self.status and bool(shown.effective))
        level = paragraph.checked.level if paragraph else shown.least_sure
        self.level.setVisible(level != Level.OFFICIAL)
        text = tr(LEVELS[level])
        self.level.setText(
            text if paragraph or shown.checked.level == level else tr("parts: {level}").format(level=text)
        )
        self._dates(shown)

    def _dates(self, shown: Document) -> None:
        """Today and the day on which each earlier text took effect."""
        several = len(shown.versions) > 1 or shown.status == Status.SUPERSEDED
        self.dates.setVisible(several)
        self.note.setVisible(several)  # with its room: nothing moves when it speaks
        self.compare.setVisible(len(shown.versions) > 1)
        self.as_of.clear()
        self.tell("")
        for version in shown.versions:
            words = tr("today") if not version.ends else f"{short_date(version.effective)} – {short_date(version.ends)}"
            self.as_of.addItem(words, version.effective)
            if version.address == shown.address:
                self.as_of.setCurrentIndex(self.as_of.count() - 1)
        edit = self.as_of.lineEdit()
        if edit is not None:
            edit.setCursorPosition(0)


def status_words(shown: Document) -> str:
    """The status chip: an icon's worth of sign, then words."""
    if shown.kind == "case":
        return tr("Decided {date}").format(date=date_words(shown.effective))
    if shown.status == Status.SUPERSEDED:
        return tr("No longer the law (ended {date})").format(date=date_words(shown.ends))
    sign = {Status.IN_FORCE: "✓", Status.CHANGING: "!", Status.NOT_YET: "…", Status.PENDING: "…"}[shown.status]
    if shown.status == Status.IN_FORCE:
        return f"{sign} " + tr("In force since {date}").format(date=date_words(shown.effective))
    return f"{sign} {tr(STATUSES[shown.status])}"


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the reader's own calendar day
