"""Words: every term of the law in plain English, with the words that people use for it."""

from __future__ import annotations

from html import escape

from rightsref.ui.parts.look import T14, T18, T32
from rightsref.ui.parts.rich_text import RichText
from rightsref.ui.parts.text_page import TextPage
from rightsref.words import tr


class GlossaryPage(TextPage):
    """The glossary, from A to Z."""

    name = "Words of the law"

    def fill(self, made: RichText) -> None:
        """Write every term with its meaning."""
        made.heading(tr(self.name), T32, bottom=10, level=1)
        made.text(tr("What the words mean in plain English, where the law defines them, and what people call them."))
        kb, lang = self.host.kb, self.host.lang
        terms = kb.terms(lang)
        authorities = kb.references([term.authority for term in terms if term.authority], lang)
        for term in terms:
            made.heading(term.term, T18, top=12, bottom=2, address=term.address)
            found = authorities.get(term.authority)
            link = f' <a href="{term.authority}"><small>{escape(found.citation)}</small></a>' if found else ""
            made.text(f"{escape(term.meaning)}{link}", bottom=2)
            if term.everyday:
                words = tr("People say: {words}").format(words=", ".join(map(escape, term.everyday)))
                made.text(words, colour=made.look.colours.muted, size=T14)
