"""The timeline drawn along an axis: a lane for each jurisdiction, a dot for each event."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from rightsref.model.law import Jurisdiction
from rightsref.model.reference import TimelineEvent
from rightsref.ui.parts.look import T12, T14, L, Look, S
from rightsref.words import tr
from rightsref.words.labels import JURISDICTIONS

#: Pixels for a day, smallest to largest.
SCALES = (0.03, 0.06, 0.12, 0.25, 0.5, 1.0, 2.0, 4.0)
_LANES = tuple(Jurisdiction)
_LANE, _AXIS, _SIDE, _DOT = 84, 34, 96, 6


class TimelineView(QWidget):
    """Draws events; arrow keys go from one to the next, Enter and a click choose."""

    chosen = Signal(int)

    def __init__(self, events: list[TimelineEvent], look: Look) -> None:
        super().__init__()
        self._events = events
        self._days = [date.fromisoformat(event.date).toordinal() for event in events]
        self._look = look
        self._scale = 3
        self._current = len(events) - 1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Timeline; the list below holds the same events"))
        self._resize()

    @property
    def scale(self) -> int:
        """Which of `SCALES` is in use."""
        return self._scale

    def zoom(self, steps: int) -> None:
        """Draw the days wider or narrower."""
        self._scale = max(0, min(len(SCALES) - 1, self._scale + steps))
        self._resize()

    def choose(self, index: int) -> None:
        """Mark an event as the current one."""
        self._current = index
        self.update()

    def place_of(self, index: int) -> QPoint:
        """Where an event's dot is drawn."""
        px = self._look.px
        lane = _LANES.index(self._events[index].jurisdiction)
        x = px(_SIDE) + round((self._days[index] - self._days[0]) * SCALES[self._scale] * self._look.chrome)
        return QPoint(x, px(_AXIS) + lane * px(_LANE) + px(22))

    def _resize(self) -> None:
        px = self._look.px
        width = self.place_of(len(self._events) - 1).x() + px(220) if self._events else px(400)
        self.setFixedSize(QSize(width, px(_AXIS) + len(_LANES) * px(_LANE) + px(S)))
        self.update()

    # -- Qt's own ------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Lanes, years, dots; titles where there is room for them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), QColor(self._look.colours.surface))
        self._paint_years(painter, event.rect())
        self._paint_lines(painter, event.rect())
        room: dict[tuple[Jurisdiction, int], int] = {}
        for index in range(len(self._events)):
            if index != self._current:
                self._paint_event(painter, index, room)
        if self._events:
            self._paint_event(painter, self._current, {})
        self._paint_lanes(painter)

    def _paint_years(self, painter: QPainter, shown: QRect) -> None:
        c, px = self._look.colours, self._look.px
        painter.setFont(self._look.font(T12))
        every = next(n for n in (1, 2, 5, 10, 20) if n * 365 * SCALES[self._scale] * self._look.chrome > px(54))
        first = date.fromordinal(self._days[0]).year if self._days else 2000
        for year in range(first - first % every + every, 2100, every):
            day = date(year, 1, 1).toordinal() - self._days[0]
            x = px(_SIDE) + round(day * SCALES[self._scale] * self._look.chrome)
            if x > self.width() - px(160):
                break
            if x < shown.left() - px(60):
                continue
            painter.setPen(QPen(QColor(c.line), 1))
            painter.drawLine(x, px(_AXIS) - S, x, self.height())
            painter.setPen(QColor(c.muted))
            painter.drawText(x + 4, px(_AXIS) - px(12), str(year))

    def _paint_lines(self, painter: QPainter, shown: QRect) -> None:
        px = self._look.px
        painter.setPen(QPen(QColor(self._look.colours.line), 1))
        for lane in range(len(_LANES)):
            y = px(_AXIS) + lane * px(_LANE)
            painter.drawLine(shown.left(), y, shown.right(), y)
            painter.drawLine(shown.left(), y + px(22), shown.right(), y + px(22))

    def _paint_lanes(self, painter: QPainter) -> None:
        """The lanes' names, over whatever lies beneath at the left edge."""
        c, px = self._look.colours, self._look.px
        painter.setFont(self._look.font(T14, QFont.Weight.Bold))
        left = max(0, self.visibleRegion().boundingRect().left())
        painter.fillRect(QRect(left, px(_AXIS) + 1, px(_SIDE) - px(24), self.height()), QColor(c.surface))
        painter.setPen(QColor(c.muted))
        for lane, jurisdiction in enumerate(_LANES):
            painter.drawText(left + px(S), px(_AXIS) + lane * px(_LANE) + px(28), tr(JURISDICTIONS[jurisdiction]))

    def _paint_event(self, painter: QPainter, index: int, room: dict[tuple[Jurisdiction, int], int]) -> None:
        c, px = self._look.colours, self._look.px
        event, spot, current = self._events[index], self.place_of(index), index == self._current
        painter.setPen(QPen(QColor(c.surface), 2))
        painter.setBrush(QColor(c.danger if current else c.accent))
        radius = px(_DOT + 2) if current else px(_DOT)
        painter.drawEllipse(spot, radius, radius)
        if current and self.hasFocus():
            painter.setPen(QPen(QColor(c.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(spot, radius + 4, radius + 4)
        painter.setFont(self._look.font(T12, QFont.Weight.DemiBold if current else QFont.Weight.Normal))
        metrics = QFontMetrics(painter.font())
        words = metrics.elidedText(event.title, Qt.TextElideMode.ElideRight, px(170))
        for row in range(2):
            key = (event.jurisdiction, row)
            if current or spot.x() - px(4) >= room.get(key, 0):
                room[key] = spot.x() + metrics.horizontalAdvance(words) + px(L)
                if current:
                    ground = QRect(spot.x() - px(8), spot.y() + px(11), room[key] - spot.x() + px(S), px(18))
                    painter.fillRect(ground, QColor(c.surface))
                painter.setPen(QColor(c.text if current else c.muted))
                painter.drawText(spot.x() - px(4), spot.y() + px(24) + row * px(18), words)
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right go from event to event; plus and minus zoom; Enter chooses."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        zoom = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}.get(Qt.Key(event.key()))
        if step and self._events:
            self.chosen.emit(max(0, min(len(self._events) - 1, self._current + step)))
        elif zoom:
            self.zoom(zoom)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click chooses the nearest event."""
        index = self._nearest(event.position().toPoint())
        if index >= 0:
            self.chosen.emit(index)
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pointing at a dot shows its date and title."""
        index = self._nearest(event.position().toPoint())
        if index >= 0:
            shown = self._events[index]
            QToolTip.showText(event.globalPosition().toPoint(), f"{shown.date}  {shown.title}", self)

    def _nearest(self, spot: QPoint) -> int:
        """The event whose dot is nearest, -1 if none is near."""
        far = self._look.px(14)
        distances = [((self.place_of(n) - spot).manhattanLength(), n) for n in range(len(self._events))]
        distance, index = min(distances, default=(far + 1, -1))
        return index if distance <= far else -1
