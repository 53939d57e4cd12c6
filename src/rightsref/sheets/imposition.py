"""Imposition: where cards stand on a page so that front and back meet when it is printed on both sides. Millimetres."""

from __future__ import annotations

from typing import NamedTuple

from rightsref.errors import UsageError
from rightsref.words import tr

#: Width and height of a page.
PAGES = {"letter": (215.9, 279.4), "a4": (210.0, 297.0)}
#: How many to a page -> width and height of a card: a bank card's, or a business card's for perforated paper.
CARDS = {8: (85.6, 54.0), 10: (88.9, 50.8)}
#: Between cards, if nothing else is asked for; perforated paper has nothing between them.
GAPS = {8: 4.0, 10: 0.0}
COLUMNS = 2
#: No printer reaches closer to the edge of the paper than this.
EDGE = 4.0
#: A back that is farther off than this was fed askew; moving it does not help.
MOST_SHIFT = 15.0
_MARK, _FROM_CARD = 5.0, 1.5


class Cards(NamedTuple):
    """How cards are set on a page.

    Attributes:
        number: cards to a page, a key of `CARDS`.
        left, top: from the edges of the paper to the first card; None sets the cards in the middle.
        gap: between cards; None for the usual one.
        back_right, back_down: how far the back is moved where the printer sets it off.
        calibration: the page to measure that by, instead of cards.
    """

    number: int = 8
    left: float | None = None
    top: float | None = None
    gap: float | None = None
    back_right: float = 0.0
    back_down: float = 0.0
    calibration: bool = False


class Side(NamedTuple):
    """One side of a page.

    Attributes:
        places: the left upper corner of each card; on both sides the nth is the same card.
        marks: where to cut, as lines from a point to a point.
    """

    places: tuple[tuple[float, float], ...]
    marks: tuple[tuple[float, float, float, float], ...]


class Imposition(NamedTuple):
    """A page of cards: the size of one, and both sides."""

    width: float
    height: float
    front: Side
    back: Side


def impose(paper: str, cards: Cards) -> Imposition:
    """Set cards on a page. The back is the front's mirror image, as the page is turned over its long edge.

    Raises:
        UsageError: they do not fit on the paper, or the back is to be moved too far.
    """
    page, (width, height) = PAGES[paper], CARDS[cards.number]
    gap = GAPS[cards.number] if cards.gap is None else cards.gap
    rows = cards.number // COLUMNS
    whole = (COLUMNS * width + (COLUMNS - 1) * gap, rows * height + (rows - 1) * gap)
    left, top = (
        (room - size) / 2 if asked is None else asked
        for room, size, asked in zip(page, whole, (cards.left, cards.top), strict=True)
    )
    _see_that_it_fits(paper, cards, (left, top), whole, gap)
    places = tuple(
        (left + column * (width + gap), top + row * (height + gap)) for row in range(rows) for column in range(COLUMNS)
    )
    backs = tuple((page[0] - x - width + cards.back_right, y + cards.back_down) for x, y in places)
    return Imposition(width, height, _side(places, width, height), _side(backs, width, height))


def _see_that_it_fits(
    paper: str, cards: Cards, corner: tuple[float, float], whole: tuple[float, float], gap: float
) -> None:
    if not (gap >= 0 and all(abs(shift) <= MOST_SHIFT for shift in (cards.back_right, cards.back_down))):
        raise UsageError(
            tr("A gap is 0 mm or more, and a back can be moved by {most:g} mm at most.").format(most=MOST_SHIFT)
        )
    for room, start, size in zip(PAGES[paper], corner, whole, strict=True):
        if not EDGE <= start <= room - size - EDGE:
            most = room - size - EDGE
            raise UsageError(
                tr("{number} cards with {gap:g} mm between them do not fit there on {paper}:").format(
                    number=cards.number, gap=gap, paper=paper
                )
                + " "
                + (
                    tr("begin {least:g} to {most:.0f} mm from the edge.").format(least=EDGE, most=most)
                    if most >= EDGE
                    else tr("make the gap smaller.")
                )
            )


def _side(places: tuple[tuple[float, float], ...], width: float, height: float) -> Side:
    """A side with its marks: outside all cards, in line with each edge along which one is cut."""
    columns = sorted({edge for x, _ in places for edge in (round(x, 3), round(x + width, 3))})
    rows = sorted({edge for _, y in places for edge in (round(y, 3), round(y + height, 3))})
    near, far = _FROM_CARD, _FROM_CARD + _MARK
    across = [(x, at, x, to) for x in columns for at, to in ((rows[0] - far, rows[0] - near), (rows[-1] + near, rows[-1] + far))]  # fmt: skip
    along = [(at, y, to, y) for y in rows for at, to in ((columns[0] - far, columns[0] - near), (columns[-1] + near, columns[-1] + far))]  # fmt: skip
    return Side(places, (*across, *along))
