"""The one Copy menu: each page says what can be copied, this offers it, copies it and tells so."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QPushButton

from rightsref.ui.parts import clipboard, icons
from rightsref.ui.parts.act import Act
from rightsref.ui.parts.place import Place, SheetChoice
from rightsref.ui.parts.widgets import push_button
from rightsref.words import plural, tr

if TYPE_CHECKING:
    from rightsref.sheets.quoting import Copied
    from rightsref.ui.parts.page import PageHost

#: What can be copied now; asked anew each time the menu opens.
Offers = Callable[[], "Sequence[Copied]"]
COPY_KEY = "Ctrl+Shift+C"


def copy_button(host: PageHost, offers: Offers, target: Callable[[], str], usual: int = 0) -> QPushButton:
    """A button that opens the menu.

    Args:
        host: tells what was copied.
        offers: what can be copied.
        target: the address of what is shown, which can be put into the packet.
        usual: which of these the key copies without asking.
    """
    button = push_button(tr("Copy"))
    button.setIcon(icons.icon("copy", host.look.colours.muted, 18))
    button.setToolTip(tr(COPY_KEY))
    menu = QMenu(button)
    menu.aboutToShow.connect(lambda: fill(menu, host, offers(), target()))
    button.setMenu(menu)
    QShortcut(QKeySequence(COPY_KEY), button, lambda: _copy_nth(host, offers(), usual))
    return button


def answer_copies(host: PageHost, target: str, words: str = "") -> Sequence[Copied]:
    """The ways of copying what stands at an address, as it is printed; `words` where the screen says more."""
    from rightsref.sheets.quoting import copies_of_answer  # for whoever copies

    return copies_of_answer(host.kb, target, host.lang, words) if target else ()


def fill(menu: QMenu, host: PageHost, offers: Sequence[Copied], target: str) -> None:
    """Offer some copies in a menu, in place of those before, and to put what is shown into the packet."""
    menu.clear()
    for each in offers:
        menu.addAction(each.title).triggered.connect(lambda _=False, each=each: copy(host, each))

    if target:
        menu.addSeparator()
        words = tr("Take out of the packet") if target in host.packet else tr("Put into the packet")
        menu.addAction(words).triggered.connect(lambda: _pack(host, target))


def _pack(host: PageHost, target: str) -> None:
    """Put something into the packet for a lawyer, or take it out."""
    if target in host.packet:
        host.packet.remove(target)
        host.announce(tr("Taken out of the packet."))
        return
    host.packet.append(target)
    host.announce(
        plural("In the packet: 1 part.", "In the packet: {n} parts.", len(host.packet)).format(n=len(host.packet)),
        (Act(tr("Open the packet"), lambda: _open_packet(host)),),
    )


def _open_packet(host: PageHost) -> None:
    from rightsref.sheets.packet import packet_of

    host.go(Place("sheets", SheetChoice(packet_of(host.packet))))


def copy(host: PageHost, what: Copied) -> None:
    """Put it on the clipboard, and say what it was."""
    clipboard.copy(what.text, what.markup)
    host.announce(tr("Copied: {what}").format(what=what.title))


def _copy_nth(host: PageHost, offers: Sequence[Copied], nth: int) -> None:
    if offers:
        copy(host, offers[min(nth, len(offers) - 1)])
