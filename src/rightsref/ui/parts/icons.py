"""Our own icons, painted in the colours in use."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QSize
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from rightsref import paths


@lru_cache(maxsize=256)
def pixmap(name: str, colour: str, size: int) -> QPixmap:
    """An icon as a pixmap of `size` logical pixels."""
    drawing = (paths.resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", colour)
    scale = max(screen.devicePixelRatio() for screen in QGuiApplication.screens())
    image = QPixmap(QSize(size, size) * scale)
    image.fill(QColor(0, 0, 0, 0))
    painter = QPainter(image)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter)
    painter.end()
    image.setDevicePixelRatio(scale)
    return image


def icon(name: str, colour: str, size: int = 24) -> QIcon:
    """An icon in one colour, also when it is disabled."""
    return QIcon(pixmap(name, colour, size))
