"""Timeline: the history of the law along an axis, and the same events as a list."""

from __future__ import annotations

from html import escape
from typing import NamedTuple

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from rightsref.knowledge.comparison import before_and_after
from rightsref.model.address import Address
from rightsref.model.law import Jurisdiction
from rightsref.ui.parts.link import Ask, Link
from rightsref.ui.parts.look import T14, T16, T20, XL, L, M, S
from rightsref.ui.parts.page import Page, PageHost
from rightsref.ui.parts.panes import Panes
from rightsref.ui.parts.place import At, Place, SheetChoice, Versions
from rightsref.ui.parts.reader import reader_for
from rightsref.ui.parts.rich_text import RichText
from rightsref.ui.parts.widgets import panel, scrolled
from rightsref.ui.parts.word_list import WordList
from rightsref.ui.reference.timeline_area import TimelineArea
from rightsref.ui.reference.timeline_tools import TimelineTools
from rightsref.ui.reference.timeline_view import TimelineView
from rightsref.words import tr
from rightsref.words.dates import event_day
from rightsref.words.labels import JURISDICTIONS

LIST_WIDTH, BELOW = 400, 210
#: The drawing takes so much of a page that is high enough.
_SHARE = 0.52


class _Kept(NamedTuple):
    """What the page hands on when it is made anew."""

    scale: int
    lanes: tuple[Jurisdiction, ...]


class TimelinePage(Page):
    """Drawn axis above; below it the list and the event that is chosen."""

    def __init__(self, host: PageHost) -> None:
        super().__init__(host)
        self.events = host.kb.timeline(host.lang)
        self.view = TimelineView(self.events, host.look)
        self.view.chosen.connect(self.choose)
        self.view.opened.connect(self._offer)
        self.area = TimelineArea(self.view)
        self.tools = TimelineTools(host.look)
        self.tools.zoomed.connect(self.area.zoom)
        self.tools.stepped.connect(lambda step: self.choose(self.view.neighbour(step)))
        self.tools.lanes_chosen.connect(self._show_lanes)
        self.tools.full.connect(host.full_screen)
        self.tools.printed.connect(lambda: host.go(Place("sheets", SheetChoice(self.printable))))
        self.list = WordList(host.look, tr("Events, oldest first"))
        self.list.addItems([self.view.named(index) for index in range(len(self.events))])
        self.list.currentRowChanged.connect(self.choose)
        self.text = reader_for(host, tr("The event"), 560)
        self.text.asked.connect(self._compare)
        self._lay_out()
        self.choose(len(self.events) - 1)

    def _lay_out(self) -> None:
        look, words = self.host.look, tr("All events")
        self.panes = Panes(look, self.list, self.text, wanted=LIST_WIDTH, back=words, gap=L)
        self.list.itemClicked.connect(lambda _: self.panes.show_text())
        self.list.itemActivated.connect(lambda _: self.panes.show_text())
        self.panes.setMinimumHeight(look.px(BELOW))
        self._body: QWidget = panel("ground")
        column = QVBoxLayout(self._body)
        column.setContentsMargins(XL, L, L, 0)
        column.setSpacing(M)
        column.addWidget(self.tools)
        column.addWidget(self.area)
        column.addWidget(self.panes, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(self._body))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a high page the lanes are higher, and more titles have room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.view.give_room(round(self.height() * _SHARE))
        self.area.setFixedHeight(self.view.height() + self.host.look.px(S) + 14)

    @property
    def state(self) -> At | None:
        """The event that is chosen."""
        row = self.list.currentRow()
        return At(self.events[row].address) if 0 <= row < len(self.events) else None

    @property
    def printable(self) -> str:
        """The handout: the events of the lanes that are shown."""
        lanes = () if len(self.view.lanes) == len(Jurisdiction) else self.view.lanes
        return str(Address.of("tool", "timeline", *lanes))

    def keep(self) -> object:
        """How wide the days are drawn, and which lanes are shown."""
        return _Kept(self.view.scale, self.view.lanes)

    def take_over(self, kept: object) -> None:
        """Draw them as wide, and the same lanes."""
        if isinstance(kept, _Kept):
            self.area.zoom(kept.scale - self.view.scale)
            self.tools.show_lanes(kept.lanes)
            self._show_lanes(kept.lanes)

    def show_place(self, place: Place, position: float = 0.0) -> None:  # noqa: ARG002 - the chosen event is the place
        """Choose the event at the place's address, in its lane."""
        index = next((n for n, event in enumerate(self.events) if event.address == place.address), -1)
        if index >= 0 and not self.view.shown(index):
            self.tools.show_lanes(tuple(Jurisdiction))
            self._show_lanes(tuple(Jurisdiction))
        if index >= 0:
            self.choose(index)
        QTimer.singleShot(0, self, lambda: self.area.bring_into_view(max(0, self.list.currentRow())))

    def choose(self, index: int) -> None:
        """Make an event the current one, on the axis, in the list and in words."""
        if 0 <= index < len(self.events):
            if self.list.currentRow() != index:
                self.list.setCurrentRow(index)  # comes back here through its signal
                return
            self.view.choose(index)
            self.area.bring_into_view(index)
            self._read(index)

    def _show_lanes(self, lanes: tuple[Jurisdiction, ...]) -> None:
        """Show some lanes, in the drawing and in the list; of the chosen event's lane if that goes, the nearest that stays."""
        self.view.show_lanes(lanes)
        for row in range(len(self.events)):
            self.list.setRowHidden(row, not self.view.shown(row))
        self._fit()
        if self.events and not self.view.shown(self.view.current):
            day = self.view.days[self.view.current]
            shown = [n for n in range(len(self.events)) if self.view.shown(n)]
            if shown:
                self.choose(min(shown, key=lambda n: abs(self.view.days[n] - day)))

    def _offer(self, members: tuple[int, ...]) -> None:
        """Events so near in time that no zoom takes them apart: ask which."""
        menu = QMenu(self)
        for member in members:
            menu.addAction(self.view.named(member)).triggered.connect(lambda _=False, n=member: self.choose(n))
        spot = self.view.place_of(members[-1]) + QPoint(0, self.host.look.px(M))
        menu.popup(self.view.mapToGlobal(spot))

    def _compare(self, link: Link) -> None:
        """The texts before and after an event, side by side."""
        if link.ask == Ask.COMPARE:
            earlier, later = link.target.split(" ")
            self.host.go(Place("compare", Versions(earlier, later)))

    def _read(self, index: int) -> None:
        event, look = self.events[index], self.text.look
        made = RichText(look, size=T16)
        made.heading(event.title, T20, bottom=4, level=2)
        day = event_day(event.date, event.precision)
        made.text(f"<b>{day}</b> &nbsp;{tr(JURISDICTIONS[event.jurisdiction])}", colour=look.colours.muted)
        made.text(f"{escape(event.text)}{made.mark(event.level)}")
        for earlier, later in before_and_after(self.host.kb, event):
            named = self.host.kb.document(later, self.host.lang)
            link = Link(Ask.COMPARE, f"{earlier} {later}")
            made.bullet(link.around(escape(tr("Compare {citation} before and after").format(citation=named.label))))
        for reference in self.host.kb.references(event.touches, self.host.lang).values():
            made.bullet(
                f'<a href="{reference.address}">{escape(reference.citation)}</a> &nbsp;{escape(reference.title)}'
            )
        if event.source:
            made.text(f'<a href="{escape(event.source)}">{tr("Source")}</a>', size=T14)
        self.text.show_document(made.document)
