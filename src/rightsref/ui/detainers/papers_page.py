"""The paper check: pick the paper that looks like yours or start from *I don't know*, look at it spot by spot, read what it is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from rightsref.errors import NotFoundError
from rightsref.model.address import Address
from rightsref.model.flow import UNKNOWN
from rightsref.model.paper import Paper
from rightsref.reasoning.bearing import call_now
from rightsref.reasoning.lookup import papers_left
from rightsref.reasoning.paper_check import Reading, read_paper
from rightsref.reasoning.saying import Said, paper_said
from rightsref.ui.detainers.paper_chooser import paper_chooser
from rightsref.ui.detainers.paper_document import build_pair, build_reading, headline
from rightsref.ui.detainers.paper_drawing import PaperDrawing
from rightsref.ui.detainers.paper_gallery import paper_gallery, papers_of
from rightsref.ui.detainers.paper_pane import PaperPane, paper_drawing
from rightsref.ui.detainers.paper_walk import PaperWalk, SeenRow, shortened
from rightsref.ui.detainers.photo_page import PhotoPage
from rightsref.ui.parts.asked_bar import AskedBar
from rightsref.ui.parts.call_strip import copied
from rightsref.ui.parts.closed_box import ClosedBox
from rightsref.ui.parts.copy_menu import answer_copies, copy_button
from rightsref.ui.parts.flow_layout import FlowLayout
from rightsref.ui.parts.keyboard import come_to, let_go
from rightsref.ui.parts.link import Link
from rightsref.ui.parts.look import L, M, S
from rightsref.ui.parts.page import PageHost
from rightsref.ui.parts.place import Pair, Place, SheetChoice, Walk
from rightsref.ui.parts.reader import Reader, reader_for
from rightsref.ui.parts.rich_text import RichText
from rightsref.ui.parts.riding import Riding
from rightsref.ui.parts.undo import bind_undo
from rightsref.ui.parts.widgets import PAD, CardButton, in_middle, panel, push_button
from rightsref.words import tr

#: Below this width drawing and words take turns.
BOTH_FROM = 760


class PapersPage(PhotoPage):
    """The gallery, a walk, an end, or two papers side by side."""

    def __init__(self, host: PageHost) -> None:
        super().__init__(host)
        self.papers = {paper.key: paper for paper in host.kb.papers(host.lang)}
        self.questions = host.kb.paper_questions(host.lang)
        self.reading: Reading | None = None
        self.picked: Paper | None = None
        self.answers: dict[str, str] = {}
        self._place = Place("papers")
        self.drawings: list[PaperDrawing] = []
        self.turn = push_button(tr("See the drawing"), checkable=True)
        self.turn.toggled.connect(self._fit)
        self._columns = QHBoxLayout()
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self.asked = AskedBar(host)
        whole.addWidget(self.asked)
        whole.addWidget(self.turn)
        whole.addLayout(self._columns, 1)
        self._shown: list[QWidget] = []
        self._land: Callable[[], object] = self.setFocus  # puts the keyboard on what is on screen
        bind_undo(self, self.undo)

    @property
    def text(self) -> Reader | None:
        """The text of an end or a comparison, if one is on screen."""
        return self.findChild(Reader)

    def show_place(self, place: Place, position: float = 0.0) -> None:  # noqa: ARG002 - pages here are short
        """Show the gallery, or what the place names.

        Raises:
            NotFoundError: there is no such paper.
        """
        named = papers_of(place)
        if not self.papers.keys() >= set(named):
            raise NotFoundError(tr("There is no drawing of that paper."))
        self._place, self.picked = place, self.papers[named[0]] if named else None
        self.answers = dict(place.state.given) if isinstance(place.state, Walk) else {}
        self.asked.ask(place)
        self._render()

    def answer(self, sign: str) -> None:
        """Answer the question on screen."""
        if self.reading is not None and self.reading.question is not None:
            self._walk({**self.answers, self.reading.question.key: sign})

    def begin(self) -> None:
        """A photo was dropped: look at it spot by spot, unless a paper is being looked at already."""
        if not isinstance(self._place.state, Walk) and self.picked is None:
            self._walk({})

    def undo(self) -> None:
        """Take the last look back."""
        if self.answers:
            self._ask_again(list(self.answers)[-1])

    def take_focus(self) -> None:
        """To the question, the words on a paper, the first of all papers, or one of the boxes over two."""
        self._land()

    # -- going -----------------------------------------------------------------------------------------------

    def _walk(self, answers: dict[str, str]) -> None:
        self.host.go(Place("papers", Walk.of(self.picked.key if self.picked else "", answers, self.asked.asked)))

    def _ask_again(self, question: str) -> None:
        self._walk({key: sign for key, sign in self.answers.items() if key != question})

    def _enough(self) -> None:
        self._walk({**{question.key: UNKNOWN for question in self.questions}, **self.answers})

    def _print(self, key: str) -> None:
        self.host.go(Place("sheets", SheetChoice(str(Address.of("paper", key)))))

    def _compare(self, one: str, other: str) -> None:
        self.host.go(Place("papers", Pair(one, other)))

    def _light(self, question: str) -> None:
        for drawing in self.drawings:
            drawing.light(self.papers[drawing.key].fields[question].spot)

    # -- drawing ---------------------------------------------------------------------------------------------

    def _render(self) -> None:
        at = next((nth for nth, box in enumerate(self.findChildren(ClosedBox)) if box.hasFocus()), 0)
        held = let_go(self)
        self._take_away()
        state = self._place.state
        if isinstance(state, Pair):
            self._show_pair(self.papers[state.one], self.papers[state.other])
            self._land = self.findChildren(ClosedBox)[at].setFocus
        elif isinstance(state, Walk):
            self._show_walk()
        elif self.picked is not None:
            self._show_end(read_paper([self.picked], self.questions, {}))
        else:
            gallery = paper_gallery(self.host, list(self.papers.values()))
            self._add(in_middle(gallery, self.host.look), 1)
            self._land = gallery.findChildren(CardButton)[0].setFocus
        if held is not None or (self.reading is not None and QGuiApplication.focusWindow() is not None):
            self.take_focus()

    def _take_away(self) -> None:
        self.put_desk_away()
        for widget in self._shown:
            self._columns.removeWidget(widget)
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        self._shown, self.drawings, self.reading = [], [], None
        self.turn.setChecked(False)

    def _add(self, widget: QWidget, stretch: int) -> None:
        self._columns.addWidget(widget, stretch)
        self._shown.append(widget)
        self._fit()

    def _fit(self) -> None:
        """Drawing and words side by side where there is room, else one of the two, as the reader turns it."""
        two = len(self._shown) > 1
        roomy = self.width() >= self.host.look.px(BOTH_FROM)
        self.turn.setVisible(two and not roomy)
        for nth, widget in enumerate(self._shown if two else ()):
            widget.setVisible(roomy or self.turn.isChecked() == (nth == 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One pane or two, by the width."""
        super().resizeEvent(event)
        self._fit()

    def _show_walk(self) -> None:
        reading = read_paper(list(self.papers.values()), self.questions, self.answers)
        if reading.question is None:
            self._show_end(reading)
            return
        self.reading = reading
        meant = self._meant(reading)
        self._add(self._drawings(meant), 5)
        walk = PaperWalk()
        walk.show_question(reading, self.questions, meant[0] if len(meant) == 1 else None, self.host.look)
        walk.answered.connect(self.answer)
        walk.changed.connect(self._ask_again)
        walk.enough.connect(self._enough)
        self._add(walk, 4)
        self._light(reading.question.key)
        self._land = walk.take_focus

    def _meant(self, reading: Reading) -> tuple[Paper, ...]:
        """The papers to show beside a question: the one picked as long as it fits, else all that fit or come nearest."""
        if self.picked is not None and self.picked in reading.fitting:
            return (self.picked,)
        return reading.fitting or reading.nearest

    def _drawings(self, papers: tuple[Paper, ...]) -> PaperPane:
        """The papers that may be meant, with the reader's photo beside them."""
        banner = ""
        if self.picked is not None and self.picked not in papers:
            banner = tr("Yours is not like {title}. It may be:").format(title=self.picked.title)
        sure = self.reading is None or bool(self.reading.fitting)
        pane = PaperPane(self.host.look, papers, self.desk, banner, sure=sure)
        self.drawings = pane.drawings
        return pane

    def _show_end(self, reading: Reading) -> None:
        self.reading = reading
        self.asked.found(papers_left(reading), self.answers)
        meant = self._meant(reading)
        self._add(self._drawings(meant), 4)
        calls = call_now(self.host.kb.contacts(self.host.lang))
        made = build_reading(reading, self.questions, self.host.look, self._said, calls)
        buttons = FlowLayout(gap=S)
        odd = reading.odd
        if odd is not None:
            self._button(
                buttons,
                tr("Look again: {look}").format(look=shortened(odd.question.text)),
                lambda: self._ask_again(odd.question.key),
                tr("Look again: {look}").format(look=odd.question.text),
            )
        one = meant[0] if len(meant) == 1 else None
        if one is not None:
            self._button(buttons, tr("Print this"), lambda: self._print(one.key))
            target = str(Address.of("paper", one.key))
            buttons.addWidget(copy_button(self.host, lambda: answer_copies(self.host, target), lambda: target))
            if not reading.seen:
                self._button(
                    buttons, tr("Check yours against it"), lambda: self.host.go(Place("papers", Walk(one.key)))
                )
            other = next(key for key in ("ao-442", "i-200", *self.papers) if key in self.papers and key != one.key)
            self._button(buttons, tr("Set beside another"), lambda: self._compare(one.key, other))
        self._button(buttons, tr("All papers"), lambda: self.host.go(Place("papers")))
        seen = SeenRow(reading, self.questions, self._ask_again) if reading.seen else None
        self._add(self._words(made, buttons, seen, headline(reading)), 5)
        if odd is not None:
            self._light(odd.question.key)

    def _said(self, paper: Paper) -> Said:
        return paper_said(self.host.kb, paper, self.host.lang)

    def _button(self, row: FlowLayout, title: str, action: Callable[[], None], spoken: str = "") -> None:
        button = push_button(title)
        button.setAccessibleName(spoken)
        button.setToolTip(spoken)
        button.clicked.connect(action)
        row.addWidget(button)

    def _show_pair(self, one: Paper, other: Paper) -> None:
        look = self.host.look
        both = panel("ground")
        row = QHBoxLayout(both)
        row.setContentsMargins(look.px(L), L, L, L)
        row.setSpacing(look.px(M))
        for paper in (one, other):
            column = QVBoxLayout()
            column.addWidget(paper_chooser(list(self.papers.values()), paper, one, other, self._compare))
            drawing = paper_drawing(paper, look)
            self.drawings.append(drawing)
            column.addWidget(drawing, 1)
            row.addLayout(column, 1)
        self._add(both, 7)
        buttons = FlowLayout(gap=S)
        self._button(buttons, tr("All papers"), lambda: self.host.go(Place("papers")))
        self._add(self._words(build_pair(one, other, self.questions, look), buttons), 5)

    def _do(self, link: Link) -> None:
        """A link of the text lights up a spot or copies a number."""
        if not copied(self.host, link):
            self._light(link.target)

    def _words(self, made: RichText, buttons: FlowLayout, above: QWidget | None = None, verdict: str = "") -> QWidget:
        """A text with its buttons below, and perhaps a row above; who comes to it is told the verdict."""
        text = reader_for(self.host, tr("What the paper is"), 620)
        text.setAccessibleDescription(verdict)
        self._land = lambda: come_to(text, verdict)
        text.asked.connect(self._do)
        text.show_document(made.document)
        body = panel("ground")
        column = QVBoxLayout(body)
        column.setContentsMargins(L - PAD, L, L, S)
        foot = QWidget()
        foot.setLayout(buttons)
        riding = Riding(body, text, above, foot)
        column.addLayout(riding.above)
        column.addWidget(text, 1)
        column.addLayout(riding.below)
        return body
