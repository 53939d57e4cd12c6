"""Private by construction: a whole tour with sockets forbidden and writes allowed in one folder only."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap

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
    from rightsref.ui.parts.place import Place
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
    for place in (Place("law"), Place("about"), Place("settings"), Place("home")):
        window.go(place)
        QTest.qWait(20)
    window.resize(900, 640)
    window.close()
    print("done")
    """
)


def test_no_socket_is_opened_and_nothing_is_written_elsewhere(tmp_path):
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "RIGHTSREF_SETTINGS": str(tmp_path / "settings.json")}
    run = subprocess.run(
        [sys.executable, "-B", "-c", JOURNEY, str(tmp_path)],
        capture_output=True,
        text=True,
        env=environment,
        timeout=120,
        check=False,
    )
    assert run.stdout.strip().endswith("done"), run.stderr
    assert sorted(p.name for p in tmp_path.iterdir()) == ["settings.json"]


def test_nothing_typed_reaches_the_settings(tmp_path):
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "RIGHTSREF_SETTINGS": str(tmp_path / "settings.json")}
    subprocess.run(
        [sys.executable, "-B", "-c", JOURNEY, str(tmp_path)],
        capture_output=True,
        env=environment,
        timeout=120,
        check=True,
    )
    assert "papers" not in (tmp_path / "settings.json").read_text()
