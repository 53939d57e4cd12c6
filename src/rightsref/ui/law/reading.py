"""The reading: a document's head, its column of text and, where there is room, its aside."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from rightsref.errors import NotFoundError, UsageError
from rightsref.model.law import Document, Status
from rightsref.model.paper import Paper
from rightsref.ui.law.reading_document import build_aside, build_reading
from rightsref.ui.law.reading_head import ReadingHead
from rightsref.ui.law.reading_tools import ParagraphTools
from rightsref.ui.parts import room
from rightsref.ui.parts.both_languages import build_both
from rightsref.ui.parts.copy_menu import fill
from rightsref.ui.parts.find_bar import FindBar, find_in
from rightsref.ui.parts.keyboard import say
from rightsref.ui.parts.look import ASIDE, TARGET, XXL, L, M, S
from rightsref.ui.parts.page import PageHost
from rightsref.ui.parts.place import Place, SheetChoice, Versions
from rightsref.ui.parts.reader import reader_for
from rightsref.ui.parts.riding import Riding
from rightsref.ui.parts.same_link import same_link
from rightsref.ui.parts.save_button import SaveButton
from rightsref.ui.parts.widgets import PAD, in_line, panel
from rightsref.words import tr
from rightsref.words.when import understand_day

if TYPE_CHECKING:
    from rightsref.sheets.quoting import Copied

#: How wide a page in both languages is at most.
_WIDEST = 1_400


class Reading(QWidget):
    """Reads one document at a time."""

    def __init__(self, host: PageHost) -> None:
        super().__init__()
        self.setObjectName("ground")
        self._host, self._kb, self._look, self._lang = host, host.kb, host.look, host.lang
        self._shown: Document | None = None
        self._address = ""
        self._with_aside = False
        self.save = SaveButton(host)
        self.head = ReadingHead(host, self.save, lambda: self.copies(self._address), lambda: self._address)
        self.find_bar = FindBar(host.look)
        self.text = reader_for(host, tr("Reading"))
        self.aside = reader_for(host, tr("Beside the reading"), ASIDE - 16)
        self.aside.setFixedWidth(host.look.px(ASIDE))
        self.text.keep_margin(host.look.px(TARGET + S))  # for the button beside a paragraph
        self._tools = ParagraphTools(self.text.viewport(), host, self.copies)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        columns = QHBoxLayout()
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(0)
        columns.addWidget(self.text, 1)
        columns.addWidget(self.aside)
        self._block = panel("ground")  # head, text and aside stand together, in the middle of what room there is
        rows = QVBoxLayout(self._block)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(M)
        riding = Riding(self, self.text, self.head)
        rows.addLayout(riding.above)
        rows.addLayout(in_line(self.find_bar))
        rows.addLayout(columns, 1)
        middle = QHBoxLayout(self)
        middle.setContentsMargins(XXL - PAD, L, L, 0)
        middle.addStretch(1)
        middle.addWidget(self._block, 1_000)
        middle.addStretch(1)
        self.aside.hide()
        self.find_bar.hide()

    def _connect(self) -> None:
        self.text.offered.connect(self._add_copies)
        self.text.pointed.connect(self._tools.point)
        self.text.verticalScrollBar().valueChanged.connect(self._tools.hide)
        self.head.dated.connect(self._as_of)
        self.head.compared.connect(self._compare)
        self.head.printed.connect(lambda: self._host.go(Place("sheets", SheetChoice(self._address))))
        find_in(self.find_bar, self.text)

    @property
    def address(self) -> str:
        """What is being read; empty at first."""
        return self._address

    @property
    def title(self) -> str:
        """Citation and title of what is being read; empty at first."""
        return f"{self._shown.label}: {self._shown.title}" if self._shown else ""

    @property
    def position(self) -> float:
        """How far down the column is."""
        return self.text.position

    def read(self, address: str, position: float = 0.0) -> None:
        """Show the document at an address, its asked paragraph in view.

        Raises:
            NotFoundError: nothing stands there.
        """
        self._shown = self._kb.document(address, self._lang)
        self._address = address
        self.save.show_for(address)
        self._render()
        self.text.go_to(position)

    def open_find(self) -> None:
        """Show the find bar and go to it."""
        self.find_bar.open()

    def _render(self) -> None:
        if self._shown is None:
            return
        shown = self._shown
        self._with_aside = self._roomy() and not self._host.beside
        self.head.show_document(shown, self._address)
        past = shown.status == Status.SUPERSEDED
        self.text.setObjectName("past" if past else "")
        self.text.style().unpolish(self.text)
        self.text.style().polish(self.text)
        self.text.show_document(
            build_both(self._kb, self._address, self._lang, self._look)
            if self._host.beside
            else build_reading(
                shown, self._look, chosen=self._address, with_aside=self._with_aside, paper=self._drawn()
            )
        )
        self.aside.setVisible(self._with_aside)
        both = _WIDEST if self._host.beside else room.text_width(self._look)
        self._block.setMaximumWidth(both + (self.aside.width() if self._with_aside else 0))
        if self._with_aside:
            self.aside.show_document(build_aside(shown, self._look))

    def _drawn(self) -> Paper | None:
        """What we have drawn of the form that is read."""
        if self._shown is None or self._shown.kind != "form":
            return None
        return next((paper for paper in self._kb.papers(self._lang) if paper.document == self._shown.address), None)

    def _roomy(self) -> bool:
        """Whether an aside has room beside the column."""
        return room.has_aside(self.width(), self._look)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the column; give or take the aside."""
        super().resizeEvent(event)
        if self._shown is not None and (self._roomy() and not self._host.beside) != self._with_aside:
            with same_link(self.text):
                self._render()

    def copies(self, address: str) -> Sequence[Copied]:
        """The ways of copying what is read, or a paragraph of it."""
        from rightsref.sheets.quoting import copies_of_text  # for whoever copies

        return copies_of_text(self._kb, self._shown, address) if self._shown else ()

    def _add_copies(self, menu: QMenu, address: str) -> None:
        """Add them to a menu."""
        more = menu.addMenu(tr("Copy this paragraph"))
        fill(more, self._host, self.copies(address), address)

    def _compare(self) -> None:
        """This text beside its neighbour: the one before it, or for the oldest the one after it."""
        if self._shown is None:
            return
        order = [version.address for version in reversed(self._shown.versions)]  # oldest first
        at = order.index(self._shown.address)
        first = max(0, at - 1)
        self._host.go(Place("compare", Versions(order[first], order[first + 1])))

    def _as_of(self, day: str) -> None:
        """Go to the text of a day; a day with no text says so."""
        if self._shown is None:
            return
        try:
            current = self._kb.on_day(self._shown.address, as_day(day))
        except (NotFoundError, UsageError) as error:
            self.head.tell(str(error))
            say(self.head.as_of, str(error))
            return
        self._host.open_address(current)


def as_day(text: str) -> str:
    """What is typed into the date box as an ISO date; `today` and an emptied box mean today.

    Raises:
        UsageError: it is no date.
    """
    text = text.split(" – ", maxsplit=1)[0].strip()
    if not text or text == tr("today"):
        return date.today().isoformat()  # noqa: DTZ011 - the reader's own calendar day
    return understand_day(text, date.today()).isoformat()  # noqa: DTZ011 - the reader's own calendar day
