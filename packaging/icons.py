"""The program's icon for Windows (`.ico`) and macOS (`.icns`), drawn from its SVG: `python packaging/icons.py SVG FOLDER`."""

from __future__ import annotations

import os
import struct
import sys
from collections.abc import Iterable
from pathlib import Path

ICO_SIZES = (16, 24, 32, 48, 64, 256)
#: Apple's names of the pictures in an `.icns`, by their size in pixels.
ICNS_TYPES = {64: b"icp6", 128: b"ic07", 256: b"ic08", 512: b"ic09", 1024: b"ic10"}


def draw(svg: Path, size: int) -> bytes:
    """The drawing as PNG of `size` pixels."""
    from PySide6.QtCore import QBuffer, QByteArray
    from PySide6.QtGui import QColor, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(QColor(0, 0, 0, 0))
    painter = QPainter(image)
    QSvgRenderer(str(svg)).render(painter)
    painter.end()
    buffer = QBuffer(made := QByteArray())
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # PySide’s types know the name of the format as bytes only
    return bytes(made.data())


def ico(pictures: Iterable[tuple[int, bytes]]) -> bytes:
    """PNG pictures, by size, as one `.ico`."""
    rows = list(pictures)
    head, at = struct.pack("<HHH", 0, 1, len(rows)), 6 + 16 * len(rows)
    for size, png in rows:
        head += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(png), at)
        at += len(png)
    return head + b"".join(png for _, png in rows)


def icns(pictures: Iterable[tuple[int, bytes]]) -> bytes:
    """PNG pictures, by size, as one `.icns`."""
    body = b"".join(ICNS_TYPES[size] + struct.pack(">I", len(png) + 8) + png for size, png in pictures)
    return b"icns" + struct.pack(">I", len(body) + 8) + body


def main(svg: Path, folder: Path) -> int:
    """Write both files."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QGuiApplication

    application = QGuiApplication([])
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "rightsref.ico").write_bytes(ico((size, draw(svg, size)) for size in ICO_SIZES))
    (folder / "rightsref.icns").write_bytes(icns((size, draw(svg, size)) for size in ICNS_TYPES))
    application.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
