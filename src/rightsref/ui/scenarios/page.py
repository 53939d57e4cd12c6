"""Scenarios: one question a screen, the trail of answers with *Change*, the outcome."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from rightsref.errors import UsageError
from rightsref.model.address import Address
from rightsref.model.flow import Flow, Question
from rightsref.reasoning.scenario import Progress, Step, follow, questions_left
from rightsref.ui.parts.keyboard import let_go
from rightsref.ui.parts.look import XL, L, M
from rightsref.ui.parts.page import Page, PageHost
from rightsref.ui.parts.place import Answers, Asked, Place, tool_place
from rightsref.ui.parts.undo import bind_undo
from rightsref.ui.parts.widgets import CardButton, answered, label, panel, push_button, scrolled
from rightsref.ui.scenarios.list_area import scenario_list
from rightsref.ui.scenarios.outcome_view import OutcomeView
from rightsref.ui.scenarios.own_words import OwnWords
from rightsref.ui.scenarios.question_area import QuestionArea
from rightsref.words import plural, tr

TRAIL_WIDTH = 300
#: Below this width the answers so far step aside for the question; *Undo* stays.
BOTH_FROM = 820


class ScenarioPage(Page):
    """All scenarios, or one of them."""

    def __init__(self, host: PageHost) -> None:
        super().__init__(host)
        self.flow: Flow | None = None
        self.answers: dict[str, str] = {}
        self.progress: Progress | None = None
        self.outcome = OutcomeView(host, self)
        self.outcome.again.connect(self.start_again)
        self.outcome.undone.connect(self.undo)
        self.outcome.answered.connect(lambda question, option: self._go({**self.answers, question: option}))
        bind_undo(self, self.undo)
        self.asked: QuestionArea | None = None
        self._way: QWidget | None = None
        self._columns = QHBoxLayout(self)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(0)
        self._shown: list[QWidget] = []
        self.words: OwnWords | None = None
        self._told = ""

    @property
    def options(self) -> list[QPushButton]:
        """The buttons of the question on screen, in order."""
        return self.asked.options if self.asked else []

    @property
    def position(self) -> float:
        """How far down the outcome is; a question has no length."""
        return self.outcome.text.position if self.outcome.isVisibleTo(self) else 0.0

    def keep(self) -> object:
        """Which authorities are open in place, and what was told."""
        return self.outcome.keep(), self._told

    def take_over(self, kept: object) -> None:
        """Open the same authorities, if it is still the same outcome; tell the same."""
        if isinstance(kept, tuple):
            opened, self._told = kept
            self.outcome.take_over(opened)

    def show_place(self, place: Place, position: float = 0.0) -> None:
        """Show the list, or a flow with the answers that the place holds."""
        if not isinstance(place.state, Answers):
            self.flow = None
        else:
            if self.flow is None or self.flow.key != place.state.flow:  # not read again for each answer
                self.flow = self.host.kb.flow(place.state.flow, self.host.lang)
            self.answers = dict(place.state.given)
        self._render()
        self.outcome.text.go_to(position)

    @property
    def caption(self) -> str:
        """The scenario's title, or the outcome's."""
        outcome = self.progress.outcome if self.flow is not None and self.progress is not None else None
        return outcome.title if outcome else self.flow.title if self.flow else ""

    @property
    def printable(self) -> str:
        """The outcome, once there is one."""
        outcome = self.progress.outcome if self.flow is not None and self.progress is not None else None
        return str(Address.of("flow", self.flow.key, outcome.key)) if self.flow and outcome else ""

    def choose(self, option: str) -> None:
        """Answer the question on screen."""
        if self.flow is not None and self.progress is not None and self.progress.question is not None:
            self._go({**self.answers, self.progress.question.key: option})

    def change(self, question: str) -> None:
        """Ask a question again; the answers after it are kept."""
        if self.flow is not None:
            kept = {key: option for key, option in self.answers.items() if key != question}
            self._go(kept)

    def look_up(self) -> None:
        """Let a tool answer the question on screen; the answers so far wait there."""
        question = self.progress.question if self.progress is not None else None
        if self.flow is not None and question is not None and question.lookup is not None:
            asked = Asked(self.flow.key, question.key, tuple(self.answers.items()))
            self.host.go(tool_place(question.lookup, asked))

    def undo(self) -> None:
        """Take the last answer back and ask its question again."""
        last = self._last_given(self.progress) if self.flow is not None and self.progress is not None else None
        if last is not None:
            self.change(last.question.key)

    def _last_given(self, progress: Progress) -> Step | None:
        """The step that was answered last; after a change that is not the last in order."""
        steps = {step.question.key: step for step in progress.steps}
        return next((steps[key] for key in reversed(self.answers) if key in steps), None)

    def start_again(self) -> None:
        """Drop every answer."""
        if self.flow is not None:
            self.answers = {}
            self._go({})

    def _go(self, answers: dict[str, str]) -> None:
        if self.flow is not None:
            self.host.go(Place("scenarios", Answers.of(self.flow.key, answers)))

    def find_in_page(self) -> bool:
        """There is little to find in a question."""
        return False

    def take_focus(self) -> None:
        """To the question, the outcome, or the first of all scenarios."""
        if self.flow is not None:
            (self.asked or self.outcome).take_focus()
        elif first := next((card for shown in self._shown for card in shown.findChildren(CardButton)), None):
            first.setFocus()

    # -- drawing -------------------------------------------------------------------------------------------

    def _render(self) -> None:
        held = let_go(self)
        self._take_away()
        if self.flow is None:
            self._add(self._list(), 1)
        else:
            self._show(self.flow)
        if held is not None or (self.flow is not None and QGuiApplication.focusWindow() is not None):
            self.take_focus()

    def _take_away(self) -> None:
        for widget in self._shown:
            self._columns.removeWidget(widget)
            if widget is not self.outcome:
                widget.hide()
                widget.deleteLater()
        self.outcome.hide()
        self._shown, self.asked, self._way = [], None, None

    def _show(self, flow: Flow) -> None:
        """The answers so far, and what they lead to: a question or the outcome."""
        try:
            self.progress = follow(flow, self.answers)
        except UsageError as error:  # an answer that no longer exists, from an old place
            self.host.announce(str(error))
            self.answers = {}
            self.progress = follow(flow, {})
        self._add(self._trail(flow, self.progress), 0)
        if self.progress.outcome is not None:
            self.outcome.setParent(None)  # and comes back last, so that Tab reaches it after the answers so far
            self.outcome.show_outcome(flow, self.answers, self.progress)
            self._add(self.outcome, 1)
            self.outcome.show()
        elif self.progress.question is not None:
            self._add(self._question(self.progress.question, self.progress), 1)

    def _add(self, widget: QWidget, stretch: int) -> None:
        self._columns.addWidget(widget, stretch)
        self._shown.append(widget)

    def _list(self) -> QWidget:
        """Every scenario as a large button."""
        self.words = OwnWords(self.host, self._told)
        self.words.told.connect(self._remember)
        return scenario_list(self.host, self.words)

    def _remember(self) -> None:
        """What was told is still there when the reader comes back to the list."""
        if self.words is not None:
            self._told = self.words.box.text()

    def _trail(self, flow: Flow, progress: Progress) -> QWidget:
        """The answers so far, each with *Change*, and how many questions are left."""
        look = self.host.look
        body = panel("surface")
        column = QVBoxLayout(body)
        column.setContentsMargins(look.px(XL), look.px(XL), look.px(L), L)
        column.setSpacing(look.px(M))
        column.addWidget(label(flow.title, "h2", wrap=True))
        for step in progress.steps:
            column.addLayout(answered(step.question.text, step.option.label, partial(self.change, step.question.key)))
        column.addStretch(1)
        if progress.question is not None:
            column.addWidget(label(_still_to_come(questions_left(flow, self.answers, progress)), "muted", wrap=True))
        every = push_button(tr("All scenarios"))
        every.clicked.connect(lambda: self.host.go(Place("scenarios")))
        column.addWidget(every)
        made = scrolled(body)
        made.setFixedWidth(min(look.px(TRAIL_WIDTH), 400))
        if not self._roomy():  # never shown from here: it has no parent yet, and would be a window
            made.hide()
        self._way = made
        return made

    def _roomy(self) -> bool:
        """Whether the answers so far have room beside the question."""
        return self.width() >= self.host.look.px(BOTH_FROM)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One pane or two, by the width."""
        super().resizeEvent(event)
        if self._way is not None and self._way in self._shown:
            self._way.setVisible(self._roomy())

    def _question(self, question: Question, progress: Progress) -> QWidget:
        """The question on screen with its answers."""
        last = self._last_given(progress)
        made = QuestionArea(question, last.option.label if last else "", self.host.look)
        made.answered.connect(self.choose)
        made.lookup_wanted.connect(self.look_up)
        made.undone.connect(self.undo)
        self.asked = made
        return made


def _still_to_come(count: int) -> str:
    """How many questions come after the one on screen, in words."""
    if not count:
        return tr("This is the last question.")
    words = plural("At most one more question after this.", "At most {n} more questions after this.", count)
    return words.format(n=count)
