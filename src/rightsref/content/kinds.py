"""What each kind of content file may and must hold: the grammar of `resources/`, as data."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

#: Headings of a Markdown file -> part keys, in the order in which a page shows them.
PARTS = {
    "In plain words": "plain",
    "The law": "law",
    "The paper": "paper",
    "Holding": "holding",
    "What it means in Chicago": "meaning",
    "The law says": "law_says",
    "The agency claims": "agency_claims",
    "What to say and do": "say_and_do",
    "Who must follow it": "who",
    "What it lets an officer do": "lets",
    "What it does not cover": "not_covered",
    "Common mistakes": "mistakes",
    "If it is broken": "broken",
    "Where sources disagree": "disagree",
    "Later history": "later",
    "The story": "story",
    "Asks": "asks",
}

#: Parts whose blocks are citable paragraphs rather than explanation.
PARAGRAPH_PARTS = ("law", "paper", "holding")


class Kind(NamedTuple):
    """The grammar of one kind of Markdown file.

    Attributes:
        folder: where its files are, under the content root.
        required, optional: front-matter keys and the TOML types they hold.
        parts: required parts; any other part of `PARTS` may follow.
        asks: how many asks a current English text must carry.
    """

    folder: str
    required: dict[str, type]
    optional: dict[str, type]
    parts: tuple[str, ...]
    asks: int = 0


_COMMON: dict[str, type] = {
    "aliases": list, "related": list, "status": str, "status_note": str, "history": list, "ends": date,
    "label": str, "gaps": list,
}  # fmt: skip
_DATED: dict[str, type] = {"effective": date, "updated": date, "review_by": date, "checked": list}

KINDS = {
    "provision": Kind(
        "law", {"citation": str, "heading": str, **_DATED}, _COMMON,
        ("plain", "law", "who", "not_covered", "mistakes", "broken", "asks"), asks=5,
    ),
    "case": Kind(
        "cases",
        {"citation": str, "heading": str, "court": str, "reporter": str, "weight": str, "jurisdiction": str, **_DATED},
        _COMMON, ("plain", "holding", "meaning", "asks"), asks=3,
    ),
    "form": Kind(
        "forms",
        {"citation": str, "heading": str, "signed_by": str, "judge": bool, "jurisdiction": str, **_DATED}, _COMMON,
        ("plain", "paper", "who", "lets", "not_covered", "mistakes", "broken", "asks"), asks=5,
    ),
    "topic": Kind(
        "topics", {"citation": str, "heading": str, "jurisdiction": str, **_DATED}, _COMMON, ("plain", "asks"), asks=3,
    ),
}  # fmt: skip

#: A translation carries only these; everything else comes from its English original.
TRANSLATION_KEYS: dict[str, type] = {"heading": str, "updated": date}

CHECKED_KEYS: dict[str, type] = {"level": str, "on": date, "source": str, "note": str, "paragraphs": list}
HISTORY_KEYS: dict[str, type] = {"date": date, "text": str, "source": str}

SOURCE_REQUIRED: dict[str, type] = {
    "title": dict, "short": dict, "citation": str, "jurisdiction": str, "kind": str, "binds": dict,
    "enforced_by": dict, "who_may_sue": dict, "url": str, "order": int,
}  # fmt: skip
SOURCE_OPTIONAL: dict[str, type] = {"names": list, "status": str, "status_note": dict}

LANGUAGES = ("en", "es")
