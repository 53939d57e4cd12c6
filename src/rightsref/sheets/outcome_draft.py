"""An outcome as blocks: the one order and the one wording in which every face tells it."""

from __future__ import annotations

from collections.abc import Iterable

from rightsref.knowledge.library import KnowledgeBase
from rightsref.model.flow import Outcome
from rightsref.model.reason import Because, Dispute
from rightsref.model.sheet import ContactLine, Item, SheetBlock
from rightsref.reasoning.saying import Said, outcome_said
from rightsref.sheets.words import sheet_text
from rightsref.words.labels import LAW_VERDICTS, PARTS


def outcome_blocks(kb: KnowledgeBase, flow: str, outcome: Outcome, lang: str) -> list[SheetBlock]:
    """Everything that an outcome tells, what to do first.

    Args:
        kb: for the contacts, and for the English of what is said.
        flow: the key of its scenario.
        outcome: in the language `lang`.
        lang: the language of the headings.
    """
    keys = [address.rpartition("/")[2] for address in outcome.call]
    return [
        *_listed("numbered", sheet_text("First, since it cannot be undone", lang), outcome.do_now[: outcome.first]),
        *_listed("numbered", sheet_text("Do now", lang), outcome.do_now[outcome.first :]),
        *say_blocks(outcome.say, outcome_said(kb, flow, outcome, lang)),
        *([SheetBlock("contacts", (), contacts=tuple(contact_lines(kb, keys, lang)))] if keys else []),
        *_laws(outcome, lang),
        *_reasons(sheet_text("Why", lang), outcome.because),
        *_reasons(sheet_text("Exceptions", lang), outcome.exceptions),
        *dispute_blocks(outcome.disputed, lang),
        *_listed("steps", sheet_text("Write down", lang), outcome.write_down),
    ]


def say_blocks(own: tuple[str, ...], said: Said) -> list[SheetBlock]:
    """Words to say in the reader's language, beside them the English that is said; nothing if there are none."""
    beside = tuple(Item(words) for words, _ in said) if any(meaning for _, meaning in said) else ()
    return [SheetBlock("say", tuple(map(Item, own)), beside=beside)] if own else []


def reason_item(reason: Because, text: str) -> Item:
    """A text on the authority of a reason."""
    return Item(text, reason.citation, reason.level, authority=reason.authority)


def contact_lines(kb: KnowledgeBase, wanted: Iterable[str], lang: str) -> list[ContactLine]:
    """Contacts by their keys, in the order asked for. A warning goes wherever the number goes."""
    found = {contact.address.rpartition("/")[2]: contact for contact in kb.contacts(lang)}
    return [
        ContactLine(c.address, c.name, " · ".join(c.ways), c.hours, c.warning, c.checked_on, c.level, c.ways[0])
        for c in (found[key] for key in wanted)
    ]


def _heading(title: str) -> SheetBlock:
    return SheetBlock("heading", (Item(title),))


def _listed(kind: str, title: str, texts: tuple[str, ...]) -> list[SheetBlock]:
    """A heading and its texts; nothing if there are none."""
    return [_heading(title), SheetBlock(kind, tuple(map(Item, texts)))] if texts else []


def _laws(outcome: Outcome, lang: str) -> list[SheetBlock]:
    """What each law says by itself, where they differ."""
    items = tuple(
        Item(
            f"{one.law}: {sheet_text(LAW_VERDICTS[one.verdict], lang)}.",
            one.citation,
            one.level,
            authority=one.authority,
        )
        for one in outcome.laws
    )
    return [_heading(sheet_text("Law by law", lang)), SheetBlock("steps", items)] if items else []


def _reasons(title: str, reasons: tuple[Because, ...]) -> list[SheetBlock]:
    items = tuple(reason_item(reason, reason.fact) for reason in reasons)
    return [_heading(title), SheetBlock("steps", items)] if items else []


def dispute_blocks(dispute: Dispute | None, lang: str) -> list[SheetBlock]:
    """A point in dispute: its three parts under one heading; nothing if there is none."""
    if dispute is None:
        return []
    items = [
        Item(f"{sheet_text(PARTS[part], lang)}: {text}", dispute.citation, dispute.level, authority=dispute.authority)
        for part, text in dispute.parts.items()
    ]
    return [_heading(sheet_text("In dispute", lang)), SheetBlock("text", tuple(items))]
