"""What stands above and below a text; where it would take much of the height, it stands in the text and scrolls with it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from rightsref.ui.parts import room
from rightsref.ui.parts.keyboard import let_go
from rightsref.ui.parts.look import M
from rightsref.ui.parts.reader import Reader
from rightsref.ui.parts.widgets import PAD

#: When to look anew: the owner got another size, or is seen at last, when all is dressed; head or foot want another.
_GIVEN = (QEvent.Type.Resize, QEvent.Type.Show)
_ASKED = (QEvent.Type.Resize, QEvent.Type.LayoutRequest)


class Riding(QObject):
    """A reader’s head and foot, in rows of their own or, in a low window, in the text itself.

    Attributes:
        above, below: the rows for the owner’s layout; empty while head and foot ride.
    """

    def __init__(
        self, owner: QWidget, reader: Reader, head: QWidget | None = None, foot: QWidget | None = None
    ) -> None:
        """Take them up.

        Args:
            owner: who lays out the rows and the reader; its height decides.
            reader: the text.
            head: what stands above it.
            foot: what stands below it.
        """
        super().__init__(owner)
        self._owner, self._reader = owner, reader
        self._head, self._foot = head, foot
        self.above, self.below = _row(head), _row(foot)
        self._rides = False
        self._parts = [part for part in (head, foot) if part is not None]
        for watched in (owner, *self._parts):
            watched.installEventFilter(self)
        bar = reader.verticalScrollBar()
        bar.valueChanged.connect(self._place)
        bar.rangeChanged.connect(self._place)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._show_focused)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Another size of the owner, or another content of the head, may ask for another place."""
        if event.type() in (_GIVEN if watched is self._owner else _ASKED):
            self._arrange()
        return False

    def _arrange(self) -> None:
        taken = sum(self._height(part) for part in self._parts)
        rides = room.is_crowded(self._owner.height(), taken)
        if rides != self._rides:
            self._rides = rides
            for part, row in ((self._head, self.above), (self._foot, self.below)):
                if part is not None:
                    self._move(part, row)
        if rides:
            self._reader.keep_ends(*(self._height(part) + M if part else 0 for part in (self._head, self._foot)))
            self._place()
        else:
            self._reader.keep_ends(0, 0)

    def _move(self, part: QWidget, row: QHBoxLayout) -> None:
        """Take a part up into the text or back into its row, and the keyboard along if it is there."""
        held = let_go(part)
        if self._rides:
            row.removeWidget(part)
            part.setParent(self._reader.viewport())
            part.show()
        else:
            row.addWidget(part)
        if held is not None:
            held.setFocus()

    def _width(self) -> int:
        return max(1, self._reader.viewport().width() - PAD)

    def _height(self, part: QWidget) -> int:
        width = self._width()
        return part.heightForWidth(width) if part.hasHeightForWidth() else part.sizeHint().height()

    def _place(self) -> None:
        """Set them where the text is scrolled to."""
        if not self._rides:
            return
        bar, view = self._reader.verticalScrollBar(), self._reader.viewport()
        if self._head is not None:
            self._head.setGeometry(PAD, -bar.value(), self._width(), self._height(self._head))
        if self._foot is not None:
            height = self._height(self._foot)
            end = bar.maximum() + view.height() - bar.value()
            self._foot.setGeometry(PAD, end - height - M, self._width(), height)

    def _show_focused(self, _: QWidget | None, now: QWidget | None) -> None:
        """The keyboard is never out of sight."""
        if not self._rides or now is None:
            return
        bar = self._reader.verticalScrollBar()
        if self._head is not None and self._head.isAncestorOf(now):
            bar.setValue(bar.minimum())
        elif self._foot is not None and self._foot.isAncestorOf(now):
            bar.setValue(bar.maximum())


def _row(part: QWidget | None) -> QHBoxLayout:
    """A row in line with the words of the reader."""
    made = QHBoxLayout()
    made.setContentsMargins(PAD, 0, 0, 0)
    if part is not None:
        made.addWidget(part)
    return made
