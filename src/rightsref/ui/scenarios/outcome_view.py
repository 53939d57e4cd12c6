"""The outcome: who may what, whom to call, what to do and why; print, copy, undo, start again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from rightsref.model.address import SCHEME, Address
from rightsref.model.flow import Flow
from rightsref.reasoning.scenario import Progress, handed_on
from rightsref.ui.parts.both_languages import build_both
from rightsref.ui.parts.call_strip import copied
from rightsref.ui.parts.copy_menu import answer_copies, copy_button
from rightsref.ui.parts.flow_layout import FlowLayout
from rightsref.ui.parts.keyboard import come_to, say
from rightsref.ui.parts.link import Ask, Link
from rightsref.ui.parts.look import XL, L, M, S
from rightsref.ui.parts.page import PageHost
from rightsref.ui.parts.place import Answers, Place, SheetChoice
from rightsref.ui.parts.reader import reader_for
from rightsref.ui.parts.riding import Riding
from rightsref.ui.parts.same_link import same_link
from rightsref.ui.parts.save_button import SaveButton
from rightsref.ui.parts.widgets import PAD, panel, push_button
from rightsref.ui.scenarios.outcome_document import build_outcome
from rightsref.words import tr

if TYPE_CHECKING:
    from rightsref.sheets.quoting import Copied


#: How wide the text is at 100 %.
MEASURE = 720


class _Opened(NamedTuple):
    """Which authorities were open in place, and in which outcome."""

    flow: str
    answers: Mapping[str, str]
    addresses: set[str]


class OutcomeView(QWidget):
    """Shows one outcome."""

    again = Signal()
    answered = Signal(str, str)  # a question answered otherwise, and how
    undone = Signal()  # the last answer is to be taken back

    def __init__(self, host: PageHost, page: QWidget) -> None:
        """Belongs to its page from the first, and goes with it though no outcome was ever reached."""
        super().__init__(page)
        self.hide()
        self._host = host
        self._state: tuple[Flow, Mapping[str, str], Progress] | None = None
        self._opened: set[str] = set()
        self._kept: _Opened | None = None
        self.text = reader_for(host, tr("The answer and its reasons"), MEASURE)
        self.text.asked.connect(self._open)
        self._lay_out()

    def _lay_out(self) -> None:
        foot = panel("ground")
        buttons = FlowLayout(foot, gap=S)
        self.copy_button = copy_button(self._host, self.copies, lambda: self._target)
        buttons.addWidget(self.copy_button)
        for title, action in (
            (tr("Print this"), self.print_it),
            (tr("Undo the last answer"), self.undone.emit),
            (tr("Start again"), self.again.emit),
        ):
            button = push_button(title)
            button.clicked.connect(action)
            buttons.addWidget(button)
        self.save = SaveButton(self._host)
        buttons.addWidget(self.save)
        block = panel("ground")  # text and buttons stand together, in the middle of what room there is
        block.setMaximumWidth(round(MEASURE * self.text.look.zoom) + 2 * PAD)
        column = QVBoxLayout(block)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        column.addWidget(self.text, 1)
        column.addLayout(Riding(self, self.text, foot=foot).below)
        middle = QHBoxLayout(self)
        middle.setContentsMargins(XL, L, L, S)
        middle.addStretch(1)
        middle.addWidget(block, 1_000)
        middle.addStretch(1)

    def take_focus(self) -> None:
        """Put the keyboard on the answer and say it."""
        come_to(self.text, self.text.accessibleDescription())

    def keep(self) -> object:
        """The outcome on screen and what is open in it, for `take_over`."""
        return _Opened(self._state[0].key, dict(self._state[1]), self._opened) if self._state else None

    def take_over(self, kept: object) -> None:
        """Open what was open before, when the same outcome is shown next."""
        if isinstance(kept, _Opened):
            self._kept = kept

    def show_outcome(self, flow: Flow, answers: Mapping[str, str], progress: Progress) -> None:
        """Show the outcome that some answers led to; who comes to it is told it."""
        self._state = flow, answers, progress
        same = self._kept is not None and (self._kept.flow, self._kept.answers) == (flow.key, answers)
        self._opened = set(self._kept.addresses) if same and self._kept else set()
        self._kept = None
        self.save.show_for(self._target)
        self._render()
        outcome = progress.outcome
        if outcome is not None:
            self.text.setAccessibleDescription(outcome.title)

    def _render(self) -> None:
        if self._state is None or self._state[2].outcome is None:
            return
        look = self.text.look
        if self._host.beside:
            self.text.show_document(build_both(self._host.kb, self._target, self._host.lang, look))
            return
        made = build_outcome(self._host.kb, self._host.lang, *self._state, look, self._opened)
        self.text.show_document(made.document)

    def _open(self, link: Link) -> None:
        """An authority opens in place, a second click closes it; a number is copied."""
        if copied(self._host, link):
            return
        if link.ask == Ask.ANSWER:
            question, _, option = link.target.partition("=")
            self.answered.emit(question, option)
            return
        if link.ask == Ask.ONWARD:
            self._go_on(int(link.target))
            return
        self._opened ^= {link.target}
        position = self.text.verticalScrollBar().value()
        with same_link(self.text):
            self._render()
        self.text.verticalScrollBar().setValue(position)
        _, words = self._host.kb.preview(link.target, self._host.lang)
        say(self.text, words if link.target in self._opened else tr("Closed again."))

    def _go_on(self, number: int) -> None:
        """Another scenario opens with what is known already; a tool opens as it is."""
        if self._state is None or self._state[2].outcome is None:
            return
        to = self._state[2].outcome.onward[number]
        kind, _, key = to.address.removeprefix(SCHEME).partition("/")
        if kind == "flow":
            given = handed_on(to, self._host.kb.flow(key, self._host.lang), self._state[1])
            self._host.go(Place("scenarios", Answers.of(key, given)))
        else:
            self._host.open_address(to.address)

    def plain(self) -> str:
        """The whole outcome as text."""
        if self._state is None or self._state[2].outcome is None:
            return ""
        flow, _, progress = self._state
        asked = "\n".join(f"{step.question.text} {step.option.label}" for step in progress.steps)
        return f"{flow.title}\n{asked}\n\n{self.text.toPlainText()}\n"

    def copies(self) -> Sequence[Copied]:
        """The ways of copying the outcome."""
        return answer_copies(self._host, self._target, self.plain())

    @property
    def _target(self) -> str:
        """The address of the outcome; empty if there is none."""
        if self._state is None or self._state[2].outcome is None:
            return ""
        return str(Address.of("flow", self._state[0].key, self._state[2].outcome.key))

    def print_it(self) -> None:
        """Take the outcome to the sheets; the answers that led to it stay here."""
        if self._target:
            self._host.go(Place("sheets", SheetChoice(self._target)))
