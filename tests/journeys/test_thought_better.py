"""Every button of every page may be pressed, and every dialog that it opens be cancelled: nothing goes wrong and nothing is written."""

from __future__ import annotations

import pytest
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QAbstractButton, QDialog, QFileDialog, QInputDialog, QMessageBox, QPushButton, QToolButton

from rightsref.ui.parts.place import Answers, At, Pair, Place, SearchState, Versions
from rightsref.ui.shell.pages import PAGES

ACT = "rightsref:provision/5-ilcs-805/15"
PLACES = [
    *(Place(name) for name in PAGES if name != "compare"),
    Place("compare", Versions(f"{ACT}@2017-08-28", ACT)),
    Place("search", SearchState("ice hold after bond")), Place("law", At(ACT)), Place("scenarios", Answers("held-in-jail")),
    Place("papers", At("rightsref:paper/i-200")), Place("papers", Pair("i-200", "ao-442")),
]  # fmt: skip


pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # offscreen dialogs have none


@pytest.fixture
def cancelled(monkeypatch):
    """How often a dialog came up; each is cancelled."""
    asked = []

    def cancel(answer):
        return lambda *_, **__: asked.append(1) or answer

    for name in ("getSaveFileName", "getOpenFileName", "getOpenFileNames"):
        monkeypatch.setattr(QFileDialog, name, cancel(("" if name[-1] != "s" else [], "")))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", cancel(""))
    monkeypatch.setattr(QInputDialog, "getText", cancel(("", False)))
    for kind in (QDialog, QPrintDialog, QMessageBox):
        monkeypatch.setattr(kind, "exec", cancel(0))
    return asked


def test_every_dialog_can_be_cancelled(window, qtbot, cancelled, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    pressed = 0
    for place in PLACES:
        window.go(place)
        qtbot.wait(30)
        for nth in range(len(_buttons(window))):
            window.go(place)
            qtbot.wait(0)
            now = _buttons(window)
            if nth < len(now):
                now[nth].click()
                pressed += 1
    assert pressed > 80
    assert len(cancelled) >= 8
    assert list(tmp_path.iterdir()) == []


def _buttons(window):
    """The buttons of the page on show that can be pressed, but for those that open a menu."""
    return [
        each for each in window.stack.currentWidget().findChildren(QAbstractButton)
        if each.isVisible() and each.isEnabled() and not (isinstance(each, QPushButton | QToolButton) and each.menu())
    ]  # fmt: skip
