"""A sheet's pages as Typst makes them: on the screen, and painted at the printer's resolution."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPageSize, QPainter, QPixmap
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget

from rightsref.model.sheet import Sheet
from rightsref.sheets.typeset import Options, to_pictures
from rightsref.ui.parts.asking import may_write_over
from rightsref.ui.parts.page import PageHost
from rightsref.ui.parts.printed import forget_clock
from rightsref.words import plural, tr

#: Pictures of pages are made at the printer's own resolution, within these: below it letters fray; above it Qt refuses a
#: picture of a page, which would be more than its limit of 256 MB, and nobody could see the difference.
LEAST_PPI, MOST_PPI = 300, 600


def print_sheet(parent: QWidget, host: PageHost, sheet: Sheet, options: Options, copies: int = 1) -> None:
    """Ask for a printer and print so many copies, if the dialog is not told otherwise; a printer that refuses is told."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    paper = QPageSize.PageSizeId.A4 if options.page_size == "a4" else QPageSize.PageSizeId.Letter
    printer.setPageSize(QPageSize(paper))
    printer.setFullPage(True)
    printer.setCopyCount(copies)
    if options.layout == "cards":
        printer.setDuplex(QPrinter.DuplexMode.DuplexLongSide)
    if QPrintDialog(printer, parent).exec() and not paint(printer, sheet, options):
        host.fail(tr("The printer did not take the sheet. Save it as PDF and print that."))


def paint(printer: QPrinter, sheet: Sheet, options: Options) -> bool:
    """Paint the pages that were asked for; False if the printer cannot be painted on or a page could not be made."""
    pages = to_pictures(sheet, options, min(MOST_PPI, max(LEAST_PPI, printer.resolution())))
    first, last = printer.fromPage() or 1, printer.toPage() or len(pages)
    painter = QPainter()
    if not painter.begin(printer):
        return False
    whole = all(_paint_page(painter, printer, page, new=nth > 0) for nth, page in enumerate(pages[first - 1 : last]))
    ended = painter.end()
    forget_clock(printer)
    return ended and whole and first <= len(pages)


def _paint_page(painter: QPainter, printer: QPrinter, page: bytes, *, new: bool) -> bool:
    """Paint one page, on a new sheet of paper if it is not the first; False if its picture is none."""
    picture = QPixmap()
    if not picture.loadFromData(page) or picture.isNull() or (new and not printer.newPage()):
        return False
    target = QRectF(printer.pageLayout().fullRectPixels(printer.resolution()))
    painter.drawPixmap(target, picture, QRectF(picture.rect()))
    return True


def page_picture(png: bytes, number: int, title: str, ratio: float) -> QLabel:
    """One page on the screen, at the screen's own resolution."""
    picture = QPixmap()
    picture.loadFromData(png)
    picture.setDevicePixelRatio(ratio)
    page = QLabel()
    page.setPixmap(picture)
    page.setAccessibleName(tr("Page {n} of the sheet {title}").format(n=number, title=title))
    page.setFixedSize(picture.deviceIndependentSize().toSize())
    return page


def told(sheet: Sheet, pages: int, layout: str, *, untranslated: bool) -> str:
    """What a preview shows, in words.

    Args:
        sheet: what is shown.
        pages: how many pages it has.
        layout: in which layout.
        untranslated: whether it is not there in the reader's language, which it then says.
    """
    words = []
    if untranslated:
        words.append(tr("This sheet is not whole in Spanish yet, so it is shown in English."))
    if layout == "cards":
        words.append(tr("Front and back. Print on both sides, flip on the long edge, at 100 %."))
    else:
        words.append(f"{plural('1 page', '{n} pages', pages).format(n=pages)}.")
        if sheet.pages and pages > sheet.pages and layout == "page":
            words.append(tr("Longer than it should be."))
    return " ".join(words)


def ask_where(parent: QWidget, usual: str) -> Path | None:
    """Ask where a PDF is to be saved.

    Args:
        parent: what the dialog stands over.
        usual: the name that is offered.

    Returns:
        A name with its ending; None if the reader thought better of it.
    """
    name, _ = QFileDialog.getSaveFileName(parent, tr("Save PDF"), usual, "PDF (*.pdf)")
    if not name:
        return None
    target = with_ending(Path(name))
    if target == Path(name) or not target.exists():  # the dialog has asked about the name as it was typed
        return target
    return target if may_write_over(parent, tr("Save PDF"), target) else None


def with_ending(target: Path) -> Path:
    """A name without an ending gets it."""
    return target if target.suffix.lower() == ".pdf" else target.with_name(f"{target.name}.pdf")
