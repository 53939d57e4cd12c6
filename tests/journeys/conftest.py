"""The real window over the real content, offscreen, with settings of its own."""

from __future__ import annotations

import os

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def pytest_collection_modifyitems(items):
    """A warning of Qt's fails the test in which it comes up."""
    for item in items:
        if "journeys" in item.path.parts:
            item.add_marker(pytest.mark.qt_log_level_fail("WARNING"))


@pytest.fixture(scope="session")
def qapp_cls():
    from PySide6.QtWidgets import QApplication

    return QApplication


@pytest.fixture
def settings_file(tmp_path, monkeypatch):
    file = tmp_path / "settings" / "settings.json"
    monkeypatch.setenv("RIGHTSREF_SETTINGS", str(file))
    return file


@pytest.fixture
def window(qtbot, qapp, settings_file):
    """The main window, shown at 1280 by 800."""
    from rightsref.ui.shell.start import make_application, open_window

    make_application()
    shown = open_window({"theme": "light"})
    qtbot.addWidget(shown)
    shown.show()
    qtbot.waitExposed(shown)
    return shown


@pytest.fixture
def type_in(qtbot, window):
    """Type a text into the search box, letter by letter, and wait until it was answered."""

    def type_text(text):
        window.bar.focus_box()
        qtbot.keyClicks(window.bar.box, text)
        qtbot.waitUntil(lambda: not window._typing.isActive(), timeout=2000)
        return window.pages["search"]

    return type_text
