"""The left of a look at a paper: our drawing of what it may be, and the reader's own photo beside or below it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QVBoxLayout, QWidget

from rightsref.model.paper import Paper
from rightsref.ui.detainers.paper_drawing import PaperDrawing
from rightsref.ui.detainers.photo_desk import PhotoDesk
from rightsref.ui.parts.flow_layout import FlowLayout
from rightsref.ui.parts.look import XL, L, Look, M, S
from rightsref.ui.parts.widgets import label, panel, scrolled
from rightsref.words import tr

CANDIDATE, LARGE = 190, 280
#: So few that may still be meant are drawn large; where there is room all are, up to this width.
_FEW, _WIDEST = 3, 430
#: From this width on a photo stands beside the drawing, else below it.
BESIDE_FROM = 460


class PaperPane(QWidget):
    """The drawing, or the drawings where several papers may be meant.

    Attributes:
        drawings: those on screen.
    """

    def __init__(self, look: Look, papers: Sequence[Paper], desk: PhotoDesk, banner: str, *, sure: bool) -> None:
        """Make the pane.

        Args:
            look: sizes.
            papers: the papers that may be meant.
            desk: holds the reader's photo; it outlives the pane.
            banner: what is to be said above all; empty for nothing.
            sure: whether they fit what was seen; else they only come nearest.
        """
        super().__init__()
        self.setObjectName("ground")
        self._look, self._desk = look, desk
        self.drawings: list[PaperDrawing] = []
        self._titles: list[QLabel] = []  # below the drawings, where there are several
        self._least = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(XL), L, L, L)
        column.setSpacing(look.px(S))
        if banner:
            column.addWidget(label(banner, "banner", wrap=True))
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._row.setSpacing(look.px(M))
        column.addLayout(self._row, 1)
        self._row.addWidget(self._one(papers[0], sure=sure) if len(papers) == 1 else self._several(papers), 1)
        self._row.addWidget(desk)
        desk.show()
        desk.changed.connect(self.arrange)
        self.arrange()

    def _one(self, paper: Paper, *, sure: bool) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        named = paper.title if sure else tr("Most like {title}").format(title=paper.title)
        column.addWidget(label(named, "h2", wrap=True))
        column.addWidget(self._drawing(paper), 1)
        return made

    def _several(self, papers: Sequence[Paper]) -> QWidget:
        body = panel("ground")
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(label(tr("It can still be one of {n}").format(n=len(papers)), "h2"))
        cards = QWidget()
        row = FlowLayout(cards, gap=self._look.px(M))
        self._least = self._look.px(CANDIDATE if len(papers) > _FEW else LARGE)
        for paper in papers:
            row.addWidget(self._candidate(paper, self._least))
        column.addWidget(cards)
        column.addStretch(1)
        return scrolled(body, tr("Drawings of the papers"))

    def _candidate(self, paper: Paper, width: int) -> QWidget:
        made = panel("ground")
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._drawing(paper, width))
        words = label(paper.title, "muted", wrap=True)
        words.setFixedWidth(width)
        self._titles.append(words)
        column.addWidget(words)
        return made

    def _fill_rows(self) -> None:
        """Of several drawings as many to a row as have room, and as large as fill it."""
        room, gap = self.width() - self._look.px(XL) - 2 * L, self._look.px(M)
        columns = max(1, min(len(self._titles), (room + gap) // (self._least + gap)))
        width = max(self._least, min(self._look.px(_WIDEST), (room - (columns - 1) * gap) // columns))
        for drawing, title in zip(self.drawings, self._titles, strict=False):
            drawing.draw_at(width)
            title.setFixedWidth(width)

    def _drawing(self, paper: Paper, width: int = 0) -> PaperDrawing:
        made = paper_drawing(paper, self._look, width)
        self.drawings.append(made)
        return made

    def arrange(self) -> None:
        """The photo beside the drawing where both have room."""
        has, wide = self._desk.image is not None, self.width() >= self._look.px(BESIDE_FROM)
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.LeftToRight if has and wide else ways.TopToBottom)
        self._row.setStretch(1, 1 if has else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside or below, large or small, by the width."""
        super().resizeEvent(event)
        self.arrange()
        if self._titles:
            self._fill_rows()


def paper_drawing(paper: Paper, look: Look, width: int = 0) -> PaperDrawing:
    """The drawing of a paper, with its words for whoever cannot see it; as large as has room if no width is given."""
    made = PaperDrawing(paper.key, look, width)
    made.setAccessibleName(tr("Drawing of {title}. {words}").format(title=paper.title, words=paper.looks_like))
    return made
