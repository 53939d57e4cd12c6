"""A cited part that is not held: what is found in its place must say so."""

from __future__ import annotations

from rightsref.knowledge.library import KnowledgeBase
from rightsref.model import citation as citations
from rightsref.search.results import Results


def missed_part(kb: KnowledgeBase, text: str, results: Results) -> str:
    """The citation that a text is, where it is not held and the first hit is what it would be a part of; else empty."""
    citation = citations.parse(text) if results.hits else None
    if citation is None or kb.address_of(citation):
        return ""
    shown = results.hits[0].citation
    return str(citation) if shown and str(citation).startswith(f"{shown}(") else ""
