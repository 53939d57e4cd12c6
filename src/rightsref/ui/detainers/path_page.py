"""The path of a detainer: its stages drawn in order, each opening what happens, who decides, what the law says."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QListView, QListWidget, QListWidgetItem, QVBoxLayout

from rightsref.model.address import Address, parse
from rightsref.model.stage import WAYS, Stage
from rightsref.sheets.drafts import PATH
from rightsref.ui.detainers.path_delegate import STAGE, PathDelegate
from rightsref.ui.detainers.tabs import DetainerTabs
from rightsref.ui.parts.keyboard import enable_steps
from rightsref.ui.parts.look import PAGE_WIDTH, T18, T20, T25, XL, L, M, S
from rightsref.ui.parts.page import Page, PageHost
from rightsref.ui.parts.panes import Panes
from rightsref.ui.parts.place import At, Place, SheetChoice
from rightsref.ui.parts.reader import reader_for
from rightsref.ui.parts.rich_text import RichText
from rightsref.ui.parts.widgets import in_line, label, panel, push_button
from rightsref.words import tr

LIST_WIDTH = 380


class PathPage(Page):
    """The drawn path at the left, the stage that is chosen at the right."""

    widest = PAGE_WIDTH

    def __init__(self, host: PageHost) -> None:
        super().__init__(host)
        self.stages = host.kb.stages(host.lang)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("The path of a detainer, step by step"))
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setObjectName("path")
        self._delegate = PathDelegate(host.look, self.list)
        self.list.setItemDelegate(self._delegate)
        for stage in self.stages:
            item = QListWidgetItem(f"{stage.title}. {stage.who}")  # what a screen reader says
            item.setData(STAGE, stage)
            self.list.addItem(item)
        self.text = reader_for(host, tr("The step"))
        self._lay_out()
        self.list.setCurrentRow(0)
        self.list.currentRowChanged.connect(self._visit)

    def _lay_out(self) -> None:
        chosen = panel("ground")
        left = QVBoxLayout(chosen)
        left.setContentsMargins(XL, L, 0, 0)
        left.setSpacing(M)
        left.addWidget(DetainerTabs(self.host, "path"))
        left.addWidget(label(tr("From an arrest to ICE custody"), "h2", wrap=True))
        left.addWidget(self.list, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(S)
        self.back, self.next, printed = (
            push_button(tr("Step back")),
            push_button(tr("Next step")),
            push_button(tr("Print the path")),
        )
        self.back.clicked.connect(lambda: self.list.setCurrentRow(self.list.currentRow() - 1))
        self.next.clicked.connect(lambda: self.list.setCurrentRow(self.list.currentRow() + 1))
        printed.clicked.connect(lambda: self.host.go(Place("sheets", SheetChoice(PATH))))
        for button in (self.back, self.next, printed):
            buttons.addWidget(button)
        buttons.addStretch(1)
        read = panel("ground")
        right = QVBoxLayout(read)
        right.setContentsMargins(L, L, L, S)
        right.addWidget(self.text, 1)
        right.addLayout(in_line(buttons))
        self.panes = Panes(self.host.look, chosen, read, wanted=LIST_WIDTH + XL, back=tr("All steps"))
        self.list.itemClicked.connect(lambda _: self.panes.show_text())
        self.list.itemActivated.connect(lambda _: self.panes.show_text())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.panes)

    @property
    def position(self) -> float:
        """How far down the step is."""
        return self.text.position

    @property
    def printable(self) -> str:
        """The path itself."""
        return PATH

    def show_place(self, place: Place, position: float = 0.0) -> None:
        """Choose the stage at the place's address; without one, the first."""
        wanted = parse(place.address)
        row = next((n for n, stage in enumerate(self.stages) if wanted and stage.key == wanted.path[0]), 0)
        kept = self.list.blockSignals(True)  # noqa: FBT003 - Qt takes it by position
        self.list.setCurrentRow(row)
        self.list.blockSignals(kept)
        self._read()
        self.text.go_to(position)

    def take_focus(self) -> None:
        """To the list of stages."""
        self.list.setFocus(Qt.FocusReason.TabFocusReason)

    def _visit(self, row: int) -> None:
        self.host.go(Place("path", At(str(Address.of("stage", self.stages[row].key)))))

    def _read(self) -> None:
        row = self.list.currentRow()
        if not 0 <= row < len(self.stages):
            return
        enable_steps((self.back, row > 0), (self.next, row + 1 < len(self.stages)))
        stage = self.stages[row]
        made = RichText(self.text.look)
        made.heading(stage.title, T25, bottom=6, level=1)
        made.text(f"<b>{tr('Who decides')}:</b> {escape(stage.who)}")
        for words in stage.happens:
            made.text(escape(words))
        made.heading(tr("What the law says here"), T20, top=10, bottom=4)
        for fact in stage.law:
            made.reason(fact)
        if stage.ways:
            made.heading(tr("Here the path parts"), T20, top=10, bottom=4)
            for way in stage.ways:
                made.reason(way.means._replace(fact=f"{tr(WAYS[way.where])}: {way.means.fact}"))
        made.box("plain")
        made.heading(tr("What an advocate can do now"), T20, bottom=4)
        for words in stage.do:
            made.bullet(escape(words))
        made.end_box()
        self._related(made, stage)
        self.text.show_document(made.document)

    def _related(self, made: RichText, stage: Stage) -> None:
        found = self.host.kb.references(stage.related, self.host.lang).values()
        if found:
            made.heading(tr("Read on"), T18, top=6, bottom=4)
        for reference in found:
            made.bullet(
                f'<a href="{reference.address}">{escape(reference.citation)}</a> &nbsp;{escape(reference.title)}'
            )
