"""What each kind of content file may and must hold: the grammar of `resources/`, as data."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from rightsref.content.reading.shape import TEXT, TEXTS, Shape
from rightsref.model.kinds import LANGUAGES, ORIGINAL

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
    "What changed": "changed",
    "The story": "story",
    "Asks": "asks",
}

#: Parts whose blocks are citable paragraphs rather than explanation.
PARAGRAPH_PARTS = ("law", "paper", "holding")


class Grammar(NamedTuple):
    """The grammar of one kind of Markdown file.

    Attributes:
        folder: where its files are, under the content root.
        shape: its front matter.
        parts: required parts; any other part of `PARTS` may follow.
        asks: how many asks a current English text must carry.
        example: a citation of one, for a skeleton.
    """

    folder: str
    shape: dict[str, Shape]
    parts: tuple[str, ...]
    asks: int
    example: str


_CHECKED: Shape = {"level": str, "on": date, "?source": str, "?note": str, "?paragraphs": [str]}
_HISTORY: Shape = {"date": date, "text": str, "?source": str}
_COMMON: dict[str, Shape] = {
    "citation": str, "heading": str, "effective": date, "updated": date, "review_by": date, "checked": [_CHECKED],
    "?ends": date, "?status": str, "?status_note": str, "?label": str, "?aliases": [str], "?related": [str],
    "?history": [_HISTORY], "?gaps": [str], "?since": {"*": date}, "?was": {"*": str}, "?reworded": [str],
}  # fmt: skip

GRAMMARS = {
    "provision": Grammar("law", _COMMON, ("plain", "law", "who", "not_covered", "mistakes", "broken", "asks"), 5, "5 ILCS 805/15"),
    "case": Grammar(
        "cases", {**_COMMON, "court": str, "reporter": str, "weight": str, "jurisdiction": str},
        ("plain", "holding", "meaning", "asks"), 3, "case:Galarza v. Szalczyk",
    ),
    "form": Grammar(
        "forms", {**_COMMON, "signed_by": str, "judge": bool, "jurisdiction": str},
        ("plain", "paper", "who", "lets", "not_covered", "mistakes", "broken", "asks"), 5, "form:I-247A",
    ),
    "topic": Grammar("topics", {**_COMMON, "jurisdiction": str}, ("plain", "asks"), 3, "topic:Courthouses"),
}  # fmt: skip

#: A translation carries only these; everything else comes from its English original.
#: `of` tells by part of what English it was made, as the mark of a companion’s row does.
TRANSLATION: dict[str, Shape] = {
    "heading": str, "updated": date, "?made": str, "?reviewed": str, "?of": {"*": str}, "?kept": {"*": str},
}  # fmt: skip

SOURCE: dict[str, Shape] = {
    "title": TEXT, "short": TEXT, "citation": str, "jurisdiction": str, "kind": str, "binds": TEXT, "enforced_by": TEXT,
    "who_may_sue": TEXT, "url": str, "order": int, "?names": [str], "?status": str, "?status_note": TEXT,
}  # fmt: skip

_WORD_WANTED: Shape = {
    "en": str,
    "es": str,
    "?also": [str],
    "?not": [str],
    "?unless": [str],
    "?why": str,
    "?means": [str],
    "?bracketed": [str],
}
_SYNONYMS: Shape = {"say": [str], "means": [str]}
_MEANT: Shape = {"label": TEXT, "adds": str}
_TERM: Shape = {"key": str, "term": TEXT, "meaning": TEXT, "authority": str, "?forms": TEXTS, "?everyday": TEXTS}
_EVENT: Shape = {
    "key": str, "date": date, "title": TEXT, "text": TEXT, "jurisdiction": str, "level": str, "?precision": str,
    "?touches": [str], "?source": str, "?asks": TEXTS,
}  # fmt: skip
_CONTACT: Shape = {
    "key": str, "name": TEXT, "need": str, "for": TEXT, "checked_on": date, "level": str, "?phone": str, "?email": str, "?web": str,
    "?hours": TEXT, "?note": TEXT, "?warning": TEXT, "?always": bool, "?source": str, "?asks": TEXTS,
}  # fmt: skip
_CLAIM: Shape = {"text": TEXT, "authority": str}
_REASON: Shape = {"fact": TEXT, "authority": str}
_WAY: Shape = {"where": str, "text": TEXT, "authority": str}
_STAGE: Shape = {
    "key": str, "title": TEXT, "box": TEXT, "who": TEXT, "happens": TEXTS, "do": TEXTS, "?law": [_CLAIM], "?ways": [_WAY],
    "?related": [str], "?asks": TEXTS,
}  # fmt: skip
_SIGNING: Shape = {
    "key": str, "title": TEXT, "looks_like": TEXT, "advice": str, "gives_up": _CLAIM, "take_back": _CLAIM, "refuse": _CLAIM,
    "say": TEXTS, "?citation": str, "?asks": TEXTS,
}  # fmt: skip
#: The files beside the folders.
TABLES: dict[str, dict[str, Shape]] = {
    "about": {"edition": str, "law_as_of": date, "last_review": date, "?gaps": TEXTS},
    "thesaurus": {
        **{f"?{lang}": [_SYNONYMS] for lang in LANGUAGES},
        "?two": [{"say": [str], "?leans": bool, "federal": _MEANT, "local": _MEANT}],
        "?tells": {"federal": [str], "local": [str]},
    },
    "terms_es": {"?term": [_WORD_WANTED]},
    "known_words": {
        "?names": [str],
        "?place": [{"jurisdiction": str, "names": [str]}],
        "?plain": {f"?{lang}": str for lang in LANGUAGES},
    },
    "elsewhere": {"?elsewhere": [{"asks": TEXTS}]},
    "glossary": {"?term": [_TERM]},
    "timeline": {"?event": [_EVENT]},
    "contacts": {"?contact": [_CONTACT]},
    "path": {"?stage": [_STAGE]},
    "signing": {"?paper": [_SIGNING]},
    "standing": {"?line": [{"key": str, "text": TEXT, "?urgent": bool, "?because": [_REASON]}]},
    "news": {"?edition": [{"key": str, "day": date, "news": [{"text": TEXT, "?see": str}]}]},
    "tools": {"?tool": [{"key": str, "title": TEXT, "about": TEXT, "asks": TEXTS}]},
}

#: Those of them that hold no texts for readers.
UNTOLD = ("thesaurus", "known_words", "elsewhere", "terms_es")

_POWER: Shape = {"place": str, "may": TEXT, "may_not": TEXT, "authority": str}
_FIELD: Shape = {"spot": str, "here": TEXT, "means": TEXT, "authority": str, "?signs": [str]}
#: A paper that officers show; its drawing stands beside it.
PAPER: dict[str, Shape] = {
    "title": TEXT, "looks_like": TEXT, "order": int, "judge": bool, "?citation": str, "?asks": TEXTS, "fields": {"*": _FIELD},
    "end": {
        "what": TEXT, "signed": TEXT, "say": TEXTS, "powers": [_POWER], "traps": [_CLAIM],
        "?disputed": {"law_says": TEXT, "agency_claims": TEXT, "say_and_do": TEXT, "authority": str},
    },
}  # fmt: skip
_SIGN: Shape = {"key": str, "label": TEXT, "?warning": TEXT, "?authority": str}
PAPER_QUESTIONS: dict[str, Shape] = {"question": [{"key": str, "text": TEXT, "?help": TEXT, "signs": [_SIGN]}]}

_OPTION: dict[str, Shape] = {"key": str, "label": TEXT, "goto": str, "?start": date, "?end": date}
_LOOKUP: Shape = {
    "tool": str, "finds": [{"found": [str], "option": str, "?seen": {"*": str}}], "?known": {"*": str},
}  # fmt: skip
_QUESTION: dict[str, Shape] = {
    "text": TEXT,
    "options": [_OPTION],
    "?help": TEXT,
    "?fact": bool,
    "?lookup": _LOOKUP,
    "?use": str,
}
_OUTCOME: dict[str, Shape] = {
    "title": TEXT, "verdict": str, "caution": int, "because": [_REASON], "do_now": TEXTS, "?exceptions": [_REASON],
    "?say": TEXTS, "?write_down": TEXTS, "?call": [str], "?custody": str, "?use": str,
    "?disputed": {"law_says": TEXT, "agency_claims": TEXT, "say_and_do": TEXT},
    "?laws": [{"law": TEXT, "verdict": str, "authority": str}],
    "?onward": [{"label": TEXT, "goto": str, "?answers": {"*": str}, "?carry": {"*": str}}],
}  # fmt: skip
FLOW: dict[str, Shape] = {
    "title": TEXT, "start": str, "questions": {"*": _QUESTION}, "outcomes": {"*": _OUTCOME}, "?order": int,
    "?about": TEXT, "?situation": str, "?asks": TEXTS,
}  # fmt: skip


def _partly(shape: dict[str, Shape]) -> dict[str, Shape]:
    """A shape of which any key may be left out: what is used gives it."""
    return {f"?{key.lstrip('?')}": inner for key, inner in shape.items()}


#: A flow as its file has it; what it uses of `flows/shared.toml` gives the rest.
FLOW_WRITTEN: dict[str, Shape] = {
    **FLOW, "questions": {"*": {**_partly(_QUESTION), "?goto": {"*": str}}}, "outcomes": {"*": _partly(_OUTCOME)},
}  # fmt: skip
#: Questions, without their targets, and outcomes that several flows use.
SHARED: dict[str, Shape] = {
    "?questions": {"*": {**_QUESTION, "options": [{key: inner for key, inner in _OPTION.items() if key != "goto"}]}},
    "?outcomes": {"*": _OUTCOME},
}  # fmt: skip
#: What the law says of some facts: worked out from the law, then held against the flow.
_CASE: Shape = {
    "name": str, "answers": {"*": str}, "outcome": str, "verdict": str, "caution": int, "?facts": str, "?authorities": [str],
}  # fmt: skip
FLOW_CASES: dict[str, Shape] = {"?case": [_CASE]}
#: What is heard in a caller's own words, beside a flow; and the word lists that all of them share.
_HEARD: Shape = {"answers": [str], "en": [str], "es": [str]}
FLOW_HEARD: dict[str, Shape] = {"asks": TEXTS, "?heard": [_HEARD]}
HEARD_LISTS: dict[str, Shape] = {"lists": {"*": {f"?{lang}": [str] for lang in LANGUAGES}}}
_WALK: Shape = {"flow": str, "answers": {"*": str}, "?fewer": bool}
#: Facts that several flows can be told, with the one verdict that they all give.
BUNDLES: dict[str, Shape] = {"?bundle": [{"name": str, "facts": str, "verdict": str, "walk": [_WALK]}]}

_SHEET_BLOCK: Shape = {
    "kind": str, "?text": TEXTS, "?address": str, "?part": str, "?as": str, "?limit": int, "?flow": str, "?outcome": str,
    "?contacts": [str], "?lines": int, "?papers": [str], "?alt": TEXTS, "?standing": [str],
    "?steps": [{"text": TEXT, "?authority": str}], "?number": str,
}  # fmt: skip
_CARD_SIDE: Shape = {"title": TEXT, "?number": str, "items": [{"text": TEXT, "authority": str}]}
SHEET: dict[str, Shape] = {
    "title": TEXT, "subtitle": TEXT, "pages": int, "?pages_in": {"*": int}, "order": int, "now": bool, "block": [_SHEET_BLOCK],
    "?card": {"holder": _CARD_SIDE, "officer": _CARD_SIDE}, "?custody": str, "?asks": TEXTS,
}  # fmt: skip


def companion_shape(lang: str) -> dict[str, Shape]:
    """The translations of a table into a language, row by row."""
    row: Shape = {ORIGINAL: str, lang: str, "?mark": str, "?kept": str, "?differs": str}
    return {"made": str, "?reviewed": str, "?complete": bool, "?text": [row]}


class TomlFile(NamedTuple):
    """Where TOML files of one shape are, and where in a raw tree they go.

    Attributes:
        glob: the files, under the content root.
        place: the attribute of `RawTree` that takes them, by name.
        named_by_folder: whether the folder names one, rather than the file.
        told: whether it holds texts for readers, which a companion beside it translates.
    """

    glob: str
    shape: dict[str, Shape]
    place: str
    named_by_folder: bool = False
    told: bool = True


#: Every TOML file; the first that fits a path reads it.
TOML_FILES = (
    TomlFile("law/*/source.toml", SOURCE, "sources", named_by_folder=True),
    TomlFile("flows/bundles.toml", BUNDLES, "tables", told=False),
    TomlFile("flows/*.cases.toml", FLOW_CASES, "flow_cases", told=False),
    TomlFile("flows/heard.toml", HEARD_LISTS, "tables", told=False),
    TomlFile("flows/*.heard.toml", FLOW_HEARD, "flow_heard", told=False),
    TomlFile("flows/shared.toml", SHARED, "tables"),
    TomlFile("flows/*.toml", FLOW_WRITTEN, "flows"),
    TomlFile("sheets/*.toml", SHEET, "sheets"),
    TomlFile("papers/questions.toml", PAPER_QUESTIONS, "papers"),
    TomlFile("papers/*.toml", PAPER, "papers"),
    *(TomlFile(f"{name}.toml", shape, "tables", told=name not in UNTOLD) for name, shape in TABLES.items()),
)
