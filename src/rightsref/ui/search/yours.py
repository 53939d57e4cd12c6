"""Above the hits, apart from the law: what the reader saved that holds the words typed."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Signal

from rightsref.errors import RightsRefError
from rightsref.ui.parts.link import Ask, Link, go
from rightsref.ui.parts.linked import Linked
from rightsref.ui.parts.page import PageHost
from rightsref.words import tr

#: So many are shown; the page of what is saved shows the rest.
_MOST = 3
_NOTE = 70


class Yours(Linked):
    """Hidden while there is nothing to show, or no file is open.

    Signals:
        followed: the address of what was clicked.
        more: all that is saved is to be shown.
    """

    followed = Signal(str)
    more = Signal()

    def __init__(self, host: PageHost) -> None:
        super().__init__()
        self._host = host
        self.setAccessibleName(tr("Yours"))
        self.linkActivated.connect(self._follow)

    def show_for(self, text: str) -> None:
        """Show what holds the words of a text."""
        try:
            found = self._host.notebook.find(text) if self._host.notebook and text else ()
        except RightsRefError:
            found = ()  # the page of what is saved tells why
        if not found:
            self.show_words("")
            return
        head = f'<span style="color:{self._host.look.colours.accent}"><b>{tr("Yours")}</b></span>'
        rows = [go(mark.address, escape(mark.named)) + _note(mark.note) for mark in found[:_MOST]]
        if len(found) > _MOST:
            words = tr("All {count} in what you saved").format(count=len(found))
            rows.append(Link(Ask.OPEN, "saved").around(escape(words)))
        self.show_words("<br>".join([head, *rows]))

    def _follow(self, url: str) -> None:
        link = Link.parse(url)
        self.more.emit() if link.ask == Ask.OPEN else self.followed.emit(link.target)


def _note(note: str) -> str:
    """The first words of a note."""
    words = " ".join(note.split())
    return f" <small>{escape(words[:_NOTE])}{'…' * (len(words) > _NOTE)}</small>" if words else ""
