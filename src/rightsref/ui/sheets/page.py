"""Sheets: a gallery of real first pages, choices, and a preview that is the page."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from rightsref.errors import KnowledgeBaseError, RightsRefError
from rightsref.model.address import Address
from rightsref.model.sheet import Sheet
from rightsref.sheets.compose import compose, offered, short_name
from rightsref.sheets.typeset import save_pdf, to_pictures
from rightsref.ui.parts import icons
from rightsref.ui.parts.act import saved_acts
from rightsref.ui.parts.flow_layout import FlowLayout
from rightsref.ui.parts.look import XL, L, M, S
from rightsref.ui.parts.page import Page, PageHost
from rightsref.ui.parts.panes import Panes
from rightsref.ui.parts.place import Place, SheetChoice
from rightsref.ui.parts.save_button import SaveButton
from rightsref.ui.parts.timers import timer
from rightsref.ui.parts.widgets import label, panel, push_button, scrolled, tool_button
from rightsref.ui.sheets.choices import SheetChoices, Typed
from rightsref.ui.sheets.gallery import SheetGallery
from rightsref.ui.sheets.packet_button import packet_button
from rightsref.ui.sheets.printing import ask_where, page_picture, print_sheet, told
from rightsref.ui.sheets.save_many import SaveMany, Saving
from rightsref.words import tr

LEFT_WIDTH = 340
PREVIEW_PPI = 96
#: The preview follows typing after this pause.
PAUSE = 150
#: Times the size at which a page fills the width.
_ZOOMS = (0.6, 1.0, 1.4, 2.0, 3.0)
_LEAST, _MOST = 0.4, 1.0
_PAGE_INCHES = 8.5


class _Kept(NamedTuple):
    """What the page hands on when it is made anew."""

    zoom: int
    ticked: list[str]
    search: str
    typed: Typed
    many: Saving


class SheetsPage(Page):
    """A place's address is that of a sheet or of anything that can be printed as one."""

    def __init__(self, host: PageHost) -> None:
        super().__init__(host)
        self.sheet: Sheet | None = None
        self._target = ""
        self._zoom = 1
        self.gallery = SheetGallery(host)
        self.choices = SheetChoices(host)
        self.many = SaveMany(self, host, self.choices)
        self.message = label(role="muted", wrap=True)
        self.preview = QVBoxLayout()
        self._pause = timer(self, PAUSE, once=True)
        self._pause.timeout.connect(self._follow)
        self.choices.changed.connect(self._pause.start)
        self.gallery.chosen.connect(self._choose)
        self.gallery.ticked.connect(self._ticked)
        self._lay_out()
        self.many.opened.connect(self._stand_over)

    def _lay_out(self) -> None:
        pages = panel("ground")
        column = QVBoxLayout(pages)
        column.setContentsMargins(0, 0, L, L)
        column.addWidget(self.message)
        column.addLayout(self.preview)
        column.addStretch(1)
        self.preview.setContentsMargins(L, 0, 0, 0)
        printed = panel("ground")
        right = QVBoxLayout(printed)
        right.setContentsMargins(L, L, 0, 0)
        above = QHBoxLayout()
        above.setContentsMargins(0, 0, L, 0)
        above.addLayout(self._buttons())
        right.addLayout(above)
        self._area = scrolled(pages, tr("Preview of the sheet"))
        right.addWidget(self._area, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        back = tr("All sheets, and how to print")
        self.panes = Panes(self.host.look, self._left_side(), printed, wanted=LEFT_WIDTH, back=back)
        row.addWidget(self.panes)

    def _left_side(self) -> QWidget:
        left = panel("surface")
        column = QVBoxLayout(left)
        column.setContentsMargins(XL, L, M, M)
        column.setSpacing(S)
        column.addWidget(label(tr("Sheets"), "h2"))
        column.addWidget(self.gallery, 5)
        choices = panel("surface")
        inner = QVBoxLayout(choices)
        inner.setContentsMargins(0, 0, M, 0)
        inner.addWidget(self.choices)
        inner.addStretch(1)
        form = scrolled(choices)
        form.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column.addWidget(form, 2)
        self.choices.opened.connect(lambda shown: column.setStretch(column.indexOf(form), 6 if shown else 2))
        return left

    def _buttons(self) -> FlowLayout:
        row = FlowLayout(gap=S)
        for title, action in (
            (tr("Print"), self.print_it),
            (tr("Save PDF"), self.save),
            (tr("Save many…"), lambda: self.many.ask(self.gallery.keys)),
        ):
            button = push_button(title)
            button.clicked.connect(action)
            row.addWidget(button)
        self.keep_it = SaveButton(self.host)
        for button in (packet_button(self.host, lambda: self.gallery.keys), self.keep_it):
            row.addWidget(button)
        for name, title, step in (("minus", tr("Smaller preview"), -1), ("plus", tr("Larger preview"), 1)):
            zoom = tool_button("plain", title)
            zoom.setIcon(icons.icon(name, self.host.look.colours.text))
            zoom.clicked.connect(lambda _=False, s=step: self._change_zoom(s))
            row.addWidget(zoom, beside=step > 0)
        return row

    @property
    def state(self) -> SheetChoice | None:
        """The sheet on screen, its language and layout."""
        return SheetChoice(self._target, self.choices.wished, self.choices.options.layout) if self.sheet else None

    @property
    def caption(self) -> str:
        """The title of the sheet on screen."""
        return self.sheet.title if self.sheet else ""

    @property
    def savable(self) -> str:
        """The sheet on screen."""
        return self._target if self.sheet else ""

    def print_shown(self) -> bool:
        """Print the sheet on screen."""
        self.print_it()
        return True

    @property
    def busy(self) -> bool:
        """Whether sheets are being saved."""
        return self.many.busy

    def keep(self) -> object:
        """The form, the ticks, the size of the preview, what is being saved."""
        return _Kept(self._zoom, self.gallery.keys, self.gallery.search.text(), self.choices.typed, self.many.keep())

    def take_over(self, kept: object) -> None:
        """Fill the form in the same way, and go on saving."""
        if isinstance(kept, _Kept):
            self._zoom = kept.zoom
            self.gallery.tick(kept.ticked)
            self.gallery.search.setText(kept.search)
            self.choices.fill(kept.typed)
            self.many.take_over(kept.many)

    def show_place(self, place: Place, position: float = 0.0) -> None:  # noqa: ARG002 - the preview begins at its top
        """Show the sheet that the place names, or the first one."""
        choice = place.state if isinstance(place.state, SheetChoice) else SheetChoice(place.address)
        self._target = choice.address or self._target or _address(self.gallery.heads[0].key)
        self.gallery.show_sheet(self._target)
        try:
            self.choices.offer(offered(self.host.kb, self._target), choice.language, choice.layout)
        except KnowledgeBaseError:
            raise
        except RightsRefError as error:
            self._fail(str(error))
            return
        self._render()

    def _choose(self, key: str) -> None:
        """A sheet of the list was chosen."""
        self.show_place(Place("sheets", SheetChoice(_address(key))))
        self.panes.show_text()

    def save(self) -> None:
        """Save the sheet on screen as PDF, where the reader says."""
        if self.sheet is None:
            return
        suffix = f"{'+'.join(self.sheet.languages)}-{self.choices.options.layout}"
        usual = f"{short_name(self._target)}-{suffix}.pdf"
        target = ask_where(self, usual)
        if target is not None:
            self.save_to(target)

    def save_to(self, target: Path) -> None:
        """Save to a file; the dialog has asked already whether to write over one."""
        if self.sheet is None:
            return
        try:
            save_pdf(self.sheet, target, self.choices.options, overwrite=True)
        except RightsRefError as error:
            self.host.fail(str(error))
        else:
            self.host.announce(tr("Saved: {what}").format(what=target.name), saved_acts(target))

    def print_it(self) -> None:
        """Print the sheet on screen through the system's dialog."""
        if self.sheet is not None:
            print_sheet(self, self.host, self.sheet, self.choices.options, self.choices.how_many.copies)

    def _follow(self) -> None:
        """After a choice: draw anew, and keep what was typed if that is asked for."""
        self._render()  # first: what cannot be drawn is not kept
        if self.choices.keep.isChecked():
            self.choices.remember()

    def _ticked(self) -> None:
        if self.many.isVisible() and not self.many.busy:
            self.many.open_for(self.gallery.keys)

    def _change_zoom(self, step: int) -> None:
        self._zoom = max(0, min(len(_ZOOMS) - 1, self._zoom + step))
        self._render()

    def _render(self) -> None:
        """Compose, typeset and show the pages."""
        ppi = PREVIEW_PPI * self._fit() * _ZOOMS[self._zoom] * self.devicePixelRatioF()
        try:
            sheet = compose(self.host.kb, self._target, self.choices.lang, self.choices.organisation)
            pages = to_pictures(sheet, self.choices.options, ppi)
        except KnowledgeBaseError:
            raise
        except RightsRefError as error:
            self._fail(str(error))
            return
        self.sheet = sheet
        self.keep_it.show_for(self._target)
        untranslated = self.host.lang not in self.choices.languages
        self.message.setText(told(sheet, len(pages), self.choices.options.layout, untranslated=untranslated))
        self._clear()
        for number, page in enumerate(pages, 1):
            picture = page_picture(page, number, sheet.title, self.devicePixelRatioF())
            self.preview.addWidget(picture, 0, Qt.AlignmentFlag.AlignHCenter)
        # At once: else the pages lie one on the other for as long as thumbnails are made.
        QCoreApplication.sendPostedEvents(self._area.widget(), QEvent.Type.LayoutRequest)

    def _fit(self) -> float:
        """How large a page is drawn to fill the width, no larger than paper."""
        room = self._area.width() - 3 * L
        self.message.setMaximumWidth(room)  # a page larger than its room does not take what is said of it along
        return max(_LEAST, min(_MOST, room / (_PAGE_INCHES * PREVIEW_PPI)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The pages follow the width."""
        super().resizeEvent(event)
        self._stand_over()
        if self.sheet is not None and event.size().width() != event.oldSize().width():
            self._pause.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """What stood over the page goes with it, unless it is at work; so do the pictures, which whoever comes back has drawn anew."""
        super().hideEvent(event)
        if not self.many.busy:
            self.many.hide()
        if not event.spontaneous():  # not while the window is but small
            self._clear()

    def _stand_over(self) -> None:
        """What is asked before many are saved stands over the preview, beside the list in which they are ticked."""
        room = QRect(self._area.mapTo(self, QPoint()), self._area.size()) if self._area.isVisible() else self.rect()
        self.many.stand_over(room.adjusted(L, 0, -L, -L))

    def _fail(self, words: str) -> None:
        """Tell what is wrong, and show no page that is not the one asked for."""
        self.sheet = None
        self.keep_it.show_for("")
        self.message.setText(words)
        self._clear()

    def _clear(self) -> None:
        while (item := self.preview.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()


def _address(key: str) -> str:
    return str(Address.of("sheet", key))
