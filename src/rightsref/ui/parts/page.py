"""What pages share: what they ask of the window, and what the window asks of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6 import QtCore
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QAbstractButton, QFrame, QScrollArea, QVBoxLayout, QWidget

from rightsref.settings import Settings
from rightsref.ui.parts.look import PAGE_WIDTH, Look
from rightsref.ui.parts.place import Place, State
from rightsref.ui.parts.widgets import pass_over

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance
    from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent

    from rightsref.knowledge.database import Database
    from rightsref.knowledge.library import KnowledgeBase
    from rightsref.saved.notebook import Notebook
    from rightsref.search.searcher import Searcher  # slow to import; wanted only when something is searched
    from rightsref.ui.parts.act import Act


class PageHost(Protocol):
    """What a page asks of the window that holds it."""

    lang: str
    beside: bool
    look: Look
    settings: Settings
    notebook: Notebook | None
    notes_changed: SignalInstance
    packet: list[str]  # addresses that the reader put together for a lawyer; nothing of it is ever written

    @property
    def file(self) -> Database:
        """The open file, before its nouns are read."""
        ...

    @property
    def kb(self) -> KnowledgeBase:
        """The knowledge base, made when it is first wanted."""
        ...

    @property
    def searcher(self) -> Searcher:
        """The one searcher, made when it is first wanted."""
        ...

    def go(self, place: Place) -> None:
        """Show a place and remember it."""

    def open_address(self, target: str) -> None:
        """Follow a link: an address inside the program, or a web page."""

    def announce(self, words: str, acts: tuple[Act, ...] = ()) -> None:
        """Show a short message that goes away by itself, with what can be done about it."""

    def fail(self, words: str) -> None:
        """Show what went wrong until it is dismissed."""

    def focus_box(self) -> None:
        """Go to the search box."""

    def full_screen(self) -> None:
        """Fill the screen, or go back to a window."""

    def change(self, settings: Settings) -> None:
        """Use and keep other settings."""

    def use_notebook(self, notebook: Notebook | None) -> None:
        """Work with this file of the reader's notes from now on, or with none."""

    def is_saved(self, address: str) -> bool:
        """Whether the reader saved something at an address."""
        ...

    def save_here(self, address: str) -> None:
        """Bookmark what stands at an address, or show its bookmark."""

    def remove_everything(self) -> None:
        """Remove what the program keeps of the reader's on this computer."""


class Page(QWidget):
    """A page. The window calls these; a page overrides what it has use for."""

    #: How wide what the page shows is at most, at 100 %; a wider page shows it in its middle. None for a page of panes.
    widest: int | None = None

    def __init__(self, host: PageHost) -> None:
        super().__init__()
        self.setObjectName("ground")
        self.host = host

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is left over of a wide window stands at both sides."""
        super().resizeEvent(event)
        if self.widest is not None:
            side = max(0, (self.width() - self.host.look.px(self.widest)) // 2)
            self.setContentsMargins(side, 0, side, 0)

    @property
    def position(self) -> float:
        """How far down the page is, in the page's own measure."""
        return 0.0

    @property
    def state(self) -> State | None:
        """What going back here is to show again; None where that is the place as it was asked for."""
        return None

    @property
    def caption(self) -> str:
        """What the window's title calls what is shown; empty for the page's own name."""
        return ""

    @property
    def printable(self) -> str:
        """The address whose sheet is what is shown; empty if there is none."""
        return ""

    @property
    def savable(self) -> str:
        """The address that a bookmark of what is shown would have; empty if there is none."""
        return self.printable

    def print_shown(self) -> bool:
        """Print at once what is shown; False if its sheet is to be shown first."""
        return False

    @property
    def busy(self) -> bool:
        """Whether something that the reader began is still going on."""
        return False

    def keep(self) -> object:
        """What the same page, made anew for another look, is to take over beyond its place; see `take_over`."""
        return None

    def take_over(self, kept: object) -> None:
        """Take over what `keep` gave, before any place is shown."""

    def make_ready(self, size: QSize) -> None:
        """Do once, unseen and at a size, what the first showing would otherwise wait for."""

    def show_place(self, place: Place, position: float = 0.0) -> None:
        """Show a place of this page, as far down as `position` told when it was left.

        Raises:
            NotFoundError: there is no such place.
        """

    def enter(self) -> None:
        """Enter was pressed in the search box."""

    def take_focus(self) -> None:
        """Down was pressed in the search box."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard, as the space bar does; Qt does so in dialogs only."""
        at = self.window().focusWidget()
        if event.key() in {QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter} and isinstance(at, QAbstractButton):
            at.click()
        else:
            super().keyPressEvent(event)

    def find_in_page(self) -> bool:
        """Open the find bar; False if the page has none."""
        return False


class ScrollPage(Page):
    """A page that scrolls when the window is too small for it."""

    def __init__(self, host: PageHost) -> None:
        super().__init__(host)
        self._waiting: QWidget | None = None  # a body that was not on screen yet
        self._area, self._ground = QScrollArea(), QWidget()
        # Of a widget that Qt made, PySide finds out which of all its classes it is, and makes them all for that.
        self._area.setViewport(self._ground)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setProperty("alignment", "AlignHCenter")  # by name: the first paint needs no enumerations
        pass_over(self._area)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._area)

    def set_body(self, body: QWidget, look: Look) -> None:
        """Show a body, replacing the one before; best while it is empty, since what is moved is styled anew."""
        body.setMaximumWidth(look.px(PAGE_WIDTH))
        body.setParent(self._ground)
        body.hide()
        self._waiting = body
        if self.isVisible():
            self._place_body()

    def showEvent(self, event: QShowEvent) -> None:
        """Now that there is a style and a size, the body is measured: once."""
        super().showEvent(event)
        self._place_body()

    def _place_body(self) -> None:
        body, self._waiting = self._waiting, None
        if body is not None:
            body.resize(self._ground.size())
            self._area.setWidget(body)
