"""The packet on the sheets page: what was put into it elsewhere and what is ticked, opened as one sheet; and emptied."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QMenu, QPushButton

from rightsref.model.address import Address
from rightsref.sheets.packet import packet_of
from rightsref.ui.parts.page import PageHost
from rightsref.ui.parts.place import Place, SheetChoice
from rightsref.ui.parts.widgets import push_button
from rightsref.words import plural, tr


def packet_button(host: PageHost, ticked: Callable[[], Sequence[str]]) -> QPushButton:
    """A button with a menu: open the packet, take one thing out, empty it.

    Args:
        host: holds the packet, for as long as the window is open.
        ticked: keys of the sheets that are ticked.
    """
    button = push_button(tr("Packet"))
    button.setToolTip(tr("Ticked sheets, and what you put in from a page’s Copy menu, as one PDF for a lawyer"))
    menu = QMenu(button)
    menu.aboutToShow.connect(lambda: _fill(menu, host, ticked()))
    button.setMenu(menu)
    return button


def _fill(menu: QMenu, host: PageHost, ticked: Sequence[str]) -> None:
    menu.clear()
    inside = list(dict.fromkeys([*host.packet, *(str(Address.of("sheet", key)) for key in ticked)]))
    words = plural("Open the packet (1 part)", "Open the packet ({n} parts)", len(inside)).format(n=len(inside))
    opening = menu.addAction(words)
    opening.setEnabled(bool(inside))
    opening.triggered.connect(lambda: host.go(Place("sheets", SheetChoice(packet_of(inside)))))
    for address in host.packet:
        out = menu.addAction(tr("Take out: {what}").format(what=_named(host, address)))
        out.triggered.connect(lambda _=False, address=address: host.packet.remove(address))
    if host.packet:
        menu.addAction(tr("Empty the packet")).triggered.connect(host.packet.clear)


def _named(host: PageHost, address: str) -> str:
    """What something in the packet is called."""
    from rightsref.sheets.drafts import draft

    return draft(host.kb, address, host.lang).title
