"""A window that holds the reader's open notes file, if there is one: it is let go of when the window closes or is left at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from rightsref.errors import RightsRefError
from rightsref.ui.shell.leaving import LeavingWindow

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent

    from rightsref.saved.notebook import Notebook
    from rightsref.ui.parts.page import Page


class SavingWindow(LeavingWindow):
    """Nothing is saved, and no file is open, until the reader makes or opens one; where it is, is not remembered."""

    notes_changed = Signal()
    notebook: Notebook | None = None

    def use_notebook(self, notebook: Notebook | None) -> None:
        """Work with this file from now on, or with none."""
        former, self.notebook = self.notebook, notebook
        if former is not None and former is not notebook:
            former.close()
        if former is not notebook:
            self.notes_changed.emit()

    def is_saved(self, address: str) -> bool:
        """Whether the open file holds something at an address."""
        try:
            return bool(self.notebook and address and self.notebook.at(address))
        except RightsRefError:
            return False  # the page of what is saved tells why

    def save_here(self, address: str) -> None:
        """Bookmark what stands at an address, or show its bookmark; asks for a file first if none is open."""
        from rightsref.ui.saved.saving import save_here

        save_here(self, self._shown.host, address)

    def save_shown(self) -> None:
        """Bookmark what the page shows."""
        if not self._shut:
            self.save_here(self._shown.savable)

    @property
    def _shown(self) -> Page:
        return self.stack.page(self.history.current.page)

    def _clear(self) -> None:
        self.use_notebook(None)
        super()._clear()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The file is let go of."""
        self.use_notebook(None)
        super().closeEvent(event)
