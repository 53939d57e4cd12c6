"""The one rule of room: how many columns stand side by side in a width, what stands still in a height. Pages ask here and nowhere else."""

from __future__ import annotations

from rightsref.ui.parts.look import ASIDE, CHROME_ZOOM, MEASURE, Look

#: A list beside a text is at least this wide, in logical pixels at 100 %, and takes this share of the width at most.
LIST_LEAST, LIST_SHARE = 200, 0.34
#: A text beside a list keeps this share of its measure, with an aside beside it this one.
TEXT_SHARE, ROOMY_SHARE = 0.7, 0.86
#: Of two texts side by side each keeps this share.
COLUMN_SHARE = 0.55
#: Between a text and its aside.
GAP = 24
#: What stands above and below a text takes this share of the height at most; else it is scrolled with the text.
ENDS_SHARE = 0.28


def list_width(width: int, wanted: int, look: Look) -> int:
    """How wide a list beside a text is: as wished, a third of the width at most."""
    return max(look.px(LIST_LEAST), min(look.px(wanted), round(width * LIST_SHARE)))


def has_list(width: int, wanted: int, look: Look) -> bool:
    """Whether a list has room beside a text; where it has none, the two take turns."""
    return width >= list_width(width, wanted, look) + MEASURE * TEXT_SHARE * look.zoom


def has_aside(width: int, look: Look) -> bool:
    """Whether a third column has room beside a text of this width."""
    return look.zoom <= CHROME_ZOOM and width >= (MEASURE * ROOMY_SHARE + ASIDE) * look.zoom


def text_width(look: Look) -> int:
    """How wide a text with its scroll bar is at most; what is left over stands at both sides of the whole."""
    return round(MEASURE * look.zoom) + 2 * GAP


def has_columns(width: int, look: Look) -> bool:
    """Whether two texts have room side by side."""
    return width >= 2 * MEASURE * COLUMN_SHARE * look.zoom


def is_crowded(height: int, taken: int) -> bool:
    """Whether what stands above and below a text takes too much of a height."""
    return taken > height * ENDS_SHARE
