"""A box for a caller's own words, and the scenarios that they ask for, each with the answers that they already give."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from rightsref.model.typed import MAX_LENGTH
from rightsref.ui.parts.cut import CutLabel
from rightsref.ui.parts.flow_layout import FlowLayout
from rightsref.ui.parts.keyboard import say
from rightsref.ui.parts.look import M, S
from rightsref.ui.parts.page import PageHost
from rightsref.ui.parts.place import Answers, Place
from rightsref.ui.parts.timers import timer
from rightsref.ui.parts.widgets import CardButton, label
from rightsref.words import tr

if TYPE_CHECKING:
    from rightsref.model.heard import Suggestion

#: A sentence is listened to after this pause, in milliseconds.
_PAUSE = 200
#: Fewer words are no sentence yet; nothing is said of what they do not give.
_FEWEST = 4


class OwnWords(QWidget):
    """The box with its suggestions; `told` says that the words were changed, after a pause."""

    told = Signal()

    def __init__(self, host: PageHost, words: str = "") -> None:
        super().__init__()
        self._host = host
        self.suggestions: tuple[Suggestion, ...] = ()
        self._pause = timer(self, _PAUSE, once=True)
        self._pause.timeout.connect(self.listen)
        self.box = QLineEdit(words)
        self.box.setPlaceholderText(tr("Tell what happened in your own words"))
        self.box.setAccessibleName(tr("Tell what happened in your own words"))
        self.box.setMaxLength(MAX_LENGTH)
        self.box.textEdited.connect(lambda _: self._pause.start())
        self.box.returnPressed.connect(self._enter)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(host.look.px(S))
        self._column.addWidget(self.box)
        self._shown: list[QWidget] = []
        if words:
            self.listen()

    @property
    def cards(self) -> list[CardButton]:
        """The suggestions on screen, in order."""
        return [widget for widget in self._shown if isinstance(widget, CardButton)]

    def tell(self, words: str) -> None:
        """Put words into the box and listen to them."""
        if words != self.box.text():
            self.box.setText(words)
            self.listen()

    def listen(self) -> None:
        """Offer what the words ask for."""
        from rightsref.reasoning.hearing import suggest  # with its phrases only for whoever tells something

        self._pause.stop()
        words = self.box.text()
        self.suggestions = suggest(self._host.kb, words, self._host.lang)
        for widget in self._shown:
            self._column.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._shown = [self._card(suggestion) for suggestion in self.suggestions]
        if self.suggestions:
            filled = tr("Only what the words say is filled in; every answer can be changed. Nothing is kept.")
            self._shown.append(label(filled, "muted", wrap=True))
        elif len(words.split()) >= _FEWEST:
            self._shown.append(
                label(tr("No scenario is sure to fit these words. Choose one below."), "muted", wrap=True)
            )
        for widget in self._shown:
            self._column.addWidget(widget)
        if self._shown:
            offered = [suggestion.title for suggestion in self.suggestions]
            say(self.box, ". ".join([*offered, *(each.text() for each in self._shown if isinstance(each, QLabel))]))
        self.told.emit()

    def _enter(self) -> None:
        """Open the scenario that fits best."""
        self.listen()
        if self.suggestions:
            self._open(self.suggestions[0])

    def _open(self, suggestion: Suggestion) -> None:
        self._host.go(Place("scenarios", Answers.of(suggestion.flow, suggestion.answers)))

    def _card(self, suggestion: Suggestion) -> CardButton:
        """A suggestion as one large button: its title, and a chip for each answer."""
        chips = self._chips(suggestion)
        card = CardButton(suggestion.title, below=chips)
        answers = "; ".join(chip.toolTip() for chip in chips.findChildren(QWidget)) if chips else ""
        card.setAccessibleDescription(answers)
        card.clicked.connect(lambda: self._open(suggestion))
        return card

    def _chips(self, suggestion: Suggestion) -> QWidget | None:
        """What was heard; an answer that several questions share stands once."""
        questions = self._host.kb.flow(suggestion.flow, self._host.lang).questions
        shown: dict[str, str] = {}
        for heard in suggestion.heard:
            question = questions[heard.question]
            option = next(option.label for option in question.options if option.key == heard.option)
            shown.setdefault(option, f"{question.text} {option} (“{heard.words}”)")
        if not shown:
            return None
        row = QWidget()
        layout = FlowLayout(row, gap=self._host.look.px(M // 2))
        for option, tip in shown.items():
            chip = CutLabel(option, "heard")
            chip.setToolTip(tip)
            layout.addWidget(chip)
        return row
