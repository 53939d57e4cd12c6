"""What a screen reader is told: each control's role, name and description, page after page, in the order in which Tab reaches them."""

from __future__ import annotations

import difflib
import re
from itertools import groupby

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QAbstractSpinBox, QApplication, QComboBox, QLabel, QScrollArea, QToolTip

from rightsref.ui.parts.place import Answers, At, ClockState, Pair, Place, SearchState, SheetChoice, Versions, Walk
from rightsref.ui.parts.reader import Reader
from rightsref.ui.shell.pages import PAGES

ACT = "rightsref:provision/5-ilcs-805/15"
#: Each page as it opens, then what it shows when something is chosen.
PLACES = {
    **{name: Place(name) for name in PAGES if name != "compare"},
    "compare": Place("compare", Versions(f"{ACT}@2017-08-28", ACT)),
    "search: hits": Place("search", SearchState("administrative warrant")),
    "search: nothing": Place("search", SearchState("zzzz qqqq")),
    "law: a section": Place("law", At(ACT)),
    "law: a topic": Place("law", At("rightsref:topic/jail-with-detainer")),
    "scenarios: a question": Place("scenarios", Answers("held-in-jail")),
    "scenarios: an outcome": Place("scenarios", Answers.of("agents-at-my-door", {})),
    "papers: a question": Place("papers", Walk.of("", {"issuer": "federal_court"})),
    "papers: a paper": Place("papers", At("rightsref:paper/i-205")),
    "papers: a pair": Place("papers", Pair("i-200", "ao-442")),
    "clock: a time": Place("clock", ClockState("2026-03-06 16:00", "illinois", "")),
    "path: a stage": Place("path", At("rightsref:stage/local-decision")),
    "sheets: cards": Place("sheets", SheetChoice("rightsref:sheet/wallet-card")),
}


def interface(widget):
    """What a screen reader sees of a widget."""
    return QAccessible.queryAccessibleInterface(widget)


def text_of(widget, of=QAccessible.Text.Name):
    return " ".join(interface(widget).text(of).split())


def utterance(widget):
    """Role, name, description: what is said when the keyboard comes to a control. A box is called by the words beside it."""
    seen, name, more = interface(widget), text_of(widget), text_of(widget, QAccessible.Text.Description)
    labels = [
        " ".join(other.text(QAccessible.Text.Name).split())
        for other, relation in seen.relations()
        if relation == QAccessible.RelationFlag.Label
    ]
    parts = (seen.role().name, *dict.fromkeys(filter(None, [*labels, name])), more if more != name else "")
    return [part for part in parts if part]


def reached(window):
    """The controls that Tab reaches, in its order, from the window's first one on."""
    found, widget = [], window
    while (widget := widget.nextInFocusChain()) is not window:
        tabbed = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.isEnabled()
        if tabbed and widget.focusProxy() is None:
            found.append(widget)
    return found


def test_dump(window, qtbot):
    count = 0
    for lang in ("en", "es"):
        window.change(window.settings._replace(language=lang))
        for name, place in PLACES.items():
            window.go(place)
            qtbot.wait(30)
            print(f"\n== {name}")
            frame = {window.rail, window.bar}
            for w in reached(window):
                count += 1
                if w.parentWidget() in frame and name != "search":
                    continue
                p = w.mapTo(window, QPoint(0, 0))
                print(f"{' | '.join(utterance(w))[:110]} @{p.x()},{p.y()} {type(w).__name__}#{w.objectName()}")
    print(count)
