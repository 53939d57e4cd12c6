"""Explainer sheets as data: what stands on the paper, before anything is typeset."""

from __future__ import annotations

from typing import NamedTuple

from rightsref.model.law import Level


class Item(NamedTuple):
    """One piece of text on a sheet.

    Attributes:
        text: plain text, never markup.
        citation: the authority for it as printed; empty for words that claim nothing.
        level: how far the authority is confirmed; not verified carries a dagger.
        runs: the text in pieces, each with whether it is set off: words that somebody says or wrongly believes.
            Empty if nothing is set off.
    """

    text: str
    citation: str = ""
    level: Level = Level.OFFICIAL
    runs: tuple[tuple[str, bool], ...] = ()


class Way(NamedTuple):
    """Whom to call: a name, how to reach it, and the day that was last checked."""

    name: str
    ways: str
    checked_on: str
    level: Level


class SheetBlock(NamedTuple):
    """One block of a sheet.

    Attributes:
        kind: `heading`, `text`, `steps`, `say`, `contacts` or `fill` (lines to write on).
        items: its texts; of `fill`, the labels; of `contacts`, none.
        lines: of `fill`, how many lines under each label.
        contacts: of `contacts`, whom to call.
    """

    kind: str
    items: tuple[Item, ...]
    lines: int = 1
    contacts: tuple[Way, ...] = ()


class Organisation(NamedTuple):
    """The block of whoever hands the sheet over; all of it is text that somebody typed."""

    name: str = ""
    phone: str = ""
    web: str = ""
    logo: str = ""  # path of a PNG or SVG file


class Sheet(NamedTuple):
    """A sheet ready to be typeset.

    Attributes:
        pages: how many pages it promises to fit at its ordinary size.
        law_as_of, checked_on: ISO dates.
        authorities: every citation on it, in order.
        unverified: whether any of its text carries a dagger.
        code: short code of the knowledge base's version.
        found: what the QR code says in plain text, so that a found sheet can be judged offline.
    """

    key: str
    lang: str
    title: str
    subtitle: str
    pages: int
    blocks: tuple[SheetBlock, ...]
    law_as_of: str
    checked_on: str
    authorities: tuple[str, ...]
    unverified: bool
    code: str
    found: str
    organisation: Organisation


class SheetHead(NamedTuple):
    """What a list of sheets shows of one."""

    key: str
    title: str
    subtitle: str
