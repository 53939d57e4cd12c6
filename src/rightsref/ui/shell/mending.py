"""A window over a file that may be damaged: the packed copy takes over, or there is nothing but the trouble to see."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rightsref.errors import KnowledgeBaseError
from rightsref.ui.parts.place import Place
from rightsref.ui.shell.keys import KeyedWindow

if TYPE_CHECKING:
    from PySide6.QtCore import QTimer

    from rightsref.ui.shell.history import History
    from rightsref.ui.shell.page_stack import PageStack
    from rightsref.ui.shell.source import Source
    from rightsref.ui.shell.toast import Toast


class MendingWindow(KeyedWindow):
    """What the window does when the knowledge base turns out not to be as it was made."""

    stack: PageStack
    history: History
    message: Toast
    _source: Source
    _typing: QTimer
    _trouble = ""  # what is wrong, as long as no law can be shown
    _told = False  # whether the packed copy took over, and the reader was told

    def show_place(self, place: Place, position: float = 0.0) -> None:
        """Show a place."""
        raise NotImplementedError

    def mark_steps(self) -> None:
        """Show which ways there are."""
        raise NotImplementedError

    def verify(self) -> bool:
        """Whether the file, or its packed copy, is whole; if neither is, there is nothing but that to see from now on."""
        try:
            self._source.file.hold()
        except KnowledgeBaseError as error:
            self.show_trouble(error)
        else:
            self.mended()
        return not self._trouble

    def mended(self) -> bool:
        """Whether the packed copy has just taken over: what was drawn from the damaged file is drawn anew, the reader is told."""
        if not self._source.file.complaint or self._told:
            return False
        self._told = True
        self.stack.forget()
        self.show_place(self.history.current, self.history.position)
        self.message.fail(self._source.file.complaint)
        return True

    def mend(self, error: KnowledgeBaseError) -> None:
        """Damage was met: go on with the packed copy if there is one that is not in use already; else show the trouble."""
        if self._told or not self.verify() or not self._told:
            self.show_trouble(error)

    def show_trouble(self, error: KnowledgeBaseError) -> None:
        """Show what is wrong with the file in place of every page, until it is whole again."""
        self._trouble = str(error)
        self._typing.stop()
        self.message.hide()
        self.stack.show_trouble(self._trouble)
        self.mark_steps()

    def look_again(self) -> None:
        """See whether the file is whole by now; if so, go on where the reader was."""
        try:
            self._source.open_again()
        except KnowledgeBaseError as error:
            self.show_trouble(error)
            return
        self._trouble, self._told = "", False
        if not self.mended():
            self.show_place(self.history.current, self.history.position)
