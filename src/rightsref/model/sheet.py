"""Explainer sheets as data: what stands on the paper, before anything is typeset."""

from __future__ import annotations

from typing import NamedTuple

from rightsref.model.law import Level
from rightsref.model.organisation import Organisation


class Item(NamedTuple):
    """One piece of text on a sheet.

    Attributes:
        text: plain text, never markup.
        citation: the authority for it as printed; empty for words that claim nothing.
        level: how far the authority is confirmed; not verified carries a dagger.
        runs: the text in pieces, each with whether it is set off: words that somebody says or wrongly believes.
            Empty if nothing is set off.
        lang: the language that it is in, which may not be the one that was asked for.
        authority: the address of the authority.
    """

    text: str
    citation: str = ""
    level: Level = Level.OFFICIAL
    runs: tuple[tuple[str, bool], ...] = ()
    lang: str = "en"
    authority: str = ""


class ContactLine(NamedTuple):
    """Whom to call: a name, how to reach it, when, and what to know before.

    Attributes:
        number: the first of its ways alone, to be set large.
        warning: printed wherever the number is; empty if there is none.
        checked_on: ISO date on which the number was last held against its source.
    """

    address: str
    name: str
    ways: str
    hours: str
    warning: str
    checked_on: str
    level: Level
    number: str = ""


class SheetBlock(NamedTuple):
    """One block of a sheet.

    Attributes:
        kind: `heading`, `text`, `steps`, `numbered` (steps whose order matters), `say`, `contacts`, `drawings`, `fill` (lines to write on),
            `part` (title and subtitle of what begins a page), `authorities` (a table of them),
            `poster` (the four steps that head a sheet for now; a `say` and a `number` follow it) or `door` (a page to hang on the door).
        items: its texts; of `fill`, the labels; of `drawings`, the captions; of `contacts`, none.
        lines: of `fill`, how many lines under each label.
        contacts: of `contacts`, whom to call.
        beside: the same texts in English, one for each item, if they stand beside another language; of `door`, what the English says.
        drawings, alts: of `drawings`, the name of a drawing for each item, and what it shows in words.
        links: of `authorities`, where the words of each can be read; empty for none.
    """

    kind: str
    items: tuple[Item, ...]
    lines: int = 1
    contacts: tuple[ContactLine, ...] = ()
    beside: tuple[Item, ...] = ()
    drawings: tuple[str, ...] = ()
    alts: tuple[str, ...] = ()
    links: tuple[str, ...] = ()


class CardSide(NamedTuple):
    """One side of a card: a title, and what stands below it.

    Attributes:
        number: a number that one of the items gives, set large; below it there is a line for a lawyer's. Empty for none.
    """

    title: Item
    items: tuple[Item, ...]
    number: str = ""


class Card(NamedTuple):
    """A card for the wallet: the holder's side in the holder's language, the officer's in English."""

    holder: CardSide
    officer: CardSide


class Sheet(NamedTuple):
    """A sheet ready to be typeset.

    Attributes:
        languages: one, or two that stand side by side; the first is the reader's.
        title, subtitle: in the first language.
        pages: how many pages it promises to fit at its ordinary size; 0 for no promise.
        law_as_of, checked_on: ISO dates.
        authorities: every citation on it, in order.
        press: how many of these are known from the press or from guides only.
        unverified: whether any of its text carries a dagger.
        code: short code of the knowledge base's version.
        found: what the QR code says in plain text, so that a found sheet can be judged offline.
        beside: title and subtitle in the second language; empty for one language.
        card: what a card says, if it can be made as cards.
        unreviewed: whether its translation has been reviewed by nobody yet.
    """

    key: str
    languages: tuple[str, ...]
    title: str
    subtitle: str
    pages: int
    blocks: tuple[SheetBlock, ...]
    law_as_of: str
    checked_on: str
    authorities: tuple[str, ...]
    press: int
    unverified: bool
    code: str
    found: str
    organisation: Organisation
    beside: tuple[str, str] = ("", "")
    card: Card | None = None
    unreviewed: bool = False

    @property
    def lang(self) -> str:
        """The reader's language."""
        return self.languages[0]

    @property
    def english_only(self) -> bool:
        """Whether a part of it is in English although another language was asked for."""
        own = (item.lang for block in self.blocks if block.kind != "door" for item in block.items)
        return any(lang != self.lang for lang in own)


class BlockSource(NamedTuple):
    """One block of a sheet as its file has it: words, or the address of words.

    Attributes:
        kind: `heading`, `text`, `fill`, `contacts`, `outcome`, `explanation`, `drawings`, `card`, `standing`, `poster` or `door`.
        texts, lines, drawings, alts: as in `SheetBlock`.
        contacts: keys of contacts.
        address, part: of `explanation`, which part of which page; of `card`, which side.
        flow, outcome: of `outcome`, where its part stands.
        limit: how many of the texts at the most; 0 for all.
        style: the kind of block that drawn words become; empty for plain text.
        items: of `standing`, the lines; of `poster`, the steps; of `door`, the words to the officer.
        below: of `door`, what these words say.
    """

    kind: str
    texts: tuple[str, ...] = ()
    lines: int = 1
    contacts: tuple[str, ...] = ()
    drawings: tuple[str, ...] = ()
    alts: tuple[str, ...] = ()
    address: str = ""
    part: str = ""
    flow: str = ""
    outcome: str = ""
    limit: int = 0
    style: str = ""
    items: tuple[Item, ...] = ()
    below: tuple[Item, ...] = ()


class SheetSource(NamedTuple):
    """A sheet in one language as its file has it, every address resolved."""

    title: str
    subtitle: str
    pages: int
    blocks: tuple[BlockSource, ...]
    card: Card | None


class SheetHead(NamedTuple):
    """What a list of sheets shows of one.

    Attributes:
        languages: those that it is written in.
        cards: whether it can be made as cards.
    """

    key: str
    title: str
    subtitle: str
    languages: tuple[str, ...]
    cards: bool
