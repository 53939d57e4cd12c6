"""Papers that people are asked to sign: what each costs, what to say, if it can be taken back."""

from __future__ import annotations

from html import escape

from PySide6.QtWidgets import QWidget

from rightsref.model.address import Address
from rightsref.model.signing import Advice, SigningPaper
from rightsref.reasoning.saying import signing_said
from rightsref.ui.detainers.tabs import DetainerTabs
from rightsref.ui.parts.look import T20, T32, XL, L
from rightsref.ui.parts.rich_text import RichText
from rightsref.ui.parts.text_page import TextPage
from rightsref.ui.parts.to_say import to_say
from rightsref.words import tr
from rightsref.words.labels import ADVICE, SIGNING_PARTS

_FLOW = Address.of("flow", "they-want-a-signature")
_SHEET = Address.of("sheet", "papers-to-sign")


class SigningPage(TextPage):
    """Every paper, the most common and most dangerous first, with an index above."""

    name = "Papers to sign"
    edge, top = XL, L  # as on the other pages about detainers, so that their buttons stay where they are

    def head(self) -> QWidget:
        """The way to the other pages about detainers."""
        return DetainerTabs(self.host, "signing")

    def fill(self, made: RichText) -> None:
        """Write the index, then every paper."""
        made.heading(tr("They want a signature"), T32, bottom=10, level=1)
        made.text(tr("Nobody has to sign on the spot. Find the paper by its number or by the words on top."))
        papers = self.host.kb.signing_papers(self.host.lang)
        for paper in papers:
            made.bullet(f'<a href="{Address.of("signing", paper.key)}">{escape(paper.title)}</a>')
        ways = [(_FLOW, tr("Not sure which? Answer two questions")), (_SHEET, tr("Print all of this"))]
        made.text(" &nbsp;·&nbsp; ".join(f'<a href="{address}">{escape(words)}</a>' for address, words in ways))
        for paper in papers:
            self._paper(made, paper)

    def _paper(self, made: RichText, paper: SigningPaper) -> None:
        look = made.look
        made.heading(paper.title, T20, top=18, bottom=2, address=str(Address.of("signing", paper.key)), level=2)
        colour = (
            look.colours.accent if paper.advice in (Advice.CHOOSE, Advice.OUT, Advice.RECEIPT) else look.colours.warn
        )
        made.text(f"<b>{escape(tr(ADVICE[paper.advice]))}</b>", bottom=4, colour=colour)
        made.text(escape(paper.looks_like), bottom=6)
        to_say(made, signing_said(self.host.kb, paper, self.host.lang))
        for title, claim in zip(SIGNING_PARTS, (paper.gives_up, paper.take_back, paper.refuse), strict=True):
            link = f'<a href="{claim.authority}">{escape(claim.citation)}</a>{made.mark(claim.level)}'
            made.text(f"<b>{escape(tr(title))}</b><br>{escape(claim.fact)} {link}", bottom=6)
        if paper.document:
            made.text(f'<a href="{paper.document}">{escape(tr("Read the whole page on this paper"))}</a>', bottom=4)
