"""What a built program leaves out is not needed, and what it needs goes along."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from importlib.util import find_spec

import parts
import pytest

#: The self-test in a process that cannot import what a built program leaves out, nor a part of Qt that it does not take.
_WITHOUT = """
import sys
sys.path.insert(0, sys.argv[1])
import parts

class Refuses:
    def find_spec(self, name, path=None, target=None):
        out = any(name == left or name.startswith(left + ".") for left in parts.LEFT_OUT)
        qt = name.startswith("PySide6.Qt") and name.removeprefix("PySide6.") not in parts.QT_MODULES
        if out or qt or not parts.keeps_module(name):
            raise ModuleNotFoundError(f"left out: {name}", name=name)

sys.meta_path.insert(0, Refuses())
for name, file in parts.TRIMMED.items():
    from importlib.util import module_from_spec, spec_from_file_location
    import importlib
    package = name.rpartition(".")[0]
    found = importlib.import_module(package)
    spec = spec_from_file_location(name, f"{sys.argv[1]}/{file}", submodule_search_locations=[f"{found.__path__[0]}/{name.rpartition('.')[2]}"])
    sys.modules[name] = module_from_spec(spec)
    spec.loader.exec_module(sys.modules[name])
from rightsref.self_test import self_test
sys.exit(self_test())
"""


def _imports(root):
    for path in (root / "src").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                yield from ((path, alias.name) for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                yield path, node.module
                yield from ((path, f"{node.module}.{alias.name}") for alias in node.names)


def test_the_bindings_of_qt_that_go_along_are_those_that_are_imported(root):
    imported = {name.split(".")[1] for _, name in _imports(root) if name.startswith("PySide6.Qt")}
    assert imported == set(parts.QT_MODULES)


def test_nothing_outside_the_compiler_imports_what_is_left_out(root):
    compiler = root / "src" / "rightsref" / "content"
    calls_it = root / "src" / "rightsref" / "cli" / "content.py"
    found = [
        f"{path.name}: {name}"
        for path, name in _imports(root)
        if compiler not in path.parents
        and path != calls_it
        and any(name == out or name.startswith(f"{out}.") for out in parts.LEFT_OUT)
    ]
    assert found == []


@pytest.mark.skipif(not find_spec("PySide6"), reason="the window is tried where Qt is")
def test_the_program_works_without_all_that_is_left_out(root, packaging, real_file, tmp_path):
    env = {
        **os.environ, "QT_QPA_PLATFORM": "offscreen", "RIGHTSREF_KNOWLEDGE_BASE": str(real_file),
        "RIGHTSREF_SETTINGS": str(tmp_path / "settings.json"), "PYTHONPATH": str(root / "src"),
    }  # fmt: skip
    run = subprocess.run(
        [sys.executable, "-c", _WITHOUT, str(packaging)],
        capture_output=True,
        text=True,
        env=env,
        check=False,
        timeout=120,
    )
    assert (run.returncode, run.stderr) == (0, "")
    assert "print engine" in run.stdout


_QT = "PySide6/Qt/"


@pytest.mark.parametrize(
    ("place", "kept"),
    [
        (f"{_QT}lib/libQt6Core.so.6", True),
        (f"{_QT}lib/libQt6Quick.so.6", False),
        (f"{_QT}lib/libQt6Network.so.6", False),
        (f"{_QT}lib/libicudata.so.73", True),
        (f"{_QT}plugins/platforms/libqxcb.so", True),
        (f"{_QT}plugins/platforms/libqoffscreen.so", True),
        (f"{_QT}plugins/platforms/libqvnc.so", False),
        (f"{_QT}plugins/printsupport/libcupsprintersupport.so", True),
        (f"{_QT}plugins/imageformats/libqsvg.so", True),
        (f"{_QT}plugins/imageformats/libqtiff.so", False),
        (f"{_QT}plugins/platformthemes/libqgtk3.so", False),
        (f"{_QT}plugins/tls/libqopensslbackend.so", False),
        (f"{_QT}translations/qtbase_de.qm", False),
        (f"{_QT}translations/qtbase_es.qm", True),
        ("PySide6\\translations\\qtbase_es.qm", True),
        (f"{_QT}qml/QtQuick/libqtquick2plugin.so", False),
        ("PySide6/QtWidgets.abi3.so", True),
        ("PySide6/QtNetwork.abi3.so", False),
        ("PySide6/libpyside6.abi3.so.6.12", True),
        ("PySide6/libpyside6qml.abi3.so.6.12", False),
        ("PySide6\\Qt6Core.dll", True),
        ("PySide6\\Qt6Quick.dll", False),
        ("PySide6\\QtWidgets.pyd", True),
        ("PySide6\\plugins\\platforms\\qwindows.dll", True),
        ("PySide6\\plugins\\platforms\\qdirect2d.dll", False),
        ("PySide6\\plugins\\styles\\qmodernwindowsstyle.dll", True),
        ("PySide6\\opengl32sw.dll", False),
        ("PySide6/Qt/lib/QtCore.framework/Versions/A/QtCore", True),
        ("PySide6/Qt/lib/QtQuick.framework/Versions/A/QtQuick", False),
        ("libQt6Network.so.6", False),
        ("libGL.so.1", False),
        ("libglib-2.0.so.0", False),
        ("libxcb-cursor.so.0", True),
        ("libsqlite3.so.0", True),
        ("libpython3.12.so.1.0", True),
        ("libcrypto.so.3", False),
        ("typst/_typst.abi3.so", True),
        ("rightsref/knowledge.db", True),
        ("rightsref/content/building/schema.sql", False),
        ("rightsref/resources/fonts/SourceSansPro-Semibold.ttf", True),
        ("rightsref/resources/fonts/LICENSE-SourceSansPro.txt", True),
        ("holidays-0.109.dist-info/RECORD", False),
        ("holidays-0.109.dist-info/METADATA", True),
        ("rightsref/resources/sheets/sheet.typ", True),
        ("holidays/locale/de/LC_MESSAGES/AT.mo", False),
    ],
)
def test_what_goes_along(place, kept):
    assert parts.keeps(place) is kept


@pytest.mark.parametrize(("system", "kept"), [("linux", False), ("win32", False), ("darwin", True)])
def test_no_link_goes_along_where_a_usb_stick_would_have_to_hold_it(monkeypatch, system, kept):
    monkeypatch.setattr(sys, "platform", system)
    assert parts.keeps("libQt6Core.so.6", "SYMLINK") is kept


@pytest.mark.parametrize(
    ("module", "kept"),
    [
        ("holidays.countries.united_states", True),
        ("holidays.countries.mexico", False),
        ("holidays.countries", True),
        ("holidays.financial.ny_stock_exchange", False),
        ("rightsref.content.compiler", False),
        ("rightsref.cli.content", True),
    ],
)
def test_which_modules_go_along(module, kept):
    assert parts.keeps_module(module) is kept
