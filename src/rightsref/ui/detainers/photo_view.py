"""A photo that can be zoomed, turned and moved about."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import partial

from PySide6 import QtCore
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPixmap, QResizeEvent, QTransform, QWheelEvent
from PySide6.QtWidgets import QFrame, QGraphicsPixmapItem, QGraphicsScene, QGraphicsView

from rightsref.ui.parts.look import Look
from rightsref.words import tr

#: One step of the zoom, and how far it goes beyond the whole.
STEP, MOST = 1.25, 12.0
#: The photo is not made smaller than this along its shorter side.
SMALLEST = 200


class PhotoView(QGraphicsView):
    """Shows the whole photo until it is zoomed; turns by a quarter; the mouse or the arrow keys move it.

    Attributes:
        image: the photo; None if there is none.
    """

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setScene(QGraphicsScene(self))
        self.image: QImage | None = None
        self._item: QGraphicsPixmapItem | None = None
        self._sizes: list[
            QPixmap
        ] = []  # the photo, then half of it and so on: shrunk in one go small print would be lost
        self._angle, self._zoom = 0, 1.0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMinimumSize(look.px(200), look.px(160))
        self.setRenderHints(QPainter.RenderHint.SmoothPixmapTransform)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorViewCenter)
        self.setBackgroundBrush(QColor(look.colours.ground))
        self.setAcceptDrops(False)  # the page takes what is dropped
        self.setAccessibleName(tr("Your photo of the paper"))
        self.setAccessibleDescription(tr("Plus and minus zoom, R turns, 0 shows the whole."))

    def show_image(self, image: QImage | None) -> None:
        """Show a photo whole and as it came, or none."""
        self.scene().clear()
        self.image, self._angle, self._zoom = image, 0, 1.0
        self._sizes = [] if image is None else _halved(image)
        self._item = self.scene().addPixmap(self._sizes[0]) if self._sizes else None
        if self._item is not None:
            self._item.setTransformationMode(QtCore.Qt.TransformationMode.SmoothTransformation)
        self.scene().setSceneRect(self.scene().itemsBoundingRect())
        self._fit()

    def larger(self) -> None:
        """A step nearer."""
        self._to(self._zoom * STEP)

    def smaller(self) -> None:
        """A step away, as far as the whole."""
        self._to(self._zoom / STEP)

    def whole(self) -> None:
        """The whole photo."""
        self._to(1.0)

    def turn(self, degrees: int) -> None:
        """Turn it; what was zoomed stays so."""
        self._angle = (self._angle + degrees) % 360
        self._fit()

    @property
    def turned(self) -> int:
        """By how many degrees it is turned to the right."""
        return self._angle

    @property
    def zoomed(self) -> float:
        """How much larger than the whole it is shown."""
        return self._zoom

    def _to(self, zoom: float) -> None:
        self._zoom = max(1.0, min(MOST, zoom))
        self._fit()

    def _fit(self) -> None:
        """Set size and turn; the point in the middle stays there."""
        if self._item is None:
            return
        middle = self.mapToScene(self.viewport().rect().center())
        turned = QTransform().rotate(self._angle)
        shape = turned.mapRect(self.scene().sceneRect())
        room = self.viewport().size()
        scale = min(room.width() / max(1.0, shape.width()), room.height() / max(1.0, shape.height())) * self._zoom
        self.setTransform(turned * QTransform.fromScale(scale, scale))
        size = min(len(self._sizes) - 1, int(max(0.0, -math.log2(max(scale, 1e-6)))))
        self._item.setPixmap(self._sizes[size])
        self._item.setScale(self._sizes[0].width() / self._sizes[size].width())
        self.centerOn(middle if self._zoom > 1 else self.scene().sceneRect().center())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The whole fits the room there is."""
        super().resizeEvent(event)
        self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl the wheel zooms; without, it moves the photo."""
        if event.modifiers() & QtCore.Qt.KeyboardModifier.ControlModifier:
            self._to(self._zoom * (STEP if event.angleDelta().y() > 0 else 1 / STEP))
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Plus, minus, 0 and R, while the photo has the keyboard."""
        acts: dict[str, Callable[[], None]] = {
            "+": self.larger,
            "=": self.larger,
            "-": self.smaller,
            "0": self.whole,
            "r": partial(self.turn, 90),
        }
        act = acts.get(event.text().lower())
        if act is not None:
            act()
        else:
            super().keyPressEvent(event)


def _halved(image: QImage) -> list[QPixmap]:
    """A photo, half of it, a quarter of it, down to a size that any window has room for."""
    made = [QPixmap.fromImage(image)]
    while min(made[-1].width(), made[-1].height()) > SMALLEST:
        at = made[-1]
        made.append(at.scaledToWidth(at.width() // 2, QtCore.Qt.TransformationMode.SmoothTransformation))
    return made
