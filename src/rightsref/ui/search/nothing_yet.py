"""What stands in place of a reading while nothing is found: questions to try, what people call about, whom to call."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rightsref.ui.parts.flow_layout import FlowLayout
from rightsref.ui.parts.look import XL, XXL, Look, M, S
from rightsref.ui.parts.widgets import label, panel, push_button
from rightsref.words import tr

#: Questions as people ask them; each is searched for in the language that it is shown in.
ASKED = (
    "can the police ask about my papers", "ICE hold after bond", "ICE is at my door with a paper", "does the weekend count in 48 hours",
    "they want me to sign a paper", "my brother was taken, how do I find him",
)  # fmt: skip
#: What can be typed besides.
CITED = ("805/15(e)", "I-200", "8 CFR 287.7")
#: Title -> name of the page.
_PAGES = {"What can they do?": "scenarios", "Check a paper": "papers", "Whom to call": "contacts"}


class NothingYet(QWidget):
    """Three rows of buttons under their headings.

    Signals:
        asked: a question was pressed.
        wanted: a page was pressed, by its name.
    """

    asked = Signal(str)
    wanted = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("ground")
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(XXL), look.px(XL), look.px(XXL), M)
        column.setSpacing(look.px(M))
        for title, chips, told in (
            (tr("Ask as you would ask a person"), [(tr(text), tr(text)) for text in ASKED], self.asked),
            (tr("Or type a citation"), [(text, text) for text in CITED], self.asked),
            (tr("Or begin elsewhere"), [(tr(name), page) for name, page in _PAGES.items()], self.wanted),
        ):
            column.addWidget(label(title, "h2", wrap=True))
            row = panel("ground")
            places = FlowLayout(row, gap=look.px(S))
            for shown, meant in chips:
                chip = push_button(shown, "chip")
                chip.clicked.connect(lambda _=False, what=meant, tell=told: tell.emit(what))
                places.addWidget(chip)
            column.addWidget(row)
            column.addSpacing(look.px(S))
        column.addWidget(label(tr("What you type is not kept."), "muted", wrap=True))
        column.addStretch(1)
