"""What a screen reader is told beyond what Qt tells by itself: headings, tabs, doors, and of a text its headings and links.

Qt asks the factory for an interface when a screen reader first comes upon a widget, and owns what it is given from then on.
Without a screen reader nothing here is ever made.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import shiboken6
from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleAttributesInterface,
    QAccessibleInterface,
    QAccessibleObject,
)
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from rightsref.words import tr

_Role, _Text, _Kind = QAccessible.Role, QAccessible.Text, QAccessible.InterfaceType
#: Object name of a heading -> how deep it stands.
_HEADINGS = {"h1": 1, "h2": 2}
#: Object names of what holds tabs.
_TABS = ("rail", "tabs")
#: Python holds each interface until Qt has deleted it.
_alive: list[QAccessibleInterface] = []


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


class Marked(QWidget):
    """Unseen in a text: stands for the headings and links of it, which Qt's own interface of a text leaves out."""

    def __init__(self, text: QWidget, marks: Callable[[], list[Mark]]) -> None:
        super().__init__(text)
        self.resize(0, 0)
        self.marks = marks

    def forget(self) -> None:
        """The text has changed."""
        if QAccessible.isActive() or _alive:
            told = QAccessible.queryAccessibleInterface(self)
            if isinstance(told, _Marks):
                told.forget()


def told(widget: QObject) -> QAccessibleInterface | None:
    """The interface of a widget that Qt would tell otherwise; None where Qt's own is right."""
    made: QAccessibleInterface | None = None
    if isinstance(widget, Marked):
        made = _Marks(widget)
    elif isinstance(widget, QLabel) and widget.objectName() in _HEADINGS:
        made = _Heading(widget)
    elif isinstance(widget, QWidget) and widget.objectName() == "door":
        made = _Door(widget)
    elif isinstance(widget, QWidget) and widget.objectName() in _TABS:
        made = _TabList(widget)
    elif isinstance(widget, QAbstractButton) and _named(widget.parentWidget()) in _TABS:
        made = _Tab(widget)
    if made is not None:
        _keep(made)
    return made


def _named(widget: QWidget | None) -> str:
    return widget.objectName() if widget is not None else ""


def _keep(made: QAccessibleInterface) -> None:
    _alive[:] = [kept for kept in _alive if shiboken6.isValid(kept)]
    _alive.append(made)


class _Press(QAccessibleActionInterface):
    """Pressing by way of a screen reader."""

    def __init__(self, press: Callable[[], object]) -> None:
        super().__init__()
        self._press = press

    def actionNames(self) -> list[str]:
        """Pressing is all there is."""
        return ["Press"]

    def doAction(self, name: str) -> None:
        """Press."""
        if name == "Press":
            self._press()

    def keyBindingsForAction(self, name: str) -> list[str]:  # noqa: ARG002 - Qt's own signature
        """None of its own."""
        return []


class _Depth(QAccessibleAttributesInterface):
    """How deep a heading stands."""

    def __init__(self, level: int) -> None:
        super().__init__()
        self._level = level

    def attributeKeys(self) -> list[QAccessible.Attribute]:
        """The level, and nothing else."""
        return [QAccessible.Attribute.Level]

    def attributeValue(self, key: QAccessible.Attribute) -> object:
        """The level."""
        return self._level if key == QAccessible.Attribute.Level else None


def _pointer(part: object) -> Any:  # noqa: ANN401 - a bare address, which the stubs have no type for
    return shiboken6.VoidPtr(shiboken6.getCppPointer(part)[0]) if part is not None else None


class _Widget(QAccessibleObject):
    """A widget under another role, with nothing below it."""

    kind = _Role.StaticText

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._action: _Press | None = None
        self._depth: _Depth | None = None

    def role(self) -> QAccessible.Role:
        """What it is."""
        return self.kind

    def text(self, of: QAccessible.Text) -> str:
        """Its name and description."""
        if of == _Text.Name:
            return self._widget.accessibleName()
        return self._widget.accessibleDescription() if of == _Text.Description else ""

    def parent(self) -> QAccessibleInterface:
        """What holds it."""
        return QAccessible.queryAccessibleInterface(self._widget.parentWidget())

    def childCount(self) -> int:
        """Nothing by itself."""
        return 0

    def child(self, index: int) -> QAccessibleInterface | None:  # noqa: ARG002 - Qt's own signature
        """Nothing by itself."""
        return None

    def indexOfChild(self, child: QAccessibleInterface) -> int:  # noqa: ARG002 - Qt's own signature
        """Nothing by itself."""
        return -1

    def rect(self) -> QRect:
        """Where it is on the screen."""
        return QRect(self._widget.mapToGlobal(QPoint(0, 0)), self._widget.size())

    def state(self) -> QAccessible.State:
        """Whether it is seen, and can be reached."""
        made = QAccessible.State()
        made.invisible = int(not self._widget.isVisible())
        made.disabled = int(not self._widget.isEnabled())
        made.focusable = int(bool(self._widget.focusPolicy()))
        made.focused = int(self._widget.hasFocus())
        return made

    def interface_cast(self, kind: QAccessible.InterfaceType) -> Any:  # noqa: ANN401 - a bare address
        """What else it can do."""
        return _pointer({_Kind.ActionInterface: self._action, _Kind.AttributesInterface: self._depth}.get(kind))


class _Heading(_Widget):
    """A label that is a heading."""

    kind = _Role.Heading

    def __init__(self, label: QLabel) -> None:
        super().__init__(label)
        self._label = label
        self._depth = _Depth(_HEADINGS[label.objectName()])

    def text(self, of: QAccessible.Text) -> str:
        """The words on it."""
        return self._label.text() if of == _Text.Name else ""


class _Door(_Widget):
    """A large button that is drawn by us."""

    kind = _Role.Button

    def __init__(self, door: QWidget) -> None:
        super().__init__(door)
        self._action = _Press(lambda: getattr(door, "open_it")())  # noqa: B009 - its class is not known here


class _TabList(_Widget):
    """What holds tabs."""

    kind = _Role.PageTabList

    def _tabs(self) -> list[QAbstractButton]:
        return [tab for tab in self._widget.findChildren(QAbstractButton) if tab.parentWidget() is self._widget]

    def childCount(self) -> int:
        """Its tabs."""
        return len(self._tabs())

    def child(self, index: int) -> QAccessibleInterface | None:
        """One of its tabs."""
        tabs = self._tabs()
        return QAccessible.queryAccessibleInterface(tabs[index]) if 0 <= index < len(tabs) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Which of its tabs it is."""
        tabs = self._tabs()
        return next((n for n, tab in enumerate(tabs) if tab is child.object()), -1)


class _Tab(_Widget):
    """A button that leads to a page and is down while that page is shown."""

    kind = _Role.PageTab

    def __init__(self, button: QAbstractButton) -> None:
        super().__init__(button)
        self._button = button
        self._action = _Press(button.click)

    def text(self, of: QAccessible.Text) -> str:
        """The words on it."""
        name = super().text(of)
        return name or self._button.text() if of == _Text.Name else name

    def state(self) -> QAccessible.State:
        """Whether its page is the one that is shown."""
        made = super().state()
        made.selectable = 1
        made.selected = int(self._button.isChecked())
        return made


class _Marks(_Widget):
    """The headings and links of a text, in their order."""

    kind = _Role.Grouping

    def __init__(self, marked: Marked) -> None:
        super().__init__(marked)
        self._marked = marked
        self._made: list[_OfText] | None = None

    def text(self, of: QAccessible.Text) -> str:
        """What they are."""
        return tr("Headings and links") if of == _Text.Name else ""

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

    def child(self, index: int) -> QAccessibleInterface | None:
        """One of them."""
        return self._all()[index] if 0 <= index < len(self._all()) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Which of them it is."""
        return next((n for n, mark in enumerate(self._all()) if mark is child), -1)


class _OfText(QAccessibleInterface):
    """A heading or a link of a text."""

    def __init__(self, above: _Marks, mark: Mark) -> None:
        super().__init__()
        self._above, self._mark = above, mark
        self._action = None if mark.level else _Press(mark.press)
        self._depth = _Depth(mark.level) if mark.level else None

    def isValid(self) -> bool:
        """As long as its text is shown."""
        return True

    def object(self) -> QObject | None:
        """No widget of its own."""
        return None

    def parent(self) -> QAccessibleInterface:
        """What holds all of them."""
        return self._above

    def role(self) -> QAccessible.Role:
        """A heading or a link."""
        return _Role.Heading if self._mark.level else _Role.Link

    def text(self, of: QAccessible.Text) -> str:
        """Its words."""
        return self._mark.words if of == _Text.Name else ""

    def setText(self, of: QAccessible.Text, text: str) -> None:
        """Nothing of it can be changed."""

    def rect(self) -> QRect:
        """Where it stands on the screen."""
        return self._mark.rect()

    def state(self) -> QAccessible.State:
        """A link can be followed."""
        made = QAccessible.State()
        made.linked = int(not self._mark.level)
        return made

    def childCount(self) -> int:
        """Nothing below."""
        return 0

    def child(self, index: int) -> QAccessibleInterface | None:  # noqa: ARG002 - Qt's own signature
        """Nothing below."""
        return None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # noqa: ARG002 - Qt's own signature
        """Nothing below."""
        return None

    def indexOfChild(self, child: QAccessibleInterface) -> int:  # noqa: ARG002 - Qt's own signature
        """Nothing below."""
        return -1

    def interface_cast(self, kind: QAccessible.InterfaceType) -> Any:  # noqa: ANN401 - a bare address
        """What else it can do."""
        return _pointer({_Kind.ActionInterface: self._action, _Kind.AttributesInterface: self._depth}.get(kind))
