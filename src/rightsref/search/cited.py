"""What a query names outright: citations in every spelling, bills, nicknames, cases."""

from __future__ import annotations

import re

from rightsref.knowledge.library import KnowledgeBase
from rightsref.model import citation as citations
from rightsref.model.address import SCHEME
from rightsref.search.query import Query

_LONGEST_NAME = 8  # words
_LONGEST_CASE = 6  # words
_MOST_SPANS = 120
_AGAINST = frozenset(("vs", "versus", "contra"))
_CASES = f"{SCHEME}case/"


def cited(kb: KnowledgeBase, query: Query, corrected: str) -> list[str]:
    """Addresses that a query names outright, in order.

    Args:
        kb: where they are held.
        query: what was typed.
        corrected: the same in mended spelling, empty if nothing was mended.
    """
    by_act = [] if query.exact else [found for found in kb.acts.cited(query.text) if found not in query.citations]
    found = [address for citation in (*query.citations, *by_act) for address in _nearest(kb, citation)]
    keys = [*query.names, *_whole_names(query, corrected)]
    found += [row["address"] for key in keys for row in kb.rows("SELECT address FROM name WHERE key = ?", key)]
    return list(dict.fromkeys([*found, *_case_within(kb, query, corrected)]))


def _nearest(kb: KnowledgeBase, citation: citations.Citation) -> list[str]:
    """Where a citation stands; else the paragraph or section above it; else the first sections of the act cited whole."""
    nearest = citation
    while not (address := kb.address_of(nearest)) and nearest.pinpoint:
        nearest = nearest._replace(pinpoint=nearest.pinpoint.rpartition("(")[0])
    if address:
        return [address]
    rows = kb.rows(
        "SELECT address FROM document WHERE base LIKE ? ESCAPE '\\' AND ends = '' ORDER BY position LIMIT 3",
        re.sub(r"([%_\\])", r"\\\1", citation.base) + "/%",
    )
    return [row["address"] for row in rows]


def _whole_names(query: Query, corrected: str) -> list[str]:
    """Keys under which the whole text may be a name: a case, a nickname, a term of the glossary (*what is a detainer*)."""
    if not 0 < len(query.words) <= _LONGEST_NAME:
        return []
    texts = (query.text, " ".join(query.words), corrected)
    return list(dict.fromkeys(citations.name_key(text) for text in texts if text))


def _case_within(kb: KnowledgeBase, query: Query, corrected: str) -> list[str]:
    """The case that two to six words in a row name, the longest name if there are several."""
    # Folded words joined are the key of their name already.
    words = ["v" if word in _AGAINST else word for word in (corrected.split() if corrected else query.spoken)]
    ends = range(2, _LONGEST_CASE + 1)
    keys = ["".join(words[n : n + length]) for n in range(len(words)) for length in ends if n + length <= len(words)]
    keys = list(dict.fromkeys(keys))[:_MOST_SPANS]
    marks = ",".join("?" * len(keys))
    found = kb.rows(f"SELECT key, address FROM name WHERE key IN ({marks}) AND address LIKE ?", *keys, f"{_CASES}%")
    return [row["address"] for row in sorted(found, key=lambda row: (-len(row["key"]), row["key"]))][:1]
