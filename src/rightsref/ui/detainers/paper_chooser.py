"""The box over each of two papers side by side, that puts another in its place."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QComboBox

from rightsref.model.paper import Paper
from rightsref.ui.parts.closed_box import ClosedBox
from rightsref.words import tr


def paper_chooser(
    papers: Sequence[Paper], shown: Paper, one: Paper, other: Paper, compare: Callable[[str, str], None]
) -> QComboBox:
    """A box that shows one of two papers out of all; a choice compares the chosen one with the one that stays."""
    box = ClosedBox()
    box.setAccessibleName(tr("Paper to compare"))
    box.setAccessibleDescription(tr("Paper to compare"))  # on Linux the name of a box is what is chosen in it
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
