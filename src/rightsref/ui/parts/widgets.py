"""Small widgets as we make them: with their role in the style sheet, which is their object name, and their words."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from rightsref.ui.parts.look import PAGE_WIDTH, L, Look, M
from rightsref.words import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

#: Between the words and the ring that shows where the keyboard is; see `in_line`.
PAD = M


def label(text: str = "", role: str = "", *, wrap: bool = False, parent: QWidget | None = None) -> QLabel:
    """Words, wrapped at the width there is if asked. They are shown as they stand: what somebody typed may be among them."""
    made = QLabel(parent)
    made.setProperty("textFormat", "PlainText")
    made.setObjectName(role)  # before the words: a screen reader asks what it is as soon as there are some
    made.setText(text)
    made.setWordWrap(wrap)
    return made


def panel(role: str) -> QWidget:
    """A plain ground for other widgets."""
    made = QWidget()
    made.setObjectName(role)
    return made


class Body(QWidget):
    """What holds other widgets at whatever width it is given."""

    def __init__(self, role: str = "") -> None:
        super().__init__()
        self.setObjectName(role)

    def sizeHint(self) -> QSize:
        """The least: Qt would measure every word in it at a width of its own choice too, which nobody gives it."""
        return self.minimumSizeHint()


def divider() -> QFrame:
    """A thin line between two things."""
    made = QFrame()
    made.setObjectName("divider")
    made.setFixedHeight(1)
    return made


def push_button(text: str, role: str = "", *, checkable: bool = False) -> QPushButton:
    """A button with words."""
    made = ToggleButton() if checkable else QPushButton()
    made.setObjectName(role)
    made.setCheckable(checkable)
    made.setText(text)
    return made


class _MayBeDown(QPushButton):
    """A button that has a ring inside while it is down and has the keyboard: the one at its edge has the colour that fills it then."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it, and the ring."""
        super().paintEvent(event)
        if self.isChecked() and self.hasFocus():
            ring_inside(self)


class ToggleButton(_MayBeDown):
    """A button that stays down; by its class a screen reader is told so, and that to toggle it is to press it."""


class CheckBox(QCheckBox):
    """A box to tick, of a class of ours for the same reason."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.setText(words)


class PageTab(_MayBeDown):
    """Leads to a page, and is down while that page is shown. A class: a screen reader asks what it is before it stands anywhere."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.setObjectName("chip")
        self.setCheckable(True)
        self.setText(words)


class RailTab(QToolButton):
    """The same with a picture above its words."""


class Door(QFrame):
    """A large button that is drawn by us."""

    def sizeHint(self) -> QSize:
        """The least, as of a `Body`."""
        return self.minimumSizeHint()

    def open_it(self) -> None:
        """It was pressed."""
        raise NotImplementedError


class CardButton(QPushButton):
    """A large button whose words, laid out in it, wrap and decide its height.

    `below` them may stand something more; before them a `number`, under which they do not run.
    """

    def __init__(
        self,
        title: str,
        sentence: str = "",
        role: str = "option-card",
        drawing: QWidget | None = None,
        below: QWidget | None = None,
        number: int = 0,
    ) -> None:
        super().__init__()
        self.setObjectName(role)
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)
        row = QHBoxLayout(self)
        row.setContentsMargins(L, M, L, M)
        row.setSpacing(L)
        words = QVBoxLayout()
        words.setSpacing(2)
        if drawing is not None:
            row.addWidget(drawing)
        row.addLayout(words, 1)
        if number:  # in the middle of a card that is higher than they are; else at its top, as in the card beside it
            words.addStretch(1)
        for text, of in ((title, "option-title"), (sentence, "muted")):
            if text:
                line = label(text, of, wrap=True)
                line.setAttribute(QtCore.Qt.WidgetAttribute.WA_TransparentForMouseEvents)
                words.addLayout(_numbered(number, line)) if number and of == "option-title" else words.addWidget(line)
        if below is not None:
            words.addWidget(below)
        words.addStretch(1)
        self._be_as_high_as_words()

    def _be_as_high_as_words(self) -> None:
        """The narrower, the higher; and no wider than it has to be."""
        from PySide6.QtWidgets import QSizePolicy  # with its enumerations only for such a card

        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        policy.setHorizontalPolicy(QSizePolicy.Policy.Preferred)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """As large as the words."""
        layout = self.layout()
        return layout.sizeHint() if layout else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """As narrow as the longest word."""
        layout = self.layout()
        return layout.minimumSize() if layout else super().minimumSizeHint()

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height of the words at a width."""
        layout = self.layout()
        return layout.totalHeightForWidth(width) if layout else super().heightForWidth(width)


def _numbered(number: int, words: QLabel) -> QHBoxLayout:
    """A number before words that do not run under it."""
    made = QHBoxLayout()
    made.setSpacing(M)
    sign = label(str(number), "option-title")
    sign.setAttribute(QtCore.Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    made.addWidget(sign, 0, QtCore.Qt.AlignmentFlag.AlignTop)
    made.addWidget(words, 1)
    return made


def answered(question: str, answer: str, change: Callable[[], None]) -> QHBoxLayout:
    """A question that was answered, with *Change*."""
    row, words = QHBoxLayout(), QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(label(question, "muted", wrap=True))
    words.addWidget(label(answer, "citation", wrap=True))
    button = push_button(tr("Change"))
    button.setAccessibleName(f"{tr('Change')}: {question}")
    button.clicked.connect(change)
    row.addLayout(words, 1)
    row.addWidget(button, 0, QtCore.Qt.AlignmentFlag.AlignTop)
    return row


def ring_inside(button: QWidget) -> None:
    """Paint a ring a little within the edge of a button that is filled with the colour of what is chosen."""
    from PySide6.QtGui import QPainter, QPen  # only once something chosen has the keyboard

    edge = 4.0  # the middle of the line: a pixel of the filling stands between it and the ring at the edge
    corner = button.height() / 2 - edge if button.objectName() == "chip" else edge
    painter = QPainter(button)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(button.palette().highlightedText().color(), 2))
    painter.drawRoundedRect(QtCore.QRectF(button.rect()).adjusted(edge, edge, -edge, -edge), corner, corner)
    painter.end()


def scrolled(body: QWidget, name: str = "") -> QScrollArea:
    """A body that scrolls when there is too little room; one that nothing in it can have the keyboard has it itself, under a name."""
    area = QScrollArea()
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setWidget(body)
    area.setAccessibleName(name)
    if name:
        area.setObjectName("alone")
    else:
        pass_over(area)
    return area


def in_middle(body: QWidget, look: Look, widest: int = PAGE_WIDTH) -> QScrollArea:
    """The same in the middle of a window that is wider than `widest`."""
    body.setMaximumWidth(look.px(widest))
    area = scrolled(body)
    area.setAlignment(QtCore.Qt.AlignmentFlag.AlignHCenter)
    return area


def pass_over(area: QAbstractScrollArea) -> None:
    """Tab goes to what is in an area and not to the area; keys that nothing in it takes scroll it all the same."""
    area.setProperty("focusPolicy", "NoFocus")


def in_line(item: QWidget | QLayout) -> QHBoxLayout:
    """Something that stands above or below a reader, in line with its words; the ring of the reader stands out to the left."""
    made = QHBoxLayout()
    made.setContentsMargins(PAD, 0, 0, 0)
    if isinstance(item, QWidget):
        made.addWidget(item)
    else:
        made.addLayout(item)
    return made


def tool_button(role: str, title: str) -> QToolButton:
    """A button with an icon only; its title is its tip and what a screen reader says."""
    made = QToolButton()
    made.setObjectName(role)
    made.setAccessibleName(title)
    made.setToolTip(title)
    return made
