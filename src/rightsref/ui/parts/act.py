"""What a short message offers to do: *Open*, *Show in folder*, *Undo*."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from rightsref.words import tr


class Act(NamedTuple):
    """A button of a message: its words, and what it does."""

    title: str
    do: Callable[[], object]


def open_path(path: Path) -> None:
    """Open a file or a folder with what the system has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def saved_acts(target: Path) -> tuple[Act, ...]:
    """What can be done with a file that was saved."""
    return (
        Act(tr("Open"), lambda: open_path(target)),
        Act(tr("Show in folder"), lambda: open_path(target.parent)),
    )
