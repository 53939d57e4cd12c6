"""Help: how each part is used, and every key."""

from __future__ import annotations

from html import escape

from rightsref.ui.parts.link import go
from rightsref.ui.parts.look import T20, T32
from rightsref.ui.parts.rich_text import RichText
from rightsref.ui.parts.text_page import TextPage
from rightsref.ui.shell.keys import KEYS
from rightsref.words import tr
from rightsref.words.guide import GUIDE, guide


class KeysPage(TextPage):
    """Opens with ? or F1; prints as the sheet of the guide."""

    name = "Keys and help"

    @property
    def printable(self) -> str:
        """The sheet that says the same."""
        return GUIDE

    def fill(self, made: RichText) -> None:
        """Write the keys, then the guide."""
        made.heading(tr(self.name), T32, bottom=10, level=1)
        rows = "".join(
            f'<tr><td style="padding:4px 28px 4px 0"><b>{escape(tr(keys))}</b></td><td style="padding:4px 0">{escape(tr(does))}</td></tr>'
            for keys, does in KEYS
        )
        made.text(f"<table>{rows}</table>", bottom=10)
        made.text(escape(tr("Ctrl+P prints this guide, or saves it as PDF.")), bottom=4)
        for section in guide():
            made.heading(section.title, T20, top=14, bottom=6)
            for line in section.lines:
                made.text(escape(line), bottom=6)
            if section.target:
                made.text(go(section.target, escape(tr("Open"))), bottom=2)
