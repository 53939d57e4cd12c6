"""Shiboken's own Python as bytecode: it lies as sources inside a library, and each start of a program would compile it anew."""

from __future__ import annotations

import os
import py_compile
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

#: What writes the stubs that editors read. It is imported at each start, brings `argparse` and `logging` along, and is never called: an empty module stands
#: in its place.
_LEFT_EMPTY = "shibokensupport/signature/lib/pyi_generator"


def bytecode(target: Path) -> list[tuple[str, str, str]]:
    """Compile it into a folder, for the place where Shiboken looks before it unpacks its own; as entries of PyInstaller's.

    Returns:
        Nothing where this Shiboken lays out no such folder: the program then starts a little later, that is all.
    """
    found = find_spec("shiboken6")
    if found is None or found.origin is None:
        return []
    sources = Path(found.origin).parent / "files.dir"
    # Asked so, Shiboken lays its sources out beside itself.
    subprocess.run([sys.executable, "-c", "import PySide6.QtCore"], check=True, env={**os.environ, "SBK_EMBED": "0"})
    shutil.rmtree(target, ignore_errors=True)
    entries = []
    for source in sorted(sources.rglob("*.py")):
        place = source.relative_to(sources).with_suffix(".pyc")
        made = target / place
        made.parent.mkdir(parents=True, exist_ok=True)
        if place.with_suffix("").as_posix() == _LEFT_EMPTY:
            source.write_text("", encoding="utf-8")
        # No time and no folder of the machine that builds in it.
        py_compile.compile(str(source), str(made), str(place.with_suffix(".py")), doraise=True,
                           invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH)  # fmt: skip
        entries.append((f"shiboken6/files.dir/{place.as_posix()}", str(made), "DATA"))
    shutil.rmtree(sources, ignore_errors=True)
    return entries
