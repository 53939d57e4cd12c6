"""The timeline drawn along an axis: a lane for each jurisdiction, a dot for each event, today."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from rightsref.model.law import Jurisdiction
from rightsref.model.reference import TimelineEvent
from rightsref.ui.parts.look import Look, S
from rightsref.ui.reference.timeline_axis import SCALES, Cluster, clusters, opening_scale
from rightsref.ui.reference.timeline_paint import AXIS, DOT, SIDE, paint
from rightsref.words import tr
from rightsref.words.dates import event_day

LANE = 84
#: So many events of a cluster are named beside the pointer.
_NAMED = 8
#: Dots nearer than this are one: two long ones side by side still have a gap between them.
_NEAR = 2 * DOT + 5


class TimelineView(QWidget):
    """Draws events; keys go from one to the next, plus and minus zoom, a cluster opens."""

    chosen = Signal(int)
    zoomed = Signal(int)  # so many steps closer
    opened = Signal(tuple)  # the events of a cluster that no zoom takes apart

    def __init__(self, events: list[TimelineEvent], look: Look) -> None:
        super().__init__()
        self.events, self.look = events, look
        self.lanes = tuple(Jurisdiction)
        self.today = date.today()  # noqa: DTZ011 - the reader's own calendar day
        self.days = [date.fromisoformat(event.date).toordinal() for event in events]
        self.scale = 3
        self.current = len(events) - 1
        self._lane = LANE
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Timeline; the list below holds the same events"))
        self._resize()

    # -- what is shown -------------------------------------------------------------------------------------

    @property
    def lane(self) -> int:
        """The height of a lane."""
        return self.look.px(self._lane)

    def set_scale(self, scale: int) -> None:
        """Draw the days wider or narrower."""
        self.scale = max(0, min(len(SCALES) - 1, scale))
        self._resize()

    def show_lanes(self, lanes: tuple[Jurisdiction, ...]) -> None:
        """Show some lanes only."""
        self.lanes = lanes
        self._resize()

    def give_room(self, height: int) -> None:
        """Make the lanes as high as there is room for, so that more titles stand below the dots."""
        each = (height / self.look.chrome - AXIS - S) / len(self.lanes)
        self._lane = max(LANE, min(2 * LANE, int(each)))
        self._resize()

    def choose(self, index: int) -> None:
        """Mark an event as the current one."""
        self.current = index
        self.setAccessibleDescription(self.named(index) if self.events else "")
        self.update()

    def named(self, index: int) -> str:
        """An event in one line."""
        event = self.events[index]
        return f"{event_day(event.date, event.precision)}  {event.title}"

    def shown(self, index: int) -> bool:
        """Whether an event's lane is shown."""
        return self.events[index].jurisdiction in self.lanes

    def place_of(self, index: int) -> QPoint:
        """Where an event's dot is drawn."""
        lane = self.lanes.index(self.events[index].jurisdiction) if self.shown(index) else 0
        return QPoint(self.across(self.days[index]), self.look.px(AXIS) + lane * self.lane + self.look.px(22))

    def across(self, day: int) -> int:
        """How far to the right a day is."""
        return self.look.px(SIDE) + round((day - self.days[0]) * SCALES[self.scale] * self.look.chrome)

    def clusters(self, lane: Jurisdiction) -> list[Cluster]:
        """The dots of a lane, those that would cover each other as one."""
        spots = [(n, self.across(self.days[n])) for n, event in enumerate(self.events) if event.jurisdiction == lane]
        return clusters(spots, self.look.px(_NEAR))

    def cluster_of(self, index: int) -> Cluster:
        """The cluster that an event is in, maybe alone."""
        return next(c for c in self.clusters(self.events[index].jurisdiction) if index in c.members)

    def open_cluster(self, cluster: Cluster) -> None:
        """Take a cluster apart by zooming in; where days are too near for that, ask for one of its events."""
        if self.current not in cluster.members:
            self.chosen.emit(cluster.members[-1])
        days = [self.days[member] for member in cluster.members]
        wider = opening_scale(days, self.scale, self.look.px(_NEAR) / self.look.chrome)
        if wider > self.scale:
            self.zoomed.emit(wider - self.scale)
        else:
            self.opened.emit(cluster.members)

    def neighbour(self, step: int) -> int:
        """The next event in time whose lane is shown, or the one before; the same at the end."""
        index = self.current + step
        while 0 <= index < len(self.events) and not self.shown(index):
            index += step
        return index if 0 <= index < len(self.events) else self.current

    def _across_lanes(self, step: int) -> int:
        """The event nearest in time in the next lane that has one; the same at the edge."""
        at = self.lanes.index(self.events[self.current].jurisdiction) + step
        while 0 <= at < len(self.lanes):
            inside = [n for n, event in enumerate(self.events) if event.jurisdiction == self.lanes[at]]
            if inside:
                return min(inside, key=lambda n: abs(self.days[n] - self.days[self.current]))
            at += step
        return self.current

    def _resize(self) -> None:
        px = self.look.px
        last = max(self.days[-1], self.today.toordinal()) if self.events else 0
        width = self.across(last) + px(220) if self.events else px(400)
        self.setFixedSize(QSize(width, px(AXIS) + len(self.lanes) * self.lane + px(S)))
        self.update()

    # -- Qt's own ------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Lanes, years, dots; titles where there is room for them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint(self, painter, event.rect())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right go in time, up and down to other lanes, Home and End to the ends; Enter opens a cluster."""
        key = Qt.Key(event.key())
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(key)
        lane = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(key)
        zoom = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}.get(key)
        if not self.events:
            super().keyPressEvent(event)
        elif step:
            self.chosen.emit(self.neighbour(step))
        elif lane:
            self.chosen.emit(self._across_lanes(lane))
        elif zoom:
            self.zoomed.emit(zoom)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            inside = [n for n in range(len(self.events)) if self.shown(n)]
            self.chosen.emit(inside[0 if key == Qt.Key.Key_Home else -1])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and len(self.cluster_of(self.current).members) > 1:
            self.open_cluster(self.cluster_of(self.current))
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click chooses an event, or opens the cluster it is in."""
        cluster = self._at(event.position().toPoint())
        if cluster is None or event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
        elif len(cluster.members) == 1:
            self.chosen.emit(cluster.members[0])
        else:
            self.open_cluster(cluster)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pointing at a dot shows its day and title; at a cluster, those of its events."""
        cluster = self._at(event.position().toPoint())
        if cluster is None:
            QToolTip.hideText()
            return
        lines = [self.named(member) for member in cluster.members[:_NAMED]]
        if len(cluster.members) > _NAMED:
            lines.append(tr("and {n} more").format(n=len(cluster.members) - _NAMED))
        QToolTip.showText(event.globalPosition().toPoint(), "\n".join(lines), self)

    def _at(self, spot: QPoint) -> Cluster | None:
        """The dot or cluster at a place."""
        far = self.look.px(14)
        lane = (spot.y() - self.look.px(AXIS)) // max(1, self.lane)
        if not 0 <= lane < len(self.lanes):
            return None
        line = self.look.px(AXIS) + lane * self.lane + self.look.px(22)
        near = [c for c in self.clusters(self.lanes[lane]) if c.left - far <= spot.x() <= c.right + far]
        if abs(spot.y() - line) > far or not near:
            return None
        return min(near, key=lambda c: abs((c.left + c.right) / 2 - spot.x()))
