"""Search: hits as typed on the left, the chosen one's reading on the right."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSize, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QVBoxLayout,
)

from rightsref.errors import KnowledgeBaseError
from rightsref.search.missed import missed_part
from rightsref.search.query import Query, parse
from rightsref.search.results import Filter, Hit, Results, led_by
from rightsref.search.start import Start
from rightsref.ui.law.reading import Reading
from rightsref.ui.parts import clipboard
from rightsref.ui.parts.keyboard import say
from rightsref.ui.parts.link import Ask, Link
from rightsref.ui.parts.linked import Linked
from rightsref.ui.parts.look import M, S
from rightsref.ui.parts.page import Page, PageHost
from rightsref.ui.parts.panes import Panes
from rightsref.ui.parts.place import Answers, Place, SearchState, Sought
from rightsref.ui.parts.timers import timer
from rightsref.ui.parts.widgets import panel, scrolled
from rightsref.ui.search import told
from rightsref.ui.search.chips import Chips
from rightsref.ui.search.hit_list import HitList
from rightsref.ui.search.hits_delegate import HitsDelegate
from rightsref.ui.search.hits_model import HitsModel, Role
from rightsref.ui.search.marks import mark
from rightsref.ui.search.nothing_yet import NothingYet
from rightsref.ui.search.start_here import StartHere
from rightsref.ui.search.yours import Yours
from rightsref.words import tr

#: The page behind the first hit loads only after this pause in typing, so that fast typing never loads pages.
PAUSE = 250
LIST_WIDTH = 420
#: Letters with which most questions begin, in either language, the commonest first.
FIRST_LETTERS = "cmitadwhslpfnegbrou"


class SearchPage(Page):
    """Shows what a typed text finds."""

    def __init__(self, host: PageHost) -> None:
        super().__init__(host)
        look = host.look
        self._searcher, self._lang = host.searcher, host.lang
        self._query: Query | None = None
        self._found: Results | None = None
        self._begin: tuple[Start, ...] = ()
        self._said = ""
        self._wanted, self._position = "", 0.0  # the hit to read and how far down
        self._as_typed = ""  # a text whose spelling is not to be mended, because the reader said so
        self.reading = Reading(host)
        self.model = HitsModel(self)
        self.delegate = HitsDelegate(look, self)
        self.list = HitList()
        self.list.setModel(self.model)
        self.list.setItemDelegate(self.delegate)
        self.message = Linked("muted")
        self.message.linkActivated.connect(self._search_instead)
        self.chips = Chips(look)
        self.chips.changed.connect(self._filter)
        self.start_here = StartHere(look)
        self.start_here.followed.connect(self._follow)
        self.start_here.meant.connect(lambda text: self.host.go(Place("search", SearchState(text))))
        self.yours = Yours(host)
        self.yours.followed.connect(host.open_address)
        self.yours.more.connect(lambda: host.go(Place("saved", Sought(self._query.text if self._query else ""))))
        self._pause = timer(self, PAUSE, once=True)
        self._pause.timeout.connect(self._listen)
        self._pause.timeout.connect(self._say_found)
        self._pause.timeout.connect(self._read_current)
        self.list.selectionModel().currentChanged.connect(self._row_changed)
        self.list.activated.connect(self._read_now)
        self.list.clicked.connect(self._read_now)
        self.list.left_upwards.connect(host.focus_box)
        self._lay_out()

    def _lay_out(self) -> None:
        left = panel("surface")
        column = QVBoxLayout(left)
        column.setContentsMargins(S, M, 0, 0)
        column.setSpacing(S)
        top = QVBoxLayout()
        top.setContentsMargins(M, 0, M, 0)
        top.addWidget(self.chips)
        top.addWidget(self.message)
        top.addWidget(self.start_here)
        top.addWidget(self.yours)
        column.addLayout(top)
        column.addWidget(self.list, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        right = panel("ground")
        beside = QHBoxLayout(right)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self.reading, 1)
        self.nothing = NothingYet(self.host.look)
        self.nothing.asked.connect(lambda text: self.host.go(Place("search", SearchState(text))))
        self.nothing.wanted.connect(lambda page: self.host.go(Place(page)))
        self._beside = scrolled(self.nothing)
        beside.addWidget(self._beside, 1)
        self.panes = Panes(self.host.look, left, right, wanted=LIST_WIDTH, back=tr("Results"))
        row.addWidget(self.panes)

    def keep(self) -> object:
        """The filters that are on."""
        return self.chips.on

    def take_over(self, kept: object) -> None:
        """Put the same filters on."""
        if isinstance(kept, frozenset):
            self.chips.put_on(kept)

    def make_ready(self, size: QSize) -> None:
        """Search and lay out some hits once, unseen."""
        self.resize(size)
        self.model.show(self._searcher.warm_up().hits)
        self.grab()
        self.model.show(())
        self._first_letters = iter(FIRST_LETTERS)
        self._idle = timer(self, 0)
        self._idle.timeout.connect(self._get_ready)
        self._idle.start()

    def _get_ready(self) -> None:
        """While nothing else is to be done, search for one more letter with which a question may begin; no longer once somebody types."""
        letter = None if self._query else next(self._first_letters, None)
        if letter is None:
            self._idle.stop()
            return
        try:
            self._searcher.search(parse(letter), self._lang)
        except KnowledgeBaseError:  # said when somebody searches
            self._idle.stop()

    @property
    def position(self) -> float:
        """How far down the reading is."""
        return self.reading.position

    @property
    def state(self) -> SearchState:
        """The query with its filters, and the hit that is chosen."""
        text, hit = self._query.text if self._query else "", self._current()
        return SearchState(text, self.chips.on, bool(text) and text == self._as_typed, hit.address if hit else "")

    def show_place(self, place: Place, position: float = 0.0) -> None:
        """Search as the place says; the same as before is not asked again. With no text, wait for one in the box."""
        state = place.state if isinstance(place.state, SearchState) else SearchState()
        query = parse(state.text)
        before = (self._query, self.chips.on, self._as_typed)
        if state.filters is not None:
            self.chips.put_on(state.filters)
            self._as_typed = query.text if state.literal else ""
        self._query, self._wanted, self._position = query, state.selected, position
        if (query, self.chips.on, self._as_typed) != before:
            self._run()
        elif state.selected:
            self._select(state.selected)
            self._read_now()
        if not state.text:
            self.host.focus_box()

    def enter(self) -> None:
        """Read the chosen hit at once."""
        if self.model.hits:
            self._read_now()

    @property
    def savable(self) -> str:
        """What is read beside the hits."""
        return self.reading.address if self.reading.isVisibleTo(self) else ""

    def take_focus(self) -> None:
        """Go into the list, if it holds anything."""
        if self.model.hits:
            self.list.setFocus()

    def find_in_page(self) -> bool:
        """Open the reading's find bar."""
        self.reading.open_find()
        return True

    def _search_instead(self, url: str) -> None:
        link = Link.parse(url)
        if link.ask == Ask.SPEAK:
            self.host.change(self.host.settings._replace(language=link.target))
        elif link.ask == Ask.LITERAL:
            self._as_typed = link.target
            self._run()
        else:
            self.host.go(Place("search", SearchState(link.target)))

    def _follow(self, url: str) -> None:
        """A row of *Start here*: its number is copied, everything else opens."""
        link = Link.parse(url)
        if link.ask == Ask.COPY:
            clipboard.copy(link.target)
            self.host.announce(tr("Copied: {what}").format(what=link.target))
            return
        begin = next((row for row in self._begin if row.address == link.target), None)
        if begin is not None and begin.answers:
            self.host.go(Place("scenarios", Answers.of(begin.address.rpartition("/")[2], dict(begin.answers))))
        else:
            self.host.open_address(link.target)

    def _listen(self) -> None:
        """After a pause in typing: what the sentence asks for and states stands at the head of *Start here*."""
        from rightsref.reasoning.hearing import suggest  # with its phrases only for whoever types a sentence

        if self._found is not None and self._query is not None:
            found = led_by(self._found, self._query.text, suggest(self.host.kb, self._query.text, self._lang))
            self._begin = found.start
            self.start_here.show_results(found)

    def _say_found(self) -> None:
        """After a pause in typing, once: what was found, for whoever does not see it."""
        if self._found is None or self._query is None or not self._query.text:
            return
        words = (self.message.plain(), self.start_here.only_near.plain(), told.count(self._found))
        before, self._said = self._said, " ".join(filter(None, words))
        if self._said != before:
            say(self.list, self._said)

    def _run(self) -> None:
        if self._query is None:
            return
        keep = Filter(jurisdictions=self.chips.jurisdictions, kinds=self.chips.kinds)
        results = self._searcher.search(self._query, self._lang, keep=keep, mend=self._query.text != self._as_typed)
        self.model.show(results.hits)
        self.chips.count(results)
        part = missed_part(self.host.kb, self._query.text, results)
        self.message.show_words(told.above(self._query, results, self._lang, part))
        self._found, self._begin = results, results.start
        self.start_here.show_results(results)
        self.yours.show_for(self._query.text)
        self.list.scrollToTop()
        if results.hits:
            self._select(self._wanted or results.hits[0].address)
        self.reading.setVisible(bool(results.hits))
        self._beside.setVisible(not results.hits)
        shown = Qt.ScrollBarPolicy.ScrollBarAlwaysOn if results.hits else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.list.setVerticalScrollBarPolicy(shown)
        if self._wanted:
            self._read_now()
        else:
            self._pause.start()
            self.panes.turn_to_list() if results.hits or self._query.text else self.panes.show_text()

    def _filter(self) -> None:
        self._wanted = ""
        self._run()

    def _select(self, address: str) -> None:
        row = next((n for n, hit in enumerate(self.model.hits) if hit.address == address), 0)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.list.selectionModel().setCurrentIndex(self.model.index(row), flags)

    def _current(self) -> Hit | None:
        hit: Hit | None = self.list.currentIndex().data(Role.HIT)
        return hit

    def _row_changed(self, _current: QModelIndex, _before: QModelIndex) -> None:
        self._pause.start()

    def _read_now(self) -> None:
        self._pause.stop()
        self.panes.show_text()
        self._listen()
        self._read_current()

    def _read_current(self) -> None:
        hit = self._current()
        if hit is not None and hit.address != self.reading.address:
            self.reading.read(hit.address, self._position)
            mark(self.reading.text, hit, self.host.look)
        self._position = 0.0
