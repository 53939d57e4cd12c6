"""A packet for a lawyer: outcomes, sections and sheets as one, with a table of the authorities that they rest on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby

from rightsref.errors import UsageError
from rightsref.knowledge.library import KnowledgeBase
from rightsref.model.address import SCHEME, Address, kind_of, parse
from rightsref.model.kinds import KINDS
from rightsref.model.law import Jurisdiction
from rightsref.model.sheet import Item, SheetBlock
from rightsref.sheets.authorities import Authority, addresses_in, authorities
from rightsref.words import speaking, tr
from rightsref.words.labels import JURISDICTIONS

#: What a packet is made of stands in its address: one segment for each address, its own slashes and at sign written otherwise.
PACKET = "rightsref:tool/packet"
_SIGNS = (("/", "~"), ("@", "!"))
#: Blocks that only make sense on a sheet of their own.
_ALONE = {"door", "fill"}

#: Title, subtitle and blocks of one part.
Part = tuple[str, str, Sequence[SheetBlock]]


def packet_of(addresses: Sequence[str]) -> str:
    """The address of a packet of these."""
    return str(Address.of("tool", "packet", *(_written(address) for address in dict.fromkeys(addresses))))


def parts_of(target: str) -> list[str]:
    """The addresses that a packet is made of."""
    parsed = parse(target)
    return [_read(segment) for segment in (parsed.path[1:] if parsed else ())]


def packet_words(
    kb: KnowledgeBase, target: str, lang: str, part: Callable[[str], Part]
) -> tuple[str, str, list[SheetBlock]]:
    """Title, subtitle and blocks of a packet.

    Args:
        kb: for the authorities.
        target: the packet’s address.
        lang: the language of its own words.
        part: gives the words of one of the things that it is made of.

    Raises:
        UsageError: there is nothing in it.
    """
    parts = [part(address) for address in parts_of(target)]
    if not parts:
        raise UsageError(
            tr("There is nothing in the packet. Put something in from a page’s Copy menu, or tick sheets.")
        )
    blocks = [block for title, subtitle, inner in parts for block in _part(title, subtitle, inner)]
    with speaking(lang):
        inside = SheetBlock("numbered", tuple(Item(title) for title, _, _ in parts))
        heading = SheetBlock("heading", (Item(tr("What is in it"), lang=lang),))
        table = _table(authorities(kb, addresses_in(blocks), lang), lang)
        subtitle = tr("What the law says, with its authorities")
        return tr("Packet for a lawyer"), subtitle, [heading, inside, *blocks, *table]


def _part(title: str, subtitle: str, inner: Sequence[SheetBlock]) -> list[SheetBlock]:
    """One part, on a page of its own."""
    kept = [block for block in inner if block.kind not in _ALONE]
    return [SheetBlock("part", (Item(title), Item(subtitle))), *kept]


def _table(cited: Sequence[Authority], lang: str) -> list[SheetBlock]:
    """The authorities by group; where each is named is found out as the pages are set."""
    if not cited:
        return []
    title = SheetBlock(
        "part", (Item(tr("Table of authorities"), lang=lang), Item(tr("With the pages that name them"), lang=lang))
    )
    rows = sorted(cited, key=lambda one: (_rank(one), one.citation))
    made = [title]
    for (_, name), inside in groupby(rows, key=_rank):
        these = list(inside)
        made.append(SheetBlock("heading", (Item(tr(name), lang=lang),)))
        made.append(
            SheetBlock(
                "authorities", tuple(Item(one.title, one.citation, one.level, authority=one.address) for one in these),
                links=tuple(one.link for one in these),
            )
        )  # fmt: skip
    return made


def _rank(one: Authority) -> tuple[int, str]:
    """The group of an authority: cases first, then law by who made it, then papers."""
    kind = kind_of(one.address)
    if kind == "provision":
        order = list(Jurisdiction)[::-1]
        return (1 + order.index(one.jurisdiction), JURISDICTIONS[one.jurisdiction])
    return (0 if kind == "case" else len(Jurisdiction) + 1, KINDS[kind].plural)


def _written(address: str) -> str:
    text = address.removeprefix(SCHEME)
    for sign, other in _SIGNS:
        text = text.replace(sign, other)
    return text


def _read(segment: str) -> str:
    for sign, other in _SIGNS:
        segment = segment.replace(other, sign)
    return SCHEME + segment
