"""`python3 tests/atspi`: the real window as a screen reader finds it, over a live accessibility bus and a screen of its own.

Needs Xvfb, dbus-run-session and at-spi2-core, and for the reading side the system's Python with `gi` and its `Atspi`
(Debian: xvfb dbus-x11 at-spi2-core python3-gi gir1.2-atspi-2.0). Walks the whole tree of each page, presses a tab, a door and a link,
and says how much there was. Exit code 1 if a focusable control had no name, or a press led nowhere; 2 if something is missing.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NEEDED = ("Xvfb", "dbus-run-session")


def main() -> int:
    """Start a screen, a bus and the window, and read it."""
    missing = [name for name in NEEDED if not shutil.which(name)]
    reader = next((p for p in ("/usr/bin/python3", "python3") if _has_atspi(p)), None)
    if missing or reader is None:
        sys.stdout.write(f"Missing: {', '.join(missing) or 'python3-gi and gir1.2-atspi-2.0'}\n")
        return 2
    with tempfile.TemporaryDirectory() as folder, _screen() as display:
        environment = {
            **{k: v for k, v in os.environ.items() if k not in {"QT_QPA_PLATFORM", "WAYLAND_DISPLAY"}},
            "HOME": folder, "RIGHTSREF_SETTINGS": str(Path(folder) / "settings.json"), "DISPLAY": display,
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "XDG_RUNTIME_DIR": folder,
        }  # fmt: skip
        script = f'{os.environ.get("RIGHTSREF_UNDER", "")} "{sys.executable}" -m rightsref --theme light & app=$!; "{reader}" "{Path(__file__).with_name("read.py")}"; code=$?; kill $app; exit $code'
        run = ["dbus-run-session", "--", "sh", "-c", script]
        return subprocess.run(run, env=environment, cwd=ROOT, timeout=300, check=False).returncode


@contextmanager
def _screen() -> Iterator[str]:
    """The name of a screen of its own, which X chooses, and tells once it can be used."""
    told, tells = os.pipe()
    screen = subprocess.Popen(
        ["Xvfb", "-displayfd", str(tells), "-screen", "0", "1400x900x24"], stderr=subprocess.DEVNULL, pass_fds=[tells]
    )
    os.close(tells)
    try:
        with os.fdopen(told, encoding="ascii") as number:
            yield f":{number.readline().strip()}"
    finally:
        screen.terminate()
        screen.wait()


def _has_atspi(python: str) -> bool:
    code = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
    try:
        return subprocess.run([python, "-c", code], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


if __name__ == "__main__":
    sys.exit(main())
