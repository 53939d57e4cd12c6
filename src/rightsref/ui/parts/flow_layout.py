"""A layout that sets widgets in rows, like words, breaking where the width ends."""

from __future__ import annotations

from functools import partial
from itertools import takewhile

import shiboken6
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget, QWidgetItem

#: A property of a widget: it stays in the row of the one before it, if both have room in one.
_BESIDE = "beside"


class FlowLayout(QLayout):
    """Left to right, then down."""

    def __init__(self, parent: QWidget | None = None, gap: int = 8) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self._least: QSize | None = None  # Qt asks for both many times over, until something changes
        self._heights: dict[int, int] = {}
        self.setContentsMargins(0, 0, 0, 0)
        self.destroyed.connect(partial(_free, self._items))

    def addWidget(self, widget: QWidget, *, beside: bool = False) -> None:
        """Take one more; it may have to stay `beside` the one before it.

        Its item is made here: of one that Qt made Python does not hear when it goes, and takes the next at its address for it.
        """
        widget.setProperty(_BESIDE, beside)
        self.addChildWidget(widget)
        self.addItem(QWidgetItem(widget))

    def addItem(self, item: QLayoutItem) -> None:
        """Take what Qt hands over."""
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        """How many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item at a place, None past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give one up."""
        self.invalidate()
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height of all rows at a width."""
        if width not in self._heights:
            self._heights[width] = self._place(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def invalidate(self) -> None:
        """Something in it changed its size."""
        super().invalidate()
        self._least = None
        self._heights.clear()

    def setGeometry(self, rect: QRect) -> None:
        """Set everything in its place."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        """At least the widest item."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """The size of the largest item."""
        if self._least is None:
            self._least = QSize()
            for item in self._items:
                self._least = self._least.expandedTo(item.minimumSize())
        return self._least

    def _place(self, rect: QRect, *, move: bool) -> int:
        x, y, row = rect.x(), rect.y(), 0
        items = [item for item in self._items if not item.isEmpty()]
        for nth, item in enumerate(items):
            size = item.sizeHint()
            size.setWidth(max(item.minimumSize().width(), min(size.width(), rect.width())))
            together = size.width() if _stays(item) else size.width() + self._followers(items[nth + 1 :])
            if x > rect.x() and x + together > rect.right() + 1:
                x, y, row = rect.x(), y + row + self._gap, 0
            if move:
                item.setGeometry(QRect(QPoint(x, y), size))
            x += size.width() + self._gap
            row = max(row, size.height())
        return y + row - rect.y()

    def _followers(self, items: list[QLayoutItem]) -> int:
        """How wide those are, with their gaps, that stay beside the item before these."""
        return sum(self._gap + item.sizeHint().width() for item in takewhile(_stays, items))


def _stays(item: QLayoutItem) -> bool:
    """Whether an item stays beside the one before it."""
    widget = item.widget()
    return widget is not None and bool(widget.property(_BESIDE))


def _free(items: list[QLayoutItem]) -> None:
    """A layout of Qt's own frees its items as it goes; nobody does it for one of ours."""
    for item in items:
        if shiboken6.isValid(item):
            shiboken6.delete(item)
    items.clear()


class GridLayout(FlowLayout):
    """Cards in rows, all of one width: as many side by side as have room, together as wide as the layout."""

    def __init__(self, parent: QWidget | None = None, gap: int = 8, least: int = 300, most: int = 4) -> None:
        """Make the layout.

        Args:
            parent: whose layout it is.
            gap: between the cards.
            least: how wide a card is at least, if there is so much room.
            most: how many stand side by side at most.
        """
        super().__init__(parent, gap)
        self._wanted, self._most = least, most

    def _place(self, rect: QRect, *, move: bool) -> int:
        items = [item for item in self._items if not item.isEmpty()]
        columns = max(1, min(self._most, (rect.width() + self._gap) // (self._wanted + self._gap)))
        width = (rect.width() - (columns - 1) * self._gap) // columns
        y = rect.y()
        for first in range(0, len(items), columns):
            row = items[first : first + columns]
            height = max(
                item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height() for item in row
            )
            for nth, item in enumerate(row if move else ()):
                item.setGeometry(QRect(rect.x() + nth * (width + self._gap), y, width, height))
            y += height + self._gap
        return max(0, y - self._gap - rect.y())
