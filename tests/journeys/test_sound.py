"""An error of ours in what Qt calls is an error, and not the end of the program, whoever called."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

#: A page whose override goes wrong in C code, called by Python itself: until Python 3.12 this ended the process.
GOES_WRONG = """
import sys
from PySide6.QtWidgets import QApplication, QWidget
from rightsref.ui.parts import sound, widgets

class Wrong(QWidget):
    def resizeEvent(self, event):
        {fault}

    def heightForWidth(self, width):
        return [][width]

Wrong.__module__ = widgets.__name__
widgets.Wrong = Wrong
sound.make_sound()
app = QApplication(["x", "-platform", "offscreen"])
told = []
sys.excepthook = lambda kind, error, trace: told.append(error)
page = Wrong()
for size in range(100, 300):
    try:
        page.show()
        page.resize(size, size)
        app.processEvents()
        page.heightForWidth(size)
    except Exception as error:
        told.append(error)
print("alive", bool(told))
"""


@pytest.mark.parametrize("fault", ["int('x')", "[][1]", "{}['x']", "raise ValueError('x')"])
def test_an_error_in_an_override_does_not_end_the_program(root, fault):
    environment = {**os.environ, "PYTHONPATH": str(root / "src")}
    code = GOES_WRONG.format(fault=fault) if fault != "{}['x']" else GOES_WRONG.replace("{fault}", fault)
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, timeout=60, check=False)  # fmt: skip
    assert (done.returncode, done.stdout) == (0, "alive True\n"), done.stderr[-500:]


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="sound by itself")
def test_every_page_that_was_made_is_sound(window):
    from rightsref.ui.parts.place import Place
    from rightsref.ui.shell.pages import PAGES

    for name in PAGES.keys() - {"compare"}:
        window.go(Place(name))
    for page in window.pages.values():
        for name, method in vars(type(page)).items():
            if name in {"resizeEvent", "keyPressEvent", "hideEvent", "showEvent"}:
                assert hasattr(method, "__wrapped__"), (type(page), name)
