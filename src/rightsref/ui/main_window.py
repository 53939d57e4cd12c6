"""The one window: rail of places, bar with the search box, the page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, QUrl
from PySide6.QtGui import QCloseEvent, QDesktopServices, QKeyEvent, QKeySequence, QMouseEvent, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from rightsref import settings as settings_io
from rightsref.errors import NotFoundError, RightsRefError
from rightsref.search import Searcher
from rightsref.settings import ZOOMS, Settings
from rightsref.store import KnowledgeBase
from rightsref.ui import look as looks
from rightsref.ui.about_page import AboutPage
from rightsref.ui.bar import Bar
from rightsref.ui.history import History, Place
from rightsref.ui.home_page import HomePage
from rightsref.ui.law_page import LawPage
from rightsref.ui.rail import Rail
from rightsref.ui.reading import Reading
from rightsref.ui.reading_document import is_address
from rightsref.ui.search_page import SearchPage
from rightsref.ui.settings_page import SettingsPage
from rightsref.ui.widgets import label, panel
from rightsref.words import tr

#: A keystroke is answered after this pause; a fast typist's letters are taken together.
TYPING_PAUSE = 60
#: How long a short message stays.
MESSAGE_TIME = 5_000

_Page = HomePage | SearchPage | LawPage | AboutPage | SettingsPage


class MainWindow(QMainWindow):
    """Shows places. Pages are made when they are first wanted, so that the window is there at once."""

    def __init__(self, kb: KnowledgeBase, settings: Settings, settings_file: Path, lang: str = "en") -> None:
        super().__init__()
        self._kb, self._lang = kb, lang
        self._settings, self._settings_file = settings, settings_file
        self.look = looks.choose(settings.theme, settings.zoom)
        self._searcher = Searcher(kb)
        self.history = History(Place("home"))
        self.pages: dict[str, _Page] = {}
        self.setWindowTitle("RightsRef")
        self.resize(settings.width, settings.height)
        self.setMinimumSize(760, 520)
        self.rail = Rail(self.look)
        self.bar = Bar(self.look)
        self.stack = QStackedWidget()
        self.message = label(role="banner", wrap=True)
        self.message.hide()
        self._lay_out()
        self._connect()
        self._apply_look()
        self._show(Place("home"))
        self.bar.box.setFocus()

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.bar)
        right.addWidget(self.message)
        right.addWidget(self.stack, 1)
        whole = panel("ground")
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(right, 1)
        self.setCentralWidget(whole)

    def _connect(self) -> None:
        self._typing = QTimer(self, singleShot=True, interval=TYPING_PAUSE)
        self._typing.timeout.connect(self.search_now)
        self._message_time = QTimer(self, singleShot=True, interval=MESSAGE_TIME)
        self._message_time.timeout.connect(self.message.hide)
        self.rail.wanted.connect(self.go)
        self.bar.typed.connect(self._typing.start)
        self.bar.entered.connect(self._enter)
        self.bar.moved_down.connect(self._into_list)
        self.bar.back.clicked.connect(lambda: self.step(-1))
        self.bar.forward.clicked.connect(lambda: self.step(1))
        for keys, action in (
            (QKeySequence("Ctrl+K"), self.bar.focus_box),
            (QKeySequence(QKeySequence.StandardKey.Back), lambda: self.step(-1)),
            (QKeySequence(QKeySequence.StandardKey.Forward), lambda: self.step(1)),
            (QKeySequence(QKeySequence.StandardKey.Find), self._find),
            (QKeySequence("Ctrl++"), lambda: self._zoom(1)),
            (QKeySequence("Ctrl+="), lambda: self._zoom(1)),
            (QKeySequence("Ctrl+-"), lambda: self._zoom(-1)),
            (QKeySequence("Ctrl+0"), lambda: self._zoom(0)),
            (QKeySequence("Alt+Home"), lambda: self.go(Place("home"))),
        ):
            QShortcut(keys, self, action)
        QApplication.styleHints().colorSchemeChanged.connect(lambda _: self._change_look())
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]  # no window without one

    # -- places --------------------------------------------------------------------------------------------

    def go(self, place: Place) -> None:
        """Show a place and remember it."""
        if place.page == "law" and not place.target:
            place = Place("law", self._law().first)
        self.history.visit(place, self._scroll())
        self._show(place)

    def open_address(self, target: str) -> None:
        """Follow a link: an address opens here, a web page in the browser."""
        if is_address(target):
            self.go(Place("law", target))
        elif target.startswith("https://"):
            QDesktopServices.openUrl(QUrl(target))

    def step(self, steps: int) -> None:
        """Back or forward."""
        if not (self.history.can_go_back if steps < 0 else self.history.can_go_forward):
            return
        place = self.history.move(steps, self._scroll())
        self._show(place, self.history.scroll)

    def say(self, words: str) -> None:
        """A short message under the bar; it goes away by itself."""
        self.message.setText(words)
        self.message.show()
        self._message_time.start()

    def search_now(self) -> None:
        """Search for what is in the box."""
        self._typing.stop()
        text = self.bar.text
        if text.strip() or self.history.current.page == "search":
            self.history.visit(Place("search", text), self._scroll())
            self._show(self.history.current)

    def _show(self, place: Place, scroll: float = 0.0) -> None:
        page = self._page(place.page)
        if place.page == "search" and isinstance(page, SearchPage):
            self.bar.set_text(place.target)
            page.search(place.target, place.selected)
            if not place.target:
                self.bar.focus_box()
        elif place.page == "law" and isinstance(page, LawPage):
            try:
                page.show_address(place.target, scroll)
            except NotFoundError as error:
                self.say(str(error))
        if place.page != "search":
            self.bar.set_text("")
        self.stack.setCurrentWidget(page)
        self.rail.mark(place.page)
        self.bar.back.setEnabled(self.history.can_go_back)
        self.bar.forward.setEnabled(self.history.can_go_forward)

    def _page(self, name: str) -> _Page:
        """The page of a name, made when it is first wanted."""
        if name not in self.pages:
            makers: dict[str, Callable[[], _Page]] = {
                "home": self._make_home, "search": self._make_search, "law": self._law,
                "about": self._make_about, "settings": self._make_settings,
            }  # fmt: skip
            self._add(name, makers[name]())
        return self.pages[name]

    def _add(self, name: str, page: _Page) -> None:
        if name not in self.pages:
            self.pages[name] = page
            self.stack.addWidget(page)

    def _reading(self) -> Reading:
        reading = Reading(self._kb, self.look, self._lang)
        reading.followed.connect(self.open_address)
        reading.said.connect(self.say)
        return reading

    def _make_home(self) -> HomePage:
        page = HomePage(self._kb, self.look)
        page.wanted.connect(self.go)
        return page

    def _make_search(self) -> SearchPage:
        page = SearchPage(self._searcher, self._reading(), self.look, self._lang)
        page.suggested.connect(lambda text: self.go(Place("search", text)))
        page.list.left_upwards.connect(self.bar.focus_box)
        return page

    def _law(self) -> LawPage:
        page = self.pages.get("law")
        if not isinstance(page, LawPage):
            page = LawPage(self._kb, self._reading(), self.look, self._lang)
            page.chosen.connect(self.open_address)
            self._add("law", page)
        return page

    def _make_about(self) -> AboutPage:
        page = AboutPage(self._kb, self.look, self._lang)
        page.followed.connect(self.open_address)
        return page

    def _make_settings(self) -> SettingsPage:
        page = SettingsPage(self._settings, self.look)
        page.changed.connect(lambda theme, zoom: self._change(self._settings._replace(theme=theme, zoom=zoom)))
        return page

    def _scroll(self) -> float:
        page = self.stack.currentWidget()
        return page.reading.position if isinstance(page, SearchPage | LawPage) else 0.0

    # -- keys ----------------------------------------------------------------------------------------------

    def _enter(self) -> None:
        """Enter in the box: search at once, read the first hit and remember it."""
        self.search_now()
        page = self.pages.get("search")
        if isinstance(page, SearchPage) and page.model.hits:
            page.read_first()
            self.history.visit(Place("search", self.bar.text, page.reading.address), self._scroll())
            self.bar.back.setEnabled(self.history.can_go_back)

    def _into_list(self) -> None:
        page = self.stack.currentWidget()
        if isinstance(page, SearchPage) and page.model.hits:
            page.list.setFocus()

    def _find(self) -> None:
        page = self.stack.currentWidget()
        if isinstance(page, SearchPage | LawPage):
            page.reading.open_find()
        else:
            self.bar.focus_box()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A slash goes to the search box wherever nothing else takes it."""
        if event.text() == "/":
            self.bar.focus_box()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The mouse's own back and forward buttons."""
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            steps = {Qt.MouseButton.BackButton: -1, Qt.MouseButton.ForwardButton: 1}.get(event.button())
            if steps and isinstance(watched, QWidget) and watched.window() is self:
                self.step(steps)
                return True
        return super().eventFilter(watched, event)

    # -- look and settings ---------------------------------------------------------------------------------

    def _zoom(self, steps: int) -> None:
        """One size larger or smaller; 0 sets it back."""
        at = ZOOMS.index(self._settings.zoom)
        zoom = ZOOMS[max(0, min(len(ZOOMS) - 1, at + steps))] if steps else ZOOMS[0]
        self._change(self._settings._replace(zoom=zoom))
        self.say(tr("Text size {size} %").format(size=zoom))

    def _change(self, settings: Settings) -> None:
        if settings != self._settings:
            self._settings = settings
            self._change_look()
            self._save()

    def _change_look(self) -> None:
        self.look = looks.choose(self._settings.theme, self._settings.zoom)
        self._apply_look()
        for page in self.pages.values():
            if isinstance(page, SettingsPage):
                page.show_settings(self._settings)
            page.use(self.look)
        self.rail.use(self.look)
        self.bar.use(self.look)

    def _apply_look(self) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.setPalette(looks.palette(self.look.colours))
            app.setStyleSheet(looks.style_sheet(self.look))

    def _save(self) -> None:
        try:
            settings_io.save(self._settings, self._settings_file)
        except RightsRefError as error:
            self.say(str(error))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the window's size and nothing else."""
        size = self._settings._replace(width=self.width(), height=self.height())
        if size != self._settings and not self.isMaximized() and not self.isFullScreen():
            self._settings = size
            self._save()
        super().closeEvent(event)
