"""The button that bookmarks what is shown, with a note if the reader writes one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton

from rightsref.ui.parts import icons
from rightsref.words import tr

if TYPE_CHECKING:
    from rightsref.ui.parts.page import PageHost


class SaveButton(QPushButton):
    """Says whether what is shown is saved in the reader's open file."""

    def __init__(self, host: PageHost, address: str = "") -> None:
        super().__init__()
        self._host, self._address = host, address
        self.clicked.connect(self._save)
        host.notes_changed.connect(self.look_again)
        self.look_again()

    def show_for(self, address: str) -> None:
        """Stand for what is shown now."""
        self._address = address
        self.look_again()

    def look_again(self) -> None:
        """Say whether it is saved."""
        held = self._host.is_saved(self._address)
        self.setText(tr("Bookmarked") if held else tr("Bookmark"))
        self.setToolTip(
            tr("Your bookmark and note on this")
            if held
            else tr("Save this with a note of yours, in a file that you name")
        )
        colours = self._host.look.colours
        self.setIcon(icons.icon("saved", colours.accent if held else colours.muted, 18))

    def _save(self) -> None:
        self._host.save_here(self._address)
