"""Standing lines: words that many outcomes, stages and sheets say alike, written once in `resources/standing.toml`."""

from __future__ import annotations

from functools import lru_cache
from itertools import takewhile
from typing import Any

from rightsref.content.linking.resolve import Content
from rightsref.content.linking.texts import worded
from rightsref.model.spoken import stem, words
from rightsref.search.query import content_words

#: A text that begins so names a standing line: `@afraid`.
SIGN = "@"
#: Two facts on one authority that share so much of the shorter one's words say the same.
_NEAR = 0.5
#: The lists of an outcome that may name standing lines.
LISTS = ("do_now", "say", "write_down")


@lru_cache(maxsize=1)  # a content set does not change once it is read
def standing_lines(content: Content) -> dict[str, dict[str, Any]]:
    """Every standing line by its key; one without key or words is left to the rule that tells of it."""
    rows = content.tree.tables.get("standing", {}).get("line", [])
    return {row["key"]: row for row in rows if row.keys() >= {"key", "text"} and "en" in row["text"]}


def lines_named(texts: dict[str, list[str]]) -> list[str]:
    """The keys of the standing lines that a list of texts names, in order."""
    return [text.removeprefix(SIGN) for text in texts.get("en", []) if text.startswith(SIGN)]


def expanded(content: Content, texts: dict[str, list[str]]) -> dict[str, list[str]]:
    """A list of texts in each language, the words of each standing line in place of its name.

    A name that stands for nothing is left as it is, for the rules to tell.
    """
    lines = standing_lines(content)

    def in_words(text: str, lang: str) -> str:
        line = lines.get(text.removeprefix(SIGN)) if text.startswith(SIGN) else None
        return str(worded(line["text"], lang)) if line else text

    return {lang: [in_words(text, lang) for text in listed] for lang, listed in texts.items()}


def outcome_expanded(content: Content, outcome: dict[str, Any]) -> dict[str, Any]:
    """An outcome as written, its standing lines in words and their reasons among its own.

    Returns:
        the table with `named`, the keys of its standing lines, and `because` followed by what these rest on.
    """
    lines = standing_lines(content)
    named = [key for name in LISTS for key in lines_named(outcome.get(name, {}))]
    own = list(outcome.get("because", []))
    reasons = [row for key in named if key in lines for row in lines[key].get("because", [])]
    more = [row for nth, row in enumerate(reasons) if not any(_says(row, told) for told in (*own, *reasons[:nth]))]
    lists = {name: expanded(content, outcome[name]) for name in LISTS if name in outcome}
    return {**outcome, **lists, "because": [*own, *more], "own": len(own), "named": named}


def _says(row: dict[str, Any], told: dict[str, Any]) -> bool:
    """Whether a reason on the same authority has told near the same already."""
    if row == told or row.get("authority") != told.get("authority"):
        return row == told
    one, other = (
        {stem(word, "en") for word in content_words(words(each.get("fact", {}).get("en", "")))} for each in (row, told)
    )
    return len(one & other) >= _NEAR * max(1, min(len(one), len(other)))


def leading_lines(content: Content, do_now: dict[str, list[str]]) -> int:
    """How many texts at the head of an expanded list are standing lines of custody; they cannot be undone."""
    urgent = {line["text"]["en"] for line in standing_lines(content).values() if line.get("urgent")}
    return sum(1 for _ in takewhile(urgent.__contains__, do_now.get("en", [])))
