"""Saving many sheets: which languages and layouts; then one at a time between other events, with progress and cancel."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QProgressBar, QScrollArea, QVBoxLayout, QWidget

from rightsref.errors import KnowledgeBaseError, RightsRefError
from rightsref.sheets.compose import LANGUAGES, compose, offer_of
from rightsref.sheets.typeset import LAYOUTS, save_pdf
from rightsref.ui.parts.act import Act, open_path
from rightsref.ui.parts.flow_layout import FlowLayout
from rightsref.ui.parts.keyboard import come_to, let_go
from rightsref.ui.parts.look import L, S
from rightsref.ui.parts.page import PageHost
from rightsref.ui.parts.timers import timer
from rightsref.ui.parts.widgets import CheckBox, label, panel, push_button
from rightsref.ui.sheets.choices import LANGUAGE_WORDS, LAYOUT_WORDS, SheetChoices
from rightsref.words import plural, tr

_WIDTH = 460


class Job(NamedTuple):
    """One file to be made."""

    key: str
    lang: str
    layout: str

    @property
    def file(self) -> str:
        """Its name."""
        return f"{self.key}-{self.lang}-{self.layout}.pdf"


class Saving(NamedTuple):
    """What is ticked and how far saving is: files still to be made, how many existed already, are done and will be."""

    opened: bool
    busy: bool
    keys: list[str]
    ticked: frozenset[str]
    folder: Path
    waiting: list[Job]
    existed: int
    done: int
    all: int


class SaveMany(QScrollArea):
    """Stands over the page while sheets are ticked in it. A file that exists is left as it is, unless that is ticked."""

    ended = Signal()
    opened = Signal()

    def __init__(self, page: QWidget, host: PageHost, choices: SheetChoices) -> None:
        super().__init__(page)
        self.setAccessibleName(tr("Save many…"))
        self.setObjectName("over")
        self.setWidgetResizable(True)
        self._host, self._choices = host, choices
        self._folder = Path()
        self._keys: list[str] = []
        self._waiting: list[Job] = []
        self._kept = 0
        self._back_to: QWidget | None = None  # what had the keyboard before
        self.languages = {lang: _box(tr(LANGUAGE_WORDS[lang]), on=lang == "en") for lang in LANGUAGES}
        self.layouts = {layout: _box(tr(LAYOUT_WORDS[layout]), on=layout == "page") for layout in LAYOUTS}
        self.overwrite = _box(tr("Write over files that exist"))
        self.count = label(wrap=True)
        self.bar = QProgressBar()
        self.bar.setAccessibleName(tr("Saving sheets"))
        self.begin, self.stop = push_button(tr("Choose a folder and save…")), push_button(tr("Cancel"))
        self.begin.clicked.connect(self.choose_folder)
        self.stop.clicked.connect(self.cancel)
        self._lay_out()
        self._timer = timer(self, 0)
        self._timer.timeout.connect(self._next)
        self.hide()

    def _lay_out(self) -> None:
        self._body = panel("surface")
        column = QVBoxLayout(self._body)
        column.setContentsMargins(L, L, L, L)
        column.setSpacing(S)
        column.addWidget(self.count)
        for boxes in ((*self.languages.values(),), (*self.layouts.values(), self.overwrite)):
            row = FlowLayout(gap=2 * S)
            for box in boxes:
                box.toggled.connect(self._tell)
                row.addWidget(box)
            column.addLayout(row)
        foot = QHBoxLayout()
        for widget in (self.begin, self.bar, self.stop):
            foot.addWidget(widget)
        foot.addStretch(1)
        column.addLayout(foot)
        column.addStretch(1)  # else the rows of boxes share what room is left
        self.setWidget(self._body)

    def stand_over(self, room: QRect) -> None:
        """Stand at the top of some room of the page, no larger than it."""
        width = min(room.width(), self._host.look.px(_WIDTH))
        high = self._body.heightForWidth(width - L)  # its frame takes some
        self.setGeometry(room.x(), room.y(), width, min(room.height(), high + 2 * S))
        self.raise_()

    def keep(self) -> Saving:
        """How far it is, for `take_over`."""
        boxes = {**self.languages, **self.layouts, "overwrite": self.overwrite}
        ticked = frozenset(key for key, box in boxes.items() if box.isChecked())
        return Saving(not self.isHidden(), self.busy, self._keys, ticked, self._folder, self._waiting, self._kept,
                      self.bar.value(), self.bar.maximum())  # fmt: skip

    def take_over(self, saving: Saving) -> None:
        """Go on from there."""
        self._folder, self._waiting, self._kept = saving.folder, saving.waiting, saving.existed
        for key, box in {**self.languages, **self.layouts, "overwrite": self.overwrite}.items():
            box.setChecked(key in saving.ticked)
        self.bar.setMaximum(saving.all)
        self.bar.setValue(saving.done)
        if saving.busy:
            self._timer.start()
        if saving.opened:
            self.open_for(saving.keys)

    def ask(self, keys: list[str]) -> None:
        """The reader wants to save many: offer it, say for how many, and have the keyboard until this closes."""
        self._back_to = self.window().focusWidget()
        self.open_for(keys)
        come_to(next(iter(self.languages.values())), self.count.text())

    def _close(self) -> None:
        """Go; the keyboard, if it is here, goes back to where it was."""
        if let_go(self) is not None and self._back_to is not None:
            self._back_to.setFocus()
        self.hide()

    def open_for(self, keys: list[str]) -> None:
        """Offer to save some sheets; the ticks in the gallery may still change."""
        self._keys = list(keys)
        self.bar.setVisible(self.busy)
        self._tell()
        self.show()
        self.opened.emit()

    @property
    def jobs(self) -> list[Job]:
        """The files that would be made: what is ticked, where a sheet has it."""
        made = []
        heads = {head.key: head for head in self._host.kb.sheets()}
        for key in self._keys:
            offer = offer_of(self._host.kb, heads[key])
            langs = [lang for lang in offer.languages if self.languages[lang].isChecked()]
            layouts = [layout for layout in offer.layouts if self.layouts[layout].isChecked()]
            # Cards are in English on one side and in the holder's language on the other: both at once add nothing.
            made += [Job(key, a, b) for a in langs for b in layouts if (a, b) != ("es+en", "cards")]
        return made

    @property
    def busy(self) -> bool:
        """Whether sheets are still being saved."""
        return self._timer.isActive()

    @property
    def _saved(self) -> int:
        """How many files were written; those that existed already were not."""
        return self.bar.value() - self._kept

    def choose_folder(self) -> None:
        """Ask where, and begin."""
        folder = QFileDialog.getExistingDirectory(self, tr("Save many…"))
        if folder:
            self.start(Path(folder))

    def start(self, folder: Path) -> None:
        """Begin to save into a folder."""
        self._folder, self._waiting, self._kept = folder, self.jobs, 0
        self.bar.setMaximum(len(self._waiting))
        self.bar.setValue(0)
        self.bar.show()
        self.begin.setEnabled(False)
        self._timer.start()

    def cancel(self) -> None:
        """Stop; what was saved stays. Before it began: close."""
        if self.busy:
            words = plural("Stopped: 1 file saved.", "Stopped: {n} files saved.", self._saved)
            self._end(words.format(n=self._saved))
        self._close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes it."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancel()
        else:
            super().keyPressEvent(event)

    def _tell(self) -> None:
        """How many files there will be, or what is missing before there can be any."""
        ticked, number = len(self._keys), len(self.jobs)
        sheets = plural("1 sheet ticked", "{n} sheets ticked", ticked).format(n=ticked)
        words = f"{sheets}, {plural('1 file', '{n} files', number).format(n=number)}."
        self.count.setText(words if self._keys else tr("Tick the sheets in the list that you want to save."))
        self.begin.setEnabled(number > 0 and not self.busy)

    def _next(self) -> None:
        if not self._waiting:
            saved = plural("1 file saved to {folder}.", "{n} files saved to {folder}.", self._saved)
            left = plural(
                " 1 existed already and was left as it is.",
                " {k} existed already and were left as they are.",
                self._kept,
            )
            told = saved.format(n=self._saved, folder=self._folder)
            self._end(told + left.format(k=self._kept) if self._kept else told)
            self._close()
            return
        job = self._waiting.pop(0)
        try:
            self._save(job)
        except KnowledgeBaseError:
            self._timer.stop()
            raise
        except RightsRefError as error:
            self._end(str(error), failed=True)
            return
        self.bar.setValue(self.bar.value() + 1)

    def _save(self, job: Job) -> None:
        target, overwrite = self._folder / job.file, self.overwrite.isChecked()
        if target.exists() and not overwrite:
            self._kept += 1
            return
        sheet = compose(self._host.kb, job.key, job.lang, self._choices.organisation)
        options = self._choices.options._replace(layout=job.layout)
        cards = options.cards._replace(calibration=False)
        save_pdf(sheet, target, options._replace(cards=cards), overwrite=overwrite)

    def _end(self, words: str, *, failed: bool = False) -> None:
        self._timer.stop()
        self._waiting = []
        self.bar.hide()
        self._tell()
        if failed:
            self._host.fail(words)
        else:
            self._host.announce(words, (Act(tr("Show in folder"), lambda: open_path(self._folder)),))
        self.ended.emit()


def _box(words: str, *, on: bool = False) -> QCheckBox:
    box = CheckBox(words)
    box.setChecked(on)
    return box
