"""What a screen reader is told beyond what Qt tells by itself: headings, tabs and doors; `text_marks` adds what stands in a text.

Qt asks the factory for an interface when a screen reader first comes upon a widget, and owns what it is given from then on.
Without a screen reader nothing here is ever made.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

import shiboken6
from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleAttributesInterface,
    QAccessibleInterface,
    QAccessibleObject,
    QWindow,
)
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLabel, QWidget

from rightsref.ui.parts.widgets import Door, PageTab, RailTab, ToggleButton

_Role, _Text, _Kind = QAccessible.Role, QAccessible.Text, QAccessible.InterfaceType
#: Object name of a heading -> how deep it stands.
_HEADINGS = {"h1": 1, "h2": 2}
#: Object names of what holds tabs.
_TABS = ("rail", "tabs")
#: Python holds each interface until Qt has deleted it.
_alive: list[QAccessibleInterface] = []


class Teller(QWidget):
    """A widget that says itself what a screen reader is told of it."""

    def telling(self) -> QAccessibleInterface:
        """Its interface, made anew."""
        raise NotImplementedError


def told(widget: QObject) -> QAccessibleInterface | None:
    """The interface of a widget that Qt would tell otherwise; None where Qt's own is right."""
    made: QAccessibleInterface | None = None
    if isinstance(widget, Teller):
        made = widget.telling()
    elif isinstance(widget, QLabel) and widget.objectName() in _HEADINGS:
        made = _Heading(widget)
    elif isinstance(widget, Door):
        made = _Door(widget)
    elif isinstance(widget, QWidget) and widget.objectName() in _TABS:
        made = _TabList(widget)
    elif isinstance(widget, (PageTab, RailTab)):
        made = _Tab(widget)
    elif isinstance(widget, (ToggleButton, QCheckBox)):
        made = _Toggle(widget)
    if made is not None:
        _keep(made)
    return made


def _keep(made: QAccessibleInterface) -> None:
    if len(_alive) % 64 == 0:  # now and then is enough
        _alive[:] = [kept for kept in _alive if shiboken6.isValid(kept)]
    _alive.append(made)


class Press(QAccessibleActionInterface):
    """Pressing by way of a screen reader, and for a widget going to it."""

    def __init__(self, press: Callable[[], object], widget: QWidget | None = None, name: str = "Press") -> None:
        super().__init__()
        self._ways: dict[str, Callable[[], object]] = {name: press, "Press": press}
        if widget is not None:
            self._ways["SetFocus"] = widget.setFocus

    def actionNames(self) -> list[str]:
        """What can be done, the usual thing first."""
        return list(self._ways)

    def doAction(self, name: str) -> None:
        """Do it."""
        if name in self._ways:
            self._ways[name]()

    def keyBindingsForAction(self, name: str) -> list[str]:  # noqa: ARG002 - Qt's own signature
        """None of its own."""
        return []


class Depth(QAccessibleAttributesInterface):
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


def pointer_to(part: Press | Depth | None) -> Any:  # noqa: ANN401 - a bare address, which the stubs have no type for
    """Where Qt finds a part; for none a null, since of None it makes a crash."""
    return shiboken6.VoidPtr(shiboken6.getCppPointer(part)[0] if part is not None else 0)


def none() -> QAccessibleInterface:
    """Nothing; Qt takes None, its stubs do not say so."""
    return cast("QAccessibleInterface", None)


class Told(QAccessibleObject):
    """A widget under another role, with nothing below it."""

    kind = _Role.StaticText

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._action: Press | None = None
        self._depth: Depth | None = None

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
        above = self._widget.parentWidget()
        return QAccessible.queryAccessibleInterface(above) if above is not None else none()

    def window(self) -> QWindow:
        """The window that it is in."""
        return self._widget.window().windowHandle()

    def childCount(self) -> int:
        """Nothing by itself."""
        return 0

    def child(self, index: int) -> QAccessibleInterface:  # noqa: ARG002 - Qt's own signature
        """Nothing by itself."""
        return none()

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
        return pointer_to({_Kind.ActionInterface: self._action, _Kind.AttributesInterface: self._depth}.get(kind))


class _Heading(Told):
    """A label that is a heading."""

    kind = _Role.Heading

    def __init__(self, label: QLabel) -> None:
        super().__init__(label)
        self._label = label
        self._depth = Depth(_HEADINGS[label.objectName()])

    def text(self, of: QAccessible.Text) -> str:
        """The words on it."""
        return self._label.text() if of == _Text.Name else ""


class _Door(Told):
    """A large button that is drawn by us."""

    kind = _Role.Button

    def __init__(self, door: Door) -> None:
        super().__init__(door)
        self._action = Press(door.open_it, door)


class _TabList(Told):
    """What holds tabs."""

    kind = _Role.PageTabList

    def _tabs(self) -> list[QAbstractButton]:
        return [tab for tab in self._widget.findChildren(QAbstractButton) if tab.parentWidget() is self._widget]

    def childCount(self) -> int:
        """Its tabs."""
        return len(self._tabs())

    def child(self, index: int) -> QAccessibleInterface:
        """One of its tabs."""
        tabs = self._tabs()
        return QAccessible.queryAccessibleInterface(tabs[index]) if 0 <= index < len(tabs) else none()

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Which of its tabs it is."""
        tabs = self._tabs()
        return next((n for n, tab in enumerate(tabs) if tab is child.object()), -1)


class _Button(Told):
    """A button that is told otherwise than Qt tells it."""

    def __init__(self, button: QAbstractButton, action: str = "Press") -> None:
        super().__init__(button)
        self._button = button
        self._action = Press(button.click, button, action)

    def text(self, of: QAccessible.Text) -> str:
        """The words on it."""
        name = super().text(of)
        return name or self._button.text() if of == _Text.Name else name


class _Tab(_Button):
    """Leads to a page and is down while that page is shown."""

    kind = _Role.PageTab

    def state(self) -> QAccessible.State:
        """Whether its page is the one that is shown."""
        made = super().state()
        made.selectable = 1
        made.selected = int(self._button.isChecked())
        return made


class _Toggle(_Button):
    """Is down or not. Qt toggles it for a screen reader without a click, and whoever waits for the click hears nothing."""

    def __init__(self, button: QAbstractButton) -> None:
        super().__init__(button, "Toggle")

    def role(self) -> QAccessible.Role:
        """One of several, or for itself."""
        return _Role.RadioButton if self._button.autoExclusive() else _Role.CheckBox

    def text(self, of: QAccessible.Text) -> str:
        """The words on it; what it says under the mouse is its description where it has no other."""
        return super().text(of) or (self._button.toolTip() if of == _Text.Description else "")

    def state(self) -> QAccessible.State:
        """Whether it is down."""
        made = super().state()
        made.checkable = 1
        made.checked = int(self._button.isChecked())
        return made
