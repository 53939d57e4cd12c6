"""One question on the screen: its answers, the field for a day, the way back. Keys act only where the reader aims them."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from rightsref.model.flow import Question
from rightsref.reasoning.lookup import CLOCK
from rightsref.reasoning.scenario import option_on
from rightsref.ui.parts.keyboard import come_to
from rightsref.ui.parts.look import XXL, XXXL, L, Look, M, S
from rightsref.ui.parts.typed_field import TypedField
from rightsref.ui.parts.widgets import CardButton, label, panel, pass_over, push_button
from rightsref.words import tr
from rightsref.words.dates import day_words

#: The last answer is named on its button up to this length.
_NAMED = 32
#: How wide a question is at most, at 100 %.
WIDEST = 960


class QuestionArea(QScrollArea):
    """Shows a question. Signals carry keys."""

    answered = Signal(str)  # an option
    lookup_wanted = Signal()  # a tool is to answer
    undone = Signal()

    def __init__(self, question: Question, last_answer: str, look: Look) -> None:
        """Show a question; `last_answer` names the one before, which can be taken back, or is empty."""
        super().__init__()
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setWidgetResizable(True)
        pass_over(self)
        self._question = question
        self.heading = label(question.text, "h1", wrap=True)
        self.options: list[QPushButton] = []
        self.day: TypedField | None = None
        self.look_up: QPushButton | None = None
        body = panel("ground")
        column = QVBoxLayout(body)
        self._column = column
        column.setSpacing(look.px(M))
        if last_answer:
            column.addWidget(undo_button(last_answer, self.undone.emit), 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.heading)
        if question.help:
            column.addWidget(label(question.help, "lead", wrap=True))
        column.addSpacing(look.px(S))
        self._add_answers(column, look)
        column.addStretch(1)
        for line in body.findChildren(QLabel):
            line.setMinimumWidth(1)  # else Qt asks for the width at which wrapped words look best
        body.setMaximumWidth(look.px(WIDEST))
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setWidget(body)

    def _add_answers(self, column: QVBoxLayout, look: Look) -> None:
        for number, option in enumerate(self._question.options, 1):
            button = CardButton(option.label, role="option", number=number)
            button.clicked.connect(lambda _=False, key=option.key: self.answered.emit(key))
            column.addWidget(button)
            self.options.append(button)
        if self._question.lookup is not None:
            counts = self._question.lookup.tool == CLOCK
            self.look_up = push_button(tr("Count it") if counts else tr("Look at the paper spot by spot"))
            self.look_up.clicked.connect(self.lookup_wanted.emit)
            column.addWidget(self.look_up)
        if self._question.dated:
            self.day = TypedField(
                tr("The day it happened"),
                tr("Or type the day here, such as 11/5/2019, Nov 5 or last Friday, and press Enter."),
                self._understood,
                look,
            )
            self.day.entered.connect(self._take_day)
            self.day.refused.connect(lambda: self.ensureWidgetVisible(self.day, 0, 0))
            column.addWidget(self.day)

    def _understood(self, typed: str) -> str:
        """A typed day in words.

        Raises:
            UsageError: it is none, or no answer to this question.
        """
        return day_words(option_on(self._question, typed, _today())[1])

    def _take_day(self, typed: str) -> None:
        self.answered.emit(option_on(self._question, typed, _today())[0].key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The margins give way first."""
        super().resizeEvent(event)
        side = max(L, min(XXXL, self.width() // 14))
        self._column.setContentsMargins(side, min(XXL, side), side, L)

    def take_focus(self) -> None:
        """Put the keyboard on the question and say it."""
        come_to(self.heading, self.heading.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit answers while the question or one of its answers has the keyboard, and nowhere else."""
        at = self.window().focusWidget()
        aimed = at is self.heading or at in self.options
        if aimed and event.text().isdecimal() and 1 <= int(event.text()) <= len(self.options):
            self.options[int(event.text()) - 1].click()
        else:
            super().keyPressEvent(event)


def undo_button(last_answer: str, action: object) -> QWidget:
    """A button that takes the last answer back, with its words."""
    short = last_answer if len(last_answer) <= _NAMED else f"{last_answer[: _NAMED - 1]}…"
    made = push_button(tr("Undo: {answer}").format(answer=short))
    made.setToolTip(tr("Take the last answer back (Backspace or Ctrl+Z)"))
    made.clicked.connect(action)
    return made


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the reader's own calendar day
