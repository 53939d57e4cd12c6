"""The gallery of sheets: real first pages, a search within them, boxes to tick those that are saved together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHideEvent, QIcon, QPainter, QPixmap, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from rightsref.model.address import Address
from rightsref.model.kinds import ORIGINAL, left_in_english
from rightsref.sheets.compose import compose, offered
from rightsref.sheets.typeset import Options, to_pictures
from rightsref.ui.parts.keyboard import say
from rightsref.ui.parts.look import M, S
from rightsref.ui.parts.page import PageHost
from rightsref.ui.parts.timers import timer
from rightsref.ui.parts.widgets import CheckBox, label
from rightsref.words import plural, tr

THUMBNAIL = 60


class SheetGallery(QWidget):
    """Every sheet. `chosen` tells which is to be seen; what is ticked is what *Save many* takes."""

    chosen = Signal(str)
    ticked = Signal()

    def __init__(self, host: PageHost) -> None:
        super().__init__()
        self._host = host
        self.heads = host.kb.sheets(host.lang)
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search the sheets"))
        self.search.setAccessibleName(tr("Search the sheets"))
        self.search.textChanged.connect(self._filter)
        self.all = CheckBox(tr("Tick all"))
        self.all.clicked.connect(self._tick_all)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Sheets"))
        self.list.setIconSize(QSize(THUMBNAIL, round(THUMBNAIL * 1.3)))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.setMinimumHeight(THUMBNAIL * 3)
        self.nothing = label(tr("No sheet has these words."), "muted", wrap=True)
        self.nothing.hide()
        above = QHBoxLayout()
        above.setSpacing(M)
        above.addWidget(self.search, 1)
        above.addWidget(self.all)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addLayout(above)
        column.addWidget(self.nothing)
        column.addWidget(self.list)
        self._fill()
        self.list.currentRowChanged.connect(self._choose)
        self.list.itemChanged.connect(lambda _: self._tell())
        self._thumbnails = timer(self, 0)
        self._thumbnails.timeout.connect(self._next_thumbnail)

    def showEvent(self, event: QShowEvent) -> None:
        """The pictures are drawn while the list is seen: elsewhere each would hold up what is typed."""
        super().showEvent(event)
        self._thumbnails.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """The rest waits until the list is seen again."""
        super().hideEvent(event)
        self._thumbnails.stop()

    @property
    def keys(self) -> list[str]:
        """The sheets that are ticked, in order."""
        return [str(item.data(Qt.ItemDataRole.UserRole)) for item in self.items() if _is_ticked(item)]

    def tick(self, keys: Iterable[str]) -> None:
        """Tick just these sheets."""
        with QSignalBlocker(self.list):
            for item in self.items():
                ticked = item.data(Qt.ItemDataRole.UserRole) in keys
                item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        self._tell()

    def show_sheet(self, address: str) -> None:
        """Mark the sheet that is seen; none if the address is not one's."""
        rows = [str(Address.of("sheet", head.key)) for head in self.heads]
        with QSignalBlocker(self.list):
            self.list.setCurrentRow(rows.index(address) if address in rows else -1)

    def _fill(self) -> None:
        for head in self.heads:
            item = QListWidgetItem(
                head.title if self._host.lang in head.languages else left_in_english(head.title, self._host.lang)
            )
            item.setData(Qt.ItemDataRole.UserRole, head.key)
            item.setToolTip(head.subtitle)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            item.setSizeHint(QSize(0, round(THUMBNAIL * 1.3) + 2 * S))  # its picture comes later
            self.list.addItem(item)

    def items(self) -> Iterator[QListWidgetItem]:
        """Every row, in order."""
        return (self.list.item(row) for row in range(self.list.count()))

    def _choose(self, row: int) -> None:
        if 0 <= row < len(self.heads):
            self.chosen.emit(self.heads[row].key)

    def _tick_all(self, on: bool) -> None:  # noqa: FBT001 - Qt passes it
        """Tick every sheet that the search shows, or none."""
        with QSignalBlocker(self.list):
            for item in self.items():
                if not item.isHidden():
                    item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        self._tell()

    def _tell(self) -> None:
        self.all.setChecked(all(_is_ticked(item) for item in self.items() if not item.isHidden()))
        self.ticked.emit()

    def _next_thumbnail(self) -> None:
        """One first page each time nothing else is to be done."""
        item = next((item for item in self.items() if item.icon().isNull()), None)
        if item is None:
            self._thumbnails.stop()
            return
        key, lang = str(item.data(Qt.ItemDataRole.UserRole)), self._host.lang
        whole = lang in offered(self._host.kb, key).languages
        sheet = compose(self._host.kb, key, lang if whole else ORIGINAL)
        picture = QPixmap()
        picture.loadFromData(to_pictures(sheet, Options(), ppi=20)[0])
        edge = QPainter(picture)
        edge.setPen(QColor(self._host.look.colours.line))
        edge.drawRect(picture.rect().adjusted(0, 0, -1, -1))
        edge.end()
        with QSignalBlocker(self.list):  # a picture is no tick
            icon = QIcon(picture)
            icon.addPixmap(picture, QIcon.Mode.Selected)  # not tinted
            item.setIcon(icon)

    def _filter(self, text: str) -> None:
        for item in self.items():
            item.setHidden(text.casefold() not in f"{item.text()} {item.toolTip()}".casefold())
        shown = sum(not item.isHidden() for item in self.items())
        self.nothing.setVisible(shown == 0)
        said = plural("1 sheet", "{n} sheets", shown).format(n=shown) if shown else self.nothing.text()
        say(self.search, said)


def _is_ticked(item: QListWidgetItem) -> bool:
    return item.checkState() == Qt.CheckState.Checked
