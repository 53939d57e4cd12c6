"""Above a tool that was opened from a question of a scenario: the question, the answer that was found, the way back with it."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from PySide6.QtWidgets import QVBoxLayout, QWidget

from rightsref.model.flow import Option, Question
from rightsref.reasoning.lookup import answer_found
from rightsref.ui.parts.flow_layout import FlowLayout
from rightsref.ui.parts.look import XL, M, S
from rightsref.ui.parts.page import PageHost
from rightsref.ui.parts.place import Answers, Asked, ClockState, Place, Walk
from rightsref.ui.parts.widgets import label, push_button
from rightsref.words import tr


class AskedBar(QWidget):
    """Hidden as long as nothing is asked."""

    def __init__(self, host: PageHost) -> None:
        super().__init__()
        self._host = host
        self._asked: Asked | None = None
        self._question: Question | None = None
        self.answer: Option | None = None
        self.setObjectName("surface")
        self.words = label("", wrap=True)
        self.use = push_button(tr("Use this answer"))
        self.use.clicked.connect(self._use)
        self.back = push_button(tr("Back to the question"))
        self.back.clicked.connect(lambda: self._go({}))
        buttons = FlowLayout(gap=S)
        buttons.addWidget(self.use)
        buttons.addWidget(self.back)
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, M, XL, M)
        column.setSpacing(S)
        column.addWidget(self.words)
        column.addLayout(buttons)
        self.hide()

    @property
    def asked(self) -> Asked | None:
        """The question that the tool is to answer, if there is one."""
        return self._asked

    def ask(self, place: Place) -> None:
        """Show the question that a place was opened for, if it was; nothing is found yet."""
        asked = place.state.asked if isinstance(place.state, Walk | ClockState) else None
        if asked != self._asked:
            self._asked = asked
            flow = self._host.kb.flow(asked.flow, self._host.lang) if asked else None
            self._question = flow.questions.get(asked.question) if flow and asked else None
        self.setVisible(self._question is not None)
        self.found(())

    def found(self, found: Collection[str], seen: Mapping[str, str] | None = None) -> None:
        """Say what the answer is, by what was found and seen."""
        if self._question is None:
            return
        self.answer = answer_found(self._question, found, seen or {})
        said = self.answer.label if self.answer else tr("not settled yet")
        self.words.setText(f"{self._question.text} → {said}")
        self.use.setVisible(self.answer is not None)

    def _use(self) -> None:
        if self.answer is not None and self._asked is not None:
            self._go({self._asked.question: self.answer.key})
            self._host.announce(tr("Filled in: {answer}").format(answer=self.answer.label))

    def _go(self, more: dict[str, str]) -> None:
        if self._asked is not None:
            self._host.go(Place("scenarios", Answers.of(self._asked.flow, {**dict(self._asked.given), **more})))
