"""`make lowest`: the core tests with the oldest versions that pyproject.toml allows, in an environment of its own.

`python packaging/lowest.py [--window] [PYTEST …]`: with `--window` the oldest Qt too, and what follows is run by pytest.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import tomllib
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
_BOUND = re.compile(r"^([\w-]+)>=([\d.]+)")


def oldest(requirements: list[str]) -> list[str]:
    """Each requirement at its lower bound; one without a bound as it is, one of another Python not at all."""
    found = []
    for line in requirements:
        wanted, _, marker = line.partition(";")
        if "3.12" in marker and (">=" in marker) != (sys.version_info >= (3, 12)):
            continue
        bound = _BOUND.match(wanted.strip())
        found.append(f"{bound[1]}=={bound[2]}" if bound else wanted.strip())
    return found


def main(arguments: list[str]) -> int:
    """Install and test; the exit code of the tests."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = oldest([*project["project"]["dependencies"], *project["project"]["optional-dependencies"]["content"]])
    window = "--window" in arguments
    group = "test" if window else "core-test"
    if not window:
        wanted = [name for name in wanted if not name.startswith("PySide6")]
    tests = [argument for argument in arguments if argument != "--window"] or ["--ignore", "tests/journeys"]
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        python = next(
            path for path in (Path(folder, "bin", "python"), Path(folder, "Scripts", "python.exe")) if path.exists()
        )
        pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, "--upgrade", "pip>=25.1"], check=True)
        subprocess.run([*pip, *wanted, "--group", f"{ROOT / 'pyproject.toml'}:{group}"], check=True)
        sys.stdout.write(f"{' '.join(wanted)}\n")
        sys.stdout.flush()
        environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "QT_QPA_PLATFORM": "offscreen"}
        subprocess.run([str(python), "-m", "rightsref.content", "build"], cwd=ROOT, env=environment, check=True)
        return subprocess.run(
            [str(python), "-m", "pytest", "-q", *tests], cwd=ROOT, env=environment, check=False
        ).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
