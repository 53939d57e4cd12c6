"""Saved: bookmarks, notes and cases, in a file that the reader names; no file is made or opened by itself."""

from __future__ import annotations

from html import escape

from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QInputDialog, QLineEdit, QVBoxLayout, QWidget

from rightsref.errors import RightsRefError
from rightsref.saved.nouns import Contents, Matter
from rightsref.ui.parts.asking import agrees
from rightsref.ui.parts.flow_layout import FlowLayout
from rightsref.ui.parts.link import Ask, Link
from rightsref.ui.parts.look import T16, L, M, S
from rightsref.ui.parts.page import Page, PageHost
from rightsref.ui.parts.place import Place, Sought
from rightsref.ui.parts.reader import reader_for
from rightsref.ui.parts.rich_text import RichText
from rightsref.ui.parts.same_link import same_link
from rightsref.ui.parts.timers import timer
from rightsref.ui.parts.widgets import PAD, in_line, label, panel, push_button
from rightsref.ui.saved import opening, saving, whole_files
from rightsref.ui.saved.saved_document import build
from rightsref.words import tr

MEASURE = 760
#: The list follows typing after this pause.
PAUSE = 120
#: Height that the page needs to show its title too.
_ROOM = 360


class SavedPage(Page):
    """What is in the open file, or how to make and open one."""

    def __init__(self, host: PageHost) -> None:
        super().__init__(host)
        self._held = Contents()
        self.title = label(tr("Saved"), "h1")
        self.file_name = label(role="muted", wrap=True)
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("Find in what you saved"))
        self.field.setAccessibleName(tr("Find in what you saved"))
        self.field.setClearButtonEnabled(True)
        if clear := self.field.findChild(QAction):
            clear.setText(tr("Empty the field"))  # Qt gives its button no name
        self._pause = timer(self, PAUSE, once=True)
        self._pause.timeout.connect(self.look_again)
        self.field.textChanged.connect(lambda _: self._pause.start())
        self.text = reader_for(host, tr("Saved"), MEASURE)
        self.text.asked.connect(self._do)
        self._lay_out()
        host.notes_changed.connect(self.look_again)
        self.look_again()

    def _lay_out(self) -> None:
        px = self.host.look.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(40) - PAD, px(28), L, 0)
        column.setSpacing(S)
        column.addLayout(in_line(self.title))
        column.addLayout(in_line(self.file_name))
        column.addLayout(in_line(self._buttons()))
        self.field.setMaximumWidth(px(MEASURE))
        searched = in_line(self.field)
        searched.setStretch(0, 1_000)  # what room it does not take is at its right
        searched.addStretch(1)
        column.addLayout(searched)
        column.addSpacing(M - S)
        column.addWidget(self.text, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window with large letters the title leaves its room to the list."""
        super().resizeEvent(event)
        self.title.setVisible(self.height() >= self.host.look.px(_ROOM))

    def _buttons(self) -> QWidget:
        """What can be done with a file; which of it, the file decides."""
        row = panel("ground")
        flow, host = FlowLayout(row, gap=S), self.host
        self.new, self.open, self.export, self.take_in, self.dated, self.copy, self.close_it = (
            push_button(words)
            for words in (
                tr("New file…"), tr("Open a file…"), tr("Export…"), tr("Import…"), tr("Dated copy"), tr("Copy to a new file…"),
                tr("Close the file"),
            )
        )  # fmt: skip
        for button, action in (
            (self.new, lambda: opening.make_new(self.window(), host)),
            (self.open, lambda: opening.open_file(self.window(), host)),
            (self.export, lambda: whole_files.export(self.window(), host)),
            (self.take_in, lambda: whole_files.take_in(self.window(), host)),
            (self.dated, lambda: whole_files.copy_dated(host)),
            (self.copy, lambda: whole_files.copy_new(self.window(), host)),
            (self.close_it, lambda: host.use_notebook(None)),
        ):
            button.clicked.connect(action)
            flow.addWidget(button)
        return row

    @property
    def state(self) -> Sought | None:
        """What is looked for."""
        return Sought(self.field.text()) if self.field.text() else None

    @property
    def position(self) -> float:
        """How far down the list is."""
        return self.text.position

    def show_place(self, place: Place, position: float = 0.0) -> None:
        """Show what is saved; what a place looks for is looked for."""
        if isinstance(place.state, Sought):
            self.field.setText(place.state.text)
        self.look_again()
        self.text.go_to(position)

    def find_in_page(self) -> bool:
        """Go to the field that finds what is saved."""
        if self.host.notebook is not None:
            self.field.setFocus()
        return self.host.notebook is not None

    def take_focus(self) -> None:
        """Go into the list."""
        self.text.setFocus()

    def look_again(self) -> None:
        """Show what is in the file now: another window may have written to it."""
        self._pause.stop()
        notebook = self.host.notebook
        for button in (self.new, self.open):
            button.setVisible(notebook is None)
        with_file = (self.file_name, self.export, self.take_in, self.dated, self.copy, self.close_it, self.field)
        for widget in with_file:
            widget.setVisible(notebook is not None)
        made = RichText(self.host.look, size=T16)
        where = self.text.position
        if notebook is None:
            self._held = Contents()
            self._explain(made)
        else:
            how = tr("protected by a passphrase") if notebook.is_protected else tr("without a passphrase")
            self.file_name.setText(f"{notebook.path} ({how})")
            self._fill(made)
        with same_link(self.text):
            self.text.show_document(made.document)
        self.text.go_to(where)

    def _explain(self, made: RichText) -> None:
        made.rule()
        made.text(
            tr(
                "You can bookmark whatever RightsRef shows, write a note on it, and hold notes together as a case under a name of yours. "
                "All of it stands in one file that you name, on this computer or on a stick. RightsRef makes no such file by itself and does not remember where yours is."
            )
        )
        made.text(
            tr(
                "You may protect the file with a passphrase. Whoever finds the computer or the stick then cannot read it."
            )
        )
        made.text(tr("Write down no more about a person than you must: what is not written cannot be taken."))

    def _fill(self, made: RichText) -> None:
        notebook, sought = self.host.notebook, self.field.text().strip()
        if notebook is None:
            return
        try:
            self._held = notebook.contents()
            shown = notebook.find(sought) if sought else self._held.marks
        except RightsRefError as error:
            made.text(f"<b>{escape(str(error))}</b>", colour=self.host.look.colours.danger)
            return
        build(made, self.host.kb, self.host.lang, self._held, shown, sought=bool(sought))

    def _do(self, link: Link) -> None:
        """A note or a case is to be changed or removed."""
        mark = next((mark for mark in self._held.marks if mark.id == link.target), None)
        matter = next((matter for matter in self._held.matters if matter.id == link.target), None)
        try:
            if mark is not None:
                saving.edit(self.window(), self.host, mark) if link.ask == Ask.EDIT else saving.remove(self.host, mark)
            elif matter is not None:
                self._rename(matter) if link.ask == Ask.EDIT else self._remove(matter)
        except RightsRefError as error:
            self.host.fail(str(error))

    def _rename(self, matter: Matter) -> None:
        name, fine = QInputDialog.getText(self.window(), tr("Rename"), tr("Name of the case"), text=matter.name)
        if fine and self.host.notebook is not None:
            self.host.notebook.rename_matter(matter, name)
            self.host.notes_changed.emit()

    def _remove(self, matter: Matter) -> None:
        question = tr("Remove the case “{name}”? What it holds stays, in no case.").format(name=matter.name)
        if agrees(self.window(), tr("Remove the case"), question) and self.host.notebook is not None:
            self.host.notebook.remove_matter(matter)
            self.host.notes_changed.emit()
