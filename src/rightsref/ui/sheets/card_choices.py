"""What can be chosen for cards: how many to a page, where they stand, how far the back is moved."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QFormLayout, QWidget

from rightsref.sheets.imposition import CARDS, MOST_SHIFT, Cards
from rightsref.ui.parts.closed_box import ClosedBox, ClosedSpinBox
from rightsref.ui.parts.look import S
from rightsref.words import tr

_NUMBERS = {8: "8, bank card size", 10: "10, perforated paper"}
#: Field of `Cards` -> its name, and the words for the usual value, which is the one below the least.
_LENGTHS = (
    ("left", "From the left", "centred"),
    ("top", "From the top", "centred"),
    ("gap", "Between cards", "usual"),
    ("back_right", "Back to the right", ""),
    ("back_down", "Back down", ""),
)
_MOST = 100.0


class Lengths(NamedTuple):
    """What is in the fields, as the fields hold it."""

    number: int
    lengths: dict[str, float]
    calibration: bool


class CardChoices(QWidget):
    """The part of the choices that only cards need."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.number = ClosedBox()
        self.number.setAccessibleName(tr("Cards to a page"))
        self.number.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for number in CARDS:
            self.number.addItem(tr(_NUMBERS[number]), number)
        self.number.currentIndexChanged.connect(self.changed)
        self.lengths = {key: _length(tr(title), tr(usual) if usual else "") for key, title, usual in _LENGTHS}
        self.calibration = QCheckBox(tr("Calibration page instead of cards"))
        self.calibration.toggled.connect(self.changed)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(S)
        form.addRow(tr("Cards to a page"), self.number)
        for key, title, _ in _LENGTHS:
            self.lengths[key].valueChanged.connect(self.changed)
            form.addRow(tr(title), self.lengths[key])
        form.addRow(self.calibration)

    @property
    def typed(self) -> Lengths:
        """What is in the fields."""
        lengths = {key: box.value() for key, box in self.lengths.items()}
        return Lengths(self.number.currentIndex(), lengths, self.calibration.isChecked())

    def fill(self, typed: Lengths) -> None:
        """Put the same into the fields."""
        self.number.setCurrentIndex(typed.number)
        for key, value in typed.lengths.items():
            self.lengths[key].setValue(value)
        self.calibration.setChecked(typed.calibration)

    @property
    def cards(self) -> Cards:
        """What is chosen."""
        lengths = {key: _value(box) for key, box in self.lengths.items()}
        return Cards(int(self.number.currentData()), **lengths, calibration=self.calibration.isChecked())  # type: ignore[arg-type]  # only what may be None has a usual value


def _length(name: str, usual: str) -> QDoubleSpinBox:
    """A box for millimetres; with a usual value one step below the least."""
    box = ClosedSpinBox()
    box.setAccessibleName(name)
    box.setSuffix(" mm")
    box.setDecimals(1)
    box.setSingleStep(0.5)
    box.setRange(-0.5 if usual else -MOST_SHIFT, _MOST if usual else MOST_SHIFT)
    box.setSpecialValueText(usual)
    box.setValue(-0.5 if usual else 0)
    return box


def _value(box: QDoubleSpinBox) -> float | None:
    return None if box.specialValueText() and box.value() == box.minimum() else box.value()
