"""The one window: rail of places, bar with the search box, the page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui
from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QApplication

from rightsref import settings as settings_io
from rightsref.errors import KnowledgeBaseError, NotFoundError, RightsRefError, UsageError
from rightsref.model.organisation import Organisation
from rightsref.settings import ZOOMS, Settings
from rightsref.ui.parts import look as looks
from rightsref.ui.parts.keyboard import enable_steps
from rightsref.ui.parts.page import Page
from rightsref.ui.parts.place import Place, SearchState
from rightsref.ui.parts.style import apply_style
from rightsref.ui.parts.timers import timer
from rightsref.ui.shell.bar import Bar
from rightsref.ui.shell.frame import framed
from rightsref.ui.shell.history import History
from rightsref.ui.shell.page_stack import PageStack
from rightsref.ui.shell.pages import PAGES, place_of
from rightsref.ui.shell.panes import move_to_pane
from rightsref.ui.shell.rail import Rail
from rightsref.ui.shell.saving import SavingWindow
from rightsref.ui.shell.screen_room import fit, size_to_keep
from rightsref.ui.shell.showing import print_page, window_title
from rightsref.ui.shell.source import Source
from rightsref.ui.shell.speaking import speak_everywhere
from rightsref.ui.shell.toast import Toast
from rightsref.words import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent

    from rightsref.knowledge.database import Database
    from rightsref.knowledge.library import KnowledgeBase
    from rightsref.search.searcher import Searcher
    from rightsref.ui.parts.act import Act

#: A keystroke is answered after this pause; a fast typist's letters are taken together.
TYPING_PAUSE = 60
#: What the first search needs is made ready this long after the window was first painted.
WARM_UP = 100
#: While a dialog is open, a new look is tried again after this.
LATER = 500


class MainWindow(SavingWindow):
    """Shows places. Pages are made when they are first wanted, so that the window is there at once."""

    def __init__(self, file: Database, settings: Settings, settings_file: Path, lang: str = "en") -> None:
        look = looks.choose_first(settings.theme, settings.zoom)
        looks.apply_palette(look)  # before there is a window: one that is there already would keep the font it has
        super().__init__()
        self._source, self.lang, self.look = Source(file), lang, look
        self.beside, self.packet = False, []
        self.settings, self._settings_file, self._keeps = settings, settings_file, True
        self._saved = settings  # what was read or written last, so that only what changed here is written
        self.history = History(Place("home"))
        self.setWindowTitle("RightsRef")
        fit(self, QSize(settings.width, settings.height))
        self.rail = Rail(self.look)
        self.bar = Bar(self.look, lang)
        self.stack = PageStack(self)
        self.stack.wanted.connect(self.look_again)
        self.setCentralWidget(framed(self.rail, self.bar, self.stack))
        self.message = Toast(self.stack)
        self._connect()
        self.show_place(Place("home"))
        apply_style(look)  # once the widgets are there: each that is moved under it would be styled anew
        self.bar.box.setFocus()
        self.when_painted(lambda: QTimer.singleShot(WARM_UP, self._warm_up))

    def _connect(self) -> None:
        self._typing = timer(self, TYPING_PAUSE, once=True)
        self._typing.timeout.connect(self.search_now)
        self.rail.wanted.connect(self.go)
        self.bar.typed.connect(self._typing.start)
        self.bar.entered.connect(self._enter)
        self.bar.moved_down.connect(lambda: self._current().take_focus())
        self.bar.spoken.connect(lambda lang: self.change(self.settings._replace(language=lang)))
        self.bar.both.toggled.connect(lambda _: self._change_look())
        self.bar.back.clicked.connect(lambda: self.step(-1))
        self.bar.forward.clicked.connect(lambda: self.step(1))
        self.bar.leave.clicked.connect(self.leave_now)
        self.when_painted(self.bind_keys)
        QApplication.styleHints().colorSchemeChanged.connect(lambda _: self._change_look())

    # -- what pages ask ------------------------------------------------------------------------------------

    @property
    def file(self) -> Database:
        """The open file, before its nouns are read."""
        return self._source.file

    @property
    def kb(self) -> KnowledgeBase:
        """The knowledge base with its nouns, made when a page first wants it."""
        return self._source.kb

    @property
    def searcher(self) -> Searcher:
        """The one searcher, made when it is first wanted."""
        return self._source.searcher

    def _warm_up(self) -> None:
        """Once the window is painted: have ready what the first keystroke needs."""
        if looks.choose(self.settings.theme, self.settings.zoom) != self.look:
            self._change_look()
        if "search" not in self.pages and not self._trouble:
            try:
                self.stack.page("search").make_ready(self.stack.size())
            except KnowledgeBaseError as error:
                self.mend(error)

    def go(self, place: Place) -> None:
        """Show a place and remember it."""
        if self._shut:
            return
        if place.page not in PAGES:  # before the history knows of it: there would be no way back
            self.fail(tr("There is no such page: {name}").format(name=place.page))
            return
        self._leave()
        self.history.visit(place)
        self.show_place(place)

    def open_address(self, target: str) -> None:
        """Follow a link: an address opens here, a web page in the browser."""
        from rightsref.model.address import parse  # nothing is opened before the first paint

        address = parse(target)
        if address is not None:
            self.go(place_of(address))
        elif target.startswith("https://"):
            QtGui.QDesktopServices.openUrl(QtCore.QUrl(target))

    def announce(self, words: str, acts: tuple[Act, ...] = ()) -> None:
        """A short message at the foot; it goes away by itself."""
        self.message.tell(words, acts, good=bool(acts))

    def fail(self, words: str) -> None:
        """What went wrong, at the foot, until it is dismissed."""
        self.message.fail(words)

    def focus_box(self) -> None:
        """Go to the search box."""
        self.bar.focus_box()

    # -- places --------------------------------------------------------------------------------------------

    def step(self, steps: int) -> None:
        """Back or forward."""
        can_go = self.history.can_go_back if steps < 0 else self.history.can_go_forward
        if can_go and not self._shut:
            self._leave()
            self.show_place(self.history.move(steps), self.history.position)

    def search_now(self) -> None:
        """Search for what is in the box."""
        self._typing.stop()
        text = self.bar.text
        if text.strip() or self.history.current.page == "search":
            self.go(Place("search", SearchState(text)))

    def show_place(self, place: Place, position: float = 0.0) -> None:
        """Show a place that is remembered already."""
        self.bar.set_text(place.state.text if isinstance(place.state, SearchState) else "")
        try:
            self.stack.show_place(place, position)
        except KnowledgeBaseError as error:
            self.mend(error)
            return
        except (NotFoundError, UsageError) as error:
            self.fail(str(error))
        self.message.raise_()
        self.rail.mark(place.page)
        self.setWindowTitle(window_title(place, self.stack.page(place.page)))
        self.mark_steps()

    def mark_steps(self) -> None:
        """Show whether there is a way back and forward, and where there is trouble, no way at all."""
        enable_steps((self.bar.back, self.history.can_go_back), (self.bar.forward, self.history.can_go_forward))
        for widget in (self.bar, self.rail):  # they lead nowhere while there is trouble
            if widget.isHidden() != bool(self._trouble):
                widget.setHidden(bool(self._trouble))

    @property
    def pages(self) -> dict[str, Page]:
        """The pages that were made, by their names."""
        return self.stack.pages

    def _current(self) -> Page:
        return self.stack.page(self.history.current.page)

    def _leave(self) -> None:
        """Keep how the current place is left, for whoever comes back."""
        page = self._current()
        self.history.leave(page.state, page.position)

    # -- keys ----------------------------------------------------------------------------------------------

    def _enter(self) -> None:
        """Enter in the box: search at once, read the first hit and remember it."""
        self.search_now()
        page = self._current()
        page.enter()
        if isinstance(page.state, SearchState) and page.state.selected:
            self.history.visit(Place("search", page.state))
            self.mark_steps()

    def find_in_page(self) -> None:
        """Open the find bar of the page, or go to the search box where there is none."""
        if not self._shut and not self._current().find_in_page():
            self.focus_box()

    def print_shown(self) -> None:
        """Print what is on screen."""
        if not self._shut:
            print_page(self, self._current())

    def to_pane(self, steps: int) -> None:
        """The keyboard goes to the next pane: rail, bar, the parts of the page, a message if there is one."""
        move_to_pane((self.rail, self.bar, self.stack, self.message), steps)

    # -- look and settings ---------------------------------------------------------------------------------

    def zoom(self, steps: int) -> None:
        """One size larger or smaller; 0 sets it back."""
        at = ZOOMS.index(self.settings.zoom)
        zoom = ZOOMS[max(0, min(len(ZOOMS) - 1, at + steps))] if steps else ZOOMS[0]
        self.announce(tr("Text size {size} %").format(size=zoom))
        self.change(self.settings._replace(zoom=zoom))  # that it could not be kept is told after, in place of the size

    def change(self, settings: Settings) -> None:
        """Use and keep other settings."""
        if settings == self.settings:
            return
        before, self.settings = self.settings, settings
        lang = settings.language if settings.language != before.language else self.lang
        if (settings.theme, settings.zoom, lang) != (before.theme, before.zoom, self.lang):
            self._change_look(lang)
        self._save()

    def _change_look(self, lang: str = "") -> None:
        """Colours, sizes and words go into a page as it is made, so another look or language makes new pages."""
        if QApplication.activeModalWidget() is not None:  # a page waits for an answer: not under its feet
            QTimer.singleShot(LATER, self, lambda: self._change_look(lang))
            return
        self.look, self.beside = looks.choose(self.settings.theme, self.settings.zoom), self.bar.both.isChecked()
        looks.apply_palette(self.look)
        if not self._shut:
            self._leave()
            self.stack.renew(self.history.current)
        if lang and lang != self.lang:
            self.lang = lang
            speak_everywhere(lang)
            self.rail.say()
            self.bar.say(lang)
        apply_style(self.look)
        self.rail.apply_look(self.look)
        self.bar.apply_look(self.look)
        if not self._shut:
            self.show_place(self.history.current, self.history.position)
        elif self._trouble:
            self.stack.show_trouble(self._trouble)

    def _save(self) -> None:
        self._keeps = True
        try:
            self._saved = settings_io.save_changes(self.settings, self._saved, self._settings_file)
        except RightsRefError as error:
            self.fail(str(error))

    def remove_everything(self) -> None:
        """Remove the settings; they are not written again unless the reader changes one."""
        try:
            settings_io.remove(self._settings_file)
        except RightsRefError as error:
            self.fail(str(error))
            return
        self.settings, self._keeps = self.settings._replace(organisation=Organisation()), False
        self.announce(tr("Your settings are removed. Files that you saved stay where you put them."))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the window's size."""
        if self._keeps and (kept := size_to_keep(self, QSize(self.settings.width, self.settings.height))):
            seen = self.settings.edition or self.file.meta()["edition"]  # to who used none before, nothing is new
            self.settings = self.settings._replace(width=kept.width(), height=kept.height(), edition=seen)
            self._save()
        super().closeEvent(event)
