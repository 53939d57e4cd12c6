"""The detainer clock: a release in, each rule's deadline out. What is entered is kept nowhere."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

from rightsref.errors import UsageError
from rightsref.reasoning.clock import clock, read_moment
from rightsref.reasoning.holders import CHICAGO, HOLDERS, Holder, Law, holder_named
from rightsref.reasoning.letter import jail_letter
from rightsref.reasoning.lookup import counted
from rightsref.ui.detainers.clock_answers import ClockAnswers, write_unclear
from rightsref.ui.detainers.moment_box import MomentBox
from rightsref.ui.detainers.tabs import DetainerTabs
from rightsref.ui.parts import clipboard
from rightsref.ui.parts.asked_bar import AskedBar
from rightsref.ui.parts.closed_box import ClosedBox
from rightsref.ui.parts.flow_layout import FlowLayout
from rightsref.ui.parts.keyboard import say
from rightsref.ui.parts.link import Link
from rightsref.ui.parts.look import LIGHT, PAGE_WIDTH, T16, XL, XS, L, Look, M, S
from rightsref.ui.parts.page import Page, PageHost
from rightsref.ui.parts.place import ClockState, Place
from rightsref.ui.parts.reader import reader_for
from rightsref.ui.parts.rich_text import RichText
from rightsref.ui.parts.same_link import same_link
from rightsref.ui.parts.typed_field import TypedField
from rightsref.ui.parts.widgets import PAD, in_line, label, panel, push_button, scrolled
from rightsref.words import tr
from rightsref.words.dates import moment_words

MEASURE = 760
#: The field for a time in words, at 100 %.
_TYPED_WIDTH = 340
#: The answers keep this height at 100 %; where the window is lower, the page scrolls.
_LEAST_ANSWERS = 300
_PLACES = tuple((holder.name, holder.key) for holder in HOLDERS)
_ZONES = (
    ("Central (Chicago)", CHICAGO), ("Eastern (New York)", "America/New_York"), ("Mountain (Denver)", "America/Denver"),
    ("Arizona (Phoenix)", "America/Phoenix"), ("Pacific (Los Angeles)", "America/Los_Angeles"),
    ("Alaska (Anchorage)", "America/Anchorage"), ("Hawaii (Honolulu)", "Pacific/Honolulu"),
)  # fmt: skip


class ClockPage(Page):
    """Fields above, the answers below them; they follow the fields at once."""

    widest = PAGE_WIDTH

    def __init__(self, host: PageHost) -> None:
        super().__init__(host)
        self._exact = ""  # the one moment chosen where a local time comes twice
        self._touched = False
        self._untold = False  # whether the answer is another than the one that was said last
        self.when = MomentBox(host.look)
        self.typed = TypedField(
            tr("When release was due, in your own words"),
            tr("Type it, such as Friday 4 pm or 11/27/2026 4:00 pm, then Enter."),
            lambda text: moment_words(read_moment(text, self._zone())),
            host.look,
        )
        self.typed.setFixedWidth(host.look.px(_TYPED_WIDTH))
        self.typed.entered.connect(self._take_typed)
        self.where = _combo(tr("Who holds them, and where"), _PLACES)
        self.zone = _combo(tr("Time zone of the jail"), _ZONES)
        self.now = push_button(tr("Now"))
        self.now.setAccessibleName(tr("Set the time to now"))
        self.text = reader_for(host, tr("When the time runs out"), MEASURE)
        self.asked = AskedBar(host)
        self._lay_out()
        self.set_now()
        self.when.dateTimeChanged.connect(self._change)
        self.where.currentIndexChanged.connect(self._change)
        self.zone.currentIndexChanged.connect(self._change)
        self.now.clicked.connect(self.set_now)
        self.text.asked.connect(self._take_moment)
        for settled in (self.typed.entered, self.where.currentIndexChanged, self.zone.currentIndexChanged,
                        self.now.clicked, self.text.asked):  # fmt: skip
            settled.connect(self._tell)
        self.when.editingFinished.connect(lambda: self._tell() if self._untold else None)

    def _lay_out(self) -> None:
        self._heading, self._from = label("", "h1", wrap=True), label("", "muted")
        fields = QWidget()
        row = FlowLayout(fields, gap=L)
        self._zone_field = _named(tr("Time zone of the jail"), self.zone)
        row.addWidget(_named(self._from, self.typed))
        row.addWidget(_named(tr("or set it here"), self.when))
        row.addWidget(_named("", self.now))
        row.addWidget(_named(tr("Who holds them, and where"), self.where))
        row.addWidget(self._zone_field)
        body = panel("ground")
        column = QVBoxLayout(body)
        column.setContentsMargins(XL - PAD, L, L, S)
        column.setSpacing(M)
        column.addLayout(in_line(DetainerTabs(self.host, "clock")))
        column.addLayout(in_line(self._heading))
        column.addLayout(in_line(fields))
        column.addWidget(self.text, 1)
        column.addLayout(in_line(self._ways_out()))
        self.text.setMinimumHeight(self.host.look.px(_LEAST_ANSWERS))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.asked)
        whole.addWidget(scrolled(body), 1)

    def _ways_out(self) -> FlowLayout:
        """The buttons that send the answers somewhere."""
        row = FlowLayout(gap=S)
        self._letter, copy, print_it = (
            push_button(words) for words in (tr("Letter to the jail"), tr("Copy as text"), tr("Print"))
        )
        for button, action in ((self._letter, self.write_letter), (copy, self.copy), (print_it, self.print_it)):
            button.clicked.connect(action)
            row.addWidget(button)
        return row

    @property
    def position(self) -> float:
        """How far down the answers are."""
        return self.text.position

    @property
    def state(self) -> ClockState | None:
        """The fields; None as long as they say *now* and nothing is asked."""
        if not self._touched and self.asked.asked is None:
            return None
        when = self.when.typed() if self._touched else ""
        return ClockState(
            when, str(self.where.currentData()), str(self.zone.currentData()), self._exact, self.asked.asked
        )  # fmt: skip

    def show_place(self, place: Place, position: float = 0.0) -> None:
        """Show the fields that the place holds, else what was entered here before; until something is, the time is now."""
        self.asked.ask(place)
        if isinstance(place.state, ClockState):
            self._fill(place.state)
        elif not self._touched:
            self.set_now()
        self._render()
        self.text.go_to(position)

    def _fill(self, state: ClockState) -> None:
        """Put these into the fields."""
        with QSignalBlocker(self.when), QSignalBlocker(self.where), QSignalBlocker(self.zone):
            self.where.setCurrentIndex(max(0, self.where.findData(state.place)))
            self.zone.setCurrentIndex(max(0, self.zone.findData(state.zone)))
            if state.when:
                self.when.show_time(datetime.fromisoformat(state.when))
        self._exact, self._touched = state.exact, bool(state.when)
        if not state.when:
            self.set_now()

    def take_focus(self) -> None:
        """To the first field."""
        self.typed.box.setFocus(Qt.FocusReason.TabFocusReason)

    def set_now(self) -> None:
        """Set the field to the time that it is where the jail is."""
        with QSignalBlocker(self.when):
            self.when.show_time(datetime.now(ZoneInfo(self._zone())))
        self._exact, self._touched = "", False
        self._render()

    def _holder(self) -> Holder:
        return holder_named(str(self.where.currentData()))

    def _zone(self) -> str:
        """The time zone of the place; where the place leaves it open, the one chosen."""
        holder = self._holder()
        return str(self.zone.currentData()) if holder.open_zone else holder.zone

    def _take_typed(self, text: str) -> None:
        """What was typed goes into the field that shows it; nothing else moves."""
        moment = read_moment(text, self._zone())
        with QSignalBlocker(self.when):
            self.when.show_time(moment)
        self._exact, self._touched = moment.isoformat(timespec="minutes"), True
        self._render()

    def _change(self) -> None:
        self._exact = ""
        self._touched = self._untold = True
        self._render()

    def _take_moment(self, link: Link) -> None:
        """One of the two moments was chosen that the time may mean."""
        self._exact, self._touched = link.target, True
        self._render()

    def _tell(self) -> None:
        """Say the first answer, once the reader has settled what it follows from; not at each key."""
        self._untold = False
        say(self.text, self.text.accessibleDescription())

    # -- the answers ---------------------------------------------------------------------------------------

    def _render(self) -> None:
        self._zone_field.setVisible(self._holder().open_zone)
        ice = self._holder().law == Law.ICE
        self._heading.setText(tr("When must ICE decide?") if ice else tr("When must the jail let them go?"))
        self._from.setText(tr("When ICE made the arrest") if ice else tr("When release was due"))
        self._letter.setVisible(not ice)
        made, described = self._written(self.text.look, self._chart_width())
        self.text.setAccessibleDescription(described)
        self.text.show_document(made.document)

    def _written(self, look: Look, width: int) -> tuple[RichText, str]:
        """The answers in a look, and the first of them in a sentence."""
        made = RichText(look, size=T16)
        self.asked.found(())
        try:
            release = self._release()
        except UsageError as error:
            write_unclear(made, str(error))
            return made, str(error)
        now, deadlines = datetime.now(UTC), clock(release, self._holder().law)
        if self._touched:
            self.asked.found((counted(deadlines, now),))
        ClockAnswers(made, self.host).write(deadlines, release, now, width)
        return made, deadlines[0].note

    def _release(self) -> datetime:
        return read_moment(self._exact or self.when.typed(), self._zone())

    def _chart_width(self) -> int:
        """As wide as the text, if the window is."""
        return max(420, min(round(MEASURE * self.text.look.zoom), self.text.viewport().width() - L))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the axis anew for the width."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            position = self.text.position
            with same_link(self.text):
                self._render()
            self.text.go_to(position)

    # -- sending it ----------------------------------------------------------------------------------------

    def copy(self) -> None:
        """Put the answers on the clipboard as text; the chart has no words that the lines below it have not."""
        clipboard.copy(self.text.toPlainText().replace("\ufffc", "").strip() + "\n")
        self.host.announce(tr("Copied: {what}").format(what=tr("When the time runs out")))

    def print_it(self) -> None:
        """Print the answers, in black on white whatever the window looks like."""
        from rightsref.ui.parts.text_sheet import print_document  # printing is slow to import

        print_document(self._written(Look(LIGHT), MEASURE)[0].document, self)

    def write_letter(self) -> None:
        """Open the letter to the jail; an hour that is not clear has none."""
        from rightsref.ui.parts.text_sheet import TextSheet  # printing is slow to import

        try:
            release = self._release()
        except UsageError as error:
            self.host.announce(str(error))
            return
        words = jail_letter(clock(release, self._holder().law), release, datetime.now(UTC))
        TextSheet(tr("Letter to the jail"), words, self.host.look, self).open()


def _combo(name: str, choices: tuple[tuple[str, object], ...]) -> QComboBox:
    box = ClosedBox()
    box.setAccessibleName(name)
    for words, value in choices:
        box.addItem(tr(words), value)
    return box


def _named(name: str | QLabel, field: QWidget) -> QWidget:
    """A field under its name, or under words that may change."""
    made = panel("field")
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(XS)
    words = name if isinstance(name, QLabel) else label(name or " ", "muted")
    words.setBuddy(field)
    column.addWidget(words)
    column.addWidget(field)
    return made
