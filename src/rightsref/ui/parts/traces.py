"""What Qt and the system would write down about the reader: stopped where it can be."""

from __future__ import annotations

import os
import sys
from functools import cache
from pathlib import Path

from PySide6 import QtCore
from PySide6.QtCore import QCoreApplication, QSettings

from rightsref.ui.parts.clipboard import mark_what_is_copied

#: Nothing can be written below this, and nobody is told that it could not.
_NOWHERE = "/dev/null/nowhere"
#: Where the print system of this computer listens, and where a reader may have named another one.
_PRINT_SOCKET = "/run/cups/cups.sock"
_PRINT_SETTINGS = ("/etc/cups/client.conf", "~/.cups/client.conf")


@cache
def leave_no_traces() -> None:
    """To be called before the first dialog; once is enough.

    Qt's file dialog writes the folders that were visited into `QtProject.conf`: its settings are pointed away. The dialogs of
    desktops on Linux write the whole name of each file into a list of recent ones: Qt's own are shown there instead. On Windows
    and macOS the system's dialogs cannot be told to forget; the page *Where is everything?* says so. Python writes down each module
    that it compiles, with the second in which it was first needed, where the installer did not: whether anybody protects notes, say.
    """
    sys.dont_write_bytecode = True
    if sys.platform.startswith("linux"):
        for written in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
            QSettings.setPath(written, QSettings.Scope.UserScope, _NOWHERE)
        QCoreApplication.setAttribute(QtCore.Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
        _print_without_network()
    mark_what_is_copied()


def _print_without_network() -> None:
    """Have the print dialog ask this computer's print system only, and not by way of the network, unless another one was named."""
    if not any(Path(name).expanduser().exists() for name in _PRINT_SETTINGS):
        os.environ.setdefault("CUPS_SERVER", _PRINT_SOCKET)
