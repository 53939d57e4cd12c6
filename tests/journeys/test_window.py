"""What a reader does in the real window."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QTextBrowser,
    QToolTip,
    QWidget,
)

from rightsref.model.address import Address
from rightsref.model.address import parse as parse_address
from rightsref.model.kinds import KINDS
from rightsref.search.query import parse
from rightsref.ui.law.outline_delegate import OutlineRole
from rightsref.ui.parts import copy_menu
from rightsref.ui.parts.link import Ask, Link
from rightsref.ui.parts.place import Answers, At, Place, SearchState
from rightsref.ui.search.hits_model import HitsModel, Role
from rightsref.ui.shell.pages import PAGES, place_of

TRUST_ACT = "rightsref:provision/5-ilcs-805/15"


def first_hit(page):
    return page.model.index(0).data(Role.HIT)


def words_of(page):
    return page.reading.text.toPlainText()


def test_a_question_is_answered_in_plain_words(window, type_in, qtbot):
    """The main job: type a question, read the right paragraph with its citation."""
    page = type_in("can suburb cops ask about papers in Illinois")
    assert first_hit(page).citation == "5 ILCS 805/15(e)"
    qtbot.waitUntil(lambda: page.reading.address == first_hit(page).address, timeout=2000)
    assert "may not ask" in words_of(page)
    assert page.reading.head.citation.text() == "5 ILCS 805/15(e)"


def test_a_citation_goes_to_its_very_paragraph(window, type_in, qtbot):
    page = type_in("805/15(h)(7)")
    assert first_hit(page).citation == "5 ILCS 805/15(h)(7)"
    qtbot.keyClick(window.bar.box, Qt.Key.Key_Return)
    assert page.reading.address == f"{TRUST_ACT}/h/7"


def test_matches_are_marked(window, type_in):
    hit = first_hit(type_in("jail hold ice bond"))
    marked = {hit.snippet[span.start : span.end].lower() for span in hit.snippet_spans}
    assert marked & {"jail", "hold", "ice", "bond"}


def test_a_misspelt_word_is_mended_and_the_page_says_so(window, type_in):
    page = type_in("detaner")
    assert page.model.hits
    assert "Showing results for" in page.message.text()
    page.message.linkActivated.emit(str(Link(Ask.LITERAL, "detaner")))
    assert "Showing results for" not in page.message.text()


def test_nothing_found_offers_two_ways_on(window, type_in, qtbot):
    page = type_in("zzzzqqqq xxxxyyyy")
    assert not page.model.hits
    assert page.message.text().count("<a href") == 2
    page.message.linkActivated.emit(str(Link(Ask.SEARCH, "805/15")))
    assert window.bar.text == "805/15"
    assert page.model.hits


def test_down_goes_into_the_list_and_up_comes_back(window, type_in, qtbot):
    page = type_in("detainer")
    qtbot.keyClick(window.bar.box, Qt.Key.Key_Down)
    assert page.list.hasFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    assert page.list.currentIndex().row() == 1
    qtbot.keyClick(page.list, Qt.Key.Key_Up)
    qtbot.keyClick(page.list, Qt.Key.Key_Up)
    assert window.bar.box.hasFocus()


def test_a_filter_keeps_only_its_own(window, type_in):
    page = type_in("police")
    page.chips.buttons["city"].click()
    assert {hit.jurisdiction for hit in page.model.hits} == {"city"}
    page.chips.buttons["city"].click()
    assert len({hit.jurisdiction for hit in page.model.hits}) > 1


def test_back_and_forward_work_as_in_a_browser(window, type_in, qtbot):
    type_in("detainer")
    window.go(Place("law", At(TRUST_ACT)))
    window.go(Place("about"))
    qtbot.mouseClick(window.bar.back, Qt.MouseButton.LeftButton)
    assert window.history.current == Place("law", At(TRUST_ACT))
    qtbot.mouseClick(window.bar.back, Qt.MouseButton.LeftButton)
    assert window.history.current.page == "search"
    assert window.bar.text == "detainer"
    qtbot.mouseClick(window.bar.forward, Qt.MouseButton.LeftButton)
    assert window.stack.currentWidget() is window.pages["law"]
    assert window.bar.forward.isEnabled()


def test_typing_makes_one_step_of_history(window, type_in):
    type_in("det")
    type_in("detainer")
    window.step(-1)
    assert window.history.current == Place("home")


def test_the_outline_opens_a_section(window, qtbot):
    window.go(Place("law"))
    page = window.pages["law"]
    model, wanted = page.outline.model(), "rightsref:provision/mcc-2-173/030"
    flags = Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive
    (index,) = model.match(model.index(0, 0), OutlineRole.ADDRESS, wanted, 1, flags)
    page.outline.scrollTo(index)
    qtbot.mouseClick(page.outline.viewport(), Qt.MouseButton.LeftButton, pos=page.outline.visualRect(index).center())
    assert page.reading.address == "rightsref:provision/mcc-2-173/030"


def test_a_link_in_the_reading_is_followed(window):
    window.go(Place("law", At("rightsref:form/I-247A")))
    window.pages["law"].reading.text.followed.emit(f"{TRUST_ACT}/a")
    assert window.pages["law"].reading.address == f"{TRUST_ACT}/a"


def test_an_earlier_text_stands_in_another_frame(window):
    window.go(Place("law", At("rightsref:provision/mcc-2-173/042@2012-09-12")))
    reading = window.pages["law"].reading
    assert reading.text.objectName() == "past"
    assert "No longer the law" in reading.head.status.text()


def test_the_date_box_leads_to_the_text_of_then(window):
    window.go(Place("law", At(TRUST_ACT)))
    reading = window.pages["law"].reading
    index = reading.head.as_of.findData("2017-08-28")
    reading.head.as_of.activated.emit(index)
    assert reading.address == f"{TRUST_ACT}@2017-08-28"


def test_copying_gives_the_citation_and_the_level(window):
    window.go(Place("law", At(TRUST_ACT)))
    reading = window.pages["law"].reading
    cited, quoted, linked, rich = reading.copies(f"{TRUST_ACT}/h/7")
    assert cited.text == "5 ILCS 805/15(h)(7)"
    assert all("restated by RightsRef" in each.text for each in (quoted, linked, rich))
    copy_menu.copy(window, cited)
    assert QGuiApplication.clipboard().text() == "5 ILCS 805/15(h)(7)"
    assert "Copied" in window.message.text()


def test_find_in_the_page(window, qtbot):
    window.go(Place("law", At(TRUST_ACT)))
    reading = window.pages["law"].reading
    window.find_in_page()
    qtbot.keyClicks(reading.find_bar.box, "birth")
    qtbot.keyClick(reading.find_bar.box, Qt.Key.Key_Return)
    assert reading.text.textCursor().selectedText().lower() == "birth"
    reading.find_bar.box.setText("no such words here")
    qtbot.keyClick(reading.find_bar.box, Qt.Key.Key_Return)
    assert reading.find_bar.message.text() == "Not on this page"
    qtbot.keyClick(reading.find_bar.box, Qt.Key.Key_Escape)
    assert not reading.find_bar.isVisible()


def test_pointing_at_a_reference_shows_its_text(window, monkeypatch):
    shown = []
    monkeypatch.setattr(QToolTip, "showText", lambda _spot, text, _widget: shown.append(text))
    window.go(Place("law", At(TRUST_ACT)))
    text = window.pages["law"].reading.text
    text.highlighted.emit(QUrl("rightsref:form/I-247A"))
    citation, _, words = shown[0].partition("<br>")
    assert "I-247A" in citation
    assert len(words) > 20
    text.highlighted.emit(QUrl(str(Link(Ask.SPOT, "signature"))))  # which is no place, and has no words
    assert len(shown) == 1


def test_home_says_how_current_the_law_is(window):
    words = " ".join(label.text() for label in window.pages["home"].findChildren(QLabel))
    assert "Law as of" in words
    assert "not legal advice" in words


def test_every_door_of_home_leads_somewhere(window):
    from rightsref.ui.shell.home_page import _DOORS, _SITUATIONS

    for door in _DOORS:
        window.go(door.place)
        assert window.stack.currentWidget() is window.pages[door.place.page]
    for _, flow in _SITUATIONS:
        window.go(Place("scenarios", Answers(flow)))
        assert window.pages["scenarios"].progress.question is not None, flow


def test_whatever_leads_somewhere_leads_to_a_page(window, root):
    """Every kind, the tools that search finds and the rail lead to pages that there are; each place of the rail has an icon."""
    assert {place_of(Address.of(kind, "any")).page for kind in KINDS if kind != "tool"} <= PAGES.keys()
    tools = [hit.address for hit in window.searcher.search(parse("tool")).hits if hit.kind == "tool"]
    assert {place_of(parse_address(address)).page for address in tools} <= PAGES.keys()
    for button in window.rail.findChildren(QAbstractButton):
        button.click()
        name = window.history.current.page
        assert window.stack.currentWidget() is window.pages[name]
        assert (root / "resources" / "icons" / f"{name}.svg").exists()


def test_about_tells_the_tally_and_the_gaps(window):
    window.go(Place("about"))
    words = window.pages["about"].text.toPlainText()
    assert "not verified" in words
    assert "What we do not know" in words


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
@pytest.mark.parametrize("zoom", [100, 250])
def test_nothing_is_clipped_at_the_smallest_size(window, qtbot, theme, zoom):
    """At 1024 by 700 every label and button has the room that its words need."""
    window.change(window.settings._replace(theme=theme, zoom=zoom))
    window.resize(1024, 700)
    for place in (
        Place("home"),
        Place("search", SearchState("ice hold")),
        Place("law", At(TRUST_ACT)),
        Place("settings"),
    ):
        window.go(place)
        qtbot.wait(30)
        page = window.stack.currentWidget()
        for widget in (*page.findChildren(QLabel), *page.findChildren(QAbstractButton)):
            if widget.isVisible() and not (isinstance(widget, QLabel) and widget.wordWrap()):
                assert widget.width() >= widget.minimumSizeHint().width() - 1, (place, widget.text())


def test_every_control_has_a_name_for_a_screen_reader(window):
    for place in (
        Place("home"),
        Place("search", SearchState("detainer")),
        Place("law", At(TRUST_ACT)),
        Place("about"),
        Place("settings"),
    ):
        window.go(place)
    for kind in (QAbstractButton, QLineEdit, QComboBox, QAbstractItemView, QTextBrowser):
        for widget in window.findChildren(kind):
            inner = widget.parent() is not None and isinstance(widget.parent(), QComboBox | QLineEdit)
            popup = widget.metaObject().className().startswith("QComboBox") and not isinstance(widget, QComboBox)
            if inner or popup or widget.objectName().startswith("qt_"):
                continue
            text = widget.text() if isinstance(widget, QAbstractButton) else ""
            assert widget.accessibleName() or text or widget.toolTip(), widget


def test_tab_reaches_the_search_box_the_page_and_the_rail(window, qtbot):
    window.go(Place("home"))
    window.bar.box.setFocus()
    seen = set()
    for _ in range(60):
        qtbot.keyClick(window.focusWidget() or window, Qt.Key.Key_Tab)
        focused = window.focusWidget()
        if focused is None:
            break
        seen.add(type(focused).__name__)
    assert {"_DoorCard", "QPushButton", "QToolButton", "_Box"} <= seen


def test_the_hits_model_keeps_qt_contract(qtbot):
    model = HitsModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show(())
    assert tester is not None
    assert model.rowCount() == 0


def test_the_window_remembers_its_size_and_its_look(window, settings_file):
    window.resize(1100, 720)
    window.change(window.settings._replace(theme="dark"))
    window.close()
    kept, edition = json.loads(settings_file.read_text()), window.file.meta()["edition"]
    look = {"width": 1100, "height": 720, "theme": "dark", "zoom": 100, "language": "", "leave": "close"}
    assert kept == {**look, "edition": edition}


def test_unreadable_settings_are_told_and_kept(qtbot, application, settings_file):
    from rightsref.ui.shell.start import open_window

    settings_file.write_text("{ not json")
    shown = open_window()
    qtbot.addWidget(shown)
    assert "could not be read" in shown.message.text()
    shown.change(shown.settings._replace(theme="dark"))
    assert settings_file.with_suffix(".bad").read_text() == "{ not json"


@pytest.mark.parametrize(
    "text", ["a" * 5000, "\x00\x01\x02", '" OR NEAR( *', "'; DROP TABLE word; --", "🙂🙂🙂", "شرطة", "?"]
)
def test_any_text_in_the_box_is_answered(window, text):
    window.bar.set_text(text)
    window.search_now()
    page = window.pages["search"]
    assert page.model.hits or page.message.text()


def test_the_wheel_scrolls_the_reading(window):
    window.go(Place("law", At(TRUST_ACT)))
    view: QWidget = window.pages["law"].reading.text.viewport()
    spot = QPointF(view.rect().center())
    wheel = QWheelEvent(
        spot, QPointF(view.mapToGlobal(spot.toPoint())), QPoint(0, -240), QPoint(0, -240), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QGuiApplication.sendEvent(view, wheel)
    assert window.pages["law"].reading.position > 0
