"""About this knowledge base: the coverage certificate, sources with their dates, open gaps."""

from __future__ import annotations

import html

import rightsref
from rightsref import paths
from rightsref.model.kinds import ORIGINAL
from rightsref.model.law import Level
from rightsref.ui.parts.link import go
from rightsref.ui.parts.look import T20, T32
from rightsref.ui.parts.rich_text import RichText
from rightsref.ui.parts.text_page import TextPage
from rightsref.words import tr
from rightsref.words.dates import date_words
from rightsref.words.labels import JURISDICTIONS, LEVELS, review_words

_LEVEL_MEANS = {
    Level.OFFICIAL: "the text of the law itself was seen",
    Level.SECONDARY: "seen in press, a guide, a synopsis or a copy of uncertain age",
    Level.UNCHECKED: "general knowledge, not confirmed; never shown as settled",
}


class AboutPage(TextPage):
    """What this edition holds and how sure it is."""

    name = "About this knowledge base"

    def fill(self, made: RichText) -> None:
        """Write the certificate."""
        made.heading(tr(self.name), T32, bottom=10, level=1)
        self._edition(made)
        self._tally(made)
        self._sources(made)
        self._gaps(made)
        self._licence(made)

    def _edition(self, made: RichText) -> None:
        meta = self.host.kb.meta()
        words = tr(
            "RightsRef {version}, edition {edition}. Law as of <b>{law}</b>; last reviewed <b>{review}</b>."
        ).format(
            version=rightsref.__version__,
            edition=html.escape(meta["edition"]),
            law=date_words(meta["law_as_of"]),
            review=date_words(meta["last_review"]),
        )
        made.text(words)
        made.text(
            tr(
                "This is information, not legal advice. It works without any network and keeps no record of what you look up."
            )
        )
        made.text(go("rightsref:tool/news", tr("What is new in this edition")))
        made.text(
            go("rightsref:tool/where", tr("Where is everything? Its files, what others keep, and how to remove them."))
        )

        if self.host.lang != ORIGINAL:
            made.text(review_words(""))

    def _tally(self, made: RichText) -> None:
        made.heading(tr("How sure we are"), T20, top=14)
        tally = self.host.kb.tally()
        for level in Level:
            words = f"<b>{tally[level.value]}</b> &nbsp;{tr(LEVELS[level])}: {tr(_LEVEL_MEANS[level])}"
            made.bullet(words)
        made.text(
            tr(
                "{all} citable units in all. Every unit shows its own level, with the source and the date it was held against it."
            ).format(all=sum(tally.values())),
            colour=made.look.colours.muted,
        )

    def _sources(self, made: RichText) -> None:
        made.heading(tr("Sources"), T20, top=14)
        first: dict[str, str] = {}
        for heading in self.host.kb.outline(self.host.lang):
            first.setdefault(heading.source, heading.address)
        for source in self.host.kb.sources(self.host.lang):
            link = (
                f'<a href="{first[source.key]}">{html.escape(source.title)}</a>'
                if source.key in first
                else html.escape(source.title)
            )
            site = f'<a href="{html.escape(source.url)}">{tr("official text")}</a>' if source.url else ""
            made.bullet(
                f"{link} ({html.escape(source.citation)}), {tr(JURISDICTIONS[source.jurisdiction])}. {html.escape(source.binds)} {site}"
            )

    def _gaps(self, made: RichText) -> None:
        gaps = self.host.kb.gaps(self.host.lang)
        if not gaps:
            return
        made.heading(tr("What we do not know"), T20, top=14)
        titles = self.host.kb.references([address for address, _ in gaps if address], self.host.lang)
        for address, text in gaps:
            found = titles.get(address)
            lead = f'<a href="{address}">{html.escape(found.citation)}</a>: ' if found else ""
            made.bullet(f"{lead}{html.escape(text)}")

    def _licence(self, made: RichText) -> None:
        made.heading(tr("Licenses"), T20, top=14)
        made.text(
            tr(
                "The program is under the MIT license, its content under CC BY 4.0. Source Sans and Source Serif are under the SIL Open Font License; Qt is used under the LGPL."
            )
        )
        if paths.licences().is_file():
            made.text(go("rightsref:tool/licences", tr("The licenses of all that this program brings along, whole")))
