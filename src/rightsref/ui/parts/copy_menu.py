"""The one Copy menu: each page says what can be copied, this offers it, copies it and tells so."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QPushButton

from rightsref.ui.parts import clipboard, icons
from rightsref.ui.parts.widgets import push_button
from rightsref.words import tr

if TYPE_CHECKING:
    from rightsref.sheets.quoting import Copied
    from rightsref.ui.parts.page import PageHost

#: What can be copied now; asked anew each time the menu opens.
Offers = Callable[[], "Sequence[Copied]"]
COPY_KEY = "Ctrl+Shift+C"


def copy_button(host: PageHost, offers: Offers, usual: int = 0) -> QPushButton:
    """A button that opens the menu.

    Args:
        host: tells what was copied.
        offers: what can be copied.
        usual: which of these the key copies without asking.
    """
    button = push_button(tr("Copy"))
    button.setIcon(icons.icon("copy", host.look.colours.muted, 18))
    button.setToolTip(COPY_KEY)
    menu = QMenu(button)
    menu.aboutToShow.connect(lambda: fill(menu, host, offers()))
    button.setMenu(menu)
    QShortcut(QKeySequence(COPY_KEY), button, lambda: _copy_nth(host, offers(), usual))
    return button


def answer_copies(host: PageHost, target: str, words: str = "") -> Sequence[Copied]:
    """The ways of copying what stands at an address, as it is printed; `words` where the screen says more."""
    from rightsref.sheets.quoting import copies_of_answer  # for whoever copies

    return copies_of_answer(host.kb, target, host.lang, words) if target else ()


def fill(menu: QMenu, host: PageHost, offers: Sequence[Copied]) -> None:
    """Offer some copies in a menu, in place of those before."""
    menu.clear()
    for each in offers:
        menu.addAction(each.title).triggered.connect(lambda _=False, each=each: copy(host, each))


def copy(host: PageHost, what: Copied) -> None:
    """Put it on the clipboard, and say what it was."""
    clipboard.copy(what.text, what.markup)
    host.announce(tr("Copied: {what}").format(what=what.title))


def _copy_nth(host: PageHost, offers: Sequence[Copied], nth: int) -> None:
    if offers:
        copy(host, offers[min(nth, len(offers) - 1)])
