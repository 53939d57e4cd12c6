"""The detainer clock: a release in, each rule's deadline out. What is entered is kept nowhere."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from html import escape
from zoneinfo import ZoneInfo

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from rightsref.errors import NotFoundError, UsageError
from rightsref.model import citation as citations
from rightsref.reasoning.clock import (
    CHICAGO,
    RULES,
    Deadline,
    answer,
    clock,
    lasted,
    left_out,
    read_moment,
    to_say,
)
from rightsref.ui.detainers.clock_chart import ClockChart
from rightsref.ui.detainers.moment_box import MomentBox
from rightsref.ui.detainers.tabs import DetainerTabs
from rightsref.ui.parts.flow_layout import FlowLayout
from rightsref.ui.parts.link import Ask, Link, go
from rightsref.ui.parts.look import XS, L, M
from rightsref.ui.parts.page import Page, PageHost
from rightsref.ui.parts.place import ClockState, Place
from rightsref.ui.parts.reader import reader_for
from rightsref.ui.parts.rich_text import RichText
from rightsref.ui.parts.widgets import label, panel, push_button
from rightsref.words import tr
from rightsref.words.dates import day_words, moment_words

MEASURE = 760
_OFFER = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d[+-]\d\d:\d\d")
_PLACES = (("In Illinois", True), ("In another state", False))
_ZONES = (
    ("Central (Chicago)", CHICAGO), ("Eastern (New York)", "America/New_York"), ("Mountain (Denver)", "America/Denver"),
    ("Arizona (Phoenix)", "America/Phoenix"), ("Pacific (Los Angeles)", "America/Los_Angeles"),
    ("Alaska (Anchorage)", "America/Anchorage"), ("Hawaii (Honolulu)", "Pacific/Honolulu"),
)  # fmt: skip


class ClockPage(Page):
    """Fields above, the answers below them; they follow the fields at once."""

    def __init__(self, host: PageHost) -> None:
        super().__init__(host)
        self._exact = ""  # the one moment chosen where a local time comes twice
        self._touched = False
        self.when = MomentBox(host.look)
        self.where = _combo(tr("Where the jail is"), _PLACES)
        self.zone = _combo(tr("Time zone of the jail"), _ZONES)
        self.now = push_button(tr("Now"))
        self.now.setAccessibleName(tr("Set the time to now"))
        self.text = reader_for(host, tr("When the time runs out"), MEASURE)
        self._lay_out()
        self.set_now()
        self.when.dateTimeChanged.connect(self._change)
        self.where.currentIndexChanged.connect(self._change)
        self.zone.currentIndexChanged.connect(self._change)
        self.now.clicked.connect(self.set_now)
        self.text.asked.connect(self._take_moment)

    def _lay_out(self) -> None:
        fields = QWidget()
        row = FlowLayout(fields, gap=L)
        self._zone_field = _named(tr("Time zone of the jail"), self.zone)
        row.addWidget(_named(tr("When release was due"), self.when))
        row.addWidget(_named("", self.now))
        row.addWidget(_named(tr("Where the jail is"), self.where))
        row.addWidget(self._zone_field)
        column = QVBoxLayout(self)
        column.setContentsMargins(64, 28, L, 0)
        column.setSpacing(M)
        column.addWidget(DetainerTabs(self.host, "clock"))
        column.addWidget(label(tr("When must the jail let them go?"), "h1", wrap=True))
        column.addWidget(fields)
        column.addWidget(self.text, 1)

    @property
    def position(self) -> float:
        """How far down the answers are."""
        return self.text.position

    @property
    def state(self) -> ClockState | None:
        """The fields; None as long as they say *now*."""
        if not self._touched:
            return None
        return ClockState(
            self.when.typed(), bool(self.where.currentData()), str(self.zone.currentData()), self._exact
        )  # fmt: skip

    def show_place(self, place: Place, position: float = 0.0) -> None:
        """Show the fields that the place holds, else what was entered here before; until something is, the time is now."""
        if isinstance(place.state, ClockState):
            self._fill(place.state)
        elif not self._touched:
            self.set_now()
        self._render()
        self.text.go_to(position)

    def _fill(self, state: ClockState) -> None:
        """Put these into the fields."""
        with QSignalBlocker(self.when), QSignalBlocker(self.where), QSignalBlocker(self.zone):
            self.when.show_time(datetime.fromisoformat(state.when))
            self.where.setCurrentIndex(self.where.findData(state.in_illinois))
            self.zone.setCurrentIndex(max(0, self.zone.findData(state.zone)))
        self._exact, self._touched = state.exact, True

    def take_focus(self) -> None:
        """To the first field."""
        self.when.setFocus(Qt.FocusReason.TabFocusReason)

    def set_now(self) -> None:
        """Set the field to the time that it is where the jail is."""
        with QSignalBlocker(self.when):
            self.when.show_time(datetime.now(ZoneInfo(self._zone())))
        self._exact, self._touched = "", False
        self._render()

    def _zone(self) -> str:
        """The time zone of the jail; Illinois has one."""
        return CHICAGO if self.where.currentData() else str(self.zone.currentData())

    def _change(self) -> None:
        self._exact = ""
        self._touched = True
        self._render()

    def _take_moment(self, link: Link) -> None:
        """One of the two moments was chosen that the time may mean."""
        self._exact, self._touched = link.target, True
        self._render()

    # -- the answers ---------------------------------------------------------------------------------------

    def _render(self) -> None:
        in_illinois = bool(self.where.currentData())
        self._zone_field.setVisible(not in_illinois)
        made = RichText(self.text.look, size=17)
        try:
            release = read_moment(self._exact or self.when.typed(), self._zone())
        except UsageError as error:
            self._unclear(made, str(error))
        else:
            now, deadlines = datetime.now(UTC), clock(release, in_illinois=in_illinois)
            self.text.setAccessibleDescription(tr(deadlines[0].note))
            self._first(made, deadlines[0], release, now)
            chart = ClockChart(deadlines, release, now, made.look, self._chart_width())
            made.picture(
                chart.picture(),
                " ".join(f"{tr(RULES[deadline.rule])}: {answer(deadline, now)}." for deadline in deadlines),
            )
            self._say(made, deadlines, release, now)
            for deadline in deadlines[1:]:
                self._lane(made, deadline, release)
        self.text.show_document(made.document)

    def _unclear(self, made: RichText, message: str) -> None:
        """The clocks changed at this hour: the core says what it may mean; a click chooses."""
        self.text.setAccessibleDescription(message)
        made.box("warn")
        words = _OFFER.sub(lambda offer: Link(Ask.MOMENT, offer[0]).around(offer[0]), escape(message))
        made.text(words, bottom=0)
        if _OFFER.search(message):
            made.text(f"<b>{tr('Choose one of the two.')}</b>", bottom=0)
        made.end_box()

    def _chart_width(self) -> int:
        """As wide as the text, if the window is."""
        return max(420, min(round(MEASURE * self.text.look.zoom), self.text.viewport().width() - L))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the axis anew for the width."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            position = self.text.position
            self._render()
            self.text.go_to(position)

    def _say(self, made: RichText, deadlines: tuple[Deadline, ...], release: datetime, now: datetime) -> None:
        """What to say to the jail."""
        made.box("warn" if release < now else "plain")
        made.heading(tr("Say to the jail, and send it in writing").upper(), 13, bottom=4)
        for words in to_say(deadlines, release, now):
            made.text(f"“{self._linked(words)}”", bottom=4)
        made.end_box()

    def _first(self, made: RichText, deadline: Deadline, release: datetime, now: datetime) -> None:
        """What matters most, large: the law of the place, and how long ago release was due."""
        made.box("plain")
        made.heading(tr(RULES[deadline.rule]).upper(), 13, bottom=4, colour=made.look.colours.accent)
        made.heading(tr(deadline.note), 26, bottom=6, level=1)
        if release < now:
            since = tr("Release was due at {when}, {span} ago.").format(
                when=moment_words(release), span=lasted(now - release)
            )
        else:
            since = tr("Release is due at {when}.").format(when=moment_words(release))
        made.text(f"<b>{since}</b>", bottom=4)
        made.text(self._law(deadline.authority), bottom=0)
        made.end_box()

    def _lane(self, made: RichText, deadline: Deadline, release: datetime) -> None:
        made.heading(f"{tr(RULES[deadline.rule])}: {answer(deadline, datetime.now(UTC))}", 20, top=10, bottom=4)
        days = left_out(deadline, release)
        if days:
            named = ", ".join(day_words(day) for day in days)
            made.text(tr("Left out here: {days}.").format(days=f"<b>{named}</b>"), bottom=4)
        made.text(self._linked(tr(deadline.note)), bottom=4)
        made.text(self._law(deadline.authority))

    def _law(self, authority: str) -> str:
        """The law behind an answer, as a link with its title; its bare name if it is not held."""
        try:
            address = self.host.kb.resolve(authority)
        except NotFoundError:
            return escape(authority)
        found = self.host.kb.references([address], self.host.lang).get(address)
        if found is None:
            return go(address, escape(authority))
        return f"{go(address, escape(found.citation))} &nbsp;{escape(found.title)}"

    def _linked(self, words: str) -> str:
        """A sentence with its citations as links."""
        made, end = "", 0
        for found in citations.find(words):
            address = self.host.kb.address_of(found.citation)
            if address:
                made += escape(words[end : found.start]) + go(address, escape(words[found.start : found.end]))
                end = found.end
        return made + escape(words[end:])


def _combo(name: str, choices: tuple[tuple[str, object], ...]) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    for words, value in choices:
        box.addItem(tr(words), value)
    return box


def _named(name: str, field: QWidget) -> QWidget:
    """A field under its name."""
    made = panel("field")
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(XS)
    words = label(name or " ", "muted")
    words.setBuddy(field)
    column.addWidget(words)
    column.addWidget(field)
    return made
