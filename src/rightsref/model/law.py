"""What the knowledge base holds: sources, documents, their paragraphs and explanations."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from rightsref.model.kinds import KINDS


class Level(StrEnum):
    """How far a text was held against its source; ordered from surest to least sure."""

    OFFICIAL = "official"  # the legal text itself was seen
    SECONDARY = "secondary"  # press, synopsis, guide or a copy of uncertain age
    UNCHECKED = "unchecked"  # general knowledge; never shown as settled


class Status(StrEnum):
    """Whether a text is the law today."""

    IN_FORCE = "in_force"
    CHANGING = "changing"  # a pending bill, appeal or suit touches it; the note says which
    SUPERSEDED = "superseded"  # replaced or repealed; see `ends`
    NOT_YET = "not_yet"  # passed, not yet in force
    PENDING = "pending"  # a bill or proposal: not law


class Jurisdiction(StrEnum):
    """Whose law it is."""

    CITY = "city"
    COUNTY = "county"
    STATE = "state"
    FEDERAL = "federal"


class Checked(NamedTuple):
    """When, against what and how far a text was last held against its source.

    Attributes:
        level: how far it is confirmed.
        on: ISO date of the check.
        source: URL of what was seen; empty for an unchecked text.
        note: what was and was not seen, in words.
    """

    level: Level
    on: str
    source: str = ""
    note: str = ""


class Source(NamedTuple):
    """A body of law: a chapter, an act, a part of the regulations, a series of orders."""

    key: str
    title: str
    short: str
    citation: str
    jurisdiction: Jurisdiction
    kind: str
    binds: str
    enforced_by: str
    who_may_sue: str
    url: str
    status: Status
    status_note: str


class Paragraph(NamedTuple):
    """A citable unit of a document, with our restatement of it.

    Attributes:
        address: where it stands.
        citation: canonical, with the pinpoint.
        pinpoint: what follows the section in it, such as `(h)(7)` or `¶2`; empty for a section of one paragraph.
        printed: the citation as it is printed, without kind and version.
        label: the last step of the pinpoint as it is printed, such as `(7)`.
        depth: 0 for the outermost paragraphs.
        html: the restatement, as HTML limited to inline elements.
        text: the same without markup.
        checked: how far it is confirmed.
    """

    address: str
    citation: str
    pinpoint: str
    printed: str
    label: str
    depth: int
    html: str
    text: str
    checked: Checked

    @property
    def shown_pinpoint(self) -> str:
        """The pinpoint in the reader’s language: a term or a field of a paper by its name there."""
        return f"“{self.label.partition(' (')[0]}”" if self.pinpoint.startswith('"') else self.pinpoint


class Block(NamedTuple):
    """One paragraph or list item of an explanation, with the authorities it rests on.

    Attributes:
        html: inline HTML; links carry addresses.
        text: the same without markup.
        authorities: addresses of the provisions that it names.
        level: the least sure level among those authorities.
    """

    html: str
    text: str
    authorities: tuple[str, ...]
    level: Level


class Event(NamedTuple):
    """One step in the history of a document."""

    date: str
    text: str
    source: str


class Reference(NamedTuple):
    """A pointer to something else that can be shown."""

    address: str
    citation: str
    title: str
    kind: str

    @property
    def name(self) -> str:
        """What tells it from others of its kind: its citation, or its title where all of a kind are cited alike."""
        return self.citation if "{name}" in KINDS[self.kind].printed else self.title


class Succession(NamedTuple):
    """What we know of a paragraph beside the version before.

    Attributes:
        pinpoint: the paragraph, in the later version.
        was: where it stood in the version before.
        reworded: whether only our words for it differ, and the law does not.
    """

    pinpoint: str
    was: str
    reworded: bool


class Version(NamedTuple):
    """One text of a section among those that have stood in its place."""

    address: str
    effective: str
    ends: str
    status: Status


class Document(NamedTuple):
    """A provision, case, form or topic with everything that its page shows.

    Attributes:
        label: the citation as a reader prints it (`Chicago Executive Order 2025-8`).
        effective, ends: ISO dates; `ends` is the first day on which it no longer stood, empty while it stands.
        paragraphs: the law (or the form, field by field), outermost order.
        parts: explanation by part key (`plain`, `who`, `not_covered`, `mistakes`, `broken` ...), in page order.
        facts: what is known beside the text, by key: a case's court, reporter and weight, who signs a paper, who enforces a law.
        succession: what we know of paragraphs beside the version before this one.
        in_english: the parts that are in English because the reader's language has no translation of them; `law` for the paragraphs.
    """

    address: str
    kind: str
    citation: str
    label: str
    title: str
    source: str
    jurisdiction: Jurisdiction
    status: Status
    status_note: str
    effective: str
    ends: str
    updated: str
    review_by: str
    checked: Checked
    paragraphs: tuple[Paragraph, ...]
    parts: dict[str, tuple[Block, ...]]
    history: tuple[Event, ...]
    related: tuple[Reference, ...]
    versions: tuple[Version, ...]
    facts: dict[str, str]
    in_english: frozenset[str] = frozenset()
    succession: tuple[Succession, ...] = ()

    @property
    def least_sure(self) -> Level:
        """The level of the least sure paragraph, or of the document if it has none."""
        return worst([p.checked.level for p in self.paragraphs] or [self.checked.level])


def worst(levels: list[Level]) -> Level:
    """The least sure of some levels; `OFFICIAL` if there are none."""
    order = list(Level)
    return max(levels, key=order.index, default=Level.OFFICIAL)


class Heading(NamedTuple):
    """A line of the law outline: a section with what the outline shows of it."""

    address: str
    citation: str
    label: str
    title: str
    source: str
    status: Status
    effective: str
    ends: str
