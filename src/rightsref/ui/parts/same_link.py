"""A text is written anew under the keyboard: its link is found again, or the one that comes in its place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextBrowser

from rightsref.ui.parts.keyboard import say
from rightsref.ui.parts.link import Link
from rightsref.ui.parts.text_marks import links_of
from rightsref.words import tr


class _Found(NamedTuple):
    """A link of a text: where it leads, and which of those that lead there it is."""

    href: str
    nth: int


@contextmanager
def same_link(text: QTextBrowser) -> Iterator[None]:
    """While a text is written anew: keep the link that the keyboard is on, for Tab to go on from.

    If it is gone, the next one that is left takes its place, else the one before, and is said; one that would do
    the same is passed over, so that Enter pressed twice does not do twice what was meant once.
    """
    before = _links(text)
    cursor = text.textCursor()
    start = cursor.selectionStart() if cursor.hasSelection() else -1
    at = next((link for link, (_, position) in before.items() if position == start), None)
    yield
    if at is None:
        return
    left, order = _links(text), list(before)
    place = order.index(at)
    did = Link.parse(at.href).ask
    others = [*order[place + 1 :], *order[place::-1]]
    to = at if at in left else next((one for one in others if one in left and Link.parse(one.href).ask != did), None)
    if to is None:
        return
    words, position = left[to]
    _go_to(text, position)
    if to != at and text.hasFocus():
        say(text, tr("{words}, link").format(words=words))


def _links(text: QTextBrowser) -> dict[_Found, tuple[str, int]]:
    """Every link of a text in its order, with its words and where it begins."""
    seen: Counter[str] = Counter()
    found = {}
    for href, words, position in links_of(text.document()):
        found[_Found(href, seen[href])] = words, position
        seen[href] += 1
    return found


def _go_to(text: QTextBrowser, position: int) -> None:
    """Put the keyboard on the link that begins at a position: the way of Qt, by a step from just before it, draws its frame."""
    cursor = QTextCursor(text.document())
    if position:
        cursor.setPosition(position - 1)
        cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
    text.setTextCursor(cursor)
    QTextBrowser.focusNextPrevChild(text, True)  # noqa: FBT003 - not the reader's own, which says the link; Qt takes it by position
