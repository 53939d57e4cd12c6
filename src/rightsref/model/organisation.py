"""Who hands a sheet over."""

from __future__ import annotations

from typing import NamedTuple


class Organisation(NamedTuple):
    """The block of whoever hands the sheet over; all of it is text that somebody typed."""

    name: str = ""
    phone: str = ""
    web: str = ""
    logo: str = ""  # path of a PNG, JPG or SVG file
