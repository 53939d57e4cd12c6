"""Our own icons, painted in the colours in use."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QSize
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from rightsref import paths

_SCALE = 2  # pixels drawn for each logical pixel, so that icons stay sharp on dense screens


@lru_cache(maxsize=256)
def pixmap(name: str, colour: str, size: int) -> QPixmap:
    """An icon as a pixmap of `size` logical pixels."""
    drawing = (paths.icons() / f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", colour)
    image = QPixmap(QSize(size, size) * _SCALE)
    image.fill(QColor(0, 0, 0, 0))
    painter = QPainter(image)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter)
    painter.end()
    image.setDevicePixelRatio(_SCALE)
    return image


def icon(name: str, colour: str, size: int = 24) -> QIcon:
    """An icon in one colour, also when it is disabled."""
    return QIcon(pixmap(name, colour, size))
