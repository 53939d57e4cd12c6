"""What can be chosen for cards: how many to a page; folded away, where they stand and how far the back is moved."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QFormLayout, QWidget

from rightsref.sheets.imposition import CARDS, MOST_SHIFT, Cards
from rightsref.ui.parts.closed_box import ClosedBox, ClosedSpinBox
from rightsref.ui.parts.look import S
from rightsref.ui.parts.widgets import CheckBox, push_button
from rightsref.words import tr

#: Where a box has no room for so many letters beside its name, it stands below it.
_LETTERS = 18
_NUMBERS = {8: "8, bank card size", 10: "10, perforated paper"}
#: Field of `Cards` -> its name, and the words for the usual value, which is the one below the least.
_LENGTHS = (
    ("left", "From the left", "Centered"),
    ("top", "From the top", "Centered"),
    ("gap", "Between cards", "As usual"),
    ("back_right", "Back to the right", ""),
    ("back_down", "Back down", ""),
)
_MOST = 100.0
#: Paper -> how long its unit is in millimetres, how it is written, one step, and how many decimals.
_UNITS = {"letter": (25.4, " in", 0.02, 2), "a4": (1.0, " mm", 0.5, 1)}


class Lengths(NamedTuple):
    """What is in the fields: lengths in millimetres, None for the usual ones."""

    number: int
    lengths: dict[str, float | None]
    calibration: bool
    opened: bool


class CardChoices(QWidget):
    """The part of the choices that only cards need."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._unit = 1.0
        self.number = ClosedBox()
        self.number.setAccessibleName(tr("Cards to a page"))
        self.number.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.number.setMinimumContentsLength(_LETTERS)
        for number in CARDS:
            self.number.addItem(tr(_NUMBERS[number]), number)
        self.number.currentIndexChanged.connect(self.changed)
        self.lengths = {key: _length(tr(title), tr(usual) if usual else "") for key, title, usual in _LENGTHS}
        self.calibration = CheckBox(tr("Calibration page instead of cards"))
        self.calibration.toggled.connect(self.changed)
        self.alignment = push_button(tr("Fit to my printer"), checkable=True)
        self.alignment.setToolTip(tr("Where the cards stand on the paper, and how far the backs are moved."))
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setSpacing(S)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._form.addRow(tr("Cards to a page"), self.number)
        self._form.addRow(self.alignment)
        for key, title, _ in _LENGTHS:
            self.lengths[key].valueChanged.connect(self.changed)
            self._form.addRow(tr(title), self.lengths[key])
        self._form.addRow(self.calibration)
        self.alignment.toggled.connect(self._open)
        self._open(shown=False)

    def measure_in(self, paper: str) -> None:
        """Show lengths as they are measured where this paper is used: inches for Letter; none of them changes."""
        with QSignalBlocker(self):
            shown = {key: _value(box, self._unit) for key, box in self.lengths.items()}
            self._unit, suffix, step, decimals = _UNITS[paper]
            for key, box in self.lengths.items():
                usual = bool(box.specialValueText())
                box.setSuffix(suffix)
                box.setDecimals(decimals)
                box.setSingleStep(step)
                box.setRange(
                    -step if usual else -MOST_SHIFT / self._unit, (_MOST if usual else MOST_SHIFT) / self._unit
                )
                self._put(box, shown[key])

    @property
    def typed(self) -> Lengths:
        """What is in the fields."""
        lengths = {key: _value(box, self._unit) for key, box in self.lengths.items()}
        return Lengths(self.number.currentIndex(), lengths, self.calibration.isChecked(), self.alignment.isChecked())

    def fill(self, typed: Lengths) -> None:
        """Put the same into the fields."""
        self.number.setCurrentIndex(typed.number)
        for key, value in typed.lengths.items():
            self._put(self.lengths[key], value)
        self.calibration.setChecked(typed.calibration)
        self.alignment.setChecked(typed.opened)

    @property
    def cards(self) -> Cards:
        """What is chosen."""
        lengths = {key: _value(box, self._unit) for key, box in self.lengths.items()}
        return Cards(int(self.number.currentData()), **lengths, calibration=self.calibration.isChecked())  # type: ignore[arg-type]  # only what may be None has a usual value

    def _put(self, box: QDoubleSpinBox, millimetres: float | None) -> None:
        box.setValue(box.minimum() if millimetres is None else millimetres / self._unit)

    def _open(self, shown: bool) -> None:  # noqa: FBT001 - Qt's signal passes it by position
        """The fields that few need take room only when they are wanted."""
        for row in (*self.lengths.values(), self.calibration):
            self._form.setRowVisible(row, shown)


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


def _value(box: QDoubleSpinBox, unit: float) -> float | None:
    """Millimetres; None for the usual value."""
    return None if box.specialValueText() and box.value() == box.minimum() else box.value() * unit
