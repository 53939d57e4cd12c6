"""Our drawing of a paper, with one spot lit up."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from rightsref import paths
from rightsref.ui.parts.look import Look, load_fonts

_SHAPE = 1100 / 850  # height of a letter page against its width
_FRAME = 6


class PaperDrawing(QWidget):
    """Paints the drawing as large as it has room for; what is not lit is dimmed while a spot is."""

    def __init__(self, key: str, look: Look, width: int = 0) -> None:
        super().__init__()
        load_fonts()
        self.key = key
        self._look = look
        self._spot = ""
        self._drawing = QSvgRenderer(str(paths.resources() / "papers" / f"{key}.svg"))
        if width:
            self.draw_at(width)
        else:
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
            self.setMinimumSize(220, 280)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def draw_at(self, width: int) -> None:
        """Be so wide, and as high as a page is then."""
        self.setFixedSize(width, round(width * _SHAPE))

    def sizeHint(self) -> QSize:
        """A page that can be read."""
        return QSize(430, round(430 * _SHAPE))

    def light(self, spot: str) -> None:
        """Light up the element of this id; an empty id lights the whole paper."""
        self._spot = spot
        self.update()

    @property
    def spot(self) -> str:
        """The id that is lit."""
        return self._spot

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - all of it is small
        """The page, then a veil with a hole where the spot is."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        page = self._page()
        self._drawing.render(painter, page)
        if not self._spot:
            return
        scale = page.width() / self._drawing.defaultSize().width()
        bounds = self._drawing.boundsOnElement(self._spot)
        spot = QRectF(
            page.left() + bounds.left() * scale, page.top() + bounds.top() * scale, bounds.width() * scale, bounds.height() * scale
        ).adjusted(-3, -3, 3, 3)  # fmt: skip
        veil = QColor(self._look.colours.text if self._look.colours.text < "#888888" else self._look.colours.ground)
        veil.setAlpha(46)
        for part in _around(page, spot):
            painter.fillRect(part, veil)
        painter.setPen(QPen(QColor("#b25a00"), 3))
        painter.drawRoundedRect(spot, 4, 4)

    def _page(self) -> QRectF:
        room = QRectF(self.rect()).adjusted(_FRAME, _FRAME, -_FRAME, -_FRAME)
        width = min(room.width(), room.height() / _SHAPE)
        return QRectF(room.left() + (room.width() - width) / 2, room.top(), width, width * _SHAPE)


def _around(page: QRectF, spot: QRectF) -> tuple[QRectF, ...]:
    """What of a page lies above, below, left and right of a spot."""
    spot = spot.intersected(page)
    return (
        QRectF(page.left(), page.top(), page.width(), spot.top() - page.top()),
        QRectF(page.left(), spot.bottom(), page.width(), page.bottom() - spot.bottom()),
        QRectF(page.left(), spot.top(), spot.left() - page.left(), spot.height()),
        QRectF(spot.right(), spot.top(), page.right() - spot.right(), spot.height()),
    )
