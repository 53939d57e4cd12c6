"""A small map of a flow: the way taken, what is still open, what fell away."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from rightsref.model.flow import Flow
from rightsref.reasoning.bearing import Bearing, bearing
from rightsref.reasoning.scenario import Progress, layers, option_of
from rightsref.ui.parts.look import Look
from rightsref.words import tr

_ROW, _NODE = 38, 7


class FlowMap(QWidget):
    """Draws questions as circles and outcomes as squares, row by row."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._flow: Flow | None = None
        self._rows: list[list[str]] = []
        self._way: tuple[str, ...] = ()
        self._open: set[str] = set()
        self.setAccessibleName(tr("Map of the questions"))

    def show_progress(self, flow: Flow, answers: Mapping[str, str], progress: Progress) -> None:
        """Show how far some answers have led."""
        self._flow = flow
        self._rows = layers(flow)
        end = progress.question.key if progress.question else progress.outcome.key if progress.outcome else ""
        self._way = (*(step.question.key for step in progress.steps), end)
        self._open = _reachable(flow, end, answers)
        told = tr("{done} questions answered, {open} more may follow")
        still = sum(key in flow.questions for key in self._open)
        self.setAccessibleDescription(told.format(done=len(progress.steps), open=still))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As high as its rows."""
        return QSize(240, self._look.px(_ROW) * max(1, len(self._rows)))

    def minimumSizeHint(self) -> QSize:
        """The same: a map that is cut tells nothing."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - all of it is small
        """Lines, then nodes."""
        if self._flow is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        places = self._places()
        taken = set(zip(self._way, self._way[1:], strict=False))
        for key, question in self._flow.questions.items():
            for option in question.options:
                self._paint_line(painter, places[key], places[option.goto], on_way=(key, option.goto) in taken)
        for key, spot in places.items():
            self._paint_node(painter, key, spot)

    def _places(self) -> dict[str, QPointF]:
        row = self._look.px(_ROW)
        places = {}
        for depth, keys in enumerate(self._rows):
            for n, key in enumerate(keys):
                places[key] = QPointF(self.width() * (n + 0.5) / len(keys), row * (depth + 0.5))
        return places

    def _paint_line(self, painter: QPainter, start: QPointF, end: QPointF, *, on_way: bool) -> None:
        c = self._look.colours
        painter.setPen(QPen(QColor(c.accent if on_way else c.muted), 3 if on_way else 1))
        painter.drawLine(start, end)

    def _paint_node(self, painter: QPainter, key: str, spot: QPointF) -> None:
        c, r = self._look.colours, self._look.px(_NODE)
        on_way, still = key in self._way, key in self._open
        painter.setPen(QPen(QColor(c.accent if on_way else c.muted), 2 if on_way or still else 1))
        painter.setBrush(QColor(self._fill(key) if key == self._way[-1] else c.accent_soft if on_way else c.surface))
        if self._flow is not None and key in self._flow.questions:
            painter.drawEllipse(spot, r, r)
        else:
            painter.drawRoundedRect(QRectF(spot.x() - r, spot.y() - r, 2 * r, 2 * r), 3, 3)

    def _fill(self, key: str) -> str:
        c = self._look.colours
        if self._flow is None or key not in self._flow.outcomes:
            return c.accent
        roles = {Bearing.CALM: c.accent, Bearing.CARE: c.warn, Bearing.STRONG: c.danger}
        return roles[bearing(self._flow.outcomes[key])]


def _reachable(flow: Flow, at: str, answers: Mapping[str, str]) -> set[str]:
    """What may still come after a question, later answers that stand already taken into account."""
    found: set[str] = set()
    waiting = [at]
    while waiting:
        key = waiting.pop()
        question = flow.questions.get(key)
        if question is None:
            continue
        given = key in answers and key != at
        options = (option_of(question, answers[key]),) if given else question.options
        for option in options:
            if option.goto not in found:
                found.add(option.goto)
                waiting.append(option.goto)
    return found
