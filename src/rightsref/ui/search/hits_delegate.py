"""Paints a hit: title, citation, the line that answers, its marks; matches on a tinted ground."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from rightsref.model.law import Level, Status
from rightsref.search.results import Hit
from rightsref.search.snippet import Span
from rightsref.ui.parts.look import RADIUS, T14, T16, Look, M, S
from rightsref.ui.search.hits_model import Role, marks_of

_Index = QModelIndex | QPersistentModelIndex


class _Face(NamedTuple):
    """How one of a hit's texts is set, and in how many lines at most."""

    size: int
    weight: QFont.Weight
    lines: int


_LABEL = _Face(T14, QFont.Weight.Bold, 1)
_TITLE = _Face(T16, QFont.Weight.DemiBold, 2)
_SNIPPET = _Face(T16, QFont.Weight.Normal, 4)


class HitsDelegate(QStyledItemDelegate):
    """Lays out and paints hits at the width of their list."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._heights: dict[tuple[str, str, int], int] = {}
        self._layout = lru_cache(maxsize=200)(self._lay_out)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """As wide as the list, as high as its words."""
        hit: Hit = index.data(Role.HIT)
        view = option.widget
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else option.rect.width()
        key = (hit.address, hit.snippet, width)
        if key not in self._heights:
            pad = self._look.px(M)
            inner = width - 2 * pad - 2 * S
            heights = (layout.boundingRect().height() for layout in self._layouts(hit, inner))
            marks = self._look.px(T14) * 1.5
            self._heights[key] = round(sum(heights) + marks + 2 * pad + 10 + 4)
        return QSize(width, self._heights[key])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """One hit."""
        hit: Hit = index.data(Role.HIT)
        c, pad = self._look.colours, self._look.px(M)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = QRectF(option.rect).adjusted(S, 2, -S, -2)
        state = option.state
        chosen, hovered = (
            bool(state & QStyle.StateFlag.State_Selected),
            bool(state & QStyle.StateFlag.State_MouseOver),
        )
        if chosen or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(c.accent_soft if chosen else c.ground))
            painter.drawRoundedRect(card, RADIUS, RADIUS)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(c.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(card.adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        y = card.top() + pad - 2
        inner = round(card.width() - 2 * pad)
        for layout in self._layouts(hit, inner):
            layout.draw(painter, QPointF(card.left() + pad, y))
            y += layout.boundingRect().height() + 3
        self._paint_marks(painter, hit, QRect(round(card.left() + pad), round(y + 1), inner, self._look.px(20)))
        painter.restore()

    def _paint_marks(self, painter: QPainter, hit: Hit, rect: QRect) -> None:
        c = self._look.colours
        painter.setFont(self._look.font(T14, QFont.Weight.DemiBold))
        doubtful = hit.level != Level.OFFICIAL or hit.status != Status.IN_FORCE
        words = marks_of(hit)
        painter.setPen(QColor(c.muted))
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), words[0])
        if len(words) > 1:
            shift = painter.fontMetrics().horizontalAdvance(words[0] + "   ")
            painter.setPen(QColor(c.danger if hit.status == Status.SUPERSEDED else c.warn if doubtful else c.muted))
            tail = painter.fontMetrics().elidedText(
                " · ".join(words[1:]), Qt.TextElideMode.ElideRight, rect.width() - shift
            )
            painter.drawText(
                rect.adjusted(shift, 0, 0, 0),
                int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter),
                tail,
            )

    def _layouts(self, hit: Hit, width: int) -> tuple[QTextLayout, ...]:
        c = self._look.colours
        return (
            self._layout(hit.label, (), _LABEL, c.accent, width),
            self._layout(hit.title, hit.title_spans, _TITLE, c.text, width),
            self._layout(hit.snippet, hit.snippet_spans, _SNIPPET, c.muted, width),
        )

    def _lay_out(self, text: str, spans: tuple[Span, ...], face: _Face, colour: str, width: int) -> QTextLayout:
        """Words wrapped to a width and a number of lines, matches marked; kept, since they are measured, then painted."""
        layout = QTextLayout(text, self._look.font(face.size, face.weight))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        whole = QTextCharFormat()
        whole.setForeground(QColor(colour))
        matched = QTextCharFormat()
        matched.setForeground(QColor(self._look.colours.text))
        matched.setBackground(QColor(self._look.colours.match))
        formats = [_range(0, len(text), whole), *(_range(s.start, s.end - s.start, matched) for s in spans)]
        layout.setFormats(formats)
        layout.beginLayout()
        y = 0.0
        for _ in range(face.lines):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(max(40, width))
            line.setPosition(QPointF(0, y))
            y += line.height()
        layout.endLayout()
        return layout


def _range(start: int, length: int, fmt: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, length, fmt
    return made
