"""Links in our own texts: most lead to an address or a web page, a few ask the page that they stand on for something."""

from __future__ import annotations

from enum import StrEnum
from html import escape
from typing import NamedTuple


class Ask(StrEnum):
    """What a link asks for; each is the scheme that its URL begins with."""

    GO = ""  # lead to an address or a web page
    OPEN = "open"  # show the words of an authority in place
    SPOT = "spot"  # light up what a question asks about
    MOMENT = "moment"  # take one of the two moments that a local time may mean
    COPY = "copy"  # put these words on the clipboard
    ONWARD = "onward"  # go on in another scenario or tool: the number of a hand-over
    ANSWER = "answer"  # answer a question otherwise: its key, an equals sign, the key of the answer
    SEARCH = "search"  # search for these words
    SPEAK = "speak"  # read on in this language
    KEEP = "keep"  # bookmark what stands at an address
    EDIT = "edit"  # change a note or a case of the reader's, by its id
    DROP = "drop"  # remove it
    COMPARE = "compare"  # set two texts of a section side by side: both addresses
    LITERAL = "as-typed"  # search for what was typed, its spelling as it is


_SCHEMES = frozenset(ask.value for ask in Ask if ask)


class Link(NamedTuple):
    """A link: what it asks for, and an address, a key or words."""

    ask: Ask
    target: str

    @classmethod
    def parse(cls, url: str) -> Link:
        """Read a link as it stands in a text; what is none of ours leads somewhere."""
        scheme, colon, target = url.partition(":")
        if colon and scheme in _SCHEMES:
            return cls(Ask(scheme), target)
        return cls(Ask.GO, url)

    def __str__(self) -> str:
        return f"{self.ask}:{self.target}" if self.ask else self.target

    def around(self, markup: str) -> str:
        """The link as HTML around some markup."""
        return f'<a href="{escape(str(self))}">{markup}</a>'


def go(target: str, markup: str) -> str:
    """A link to an address or a web page, as HTML around some markup."""
    return Link(Ask.GO, target).around(markup)
