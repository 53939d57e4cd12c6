"""Where things are: in a source checkout, in an installed wheel, on the reader's disk."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = PACKAGE.parents[1]


@cache
def in_checkout() -> bool:
    """Whether the program runs from a source tree rather than from an installed wheel."""
    return (_CHECKOUT / "resources" / "law").is_dir() and (_CHECKOUT / "pyproject.toml").is_file()


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
    """Where what the program draws with is: below it `icons`, `sheets` (Typst templates) and `papers` (drawings)."""
    return (_CHECKOUT if in_checkout() else PACKAGE) / "resources"


def settings_file() -> Path:
    """The one file of settings; `RIGHTSREF_SETTINGS` names another for tests and portable use."""
    named = os.environ.get("RIGHTSREF_SETTINGS")
    if named:
        return Path(named)
    import platformdirs

    try:
        folder = platformdirs.user_config_dir("RightsRef", appauthor=False)
    except (RuntimeError, KeyError):  # a user without a home of any kind
        folder = os.devnull
    return Path(folder) / "settings.json"
