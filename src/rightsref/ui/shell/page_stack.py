"""The pages that were made: each when it is first wanted, all of them anew for another look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget

from rightsref.ui.parts.page import Page, PageHost
from rightsref.ui.parts.place import Place
from rightsref.ui.shell.pages import make_page

if TYPE_CHECKING:
    from rightsref.ui.shell.kept import Kept  # needs what the first page does without


class PageStack(QStackedWidget):
    """Holds the pages and shows one of them, or in place of all of them what is wrong with the file."""

    wanted = Signal()  # from the page of trouble: look at the file again

    def __init__(self, host: PageHost) -> None:
        super().__init__()
        self._host = host
        self.pages: dict[str, Page] = {}
        self._kept: dict[str, Kept] = {}

    def page(self, name: str) -> Page:
        """The page of a name, made when it is first wanted."""
        if name not in self.pages:
            page = make_page(name, self._host)
            if name in self._kept:
                page.take_over(self._kept[name].own)
            self.pages[name] = page
            self.addWidget(page)
            if self.isVisible():  # before, there is no size
                page.resize(self.size())
        return self.pages[name]

    def show_place(self, place: Place, position: float = 0.0) -> None:
        """Show a place; what was kept of its page before a new look is there again.

        Raises:
            NotFoundError, UsageError: there is no such place; its page is shown nevertheless.
        """
        if "trouble" in self.pages:
            self._drop()
        page = self.page(place.page)
        kept = self._kept.pop(place.page, None)
        if kept and place.state is None:
            place = Place(place.page, kept.state)
        try:
            page.show_place(place, position)
        finally:
            self.setCurrentWidget(page)
        if kept and kept.place == place:
            kept.give_back(page)

    def renew(self, place: Place) -> None:
        """Drop the pages for a new look, with `place` on screen; a page that is busy goes on at once."""
        from rightsref.ui.shell.kept import Kept

        for name, page in self.pages.items():
            self._kept[name] = Kept.of(page, place if name == place.page else None)
        busy = [name for name, page in self.pages.items() if page.busy]
        self._drop()
        for name in busy:
            self.page(name)

    def show_trouble(self, reason: str) -> None:
        """Show in place of every page why there is none; nothing that was typed or read is kept."""
        from rightsref.ui.shell.trouble_page import TroublePage

        self.forget()
        page = TroublePage(self._host, reason)
        page.wanted.connect(self.wanted)
        self.pages["trouble"] = page
        self.addWidget(page)
        self.setCurrentWidget(page)
        page.take_focus()

    def forget(self) -> None:
        """Drop the pages, and whatever was kept of them."""
        self._drop()
        self._kept.clear()

    def _drop(self) -> None:
        """Free every page, with whatever it still waits for."""
        for page in self.pages.values():
            for timer in page.findChildren(QTimer):
                timer.stop()
            self.removeWidget(page)
            page.hide()
            page.deleteLater()
        self.pages.clear()
