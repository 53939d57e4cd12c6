"""The window is dressed whatever letters its install folder has."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest

_DRESSED = """
import os, sys
from PySide6.QtCore import qInstallMessageHandler
told = []
qInstallMessageHandler(lambda kind, context, words: told.append(words))
from rightsref import paths
from rightsref.ui.shell.start import make_application, open_window
app = make_application()
window = open_window({"theme": "light"})
window.show()
app.processEvents()
image = window.grab().toImage()
colours = {image.pixelColor(x, y).name() for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)}
print(str(paths.PACKAGE).encode().hex(), len(app.styleSheet()) + len(window.styleSheet()), len(colours), [w for w in told if "style" in w.lower() or "parse" in w.lower()], sep="|")
sys.stdout.flush()
os._exit(0)
"""


@pytest.mark.parametrize("name", ["plain", "ñandú", "O'Brien", "a&b", "a%41b", "José (x86) #1", "漢字"])
def test_no_folder_name_takes_the_style_sheet_away(root, tmp_path, settings_file, real_file, name):
    home = tmp_path / name
    shutil.copytree(
        root / "src" / "rightsref", home / "src" / "rightsref", ignore=shutil.ignore_patterns("__pycache__")
    )
    shutil.copytree(root / "resources" / "icons", home / "src" / "rightsref" / "resources" / "icons")
    env = {
        **os.environ,
        "PYTHONPATH": str(home / "src"),
        "RIGHTSREF_KNOWLEDGE_BASE": str(real_file),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    run = subprocess.run([sys.executable, "-c", _DRESSED], capture_output=True, text=True, env=env, check=True)
    package, style, colours, warnings = run.stdout.strip().split("|")
    assert bytes.fromhex(package).decode() == str(home / "src" / "rightsref")
    assert warnings == "[]"
    assert int(style) > 1_000
    assert int(colours) > 8
