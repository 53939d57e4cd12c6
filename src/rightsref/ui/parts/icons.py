"""Our own icons, painted in the colours in use."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QGuiApplication, QIcon, QPixmap

from rightsref import paths


@lru_cache(maxsize=256)
def pixmap(name: str, colour: str, size: int) -> QPixmap:
    """An icon as a pixmap of `size` logical pixels; an empty one where Qt's part for SVG is missing.

    Qt's reader of pictures draws it: with a painter of ours the first paint would wait for all that `QPainter` and `QSvgRenderer` can do.
    """
    scale = max(screen.devicePixelRatio() for screen in QGuiApplication.screens())
    side = round(size * scale)
    drawing = (paths.resources() / "icons" / f"{name}.svg").read_bytes().replace(b"currentColor", colour.encode())
    image = QPixmap()
    image.loadFromData(drawing.replace(b"<svg ", f'<svg width="{side}" height="{side}" '.encode(), 1), "svg")
    image.setDevicePixelRatio(scale)
    return image


def icon(name: str, colour: str, size: int = 24) -> QIcon:
    """An icon in one colour, also when it is disabled."""
    return QIcon(pixmap(name, colour, size))
