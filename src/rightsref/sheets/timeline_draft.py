"""The timeline as a handout: its events year by year, of all jurisdictions or of some."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from rightsref.errors import UsageError
from rightsref.knowledge.library import KnowledgeBase
from rightsref.model.law import Jurisdiction
from rightsref.model.reference import TimelineEvent
from rightsref.model.sheet import Item, SheetBlock
from rightsref.words import speaking, tr
from rightsref.words.dates import event_day
from rightsref.words.labels import JURISDICTIONS

#: The page whose sheet this is; the jurisdictions that are wanted follow it, none for all.
TIMELINE = "rightsref:tool/timeline"


def timeline_words(kb: KnowledgeBase, lanes: Sequence[str], lang: str) -> tuple[str, str, list[SheetBlock]]:
    """Title, subtitle and blocks of the handout.

    Raises:
        UsageError: a jurisdiction is none; the message lists those there are.
    """
    unknown = [lane for lane in lanes if lane not in tuple(Jurisdiction)]
    if unknown:
        raise UsageError(
            tr("“{lane}” is no lane of the timeline. They are: {lanes}.").format(
                lane=unknown[0][:40], lanes=", ".join(Jurisdiction)
            )
        )
    events = [event for event in kb.timeline(lang) if not lanes or event.jurisdiction in lanes]
    with speaking(lang):
        shown = ", ".join(tr(JURISDICTIONS[lane]) for lane in Jurisdiction if not lanes or lane in lanes)
        blocks = [
            block
            for year, inside in groupby(events, key=lambda event: event.date[:4])
            for block in (
                SheetBlock("heading", (Item(year, lang=lang),)),
                SheetBlock("steps", tuple(_item(kb, event, lang) for event in inside)),
            )
        ]
        return tr("How the law came about"), shown, blocks


def _item(kb: KnowledgeBase, event: TimelineEvent, lang: str) -> Item:
    """An event: its day and whose law, its title, what happened, and what it touches first."""
    lead = f"{event_day(event.date, event.precision)}, {tr(JURISDICTIONS[event.jurisdiction])}: {event.title}. "
    touched = next(iter(kb.references(event.touches[:1], lang).values()), None)
    runs = ((lead, True), (event.text, False))
    cited = (touched.citation, touched.address) if touched else ("", "")
    return Item(lead + event.text, cited[0], event.level, runs, authority=cited[1])
