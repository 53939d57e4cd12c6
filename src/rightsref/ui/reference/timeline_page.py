"""Timeline: the history of the law along an axis, and the same events as a list."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QScrollArea, QVBoxLayout

from rightsref.model.reference import TimelineEvent
from rightsref.ui.parts import icons
from rightsref.ui.parts.look import L, M, S
from rightsref.ui.parts.page import Page, PageHost
from rightsref.ui.parts.place import At, Place
from rightsref.ui.parts.reader import reader_for
from rightsref.ui.parts.rich_text import RichText
from rightsref.ui.parts.widgets import label, tool_button
from rightsref.ui.reference.timeline_view import TimelineView
from rightsref.words import tr
from rightsref.words.dates import date_words
from rightsref.words.labels import JURISDICTIONS

LIST_WIDTH = 400


class TimelinePage(Page):
    """Drawn axis above; below it the list and the event that is chosen."""

    def __init__(self, host: PageHost) -> None:
        super().__init__(host)
        self.events = host.kb.timeline(host.lang)
        self.view = TimelineView(self.events, host.look)
        self.view.chosen.connect(self.choose)
        self._area = _Area(self.view)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Events, oldest first"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.addItems([f"{when(event)}   {event.title}" for event in self.events])
        self.list.currentRowChanged.connect(self.choose)
        self.text = reader_for(host, tr("The event"), 560)
        self.closer = tool_button("plain", tr("Zoom in"))
        self.wider = tool_button("plain", tr("Zoom out"))
        self.closer.clicked.connect(lambda: self.view.zoom(1))
        self.wider.clicked.connect(lambda: self.view.zoom(-1))
        self._lay_out()
        self.choose(len(self.events) - 1)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(label(tr("Timeline"), "h1"), 1)
        head.addWidget(self.wider)
        head.addWidget(self.closer)
        below = QHBoxLayout()
        below.setSpacing(L)
        below.addWidget(self.list)
        below.addWidget(self.text, 1)
        look = self.host.look
        self._area.setFixedHeight(self.view.height() + look.px(S) + 14)
        self.list.setFixedWidth(look.px(LIST_WIDTH))
        for button, name in ((self.closer, "plus"), (self.wider, "minus")):
            button.setIcon(icons.icon(name, look.colours.text))
        column = QVBoxLayout(self)
        column.setContentsMargins(L * 2, L, L, 0)
        column.setSpacing(M)
        column.addLayout(head)
        column.addWidget(self._area)
        column.addLayout(below, 1)

    @property
    def state(self) -> At | None:
        """The event that is chosen."""
        row = self.list.currentRow()
        return At(self.events[row].address) if 0 <= row < len(self.events) else None

    def keep(self) -> object:
        """How wide the days are drawn."""
        return self.view.scale

    def take_over(self, kept: object) -> None:
        """Draw them as wide."""
        if isinstance(kept, int):
            self.view.zoom(kept - self.view.scale)

    def show_place(self, place: Place, position: float = 0.0) -> None:  # noqa: ARG002 - the chosen event is the place
        """Choose the event at the place's address."""
        index = next((n for n, event in enumerate(self.events) if event.address == place.address), -1)
        if index >= 0:
            self.choose(index)
        self._area.bring_into_view(self.view, max(0, self.list.currentRow()))

    def choose(self, index: int) -> None:
        """Make an event the current one, on the axis, in the list and in words."""
        if 0 <= index < len(self.events):
            if self.list.currentRow() != index:
                self.list.setCurrentRow(index)  # comes back here through its signal
                return
            self.view.choose(index)
            self._area.bring_into_view(self.view, index)
            self._read(index)

    def _read(self, index: int) -> None:
        if not 0 <= index < len(self.events):
            return
        event, look = self.events[index], self.text.look
        made = RichText(look, size=17)
        made.heading(event.title, 20, bottom=4, level=2)
        made.text(f"<b>{when(event)}</b> &nbsp;{tr(JURISDICTIONS[event.jurisdiction])}", colour=look.colours.muted)
        made.text(f"{escape(event.text)}{made.mark(event.level)}")
        for reference in self.host.kb.references(event.touches, self.host.lang).values():
            made.bullet(
                f'<a href="{reference.address}">{escape(reference.citation)}</a> &nbsp;{escape(reference.title)}'
            )
        if event.source:
            made.text(f'<a href="{escape(event.source)}">{tr("Source")}</a>', size=round(14 * look.zoom))
        self.text.show_document(made.document)


class _Area(QScrollArea):
    """Scrolls the axis; the wheel goes along it, with Ctrl it zooms."""

    def __init__(self, view: TimelineView) -> None:
        super().__init__()
        self._view = view
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(view)
        self.horizontalScrollBar().valueChanged.connect(view.update)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Along the axis, or closer and wider."""
        turned = event.angleDelta().y() or event.angleDelta().x()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._view.zoom(1 if turned > 0 else -1)
        else:
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() - turned)

    def bring_into_view(self, view: TimelineView, index: int) -> None:
        """Scroll to an event."""
        spot = view.place_of(index)
        self.ensureVisible(spot.x(), spot.y(), 220, 0)


def when(event: TimelineEvent) -> str:
    """The date as far as it is known: a day, a month or a year."""
    if event.precision == "year":
        return event.date[:4]
    spoken = date_words(event.date)
    return spoken.split(" ", 1)[1] if event.precision == "month" else spoken
