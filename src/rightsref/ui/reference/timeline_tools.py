"""What stands above the timeline: which lanes are shown, from event to event, zoom, full screen, the handout."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from rightsref.model.law import Jurisdiction
from rightsref.ui.parts import icons
from rightsref.ui.parts.flow_layout import FlowLayout
from rightsref.ui.parts.look import Look, S
from rightsref.ui.parts.widgets import label, push_button, tool_button
from rightsref.words import tr
from rightsref.words.labels import JURISDICTIONS


class TimelineTools(QWidget):
    """Asks the page; does nothing itself."""

    lanes_chosen = Signal(tuple)
    stepped = Signal(int)
    zoomed = Signal(int)
    full = Signal()
    printed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        row = FlowLayout(self, gap=S)
        row.addWidget(label(tr("Timeline"), "h1"))
        self.lanes = {lane: push_button(tr(JURISDICTIONS[lane]), "chip", checkable=True) for lane in Jurisdiction}
        for lane, chip in self.lanes.items():
            chip.setChecked(True)
            chip.setToolTip(tr("Show or hide this lane"))
            chip.clicked.connect(lambda _=False, lane=lane: self._toggle(lane))
        self.before, self.after = (
            tool_button("plain", tr("The event before")),
            tool_button("plain", tr("The next event")),
        )
        self.wider, self.closer = tool_button("plain", tr("Zoom out")), tool_button("plain", tr("Zoom in"))
        self.before.clicked.connect(lambda: self.stepped.emit(-1))
        self.after.clicked.connect(lambda: self.stepped.emit(1))
        self.wider.clicked.connect(lambda: self.zoomed.emit(-1))
        self.closer.clicked.connect(lambda: self.zoomed.emit(1))
        icon = look.colours.text
        for button, name in (
            (self.before, "back"),
            (self.after, "forward"),
            (self.wider, "minus"),
            (self.closer, "plus"),
        ):
            button.setIcon(icons.icon(name, icon))
        self.fill = push_button(tr("Full screen"))
        self.fill.setToolTip("F11")
        self.fill.clicked.connect(self.full)
        self.print = push_button(tr("Print a handout"))
        self.print.clicked.connect(self.printed)
        row.addWidget(_together(*self.lanes.values()))
        row.addWidget(_together(self.before, self.after, self.wider, self.closer))
        row.addWidget(_together(self.fill, self.print))

    def show_lanes(self, lanes: tuple[Jurisdiction, ...]) -> None:
        """Have the chips tell which lanes are shown."""
        for lane, chip in self.lanes.items():
            chip.setChecked(lane in lanes)

    def _toggle(self, lane: Jurisdiction) -> None:
        """A lane goes or comes back; the last one stays."""
        shown = tuple(each for each, chip in self.lanes.items() if chip.isChecked())
        if shown:
            self.lanes_chosen.emit(shown)
        else:
            self.lanes[lane].setChecked(True)


def _together(*widgets: QWidget) -> QWidget:
    """Some widgets that stay in one row."""
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(S)
    for widget in widgets:
        row.addWidget(widget)
    return made
