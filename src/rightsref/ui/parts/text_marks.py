"""The headings and links of a text, as `spoken` tells them to a screen reader."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QRect, QUrl
from PySide6.QtGui import QTextBlock, QTextCursor
from PySide6.QtWidgets import QTextBrowser

from rightsref.ui.parts.spoken import Mark


def marks_of(text: QTextBrowser) -> list[Mark]:
    """Every heading and link of the text on show, in their order."""
    found: list[Mark] = []
    block = text.document().begin()
    while block.isValid():
        level = block.blockFormat().headingLevel()
        if level and block.text().strip():
            found.append(Mark(block.text().strip(), level, partial(_rect, text, block.position()), _nothing))
        for href, words, position in _links(block):
            found.append(Mark(words, 0, partial(_rect, text, position), _following(text, href)))
        block = block.next()
    return found


def _links(block: QTextBlock) -> Iterator[tuple[str, str, int]]:
    """(where to, words, position) of each link of a block; one that is set in several faces is one."""
    href, words, start = "", "", 0
    pieces = block.begin()
    while not pieces.atEnd():
        piece = pieces.fragment()
        here = piece.charFormat().anchorHref()
        if here != href:
            if href and words.strip():
                yield href, words.strip(), start
            href, words, start = here, "", piece.position()
        words += piece.text()
        pieces += 1  # type: ignore[misc, assignment]  # PySide's iterator; its stubs lack the operator
    if href and words.strip():
        yield href, words.strip(), start


def _rect(text: QTextBrowser, position: int) -> QRect:
    """Where a position stands on the screen."""
    cursor = QTextCursor(text.document())
    cursor.setPosition(min(position, text.document().characterCount() - 1))
    rect = text.cursorRect(cursor)
    return QRect(text.viewport().mapToGlobal(rect.topLeft()), rect.size())


def _following(text: QTextBrowser, href: str) -> Callable[[], None]:
    return lambda: text.anchorClicked.emit(QUrl(href))


def _nothing() -> None:
    """A heading leads nowhere."""
