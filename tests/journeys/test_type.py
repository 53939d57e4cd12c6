"""Type is set in few sizes, whatever the zoom: Qt keeps the letters of each size that was shown."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QTextBrowser

from rightsref.settings import ZOOMS
from rightsref.ui.parts import look
from rightsref.ui.parts.look import LIGHT, SIZES, Look, nearest
from rightsref.ui.parts.place import Answers, At, Pair, Place, SearchState, Versions
from rightsref.ui.shell.pages import PAGES

ACT = "rightsref:provision/5-ilcs-805/15"
IN_USE = [size for name, size in vars(look).items() if name[0] == "T" and name[1:].isdigit()]
ZOOMED = ("type_size", "text_size", "heading_size")


def test_at_100_percent_each_size_is_itself():
    assert len(IN_USE) > 5
    for size in IN_USE:
        assert [getattr(Look(LIGHT, 1.0), zoomed)(size) for zoomed in ZOOMED] == [size] * 3, size


@pytest.mark.parametrize("zoomed", ZOOMED)
@pytest.mark.parametrize("size", IN_USE)
def test_a_larger_zoom_never_has_smaller_letters(zoomed, size):
    shown = [getattr(Look(LIGHT, zoom / 100), zoomed)(size) for zoom in ZOOMS]
    assert all(before <= after for before, after in pairwise(shown))
    assert shown[-1] > shown[0]


@pytest.mark.parametrize("zoom", ZOOMS)
@pytest.mark.parametrize("body", [look.T16, look.T18])
def test_a_heading_is_never_smaller_than_its_text_and_larger_if_it_was(zoom, body):
    shown = Look(LIGHT, zoom / 100)
    text, headings = shown.text_size(body), [size for size in IN_USE if size >= body]
    sizes = [shown.heading_size(size, body) for size in headings]
    assert sizes == sorted(sizes)
    for size, grown in zip(headings, sizes, strict=True):
        assert grown in SIZES
        assert grown > text if size > body else grown == text
        assert grown / size <= text / body * 1.13, "it grows no more than the text, but for what lies between two sizes"
    assert sizes[-1] > sizes[1], "a title stands above the headings below it"


@given(st.floats(SIZES[0], SIZES[-1]))
def test_a_size_is_near_what_was_wished(wished):
    assert nearest(wished) in SIZES
    assert abs(nearest(wished) - wished) <= 0.08 * wished


def sizes_on(page):
    """Size in pixels -> words that are set in it, of all that a page says."""
    found = {}
    for kind in (QLabel, QAbstractButton, QLineEdit, QComboBox):
        for widget in page.findChildren(kind):
            if widget.isVisible():
                words = widget.currentText() if isinstance(widget, QComboBox) else widget.text()
                found[widget.font().pixelSize()] = words
    for reader in page.findChildren(QTextBrowser):
        block = reader.document().begin()
        while block.isValid():
            found |= {piece.format.font().pixelSize(): block.text() for piece in block.textFormats() if block.text()}
            block = block.next()
    return found


@pytest.mark.parametrize("zoom", [100, 150, 175])
def test_every_page_is_set_in_those_sizes(window, qtbot, zoom):
    """But for `<small>`, which Qt sets in four fifths of what is around it."""
    allowed = {*SIZES, *(round(0.8 * size) for size in SIZES)}
    window.change(window.settings._replace(zoom=zoom))
    places = [Place(name) for name in PAGES if name != "compare"]
    places += [
        Place("search", SearchState("can cops ask about papers")), Place("law", At(ACT)), Place("law", At("rightsref:form/I-247A")),
        Place("scenarios", Answers("agents-at-my-door")), Place("papers", At("rightsref:paper/i-200")), Place("papers", Pair("i-200", "ao-442")),
        Place("compare", Versions(f"{ACT}@2017-08-28", ACT)),
    ]  # fmt: skip
    for place in places:
        window.go(place)
        qtbot.wait(0)
        found = sizes_on(window.stack.currentWidget())
        assert found, place
        assert not {size: words for size, words in found.items() if size not in allowed}, place
