"""Private by construction: a whole tour with sockets forbidden and writes allowed in one folder only."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import textwrap

import pytest

JOURNEY = textwrap.dedent(
    """
    import os, sys
    allowed = sys.argv[1]

    def guard(event, args):
        if event.startswith("socket.") or event in ("urllib.Request", "http.client.connect"):
            raise AssertionError(f"network: {event} {args}")
        if event == "open" and isinstance(args[0], (str, bytes)):
            path, mode, flags = os.fsdecode(args[0]), args[1] or "", args[2] or 0
            writes = any(c in mode for c in "wax+") or flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
            if writes and not os.path.abspath(path).startswith((allowed, "/dev/")):
                raise AssertionError(f"write: {path}")

    from rightsref.ui.shell.start import make_application, open_window
    from rightsref.ui.parts.place import Answers, ClockState, Place, Walk
    from rightsref.ui.shell.pages import PAGES
    from PySide6.QtTest import QTest
    sys.dont_write_bytecode = True
    make_application()
    sys.addaudithook(guard)
    window = open_window()
    window.show()
    for text in ("can cops ask about papers", "805/15(h)", "detaner"):
        window.bar.set_text(text)
        window.search_now()
        QTest.qWait(300)
    window.go(Place("home"))
    window.pages["home"].words.tell("my brother paid bond at Cook County and they say there is an ICE hold")
    answers = Answers.of("agents-at-my-door", {"where": "at_door", "danger_at_door": "no"})
    walk = Walk.of("", {"issuer": "homeland_security"})
    clock = ClockState("2026-03-06 16:00", place="illinois", zone="")
    visited = (Place("scenarios", answers), Place("papers", walk), Place("clock", clock), Place("sheets"))
    for place in (*visited, *map(Place, PAGES)):
        if place.page == "sheets":
            window.go(place)
            window.pages["sheets"].choices.fields["name"].setText("Neighbors of Pilsen")
        window.go(place)
        QTest.qWait(20)
    window.resize(900, 640)
    window.close()
    print("done")
    """
)


@pytest.fixture(scope="module")
def tour(tmp_path_factory):
    """The tour, taken once: how it ended, and the one folder that it might write to."""
    folder = tmp_path_factory.mktemp("private")
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "RIGHTSREF_SETTINGS": str(folder / "settings.json")}
    run = subprocess.run(
        [sys.executable, "-B", "-c", JOURNEY, str(folder)],
        capture_output=True,
        text=True,
        env=environment,
        timeout=120,
        check=False,
    )
    return run, folder


def test_no_socket_is_opened_and_nothing_is_written_elsewhere(tour):
    run, folder = tour
    assert run.stdout.strip().endswith("done"), run.stderr
    assert sorted(p.name for p in folder.iterdir()) == ["settings.json"]


def test_nothing_of_a_person_reaches_the_settings(tour):
    _, folder = tour
    assert set(json.loads((folder / "settings.json").read_text())) == {
        "width",
        "height",
        "theme",
        "zoom",
        "language",
        "leave",
        "edition",
    }


_DIALOG = """
import os
import shiboken6
from PySide6.QtWidgets import QFileDialog
from rightsref.ui.shell.start import make_application
application = make_application()
dialog = QFileDialog(None, "Save", os.environ["HOME"])
dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
dialog.show()
application.processEvents()
dialog.accept()
shiboken6.delete(dialog)  # it writes as it goes
print("done", flush=True)
"""


def test_where_files_were_saved_is_not_written_down(tmp_path):
    home = tmp_path / "home"
    home.mkdir()
    env = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
    env |= {"HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    run = subprocess.run(
        [sys.executable, "-B", "-c", _DIALOG], capture_output=True, text=True, env=env, timeout=60, check=False
    )
    assert run.stdout == "done\n"
    assert [path.name for path in home.rglob("*.conf")] == []
