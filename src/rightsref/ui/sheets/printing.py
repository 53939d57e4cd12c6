"""Printing a sheet: Typst's own pages, painted at the printer's resolution."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPageSize, QPainter, QPixmap
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from rightsref.model.sheet import Sheet
from rightsref.sheets.typeset import Options, to_pictures
from rightsref.ui.parts.page import PageHost
from rightsref.words import tr

LEAST_PPI = 300


def print_sheet(parent: QWidget, host: PageHost, sheet: Sheet, options: Options) -> None:
    """Ask for a printer and print; a printer that refuses is told."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    paper = QPageSize.PageSizeId.A4 if options.paper == "a4" else QPageSize.PageSizeId.Letter
    printer.setPageSize(QPageSize(paper))
    printer.setFullPage(True)
    if options.layout == "cards":
        printer.setDuplex(QPrinter.DuplexMode.DuplexLongSide)
    if QPrintDialog(printer, parent).exec() and not paint(printer, sheet, options):
        host.announce(tr("The printer did not take the sheet. Save it as PDF and print that."))


def paint(printer: QPrinter, sheet: Sheet, options: Options) -> bool:
    """Paint every page; False if the printer cannot be painted on."""
    painter = QPainter()
    if not painter.begin(printer):
        return False
    for number, page in enumerate(to_pictures(sheet, options, max(LEAST_PPI, printer.resolution()))):
        if number:
            printer.newPage()
        picture = QPixmap()
        picture.loadFromData(page)
        target = QRectF(printer.pageLayout().fullRectPixels(printer.resolution()))
        painter.drawPixmap(target, picture, QRectF(picture.rect()))
    return painter.end()
