"""Copying and bookmarking the paragraph under the pointer."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from rightsref.ui.parts import icons
from rightsref.ui.parts.copy_menu import fill
from rightsref.words import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rightsref.sheets.quoting import Copied
    from rightsref.ui.parts.page import PageHost


class ParagraphTools(QToolButton):
    """A small button in the margin beside the paragraph under the pointer; it opens the Copy menu."""

    def __init__(self, parent: QWidget, host: PageHost, offers: Callable[[str], Sequence[Copied]]) -> None:
        super().__init__(parent)
        self._address = ""
        self.setObjectName("plain")
        self.setIcon(icons.icon("copy", host.look.colours.muted, 18))
        self.setToolTip(tr("Copy this paragraph"))
        self.setAccessibleName(tr("Copy this paragraph"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard has the context menu for the same
        menu = QMenu(self)
        menu.aboutToShow.connect(lambda: self._fill(menu, host, offers(self._address)))
        self.setMenu(menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        self.hide()

    def _fill(self, menu: QMenu, host: PageHost, offers: Sequence[Copied]) -> None:
        """Offer the copies and the packet, then the bookmark."""
        address = self._address
        fill(menu, host, offers, address)
        menu.addAction(tr("Bookmark")).triggered.connect(lambda: host.save_here(address))

    def point(self, address: str, place: QPoint) -> None:
        """Stand behind the end of a paragraph’s first line, over no word of it; go away where there is none."""
        if not address:
            self.hide()
            return
        if address != self._address or not self.isVisible():
            self._address = address
            self.adjustSize()
            room = self.parentWidget().width() - self.width()  # type: ignore[union-attr]  # it was given a parent
            self.move(max(0, min(place.x(), room)), max(0, place.y()))
            self.show()
