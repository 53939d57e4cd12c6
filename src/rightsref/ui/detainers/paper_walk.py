"""One spot of a paper to look at: the question, what stands there on the paper picked, the answers, the trail."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from rightsref.model.flow import UNKNOWN
from rightsref.model.paper import Paper, PaperQuestion
from rightsref.reasoning.paper_check import Reading
from rightsref.ui.parts.look import XL, L, Look, M, S
from rightsref.ui.parts.widgets import CardButton, answered, label, panel, push_button
from rightsref.words import tr


class PaperWalk(QScrollArea):
    """Shows the question that is open. Signals carry keys."""

    answered = Signal(str)  # a sign, or `unknown`
    changed = Signal(str)  # a question to ask again
    enough = Signal()  # take the rest as not known

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setWidgetResizable(True)

    @property
    def options(self) -> list[QPushButton]:
        """The answers on screen, in order."""
        return self.findChildren(QPushButton, "option")

    def show_question(self, reading: Reading, total: int, paper: Paper | None, look: Look) -> None:
        """Show the open question of a reading out of `total`, and what `paper`, the one that is meant, has there."""
        question = reading.question
        if question is None:
            return
        body = panel("ground")
        column = QVBoxLayout(body)
        column.setContentsMargins(look.px(L), look.px(XL), look.px(XL), L)
        column.setSpacing(look.px(S))
        column.addWidget(label(tr("Look {n} of {all}").format(n=len(reading.seen) + 1, all=total), "muted"))
        column.addWidget(label(question.text, "h1", wrap=True))
        if question.help:
            column.addWidget(label(question.help, "lead", wrap=True))
        if paper is not None:
            column.addWidget(_on_this_paper(paper, question))
        column.addSpacing(look.px(S))
        signs = [(sign.key, sign.label) for sign in question.signs]
        for number, (key, words) in enumerate([*signs, (UNKNOWN, tr("I can’t tell"))], 1):
            button = CardButton(f"{number}   {words}", role="option")
            button.setAccessibleName(words)
            button.clicked.connect(lambda _=False, k=key: self.answered.emit(k))
            column.addWidget(button)
        column.addSpacing(look.px(M))
        self._trail(column, reading)
        column.addStretch(1)
        for line in body.findChildren(QLabel):
            line.setMinimumWidth(1)  # else Qt asks for the width at which wrapped words look best
        self.setWidget(body)

    def _trail(self, column: QVBoxLayout, reading: Reading) -> None:
        if not reading.seen:
            return
        enough = push_button(tr("Enough: what is it?"))
        enough.clicked.connect(self.enough)
        column.addWidget(enough)
        column.addWidget(label(tr("What you saw"), "h2"))
        for seen in reading.seen:
            words = seen.sign.label if seen.sign else tr("I can’t tell")
            column.addLayout(answered(seen.question.text, words, partial(self.changed.emit, seen.question.key)))


def _on_this_paper(paper: Paper, question: PaperQuestion) -> QWidget:
    field = paper.fields[question.key]
    words = label(f"<b>{paper.title}:</b> {field.here} {field.means.fact} ({field.means.citation})", "note", wrap=True)
    words.setAccessibleName(f"{paper.title}: {field.here} {field.means.fact}")
    return words
