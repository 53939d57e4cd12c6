"""Leaving at once: by keys wherever the keyboard is, by the button; nothing is left of what was asked."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit

from rightsref.ui.parts import clipboard
from rightsref.ui.parts.place import Answers, Place

ESCAPE, SHIFT, OTHER = Qt.Key.Key_Escape, Qt.Key.Key_Shift, Qt.Key.Key_A


@pytest.fixture
def listened(window, qtbot):
    """How often leaving was asked for by keys; the window itself is not left."""
    qtbot.waitUntil(lambda: window.quick_exit is not None, timeout=2000)
    asked = []
    window.quick_exit.wanted.disconnect()
    window.quick_exit.wanted.connect(lambda: asked.append(1))
    window.quick_exit._watch(window.windowHandle())
    window.quick_exit._pressed.clear()
    yield asked
    window.quick_exit.wanted.disconnect()
    window.quick_exit.wanted.connect(window.leave_now)


def press(widget, *keys):
    for key in keys:
        QTest.keyClick(widget.window().windowHandle(), key)


@pytest.mark.parametrize(
    ("keys", "leaves"),
    [
        ((ESCAPE,) * 3, 1),
        ((SHIFT,) * 3, 1),
        ((ESCAPE,) * 2, 0),
        ((ESCAPE, SHIFT, ESCAPE), 0),
        ((SHIFT, OTHER, SHIFT, OTHER, SHIFT, OTHER), 0),  # capitals
        ((ESCAPE,) * 5, 1),
        ((ESCAPE,) * 6, 2),
    ],
)
def test_three_times_the_same_key_leaves(window, listened, keys, leaves):
    press(window, *keys)
    assert len(listened) == leaves


def test_slow_keys_do_not_leave(window, listened, monkeypatch):
    clock = iter((0.0, 1.5, 3.0, 3.4))
    monkeypatch.setattr("rightsref.ui.shell.quick_exit.monotonic", lambda: next(clock))
    press(window, ESCAPE, ESCAPE, ESCAPE)
    assert listened == []
    press(window, ESCAPE)
    assert listened == [1]


def test_a_click_between_begins_anew(window, listened):
    press(window, SHIFT, SHIFT)
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=window.rect().center())
    press(window, SHIFT)
    assert listened == []


def test_the_keys_are_heard_in_a_dialog_too(window, listened, qtbot):
    dialog = QDialog(window)
    field = QLineEdit(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is dialog.windowHandle(), timeout=2000)
    QTest.keyClick(dialog.windowHandle(), SHIFT)
    QTest.keyClick(dialog.windowHandle(), SHIFT)
    QTest.keyClick(dialog.windowHandle(), SHIFT)
    assert listened == [1]
    field.deleteLater()
    dialog.deleteLater()


@pytest.fixture
def asked(window, monkeypatch):
    """A window on which something was asked, read, answered and copied; it may not end the tests."""
    ended = []
    monkeypatch.setattr(QApplication, "exit", lambda *_: ended.append(1))
    window.go(Place("scenarios", Answers.of("held-in-jail", {})))
    window.bar.set_text("my brother")
    window.search_now()
    clipboard.copy("my brother")
    window.fail("Something with a name in it.")
    return ended


def nothing_is_left(window):
    return (
        QGuiApplication.clipboard().text() == ""
        and window.history.current == Place("home")
        and not window.history.can_go_back
        and not window.bar.text
        and not window.bar.box.isUndoAvailable()
        and not window.message.text()
        and window._source._searcher is None
    )


def test_the_button_closes_every_window_and_clears_what_was_asked(window, asked):
    window.bar.leave.click()
    assert not any(widget.isVisible() for widget in QApplication.topLevelWidgets())
    assert nothing_is_left(window)
    assert window.pages == {}
    assert asked == [1]
    window.show()
    window.go(Place("home"))


def test_a_blank_page_shows_nothing_under_no_name_and_comes_back_empty(window, asked, settings_file):
    window.change(window.settings._replace(leave="blank"))
    window.go(Place("scenarios", Answers.of("held-in-jail", {})))
    window.leave_now()
    assert window.isVisible()
    assert window.centralWidget().isHidden()
    assert "RightsRef" not in window.windowTitle() + QGuiApplication.applicationDisplayName()
    assert nothing_is_left(window)
    picture = window.grab().toImage()
    assert len({picture.pixel(x, y) for x in range(0, 1200, 40) for y in range(0, 800, 40)}) == 1
    for act in (lambda: window.go(Place("keys")), lambda: window.step(-1), window.find_in_page, window.print_shown):
        act()
        assert window.pages == {}
    window.leave_now()
    assert window.centralWidget().isVisible()
    assert window.history.current == Place("home")
    assert "RightsRef" in window.windowTitle()
    assert asked == []


def test_what_is_typed_is_said_not_to_be_kept(window):
    assert "not kept" in window.bar.box.accessibleDescription()


LEAVE = textwrap.dedent(
    """
    import sys, time
    from PySide6.QtCore import Qt, QTimer
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication, QMessageBox
    from rightsref.ui.shell.start import make_application, open_window
    app = make_application()
    window = open_window({"theme": "light"})
    window.show()
    times = []

    def leave():
        handle = app.focusWindow() or window.windowHandle()
        begun = time.perf_counter()
        for _ in range(3):
            QTest.keyClick(handle, Qt.Key.Key_Shift)
        times.append(time.perf_counter() - begun)
        assert not any(w.isVisible() for w in QApplication.topLevelWidgets())

    def with_a_dialog():
        QTimer.singleShot(300, leave)
        QMessageBox(window).exec()

    from rightsref.ui.parts.place import Place, SearchState
    QTimer.singleShot(600, lambda: window.go(Place("search", SearchState("can cops ask about papers"))))
    QTimer.singleShot(1000, with_a_dialog if "dialog" in sys.argv else leave)
    app.exec()
    print(f"{1000 * times[0]:.0f}")
    """
)


@pytest.mark.parametrize("where", ["window", "dialog"])
def test_the_program_ends_and_no_window_is_left_in_time(tmp_path, where):
    environment = {**os.environ, "RIGHTSREF_SETTINGS": str(tmp_path / "settings.json")}
    run = subprocess.run([sys.executable, "-c", LEAVE, where], env=environment, capture_output=True, text=True, timeout=60, check=False)  # fmt: skip
    assert run.returncode == 0, run.stderr
    assert int(run.stdout) < 200
    assert list(tmp_path.iterdir()) == []
