"""Our drawing of a form, on the page that explains it; it leads to the page where one’s own is checked against it."""

from __future__ import annotations

import html

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from rightsref import paths
from rightsref.model.address import Address
from rightsref.model.paper import Paper
from rightsref.ui.parts.link import go
from rightsref.ui.parts.look import T14, load_fonts
from rightsref.ui.parts.rich_text import RichText
from rightsref.words import tr

_WIDTH, _SHAPE = 280, 1100 / 850  # of a letter page
#: Drawn for each logical pixel, so that it stays sharp on dense screens.
_SCALE = 2


def way_to_check(made: RichText, paper: Paper) -> None:
    """One line, above all: what a reader with a paper in hand came for."""
    words = html.escape(tr("Have one in hand? Check it against our drawing."))
    made.text(f"<b>{go(_address(paper), words)}</b>", bottom=10)


def show_drawing(made: RichText, paper: Paper) -> None:
    """The drawing itself; it may be clicked."""
    load_fonts()  # the drawing has words
    size = QSize(_WIDTH, round(_WIDTH * _SHAPE)) * made.look.chrome * _SCALE
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(QColor("#ffffff"))
    painter = QPainter(image)
    QSvgRenderer(str(paths.resources() / "papers" / f"{paper.key}.svg")).render(painter)
    painter.end()
    image.setDevicePixelRatio(_SCALE)
    words = tr("Drawing of {title}. {words}").format(title=paper.title, words=paper.looks_like)
    made.picture(image, words, leads_to=_address(paper))
    made.text(
        html.escape(tr("Our own drawing, not the form itself.")),
        colour=made.look.colours.muted,
        size=T14,
    )


def _address(paper: Paper) -> str:
    return str(Address.of("paper", paper.key))
