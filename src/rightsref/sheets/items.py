"""Blocks of an explanation as texts of a sheet."""

from __future__ import annotations

import html
import re

from rightsref.knowledge.library import KnowledgeBase
from rightsref.model.address import kind_of
from rightsref.model.kinds import KINDS
from rightsref.model.law import Block
from rightsref.model.sheet import Item

_TAG = re.compile(r"<[^>]+>")


def items_of(kb: KnowledgeBase, blocks: tuple[Block, ...], lang: str) -> list[Item]:
    """Blocks of an explanation as texts of a sheet, each with the first authority it rests on."""
    cited = [_authority(block) for block in blocks]
    labels = kb.references(set(filter(None, cited)), lang)
    return [
        Item(block.text, labels[address].citation if address else "", block.level, _runs(block.html), authority=address)
        for block, address in zip(blocks, cited, strict=True)
    ]


def _authority(block: Block) -> str:
    """The first law, form or case that a block rests on; a topic only gathers, and is no authority."""
    return next((a for a in block.authorities if KINDS[kind_of(a)].is_authority), "")


def _runs(inline: str) -> tuple[tuple[str, bool], ...]:
    """Inline HTML as plain runs, those between `<em>` set off; empty if there are none."""
    pieces = [html.unescape(_TAG.sub("", piece)) for piece in re.split(r"</?em>", inline)]
    return tuple((piece, at % 2 == 1) for at, piece in enumerate(pieces) if piece) if len(pieces) > 1 else ()
