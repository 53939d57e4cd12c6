"""What each kind of content file may and must hold: the grammar of `resources/`, as data."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

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

#: The keys that a table must hold and those that it may hold, with their types.
Keys = tuple[dict[str, type], dict[str, type]]

#: A translation carries only these; everything else comes from its English original.
TRANSLATION_KEYS: Keys = ({"heading": str, "updated": date}, {})

SOURCE_KEYS: Keys = (
    {
        "title": dict, "short": dict, "citation": str, "jurisdiction": str, "kind": str, "binds": dict,
        "enforced_by": dict, "who_may_sue": dict, "url": str, "order": int,
    },
    {"names": list, "status": str, "status_note": dict},
)  # fmt: skip
ABOUT_KEYS: Keys = ({"edition": str, "law_as_of": date, "last_review": date}, {"gaps": list})
THESAURUS_KEYS: Keys = ({}, {"en": list, "es": list})

_SYNONYMS: Keys = ({"say": list, "means": list}, {})
#: Keys that hold a list of tables -> what each of these holds.
TABLES: dict[str, Keys] = {
    "checked": ({"level": str, "on": date}, {"source": str, "note": str, "paragraphs": list}),
    "history": ({"date": date, "text": str}, {"source": str}),
    "en": _SYNONYMS,
    "es": _SYNONYMS,
}

LANGUAGES = ("en", "es")

#: The types of TOML in words.
TYPES = {
    str: "a text", date: "a date", bool: "true or false", int: "a whole number", list: "a list of texts",
    dict: "a text for each language",
}  # fmt: skip


def fits(key: str, value: object, wanted: type) -> bool:
    """Whether a value is what its key wants. Lists hold texts, or tables where `TABLES` says so; tables hold texts."""
    if type(value) is not wanted:
        return False
    if isinstance(value, list):
        return all(isinstance(item, dict if key in TABLES else str) for item in value)
    return not isinstance(value, dict) or all(isinstance(item, str) for item in value.values())


def fitting(table: dict[str, Any], keys: Keys) -> dict[str, Any]:
    """What of a table is known and fits, the tables inside likewise: whoever reads on may trust the types."""
    known = {**keys[0], **keys[1]}
    kept = {key: value for key, value in table.items() if key in known and fits(key, value, known[key])}
    for name in kept.keys() & TABLES.keys():
        kept[name] = [fitting(inner, TABLES[name]) for inner in kept[name]]
    return kept
