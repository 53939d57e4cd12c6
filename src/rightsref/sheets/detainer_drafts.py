"""Blocks of a sheet from the detainer desk: the path of a detainer, one of its stages, a paper."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from rightsref.errors import NotFoundError
from rightsref.knowledge.library import KnowledgeBase
from rightsref.model.paper import PLACE_WORDS, Paper
from rightsref.model.reason import Because
from rightsref.model.sheet import Item, SheetBlock
from rightsref.model.stage import WAYS, Stage
from rightsref.reasoning.saying import paper_said, signing_said
from rightsref.sheets.outcome_draft import dispute_blocks, reason_item, say_blocks
from rightsref.sheets.words import sheet_text
from rightsref.words import tr
from rightsref.words.labels import ADVICE, SIGNING_PARTS


def path_blocks(kb: KnowledgeBase, lang: str) -> list[SheetBlock]:
    """Every stage of the path, in order."""
    return [block for number, stage in enumerate(kb.stages(lang), 1) for block in _stage(stage, lang, f"{number}. ")]


def stage_blocks(kb: KnowledgeBase, key: str, lang: str) -> tuple[str, list[SheetBlock]]:
    """One stage.

    Raises:
        NotFoundError: there is no such stage.
    """
    for stage in kb.stages(lang):
        if stage.key == key:
            return stage.title, _stage(stage, lang, "")[1:]
    raise NotFoundError(tr("Nothing stands at rightsref:stage/{key}.").format(key=key))


def paper_blocks(kb: KnowledgeBase, key: str, lang: str) -> tuple[str, list[SheetBlock]]:
    """A paper: its drawing, what it lets an officer do, what to say, its traps.

    Raises:
        NotFoundError: there is no such paper.
    """
    for paper in kb.papers(lang):
        if paper.key == key:
            return paper.title, _paper(kb, paper, lang)
    raise NotFoundError(tr("Nothing stands at rightsref:paper/{key}.").format(key=key))


def signing_blocks(kb: KnowledgeBase, key: str, lang: str) -> tuple[str, list[SheetBlock]]:
    """A paper to sign: how to know it, what to do with the pen, what it gives up, what to say.

    Raises:
        NotFoundError: there is no such paper.
    """
    for paper in kb.signing_papers(lang):
        if paper.key == key:
            return paper.title, [
                SheetBlock("text", (Item(f"{sheet_text(ADVICE[paper.advice], lang)} {paper.looks_like}"),)),
                *say_blocks(paper.say, signing_said(kb, paper, lang)),
                *(
                    block
                    for title, claim in zip(SIGNING_PARTS, (paper.gives_up, paper.take_back, paper.refuse), strict=True)
                    for block in (_heading(sheet_text(title, lang)), SheetBlock("text", tuple(_items([claim]))))
                ),
            ]
    raise NotFoundError(tr("Nothing stands at rightsref:signing/{key}.").format(key=key))


def _stage(stage: Stage, lang: str, number: str) -> list[SheetBlock]:
    ways = [way.means._replace(fact=f"{sheet_text(WAYS[way.where], lang)}: {way.means.fact}") for way in stage.ways]
    return [
        _heading(f"{number}{stage.title}"),
        SheetBlock("text", tuple(map(Item, (stage.who, " ".join(stage.happens))))),
        SheetBlock("text", tuple(_items([*stage.law, *ways]))),
        SheetBlock("steps", tuple(map(Item, stage.do))),
    ]


def _paper(kb: KnowledgeBase, paper: Paper, lang: str) -> list[SheetBlock]:
    powers = [
        power.because(f"{sheet_text(PLACE_WORDS[power.place], lang)}: {power.may} {power.may_not}")
        for power in paper.powers
    ]
    return [
        SheetBlock("text", (_opening(kb, paper, lang),)),
        SheetBlock("drawings", (Item(paper.looks_like),), drawings=(paper.key,), alts=(paper.looks_like,)),
        _heading(sheet_text("What it lets an officer do", lang)),
        SheetBlock("text", tuple(_items(powers))),
        *say_blocks(paper.say, paper_said(kb, paper, lang)),
        _heading(sheet_text("Traps", lang)),
        SheetBlock("steps", tuple(_items(paper.traps))),
        *dispute_blocks(paper.disputed, lang),
    ]


def _heading(words: str) -> SheetBlock:
    return SheetBlock("heading", (Item(words),))


def _items(facts: Iterable[Because]) -> list[Item]:
    """Facts, each as sure as its own authority."""
    return [reason_item(fact, fact.fact) for fact in facts]


def _opening(kb: KnowledgeBase, paper: Paper, lang: str) -> Item:
    """What it is and who signs it, on the authority of the page that tells of it."""
    told = kb.references([paper.document], lang).get(paper.document)
    words, level = f"{paper.what} {paper.signed}", kb.level_at(paper.document)
    return Item(words, told.citation if told else "", level, authority=paper.document)


#: Kind of address -> the subtitle of its sheet, and what makes title and blocks of it.
DETAINER_DRAFTS: dict[str, tuple[str, Callable[[KnowledgeBase, str, str], tuple[str, list[SheetBlock]]]]] = {
    "paper": ("What it is, and what it lets an officer do", paper_blocks),
    "signing": ("A paper that people are asked to sign", signing_blocks),
    "stage": ("A step on the path of a detainer", stage_blocks),
}
