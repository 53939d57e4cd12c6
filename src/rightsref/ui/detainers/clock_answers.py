"""The clock's answers as rich text: what matters most, the chart, what to say, each rule with its law."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from html import escape

from rightsref.errors import NotFoundError
from rightsref.model import citation as citations
from rightsref.reasoning.clock import RULES, Deadline, answer, lasted, left_out
from rightsref.reasoning.letter import to_say_with_meaning
from rightsref.ui.detainers.clock_chart import ClockChart
from rightsref.ui.parts.link import Ask, Link, go
from rightsref.ui.parts.look import T14, T20, T25
from rightsref.ui.parts.page import PageHost
from rightsref.ui.parts.rich_text import RichText
from rightsref.words import tr
from rightsref.words.dates import day_words, moment_words

_OFFER = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d[+-]\d\d:\d\d")


def write_unclear(made: RichText, message: str) -> None:
    """The clocks changed at this hour: the core says what it may mean; a click chooses."""
    made.box("warn")
    words = _OFFER.sub(lambda offer: Link(Ask.MOMENT, offer[0]).around(offer[0]), escape(message))
    made.text(words, bottom=0)
    if _OFFER.search(message):
        made.text(f"<b>{tr('Choose one of the two.')}</b>", bottom=0)
    made.end_box()


class ClockAnswers:
    """Writes the answers into a text."""

    def __init__(self, made: RichText, host: PageHost) -> None:
        self._made, self._host = made, host
        self._ice = False  # whether it is ICE's own arrest, and no release, that is counted from

    def write(self, deadlines: tuple[Deadline, ...], release: datetime, now: datetime, width: int) -> None:
        """Write all of them; the chart is `width` pixels wide."""
        self._ice = deadlines[0].rule == "decision"
        self._first(deadlines[0], release, now)
        chart = ClockChart(deadlines, release, now, self._made.look, width)
        self._made.picture(
            chart.picture(), " ".join(f"{tr(RULES[deadline.rule])}: {answer(deadline, now)}." for deadline in deadlines)
        )
        self._say(deadlines, release, now)
        for deadline in deadlines[1:]:
            self._lane(deadline, release)

    def _say(self, deadlines: tuple[Deadline, ...], release: datetime, now: datetime) -> None:
        """What to say to the jail."""
        self._made.box("warn" if release < now else "plain")
        to = tr("Say to ICE") if self._ice else tr("Say to the jail, and send it in writing")
        self._made.heading(to.upper(), T14, bottom=4)
        for words, meaning in to_say_with_meaning(deadlines, release, now):
            self._made.text(f"“{self._linked(words)}”", bottom=4)
            if meaning:
                self._made.text(f"<i>{escape(meaning)}</i>", bottom=8)
        self._made.end_box()

    def _first(self, deadline: Deadline, release: datetime, now: datetime) -> None:
        """What matters most, large: the law of the place, and how long ago release was due."""
        self._made.box("plain")
        self._made.heading(tr(RULES[deadline.rule]).upper(), T14, bottom=4, colour=self._made.look.colours.accent)
        self._made.heading(deadline.note, T25, bottom=6, level=1)
        if release < now:
            said = (
                tr("ICE made the arrest at {when}, {span} ago.")
                if self._ice
                else tr("Release was due at {when}, {span} ago.")
            )
            since = said.format(when=moment_words(release), span=lasted(now - release))
        else:
            since = tr("Release is due at {when}.").format(when=moment_words(release))
        self._made.text(f"<b>{since}</b>", bottom=4)
        self._made.text(self._law(deadline.authority), bottom=0)
        self._made.end_box()

    def _lane(self, deadline: Deadline, release: datetime) -> None:
        self._made.heading(f"{tr(RULES[deadline.rule])}: {answer(deadline, datetime.now(UTC))}", T20, top=10, bottom=4)
        days = left_out(deadline, release)
        if days:
            named = "; ".join(day_words(day) for day in days)
            self._made.text(tr("Left out here: {days}.").format(days=f"<b>{named}</b>"), bottom=4)
        self._made.text(self._linked(deadline.note), bottom=4)
        self._made.text(self._law(deadline.authority))

    def _law(self, authority: str) -> str:
        """The law behind an answer, as a link with its title; its bare name if it is not held."""
        try:
            address = self._host.kb.resolve(authority)
        except NotFoundError:
            return escape(authority)
        found = self._host.kb.references([address], self._host.lang).get(address)
        if found is None:
            return go(address, escape(authority))
        return f"{go(address, escape(found.citation))} &nbsp;{escape(found.title)}"

    def _linked(self, words: str) -> str:
        """A sentence with its citations as links."""
        made, end = "", 0
        for found in citations.find(words):
            address = self._host.kb.address_of(found.citation)
            if address:
                made += escape(words[end : found.start]) + go(address, escape(words[found.start : found.end]))
                end = found.end
        return made + escape(words[end:])
