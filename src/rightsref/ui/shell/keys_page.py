"""Help: every key, and what the program is for in a few lines."""

from __future__ import annotations

from html import escape

from rightsref.ui.parts.link import go
from rightsref.ui.parts.rich_text import RichText
from rightsref.ui.parts.text_page import TextPage
from rightsref.ui.shell.keys import KEYS
from rightsref.words import tr

_HELP = (
    ("Type a question in plain words, in English or Spanish, or a citation. Searches are not kept.", ""),
    ("Someone needs help now: answer a few questions and see what to say and do.", "rightsref:tool/scenarios"),
    ("Check a paper, spot by spot.", "rightsref:tool/papers"),
    ("Count the 48 hours of a detainer.", "rightsref:tool/clock"),
    ("Print a sheet, a card or a notice.", "rightsref:tool/sheets"),
    ("Whom to call.", "rightsref:tool/contacts"),
)


class KeysPage(TextPage):
    """Opens with ? or F1."""

    name = "Keys and help"

    def fill(self, made: RichText) -> None:
        """Write the keys, then where to begin."""
        made.heading(tr(self.name), 34, bottom=10, level=1)
        rows = "".join(
            f'<tr><td style="padding:4px 28px 4px 0"><b>{escape(tr(keys))}</b></td><td style="padding:4px 0">{escape(tr(does))}</td></tr>'
            for keys, does in KEYS
        )
        made.text(f"<table>{rows}</table>", bottom=10)
        made.heading(tr("Where to begin"), 20, top=12, bottom=6)
        for words, target in _HELP:
            made.bullet(go(target, escape(tr(words))) if target else escape(tr(words)))
