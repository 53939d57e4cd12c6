"""The timeline in the real window: zoom about the chosen event, clusters, lanes, keys, the handout."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QWheelEvent

from rightsref.model.law import Jurisdiction
from rightsref.ui.parts.link import Ask, Link
from rightsref.ui.parts.place import At, Place, SheetChoice, Versions
from rightsref.ui.reference import timeline_paint
from rightsref.ui.reference.timeline_axis import SCALES, clusters, opening_scale, titled


@given(st.lists(st.integers(0, 5_000), max_size=60), st.integers(1, 40))
def test_dots_that_would_cover_each_other_are_one(places, near):
    made = clusters(list(enumerate(sorted(places))), near)
    assert [n for cluster in made for n in cluster.members] == list(range(len(places)))
    assert all(after.left - before.right >= near for before, after in pairwise(made))


@given(st.lists(st.tuples(st.integers(0, 3_000), st.integers(1, 400)), max_size=40), st.integers(1, 6))
def test_no_title_meets_another_in_its_row(spots, rows):
    spots.sort()
    taken = [
        (row, spots[n][0], spots[n][0] + room) for n, (row, room) in enumerate(titled(spots, rows, 60, 8)) if row >= 0
    ]
    for row in range(rows):
        inside = [(left, right) for of, left, right in taken if of == row]
        assert all(b[0] >= a[1] for a, b in pairwise(inside))


@given(st.lists(st.integers(0, 20_000), min_size=2, max_size=30), st.integers(0, len(SCALES) - 1))
def test_a_cluster_opens_at_the_first_scale_that_parts_it(days, scale):
    wider = opening_scale(sorted(days), scale, 17)
    assert wider == scale or len(clusters([(n, round(d * SCALES[wider])) for n, d in enumerate(sorted(days))], 16)) > 1


@pytest.fixture
def page(window, qtbot):
    window.go(Place("timeline"))
    qtbot.wait(1)
    return window.pages["timeline"]


def seen(page):
    """Where the chosen event is in the part of the axis that is in sight."""
    return page.view.place_of(page.view.current).x() - page.area.horizontalScrollBar().value()


@pytest.mark.parametrize("row", [3, 60, 140])
def test_zoom_keeps_the_chosen_event_where_it_is(page, qtbot, row):
    page.choose(row)
    before = seen(page)
    page.tools.closer.click()
    assert abs(seen(page) - before) <= 1
    qtbot.keyClick(page.view, Qt.Key.Key_Plus)
    assert abs(seen(page) - before) <= 1
    middle = QPointF(page.area.viewport().rect().center())
    turned = QWheelEvent(
        middle, middle, QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    page.area.wheelEvent(turned)
    assert abs(seen(page) - before) <= 1
    assert page.view.current == row


def test_zoom_brings_an_event_that_is_out_of_sight_to_the_middle(page):
    page.choose(80)
    page.area.horizontalScrollBar().setValue(0)
    page.area.zoom(1)
    assert 0 <= seen(page) <= page.area.viewport().width()


def test_a_click_opens_a_cluster_until_it_comes_apart(page, qtbot, monkeypatch):
    monkeypatch.setattr("rightsref.ui.reference.timeline_page.QMenu.popup", lambda *_: None)
    cluster = max(page.view.clusters(Jurisdiction.FEDERAL), key=lambda c: len(c.members))
    for _ in range(len(SCALES)):
        inside = next(c for c in page.view.clusters(Jurisdiction.FEDERAL) if cluster.members[-1] in c.members)
        if len(inside.members) == 1:
            break
        spot = QPoint((inside.left + inside.right) // 2, page.view.place_of(inside.members[0]).y())
        qtbot.mouseClick(page.view, Qt.MouseButton.LeftButton, pos=spot)
        assert page.view.current in inside.members
    assert len(inside.members) < len(cluster.members)


def test_events_of_one_day_are_offered_by_name(page, qtbot, monkeypatch):
    named = []
    monkeypatch.setattr(
        "rightsref.ui.reference.timeline_page.QMenu.popup", lambda menu, _: named.append(menu.actions())
    )
    page.view.set_scale(len(SCALES) - 1)
    cluster = next(
        c for lane in Jurisdiction for c in page.view.clusters(lane)
        if len(c.members) > 1 and len({page.view.days[m] for m in c.members}) == 1
    )  # fmt: skip
    page.choose(cluster.members[0])
    qtbot.keyClick(page.view, Qt.Key.Key_Return)
    assert [action.text() for action in named[0]] == [page.view.named(m) for m in cluster.members]
    named[0][-1].trigger()
    assert page.view.current == cluster.members[-1]


def test_keys_go_from_event_to_event_and_from_lane_to_lane(page, qtbot):
    qtbot.keyClick(page.view, Qt.Key.Key_Home)
    assert page.view.current == 0
    qtbot.keyClick(page.view, Qt.Key.Key_Right)
    assert page.view.current == 1
    qtbot.keyClick(page.view, Qt.Key.Key_Up)
    assert page.events[page.view.current].jurisdiction != Jurisdiction.FEDERAL
    qtbot.keyClick(page.view, Qt.Key.Key_End)
    assert page.view.current == len(page.events) - 1
    page.tools.before.click()
    assert page.view.current == len(page.events) - 2


def test_a_lane_goes_from_the_axis_the_list_and_the_handout(page, window):
    page.tools.lanes[Jurisdiction.FEDERAL].click()
    assert page.events[page.view.current].jurisdiction != Jurisdiction.FEDERAL
    hidden = {row for row in range(page.list.count()) if page.list.isRowHidden(row)}
    assert hidden == {n for n, event in enumerate(page.events) if event.jurisdiction == Jurisdiction.FEDERAL}
    assert page.printable == "rightsref:tool/timeline/city/county/state"
    for lane in (Jurisdiction.CITY, Jurisdiction.COUNTY, Jurisdiction.STATE):
        page.tools.lanes[lane].click()
    assert page.view.lanes == (Jurisdiction.STATE,)
    federal = next(event for event in page.events if event.jurisdiction == Jurisdiction.FEDERAL)
    window.go(Place("timeline", At(federal.address)))
    assert page.events[page.view.current] == federal


def test_the_lanes_and_the_zoom_stay_in_another_look(page, window):
    page.tools.lanes[Jurisdiction.CITY].click()
    page.area.zoom(2)
    scale = page.view.scale
    window.change(window.settings._replace(theme="dark"))
    made = window.pages["timeline"]
    assert made is not page
    assert (made.view.scale, Jurisdiction.CITY in made.view.lanes) == (scale, False)
    assert not made.tools.lanes[Jurisdiction.CITY].isChecked()


@pytest.mark.parametrize("lang", ["en", "es"])
def test_it_prints_as_a_handout(page, window, lang):
    for lane in (Jurisdiction.FEDERAL, Jurisdiction.STATE, Jurisdiction.CITY):
        page.tools.lanes[lane].click()
    window.go(Place("sheets", SheetChoice(page.printable, lang)))
    sheet = window.pages["sheets"].sheet
    assert sheet.languages == (lang,)
    items = [item for block in sheet.blocks if block.kind == "steps" for item in block.items]
    assert len(items) == sum(event.jurisdiction == Jurisdiction.COUNTY for event in window.kb.timeline())


def test_an_event_leads_to_the_texts_before_and_after_it(page, window):
    index = next(n for n, event in enumerate(page.events) if event.date == "2021-08-02")
    page.choose(index)
    pair = Versions("rightsref:provision/5-ilcs-805/15@2017-08-28", "rightsref:provision/5-ilcs-805/15")
    assert "Compare 5 ILCS 805/15 before and after" in page.text.toPlainText()
    page.text.asked.emit(Link(Ask.COMPARE, " ".join(pair)))
    assert window.history.current == Place("compare", pair)


def test_below_a_width_the_list_and_the_event_take_turns(page, window, qtbot):
    window.resize(760, 520)
    qtbot.wait(1)
    assert page.panes.single
    assert (page.text.isVisible(), page.list.isVisible()) == (True, False)
    page.panes.back.click()
    assert (page.text.isVisible(), page.list.isVisible()) == (False, True)
    page.list.itemClicked.emit(page.list.item(3))
    assert page.text.isVisible()
    window.resize(1280, 800)
    qtbot.wait(1)
    assert page.list.isVisible()
    assert page.text.isVisible()


class Words:
    """Stands in for a painter and keeps where words were written."""

    def __init__(self):
        self.written, self.set_in = [], QFont()

    def __getattr__(self, name):
        return lambda *_: None

    def setFont(self, font):  # noqa: N802 - as Qt names it
        self.set_in = font

    def font(self):
        return self.set_in

    def drawText(self, x, _y, words):  # noqa: N802 - as Qt names it
        self.written.append((x, x + QFontMetrics(self.set_in).horizontalAdvance(words), words))


@pytest.mark.parametrize("zoom", [100, 150])
def test_today_covers_no_half_of_a_year(window, page, zoom):
    window.change(window.settings._replace(zoom=zoom, language="es"))
    view = window.pages["timeline"].view
    for scale in range(len(SCALES)):
        view.scale = scale
        painter = Words()
        timeline_paint._rulings(view, painter, view.rect())
        tag = timeline_paint._today_tag(view)
        assert len(painter.written) > 2
        assert not [words for left, right, words in painter.written if left <= tag.right() and right >= tag.left()]
