"""A text in both languages, aligned paragraph by paragraph, for whoever reads to a caller in one and thinks in the other."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from rightsref.model.kinds import LANGUAGES, ORIGINAL, is_left_in_english
from rightsref.reasoning.saying import heard
from rightsref.ui.parts.link import go
from rightsref.ui.parts.look import T16, T18
from rightsref.ui.parts.rich_text import RichText
from rightsref.words import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QTextDocument

    from rightsref.knowledge.library import KnowledgeBase
    from rightsref.model.sheet import Item, SheetBlock
    from rightsref.ui.parts.look import Look

#: So many words may be the same in both languages.
_NAMES = 3


def build_both(kb: KnowledgeBase, target: str, lang: str, look: Look) -> QTextDocument:
    """What stands at an address in two columns: the reader's language, and beside it the other.

    Args:
        kb: where the words are drawn from.
        target: the address of a document, or of one of its paragraphs, or of an outcome.
        lang: the reader's language, which stands first.
        look: colours and zoom.
    """
    from rightsref.sheets.drafts import draft  # for whoever wants both

    other = next(each for each in LANGUAGES if each != lang)
    own, beside = draft(kb, target, lang), draft(kb, target, other)
    made = RichText(look, size=T16)
    made.columns(f"<b>{LANGUAGES[lang].name}</b>", f"<b>{LANGUAGES[other].name}</b>", colour=look.colours.muted)
    made.columns(_large(own.title), _large(beside.title))
    for block, there in zip(own.blocks, beside.blocks, strict=False):
        _block(made, block, there, (lang, other))
    return made.document


def _block(made: RichText, block: SheetBlock, there: SheetBlock, languages: tuple[str, str]) -> None:
    """One block: its texts row by row; whom to call once, since numbers are the same in both."""
    if block.contacts:
        made.heading(tr("Call"), T18, top=12, bottom=4)
    for contact in block.contacts:
        made.bullet(
            f"<b>{escape(contact.name)}</b> {escape(contact.ways)} {escape(contact.hours)} {escape(contact.warning)}"
        )
    for number, (item, other) in enumerate(zip(block.items, there.items, strict=False), 1):
        lead = {"numbered": f"{number}. ", "steps": "• "}.get(block.kind, "")
        left, right = (_words(block.kind, lead, each) for each in (item, other))
        same = item.text == other.text and len(item.text.split()) > _NAMES
        if is_left_in_english(item.text, languages[0]) or (same and languages[0] != ORIGINAL):
            left = f"<i>({tr('in English')})</i>"
        elif is_left_in_english(other.text, languages[1]) or same:
            right = f"<i>({tr('in English')})</i>"
        source = f" {go(item.authority, escape(item.citation))}" if item.authority else ""
        made.columns(f"{left}{source}{made.mark(item.level)}", right)


def _words(kind: str, lead: str, item: Item) -> str:
    if kind == "heading":
        return f"<b>{escape(item.text)}</b>"
    return escape(heard(item.text).line) if kind == "say" else f"{lead}{escape(item.text)}"


def _large(title: str) -> str:
    return f"<big><b>{escape(title)}</b></big>"
