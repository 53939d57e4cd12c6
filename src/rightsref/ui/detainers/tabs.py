"""The pages about detainers and their papers, one beside the other."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from rightsref.ui.parts.flow_layout import FlowLayout
from rightsref.ui.parts.look import S
from rightsref.ui.parts.page import PageHost
from rightsref.ui.parts.place import Place
from rightsref.ui.parts.widgets import PageTab
from rightsref.words import tr

#: Name of a page -> its words.
TABS = {"path": "The path", "clock": "The clock", "papers": "Check a paper", "signing": "Papers to sign"}


class DetainerTabs(QWidget):
    """A row of buttons; the one of the page that it stands on is always down."""

    def __init__(self, host: PageHost, current: str) -> None:
        super().__init__()
        self.setObjectName("tabs")  # what a screen reader is told by
        self.setAccessibleName(tr("Detainers"))
        self._host, self._current = host, current
        self._buttons: dict[str, PageTab] = {}
        row = FlowLayout(self, gap=S)
        for name, title in TABS.items():
            button = PageTab(tr(title))
            button.clicked.connect(lambda _=False, n=name: self._open(n))
            row.addWidget(button)
            self._buttons[name] = button
        self._mark()

    def _open(self, name: str) -> None:
        self._mark()
        self._host.go(Place(name))

    def _mark(self) -> None:
        for name, button in self._buttons.items():
            button.setChecked(name == self._current)
