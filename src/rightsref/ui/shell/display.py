"""Where Qt finds no screen or lacks a library it ends the process with a signal; here the reader gets a sentence instead."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager

from rightsref import paths
from rightsref.errors import tell
from rightsref.words import tr

#: Where Qt looks for plug-ins before its own folder.
_PLUGINS = ("QT_PLUGIN_PATH", "QT_QPA_PLATFORM_PLUGIN_PATH")
#: How large Qt is told to draw everything, and what of that can be seen and fits into memory.
_SCALE, _SCALES = "QT_SCALE_FACTOR", (0.25, 8)
#: The packages of Debian and Ubuntu that bring what Qt's window needs.
PACKAGES = "libegl1 libgl1 libglib2.0-0 libx11-xcb1 libxkbcommon-x11-0 libdbus-1-3 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libfontconfig1"


@contextmanager
def telling_why() -> Iterator[None]:
    """While the application is made: what would end it with a signal is told in a sentence, with exit code 2."""
    from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler, qWarning

    said: list[str] = []

    def hear(kind: QtMsgType, _context: QMessageLogContext, words: str) -> None:
        said.append(words)
        if kind == QtMsgType.QtFatalMsg:
            tell(why_no_window(said))
            os._exit(2)  # Qt aborts as soon as this returns

    before = qInstallMessageHandler(hear)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
    for words in said:  # what did not end it
        qWarning(words)


@contextmanager
def own_plugins() -> Iterator[None]:
    """While the application of a built program is made: plug-ins that the system names for its own Qt do not fit ours.

    What the program opens later, such as a viewer of PDF, finds them named again.
    """
    named = {name: os.environ.pop(name, None) if paths.is_bundle() else None for name in _PLUGINS}
    try:
        yield
    finally:
        os.environ.update({name: place for name, place in named.items() if place is not None})


def drop_absurd_scale() -> None:
    """Before the application is made: a scale of the whole window that is no number, or not of this world, is not handed to Qt."""
    try:
        usable = _SCALES[0] <= float(os.environ.get(_SCALE, "1") or 1) <= _SCALES[1]
    except ValueError:
        usable = False
    if not usable:
        del os.environ[_SCALE]


def why_no_window(said: list[str]) -> str:
    """What Qt said before it gave up, as a sentence that the reader can act on."""
    whole = " ".join(said)
    unreachable = re.search(r"could not connect to display (\S*)", whole)
    if unreachable:
        return tr(
            "The display “{name}” cannot be reached. Open the program from the desktop, or use a verb, such as: rightsref search “ice hold”"
        ).format(name=unreachable[1] or os.environ.get("WAYLAND_DISPLAY", ""))
    found = _missing_library()
    if found:
        return missing_library(found)
    return tr("No window can be opened here. Qt says: {words}").format(words=" ".join(whole.split())[:300])


def missing_library(library: str) -> str:
    """A sentence for a library that the system lacks."""
    return tr("The window needs the system library {library}, which is missing. On Debian or Ubuntu: apt-get install {packages}").format(
        library=library, packages=PACKAGES
    )  # fmt: skip


def _missing_library() -> str:
    """Which library keeps Qt's part for the X window system from loading; empty if it loads.

    Qt's own plugin is not asked: that it could not be loaded is remembered without the reason.
    """
    from PySide6.QtCore import QLibrary, QLibraryInfo

    part = QLibrary(f"{QLibraryInfo.path(QLibraryInfo.LibraryPath.LibrariesPath)}/libQt6XcbQpa.so.6")
    named = None if part.load() else re.search(r"(lib[\w.+-]+\.so[\w.]*): cannot open", part.errorString())
    return named[1] if named else ""
