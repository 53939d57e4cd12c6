"""A sheet as the plain data that a template is filled with: nothing in it is ever read as markup."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from rightsref.model.kinds import ORIGINAL
from rightsref.model.law import Level
from rightsref.model.sheet import Card, CardSide, ContactLine, Item, Sheet, SheetBlock
from rightsref.reasoning.saying import apart
from rightsref.sheets.imposition import PAGES, Cards, Imposition, Side, impose
from rightsref.sheets.words import sheet_text
from rightsref.words import speaking
from rightsref.words.dates import date_words, short_date

#: So much of a word in one piece; between two of them it may be broken.
_LONG = re.compile(r"\S{16}(?=\S{8})")
_PAGE_NAMES = {"letter": "us-letter", "a4": "a4"}
#: How far from the edges the crosses of the calibration page stand, in millimetres.
_CORNER = 25.0


def page_data(sheet: Sheet, paper: str, *, large: bool) -> dict[str, Any]:
    """A sheet as pages; without who hands it over, and without their size and breaks (`fitting`)."""
    with speaking(sheet.lang):
        blocks = [_block(block) for block in sheet.blocks]
    return {
        **_head(sheet, paper),
        "large": large,
        "beside": {"title": sheet.beside[0], "subtitle": sheet.beside[1]},
        "blocks": blocks,
        "authorities": "" if any(b.kind == "authorities" for b in sheet.blocks) else ", ".join(sheet.authorities),
        "qr": _code(sheet.found),
        "words": _words(sheet),
    }


def card_data(sheet: Sheet, card: Card, paper: str, cards: Cards) -> dict[str, Any]:
    """A sheet as cards: the places on both sides, and what stands on each side of a card.

    Raises:
        UsageError: the cards do not fit on the paper.
    """
    imposed = impose(paper, cards)
    told = sheet_text(_FOUND, sheet.lang).format(day=sheet.law_as_of, code=sheet.code)
    code = f"{_day(sheet, sheet.lang)} · {sheet_text('Version {code}', sheet.lang).format(code=sheet.code)}"
    as_of = sheet_text("Law as of {day}", sheet.lang).format(day=code)
    cited = ", ".join(dict.fromkeys(i.citation for side in card for i in side.items if i.citation))
    advice = sheet_text("Information, not legal advice.", sheet.lang)
    dagger = any(item.level == Level.UNCHECKED for side in card for item in side.items)
    notes = [_dagger(sheet.lang)] if dagger else []
    words = {key: sheet_text(text, sheet.lang) for key, text in _CARD_WORDS.items()}
    return {
        **_head(sheet, paper),
        **_places(imposed),
        "words": words,
        "holder": {**_card_side(card.holder), "small": [cited, as_of, advice, *notes], "qr": "", "organisation": organisation_data(sheet)},
        "officer": {**_card_side(card.officer), "small": [f"RightsRef · Law as of {_day(sheet, ORIGINAL)} · Version {sheet.code}"],
                    "qr": _code(told), "organisation": dict.fromkeys(("name", "phone", "web"), "")},
    }  # fmt: skip


def _day(sheet: Sheet, lang: str) -> str:
    """The day of the law as a language writes it; the code that is scanned has figures, so that its squares stay large."""
    with speaking(lang):
        return date_words(sheet.law_as_of)


_FOUND = "RightsRef card. Law as of {day}, code {code}. Older than six months? Ask for a new one."
_CARD_WORDS = {
    "front": "Front",
    "back": "Back side",
    "print": "Print on both sides, flip on the long edge, at 100 %.",
    "qr": "A code that holds the same dates as text",
    "caption": "The date of this card, to scan",
    "lawyer": "My lawyer",
}


def calibration_data(paper: str, cards: Cards) -> dict[str, Any]:
    """The page by which a printer is measured: where its crosses stand on both sides."""
    width, height = PAGES[paper]
    front = [(x, y) for y in (_CORNER, height - _CORNER) for x in (_CORNER, width - _CORNER)] + [
        (width / 2, height / 2)
    ]
    back = [(width - x + cards.back_right, y + cards.back_down) for x, y in front]
    return {"paper": _PAGE_NAMES[paper], "lang": "en", "front": front, "back": back, "words": _CALIBRATION}


_CALIBRATION = {
    "title": "Calibration page for cards",
    "about": "Measures how far a printer sets off the back of a page",
    "steps": [
        "Print this page on both sides, flipped on the long edge, at 100 % (not “fit to page”).",
        "Measure the line below. If it is not 100 mm long, turn scaling off and print again.",
        "Hold the page against a lamp, this side towards you. The crosses of the back shine through.",
        "Where a back’s cross meets the ruler across, read “back right”. Where it meets the ruler up and down, read “back down”.",
        "Type these two numbers, print this page again, and see that the crosses meet.",
    ],
    "ruler": "This line is 100 mm long:",
    "back": "Back",
    "back-about": "The crosses on this side should meet the rulers of the other side.",
}


def _head(sheet: Sheet, paper: str) -> dict[str, Any]:
    day = [int(part) for part in sheet.law_as_of.split("-")]
    return {
        "lang": sheet.lang, "paper": _PAGE_NAMES[paper], "title": sheet.title, "subtitle": sheet.subtitle, "day": day
    }  # fmt: skip


def _places(imposed: Imposition) -> dict[str, Any]:
    sides: dict[str, Side] = {"front": imposed.front, "back": imposed.back}
    placed = {name: side._asdict() for name, side in sides.items()}
    return {"width": imposed.width, "height": imposed.height, **placed}


def _card_side(side: CardSide) -> dict[str, Any]:
    """The line with the number stands by itself, without it: the number is set large behind it."""
    calls = [item for item in side.items if side.number and side.number in item.text]
    return {
        "title": side.title.text,
        "lang": side.title.lang,
        "items": [_item(item) for item in side.items if item not in calls],
        "call": [item.text.removesuffix(side.number).rstrip() for item in calls],
        "number": side.number,
    }


def _block(block: SheetBlock) -> dict[str, Any]:
    return {
        "kind": block.kind,
        "lines": block.lines,
        "items": [_item(item, said=block.kind == "say") for item in block.items],
        "beside": [_item(item, said=block.kind == "say") for item in block.beside],
        "contacts": [_contact(way) for way in block.contacts],
        "drawings": block.drawings,
        "alts": block.alts,
        "links": [{"url": link, "shown": _breakable(link)} for link in block.links],
    }


def _contact(way: ContactLine) -> dict[str, Any]:
    return {**way._asdict(), "checked_on": short_date(way.checked_on), "dagger": way.level == Level.UNCHECKED}


def _item(item: Item, *, said: bool = False) -> dict[str, Any]:
    runs = item.runs or ((item.text, False),)
    dagger = item.level == Level.UNCHECKED
    cited = "" if item.citation in item.text else item.citation  # once is enough
    named = {"citation": cited, "cited": item.citation, "key": item.authority}
    lead, words = apart(item.text) if said else ("", item.text)
    return {"text": words, "lead": lead, "runs": runs, **named, "dagger": dagger, "lang": item.lang}


def organisation_data(sheet: Sheet) -> dict[str, str]:
    """Who hands a sheet over, as it can be printed."""
    return {key: _printable(value) for key, value in sheet.organisation._asdict().items() if key != "logo"}


def _printable(text: str) -> str:
    """What somebody typed, on one line and without control characters; a very long word may be broken."""
    line = " ".join("".join(c if c.isprintable() else " " for c in text).split())[:200]
    return _LONG.sub("\\g<0>\u200b", line)


def _breakable(link: str) -> str:
    """A web address that may be broken behind each of its signs, and nowhere said twice."""
    return re.sub(r"([/?&=._-])", "\\1\u200b", re.sub(r"^https?://(www\.)?", "", link))


def _dagger(lang: str) -> str:
    return sheet_text("† Not verified: from general knowledge. Check it before you rely on it.", lang)


def _words(sheet: Sheet) -> dict[str, Any]:
    """The fixed words of a sheet, in its language."""

    def own(text: str) -> str:
        return sheet_text(text, sheet.lang)

    with speaking(sheet.lang):
        law, checked = date_words(sheet.law_as_of), date_words(sheet.checked_on)
    press = own("Seen only in the press or in guides: {n} of {all}.").format(n=sheet.press, all=len(sheet.authorities))
    english_only = own("Some parts are in English only.")
    return {
        "as_of": own("Law as of {day}. Checked {checked}.").format(day=law, checked=checked),
        "notes": [
            *([_dagger(lang) for lang in sheet.languages] if sheet.unverified else []),
            *([press] if sheet.press else []),
            *([english_only] if sheet.english_only else []),
            *([own("No speaker has reviewed this Spanish yet.")] if sheet.unreviewed else []),
        ],
        "authorities": own("Authorities"),
        "table": [own("Authority"), own("What it is, and where its words are"), own("Pages")],
        "advice": " ".join(sheet_text("Information, not legal advice.", lang) for lang in sheet.languages),
        "code": own("Version {code}").format(code=sheet.code),
        "qr": own("A code that holds the same dates as text"),
        "say": own("Say, calmly"),
        "checked": own("checked"),
        "call": own("Call"),
        "caption": own("The dates of this sheet, to scan"),
    }


@lru_cache(maxsize=64)
def _code(text: str) -> str:
    """A QR code as an SVG of one path: sharp at any size, and drawn faster than its squares.

    Kept, since the same page is drawn again at each letter that is typed beside it.
    """
    import segno

    rows = [
        "".join("1" if dark else "0" for dark in row)
        for row in segno.make(text, error="m", micro=False, encoding="utf-8", eci=not text.isascii()).matrix
    ]
    runs = ((y, *run.span()) for y, row in enumerate(rows) for run in re.finditer("1+", row))
    path = "".join(f"M{start} {y}h{end - start}v1h{start - end}z" for y, start, end in runs)
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {len(rows)} {len(rows)}"><path d="{path}"/></svg>'
