"""One spot of a paper to look at: the question, what stands there on the paper picked, the answers, the trail."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from rightsref.model.flow import UNKNOWN
from rightsref.model.paper import Paper, PaperQuestion
from rightsref.reasoning.paper_check import Reading
from rightsref.ui.parts.cut import CutButton
from rightsref.ui.parts.flow_layout import FlowLayout
from rightsref.ui.parts.keyboard import come_to
from rightsref.ui.parts.look import XL, XS, L, Look, S
from rightsref.ui.parts.widgets import CardButton, label, panel, pass_over, push_button
from rightsref.words import tr

#: Letters on a small button.
_SHORT = 26


class PaperWalk(QScrollArea):
    """Shows the question that is open. Signals carry keys."""

    answered = Signal(str)  # a sign, or `unknown`
    changed = Signal(str)  # a question to ask again
    enough = Signal()  # take the rest as not known

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setWidgetResizable(True)
        pass_over(self)
        self.heading: QLabel | None = None

    @property
    def options(self) -> list[QPushButton]:
        """The answers on screen, in order."""
        return self.findChildren(QPushButton, "option")

    def show_question(self, reading: Reading, looks: Sequence[PaperQuestion], paper: Paper | None, look: Look) -> None:
        """Show the open question of a reading, one of the `looks`, and what `paper`, the one that is meant, has there."""
        question = reading.question
        if question is None:
            return
        body = panel("ground")
        column = QVBoxLayout(body)
        column.setContentsMargins(look.px(L), look.px(L), look.px(XL), L)
        column.setSpacing(look.px(S))
        column.addWidget(SeenRow(reading, looks, self.changed.emit))
        number = next(n for n, each in enumerate(looks, 1) if each.key == question.key)
        column.addWidget(label(tr("Look {n} of {all}").format(n=number, all=len(looks)), "muted"))
        self.heading = label(question.text, "h1", wrap=True)
        column.addWidget(self.heading)
        if question.help:
            column.addWidget(label(question.help, "lead", wrap=True))
        if paper is not None:
            column.addWidget(_on_this_paper(paper, question))
        column.addSpacing(look.px(S))
        signs = [(sign.key, sign.label) for sign in question.signs]
        for nth, (key, words) in enumerate([*signs, (UNKNOWN, tr("I can’t tell"))], 1):
            button = CardButton(words, role="option", number=nth)
            button.clicked.connect(lambda _=False, k=key: self.answered.emit(k))
            column.addWidget(button)
        if reading.seen:
            enough = push_button(tr("Enough: what is it?"))
            enough.clicked.connect(self.enough)
            column.addWidget(enough)
        column.addStretch(1)
        for line in body.findChildren(QLabel):
            line.setMinimumWidth(1)  # else Qt asks for the width at which wrapped words look best
        self.setWidget(body)

    def take_focus(self) -> None:
        """Put the keyboard on the question and say it."""
        if self.heading is not None:
            come_to(self.heading, self.heading.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit answers while the question or one of its answers has the keyboard, and nowhere else."""
        at, options = self.window().focusWidget(), self.options
        aimed = at is self.heading or at in options
        if aimed and event.text().isdecimal() and 1 <= int(event.text()) <= len(options):
            options[int(event.text()) - 1].click()
        else:
            super().keyPressEvent(event)


class SeenRow(QWidget):
    """What was seen so far, a small button a look under its fixed number; a press asks that look again."""

    def __init__(self, reading: Reading, looks: Sequence[PaperQuestion], ask_again: Callable[[str], None]) -> None:
        super().__init__()
        row = FlowLayout(self, gap=XS)
        numbers = {question.key: n for n, question in enumerate(looks, 1)}
        for seen in reading.seen:
            words = seen.sign.label if seen.sign else tr("I can’t tell")
            button = CutButton(f"{numbers[seen.question.key]}  {words}", "chip")
            button.setAccessibleName(f"{tr('Change')}: {seen.question.text}")
            button.setToolTip(f"{seen.question.text} {words}")
            button.clicked.connect(partial(ask_again, seen.question.key))
            row.addWidget(button)


def shortened(words: str) -> str:
    """Words that fit a small button."""
    return words if len(words) <= _SHORT else f"{words[: _SHORT - 1].rstrip()}…"


def _on_this_paper(paper: Paper, question: PaperQuestion) -> QWidget:
    field = paper.fields[question.key]
    words = label(role="note", wrap=True)
    words.setTextFormat(Qt.TextFormat.RichText)
    words.setText(
        f"<b>{escape(paper.title)}:</b> {escape(f'{field.here} {field.means.fact} ({field.means.citation})')}"
    )
    words.setAccessibleName(f"{paper.title}: {field.here} {field.means.fact}")
    return words
