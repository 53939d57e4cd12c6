"""A box for a date and a time of day."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from PySide6.QtCore import QDate, QDateTime, QLocale, Qt, QTime, QTimeZone
from PySide6.QtGui import QColor, QFocusEvent, QTextCharFormat, QWheelEvent
from PySide6.QtWidgets import QDateTimeEdit

from rightsref.reasoning.clock import EARLIEST, LATEST
from rightsref.ui.parts.look import RADIUS, T16, TARGET, Look, M
from rightsref.words import language, tr


class MomentBox(QDateTimeEdit):
    """A date and a time of day as the clock on the wall shows them, in no zone of this machine's."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setLocale(QLocale(f"{language()}_US"))
        self.setTimeZone(QTimeZone(QTimeZone.Initialization.UTC))
        # In Spanish with the name of the month: there 11/6 is June.
        self.setDisplayFormat(tr("ddd MM/dd/yyyy hh:mm AP"))
        self.setCalendarPopup(True)
        self.calendarWidget().setFirstDayOfWeek(Qt.DayOfWeek.Sunday)
        self.setDateRange(_qt_day(EARLIEST), _qt_day(LATEST - timedelta(days=1)))
        self.setAccessibleName(tr("When release was due"))
        example = self.locale().toString(QDateTime(QDate(2026, 3, 6), QTime(16, 0)), self.displayFormat())
        self.setAccessibleDescription(tr("Date and time, such as {example}").format(example=example))
        self._apply_look(look)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave it to what scrolls: no hour changes on the way."""
        event.ignore()

    def show_time(self, moment: datetime) -> None:
        """Show a local time to the minute."""
        zone = QTimeZone(QTimeZone.Initialization.UTC)
        self.setDateTime(QDateTime(_qt_day(moment.date()), QTime(moment.hour, moment.minute), zone))

    def typed(self) -> str:
        """What is shown, as the core reads it."""
        return self.dateTime().toString("yyyy-MM-dd HH:mm")

    def _apply_look(self, look: Look) -> None:
        """The field looks like the others."""
        c, px = look.colours, look.px
        self.setStyleSheet(
            f"QDateTimeEdit {{ background: {c.surface}; color: {c.text}; border: 1px solid {c.muted}; border-radius: {RADIUS - 2}px;"
            f" padding: 0 {px(M)}px; min-width: {px(160)}px; font-size: {look.type_size(T16)}px;"
            f" selection-background-color: {c.accent}; selection-color: {c.on_accent}; }}"
            f"QDateTimeEdit:focus {{ border: 2px solid {c.accent}; }}"
            f"QDateTimeEdit::drop-down {{ border: none; width: {px(26)}px; }}"
            f"QDateTimeEdit::down-arrow {{ image: url(icons:combo.svg); width: {px(14)}px; height: {px(14)}px; }}"
        )
        self.setFixedHeight(px(TARGET))
        plain = QTextCharFormat()
        plain.setForeground(QColor(c.text))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):  # Qt's own red cannot be read on dark
            self.calendarWidget().setWeekdayTextFormat(day, plain)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin behind the name of the day, which follows from the date."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason and self.currentSectionIndex() == 0:
            self.setSelectedSection(self.sectionAt(1))


def _qt_day(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
