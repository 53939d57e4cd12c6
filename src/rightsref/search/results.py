"""What a search returns, and which of it to keep."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from rightsref.model.address import Address
from rightsref.model.heard import Suggestion
from rightsref.model.law import Jurisdiction, Level, Status
from rightsref.model.spoken import words
from rightsref.search.ranking import Entry
from rightsref.search.snippet import Span
from rightsref.search.start import MOST, Start
from rightsref.search.two_laws import Meaning


class Hit(NamedTuple):
    """One result.

    Attributes:
        address, kind, citation: what was found; `citation` is canonical.
        label: the citation as printed.
        title: heading of the document that holds it.
        snippet: the one line that answers best, in plain words where there are any.
        title_spans, snippet_spans: matches, as data; never markup.
        also: addresses of other matching paragraphs of the same document.
        score: for comparison within one search only.
        lang: the language of the snippet, where the reader's own has none.
    """

    address: str
    kind: str
    citation: str
    label: str
    title: str
    snippet: str
    title_spans: tuple[Span, ...]
    snippet_spans: tuple[Span, ...]
    source: str
    jurisdiction: Jurisdiction | None
    status: Status
    level: Level
    also: tuple[str, ...]
    score: float
    lang: str


class Results(NamedTuple):
    """What a search found and how it read the query.

    Attributes:
        hits: best first.
        citation: the canonical citation that the text was read as, if it was.
        corrected: the query with its spelling mended, if that was needed.
        counts: matching documents by jurisdiction and by kind, before filters.
        answered: whether the hits answer; else they are only near.
        start: what to start with, apart from the law.
        meanings: the two things that the query may mean, where two laws use one of its words; else none.
        whom: whom to ask, where the hits do not answer.
    """

    hits: tuple[Hit, ...]
    citation: str
    corrected: str
    counts: Mapping[str, int]
    answered: bool
    start: tuple[Start, ...]
    meanings: tuple[Meaning, ...]
    whom: Start | None


#: Fewer words are a topic and tell nothing that a scenario could take up.
_A_SENTENCE = 4


def led_by(found: Results, typed: str, suggested: Sequence[Suggestion]) -> Results:
    """The same with the scenarios that a sentence asks for at the head of *Start here*, and the answers that it states.

    Args:
        found: what a search found.
        typed: the query.
        suggested: what `reasoning.hearing.suggest` hears in it, best first.
    """
    stated = {str(Address.of("flow", each.flow)): each for each in suggested}
    first = next((each for each in suggested if each.asked), None) if len(words(typed)) >= _A_SENTENCE else None
    rows = [row._replace(answers=stated[row.address].answers) if row.address in stated else row for row in found.start]
    if first is not None:
        address = str(Address.of("flow", first.flow))
        head = Start(address, "flow", first.title, "", "", first.answers)
        rows = [head, *(row for row in rows if row.address != address)]
    answered = found.answered or bool(first and first.answers)
    return found._replace(
        start=tuple(rows[:MOST]),
        hits=tuple(hit for hit in found.hits if first is None or hit.address != rows[0].address),
        answered=answered,
        whom=None if answered else found.whom,
    )


class Filter(NamedTuple):
    """Which hits to keep; empty means all."""

    sources: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    jurisdictions: frozenset[str] = frozenset()
    on: str = ""

    def keeps(self, entry: Entry) -> bool:
        """Whether an entry passes."""
        standing = not self.on or (entry.effective <= self.on and (not entry.ends or self.on < entry.ends))
        return (
            standing
            and (not self.sources or entry.source in self.sources)
            and (not self.kinds or entry.kind in self.kinds)
            and (not self.jurisdictions or entry.jurisdiction in self.jurisdictions)
        )
