"""What is shown, as a title and on paper."""

from __future__ import annotations

from rightsref.ui.parts.page import Page, PageHost
from rightsref.ui.parts.place import Place, SheetChoice
from rightsref.ui.shell.pages import TITLES
from rightsref.words import tr


def window_title(place: Place, page: Page) -> str:
    """The window's title: what the page shows, then the program's name."""
    caption = page.caption or tr(TITLES.get(place.page, ""))
    return f"{caption} · RightsRef" if caption else "RightsRef"


def print_page(host: PageHost, page: Page) -> None:
    """Print what a page shows: at once, or by way of the sheet that says the same."""
    if page.printable:
        host.go(Place("sheets", SheetChoice(page.printable)))
    elif not page.print_shown():
        host.announce(tr("This page has no sheet. Open what you want to print, then press Ctrl+P."))
