"""Compare: two versions of a section. First what changed in plain words, then row by row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rightsref.errors import UsageError
from rightsref.knowledge.comparison import Fate, Pair, set_beside, what_changed
from rightsref.model.address import Address, parse
from rightsref.model.law import Document
from rightsref.ui.law.compare_document import build_comparison, plain_comparison
from rightsref.ui.parts import room
from rightsref.ui.parts.closed_box import ClosedBox
from rightsref.ui.parts.copy_menu import answer_copies, copy_button
from rightsref.ui.parts.flow_layout import FlowLayout
from rightsref.ui.parts.keyboard import keyboard_in
from rightsref.ui.parts.look import PAGE_WIDTH, XL, L, M, S
from rightsref.ui.parts.page import Page, PageHost
from rightsref.ui.parts.place import Place, SheetChoice, Versions
from rightsref.ui.parts.reader import reader_for
from rightsref.ui.parts.riding import Riding
from rightsref.ui.parts.same_link import same_link
from rightsref.ui.parts.widgets import PAD, CheckBox, label, push_button
from rightsref.words import tr
from rightsref.words.dates import date_words
from rightsref.words.versions import counted

if TYPE_CHECKING:
    from rightsref.sheets.quoting import Copied

#: How wide both columns are together at 100 %.
_WIDE = 1_040


class ComparePage(Page):
    """The earlier text at the left, the later one at the right, in step."""

    widest = PAGE_WIDTH

    def __init__(self, host: PageHost) -> None:
        super().__init__(host)
        self.pairs: list[Pair] = []
        self._texts: tuple[Document, Document] | None = None
        self._stacked = False
        self.heading = label(role="h2", wrap=True)
        self.counted = label(role="muted", wrap=True)
        self.earlier, self.later = ClosedBox(), ClosedBox()
        self.only = CheckBox(tr("Only what differs"))
        self.only.setChecked(True)
        self.only.toggled.connect(self._render)
        self.text = reader_for(host, tr("Both texts, row by row"), _WIDE)
        column = QVBoxLayout(self)
        column.setContentsMargins(XL - PAD, L, L, 0)
        column.setSpacing(S)
        head = QWidget()
        rows = QVBoxLayout(head)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(S)
        for part in (self.heading, self._tools(), self.counted):
            rows.addWidget(part)
        column.addLayout(Riding(self, self.text, head).above)
        column.addWidget(self.text, 1)

    def _tools(self) -> QWidget:
        """Which two texts; how much of them; copy and print."""
        made = QWidget()
        row = FlowLayout(made, gap=S)
        for box, name in ((self.earlier, tr("The earlier text")), (self.later, tr("The later text"))):
            box.setAccessibleName(name)
            box.setToolTip(name)
            box.activated.connect(lambda _: self._choose())
            row.addWidget(box)
        row.addWidget(self.only)
        self.copy_button = copy_button(self.host, self.copies, lambda: self.printable)
        self.print_button = push_button(tr("Print this"))
        self.print_button.clicked.connect(lambda: self.host.go(Place("sheets", SheetChoice(self.printable))))
        row.addWidget(self.copy_button)
        row.addWidget(self.print_button)
        row.setSpacing(M)
        return made

    @property
    def state(self) -> Versions | None:
        """The two texts."""
        return Versions(*(text.address for text in self._texts)) if self._texts else None

    @property
    def caption(self) -> str:
        """Which section is compared."""
        return tr("Compare {citation}").format(citation=self._texts[1].label) if self._texts else ""

    @property
    def position(self) -> float:
        """How far down the text is."""
        return self.text.position

    @property
    def printable(self) -> str:
        """The sheet of the comparison: the section, and the days on which both texts took effect."""
        if self._texts is None:
            return ""
        section = parse(self._texts[1].address)
        path = (section.kind, *section.path) if section else ()
        return str(Address.of("tool", "compare", *path, *(text.effective for text in self._texts)))

    def show_place(self, place: Place, position: float = 0.0) -> None:
        """Compare the two texts that the place names.

        Raises:
            UsageError: it names none.
        """
        if not isinstance(place.state, Versions):
            raise UsageError(tr("Choose two texts to compare."))
        pages = self.parentWidget()
        if pages is not None and not self.isVisible() and keyboard_in(pages) is not None:
            self.take_focus()  # it was on the page from which somebody comes
        self._texts, self.pairs = set_beside(self.host.kb, place.state, self.host.lang)
        self._offer(self._texts[1])
        self._render()
        self.text.go_to(position)

    def take_focus(self) -> None:
        """To both texts."""
        self.text.setFocus()

    def _offer(self, later: Document) -> None:
        """Every text of the section, in both boxes; the earlier box leaves out the newest, the later one the oldest."""
        oldest_first = later.versions[::-1]
        for box, versions, shown in (
            (self.earlier, oldest_first[:-1], self._texts[0] if self._texts else later),
            (self.later, oldest_first[1:], later),
        ):
            box.clear()
            for version in versions:
                box.addItem(tr("from {day}").format(day=date_words(version.effective)), version.address)
            box.setCurrentIndex(max(0, box.findData(shown.address)))
            box.setEnabled(box.count() > 1)

    def _choose(self) -> None:
        """Two other texts; whichever is older stands at the left."""
        chosen = {self.earlier.currentData(), self.later.currentData()}
        order = [v.address for v in (self._texts[1].versions if self._texts else ()) if v.address in chosen]
        if len(order) == 2:
            self.host.go(Place("compare", Versions(order[1], order[0])))

    @property
    def shown(self) -> list[Pair]:
        """The rows on screen: those in which the law differs, or all; all too where it does not."""
        return [pair for pair in self.pairs if pair.changed or not self.only.isChecked()] or self.pairs

    def _render(self) -> None:
        if self._texts is None:
            return
        earlier, later = self._texts
        self.heading.setText(f"{later.label}: {later.title}")
        self.counted.setText(f"{counted(pair.fate for pair in self.pairs)} {self._key()}")
        told = what_changed(self.host.kb, earlier, later, self.host.lang)
        look = self.text.look
        self._stacked = not room.has_columns(self.width(), look)
        made = build_comparison(self._texts, self.shown, told, look, stacked=self._stacked)
        self.text.show_document(made.document)

    def _key(self) -> str:
        """What the marks mean, where there are any."""
        marked = any(pair.fate == Fate.CHANGED for pair in self.pairs)
        return tr("Words taken out are struck through, words put in are underlined.") if marked else ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where both columns have no room, one stands below the other."""
        super().resizeEvent(event)
        if self._texts and self._stacked == room.has_columns(self.width(), self.text.look):
            with same_link(self.text):
                self._render()

    def copies(self) -> Sequence[Copied]:
        """The ways of copying the comparison."""
        if self._texts is None:
            return ()
        told = what_changed(self.host.kb, *self._texts, self.host.lang)
        return answer_copies(self.host, self.printable, plain_comparison(self._texts, self.shown, told))
