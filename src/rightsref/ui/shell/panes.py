"""The panes of the window, from one to the next by F6."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6 import QtCore
from PySide6.QtWidgets import QAbstractScrollArea, QScrollArea, QStackedWidget, QWidget


def move_to_pane(parts: Iterable[QWidget], steps: int) -> None:
    """Give the keyboard to the next pane (1) or the one before (-1).

    Args:
        parts: the parts of the window in their order; a stack counts as the panes of the page that it shows.
        steps: how many panes further.
    """
    parts = tuple(parts)
    panes = [pane for part in parts for pane in _panes_of(part)]
    focus = parts[0].window().focusWidget()
    holders = [
        nth for nth, pane in enumerate(panes) if focus is not None and (pane is focus or pane.isAncestorOf(focus))
    ]
    at = holders[-1] if holders else (-1 if steps > 0 else 0)
    if panes:
        _first_in(panes[(at + steps) % len(panes)]).setFocus(QtCore.Qt.FocusReason.TabFocusReason)


def _panes_of(part: QWidget) -> list[QWidget]:
    """The panes of a part that the keyboard can reach: of a page, what scrolls by itself and can be entered."""
    if not part.isVisible():
        return []
    if not isinstance(part, QStackedWidget):
        return [part]
    page: QWidget = part.currentWidget()  # type: ignore[assignment]  # the window always shows one
    areas = [area for area in page.findChildren(QAbstractScrollArea) if area.isVisible() and _is_open(_first_in(area))]
    outer = [area for area in areas if not any(other is not area and other.isAncestorOf(area) for other in areas)]
    return sorted(outer, key=lambda area: area.mapTo(page, QtCore.QPoint()).x()) or [page]


def _first_in(pane: QWidget) -> QWidget:
    """Where the keyboard enters a pane: what is marked in it, else the first that takes keys."""
    if _is_open(pane) and not isinstance(pane, QScrollArea):
        return pane
    return next((widget for widget in pane.findChildren(QWidget) if _is_open(widget)), pane)


def _is_open(widget: QWidget) -> bool:
    """Whether the keyboard can go there by Tab."""
    policy = widget.focusPolicy()
    return bool(policy & QtCore.Qt.FocusPolicy.TabFocus) and widget.isVisible() and widget.isEnabled()
