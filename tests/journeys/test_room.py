"""Layout by room: two panes where there is room, one where there is none, a third column where there is more."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rightsref.ui.parts import room
from rightsref.ui.parts.look import LIGHT, Look
from rightsref.ui.parts.place import At, Place

ACT = "rightsref:provision/5-ilcs-805/15"


@given(st.integers(300, 4_000), st.integers(0, 400), st.sampled_from([1.0, 1.25, 1.5, 2.0, 2.5]))
def test_more_width_never_has_room_for_less(width, more, zoom):
    look = Look(LIGHT, zoom)
    assert room.has_list(width + more, 280, look) >= room.has_list(width, 280, look)
    assert room.has_aside(width + more, look) >= room.has_aside(width, look)
    assert room.has_columns(width + more, look) >= room.has_columns(width, look)
    assert room.list_width(width, 280, look) <= max(look.px(room.LIST_LEAST), round(width * room.LIST_SHARE))


@pytest.mark.parametrize(
    ("size", "zoom", "panes", "aside"),
    [
        ((760, 520), 100, 1, False),
        ((1024, 700), 100, 2, False),
        ((1024, 700), 150, 1, False),
        ((1280, 800), 100, 2, True),
        ((1280, 800), 250, 1, False),
        ((1920, 1080), 100, 2, True),
        ((1920, 1080), 150, 2, True),
        ((3840, 2160), 250, 2, False),
    ],
)
def test_the_law_page_shows_what_has_room(window, qtbot, size, zoom, panes, aside):
    window.resize(*size)
    window.change(window.settings._replace(zoom=zoom))
    window.go(Place("law", At(ACT)))
    qtbot.wait(1)
    page = window.pages["law"]
    assert (1 if page.panes.single else 2, page.reading.aside.isVisible()) == (panes, aside)
    assert page.reading.isVisible()
    assert (
        page.reading.text.horizontalScrollBar().maximum() == 0
        or not page.reading.text.horizontalScrollBar().isVisible()
    )


def test_the_outline_and_the_reading_take_turns(window, qtbot):
    window.resize(760, 520)
    window.go(Place("law", At(ACT)))
    qtbot.wait(1)
    page = window.pages["law"]
    page.panes.back.click()
    assert (page.outline.isVisible(), page.reading.isVisible()) == (True, False)
    assert page.outline.hasFocus()
    window.go(Place("law", At("rightsref:provision/5-ilcs-805/10")))
    assert (page.outline.isVisible(), page.reading.isVisible()) == (False, True)


def test_text_and_aside_stand_together_in_the_middle(window, qtbot):
    window.resize(1920, 1080)
    window.go(Place("law", At(ACT)))
    qtbot.wait(1)
    reading = window.pages["law"].reading
    left = reading.text.mapTo(reading, reading.text.rect().topLeft()).x()
    right = reading.width() - reading.aside.mapTo(reading, reading.aside.rect().topRight()).x()
    assert abs(left - right) <= 40
    assert reading.aside.mapTo(reading, reading.aside.rect().topLeft()).x() - left - reading.text.width() <= 8
