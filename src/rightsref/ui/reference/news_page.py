"""What is new since the edition that the reader used before; for who has used none, what this one brought."""

from __future__ import annotations

import html

from rightsref.knowledge.news import news, written_since
from rightsref.model.reference import News
from rightsref.ui.parts.link import go
from rightsref.ui.parts.look import T20, T32
from rightsref.ui.parts.place import Place
from rightsref.ui.parts.rich_text import RichText
from rightsref.ui.parts.text_page import TextPage
from rightsref.words import tr
from rightsref.words.dates import date_words


class NewsPage(TextPage):
    """Opens from Home and from *About*."""

    name = "What is new"

    def fill(self, made: RichText) -> None:
        """Write each edition since, newest first, then the law whose explanation was written anew."""
        made.heading(tr(self.name), T32, bottom=10, level=1)
        rows, before = news(self.host.kb, self.host.lang), self.host.settings.edition
        since = [row for row in rows if row.edition > before] or [row for row in rows if row.edition == rows[0].edition]
        told = ""
        for row in since:
            if row.edition != told:
                told = row.edition
                title = tr("Edition {edition}, {day}").format(edition=row.edition, day=date_words(row.day))
                made.heading(title, T20, top=14)
            made.bullet(go(row.address, html.escape(row.text)) if row.address else html.escape(row.text))
        self._rewritten(made, rows, before)

    def show_place(self, place: Place, position: float = 0.0) -> None:
        """Once it is read, Home tells it no more."""
        super().show_place(place, position)
        if self.host.settings.edition < (edition := self.host.kb.meta()["edition"]):
            self.host.change(self.host.settings._replace(edition=edition))

    def _rewritten(self, made: RichText, rows: list[News], before: str) -> None:
        """The explanations written since the reader’s last edition, where its day is known."""
        days = [row.day for row in rows if row.edition == before]
        late = written_since(self.host.kb, days[0], self.host.lang) if days else []
        if late:
            made.heading(tr("Explanations written anew since {day}").format(day=date_words(days[0])), T20, top=14)
        for heading in late:
            made.bullet(f"{go(heading.address, html.escape(heading.citation))} {html.escape(heading.title)}")
