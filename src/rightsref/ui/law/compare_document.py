"""Two texts of a section as rich text: first what changed in plain words, then paragraph beside paragraph, in step."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from rightsref.knowledge.comparison import Change, Fate, Pair, Run, named
from rightsref.model.law import Block, Document
from rightsref.ui.parts.look import SERIF, T16, T20, Look
from rightsref.ui.parts.rich_text import RichText
from rightsref.words import tr
from rightsref.words.versions import FATES, counted, span


def build_comparison(
    texts: tuple[Document, Document], pairs: Sequence[Pair], told: Sequence[Block], look: Look, *, stacked: bool
) -> RichText:
    """The comparison.

    Args:
        texts: the earlier and the later text.
        pairs: the rows to show.
        told: what changed, in plain words.
        look: colours and zoom.
        stacked: whether each later paragraph stands below the earlier one, for want of room beside it.
    """
    made = RichText(look, size=T16)
    if told:
        made.box("plain")
        made.heading(tr("What changed, in plain words"), T20, bottom=6)
        for block in told:
            made.bullet(f"{block.html}{_pinpoint(block, texts)}{made.mark(block.level)}")
        made.end_box()
    heads = [_head(text) for text in texts]
    if not stacked:
        made.columns(*heads)
    for pair in pairs:
        _row(made, named(pair, texts), heads, stacked=stacked)
    return made


def _head(text: Document) -> str:
    """When a text stood, and in which language it is shown where that is not the reader’s."""
    return f"<b>{escape(span(text))}</b>" + (f" ({tr('in English')})" if "law" in text.in_english else "")


def _pinpoint(block: Block, texts: tuple[Document, Document]) -> str:
    """The paragraph of the later text that a line rests on, as a link; none where the line names it itself."""
    by_address = {p.address: p for text in texts for p in text.paragraphs}
    own = next((by_address[address] for address in block.authorities if address in by_address), None)
    if own is None or f'href="{own.address}"' in block.html or not own.pinpoint:
        return ""
    return f' <a href="{own.address}">{escape(own.shown_pinpoint)}</a>'


def _row(made: RichText, pair: Pair, heads: Sequence[str], *, stacked: bool) -> None:
    c = made.look.colours
    colour = {Fate.NEW: c.good, Fate.GONE: c.danger}.get(pair.fate, c.muted)
    tag = f'<span style="color:{colour}"><small><b>{escape(tr(FATES[pair.fate]))}</b></small></span>'
    was = tr("It was {pinpoint}.") if pair.earlier else tr("It was part of {pinpoint}.")
    moved = f" <small>{escape(was.format(pinpoint=pair.was))}</small>" if pair.was else ""
    left, right = (_words(made, runs, pair.fate) for runs in (pair.earlier, pair.later))
    lead = f'<span style="color:{c.muted}">{{}}</span> '
    left = lead.format(escape(pair.was or pair.label)) + left if pair.earlier else left
    right = lead.format(escape(pair.label)) + right if pair.later else right
    made.text(f"{tag}{moved}", bottom=0 if stacked else 2)
    if not stacked:
        made.columns(left, right, family=SERIF)
        return
    for head, words, runs in zip(heads, (left, right), (pair.earlier, pair.later), strict=True):
        if runs:
            made.text(f"<small>{head}</small>", colour=c.muted, bottom=0)
            made.text(words, family=SERIF, bottom=8)


def _words(made: RichText, runs: Sequence[Run], fate: Fate) -> str:
    """One side of a row; single words are marked only where single words changed."""
    c = made.look.colours
    if fate != Fate.CHANGED:
        return "".join(escape(run.text) for run in runs)
    return "".join(_marked(run, c.danger, c.good) for run in runs)


def _marked(run: Run, gone: str, come: str) -> str:
    words = escape(run.text)
    if run.change == Change.OUT:
        return f'<span style="color:{gone}; text-decoration:line-through">{words}</span>'
    if run.change == Change.IN:
        return f'<span style="color:{come}; text-decoration:underline">{words}</span>'
    return words


def plain_comparison(texts: tuple[Document, Document], pairs: Sequence[Pair], told: Sequence[Block]) -> str:
    """The comparison as text, to copy."""
    earlier, later = texts
    lines = [f"{later.label}: {later.title}", f"{span(earlier)} / {span(later)}", ""]
    lines += [tr("What changed, in plain words"), *(f"- {block.text}" for block in told), ""] if told else []
    lines += [counted(pair.fate for pair in pairs), ""]
    for pair in pairs:
        lines.append(f"{named(pair, texts).label}  {tr(FATES[pair.fate])}")
        for text, runs in zip(texts, (pair.earlier, pair.later), strict=True):
            if runs:
                lines.append(f"  {span(text)}: {''.join(run.text for run in runs)}")
    return "\n".join(lines) + "\n"
