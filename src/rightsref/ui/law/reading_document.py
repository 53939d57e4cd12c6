"""A Document as rich text: what the reading column and its aside show."""

from __future__ import annotations

import html
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextDocument

from rightsref.model.address import holds
from rightsref.model.kinds import KINDS
from rightsref.model.law import Block, Document, Level, Paragraph, Reference
from rightsref.model.paper import Paper
from rightsref.ui.law.form_drawing import show_drawing, way_to_check
from rightsref.ui.parts.look import SERIF, T14, T16, T18, T20, T25, Look
from rightsref.ui.parts.rich_text import RichText
from rightsref.words import tr
from rightsref.words.dates import date_words
from rightsref.words.labels import LEVELS, PARTS, fact_lines

_ASIDE_PARTS = ("not_covered", "mistakes")
_BOXED = {"plain": "plain", "law_says": "plain", "agency_claims": "warn", "say_and_do": "plain"}


def _marks(shown: Document, look: Look, size: int = T18) -> RichText:
    """Rich text whose marks leave out the level that the head tells of the whole document."""
    same = {p.checked.level for p in shown.paragraphs} == {Level.SECONDARY} and shown.checked.level == Level.SECONDARY
    return RichText(look, size, unsaid=Level.SECONDARY if same else Level.OFFICIAL)


def _said_once(made: RichText, blocks: Sequence[Block]) -> tuple[RichText, str]:
    """Where nothing of a part was held against the law itself, its title says so once; what is less sure still says it itself.

    Returns:
        What to ask for the marks of its blocks, and what stands behind the title.
    """
    levels = [block.level for block in blocks]
    if made.unsaid == Level.SECONDARY or Level.OFFICIAL in levels or levels.count(Level.SECONDARY) < 2:
        return made, ""
    return RichText(made.look, unsaid=Level.SECONDARY), f" ({tr(LEVELS[Level.SECONDARY])})"


def build_reading(
    shown: Document, look: Look, *, chosen: str, with_aside: bool, paper: Paper | None = None
) -> QTextDocument:
    """The reading column.

    Args:
        shown: what to read.
        look: colours and zoom.
        chosen: address of the paragraph that was asked for; it is tinted.
        with_aside: whether an aside beside the column takes its parts; they are left out here then.
        paper: what we have drawn of a form.
    """
    made = _marks(shown, look)
    made.heading(shown.title, T25, bottom=12, level=1)
    if paper is not None:
        way_to_check(made, paper)
    asked = [p for p in shown.paragraphs if chosen != shown.address and holds(chosen, p.address)]
    if asked:
        _asked(made, shown, asked)
    _boxed_parts(made, shown)
    if shown.kind == "flow":
        made.text(f'<a href="{shown.address}"><b>{tr("Start this scenario")}</b></a>')
    if shown.status_note:
        made.box("warn")
        made.text(html.escape(shown.status_note), bottom=0, size=T16)
        made.end_box()
    _law(made, shown, asked, paper)
    for part, blocks in shown.parts.items():
        if part not in _BOXED and not (with_aside and part in _ASIDE_PARTS):
            marks, once = _said_once(made, blocks)
            _part_heading(made, _named(shown, part, tr(PARTS[part])) + once)
            _part(made, blocks, shown, marks, listed=part != "story")
    _facts(made, shown)
    if not with_aside:
        _references(made, shown.related)
        _history(made, shown)
    if shown.effective:
        _checking(made, shown)
    return made.document


def _facts(made: RichText, shown: Document) -> None:
    """A case's court, reporter and weight; who signs a paper; who enforces a law and who may sue."""
    lines = fact_lines(shown.facts)
    if lines:
        _part_heading(made, tr("Where it stands"))
    for title, words in lines:
        made.bullet(f"<b>{html.escape(title)}:</b> {html.escape(words)}")


def _law(made: RichText, shown: Document, asked: list[Paragraph], paper: Paper | None) -> None:
    """The law, the paper or the holding, paragraph by paragraph; what was asked for is tinted."""
    if not shown.paragraphs:
        return
    _part_heading(made, _named(shown, "law", tr(KINDS[shown.kind].body or PARTS["law"])))
    if shown.kind == "provision":
        made.text(
            tr("Our own restatement, not the official words."),
            colour=made.look.colours.muted,
            size=T14,
        )
    if paper is not None:
        show_drawing(made, paper)
    for paragraph in shown.paragraphs:
        made.paragraph(paragraph, chosen=paragraph in asked)


def build_aside(shown: Document, look: Look) -> QTextDocument:
    """The aside: what it does not cover, common mistakes, where to go on, its history."""
    made = _marks(shown, look, size=T16)
    first = True
    for part in _ASIDE_PARTS:
        if part in shown.parts:
            marks, once = _said_once(made, shown.parts[part])
            title = _named(shown, part, tr(PARTS[part])) + once
            made.heading(title, T16, top=0 if first else 10, bottom=4, level=2)
            for block in shown.parts[part]:
                made.text(
                    f"{block.html}{_pinpoint(block, shown)}{marks.mark(block.level)}",
                    colour=look.colours.muted,
                    bottom=8,
                )
            first = False
    _references(made, shown.related, small=True)
    _history(made, shown)
    return made.document


def _asked(made: RichText, shown: Document, asked: list[Paragraph]) -> None:
    """The paragraph that was asked for, first: its plain words, then the law. The whole section follows."""
    which = asked[0].shown_pinpoint or asked[0].printed
    plain = [b for b in shown.parts.get("plain", ()) if b.authorities and holds(asked[0].address, b.authorities[0])]
    if plain:
        made.box("plain")
        made.heading(
            f"{_named(shown, 'plain', tr(PARTS['plain'])).upper()}: {which}",
            T14,
            bottom=6,
            colour=made.look.colours.accent,
            level=2,
        )
        for block in plain:
            made.text(f"{block.html}{made.mark(block.level)}", bottom=0 if block is plain[-1] else 8)
        made.end_box()
    elif not which.startswith("¶"):
        made.heading(which, T18, bottom=4)
    for above in (p for p in shown.paragraphs if holds(p.address, asked[0].address) and p.address != asked[0].address):
        lead = f"{html.escape(above.label)} {above.html}{made.mark(above.checked.level)}"
        made.text(lead, colour=made.look.colours.muted, family=SERIF, size=T16)
    for paragraph in asked:
        made.paragraph(
            paragraph._replace(address=f"{paragraph.address}#asked", depth=paragraph.depth - asked[0].depth),
            chosen=False,
        )
    made.rule()
    made.heading(tr("The whole section"), T20, top=8, bottom=8)


def _named(shown: Document, part: str, title: str) -> str:
    """The title of a part, which says so where the reader's language has no translation of it."""
    return f"{title} ({tr('in English')})" if part in shown.in_english else title


def _part_heading(made: RichText, title: str) -> None:
    made.heading(title, T18, top=16, bottom=6, level=2)


def _boxed_parts(made: RichText, shown: Document) -> None:
    c = made.look.colours
    for part in (part for part in _BOXED if part in shown.parts):
        made.box(_BOXED[part])
        colour = c.warn if _BOXED[part] == "warn" else c.accent
        blocks = shown.parts[part]
        marks, once = _said_once(made, blocks)
        made.heading(_named(shown, part, tr(PARTS[part])).upper() + once, T14, bottom=6, colour=colour, level=2)
        for block in blocks:
            last = block is blocks[-1]
            made.text(f"{block.html}{_pinpoint(block, shown)}{marks.mark(block.level)}", bottom=0 if last else 8)
        made.end_box()


def _part(made: RichText, blocks: Iterable[Block], shown: Document, marks: RichText, *, listed: bool) -> None:
    for block in blocks:
        markup = f"{block.html}{_pinpoint(block, shown)}{marks.mark(block.level)}"
        if listed:
            made.bullet(markup)
        else:
            made.text(markup)


def _pinpoint(block: Block, shown: Document) -> str:
    """A small link to the paragraph that a block rests on, where that is one of the same document."""
    own = [address for address in block.authorities if address != shown.address and holds(shown.address, address)]
    named = next((p for p in shown.paragraphs if own and p.address == own[0]), None)
    if named is None or f'href="{named.address}"' in block.html:
        return ""
    return f' <a href="{named.address}"><small>{html.escape(named.shown_pinpoint)}</small></a>'


def _references(made: RichText, related: tuple[Reference, ...], *, small: bool = False) -> None:
    if not related:
        return
    if small:
        made.heading(tr("Use it with"), T16, top=10, bottom=4)
    else:
        _part_heading(made, tr("Use it with"))
    for reference in related:
        link = f'<a href="{reference.address}">{html.escape(reference.citation)}</a>'
        made.text(
            f"{link}<br>{html.escape(reference.title)}" if small else f"{link} &nbsp;{html.escape(reference.title)}",
            bottom=6,
        )


def _history(made: RichText, shown: Document) -> None:
    others = [version for version in shown.versions if version.address != shown.address]
    if not shown.history and not others:
        return
    _part_heading(made, tr("History"))
    for event in shown.history:
        made.bullet(f"<b>{date_words(event.date)}</b> &nbsp;{html.escape(event.text)}")
    for version in others:
        until = (
            f"{date_words(version.effective)} – {date_words(version.ends)}"
            if version.ends
            else tr("since {date}").format(date=date_words(version.effective))
        )
        made.bullet(f'<a href="{version.address}">{tr("Read the text of")} {until}</a>')


def _checking(made: RichText, shown: Document) -> None:
    """How sure we are, record by record."""
    _part_heading(made, tr("How sure we are"))
    seen = dict.fromkeys([shown.checked, *(paragraph.checked for paragraph in shown.paragraphs)])
    for checked in seen:
        labels = [p.shown_pinpoint or p.printed for p in shown.paragraphs if p.checked == checked]
        which = f" ({', '.join(labels)})" if len(seen) > 1 and labels and checked != shown.checked else ""
        level = tr(LEVELS[checked.level])
        source = (
            f' <a href="{html.escape(checked.source)}">{html.escape(_host(checked.source))}</a>'
            if checked.source
            else ""
        )
        words = f"<b>{level[:1].upper()}{level[1:]}</b>{html.escape(which)}, {date_words(checked.on)}. {html.escape(checked.note)}{source}"
        made.bullet(words, size=T16)
    made.text(
        tr("Explanation written {updated}; to be reviewed by {review}. Information, not legal advice.").format(
            updated=date_words(shown.updated), review=date_words(shown.review_by)
        ),
        colour=made.look.colours.muted, size=T14,
    )  # fmt: skip


def _host(url: str) -> str:
    return QUrl(url).host() or url
