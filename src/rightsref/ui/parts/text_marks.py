"""The headings and links of a text, as `spoken` tells them to a screen reader."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, NamedTuple, cast

from PySide6.QtCore import QObject, QRect, QUrl
from PySide6.QtGui import QAccessible, QAccessibleInterface, QTextBlock, QTextCursor, QTextFormat
from PySide6.QtWidgets import QTextBrowser, QWidget

from rightsref.ui.parts.spoken import Depth, Press, Teller, Told, none, pointer_to
from rightsref.words import tr


class Mark(NamedTuple):
    """A heading or a link of a text.

    Attributes:
        words: what it says.
        level: of a heading, from 1; 0 for a link.
        rect: where it stands, in its text.
        press: follows a link.
    """

    words: str
    level: int
    rect: Callable[[], QRect]
    press: Callable[[], None]


class Marked(Teller):
    """Unseen in a text: stands for the headings and links of it, which Qt's own interface of a text leaves out."""

    def __init__(self, text: QWidget, marks: Callable[[], list[Mark]]) -> None:
        super().__init__(text)
        self.resize(0, 0)
        self.marks = marks
        self._told: _Marks | None = None

    def telling(self) -> QAccessibleInterface:
        """All of them."""
        self._told = _Marks(self)
        return self._told

    def forget(self) -> None:
        """The text has changed."""
        if self._told is not None:
            self._told.forget()


class _Marks(Told):
    """The headings and links of a text, in their order."""

    kind = QAccessible.Role.Grouping

    def __init__(self, marked: Marked) -> None:
        super().__init__(marked)
        self._marked = marked
        self._made: list[_OfText] | None = None

    def text(self, of: QAccessible.Text) -> str:
        """What they are."""
        return tr("Headings and links") if of == QAccessible.Text.Name else ""

    @property
    def is_shown(self) -> bool:
        """Whether their text is on the screen."""
        return self._marked.isVisible()

    def forget(self) -> None:
        """Let go of those of the text before; Qt deletes them."""
        gone, self._made = self._made or [], None
        for mark in gone:
            QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(mark))

    def _all(self) -> list[_OfText]:
        if self._made is None:
            self._made = [_OfText(self, mark) for mark in self._marked.marks()]
        return self._made

    def childCount(self) -> int:
        """How many there are."""
        return len(self._all())

    def child(self, index: int) -> QAccessibleInterface:
        """One of them."""
        return self._all()[index] if 0 <= index < len(self._all()) else none()

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Which of them it is."""
        return next((n for n, mark in enumerate(self._all()) if mark is child), -1)


class _OfText(QAccessibleInterface):
    """A heading or a link of a text."""

    def __init__(self, above: _Marks, mark: Mark) -> None:
        super().__init__()
        self._above, self._mark = above, mark
        self._action = None if mark.level else Press(mark.press)
        self._depth = Depth(mark.level) if mark.level else None

    def isValid(self) -> bool:
        """As long as its text is shown."""
        return True

    def object(self) -> QObject:
        """No widget of its own."""
        return cast("QObject", None)

    def parent(self) -> QAccessibleInterface:
        """What holds all of them."""
        return self._above

    def role(self) -> QAccessible.Role:
        """A heading or a link."""
        return QAccessible.Role.Heading if self._mark.level else QAccessible.Role.Link

    def text(self, of: QAccessible.Text) -> str:
        """Its words."""
        return self._mark.words if of == QAccessible.Text.Name else ""

    def setText(self, of: QAccessible.Text, text: str) -> None:
        """Nothing of it can be changed."""

    def rect(self) -> QRect:
        """Where it stands on the screen."""
        return self._mark.rect()

    def state(self) -> QAccessible.State:
        """A link can be followed; nothing of it is there while its text is not on show."""
        made = QAccessible.State()
        made.invisible = int(not self._above.is_shown)
        made.linked = int(not self._mark.level)
        return made

    def childCount(self) -> int:
        """Nothing below."""
        return 0

    def child(self, index: int) -> QAccessibleInterface:  # noqa: ARG002 - Qt's own signature
        """Nothing below."""
        return none()

    def childAt(self, x: int, y: int) -> QAccessibleInterface:  # noqa: ARG002 - Qt's own signature
        """Nothing below."""
        return none()

    def indexOfChild(self, child: QAccessibleInterface) -> int:  # noqa: ARG002 - Qt's own signature
        """Nothing below."""
        return -1

    def interface_cast(self, kind: QAccessible.InterfaceType) -> Any:  # noqa: ANN401 - a bare address
        """What else it can do."""
        return pointer_to(
            {
                QAccessible.InterfaceType.ActionInterface: self._action,
                QAccessible.InterfaceType.AttributesInterface: self._depth,
            }.get(kind)
        )


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


def links_of(text: QTextBrowser) -> Iterator[tuple[str, str, int]]:
    """(where to, words, position) of every link of the text on show, in their order."""
    block = text.document().begin()
    while block.isValid():
        yield from _links(block)
        block = block.next()


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
        told = piece.charFormat().property(QTextFormat.Property.ImageAltText)
        words += str(told) if told else piece.text()  # a picture says what it shows
        pieces += 1
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
