"""Home: doors to what there is, what people ask, and how current the law here is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6 import QtCore
from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from rightsref.ui.parts import icons
from rightsref.ui.parts.flow_layout import FlowLayout, GridLayout
from rightsref.ui.parts.look import XL, XXXL, L, Look, M, S
from rightsref.ui.parts.page import PageHost, ScrollPage
from rightsref.ui.parts.place import Answers, Place
from rightsref.ui.parts.widgets import Body, Door, divider, label, push_button
from rightsref.ui.scenarios.own_words import OwnWords
from rightsref.ui.shell.painted import PaintedWindow
from rightsref.words import tr
from rightsref.words.dates import date_words

if TYPE_CHECKING:
    from PySide6.QtGui import QEnterEvent, QKeyEvent, QMouseEvent


class _Door(NamedTuple):
    icon: str
    title: str
    sentence: str
    place: Place


_DOORS = (
    _Door("scenarios", "What can they do?", "A few questions, then an answer with its reasons and what to do now.",
          Place("scenarios")),
    _Door("law", "Look up the law", "The Welcoming City Ordinance, the TRUST Act, detainer rules and more, in plain words.", Place("law")),
    _Door("paper", "Check a paper", "Is it a judge’s warrant or ICE’s own? Look at it spot by spot and read what it allows.", Place("papers")),
    _Door("sheets", "Print a sheet", "Handouts and door notices, dated and sourced, with your own name on them.", Place("sheets")),
)  # fmt: skip

#: How wide a door is at least, at 100 %.
_DOOR = 300

#: What people call about: (words, key of the scenario).
_SITUATIONS = (
    ("A relative was taken", "relative-taken"),
    ("Agents at my door", "agents-at-my-door"),
    ("On the street or in a car", "on-the-street-or-in-a-car"),
    ("Police stopped me", "police-stop-me"),
    ("In jail with a detainer", "held-in-jail"),
    ("At court", "at-court"),
    ("A letter or text to report", "letter-or-text"),
    ("They want a signature", "they-want-a-signature"),
    ("Children", "children"),
    ("At work", "at-work"),
    ("I saw agents", "i-saw-agents"),
    ("At school or hospital", "school-hospital-day-care"),
)


class HomePage(ScrollPage):
    """The first page."""

    def __init__(self, host: PageHost) -> None:
        super().__init__(host)
        look = host.look
        body = Body("ground")
        self.set_body(body, look)
        column = QVBoxLayout(body)
        side = look.px(64)
        column.setContentsMargins(side, look.px(XL), side, M)
        column.setSpacing(0)
        title = label(tr("What do you need to know?"), "h1", wrap=True)
        lead = label(
            tr("Chicago, Cook County, Illinois and federal rules on immigration enforcement, explained."),
            "lead",
            wrap=True,
        )
        column.addWidget(title)
        column.addWidget(lead)
        if host.settings.edition and host.settings.edition < host.file.meta()["edition"]:
            column.addSpacing(look.px(M))
            column.addWidget(self._news(), alignment=QtCore.Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(look.px(L))
        self.words = OwnWords(host)
        column.addWidget(self.words)
        column.addSpacing(look.px(L))
        column.addWidget(self._doors(look))
        column.addSpacing(look.px(XL))
        column.addWidget(label(tr("People call about"), "h2"))
        column.addSpacing(look.px(M))
        column.addWidget(self._situations(look))
        column.addStretch(1)
        column.addSpacing(look.px(XL))
        column.addWidget(divider())
        column.addSpacing(M)
        column.addWidget(self._currency(look))

    def keep(self) -> object:
        """What was told."""
        return self.words.box.text()

    def take_over(self, kept: object) -> None:
        """Tell the same."""
        self.words.tell(str(kept))

    def _news(self) -> QPushButton:
        """For who used an older edition: what this one brought, until it has been read."""
        chip = push_button(tr("New since your last edition"), "chip")
        chip.clicked.connect(lambda: self.host.go(Place("news")))
        return chip

    def _doors(self, look: Look) -> QWidget:
        doors = Body()
        grid = GridLayout(doors, gap=look.px(L), least=round(_DOOR * look.zoom), most=2)
        for door in _DOORS:
            card = _DoorCard(door, look)
            card.opened.connect(self.host.go)
            grid.addWidget(card)
        return doors

    def _situations(self, look: Look) -> QWidget:
        row = Body()
        layout = FlowLayout(row, gap=look.px(S + 2))
        for title, flow in _SITUATIONS:
            chip = push_button(tr(title), "chip")
            chip.setMinimumHeight(look.px(36))
            chip.clicked.connect(lambda _=False, key=flow: self.host.go(Place("scenarios", Answers(key))))
            layout.addWidget(chip)
        return row

    def _currency(self, look: Look) -> QWidget:
        """Law as of, last review, and the way to how sure we are of it."""
        meta, tally = self.host.file.meta(), self.host.file.tally()
        foot = Body()
        row = FlowLayout(foot, gap=look.px(L))
        law = tr("Law as of {date}").format(date=date_words(meta["law_as_of"]))
        reviewed = tr("Reviewed {date}").format(date=date_words(meta["last_review"]))
        count = push_button(tr("How sure we are"), "chip")
        count.setToolTip(tr("{n} of {all} units not verified").format(n=tally["unchecked"], all=sum(tally.values())))
        count.clicked.connect(lambda: self.host.go(Place("about")))
        advice = tr("Information, not legal advice")
        for widget in (label(law, "foot"), label(reviewed, "foot"), count, label(advice, "foot")):
            row.addWidget(widget)
        return foot


class _DoorCard(Door):
    """A large button with an icon, a title and a sentence."""

    opened = Signal(Place)

    def __init__(self, door: _Door, look: Look) -> None:
        super().__init__()
        self._door = door
        px = look.px
        self.setProperty("focusPolicy", "StrongFocus")
        self.setAccessibleName(tr(door.title))
        self.setAccessibleDescription(tr(door.sentence))
        self.setObjectName("door")
        badge = label(role="badge")
        badge.setPixmap(icons.pixmap(door.icon, look.colours.accent, px(24)))
        badge.setFixedSize(QSize(px(44), px(44)))
        badge.setProperty("alignment", "AlignCenter")
        high = QVBoxLayout()
        high.addWidget(badge)
        high.addStretch(1)
        title, sentence = label(tr(door.title), "h2"), label(tr(door.sentence), "door-sentence", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addWidget(title)
        words.addWidget(sentence)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(L + 4), px(L + 2), px(L + 4), px(L))
        row.setSpacing(px(L))
        row.addLayout(high)
        row.addLayout(words, 1)
        self.setMinimumHeight(px(XXXL * 2 - 8))

    def enterEvent(self, event: QEnterEvent) -> None:
        """The mouse shows that this can be clicked; where the window opens under it, after the first paint, which needs no enumerations of Qt."""
        super().enterEvent(event)
        window = self.window()
        if isinstance(window, PaintedWindow):
            window.when_painted(self._show_hand)

    def _show_hand(self) -> None:
        self.setCursor(QtCore.Qt.CursorShape.PointingHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click opens the door."""
        if event.button() == QtCore.Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.open_it()

    def open_it(self) -> None:
        """Show the place behind the door."""
        self.opened.emit(self._door.place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """So do Enter and the space bar."""
        if event.key() in (QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter, QtCore.Qt.Key.Key_Space):
            self.open_it()
        else:
            super().keyPressEvent(event)
