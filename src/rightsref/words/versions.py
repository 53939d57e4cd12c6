"""What is said of two versions of a text: when each stood, and what became of its paragraphs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from rightsref.words import tr
from rightsref.words.dates import date_words

if TYPE_CHECKING:
    from rightsref.model.law import Document

#: What became of a paragraph, by the key that `knowledge.comparison.Fate` gives it.
FATES = {
    "new": "New",
    "changed": "Changed",
    "replaced": "Written anew",
    "gone": "Taken out",
    "reworded": "Our wording changed, the law did not",
    "same": "The same",
}
_COUNTED = {
    "new": "{n} new",
    "changed": "{n} changed",
    "replaced": "{n} written anew",
    "gone": "{n} taken out",
    "reworded": "{n} in other words of ours only",
    "same": "{n} the same",
}


def span(document: Document) -> str:
    """When a text stood."""
    start = date_words(document.effective)
    if document.ends:
        return tr("In effect from {start} until {end}").format(start=start, end=date_words(document.ends))
    return tr("In effect since {start}").format(start=start)


def counted(fates: Iterable[str]) -> str:
    """How many paragraphs became what."""
    numbers = Counter(fates)
    return tr("Paragraphs: {list}.").format(
        list=", ".join(tr(words).format(n=numbers[fate]) for fate, words in _COUNTED.items() if numbers[fate])
    )
