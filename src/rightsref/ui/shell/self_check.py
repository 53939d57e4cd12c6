"""The window's part of the self-test: Qt, letters, icons, every page, and the print engine. Nothing of it stays on the disk."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from rightsref import paths, settings
from rightsref.knowledge.database import Database
from rightsref.ui.shell.start import make_application
from rightsref.words import plural, tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

#: Names of our letters as the style asks for them.
_FAMILIES = ("Source Sans Pro", "Source Serif Pro")


def window_checks() -> dict[str, Callable[[], str]]:
    """What is tried, by name. Without a display the window is drawn where nobody sees it."""
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    window = WindowChecks()
    return {
        tr("window system"): window.system,
        tr("letters"): window.letters,
        tr("icons"): window.icons,
        tr("pages"): window.pages,
        tr("print engine"): window.printing,
    }


class WindowChecks:
    """Each check returns what it found, or raises."""

    @cached_property
    def _application(self) -> QApplication:
        return make_application()

    def system(self) -> str:
        """Qt finds a screen."""
        from PySide6.QtCore import qVersion

        return f"Qt {qVersion()}, {self._application.platformName()}"

    def letters(self) -> str:
        """Our own letters are there, so that no system's are needed."""
        from PySide6.QtGui import QFontDatabase

        from rightsref.ui.parts import look

        self.system()
        look.load_fonts(reading=True)
        missing = [family for family in _FAMILIES if family not in QFontDatabase.families()]
        if missing:
            raise RuntimeError(tr("{names} could not be loaded").format(names=", ".join(missing)))
        return ", ".join(_FAMILIES)

    def icons(self) -> str:
        """Every icon can be drawn, in a page and by the style sheet."""
        from PySide6.QtGui import QImageReader

        from rightsref.ui.parts import icons

        self.system()
        drawings = sorted((paths.resources() / "icons").glob("*.svg"))
        empty = [file.stem for file in drawings if not _shows(icons.pixmap(file.stem, "#000000", 24).toImage())]
        if empty or not drawings or b"svg" not in {bytes(form.data()) for form in QImageReader.supportedImageFormats()}:
            raise RuntimeError(tr("these cannot be drawn: {names}").format(names=", ".join(empty) or "SVG"))
        return str(len(drawings))

    def pages(self) -> str:
        """The window opens and shows each of its pages."""
        from PySide6.QtCore import QCoreApplication, QEvent

        from rightsref.ui.parts.place import Place
        from rightsref.ui.shell.main_window import MainWindow
        from rightsref.ui.shell.pages import PAGES

        self.system()
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "settings.json"  # the reader's own settings are neither read nor written
            window = MainWindow(Database.open(paths.knowledge_base()), settings.Settings(), file)
            window.show()
            for page in PAGES:
                window.go(Place(page))
                self._application.processEvents()
            shown = _shows(window.grab().toImage())
            window.close()
            window.deleteLater()
            QCoreApplication.sendPostedEvents(
                None, QEvent.Type.DeferredDelete
            )  # which waits for an event loop that this lacks
        if not shown:
            raise RuntimeError(tr("the window stays empty"))
        return str(len(PAGES))

    def printing(self) -> str:
        """A page is printed into a file, and the system can be asked for its printers."""
        from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

        from rightsref.knowledge.library import KnowledgeBase
        from rightsref.sheets.compose import compose, printable
        from rightsref.sheets.typeset import Options
        from rightsref.ui.sheets.printing import paint

        self.system()
        kb = KnowledgeBase.open(paths.knowledge_base())
        with tempfile.TemporaryDirectory() as folder:
            target = Path(folder) / "printed.pdf"
            printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
            printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
            printer.setOutputFileName(str(target))
            printer.setFromTo(1, 1)
            painted = paint(printer, compose(kb, printable(kb, "ice-at-your-door")), Options())
            if not painted or target.stat().st_size < 10_000:
                raise RuntimeError(tr("a page was printed and nothing came out"))
        kb.close()
        count = len(QPrinterInfo.availablePrinterNames())
        return plural("1 printer", "{count} printers", count).format(count=count)


def _shows(image: object) -> bool:
    """Whether a picture shows more than one colour."""
    from PySide6.QtGui import QImage

    if not isinstance(image, QImage) or image.isNull():
        return False
    points = ((x, y) for x in range(0, image.width(), 2) for y in range(0, image.height(), 2))
    first = image.pixel(0, 0)
    return any(image.pixel(x, y) != first for x, y in points)
