"""Sheets: a gallery of real first pages, choices, and a preview that is the page."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from rightsref.errors import RightsRefError
from rightsref.model.sheet import Sheet
from rightsref.sheets import compose
from rightsref.typeset import Options, save_pdf, to_pictures
from rightsref.ui import icons
from rightsref.ui.flow_layout import FlowLayout
from rightsref.ui.history import Place
from rightsref.ui.look import L, Look, M, S
from rightsref.ui.page import Desk, Page
from rightsref.ui.save_many import SaveMany
from rightsref.ui.sheet_choices import SheetChoices
from rightsref.ui.sheet_print import print_sheet
from rightsref.ui.widgets import label, panel, push_button, tool_button
from rightsref.words import tr

LEFT_WIDTH = 320
THUMBNAIL = 92
PREVIEW_PPI = 96
#: The preview follows typing after this pause.
PAUSE = 150
_ZOOMS = (0.5, 0.75, 1.0, 1.5, 2.0)


class SheetsPage(Page):
    """A place's target is a sheet (`rightsref:sheet/KEY`) or anything that can be printed as one."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.heads = desk.kb.sheets(desk.lang)
        self.sheet: Sheet | None = None
        self._target = ""
        self._zoom = 1
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search the sheets"))
        self.search.setAccessibleName(tr("Search the sheets"))
        self.search.textChanged.connect(self._filter)
        self.gallery = QListWidget()
        self.gallery.setAccessibleName(tr("Sheets"))
        self.gallery.setIconSize(QSize(THUMBNAIL, round(THUMBNAIL * 1.3)))
        self.gallery.setWordWrap(True)
        self.gallery.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.gallery.currentRowChanged.connect(self._choose_row)
        self.choices = SheetChoices(desk)
        self.preview = QVBoxLayout()
        self.many = SaveMany(desk, self.choices)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._render)
        self.choices.changed.connect(self._pause.start)
        self._thumbnails = QTimer(self, interval=0)
        self._thumbnails.timeout.connect(self._next_thumbnail)
        self._lay_out()
        self._fill()

    def _lay_out(self) -> None:
        left = panel("surface")
        column = QVBoxLayout(left)
        column.setContentsMargins(M, L, M, M)
        column.setSpacing(S)
        column.addWidget(label(tr("Sheets"), "h2"))
        column.addWidget(self.search)
        column.addWidget(self.gallery, 1)
        column.addWidget(self.choices)
        left.setFixedWidth(min(self.desk.look.px(LEFT_WIDTH), 440))
        self._left = left
        self.message = label(role="muted", wrap=True)
        pages = panel("ground")
        self.preview = QVBoxLayout(pages)
        self.preview.setContentsMargins(L, 0, L, L)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(pages)
        right = QVBoxLayout()
        right.setContentsMargins(L, L, 0, 0)
        right.addLayout(self._buttons())
        right.addWidget(self.message)
        right.addWidget(self.many)
        right.addWidget(area, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(left)
        row.addLayout(right, 1)

    def _buttons(self) -> FlowLayout:
        row = FlowLayout(gap=S)
        for title, action in (
            (tr("Print"), self.print_it),
            (tr("Save PDF"), self.save),
            (tr("Save many…"), self.save_many),
        ):
            button = push_button(title)
            button.clicked.connect(action)
            row.addWidget(button)
        for name, title, step in (("minus", tr("Smaller preview"), -1), ("plus", tr("Larger preview"), 1)):
            zoom = tool_button("plain", title)
            zoom.setIcon(icons.icon(name, self.desk.look.colours.text))
            zoom.clicked.connect(lambda _=False, s=step: self._change_zoom(s))
            row.addWidget(zoom)
        return row

    def _fill(self) -> None:
        for head in self.heads:
            item = QListWidgetItem(head.title)
            item.setData(Qt.ItemDataRole.UserRole, head.key)
            item.setToolTip(head.subtitle)
            self.gallery.addItem(item)
        self._thumbnails.start()

    def use(self, look: Look) -> None:
        """Change colours and zoom."""
        self._left.setFixedWidth(min(look.px(LEFT_WIDTH), 440))

    def show_place(self, place: Place, position: float = 0.0) -> None:  # noqa: ARG002 - the preview begins at its top
        """Show the sheet that the place names, or the first one."""
        self._target = place.target
        key = place.target.removeprefix("rightsref:sheet/")
        row = next((n for n, head in enumerate(self.heads) if head.key == key), -1)
        if row >= 0 or not place.target:
            self.gallery.setCurrentRow(max(0, row))
        self._render()

    def save(self) -> None:
        """Save the sheet on screen as PDF, where the reader says."""
        if self.sheet is None:
            return
        name, _ = QFileDialog.getSaveFileName(self, tr("Save PDF"), f"{self._name()}.pdf", "PDF (*.pdf)")
        if name:
            self.save_to(Path(name))

    def save_to(self, target: Path) -> None:
        """Save to a file; the dialog has asked already whether to write over one."""
        if self.sheet is None:
            return
        try:
            save_pdf(self.sheet, target, self.choices.options, overwrite=True)
        except RightsRefError as error:
            self.desk.say(str(error))
        else:
            self.desk.say(tr("Saved: {what}").format(what=str(target)))

    def save_many(self) -> None:
        """Save every sheet of the list into a folder, with progress and cancel."""
        folder = QFileDialog.getExistingDirectory(self, tr("Save many…"))
        if folder:
            self.many.start(Path(folder), [head.key for head in self.heads])

    def print_it(self) -> None:
        """Print the sheet on screen through the system's dialog."""
        if self.sheet is not None:
            print_sheet(self, self.desk, self.sheet, self.choices.options)

    # -- drawing -------------------------------------------------------------------------------------------

    def _name(self) -> str:
        return self.sheet.key.rpartition("/")[2] if self.sheet else "sheet"

    def _choose_row(self, row: int) -> None:
        if 0 <= row < len(self.heads):
            self._target = f"rightsref:sheet/{self.heads[row].key}"
            self._pause.start()

    def _change_zoom(self, step: int) -> None:
        self._zoom = max(0, min(len(_ZOOMS) - 1, self._zoom + step))
        self._render()

    def _compose(self) -> Sheet:
        kb, lang, organisation = self.desk.kb, self.desk.lang, self.choices.organisation
        return compose(kb, self._target, lang, organisation)

    def _render(self) -> None:
        """Compose, typeset and show the pages."""
        if not self._target and self.heads:
            self._target = f"rightsref:sheet/{self.heads[0].key}"
        try:
            self.sheet = self._compose()
            ppi = PREVIEW_PPI * _ZOOMS[self._zoom] * self.devicePixelRatioF()
            pages = to_pictures(self.sheet, self.choices.options, ppi)
        except RightsRefError as error:
            self.message.setText(str(error))
            self.message.show()
            return
        self._tell(len(pages))
        while (item := self.preview.takeAt(0)) is not None:
            if widget := item.widget():
                widget.deleteLater()
        for number, page in enumerate(pages, 1):
            self.preview.addWidget(self._page(page, number))
        self.preview.addStretch(1)

    def _tell(self, pages: int) -> None:
        sheet = self.sheet
        too_long = sheet is not None and sheet.pages and pages > sheet.pages and self.choices.options.layout == "page"
        text = tr("{n} pages").format(n=pages) if pages != 1 else tr("1 page")
        self.message.setText(f"{text}. {tr('Longer than it should be.')}" if too_long else text)
        self.message.show()

    def _page(self, png: bytes, number: int) -> QWidget:
        picture = QPixmap()
        picture.loadFromData(png)
        picture.setDevicePixelRatio(self.devicePixelRatioF())
        page = QLabel()
        page.setPixmap(picture)
        page.setAccessibleName(
            tr("Page {n} of the sheet {title}").format(n=number, title=self.sheet.title if self.sheet else "")
        )
        page.setFixedSize(picture.deviceIndependentSize().toSize())
        return page

    def _next_thumbnail(self) -> None:
        """One first page each time nothing else is to be done."""
        for row in range(self.gallery.count()):
            item = self.gallery.item(row)
            if item.icon().isNull():
                sheet = compose(self.desk.kb, str(item.data(Qt.ItemDataRole.UserRole)), self.desk.lang)
                picture = QPixmap()
                picture.loadFromData(to_pictures(sheet, Options(), ppi=20)[0])
                item.setIcon(QIcon(picture))
                return
        self._thumbnails.stop()

    def _filter(self, text: str) -> None:
        for row in range(self.gallery.count()):
            item = self.gallery.item(row)
            item.setHidden(text.casefold() not in f"{item.text()} {item.toolTip()}".casefold())
