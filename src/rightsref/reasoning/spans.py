"""When something happened, as a sentence says it: *today*, *last night*, *in 2019* -> the days that it may mean."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from rightsref.reasoning.clauses import Token

#: Words for a time -> how many days back it begins.
_TIMES: tuple[tuple[tuple[str, ...], int], ...] = (
    (("right", "now"), 0), (("just", "now"), 0), (("today",), 0), (("tonight",), 0), (("this", "morning"), 0),
    (("this", "afternoon"), 0), (("an", "hour", "ago"), 1), (("hours", "ago"), 2), (("minutes", "ago"), 1),
    (("yesterday",), 1), (("last", "night"), 1), (("hoy",), 0), (("ahorita",), 0), (("ahora", "mismo"), 0),
    (("esta", "manana"), 0), (("esta", "tarde"), 0), (("hace", "una", "hora"), 1), (("hace", "un", "rato"), 1),
    (("ayer",), 1), (("anoche",), 1),
)  # fmt: skip
#: What stands before a year that tells when something happened; *a 2015 order* does not.
_IN = frozenset(("in", "en"))
#: A time tells of words in its own clause that are no farther off than this.
_NEAR = 9


class Span(NamedTuple):
    """The days that were meant, ISO, both included; and the words that mean them."""

    start: str
    end: str
    words: frozenset[int]


def span_of(tokens: Sequence[Token], near: frozenset[int]) -> Span | None:
    """The one time that a sentence states near some of its words; None if it states none there, or several."""
    found = [span for start in range(len(tokens)) if (span := _span_at(tokens, start)) is not None]
    if len({(span.start, span.end) for span in found}) != 1:
        return None
    span = found[0]
    at = min(span.words)
    first = tokens[at]
    if first.unstated or first.denied:
        return None
    close = any(tokens[number].clause == first.clause and abs(number - at) <= _NEAR for number in near)
    return span if close else None


def _span_at(tokens: Sequence[Token], start: int) -> Span | None:
    today = date.today()  # noqa: DTZ011 - the caller's own calendar day
    for words, back in _TIMES:
        if tuple(token.word for token in tokens[start : start + len(words)]) == words:
            numbers = frozenset(range(start, start + len(words)))
            return Span((today - timedelta(days=back)).isoformat(), today.isoformat(), numbers)
    word = tokens[start].word
    if start and tokens[start - 1].word in _IN and word.isdecimal() and len(word) == 4:
        year = int(word)
        if 1990 <= year <= today.year:
            return Span(f"{year}-01-01", min(f"{year}-12-31", today.isoformat()), frozenset((start - 1, start)))
    return None
