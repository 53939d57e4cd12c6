"""Saving many sheets: one at a time between other events, with progress and cancel."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from rightsref.errors import RightsRefError
from rightsref.sheets import compose
from rightsref.typeset import save_pdf
from rightsref.ui.page import Desk
from rightsref.ui.sheet_choices import SheetChoices
from rightsref.ui.widgets import push_button
from rightsref.words import tr


class SaveMany(QWidget):
    """Shows itself while it works. A file that exists is left as it is."""

    def __init__(self, desk: Desk, choices: SheetChoices) -> None:
        super().__init__()
        self._desk, self._choices = desk, choices
        self._folder = Path()
        self._waiting: list[str] = []
        self._kept: list[str] = []
        self.bar = QProgressBar()
        self.bar.setAccessibleName(tr("Saving sheets"))
        cancel = push_button(tr("Cancel"))
        cancel.clicked.connect(self.cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.bar, 1)
        row.addWidget(cancel)
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._next)
        self.hide()

    def start(self, folder: Path, keys: list[str]) -> None:
        """Begin to save some sheets into a folder."""
        self._folder, self._waiting, self._kept = folder, list(keys), []
        self.bar.setMaximum(len(keys))
        self.bar.setValue(0)
        self.show()
        self._timer.start()

    @property
    def busy(self) -> bool:
        """Whether sheets are still being saved."""
        return self._timer.isActive()

    def cancel(self) -> None:
        """Stop; what was saved stays."""
        self._end(tr("Stopped: {n} sheets saved.").format(n=self.bar.value() - len(self._kept)))

    def _next(self) -> None:
        if not self._waiting:
            saved = self.bar.value() - len(self._kept)
            left = tr(" {k} existed already and were left as they are.").format(k=len(self._kept)) if self._kept else ""
            self._end(tr("{n} sheets saved to {folder}.").format(n=saved, folder=self._folder) + left)
            return
        key = self._waiting.pop(0)
        target = self._folder / f"{key}-{self._desk.lang}-{self._choices.options.layout}.pdf"
        if target.exists():
            self._kept.append(key)
        else:
            try:
                sheet = compose(self._desk.kb, key, self._desk.lang, self._choices.organisation)
                save_pdf(sheet, target, self._choices.options)
            except RightsRefError as error:
                self._end(str(error))
                return
        self.bar.setValue(self.bar.value() + 1)

    def _end(self, words: str) -> None:
        self._timer.stop()
        self._waiting = []
        self.hide()
        self._desk.say(words)
