"""Which papers are shown: those that a place names, and the box over each of two that puts another in its place."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QComboBox

from rightsref.model.address import parse
from rightsref.model.paper import Paper
from rightsref.ui.parts.place import Pair, Place, Walk
from rightsref.words import tr


def paper_chooser(
    papers: Sequence[Paper], shown: Paper, one: Paper, other: Paper, compare: Callable[[str, str], None]
) -> QComboBox:
    """A box that shows one of two papers out of all; a choice compares the chosen one with the one that stays."""
    box = QComboBox()
    box.setAccessibleName(tr("Paper to compare"))
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(8)
    for choice in papers:
        box.addItem(choice.title, choice.key)
    box.setCurrentIndex(box.findData(shown.key))
    kept = other.key if shown is one else one.key
    box.activated.connect(
        lambda _: compare(*((box.currentData(), kept) if shown is one else (kept, box.currentData())))
    )
    return box


def papers_of(place: Place) -> tuple[str, ...]:
    """The keys of the papers that a place names: none, the one picked, or the two to compare."""
    if isinstance(place.state, Pair):
        return tuple(place.state)
    if isinstance(place.state, Walk):
        return (place.state.paper,) if place.state.paper else ()
    address = parse(place.address)
    return address.path[:1] if address else ()
