"""The window onto the axis: it scrolls along it, and zooms about the event that is chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QFrame, QScrollArea

from rightsref.ui.reference.timeline_paint import SIDE
from rightsref.ui.reference.timeline_view import TimelineView

#: So much of the axis stays in sight at both sides of the event that is gone to.
_MARGIN = 220


class TimelineArea(QScrollArea):
    """Scrolls the axis; the wheel goes along it, with Ctrl it zooms."""

    def __init__(self, view: TimelineView) -> None:
        super().__init__()
        self._view = view
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the axis in it takes the keys
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(view)
        self.horizontalScrollBar().valueChanged.connect(view.update)
        view.zoomed.connect(self.zoom)

    def zoom(self, steps: int) -> None:
        """Draw the days wider or narrower; the chosen event stays where it is, or comes to the middle if it was out of sight."""
        bar, view = self.horizontalScrollBar(), self._view
        if not view.events:
            return
        before = view.place_of(view.current).x() - bar.value()
        if not view.look.px(SIDE) <= before < self.viewport().width():
            before = self.viewport().width() // 2
        view.set_scale(view.scale + steps)
        bar.setRange(0, max(0, view.width() - self.viewport().width()))  # Qt would do so only once it is shown
        bar.setValue(view.place_of(view.current).x() - before)

    def bring_into_view(self, index: int) -> None:
        """Scroll to an event."""
        spot = self._view.place_of(index)
        margin = min(_MARGIN, self.viewport().width() // 3)
        self.ensureVisible(spot.x(), spot.y(), margin, 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Along the axis, or closer and wider."""
        turned = event.angleDelta().y() or event.angleDelta().x()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1 if turned > 0 else -1)
        else:
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() - turned)
