"""Where events stand along an axis of days: which dots become one, how much room a title has, which days are ruled."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

#: Pixels for a day, smallest to largest.
SCALES = (0.03, 0.06, 0.12, 0.25, 0.5, 1.0, 2.0, 4.0, 8.0)
#: Months between two lines, finest to coarsest.
_STEPS = (1, 3, 6, 12, 24, 60, 120, 240)
_MONTH = 30.4


class Cluster(NamedTuple):
    """Events whose dots would cover each other; mostly one alone.

    Attributes:
        members: the numbers of the events, oldest first.
        left: where the first stands.
        right: where the last stands.
    """

    members: tuple[int, ...]
    left: int
    right: int


def clusters(spots: Sequence[tuple[int, int]], near: int) -> list[Cluster]:
    """Gather events of one lane, given as (number, place) from left to right: those nearer than `near` to the next are one."""
    made: list[Cluster] = []
    for number, place in spots:
        if made and place - made[-1].right < near:
            last = made[-1]
            made[-1] = Cluster((*last.members, number), last.left, place)
        else:
            made.append(Cluster((number,), place, place))
    return made


def titled(spots: Sequence[tuple[int, int]], rows: int, least: int, gap: int) -> list[tuple[int, int]]:
    """For each title, given as (place, width) from left to right: its row and its room; a row of -1 where none is free.

    A title may be cut down to `least` where the one that follows so many rows later would meet it.
    """
    ends = [0] * rows
    made = []
    for nth, (place, width) in enumerate(spots):
        after = spots[nth + rows][0] - place - gap if nth + rows < len(spots) else width
        room = min(width, max(least, after))
        row = next((row for row, end in enumerate(ends) if end <= place), -1)
        if row >= 0:
            ends[row] = place + room + gap
        made.append((row, room))
    return made


def rulings(first: date, last: date, scale: float, least: int) -> list[date]:
    """The first days of months that are ruled, at least so many pixels apart."""
    step = next((step for step in _STEPS if step * _MONTH * scale >= least), _STEPS[-1])
    month = (first.year * 12 + first.month - 1) // step * step
    days: list[date] = []
    while month <= last.year * 12 + last.month - 1:
        days.append(date(month // 12, month % 12 + 1, 1))
        month += step
    return days


def opening_scale(days: Sequence[int], scale: int, near: float) -> int:
    """The first larger scale at which some of these days come apart; the same one if none does."""
    for wider in range(scale + 1, len(SCALES)):
        if any(round((b - a) * SCALES[wider]) >= near for a, b in pairwise(days)):
            return wider
    return scale
