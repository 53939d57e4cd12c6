"""Every colour can be read on every ground that it stands on, and what a verdict says does not hang on seeing red."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtWidgets import QLineEdit

from rightsref.ui.parts.look import CONTRAST, DARK, LIGHT
from rightsref.ui.parts.place import Place

THEMES = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}
GROUNDS = ("ground", "surface", "accent_soft", "good_soft", "warn_soft", "danger_soft", "past", "match")
#: (ink, grounds, least contrast): reading text 7, other words 4.5, marks, icons and the edges of fields 3.
PAIRS = [
    *(("text", ground, 7.0) for ground in GROUNDS),
    *((ink, ground, 4.5) for ink in ("muted", "accent", "good", "warn", "danger") for ground in GROUNDS),
    ("on_accent", "accent", 4.5),
    *((ink, ground, 4.5) for ink in ("rail_text",) for ground in ("rail", "rail_chosen")),
    *(("rail_mark", ground, 3.0) for ground in ("rail", "rail_chosen")),
    *(
        ("muted", ground, 3.0) for ground in ("ground", "surface")
    ),  # fields, boxes to tick, scroll bars, the map's lines
]
#: As the eye has them that lacks one kind of cone: Machado, Oliveira and Fernandes (2009), on linear light.
SIGHT = {
    "every cone": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
#: Colours that tell things apart: the three tones of an outcome, and what came and went.
APART = [*combinations(("accent", "warn", "danger"), 2), ("good", "danger"), ("good", "warn")]
#: Difference in CIELAB; from about 2 on one sees it side by side, from about 10 at a glance.
AT_A_GLANCE = 12


def linear(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def luminance(colour):
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def lab(light):
    """CIELAB of linear light, under daylight."""
    red, green, blue = (min(1.0, max(0.0, part)) for part in light)
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883
    fx, fy, fz = (part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116 for part in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def seen(colour, sight):
    return lab([sum(k * part for k, part in zip(row, linear(colour), strict=True)) for row in SIGHT[sight]])


def difference(one, other, sight):
    return sum((a - b) ** 2 for a, b in zip(seen(one, sight), seen(other, sight), strict=True)) ** 0.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("ink", "ground", "least"), PAIRS)
def test_can_be_read(theme, ink, ground, least):
    colours = THEMES[theme]
    assert contrast(getattr(colours, ink), getattr(colours, ground)) >= least


@pytest.mark.parametrize("theme", THEMES)
def test_white_on_the_place_that_is_open_can_be_read(theme):
    assert contrast("#ffffff", THEMES[theme].rail_chosen) >= 7


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("sight", SIGHT)
@pytest.mark.parametrize(("one", "other"), APART)
def test_is_told_apart(theme, sight, one, other):
    colours = THEMES[theme]
    assert difference(getattr(colours, one), getattr(colours, other), sight) >= AT_A_GLANCE


def test_contrast_and_difference_are_reckoned_right():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert difference("#ffffff", "#000000", "every cone") == pytest.approx(100, abs=0.1)
    assert difference("#ff0000", "#00ff00", "deutan") < difference("#ff0000", "#00ff00", "every cone") / 2


def test_nothing_moves_by_itself(root):
    """There is no animation to switch off; Qt's own follow the system."""
    moving = ("QPropertyAnimation", "QVariantAnimation", "QTimeLine", "QMovie", "QGraphicsEffect")
    source = {path: path.read_text(encoding="utf-8") for path in (root / "src" / "rightsref" / "ui").rglob("*.py")}
    assert [(path.name, word) for path, text in source.items() for word in moving if word in text] == []


@pytest.mark.parametrize("theme", THEMES)
def test_what_an_empty_field_asks_for_can_be_read(window, theme):
    """Qt would take half of the colour of the text."""
    window.change(window.settings._replace(theme=theme))
    for name in ("home", "sheets", "saved"):
        window.go(Place(name))
        fields = [field for field in window.findChildren(QLineEdit) if field.isVisible() and field.placeholderText()]
        assert len(fields) >= (1 if name == "saved" else 2)
        for field in fields:
            ink = field.palette().placeholderText().color()
            assert ink.alpha() == 255
            assert contrast(ink.name(), THEMES[theme].surface) >= 4.5, field.placeholderText()
