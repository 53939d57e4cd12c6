"""Where the keyboard is can be seen: on every page and in every theme, whatever has it looks another way than without it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

from rightsref.ui.parts.place import Answers, At, Place, SearchState, SheetChoice
from rightsref.ui.reference.timeline_view import TimelineView
from rightsref.ui.shell.pages import PAGES

from .test_colours import contrast

#: How deep from the edge of what has the keyboard its ring may lie.
DEEP = 8
PLACES = [
    *(Place(name) for name in PAGES if name != "compare"), Place("search", SearchState("can cops ask about papers")),
    Place("law", At("rightsref:provision/5-ilcs-805/15")), Place("scenarios", Answers("agents-at-my-door")),
    Place("papers", At("rightsref:paper/i-200")), Place("sheets", SheetChoice("rightsref:sheet/wallet-card")),
]  # fmt: skip


def stops(window):
    """What Tab goes to on the page and in the frame, as it stands on the screen."""
    found = [widget for widget in window.findChildren(QWidget) if widget.isVisible() and widget.isEnabled()]
    return [widget for widget in found if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not widget.focusProxy()]


def kind(widget):
    """Widgets of a kind have the same rules of the style sheet."""
    down = isinstance(widget, QAbstractButton) and widget.isChecked()
    return type(widget).__name__, widget.objectName(), down, widget.parentWidget().objectName()


def edge_of(widget, wide, high):
    """Where the ring of a widget lies: along its edge, on the timeline around the event that is chosen."""
    if isinstance(widget, TimelineView):
        spot = widget.place_of(widget.current)
        return {(x, y) for x in range(spot.x() - 20, spot.x() + 20) for y in range(spot.y() - 20, spot.y() + 20)}, 20
    points = {(x, y) for x in range(wide) for y in range(high) if min(x, wide - 1 - x, y, high - 1 - y) < DEEP}
    return points, wide + high


def ring(window, widget):
    """How many points where the ring lies stand out by 3:1 from what was there before the widget had the keyboard; how many should."""
    (window.bar.leave if widget is not window.bar.leave else window.bar.back).setFocus()
    before = widget.grab().toImage()
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    after = widget.grab().toImage()
    points, least = edge_of(widget, after.width(), after.height())
    pairs = [(before.pixelColor(*at).name(), after.pixelColor(*at).name()) for at in points]
    return sum(contrast(*pair) >= 3 for pair in pairs if pair[0] != pair[1]), least


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_whatever_has_the_keyboard_shows_it(window, qtbot, theme):
    window.change(window.settings._replace(theme=theme))
    window.activateWindow()
    seen, hidden = set(), []
    for place in PLACES:
        window.go(place)
        qtbot.wait(20)
        for widget in stops(window):
            if kind(widget) not in seen:
                seen.add(kind(widget))
                stands_out, least = ring(window, widget)
                if stands_out < least:
                    hidden.append((place.page, *kind(widget), stands_out, least))
    assert len(seen) > 20
    assert not hidden, "\n".join(map(str, hidden))
