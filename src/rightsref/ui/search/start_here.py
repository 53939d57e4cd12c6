"""Above the hits: what to start with, that nothing held answers, and which of two laws is meant."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from rightsref.model.kinds import KINDS
from rightsref.search.results import Results
from rightsref.search.start import Start
from rightsref.ui.parts.flow_layout import FlowLayout
from rightsref.ui.parts.link import Ask, Link, go
from rightsref.ui.parts.linked import Linked
from rightsref.ui.parts.look import Look
from rightsref.ui.parts.widgets import label, panel, push_button
from rightsref.words import plural, tr


class StartHere(QWidget):
    """The *Start here* row, the line *No good answer* and the two chips of *Two laws, one word*; each is hidden while it has nothing to say.

    Signals:
        followed: the link that was clicked.
        meant: the query of the chip that was clicked.
    """

    followed = Signal(str)
    meant = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.rows = self._told(tr("Start here"))
        self.only_near = self._told(tr("No good answer"))
        self.question = label(tr("Which do you mean?"), role="muted")
        self.chips = [push_button("", "chip") for _ in range(2)]
        self._asking = panel("surface")
        asking = FlowLayout(self._asking, gap=look.px(6))
        asking.addWidget(self.question)
        for chip in self.chips:
            chip.setAccessibleName(tr("Which do you mean?"))
            asking.addWidget(chip)
            chip.clicked.connect(lambda _=False, pressed=chip: self._choose(pressed))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self.rows, self.only_near, self._asking):
            column.addWidget(part)
            part.hide()
        self.hide()

    def _told(self, name: str) -> Linked:
        made = Linked()
        made.setAccessibleName(name)
        made.linkActivated.connect(self.followed)
        return made

    def show_results(self, results: Results) -> None:
        """Show what a search has to say above its hits."""
        self.rows.show_words(self._start_rows(results.start))
        near = "" if results.answered or not results.hits else self._near(results.whom)
        self.only_near.show_words(near)
        for chip, meaning in zip(self.chips, results.meanings, strict=False):
            chip.setText(meaning.label)
            chip.setAccessibleName(meaning.label)
            chip.setProperty("query", meaning.text)
        self._asking.setVisible(bool(results.meanings))
        self.setVisible(bool(results.start or near or results.meanings))

    def _start_rows(self, start: tuple[Start, ...]) -> str:
        if not start:
            return ""
        head = f'<span style="color:{self._look.colours.accent}"><b>{tr("Start here")}</b></span>'
        return "<br>".join([head, *map(self._row, start)])

    def _row(self, start: Start) -> str:
        row = f"{escape(tr(KINDS[start.kind].label))}: {go(start.address, escape(start.title))}"
        return row + self._number(start) + self._heard(start)

    def _heard(self, start: Start) -> str:
        """How many answers of a scenario the words typed give already."""
        if not start.answers:
            return ""
        many = len(start.answers)
        said = plural("1 answer from your words", "{many} answers from your words", many).format(many=many)
        return f" <small>({said})</small>"

    def _number(self, start: Start) -> str:
        """The number of a contact with a link that copies it, and what to know before one calls."""
        if not start.phone:
            return ""
        copy = Link(Ask.COPY, start.phone).around(tr("Copy"))
        return f" <b>{escape(start.phone)}</b> {copy}<br><small>{escape(start.about)}</small>"

    def _near(self, whom: Start | None) -> str:
        said = tr("Nothing held here answers this well. What follows is near, not an answer.")
        if whom is None:
            return said
        return f"<b>{said}</b> {tr('Ask')} {go(whom.address, escape(whom.title))}{self._number(whom)}"

    def _choose(self, chip: QPushButton) -> None:
        self.meant.emit(str(chip.property("query")))
