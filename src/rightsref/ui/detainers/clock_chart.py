"""The clock's answers on one axis of time: a deadline for each rule, and now."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time, timedelta

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter, QPen

from rightsref.reasoning.clock import RULES, Deadline, left_out
from rightsref.ui.parts.look import T14, T16, Look, M, S
from rightsref.words import tr
from rightsref.words.dates import short_day, time_words

_SCALE = 2  # pixels drawn for each logical pixel, so that the picture stays sharp on dense screens
_LANE, _BAR, _HEAD, _FOOT = 52, 26, 26, 24
#: Room before the release and after the last deadline.
_BEFORE, _AFTER = timedelta(hours=9), timedelta(hours=26)


class ClockChart:
    """One picture. Its axis runs from a little before the release to a little after the last deadline."""

    def __init__(self, deadlines: Sequence[Deadline], release: datetime, now: datetime, look: Look, width: int) -> None:
        self._lanes, self._release, self._look = deadlines, release, look
        self._now = now.astimezone(release.tzinfo)
        ends = [end for deadline in deadlines for end in (deadline.at, deadline.or_at) if end is not None]
        self._start = release - _BEFORE
        self._end = max(ends, default=release + timedelta(days=2)) + _AFTER
        self._width = width
        self._left = look.px(190)

    def picture(self) -> QImage:
        """The chart, drawn."""
        px = self._look.px
        height = px(_HEAD + _FOOT) + px(_LANE) * len(self._lanes)
        image = QImage(self._width * _SCALE, height * _SCALE, QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(_SCALE)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._days(painter, height)
        for number, deadline in enumerate(self._lanes):
            self._lane(painter, deadline, px(_HEAD) + px(_LANE) * number)
        self._mark_now(painter, height)
        self._explain(painter, height)
        painter.end()
        return image

    def _x(self, moment: datetime) -> float:
        """Where a moment stands; hours are as long as they really were."""
        share = (moment.timestamp() - self._start.timestamp()) / (self._end.timestamp() - self._start.timestamp())
        return self._left + share * (self._width - self._left)

    def _midnights(self) -> list[datetime]:
        first, zone = self._start.date() + timedelta(days=1), self._release.tzinfo
        days = (self._end.date() - first).days + 1
        return [datetime.combine(first + timedelta(days=n), time(), tzinfo=zone) for n in range(days)]

    def _days(self, painter: QPainter, height: int) -> None:
        """A line at each midnight, the day's name after it where there is room."""
        c, font = self._look.colours, self._look.font(T14)
        painter.setFont(font)
        midnights = self._midnights()
        room = self._x(midnights[1]) - self._x(midnights[0]) if len(midnights) > 1 else self._width
        step = 1 + int(QFontMetrics(font).horizontalAdvance("Wed 30 ") // max(1, room))
        for number, midnight in enumerate(midnights):
            x = self._x(midnight)
            painter.setPen(QPen(QColor(c.line), 1))
            painter.drawLine(QLineF(x, self._look.px(_HEAD), x, height - self._look.px(_FOOT)))
            painter.setPen(QColor(c.muted))
            words = f"{short_day(midnight)} {midnight.day}"
            if number % step == 0 and x + QFontMetrics(font).horizontalAdvance(words) < self._width:
                painter.drawText(QPointF(x + 4, self._look.px(_HEAD) - 8), words)

    def _lane(self, painter: QPainter, deadline: Deadline, top: int) -> None:
        c, px = self._look.colours, self._look.px
        bar = QRectF(self._left, top + (px(_LANE) - px(_BAR)) / 2, self._width - self._left, px(_BAR))
        painter.setFont(self._look.font(T16, QFont.Weight.DemiBold))
        painter.setPen(QColor(c.text))
        name = QRectF(0, top, self._left - M, px(_LANE))
        painter.drawText(name, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap, tr(RULES[deadline.rule]))
        painter.fillRect(bar, QColor(c.line))
        x = self._x(self._release)
        if deadline.at is None:
            self._say(painter, tr("sets no time here"), bar, x)
        elif deadline.hours == 0:
            painter.fillRect(QRectF(x - 3, bar.top() - 4, 6, bar.height() + 8), QColor(c.danger))
            self._say(painter, tr("no time at all"), bar, x + S)
        else:
            end = self._x(deadline.at)
            painter.fillRect(QRectF(x, bar.top(), end - x, bar.height()), QColor(c.accent))
            self._leave_out(painter, deadline, bar)
            words = _at(deadline.at)
            if deadline.or_at is not None:
                later = self._x(deadline.or_at)
                painter.setPen(QPen(QColor(c.accent), 1, Qt.PenStyle.DashLine))
                painter.drawRect(QRectF(end, bar.top(), later - end, bar.height()))
                words, end = f"{words} {tr('or')} {_at(deadline.or_at)}", later
            self._say(painter, words, bar, end + 4)

    def _explain(self, painter: QPainter, height: int) -> None:
        """What the hatching means, where there is any."""
        if any(left_out(deadline, self._release) for deadline in self._lanes):
            painter.setFont(self._look.font(T14))
            painter.setPen(QColor(self._look.colours.muted))
            spot = QRectF(0, height - self._look.px(_FOOT), self._left - M, self._look.px(_FOOT))
            painter.drawText(spot, Qt.AlignmentFlag.AlignVCenter, tr("hatched: not counted"))

    def _leave_out(self, painter: QPainter, deadline: Deadline, bar: QRectF) -> None:
        """The days that do not count are hatched, so that they are told without colour too."""
        c = self._look.colours
        for day in left_out(deadline, self._release):
            midnight = datetime.combine(day, time(), tzinfo=self._release.tzinfo)
            start = self._x(max(midnight, self._release))
            end = self._x(midnight + timedelta(days=1))
            part = QRectF(start, bar.top(), end - start, bar.height())
            painter.fillRect(part, QColor(c.accent_soft))
            self._hatch(painter, part)

    def _hatch(self, painter: QPainter, part: QRectF) -> None:
        painter.save()
        painter.setClipRect(part)
        painter.setPen(QPen(QColor(self._look.colours.accent), 1))
        x = part.left() - part.height()
        while x < part.right():
            painter.drawLine(QLineF(x, part.bottom(), x + part.height(), part.top()))
            x += S
        painter.restore()

    def _say(self, painter: QPainter, words: str, bar: QRectF, x: float) -> None:
        painter.setFont(self._look.font(T14, QFont.Weight.DemiBold))
        painter.setPen(QColor(self._look.colours.text))
        width = painter.fontMetrics().horizontalAdvance(words)
        x = min(x + 4, self._width - width - 2)
        painter.drawText(QRectF(x, bar.top(), width + 2, bar.height()), Qt.AlignmentFlag.AlignVCenter, words)

    def _mark_now(self, painter: QPainter, height: int) -> None:
        """A dashed line where it is now; past either end of the axis, words with an arrow."""
        c, px = self._look.colours, self._look.px
        painter.setFont(self._look.font(T14, QFont.Weight.DemiBold))
        painter.setPen(QPen(QColor(c.danger), 2, Qt.PenStyle.DashLine))
        foot = QRectF(self._left, height - px(_FOOT), self._width - self._left, px(_FOOT))
        if self._now > self._end:
            painter.drawText(foot, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, tr("now is later →"))
        elif self._now < self._start:
            painter.drawText(foot, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, tr("← now is earlier"))
        else:
            x = self._x(self._now)
            painter.drawLine(QLineF(x, px(_HEAD), x, height - px(_FOOT)))
            width = painter.fontMetrics().horizontalAdvance(tr("now"))
            spot = QRectF(
                min(max(x - width / 2, self._left), self._width - width), foot.top(), width + 2, foot.height()
            )
            painter.drawText(spot, Qt.AlignmentFlag.AlignVCenter, tr("now"))


def _at(moment: datetime) -> str:
    return f"{short_day(moment)} {time_words(moment)}"
