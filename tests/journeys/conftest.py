"""The real window over the real content as it stands in the checkout, offscreen, with settings of its own."""

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


@pytest.fixture(scope="package", autouse=True)
def knowledge_base(real_file):
    """The window and every process that a test starts read what the content says now, not what was built some time ago."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RIGHTSREF_KNOWLEDGE_BASE", str(real_file))
        yield real_file


@pytest.fixture(scope="session")
def application(qapp):
    """The Qt application with our letters and icons."""
    from rightsref.ui.shell.start import make_application

    return make_application()


@pytest.fixture(scope="module")
def module_settings(tmp_path_factory):
    """The settings of all windows of a module."""
    file = tmp_path_factory.mktemp("settings") / "settings.json"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RIGHTSREF_SETTINGS", str(file))
        yield file


@pytest.fixture
def settings_file(module_settings):
    """Where settings are kept; there are none when a test begins."""
    for left in module_settings.parent.iterdir():
        left.unlink()
    return module_settings


@pytest.fixture(scope="module")
def module_window(application, module_settings):
    """One window for all tests of a module: to make it and its style sheet takes longer than most tests."""
    from rightsref.ui.shell.start import open_window
    from rightsref.words import speak

    made = open_window({"theme": "light"})
    yield made
    made.close()
    made.deleteLater()
    speak("en")  # whatever the last of them spoke: what comes next in this process does not know of it


@pytest.fixture
def window(qtbot, settings_file, module_window):
    """The main window as a reader finds it: on its first page, nothing asked yet, shown at 1280 by 800."""
    from PySide6.QtCore import QCoreApplication, QEvent

    from rightsref.settings import Settings
    from rightsref.ui.parts.place import Place
    from rightsref.ui.shell.history import History

    usual = Settings(theme="light")
    module_window.history = History(Place("home"))
    module_window.stack.forget()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # which waits for an event loop that tests lack
    module_window.change(usual)
    module_window.go(Place("home"))
    module_window.message.hide()
    module_window.resize(usual.width, usual.height)
    module_window.show()
    module_window.bar.box.setFocus()
    settings_file.unlink(missing_ok=True)
    qtbot.waitExposed(module_window)
    return module_window


@pytest.fixture
def announced(monkeypatch):
    """What is announced from now on."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    said = []
    monkeypatch.setattr(
        QAccessible,
        "updateAccessibility",
        lambda event: said.append(event.message()) if isinstance(event, QAccessibleAnnouncementEvent) else None,
    )
    return said


@pytest.fixture
def type_in(qtbot, window):
    """Type a text into the search box, letter by letter, and wait until it was answered."""
    from rightsref.ui.parts.place import Place, SearchState

    def type_text(text):
        window.bar.focus_box()
        qtbot.keyClicks(window.bar.box, text)
        qtbot.waitUntil(lambda: window.history.current == Place("search", SearchState(text)), timeout=2000)
        return window.pages["search"]

    return type_text
