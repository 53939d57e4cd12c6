"""Paints the outline: jurisdictions as small titles, sources in bold, sections with their citation above."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QWidget

from rightsref.ui.parts import icons
from rightsref.ui.parts.look import RADIUS, T14, T16, Look, M, S
from rightsref.words import tr

_Index = QModelIndex | QPersistentModelIndex


class OutlineRole(IntEnum):
    """What an outline item carries beyond its words."""

    KIND = Qt.ItemDataRole.UserRole + 1  # title, source or section
    CITATION = Qt.ItemDataRole.UserRole + 2
    ADDRESS = Qt.ItemDataRole.UserRole + 3
    PAST = Qt.ItemDataRole.UserRole + 4


class OutlineDelegate(QStyledItemDelegate):
    """Lays out and paints outline items at the width of their tree."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look

    def _fonts(self, kind: str) -> tuple[QFont, QFont]:
        """Fonts of the citation line and of the title."""
        font = self._look.font
        if kind == "title":
            return font(T14), font(T14, QFont.Weight.Bold)
        if kind == "source":
            return font(T14), font(T16, QFont.Weight.Bold)
        return font(T14), font(T16)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """As wide as the tree, as high as the words."""
        kind, citation = index.data(OutlineRole.KIND), index.data(OutlineRole.CITATION)
        small, large = self._fonts(kind)
        view = option.widget
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else 260
        inner = self._inner(QRect(0, 0, width, 0), kind).width()
        height = (
            QFontMetrics(large)
            .boundingRect(QRect(0, 0, inner, 4_000), int(Qt.TextFlag.TextWordWrap), self._title(index))
            .height()
        )
        height += QFontMetrics(small).height() if citation else 0
        return QSize(width, height + self._look.px(M + (6 if kind == "title" else 2)))

    def _inner(self, rect: QRect, kind: str) -> QRect:
        pad = self._look.px(M)
        left = pad + (self._look.px(18) if kind == "section" else 0)
        right = pad + (self._look.px(18) if kind == "source" else 0)
        return rect.adjusted(left, 0, -right, 0)

    @staticmethod
    def _title(index: _Index) -> str:
        title = str(index.data(Qt.ItemDataRole.DisplayRole))
        return f"{title} ({tr('no longer the law')})" if index.data(OutlineRole.PAST) else title

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """One item."""
        kind, citation = index.data(OutlineRole.KIND), index.data(OutlineRole.CITATION)
        c, rect, state = self._look.colours, option.rect, option.state
        small, large = self._fonts(kind)
        chosen = bool(state & QStyle.StateFlag.State_Selected) and kind == "section"
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = QRectF(rect).adjusted(2, 1, -S, -1)
        if chosen or (state & QStyle.StateFlag.State_MouseOver and kind != "title"):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(c.accent_soft if chosen else c.ground))
            painter.drawRoundedRect(card, RADIUS, RADIUS)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(c.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(card.adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        inner = self._inner(rect, kind).adjusted(0, self._look.px(6), 0, 0)
        if citation:
            painter.setFont(small)
            painter.setPen(QColor(c.muted))
            height = QFontMetrics(small).height()
            shown = QFontMetrics(small).elidedText(citation, Qt.TextElideMode.ElideRight, inner.width())
            painter.drawText(QRect(inner.left(), inner.top(), inner.width(), height), 0, shown)
            inner.adjust(0, height, 0, 0)
        if chosen:
            large.setWeight(QFont.Weight.DemiBold)
        painter.setFont(large)
        painter.setPen(QColor(c.muted if kind == "title" or index.data(OutlineRole.PAST) else c.text))
        painter.drawText(inner, int(Qt.TextFlag.TextWordWrap), self._title(index))
        if kind == "source" and isinstance(option.widget, QTreeView):
            self._paint_arrow(painter, rect, index, option.widget)
        painter.restore()

    def _paint_arrow(self, painter: QPainter, rect: QRect, index: _Index, view: QTreeView) -> None:
        name = "down" if view.isExpanded(QModelIndex(index)) else "forward"  # type: ignore[arg-type]  # Qt takes either kind
        size = self._look.px(16)
        painter.drawPixmap(
            rect.right() - size - self._look.px(M),
            rect.top() + self._look.px(10),
            icons.pixmap(name, self._look.colours.muted, size),
        )
