"""A page that is one column of rich text."""

from __future__ import annotations

from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rightsref.ui.parts.find_bar import FindBar, find_in
from rightsref.ui.parts.look import LIGHT, PAGE_WIDTH, T16, L
from rightsref.ui.parts.page import Page, PageHost
from rightsref.ui.parts.place import Place
from rightsref.ui.parts.printed import forget_clock
from rightsref.ui.parts.reader import reader_for
from rightsref.ui.parts.rich_text import RichText
from rightsref.ui.parts.widgets import PAD, in_line
from rightsref.words import tr

MEASURE = 760


class TextPage(Page):
    """Shows what `fill` writes; a place's address is brought into view."""

    name = ""
    widest = PAGE_WIDTH
    edge, top = 64, 36 - PAD // 2  # from the rail to the words, and from the bar

    def __init__(self, host: PageHost) -> None:
        super().__init__(host)
        self.text = reader_for(host, tr(self.name), MEASURE)
        self.find_bar = FindBar(host.look)
        self.find_bar.hide()
        find_in(self.find_bar, self.text)
        column = QVBoxLayout(self)
        column.setContentsMargins(self.edge - PAD, self.top, L, 0)
        above = self.head()
        if above is not None:
            column.addLayout(in_line(above))
        column.addLayout(in_line(self.find_bar))
        column.addWidget(self.text, 1)
        made = RichText(host.look, size=T16)
        self.fill(made)
        self.text.show_document(made.document)

    def head(self) -> QWidget | None:
        """What stands above the text, if anything does."""
        return None

    def fill(self, made: RichText) -> None:
        """Write the page."""
        raise NotImplementedError

    @property
    def position(self) -> float:
        """How far down the text is."""
        return self.text.position

    def show_place(self, place: Place, position: float = 0.0) -> None:
        """Bring what stands at the place's address into view, or go back to where the reader was."""
        if place.address and not position:
            self.text.bring_into_view(place.address)
        else:
            self.text.go_to(position)

    def print_shown(self) -> bool:
        """Print the page through the system's dialog, dark on light whatever the window's colours are."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        if QPrintDialog(printer, self.window()).exec():
            self.for_paper().print_(printer)
            forget_clock(printer)
        return True

    def for_paper(self) -> QTextDocument:
        """The page's text as it is printed."""
        made = RichText(self.host.look._replace(colours=LIGHT, zoom=1.0), size=T16)
        self.fill(made)
        return made.document

    def find_in_page(self) -> bool:
        """Open the find bar."""
        self.find_bar.open()
        return True
