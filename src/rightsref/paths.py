"""Where things are: in a source checkout, in an installed wheel, on the reader's disk."""

from __future__ import annotations

import os
import sys
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = PACKAGE.parents[1]
#: A folder of this name beside a built program keeps everything that the reader keeps, such as on a USB stick.
PORTABLE = "RightsRefData"


@cache
def in_checkout() -> bool:
    """Whether the program runs from a source tree rather than from an installed wheel."""
    return (_CHECKOUT / "resources" / "law").is_dir() and (_CHECKOUT / "pyproject.toml").is_file()


def is_bundle() -> bool:
    """Whether this is a built program that brings its own Python."""
    return bool(getattr(sys, "frozen", False))


def portable_folder() -> Path | None:
    """The folder `RightsRefData` beside a built program, if there is one: then everything is kept in it."""
    if not is_bundle():
        return None
    program = Path(sys.executable).resolve().parent
    if sys.platform == "darwin" and program.parts[-2:] == ("Contents", "MacOS"):
        program = program.parents[2]  # beside RightsRef.app, not inside it
    folder = program / PORTABLE
    return folder if folder.is_dir() else None


def content_root() -> Path:
    """The content files; they exist only in a checkout."""
    return _CHECKOUT / "resources"


def knowledge_base() -> Path:
    """The compiled knowledge base; `RIGHTSREF_KNOWLEDGE_BASE` names another file for tests and tools."""
    named = os.environ.get("RIGHTSREF_KNOWLEDGE_BASE")
    if named:
        return Path(named)
    return _CHECKOUT / "build" / "knowledge.db" if in_checkout() else PACKAGE / "knowledge.db"


def resources() -> Path:
    """Where what the program draws with is: below it `icons`, `sheets` (Typst templates), `papers` (drawings) and `fonts`."""
    return (_CHECKOUT if in_checkout() else PACKAGE) / "resources"


def fonts() -> Path:
    """The letters of window and sheets: Source Sans and Source Serif, each with its licence beside it."""
    return resources() / "fonts"


def licences() -> Path:
    """The licences of all that a built program brings along; where Python was there before, there is no such file."""
    return PACKAGE / "licences.json"


def settings_file() -> Path:
    """The one file of settings; `RIGHTSREF_SETTINGS` names another for tests."""
    named = os.environ.get("RIGHTSREF_SETTINGS")
    if named:
        return Path(named)
    portable = portable_folder()
    if portable is not None:
        return portable / "settings.json"
    import platformdirs

    try:
        folder = platformdirs.user_config_dir("RightsRef", appauthor=False)
    except (RuntimeError, KeyError):  # a user without a home of any kind
        folder = os.devnull
    return Path(folder) / "settings.json"
