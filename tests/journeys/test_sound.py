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


#: What is not sound of all classes of the window that are there after the start, a while, and a visit to every page.
NOT_SOUND = """
import sys
from types import FunctionType
from PySide6.QtTest import QTest
from rightsref.ui.parts.place import Place
from rightsref.ui.shell.pages import PAGES
from rightsref.ui.shell.start import VERIFY, make_application, open_window

make_application()
window = open_window({"theme": "light"})
seen = 0

def not_sound():
    global seen
    for name, module in list(sys.modules.items()):
        for made in list(vars(module).values()) if name.startswith("rightsref.ui.") else ():
            if isinstance(made, type) and made.__module__ == name:
                qt = [base for base in made.__mro__ if base.__module__.startswith("PySide6.")]
                for key, method in vars(made).items():
                    if isinstance(method, FunctionType) and key[:2] != "__" and any(key in vars(base) for base in qt):
                        seen += 1
                        if not hasattr(method, "__wrapped__"):
                            yield f"{made.__name__}.{key}"

print(list(not_sound()))
window.show()
QTest.qWait(2 * VERIFY)
print(list(not_sound()))
for name in PAGES:
    if name != "compare":
        window.go(Place(name))
print(list(not_sound()), seen > 100)
"""


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="sound by itself")
def test_every_class_of_the_window_is_sound_whenever_it_was_imported(root, knowledge_base, settings_file):
    environment = {**os.environ, "PYTHONPATH": str(root / "src")}
    done = subprocess.run([sys.executable, "-c", NOT_SOUND], env=environment, capture_output=True, text=True, timeout=120, check=False)  # fmt: skip
    assert (done.returncode, done.stdout) == (0, "[]\n[]\n[] True\n"), done.stderr[-500:]
