"""The first paint waits for nothing that it does not show."""

from __future__ import annotations

import builtins
import os
import subprocess
import sys

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication

from rightsref.knowledge import library
from rightsref.model import flow, law
from rightsref.reasoning import clock, lookup, scenario
from rightsref.search import searcher, spelling
from rightsref.sheets import typeset
from rightsref.ui.parts.widgets import Door
from rightsref.ui.search.page import FIRST_LETTERS
from rightsref.ui.shell.display import drop_absurd_scale
from rightsref.ui.shell.main_window import WARM_UP
from rightsref.ui.shell.pages import PAGES
from rightsref.ui.shell.start import VERIFY, open_window

_FIRST_PAINT = """
import gc, os, sys
from PySide6 import QtCore, QtGui
from PySide6.QtWidgets import QLabel
from rightsref.ui.shell.start import make_application, open_window
app = make_application()
window = open_window({})
window.show()
app.processEvents()
window.grab()
fonts = {child.font().family().replace(" ", "-") for child in window.findChildren(QLabel)}
made = ["Qt"] * ("Qt" in vars(QtCore)) + [name for name in ("QAccessible", "QKeySequence", "QPainter") if name in vars(QtGui)]
print(",".join(made) or "none", gc.isenabled(), ",".join(fonts), *(name for name in sys.modules if name.startswith("rightsref.")), flush=True)
os._exit(0)
"""


_SCREEN_READER_FIRST = """
import os
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from rightsref.ui.parts.widgets import Door, RailTab
from rightsref.ui.shell.start import make_application, open_window
def roles():
    found = (QAccessible.queryAccessibleInterface(window.findChild(kind)) for kind in (RailTab, Door))
    return " ".join(told.role().name for told in found)
app = make_application()
QAccessible.setActive(True)
window = open_window({})
before = roles()
window.show()
QTest.qWaitForWindowExposed(window)
QTest.qWait(50)
print(before, roles(), flush=True)
os._exit(0)
"""


def _painted(settings_file):
    run = subprocess.run([sys.executable, "-c", _FIRST_PAINT], capture_output=True, text=True, check=True)
    return run.stdout.split()


def test_the_first_paint_needs_no_enumerations_of_qt_and_nothing_of_keys_painters_and_screen_readers(settings_file):
    assert _painted(settings_file)[0] == "none"


def test_a_mouse_that_lies_where_a_door_appears_does_not_delay_the_first_paint(settings_file):
    under = _FIRST_PAINT.replace(
        "window.show()\n",
        "from PySide6.QtCore import QPointF\nfrom PySide6.QtGui import QEnterEvent\nfrom rightsref.ui.parts.widgets import Door\n"
        "at = QPointF(5, 5)\nwindow.show()\napp.sendEvent(window.findChild(Door), QEnterEvent(at, at, at))\n",
    )
    run = subprocess.run([sys.executable, "-c", under], capture_output=True, text=True, check=True)
    assert run.stdout.split()[0] == "none"


@pytest.mark.parametrize(
    ("told", "left"),
    [("nan", None), ("inf", None), ("0", None), ("-1", None), ("1e9", None), ("large", None), ("1.5", "1.5"), ("", ""), (None, None)],
)  # fmt: skip
def test_a_scale_that_is_none_is_not_handed_to_qt(monkeypatch, told, left):
    monkeypatch.setenv("QT_SCALE_FACTOR", told or "")
    if told is None:
        monkeypatch.delenv("QT_SCALE_FACTOR")
    drop_absurd_scale()
    assert os.environ.get("QT_SCALE_FACTOR") == left


def test_a_window_of_an_absurd_scale_is_painted(settings_file, monkeypatch):
    monkeypatch.setenv("QT_SCALE_FACTOR", "nan")
    assert _painted(settings_file)


def test_a_door_shows_a_hand_under_the_mouse(window, qtbot):
    door = window.findChild(Door)
    at = QPointF(5, 5)
    QApplication.sendEvent(door, QEnterEvent(at, at, at))
    qtbot.waitUntil(lambda: door.cursor().shape() == Qt.CursorShape.PointingHandCursor, timeout=5000)


def test_a_screen_reader_that_asks_before_the_first_paint_is_told_anew_after_it(settings_file):
    run = subprocess.run([sys.executable, "-c", _SCREEN_READER_FIRST], capture_output=True, text=True, check=True)
    *before, tab, door = run.stdout.split()
    assert (tab, door) == ("PageTab", "Button")
    assert before != [tab, door]


def test_what_is_imported_is_not_read_through_for_features_of_pyside(application):
    assert builtins.__import__ is builtins.__orig_import__


def test_garbage_is_collected_again_once_the_application_is_made(settings_file):
    assert _painted(settings_file)[1] == "True"


def test_the_first_paint_is_in_our_own_letters(settings_file):
    assert _painted(settings_file)[2] == "Source-Sans-Pro"


def test_the_first_paint_imports_one_page_and_no_search(settings_file):
    modules = set(_painted(settings_file)[3:])
    assert {f"rightsref.ui.{module}" for module, _ in PAGES.values()} & modules == {"rightsref.ui.shell.home_page"}
    assert (
        not {module.__name__ for module in (library, scenario, searcher, spelling, typeset, lookup, clock, flow, law)}
        & modules
    )


def test_what_can_wait_waits_until_the_window_was_seen(application, qtbot, settings_file):
    window = open_window({"theme": "light"})
    qtbot.addWidget(window)
    qtbot.wait(max(WARM_UP, VERIFY) + 100)
    assert "search" not in window.pages
    assert window.windowIcon().isNull()
    window.show()
    qtbot.waitUntil(lambda: "search" in window.pages and not window.windowIcon().isNull(), timeout=5000)


def test_getting_ready_takes_no_results_away_from_who_typed_at_once(window, qtbot):
    window.bar.set_text("detainer")
    window.search_now()
    found = window.pages["search"].model.hits
    qtbot.wait(WARM_UP + 100)
    assert found
    assert window.pages["search"].model.hits == found


def test_while_nothing_is_done_the_first_letters_of_questions_are_searched_for(window, qtbot, monkeypatch):
    page, searched = window.stack.page("search"), []
    real = page._searcher.search
    monkeypatch.setattr(
        page._searcher, "search", lambda query, *rest, **more: searched.append(query.text) or real(query, *rest, **more)
    )
    page.make_ready(window.stack.size())
    qtbot.waitUntil(lambda: not page._idle.isActive(), timeout=20_000)
    assert searched[-len(FIRST_LETTERS) :] == list(FIRST_LETTERS)
    searched.clear()
    page.make_ready(window.stack.size())
    window.bar.set_text("detainer")
    window.search_now()
    qtbot.waitUntil(lambda: not page._idle.isActive(), timeout=5_000)
    assert searched[-1] == "detainer"
