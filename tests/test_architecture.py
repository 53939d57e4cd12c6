"""The shape of the program: short files and functions, a core without Qt, no network code, nothing of one machine."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
MODULES = sorted((ROOT / "src").rglob("*.py"))

#: Modules that open connections, and the part of Qt that does.
NETWORK = (
    "socket", "ssl", "http", "urllib.request", "urllib3", "requests", "httpx", "aiohttp", "ftplib", "smtplib", "poplib",
    "imaplib", "telnetlib", "xmlrpc", "socketserver", "asyncio", "webbrowser", "PySide6.QtNetwork", "PySide6.QtWebSockets",
)  # fmt: skip

#: Folders of somebody's own machine.
OWN_PATHS = re.compile(r"(?<![\w.:/~-])/(?:home|work|root|Users)/\w")

#: Directives of `strftime` whose words follow the locale: names of days and months, am and pm, whole dates.
LOCALE_NAMES = re.compile(r"%[-_#]?[aAbBcpxX]\b")

#: Run in a process where the window's library cannot be imported and every connection is refused.
CORE_ALONE = """
import sys
for name in ("PySide6", "shiboken6"):
    sys.modules[name] = None

def refuse(event, arguments):
    if event.startswith("socket.") or event in {"urllib.Request", "http.client.connect"}:
        raise AssertionError(f"network: {event}")

sys.addaudithook(refuse)
import rightsref.__main__, rightsref.search.searcher, rightsref.settings
import rightsref.content.compiler, rightsref.content.new
from rightsref.cli.main import run
codes = [run(call) for call in (["search", "detaner"], ["show", "form:T-1"], ["about"], ["content", "check", "--root", sys.argv[1]])]
print("codes", codes, "qt", any(name.startswith("PySide6.") for name in sys.modules))
"""


def relative(path):
    """A module as it is named in a failure."""
    return path.relative_to(ROOT).as_posix()


def functions(path):
    """Every function of a module."""
    return [node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def tree(path):
    """A module as syntax."""
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def imported(path):
    """Every module that a module imports, at its top or inside a function."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (node.module, *(f"{node.module}.{alias.name}" for alias in node.names))


def test_there_are_modules_to_look_at():
    assert len(MODULES) > 40


@pytest.mark.parametrize("path", MODULES, ids=relative)
def test_no_file_is_longer_than_300_lines(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300


@pytest.mark.parametrize("path", MODULES, ids=relative)
def test_no_function_is_longer_than_40_lines(path):
    long = {node.name: length for node in functions(path) if (length := node.end_lineno - node.lineno + 1) > 40}
    assert long == {}


@pytest.mark.parametrize("path", MODULES, ids=relative)
def test_every_module_says_what_it_is(path):
    assert ast.get_docstring(tree(path))


#: What may reach out of Python, and for what: the box in which a program of Windows without a terminal tells its trouble.
REACHES_OUT = {"src/rightsref/errors.py": {"ctypes"}}


@pytest.mark.parametrize("path", MODULES, ids=relative)
def test_no_module_can_reach_a_network(path):
    names = set(imported(path)) - REACHES_OUT.get(relative(path), set())
    assert [name for name in names if any(name == out or name.startswith(f"{out}.") for out in NETWORK)] == []
    assert names.isdisjoint({"ctypes", "subprocess", "multiprocessing"})
    calls = {
        node.func.id for node in ast.walk(tree(path)) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    assert calls.isdisjoint({"eval", "exec", "__import__", "compile"})


@pytest.mark.parametrize("path", MODULES, ids=relative)
def test_no_name_of_a_day_or_month_comes_from_the_systems_locale(path):
    named = [
        f"{node.lineno}: {node.value}"
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and LOCALE_NAMES.search(node.value)
    ]
    assert named == []


def test_the_core_runs_without_qt_and_without_a_network(tiny_root, tiny_file, monkeypatch):
    monkeypatch.setenv("RIGHTSREF_KNOWLEDGE_BASE", str(tiny_file))
    said = subprocess.run(
        [sys.executable, "-c", CORE_ALONE, str(tiny_root)], capture_output=True, text=True, check=False, timeout=60
    )
    assert said.stderr == ""
    assert said.stdout.endswith("codes [0, 0, 0, 0] qt False\n")


def test_only_the_window_imports_qt():
    outside = [path for path in MODULES if "ui" not in path.relative_to(ROOT / "src" / "rightsref").parts]
    assert len(outside) > 20
    assert [relative(path) for path in outside if any(name.split(".")[0] == "PySide6" for name in imported(path))] == []


#: Makes boxes whose words are never taken for markup; beside it one that asks about a name in a room of its own.
MAKES_BOXES = {"src/rightsref/ui/parts/asking.py", "src/rightsref/ui/sheets/page.py"}
BOX = re.compile(r"QMessageBox\(|QMessageBox\.(question|warning|information|critical|about)\(")


@pytest.mark.parametrize("path", MODULES, ids=relative)
def test_message_boxes_are_made_in_one_place(path):
    if relative(path) not in MAKES_BOXES:
        assert BOX.findall(path.read_text(encoding="utf-8")) == []


@pytest.mark.skipif(not (ROOT / ".git").exists() or not shutil.which("git"), reason="not a git checkout")
def test_nothing_names_a_path_of_one_machine():
    listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(listed, cwd=ROOT, check=True, capture_output=True, text=True).stdout.split("\0")
    files = [ROOT / name for name in names if name and (ROOT / name).is_file()]
    assert len(files) > 100
    found = [
        f"{relative(file)}:{number}: {line.strip()[:80]}"
        for file in files
        for number, line in enumerate(file.read_text(encoding="utf-8", errors="replace").splitlines(), 1)
        if OWN_PATHS.search(line)
    ]
    assert found == []
