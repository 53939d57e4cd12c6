"""Paints the path of a detainer: numbered stages on one line, and the ways where it parts."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from rightsref.model.stage import Stage
from rightsref.ui.parts.look import RADIUS, T14, T16, L, Look, M, S
from rightsref.words import tr

_Index = QModelIndex | QPersistentModelIndex
#: An item carries its stage here.
STAGE = Qt.ItemDataRole.UserRole + 1
#: Short names of the ways, as they stand in the drawing.
_WAYS = {"illinois": "Illinois", "elsewhere": "Other state", "agreement": "287(g) place"}
_DOT, _GUTTER = 13, 46


class PathDelegate(QStyledItemDelegate):
    """Each item is a stage; the line runs through all of them."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look

    def _fonts(self) -> tuple[QFont, QFont]:
        return self._look.font(T16, QFont.Weight.Bold), self._look.font(T14)

    def _inner(self, rect: QRect) -> QRect:
        px = self._look.px
        return rect.adjusted(px(_GUTTER) + M, px(M), -L, -px(M))

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """As wide as the list, as high as the words."""
        stage: Stage = index.data(STAGE)
        view = option.widget
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else 320
        bold, small = self._fonts()
        inner = self._inner(QRect(0, 0, width, 0)).width()
        height = _height(bold, stage.box, inner) + _height(small, stage.who, inner) + 2 * self._look.px(M) + S
        return QSize(width, height + (self._ways_height(inner) + S if stage.ways else 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """The line, the number, the box."""
        stage: Stage = index.data(STAGE)
        c, rect = self._look.colours, option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_line(painter, rect, index, chosen=chosen)
        card = QRectF(rect.adjusted(self._look.px(_GUTTER), 3, -M, -3))
        painter.setPen(QPen(QColor(c.accent if chosen else c.line), 2 if chosen else 1))
        painter.setBrush(QColor(c.accent_soft if chosen else c.surface))
        painter.drawRoundedRect(card, RADIUS, RADIUS)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(c.text), 1, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(card.adjusted(4, 4, -4, -4), RADIUS - 3, RADIUS - 3)
        self._paint_words(painter, self._inner(rect), stage)
        painter.restore()

    def _paint_line(self, painter: QPainter, rect: QRect, index: _Index, *, chosen: bool) -> None:
        c, px = self._look.colours, self._look.px
        x, y, dot = rect.left() + px(_GUTTER) / 2, rect.center().y(), px(_DOT)
        last = index.row() == index.model().rowCount() - 1
        painter.setPen(QPen(QColor(c.muted), 2))
        painter.drawLine(QPointF(x, rect.top() if index.row() else y), QPointF(x, y if last else rect.bottom() + 1))
        painter.setPen(QPen(QColor(c.accent), 2))
        painter.setBrush(QColor(c.accent if chosen else c.surface))
        painter.drawEllipse(QPointF(x, y), dot, dot)
        painter.setPen(QColor(c.on_accent if chosen else c.accent))
        painter.setFont(self._look.font(T14, QFont.Weight.Bold))
        painter.drawText(QRectF(x - dot, y - dot, 2 * dot, 2 * dot), Qt.AlignmentFlag.AlignCenter, str(index.row() + 1))

    def _paint_words(self, painter: QPainter, inner: QRect, stage: Stage) -> None:
        c = self._look.colours
        bold, small = self._fonts()
        height = _height(bold, stage.box, inner.width())
        painter.setFont(bold)
        painter.setPen(QColor(c.text))
        painter.drawText(inner, int(Qt.TextFlag.TextWordWrap), stage.box)
        inner = inner.adjusted(0, height, 0, 0)
        painter.setFont(small)
        painter.setPen(QColor(c.muted))
        painter.drawText(inner, int(Qt.TextFlag.TextWordWrap), stage.who)
        if stage.ways:
            self._paint_ways(painter, inner.adjusted(0, _height(small, stage.who, inner.width()) + S, 0, 0), stage)

    def _paint_ways(self, painter: QPainter, inner: QRect, stage: Stage) -> None:
        """Where the path parts: one lozenge for each way, in rows like words."""
        c = self._look.colours
        for way, spot in zip(stage.ways, self._way_spots(inner.width()), strict=True):
            spot.translate(inner.topLeft())
            painter.setPen(QPen(QColor(c.accent), 1))
            painter.setBrush(QColor(c.surface))
            painter.drawRoundedRect(QRectF(spot), spot.height() / 2, spot.height() / 2)
            painter.setPen(QColor(c.accent))
            painter.drawText(spot, Qt.AlignmentFlag.AlignCenter, tr(_WAYS[way.where]))

    def _way_spots(self, width: int) -> list[QRect]:
        """Where the lozenges stand, from the upper left."""
        metrics = QFontMetrics(self._fonts()[1])
        height, x, y = metrics.height() + 4, 0, 0
        spots = []
        for words in _WAYS.values():
            wide = metrics.horizontalAdvance(tr(words)) + 2 * M
            if x and x + wide > width:
                x, y = 0, y + height + 4
            spots.append(QRect(x, y, wide, height))
            x += wide + 6
        return spots

    def _ways_height(self, width: int) -> int:
        return self._way_spots(width)[-1].bottom() + 1


def _height(font: QFont, words: str, width: int) -> int:
    return QFontMetrics(font).boundingRect(QRect(0, 0, width, 4_000), int(Qt.TextFlag.TextWordWrap), words).height()
