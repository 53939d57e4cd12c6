"""What a page made anew for another look takes over from the one before: state, what was typed, scrolling, focus."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple, Self, TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QAbstractSpinBox, QComboBox, QLineEdit, QWidget

from rightsref.ui.parts.find_bar import FindBar
from rightsref.ui.parts.page import Page
from rightsref.ui.parts.place import Place, State
from rightsref.ui.parts.reader import Reader

#: A widget of a page: its class, its object name, its words, and which of those alike it is.
_Key = tuple[str, str, str, int]
_Widget = TypeVar("_Widget", bound=QWidget)


class Kept(NamedTuple):
    """What one page was like.

    Attributes:
        place: what it showed, as it was asked for; None if it was not on screen.
        state: the page's own state.
        own: what the page itself hands on.
        typed: texts in its fields.
        scrolled: how far down each of its scrolling parts was.
        finding: whether its find bar was open.
        focus: where the keyboard was, if it was on the page.
    """

    place: Place | None
    state: State | None
    own: object
    typed: dict[_Key, str]
    scrolled: dict[_Key, float]
    finding: bool
    focus: _Key | None

    @classmethod
    def of(cls, page: Page, place: Place | None) -> Self:
        """Look at a page that is about to go; `place` is what it shows, if it is on screen."""
        typed = {key: field.text() for key, field in _named(page, QLineEdit).items() if _is_plain(field)}
        scrolled = {key: _position(area) for key, area in _named(page, QAbstractScrollArea).items()}
        finding = any(bar.isVisibleTo(page) for bar in page.findChildren(FindBar))
        focus = next((key for key, widget in _named(page, QWidget).items() if widget.hasFocus()), None)
        return cls(place, page.state, page.keep(), typed, scrolled, finding, focus)

    def give_back(self, page: Page) -> None:
        """Make a page that shows the same place again like the one before."""
        for key, field in _named(page, QLineEdit).items():
            if self.typed.get(key):
                field.setText(self.typed[key])
        for bar in page.findChildren(FindBar) if self.finding else ():
            bar.open()
        self._give_focus(page)
        # Once the page has its size, and what is long its length.
        QTimer.singleShot(0, page, lambda: self._scroll(page))

    def _give_focus(self, page: Page) -> None:
        widget = _named(page, QWidget).get(self.focus) if self.focus else None
        if widget is not None:
            widget.setFocus()

    def _scroll(self, page: Page) -> None:
        for key, area in _named(page, QAbstractScrollArea).items():
            if position := self.scrolled.get(key):
                _go_to(area, position)
        if self.focus and not page.isAncestorOf(page.window().focusWidget() or page.window()):
            self._give_focus(page)


def _named(page: Page, kind: type[_Widget]) -> dict[_Key, _Widget]:
    """The widgets of a kind on a page, by their keys."""
    found: dict[_Key, _Widget] = {}
    seen: Counter[tuple[str, str, str]] = Counter()
    for widget in page.findChildren(kind):
        words = widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")
        alike = (type(widget).__name__, widget.objectName(), words)
        found[(*alike, seen[alike])] = widget
        seen[alike] += 1
    return found


def _is_plain(field: QLineEdit) -> bool:
    """Whether a field is one of its own, and no part of another."""
    return not isinstance(field.parent(), QComboBox | QAbstractSpinBox)


def _position(area: QAbstractScrollArea) -> float:
    if isinstance(area, Reader):
        return area.position
    bar = area.verticalScrollBar()
    return bar.value() / bar.maximum() if bar.maximum() else 0.0


def _go_to(area: QAbstractScrollArea, position: float) -> None:
    if isinstance(area, Reader):
        area.go_to(position)
    else:
        bar = area.verticalScrollBar()
        bar.setValue(round(position * bar.maximum()))
