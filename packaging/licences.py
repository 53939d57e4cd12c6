"""Collects the licences of all that a built program brings along, for its page of licences."""

from __future__ import annotations

import json
import platform
import re
import shutil
import subprocess
import sysconfig
from collections.abc import Iterator
from importlib.metadata import Distribution, distributions
from pathlib import Path
from typing import NamedTuple

_TEXTS = Path(__file__).resolve().parent / "licences"
_NAMED = re.compile(r"(?i)(licen[cs]e|copying|notice|authors)[^/]*$")
#: Under LGPL or GPL a wheel need not carry the texts; we do.
_COPYLEFT = {"LGPL": ("LGPL-3.0.txt", "GPL-3.0.txt")}
_QT_NOTE = (
    "Qt and Qt for Python are used under the LGPL, version 3. Their libraries stand as files of their own in the program’s folder and may be "
    "replaced by others that fit. Their source: https://download.qt.io/official_releases/. Works of others inside Qt, with their "
    "licences: https://doc.qt.io/qt-6/licenses-used-in-qt.html"
)
_TYPST_NOTE = "Typst is built of libraries in Rust under MIT, Apache-2.0, BSD, Zlib, Unicode and similar licences: https://github.com/typst/typst"
_NOTES = {"pyside6_essentials": _QT_NOTE, "typst": _TYPST_NOTE}


class Component(NamedTuple):
    """One thing that a built program brings along.

    Attributes:
        name, version: as its makers call it.
        licence: its short name.
        text: what its licence says, whole.
    """

    name: str
    version: str
    licence: str
    text: str


def collect(site: Path, folder: Path, root: Path) -> list[Component]:
    """Every component of a build.

    Args:
        site: `site-packages` of what runs.
        folder: the built folder, for the libraries of the system that went along.
        root: the checkout, for our own licences.
    """
    own = "\n\n".join((root / name).read_text(encoding="utf-8") for name in ("LICENSE", "LICENSE-CONTENT"))
    found = [Component("RightsRef", "", "MIT and CC BY 4.0", own), _python(), *_system_libraries(folder)]
    found += _fonts(root)
    found += [_component(dist) for dist in distributions(path=[str(site)]) if dist.name not in {"rightsref", "pip"}]
    return sorted(found, key=lambda component: (component.name != "RightsRef", component.name.lower()))


def _fonts(root: Path) -> list[Component]:
    """The letters, whose files stand in the checkout with their licences."""
    folder = root / "resources" / "fonts"
    named = {"SourceSansPro": "Source Sans", "SourceSerifPro": "Source Serif"}
    return [
        Component(name, "", "OFL-1.1", (folder / f"LICENSE-{key}.txt").read_text(encoding="utf-8"))
        for key, name in named.items()
    ]


def write(components: list[Component], target: Path) -> None:
    """Write them for the program to read, the same bytes for the same components."""
    rows = [component._asdict() for component in components]
    target.write_text(json.dumps(rows, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _python() -> Component:
    text = Path(sysconfig.get_path("stdlib")) / "LICENSE.txt"
    return Component(
        "Python", platform.python_version(), "PSF-2.0", text.read_text(encoding="utf-8") if text.is_file() else ""
    )


def _component(dist: Distribution) -> Component:
    texts = [_NOTES.get(dist.name.lower().replace("-", "_"), "")]
    files = [
        file for file in dist.files or () if _NAMED.search(str(file)) and file.suffix in {"", ".txt", ".md", ".rst"}
    ]
    texts += [Path(str(dist.locate_file(file))).read_text(encoding="utf-8", errors="replace") for file in files]
    licence = _licence_name(dist)
    for sign, names in _COPYLEFT.items():
        if sign in licence:
            texts += [(_TEXTS / name).read_text(encoding="utf-8") for name in names]
    return Component(dist.name, dist.version, licence, "\n\n".join(filter(None, texts)))


def _licence_name(dist: Distribution) -> str:
    meta = dist.metadata
    said = (meta[key] for key in ("License-Expression", "License") if key in meta)
    short = next(said, "")
    classified = [c.rpartition(" :: ")[2] for c in meta.get_all("Classifier") or () if c.startswith("License :: ")]
    if short and "\n" not in short and short != "Dual License":
        return short
    return " or ".join(classified) or "see its text"


def _system_libraries(folder: Path) -> Iterator[Component]:
    """Libraries of the system that went along, by the Debian package that they come from; elsewhere there are none."""
    if not shutil.which("dpkg-query"):
        return
    packages: dict[str, str] = {}
    for library in sorted((folder / "_internal").glob("lib*.so*")):
        owner = subprocess.run(
            ["dpkg-query", "--search", f"*/{library.name}"], capture_output=True, text=True, check=False
        )
        for line in owner.stdout.splitlines()[:1]:
            packages.setdefault(line.split(":")[0], library.name)
    for package in sorted(packages):
        version = subprocess.run(
            ["dpkg-query", "--show", "--showformat=${Version}", package], capture_output=True, text=True, check=False
        ).stdout
        text = Path("/usr/share/doc") / package / "copyright"
        yield Component(package, version, "see its text", text.read_text(encoding="utf-8") if text.is_file() else "")
