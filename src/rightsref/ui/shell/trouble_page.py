"""The one page that is shown as long as the knowledge base is not whole."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from rightsref.ui.parts.look import XL, L, M
from rightsref.ui.parts.page import PageHost, ScrollPage
from rightsref.ui.parts.widgets import label, panel, push_button
from rightsref.words import tr


class TroublePage(ScrollPage):
    """What happened, where the file is, what to do. Of the law it shows nothing."""

    wanted = Signal()  # look at the file again

    def __init__(self, host: PageHost, reason: str) -> None:
        super().__init__(host)
        px = host.look.px
        body = panel("ground")
        column = QVBoxLayout(body)
        column.setContentsMargins(px(64), px(XL), px(64), L)
        column.setSpacing(px(M))
        column.addWidget(label(tr("The law cannot be shown"), "h1", wrap=True))
        column.addWidget(label(reason, "banner", wrap=True))
        column.addWidget(
            label(
                tr(
                    "The file that holds the law is not as it was made, so any of its words may be wrong. "
                    "Nothing of it is shown, copied or printed until it is whole again."
                ),
                "lead",
                wrap=True,
            )
        )
        column.addWidget(label(tr("The file: {path}").format(path=host.file.path), wrap=True))
        column.addWidget(
            label(
                tr("Put a whole file there (install RightsRef again, or run make content), then look again."), wrap=True
            )
        )
        self.again = push_button(tr("Look again"))
        self.again.clicked.connect(self.wanted)
        column.addWidget(self.again, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.set_body(body, host.look)

    def take_focus(self) -> None:
        """To the one thing that can be done here."""
        self.again.setFocus()
