"""How the timeline is painted: lanes, ruled days, today, dots and clusters, titles as far as there is room."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from rightsref.ui.parts.look import T12, T14, L, M, S
from rightsref.ui.reference.timeline_axis import SCALES, Cluster, rulings, titled
from rightsref.words import tr
from rightsref.words.dates import MONTHS
from rightsref.words.labels import JURISDICTIONS

if TYPE_CHECKING:
    from PySide6.QtGui import QRegion

    from rightsref.model.law import Jurisdiction
    from rightsref.model.reference import TimelineEvent
    from rightsref.ui.parts.look import Look

AXIS, SIDE, DOT = 34, 96, 6
_ROW = 18
#: A title is cut down to this where others need the room; what then has none is left to the pointer and the list.
_LEAST_TITLE = 150


class Scene(Protocol):
    """What is painted: the timeline, as its widget holds it."""

    look: Look
    events: list[TimelineEvent]
    days: list[int]
    lanes: tuple[Jurisdiction, ...]
    scale: int
    current: int
    today: date

    @property
    def lane(self) -> int:
        """The height of a lane."""
        ...

    def shown(self, index: int) -> bool:
        """Whether an event’s lane is shown."""
        ...

    def place_of(self, index: int) -> QPoint:
        """Where an event’s dot is."""
        ...

    def across(self, day: int) -> int:
        """How far to the right a day is."""
        ...

    def clusters(self, lane: Jurisdiction) -> list[Cluster]:
        """The dots of a lane."""
        ...

    def width(self) -> int:
        """How wide all of it is."""
        ...

    def height(self) -> int:
        """How high all of it is."""
        ...

    def hasFocus(self) -> bool:
        """Whether the keyboard is here."""
        ...

    def visibleRegion(self) -> QRegion:
        """What of it is in sight."""
        ...


def paint(view: Scene, painter: QPainter, shown: QRect) -> None:
    """Paint what is shown of the timeline, from back to front."""
    painter.fillRect(shown, QColor(view.look.colours.surface))
    if view.events:
        _rulings(view, painter, shown)
    _lines(view, painter, shown)
    if view.events:
        _today(view, painter)
        for lane in view.lanes:
            _lane(view, painter, view.clusters(lane), shown)
        if view.shown(view.current):
            _current(view, painter)
    _names(view, painter)


def _rulings(view: Scene, painter: QPainter, shown: QRect) -> None:
    """Years, or months where days are wide; a line that would meet the lanes' names is left out."""
    c, px = view.look.colours, view.look.px
    painter.setFont(view.look.font(T12))
    scale = SCALES[view.scale] * view.look.chrome
    start = date.fromordinal(max(1, view.days[0] + int((shown.left() - px(SIDE) - px(60)) / scale)))
    end = date.fromordinal(view.days[0] + max(1, int((shown.right() + px(60)) / scale)))
    today = _today_tag(view)
    for day in rulings(start, end, scale, px(62)):
        x = view.across(day.toordinal())
        painter.setPen(QPen(QColor(c.line), 1))
        painter.drawLine(x, px(AXIS) - S, x, view.height())
        painter.setPen(QColor(c.muted))
        words = str(day.year) if day.month == 1 else f"{tr(MONTHS[day.month - 1])[:3]} {day.year}"
        wide = QFontMetrics(painter.font()).horizontalAdvance(words)
        if not today.intersects(
            QRect(x + 4, today.top(), wide, today.height())
        ):  # the next year tells where one is, too
            painter.drawText(x + 4, px(AXIS) - px(12), words)


def _lines(view: Scene, painter: QPainter, shown: QRect) -> None:
    px = view.look.px
    painter.setPen(QPen(QColor(view.look.colours.line), 1))
    for lane in range(len(view.lanes)):
        y = px(AXIS) + lane * view.lane
        painter.drawLine(shown.left(), y, shown.right(), y)
        painter.drawLine(shown.left(), y + px(22), shown.right(), y + px(22))


def _today(view: Scene, painter: QPainter) -> None:
    """Where we are now: a dashed line with its word, so that colour does not tell it alone."""
    c, px = view.look.colours, view.look.px
    x = view.across(view.today.toordinal())
    painter.setPen(QPen(QColor(c.good), 2, Qt.PenStyle.DashLine))
    painter.drawLine(x, px(AXIS), x, view.height())
    painter.setFont(view.look.font(T12, QFont.Weight.DemiBold))
    ground = _today_tag(view)
    painter.fillRect(ground, QColor(c.good_soft))
    painter.setPen(QColor(c.good))
    painter.drawText(ground, Qt.AlignmentFlag.AlignCenter, tr("Today"))


def _today_tag(view: Scene) -> QRect:
    """Where the word for today stands on its ground, above all lanes."""
    px = view.look.px
    wide = QFontMetrics(view.look.font(T12, QFont.Weight.DemiBold)).horizontalAdvance(tr("Today"))
    return QRect(view.across(view.today.toordinal()) - px(2), px(2), wide + px(S), px(AXIS) - px(S) - px(2))


def _lane(view: Scene, painter: QPainter, made: list[Cluster], shown: QRect) -> None:
    """The dots of a lane, and below them titles in as many rows as the lane has."""
    px = view.look.px
    rows = max(1, (view.lane - px(30)) // px(_ROW))
    names = max(0, view.visibleRegion().boundingRect().left()) + px(SIDE) - px(24)
    painter.setFont(view.look.font(T12))
    metrics = QFontMetrics(painter.font())
    titles = [view.events[n].title if (n := c.members[0]) != view.current else "" for c in made]
    spots = [(c.left, metrics.horizontalAdvance(title) + 1) for c, title in zip(made, titles, strict=True)]
    for cluster, title, (row, room) in zip(made, titles, titled(spots, rows, px(_LEAST_TITLE), px(L)), strict=True):
        if cluster.left > shown.right() + px(S) or max(cluster.right + px(L), cluster.left + room) < shown.left():
            continue
        y = view.place_of(cluster.members[0]).y()
        _dot(view, painter, cluster, y)
        if row >= 0 and cluster.left - px(4) >= names:  # half a title beside the names tells nothing
            words = metrics.elidedText(title, Qt.TextElideMode.ElideRight, room)
            left, base = cluster.left - px(4), y + px(24) + row * px(_ROW)
            ground = QRect(left, base - metrics.ascent(), metrics.horizontalAdvance(words), metrics.height())
            painter.fillRect(ground, QColor(view.look.colours.surface))  # no line of a year goes through the words
            painter.setPen(QColor(view.look.colours.muted))
            painter.drawText(left, base, words)


def _dot(view: Scene, painter: QPainter, cluster: Cluster, y: int) -> None:
    """One event is a dot; several are one long dot with their number."""
    c, px = view.look.colours, view.look.px
    painter.setPen(QPen(QColor(c.surface), 2))
    painter.setBrush(QColor(c.accent))
    if len(cluster.members) == 1:
        painter.drawEllipse(QPoint(cluster.left, y), px(DOT), px(DOT))
        return
    high, wide = px(DOT + 3), max(cluster.right - cluster.left + 2 * px(DOT + 1), 2 * px(DOT + 3))
    body = QRectF((cluster.left + cluster.right - wide) / 2, y - high, wide, 2 * high)
    painter.drawRoundedRect(body, high, high)
    painter.save()
    painter.setFont(view.look.font(T12, QFont.Weight.Bold))
    painter.setPen(QColor(c.on_accent))
    painter.drawText(body, Qt.AlignmentFlag.AlignCenter, str(len(cluster.members)))
    painter.restore()


def _current(view: Scene, painter: QPainter) -> None:
    """The event that is chosen, over all others, with its whole title."""
    c, px = view.look.colours, view.look.px
    spot = view.place_of(view.current)
    painter.setPen(QPen(QColor(c.surface), 2))
    painter.setBrush(QColor(c.danger))
    radius = px(DOT + 2)
    painter.drawEllipse(spot, radius, radius)
    if view.hasFocus():
        painter.setPen(QPen(QColor(c.accent), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(spot, radius + 4, radius + 4)
    painter.setFont(view.look.font(T12, QFont.Weight.DemiBold))
    metrics = QFontMetrics(painter.font())
    title = view.events[view.current].title
    edges = view.visibleRegion().boundingRect()
    wide = metrics.horizontalAdvance(title)
    left = max(edges.left() + px(SIDE), min(spot.x() - px(4), edges.right() - wide - px(S)))
    words = metrics.elidedText(title, Qt.TextElideMode.ElideRight, max(px(M), edges.right() - left - px(S)))
    ground = QRect(left - px(4), spot.y() + px(11), metrics.horizontalAdvance(words) + px(S), px(_ROW))
    painter.fillRect(ground, QColor(c.surface))
    painter.setPen(QColor(c.text))
    painter.drawText(left, spot.y() + px(24), words)


def _names(view: Scene, painter: QPainter) -> None:
    """The lanes' names, over whatever lies beneath at the left edge."""
    c, px = view.look.colours, view.look.px
    painter.setFont(view.look.font(T14, QFont.Weight.Bold))
    left = max(0, view.visibleRegion().boundingRect().left())
    painter.fillRect(QRect(left, px(AXIS) + 1, px(SIDE) - px(24), view.height()), QColor(c.surface))
    painter.setPen(QColor(c.muted))
    for lane, jurisdiction in enumerate(view.lanes):
        painter.drawText(left + px(S), px(AXIS) + lane * view.lane + px(28), tr(JURISDICTIONS[jurisdiction]))
