"""What is saved, as a text to read: case by case, each bookmark with its note, and what became of what it points to."""

from __future__ import annotations

from html import escape

from rightsref.knowledge.library import KnowledgeBase
from rightsref.saved.nouns import Contents, Mark, Matter, Pointer
from rightsref.saved.pointing import State, Whereabouts, pointer, whereabouts
from rightsref.ui.parts.link import Ask, Link, go
from rightsref.ui.parts.look import T14, T16, T18, T22
from rightsref.ui.parts.rich_text import RichText
from rightsref.ui.saved.saving import named
from rightsref.words import plural, tr
from rightsref.words.dates import date_words

#: So many are shown; of more, the field above finds the others.
MOST = 200
#: Of the words of what is bookmarked so many letters are shown.
_QUOTED = 240


def build(
    made: RichText, kb: KnowledgeBase, lang: str, held: Contents, shown: tuple[Mark, ...], *, sought: bool
) -> None:
    """Write the marks that are to be shown."""
    if not shown:
        made.text(tr("Nothing saved holds these words.") if sought else tr("Nothing is saved in this file yet. Open something and press Bookmark, or Ctrl+D."))  # fmt: skip
    left = shown[:MOST]
    known = {matter.id for matter in held.matters}
    for matter in held.matters:
        marks = [mark for mark in left if mark.matter == matter.id]
        if marks or not sought:
            _matter(made, matter, len(marks))
        for mark in marks:
            _mark(made, kb, lang, mark)
    loose = [mark for mark in left if mark.matter not in known]
    if loose and held.matters:
        made.heading(tr("In no case"), T22, top=24, bottom=2, level=2)
    for mark in loose:
        _mark(made, kb, lang, mark)
    if len(shown) > MOST:
        more = len(shown) - MOST
        words = plural(
            "1 more is saved. Type a word of it above to find it.",
            "{count} more are saved. Type a word of them above to find them.",
            more,
        )
        made.text(words.format(count=more))


def _matter(made: RichText, matter: Matter, count: int) -> None:
    made.heading(matter.name, T22, top=24, bottom=2, level=2)
    many = plural("1 entry", "{count} entries", count).format(count=count)
    _small(made, many, Link(Ask.EDIT, matter.id).around(tr("Rename")), Link(Ask.DROP, matter.id).around(tr("Remove the case")))  # fmt: skip


def _mark(made: RichText, kb: KnowledgeBase, lang: str, mark: Mark) -> None:
    now = whereabouts(kb, mark)
    same = now.state == State.SAME  # then it is shown in the reader's language, else as it was
    to = pointer(kb, now.address, lang) if same else mark.pointer
    title = escape(named(to.label, to.title))
    made.rule()
    made.text(f"<b>{go(now.address, title) if now.address else title}</b>", size=T18, bottom=2, level=3)
    _became(made, now, to)
    for paragraph in filter(str.strip, mark.note.splitlines()):
        made.text(escape(paragraph), bottom=4)
    day = tr("Saved on {day}").format(day=date_words(mark.made))
    what = tr("Change") if mark.note else tr("Add a note")
    _small(made, day, Link(Ask.EDIT, mark.id).around(what), Link(Ask.DROP, mark.id).around(tr("Remove")))


def _became(made: RichText, now: Whereabouts, to: Pointer) -> None:
    """The words of what is bookmarked; as they were, where they are others now."""
    words = to.words if len(to.words) <= _QUOTED else f"{to.words[:_QUOTED]}…"
    quoted = escape(f"“{words}”") if words else ""
    look = made.look
    told = {
        State.CHANGED: tr("It reads otherwise in this edition. When you saved it:"),
        State.MOVED: tr("It stands at another place in this edition. When you saved it:"),
        State.GONE: tr("This edition does not hold it any more. When you saved it:"),
    }.get(now.state, "")
    if told:
        made.text(f"<b>{escape(told)}</b>", size=T16, bottom=2, colour=look.colours.warn)
    if quoted:
        made.text(quoted, size=T16, bottom=4, colour=look.colours.muted)


def _small(made: RichText, *parts: str) -> None:
    made.text(" &nbsp;·&nbsp; ".join(parts), size=T14, bottom=8, colour=made.look.colours.muted)
