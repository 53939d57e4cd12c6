"""Composing sheets: drafts in one language or in two side by side, with what every sheet carries."""

from __future__ import annotations

from typing import NamedTuple

from rightsref.errors import NotFoundError, UsageError
from rightsref.knowledge.library import KnowledgeBase
from rightsref.model import kinds
from rightsref.model.address import Address, parse
from rightsref.model.kinds import ORIGINAL, is_left_in_english
from rightsref.model.law import Level
from rightsref.model.organisation import Organisation
from rightsref.model.sheet import Card, Sheet, SheetBlock, SheetHead
from rightsref.sheets.drafts import Draft, draft
from rightsref.sheets.words import sheet_text
from rightsref.words import tr
from rightsref.words.guide import GUIDE

#: What a sheet may be asked for in; two languages stand side by side, the reader's first.
#: Blocks whose words are for an officer, who reads English.
_TO_OFFICERS = {"door"}
#: So many words may be the same in both languages: a name, a number.
_SAME = 3
LANGUAGES = (*kinds.LANGUAGES, *(f"{lang}+{kinds.ORIGINAL}" for lang in kinds.TRANSLATIONS))


def compose(kb: KnowledgeBase, target: str, lang: str = "en", organisation: Organisation | None = None) -> Sheet:
    """A sheet with all its words.

    Args:
        kb: where the words are drawn from.
        target: the key of a sheet, or the address of anything that can be printed.
        lang: one of `LANGUAGES`. Where nothing of the sheet is in another language, it is the English sheet; one that is
            there in part is refused, since half a sheet misleads whoever cannot read the other half.
        organisation: who hands it over.

    Raises:
        UsageError: there is no such sheet, scenario or outcome (the message lists those there are), or it is translated in part.
        NotFoundError: nothing stands at the address.
    """
    english = draft(kb, target, "en")
    languages = tuple(lang.split("+"))
    own = english if languages[0] == "en" else _marked(draft(kb, target, languages[0]), english, languages[0])
    if own.title == english.title:
        return _finish(kb, target, ("en",), english, organisation)
    if not is_whole(own, english, languages[0]):
        message = tr("This sheet is not whole in Spanish yet. Make it in English, or leave out --lang {lang}.")
        raise UsageError(message.format(lang=lang))
    if len(languages) == 1:
        return _finish(kb, target, languages, own, organisation)
    blocks = tuple(_beside(block, other) for block, other in zip(own.blocks, english.blocks, strict=True))
    both = own._replace(blocks=blocks, pages=2 * own.pages)
    return _finish(kb, target, languages, both, organisation)._replace(beside=(english.title, english.subtitle))


def is_whole(own: Draft, english: Draft, lang: str) -> bool:
    """Whether every text of a draft is translated. What speaks to an officer is English on purpose; a short text may be the same in both."""
    if (
        len(own.blocks) != len(english.blocks)
        or is_left_in_english(own.title, lang)
        or is_left_in_english(own.subtitle, lang)
    ):
        return False
    pairs = [
        (item.text, other.text)
        for block, there in zip(own.blocks, english.blocks, strict=True)
        if block.kind not in _TO_OFFICERS
        for item, other in zip(block.items, there.items, strict=False)
    ]
    return all(
        not is_left_in_english(text, lang) and (text != other or len(other.split()) <= _SAME) for text, other in pairs
    ) and all(len(block.items) == len(there.items) for block, there in zip(own.blocks, english.blocks, strict=True))


class Offer(NamedTuple):
    """What something that can be printed is there in: languages of `LANGUAGES`, and layouts."""

    languages: tuple[str, ...] = LANGUAGES[:1]
    layouts: tuple[str, ...] = ("page", "large")


def offer_of(kb: KnowledgeBase, head: SheetHead) -> Offer:
    """The languages in which a sheet is whole, and its layouts."""
    english = draft(kb, head.key, ORIGINAL)
    whole = [lang for lang in head.languages if lang == ORIGINAL or is_whole(draft(kb, head.key, lang), english, lang)]
    spoken = tuple(lang for lang in LANGUAGES if lang.partition("+")[0] in whole)
    return Offer(spoken, (*Offer().layouts, "cards") if head.cards else Offer().layouts)


def offered(kb: KnowledgeBase, target: str) -> Offer:
    """The languages and layouts of a sheet, or of anything that can be printed by its address.

    Raises:
        UsageError, NotFoundError: as `compose` does.
    """
    sheet = next((head for head in kb.sheets() if target in (head.key, str(Address.of("sheet", head.key)))), None)
    if sheet is not None:
        return offer_of(kb, sheet)
    english = draft(kb, target, ORIGINAL)
    others = ((draft(kb, target, lang), lang) for lang in kinds.TRANSLATIONS)
    whole = any(own.title != english.title and is_whole(own, english, lang) for own, lang in others)
    return Offer(LANGUAGES if whole else LANGUAGES[:1])


def printable(kb: KnowledgeBase, named: str) -> str:
    """The target that somebody means: the key of a sheet, an outcome as FLOW/OUTCOME, `guide`, or any unit's citation.

    Raises:
        UsageError: nothing answers to it; the message lists the sheets.
    """
    if named in {head.key for head in kb.sheets()}:
        return named
    if named in {GUIDE, "guide"}:
        return GUIDE
    flow, _, outcome = named.removeprefix("rightsref:flow/").partition("/")
    if outcome and flow in {head.key for head in kb.flows()}:
        return f"rightsref:flow/{flow}/{outcome}"
    try:
        return kb.resolve(named)
    except NotFoundError:
        kb.sheet(named)  # says which sheets there are
        raise


def card_of(kb: KnowledgeBase, sheet: Sheet) -> Card:
    """What the card of a sheet says.

    Raises:
        UsageError: it is not made as cards; the message lists the sheets that are.
    """
    if sheet.card is None:
        made = ", ".join(head.key for head in kb.sheets() if head.cards)
        raise UsageError(
            tr("{short_name} is not made as cards. The sheets that are: {made}.").format(
                short_name=short_name(sheet.key), made=made or tr("none")
            )
        )
    return sheet.card


def short_name(target: str) -> str:
    """A target as part of a file's name or of a sentence."""
    address = parse(target)
    if address and address.path[0] == "packet":
        return "packet"
    return "-".join(address.path[-2:]) if address else target


def _marked(own: Draft, english: Draft, lang: str) -> Draft:
    """A draft whose every text says which language it is in; what was not translated came out as the English."""
    pairs = zip(own.blocks, english.blocks, strict=True)
    return own._replace(blocks=tuple(_marked_block(block, other, lang) for block, other in pairs))


def _marked_block(block: SheetBlock, english: SheetBlock, lang: str) -> SheetBlock:
    """A block with its languages told. Words to be said keep the English beside them: that is what is said."""
    if len(block.items) != len(english.items):
        return english
    if block.kind == "door":  # speaks to the officer in every language, and says below what that is
        return block
    items = tuple(
        item._replace(lang="en" if item.text == other.text else lang)
        for item, other in zip(block.items, english.items, strict=True)
    )
    spoken = block.kind == "say" and any(item.lang != "en" for item in items)
    return block._replace(items=items, beside=english.items if spoken else ())


def _beside(block: SheetBlock, english: SheetBlock) -> SheetBlock:
    """A block with the English beside it, unless all of it is English."""
    return block._replace(beside=english.items) if any(item.lang != "en" for item in block.items) else block


def _finish(
    kb: KnowledgeBase, target: str, languages: tuple[str, ...], words: Draft, organisation: Organisation | None
) -> Sheet:
    """Add to a draft what every sheet carries: dates, authorities, code, the text of the QR code."""
    meta = kb.meta()
    items = [item for block in words.blocks for item in block.items]
    cited = {item.citation: item.authority for item in items if item.citation}
    seen = list(kb.levels_at(cited.values()).values())
    levels = {item.level for item in items if item.citation}
    levels |= {way.level for block in words.blocks for way in block.contacts}
    dates = {"day": meta["law_as_of"], "checked": meta["last_review"], "edition": meta["edition"]}
    code = meta["content"][:8]  # of what it says, not of how a file lays it out
    found = sheet_text(_FOUND, languages[0]).format(title=words.title, code=code, **dates)
    return Sheet(
        target, languages, words.title, words.subtitle, words.pages, words.blocks, meta["law_as_of"],
        meta["last_review"], tuple(cited), seen.count(Level.SECONDARY), Level.UNCHECKED in levels, code,
        found, organisation or Organisation(), card=words.card, unreviewed=_unreviewed(kb, target, languages[0]),
    )  # fmt: skip


def _unreviewed(kb: KnowledgeBase, target: str, lang: str) -> bool:
    """Whether nobody has reviewed the translation of what is printed: of a sheet, or of the page that an address is on."""
    address = parse(target)
    page = str(Address.of("sheet", target)) if address is None else str(address._replace(path=address.path[:1]))
    named = page if address is None or address.kind in {"flow", "sheet", "paper"} else target.split("@", maxsplit=1)[0]
    return lang != ORIGINAL and not kb.reviewed(named, lang)


_FOUND = (
    "RightsRef sheet: {title}. Law as of {day}, checked {checked}, edition {edition}, code {code}. Older than six months? "
    "Ask for a new one. Information, not legal advice."
)
