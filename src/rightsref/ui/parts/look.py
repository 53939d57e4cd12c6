"""Every visual constant: spacing, type, colours by role; and what is made of them, palette and style sheet."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from PySide6 import QtCore
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from rightsref import paths

XS, S, M, L, XL, XXL, XXXL = 4, 8, 12, 16, 24, 32, 48  # spacing, logical pixels
#: Sizes of type, in pixels: preferred numbers (ISO 3, R'20), each an eighth larger than the last, whatever the zoom. Qt keeps the letters of
#: every size that was shown for long, so that few sizes are a small memory; and what stands together looks as if it belonged together.
SIZES = (12, 14, 16, 18, 20, 22, 25, 28, 32, 36, 40, 45, 50, 56, 63, 71, 80)
T12, T14, T16, T18, T20, T22, T25, T32 = 12, 14, 16, 18, 20, 22, 25, 32  # those in use at 100 %
RADIUS = 8
TARGET = 34  # least height of anything that is clicked
RAIL = 104
BAR = 64
MEASURE = 640  # width of reading text at 100 %: 60 to 75 characters
ASIDE = 248
PAGE_WIDTH = 1_180  # a page of one column, with its margins; what is left of a wider window stands at both sides
RAIL_ZOOM = 1.05  # eleven places must fit the smallest window
CHROME_ZOOM = 1.5  # the frame around the reading grows only so far, so that the reading keeps the room

SANS, SERIF = "Source Sans Pro", "Source Serif Pro"
#: What the first page shows; the rest is loaded with the first reading.
_FIRST_FACES = ("SourceSansPro-Regular", "SourceSansPro-Bold")
_READING_FACES = (
    "SourceSansPro-Semibold", "SourceSansPro-It", "SourceSerifPro-Regular", "SourceSerifPro-It", "SourceSerifPro-Semibold",
)  # fmt: skip


class Colours(NamedTuple):
    """Colours by role; a state is always told in words too."""

    ground: str  # behind everything
    surface: str  # cards, fields, the reading
    text: str
    muted: str
    line: str
    accent: str  # links, focus, what is chosen
    accent_soft: str
    on_accent: str
    good: str
    good_soft: str
    warn: str
    warn_soft: str
    warn_line: str
    danger: str
    danger_soft: str
    past: str  # ground of a superseded text
    rail: str
    rail_text: str
    rail_chosen: str
    rail_mark: str
    match: str  # ground of a matched word


LIGHT = Colours(
    ground="#f5f7fa", surface="#ffffff", text="#15202c", muted="#51606f", line="#d8dfe6",
    accent="#0a6694", accent_soft="#e4f2fb", on_accent="#ffffff", good="#17663c", good_soft="#e3f4e9",
    warn="#7a4f00", warn_soft="#fff3d4", warn_line="#e6c988", danger="#9c1030", danger_soft="#fdeae8",
    past="#f7efdf", rail="#12212e", rail_text="#d3dee8", rail_chosen="#1d3546", rail_mark="#41b6e6", match="#ffe9a8",
)  # fmt: skip
DARK = Colours(
    ground="#10171e", surface="#19232d", text="#e9eff5", muted="#a5b4c2", line="#2e3b48",
    accent="#74c8f0", accent_soft="#17364a", on_accent="#0c1a24", good="#7fd7a3", good_soft="#153424",
    warn="#f2c766", warn_soft="#3a2d0e", warn_line="#6b5420", danger="#ff9288", danger_soft="#451d1b",
    past="#2a2415", rail="#0a1016", rail_text="#c3d0dc", rail_chosen="#182a38", rail_mark="#41b6e6", match="#4d3f0f",
)  # fmt: skip
CONTRAST = Colours(
    ground="#000000", surface="#000000", text="#ffffff", muted="#ffffff", line="#ffffff",
    accent="#ffe100", accent_soft="#1f1f1f", on_accent="#000000", good="#8cff9e", good_soft="#000000",
    warn="#ffc04d", warn_soft="#000000", warn_line="#ffc04d", danger="#ff9a9a", danger_soft="#000000",
    past="#1d1600", rail="#000000", rail_text="#ffffff", rail_chosen="#1f1f1f", rail_mark="#ffe100", match="#504300",
)  # fmt: skip


class Look(NamedTuple):
    """Colours and zoom in use.

    Attributes:
        colours: by role.
        zoom: text size, 1.0 to 2.5.
    """

    colours: Colours
    zoom: float = 1.0

    @property
    def chrome(self) -> float:
        """Zoom of the frame around the reading."""
        return min(self.zoom, CHROME_ZOOM)

    def px(self, size: float) -> int:
        """A length of the frame at the zoom in use."""
        return round(size * self.chrome)

    def rail(self, size: float) -> int:
        """A length of the rail at the zoom in use."""
        return round(size * min(self.zoom, RAIL_ZOOM))

    def type_size(self, size: int) -> int:
        """A size of type in the frame at the zoom in use."""
        return nearest(size * self.chrome)

    def text_size(self, size: int) -> int:
        """A size of type in a text at the zoom in use."""
        return nearest(size * self.zoom)

    def heading_size(self, size: int, body: int = T16) -> int:
        """A size of heading in a text whose body is `body` at 100 %.

        It grows less than the text, which is large already, but keeps half of the steps by which it stands above it.
        """
        grown = nearest(size * float(self.zoom**0.75))
        above = SIZES.index(nearest(size)) - SIZES.index(nearest(body))
        if above < 0:  # a small line over a text
            return grown
        least = SIZES.index(self.text_size(body)) + (above + 1) // 2
        return max(grown, SIZES[min(least, len(SIZES) - 1)])

    def font(self, size: int, weight: QFont.Weight = QFont.Weight.Normal, family: str = SANS) -> QFont:
        """A face of the frame at a size of the type scale."""
        font = QFont(family)
        font.setPixelSize(self.type_size(size))
        font.setWeight(weight)
        return font


def nearest(size: float) -> int:
    """The size of type that is nearest to a number of pixels."""
    return min(SIZES, key=lambda each: abs(each - size))


def choose(theme: str, zoom: int) -> Look:
    """The look for a theme (`system`, `light`, `dark`, `contrast`) and a zoom in percent."""
    if theme == "system":
        dark = QGuiApplication.styleHints().colorScheme() == QtCore.Qt.ColorScheme.Dark
        theme = "contrast" if _wants_contrast() else "dark" if dark else "light"
    return Look({"dark": DARK, "contrast": CONTRAST}.get(theme, LIGHT), zoom / 100)


def choose_first(theme: str, zoom: int) -> Look:
    """The look for the first paint: the system's palette tells dark from light without the enumerations of `Qt`."""
    if theme == "system":
        theme = "dark" if QGuiApplication.palette().window().color().lightness() < 128 else "light"
    return choose(theme, zoom)


def _wants_contrast() -> bool:
    """Whether the system asks for high contrast; Qt tells from 6.10 on."""
    hints = QGuiApplication.styleHints()
    accessibility = getattr(hints, "accessibility", None)
    if accessibility is None:
        return False
    return bool(accessibility().contrastPreference() == QtCore.Qt.ContrastPreference.HighContrast)


@cache
def load_fonts(*, reading: bool = False) -> None:
    """Make Source Sans known to Qt; with `reading`, the rest. Once is enough."""
    for face in _READING_FACES if reading else _FIRST_FACES:
        QFontDatabase.addApplicationFont(str(paths.fonts() / f"{face}.ttf"))


def palette(colours: Colours) -> QPalette:
    """Qt's palette from our colours, so that what we do not style fits too."""
    made = QPalette()
    roles = {
        QPalette.ColorRole.Window: colours.ground, QPalette.ColorRole.WindowText: colours.text,
        QPalette.ColorRole.Base: colours.surface, QPalette.ColorRole.AlternateBase: colours.ground,
        QPalette.ColorRole.Text: colours.text, QPalette.ColorRole.PlaceholderText: colours.muted,
        QPalette.ColorRole.Button: colours.surface, QPalette.ColorRole.ButtonText: colours.text,
        QPalette.ColorRole.Highlight: colours.accent, QPalette.ColorRole.HighlightedText: colours.on_accent,
        QPalette.ColorRole.Link: colours.accent, QPalette.ColorRole.LinkVisited: colours.accent,
        QPalette.ColorRole.ToolTipBase: colours.surface, QPalette.ColorRole.ToolTipText: colours.text,
        QPalette.ColorRole.Mid: colours.line, QPalette.ColorRole.Accent: colours.accent,
    }  # fmt: skip
    for role, colour in roles.items():
        made.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.muted))
    return made


def apply_palette(look: Look) -> None:
    """Give the application the font and the palette of a look."""
    QApplication.setFont(look.font(T16))
    QApplication.setPalette(palette(look.colours))
