"""Law: the outline of sources and sections on the left, the reading on the right."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QResizeEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QVBoxLayout

from rightsref.knowledge.library import KnowledgeBase
from rightsref.model.address import Address, parse
from rightsref.model.kinds import KINDS
from rightsref.model.law import Heading, Jurisdiction, Source, Status
from rightsref.ui.law.outline_delegate import OutlineDelegate, OutlineRole
from rightsref.ui.law.reading import Reading
from rightsref.ui.law.reading_head import DayBox
from rightsref.ui.parts.look import M, S
from rightsref.ui.parts.page import Page, PageHost
from rightsref.ui.parts.panes import Panes
from rightsref.ui.parts.place import Place
from rightsref.ui.parts.widgets import panel
from rightsref.words import tr
from rightsref.words.labels import JURISDICTIONS

OUTLINE_WIDTH = 280


class LawPage(Page):
    """Goes through the law by its own order."""

    def __init__(self, host: PageHost) -> None:
        super().__init__(host)
        look = host.look
        self.reading = Reading(host)
        self._items: dict[str, QStandardItem] = {}
        self.outline = _Outline()
        self._model = QStandardItemModel(self)
        self._fill(host.kb, host.lang)
        self.delegate = OutlineDelegate(look, self)
        self.outline.setModel(self._model)
        self.outline.setItemDelegate(self.delegate)
        self.outline.clicked.connect(self._open)
        self.outline.activated.connect(self._open)
        self._left = panel("surface")
        column = QVBoxLayout(self._left)
        column.setContentsMargins(S, M, 0, 0)
        column.addWidget(self.outline)
        self._left.setFocusProxy(self.outline)
        self.panes = Panes(look, self._left, self.reading, wanted=OUTLINE_WIDTH, back=tr("Outline of the law"))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.panes)

    def keep(self) -> object:
        """Which groups of the outline are open, by their rows."""
        root = self._model.invisibleRootItem()
        return [row for row in range(root.rowCount()) if self.outline.isExpanded(self._model.index(row, 0))]

    def take_over(self, kept: object) -> None:
        """Open the same groups."""
        for row in kept if isinstance(kept, list) else ():
            self.outline.expand(self._model.index(row, 0))

    @property
    def position(self) -> float:
        """How far down the reading is."""
        return self.reading.position

    @property
    def caption(self) -> str:
        """The citation and title of what is read."""
        return self.reading.title

    @property
    def printable(self) -> str:
        """The address of what is read."""
        return self.reading.address

    def show_place(self, place: Place, position: float = 0.0) -> None:
        """Read what stands at the place's address; the first rule of all if it names none."""
        at, days = self.window().focusWidget(), self.reading.head.as_of
        self.show_address(place.address or self.first, position)
        if isinstance(at, DayBox) and days.isVisibleTo(self):
            days.setFocus()

    def find_in_page(self) -> bool:
        """Open the reading's find bar."""
        self.reading.open_find()
        return True

    @property
    def first(self) -> str:
        """The address that the page opens with: the main rule of the Welcoming City Ordinance, else the first there is."""
        wanted = str(Address.of("provision", "mcc-2-173", "020"))
        return wanted if wanted in self._items else next(iter(self._items), "")

    def show_address(self, address: str, scroll: float = 0.0) -> None:
        """Read what stands at an address and mark its place in the outline.

        Raises:
            NotFoundError: nothing stands there.
        """
        self.reading.read(address, scroll)
        self.panes.show_text()
        parsed = parse(address)
        if parsed is None:
            return
        depth = 2 if parsed.kind == "provision" else 1
        item = self._items.get(str(parsed._replace(path=parsed.path[:depth], version=""))) or self._items.get(
            str(parsed._replace(path=parsed.path[:depth]))
        )
        if item is not None:
            index = item.index()
            self.outline.expand(index.parent())
            self.outline.setCurrentIndex(index)
            self.outline.scrollTo(index)

    def _fill(self, kb: KnowledgeBase, lang: str) -> None:
        """Sources under their jurisdictions, sections under their sources; an earlier text only where none stands today."""
        headings = kb.outline(lang)
        for jurisdiction in Jurisdiction:
            sources = [s for s in kb.sources(lang) if s.jurisdiction == jurisdiction]
            if sources:
                self._add_title(tr(JURISDICTIONS[jurisdiction]))
            for source in sources:
                self._add_source(source, [h for h in headings if h.source == source.key])
        kinds = [kind for kind in KINDS.values() if kind.plural and any(h.source == kind.key for h in headings)]
        if kinds:
            self._add_title(tr("Papers and cases"))
        for kind in kinds:
            self._add_group(tr(kind.plural), "", [h for h in headings if h.source == kind.key])

    def _add_title(self, words: str) -> None:
        item = QStandardItem(words)
        item.setData("title", OutlineRole.KIND)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        self._model.appendRow(item)

    def _add_source(self, source: Source, headings: list[Heading]) -> None:
        self._add_group(source.short, source.citation, headings)

    def _add_group(self, title: str, citation: str, headings: list[Heading]) -> None:
        group = QStandardItem(title)
        group.setData("source", OutlineRole.KIND)
        group.setData("" if ":" in citation else citation, OutlineRole.CITATION)
        group.setEditable(False)
        standing = {h.citation.split("@")[0] for h in headings if h.status != Status.SUPERSEDED}
        for heading in headings:
            if heading.status == Status.SUPERSEDED and heading.citation.split("@")[0] in standing:
                continue
            item = QStandardItem(heading.title)
            item.setData("section", OutlineRole.KIND)
            item.setData(heading.label, OutlineRole.CITATION)
            item.setData(heading.address, OutlineRole.ADDRESS)
            item.setData(heading.status == Status.SUPERSEDED, OutlineRole.PAST)
            item.setData(f"{heading.label}, {heading.title}", Qt.ItemDataRole.AccessibleTextRole)
            item.setEditable(False)
            group.appendRow(item)
            self._items[heading.address] = item
        self._model.appendRow(group)

    def _open(self, index: QModelIndex) -> None:
        address = index.data(OutlineRole.ADDRESS)
        if address:
            self.host.open_address(address)
        else:
            self.outline.setExpanded(index, not self.outline.isExpanded(index))


class _Outline(QTreeView):
    """The tree of sources and sections."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Outline of the law"))
        self.setHeaderHidden(True)
        self.header().setAccessibleName(tr("Outline of the law"))
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setUniformRowHeights(False)
        self.setExpandsOnDoubleClick(False)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Titles wrap anew at another width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
