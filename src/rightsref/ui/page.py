"""What pages share."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from rightsref.ui.look import Look
from rightsref.words import tr

PAGE_WIDTH = 1_180

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def spoken_date(iso: str) -> str:
    """An ISO date as it is written out: 22 November 2026; anything else unchanged."""
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{day.day} {tr(_MONTHS[day.month - 1])} {day.year}"


class ScrollPage(QScrollArea):
    """A page that scrolls when the window is too small for it."""

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)

    def set_body(self, body: QWidget, look: Look) -> None:
        """Show a body, replacing the one before."""
        body.setMaximumWidth(look.px(PAGE_WIDTH))
        self.setWidget(body)
