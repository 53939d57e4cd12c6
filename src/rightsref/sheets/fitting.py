"""Fitting a sheet to its pages: a size at which the last page is worth its paper, and no heading or line left alone.

The template tells where each part came to stand; what is wrong with that is set right by a little more or less size, or by a
break before a part, and it is laid out again.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

#: Sizes tried, as parts of the usual one, in this order. Large print is never made smaller.
SIZES = (1.0, 0.97, 0.94, 1.03, 1.06, 1.1, 1.15, 0.92, 0.9, 1.02, 1.04, 1.08, 1.13)
#: So much of the last page of several is filled at the least.
LEAST_FILLED = 1 / 3
#: Page margins, in points, as the template sets them.
_TOP, _BOTTOM = 0.7 * 72, 0.75 * 72
_TRIES = 14
#: So far below the margin a part still begins its page, in points.
_NEARLY = 24
#: A page that gives a part away keeps so much of its own.
_LEAST_LEFT = 0.5

Facts = dict[str, Any]


class Fit(NamedTuple):
    """How a sheet is laid out: a part of its usual size, and the parts that begin a page."""

    scale: float = 1.0
    breaks: tuple[str, ...] = ()


def fit(lay_out: Callable[[Fit], Facts], promised: int, *, large: bool) -> Fit:
    """The first size at which all is well; of sizes at which something is not, the one with the fewest pages.

    Args:
        lay_out: lays the sheet out and tells where all stands.
        promised: how many pages it may take; 0 for any number.
        large: whether it is large print.
    """
    lay_out = cache(lay_out)
    sizes = [size for size in SIZES if size >= 1 or not large]
    most = promised if promised and not large else math.inf
    return (
        _first_good(lay_out, sizes, most) or min((_made(lay_out, size, most) for size in sizes), key=itemgetter(0))[1]
    )


def _first_good(lay_out: Callable[[Fit], Facts], sizes: Sequence[float], most: float) -> Fit | None:
    """The first size at which all is well. What is too long by itself no break makes shorter, nor any larger size: neither is tried."""
    too_long = math.inf
    for size in sizes:
        if size > too_long:
            continue
        if lay_out(Fit(size))["pages"] > most:
            too_long = size
            continue
        (long, torn, _, empty), made = _made(lay_out, size, most)
        if not long and not torn and -empty >= LEAST_FILLED:
            return made
    return None


def _made(lay_out: Callable[[Fit], Facts], size: float, most: float) -> tuple[tuple[bool, bool, int, float], Fit]:
    """What becomes of a sheet at a size, before it the less the better: whether it is too long, is torn, its pages, how empty the last is."""
    made, facts = _fuller(lay_out, *_whole_sections(lay_out, Fit(size)))
    return (facts["pages"] > most, any(lonely(facts)), facts["pages"], -filled(facts)), made


def filled(facts: Facts) -> float:
    """How much of the last page is filled by its words and sources: 1 if it is the only page, 0 if sources stand alone on it."""
    if facts["pages"] == 1 + len(facts["door"]):
        return 1.0
    high = facts["height"] - _TOP - _BOTTOM
    end, foot = (next(mark for mark in facts["marks"] if mark["kind"] == kind) for kind in ("end", "foot"))
    if end["page"] < facts["pages"]:
        return 0.0
    return float((end["y"] - _TOP + facts["height"] - _BOTTOM - foot["y"]) / high)


def _whole_sections(lay_out: Callable[[Fit], Facts], made: Fit, most: float = math.inf) -> tuple[Fit, Facts]:
    """Break before what would be torn apart, from the first page on, until nothing is or there are more pages than are of use."""
    facts = lay_out(made)
    for _ in range(_TRIES):
        torn = next((mark for mark in lonely(facts) if mark not in made.breaks), None)
        if torn is None or facts["pages"] > most:
            break
        made = made._replace(breaks=(*made.breaks, torn))
        facts = lay_out(made)
    return made, facts


def _fuller(lay_out: Callable[[Fit], Facts], made: Fit, facts: Facts) -> tuple[Fit, Facts]:
    """Where the last page holds too little, the last part or lines of the page before it go there too, if that leaves no great hole."""
    if filled(facts) >= LEAST_FILLED:
        return made, facts
    before = [m for m in facts["marks"] if m["page"] == facts["pages"] - 1 and m["y"] > facts["height"] * _LEAST_LEFT]
    parts = {m["id"]: m for kind in ("heading", "item") for m in reversed(before) if m["kind"] == kind}
    for part in parts:
        moved, told = _whole_sections(lay_out, made._replace(breaks=(*made.breaks, part)), facts["pages"])
        if told["pages"] == facts["pages"] and filled(told) >= LEAST_FILLED:
            return moved, told
    return made, facts


def lonely(facts: Facts) -> Iterator[str]:
    """Where a page ought to begin: the heading that has fewer than two lines below it, the line before one that stands alone."""
    for section in sections(facts["marks"]):
        pages = [mark["page"] for mark in section]
        headed = section[0]["kind"] == "heading"
        first_two = pages[: 3 if headed else 2]
        if pages[0] == pages[-1]:
            continue
        if headed and len(set(first_two[:2] if _on_top(section[0]) else first_two)) > 1:
            yield section[0]["id"]
        elif len(section) > 2 + headed and pages[-1] != pages[-2]:
            # Two stay behind, or all of it moves.
            yield section[-2]["id"] if len(section) - 2 - headed >= 2 else section[0]["id"]


def _on_top(mark: dict[str, Any]) -> bool:
    """Whether a part begins its page, and not the first one: then no break gives what stands below it more room."""
    return mark["page"] > 1 and float(mark["y"]) < _TOP + _NEARLY


def sections(marks: Sequence[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    """Headings with what stands below them, in order."""
    parts = [mark for mark in marks if mark["kind"] in ("heading", "item")]
    numbers: list[int] = []
    for mark in parts:
        numbers.append((numbers[-1] if numbers else 0) + (mark["kind"] == "heading"))
    for _, section in groupby(zip(parts, numbers, strict=True), key=lambda pair: pair[1]):
        yield [mark for mark, _ in section]
