"""The path and the paper check in the real window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QPushButton

from rightsref.model.flow import UNKNOWN
from rightsref.search.query import parse
from rightsref.ui.detainers.paper_walk import PaperWalk
from rightsref.ui.parts.cut import CutButton
from rightsref.ui.parts.link import Ask, Link
from rightsref.ui.parts.place import Answers, At, Pair, Place, Walk


@pytest.fixture
def page(window):
    window.go(Place("papers"))
    return window.pages["papers"]


@pytest.fixture
def path(window):
    window.go(Place("path"))
    return window.pages["path"]


def press(qtbot, place, words):
    button = next(b for b in place.findChildren(QAbstractButton) if words in (b.text(), b.accessibleName()))
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def walk(page, *signs):
    for sign in signs:
        page.answer(sign)


# -- the paper check ----------------------------------------------------------------------------------------


def test_home_leads_to_the_paper_check(window, qtbot):
    door = next(
        w for w in window.pages["home"].findChildren(object) if getattr(w, "accessibleName", str)() == "Check a paper"
    )
    qtbot.mouseClick(door, Qt.MouseButton.LeftButton)
    assert window.stack.currentWidget() is window.pages["papers"]
    assert len(window.pages["papers"].findChildren(QPushButton, "option-card")) == 8


def test_not_knowing_which_paper_it_is_leads_to_it_spot_by_spot(window, page, qtbot):
    press(qtbot, page, "I don’t know: look at it with me")
    assert len(page.drawings) == 7
    assert {drawing.spot for drawing in page.drawings} == {"issuer"}
    walk(page, "homeland_security")
    assert {drawing.key for drawing in page.drawings} == {"i-200", "i-205", "i-247a", "i-247g"}
    walk(page, "removal", "agency_number", "right_person", "none", "officer", "in_time", "deport")
    words = page.text.toPlainText()
    assert "THIS LOOKS LIKE" in words
    assert "I-205, an ICE warrant of removal" in words
    assert "IN DISPUTE" in words


def test_number_keys_answer(page, qtbot, window):
    window.go(Place("papers", Walk()))
    qtbot.keyClick(page, Qt.Key.Key_1)
    assert page.answers == {}  # nobody aimed it at the question
    page.findChild(PaperWalk).take_focus()
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_1)
    assert page.answers == {"issuer": "federal_court"}
    qtbot.keyClick(page.findChild(PaperWalk).options[0], Qt.Key.Key_Backspace)
    assert page.answers == {}


def test_an_answer_can_be_changed_and_later_ones_are_kept(window, page, qtbot):
    window.go(Place("papers", Walk.of("", {"issuer": "federal_court", "title": "search_warrant"})))
    press(qtbot, page, "Change: Look at the top of the page. Who made this paper?")
    assert page.answers == {"title": "search_warrant"}
    assert page.reading.question.key == "issuer"


def test_back_takes_one_answer_back(window, page):
    window.go(Place("papers", Walk()))
    walk(page, "federal_court", "search_warrant")
    window.step(-1)
    assert page.answers == {"issuer": "federal_court"}


def test_a_picked_paper_that_does_not_fit_is_told(window, page):
    window.go(Place("papers", Walk.of("i-200", {"issuer": "federal_court"})))
    shown = [w.text() for w in page.findChildren(object) if w.objectName() == "banner"]
    assert shown == ["Yours is not like I-200, an ICE arrest warrant. It may be:"]
    assert {drawing.key for drawing in page.drawings} == {"ao-93", "ao-442"}


def test_enough_takes_the_rest_as_not_known(window, page, qtbot):
    window.go(Place("papers", Walk.of("", {"issuer": "homeland_security"})))
    press(qtbot, page, "Enough: what is it?")
    words = page.text.toPlainText()
    assert "It could be any of these" in words
    assert "None of them is from a court." in words
    assert "Still open" in words


def test_a_court_paper_without_a_signature_seen_is_not_taken_for_one(window, page):
    answers = {"issuer": "federal_court", "title": "search_warrant"}
    window.go(Place("papers", Walk.of("", {**{q.key: UNKNOWN for q in page.questions}, **answers})))
    words = page.text.toPlainText()
    assert "AO 93" in words
    assert "You could not see who signed it." in words


def test_one_wrong_look_is_named_beside_the_paper_that_comes_nearest(window, page, qtbot):
    answers = {"issuer": "federal_court", "title": "arrest_warrant", "case": "court_case", "signature": "officer"}
    window.go(Place("papers", Walk.of("", {**{q.key: UNKNOWN for q in page.questions}, **answers})))
    words = page.text.toPlainText()
    assert "AO 442, a federal court’s arrest warrant; one look does not fit" in words
    assert "do not block, hide or fight" in words
    assert "CALL NOW" in words
    press(qtbot, page, "Look again: Who signed it? Read the words under the signature.")
    assert page.reading.question.key == "signature"
    assert "Look 6 of 8" in [line.text() for line in page.findChildren(QLabel)]


def test_one_slip_on_an_ice_paper_names_it_all_the_same(window, page):
    answers = {
        "issuer": "homeland_security",
        "title": "removal",
        "case": "agency_number",
        "address": "this_place",
        "signature": "officer",
    }
    window.go(Place("papers", Walk.of("", {**{q.key: UNKNOWN for q in page.questions}, **answers})))
    words = page.text.toPlainText()
    assert "I-205, an ICE warrant of removal; one look does not fit" in words
    assert "Say that you do not consent." in words
    assert "IN DISPUTE" in words


def test_looks_that_speak_for_no_one_paper_name_none(window, page):
    answers = {
        "issuer": "federal_court",
        "title": "removal",
        "signature": "officer",
        "command": "deport",
        "case": "court_case",
    }
    window.go(Place("papers", Walk.of("", {**{q.key: UNKNOWN for q in page.questions}, **answers})))
    words = page.text.toPlainText()
    assert "It fits no paper that we know" in words
    assert "do not block, hide or fight" in words


@pytest.mark.parametrize("place", ["attached", "none"])
def test_a_search_warrant_whose_place_stands_on_another_page_is_real(window, page, place):
    answers = {"issuer": "federal_court", "title": "search_warrant", "case": "court_case", "name": "no_name", "address": place,
               "signature": "judge", "date": "in_time", "command": "search_place"}  # fmt: skip
    window.go(Place("papers", Walk.of("", answers)))
    words = page.text.toPlainText()
    assert "AO 93, a federal court’s search warrant" in words
    assert "do not block" in words
    assert "Treat" in words


def test_a_line_of_the_text_lights_up_its_spot(window, page):
    window.go(Place("papers", At("rightsref:paper/ao-442")))
    page.text.anchorClicked.emit(QUrl(str(Link(Ask.SPOT, "signature"))))
    assert page.drawings[0].spot == page.papers["ao-442"].fields["signature"].spot


def test_two_papers_stand_side_by_side_and_can_be_exchanged(window, page):
    window.go(Place("papers", Pair("i-200", "ao-442")))
    assert [drawing.key for drawing in page.drawings] == ["i-200", "ao-442"]
    assert "What tells them apart" in page.text.toPlainText()
    left = page.findChildren(QComboBox)[0]
    left.setCurrentIndex(left.findData("i-205"))
    left.activated.emit(left.currentIndex())
    assert [drawing.key for drawing in page.drawings] == ["i-205", "ao-442"]


def test_a_form_and_a_scenario_lead_to_the_papers(window, qtbot):
    related = [reference.address for reference in window.kb.document("rightsref:form/I-200").related]
    assert "rightsref:paper/i-200" in related
    window.go(Place("scenarios", Answers.of("agents-at-my-door", {"where": "at_door", "danger_at_door": "no"})))
    scenario = window.pages["scenarios"]
    press(qtbot, scenario, "Look at the paper spot by spot")
    place = window.history.current
    assert (place.page, place.state.asked.question) == ("papers", "paper_at_door")
    window.step(-1)
    assert scenario.progress.question.key == "paper_at_door"


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("check a paper", "rightsref:tool/papers"),
        ("detainer clock", "rightsref:tool/clock"),
        ("detainer step by step", "rightsref:tool/path"),
    ],
)
def test_search_finds_the_pages(window, type_in, text, address):
    type_in(text)
    found = window.searcher.search(parse(text))
    assert address in [each.address for each in (*found.start, *found.hits[:3])]
    window.open_address(address)
    assert window.history.current.page == address.rpartition("/")[2]


def test_a_paper_that_does_not_exist_is_told(window):
    window.open_address("rightsref:paper/nonsense")
    assert window.message.text() == "There is no drawing of that paper."


# -- the path -----------------------------------------------------------------------------------------------


def test_the_path_is_a_list_whose_items_say_who_decides(path):
    words = [path.list.item(row).text() for row in range(path.list.count())]
    assert len(words) == 9
    assert words[0].startswith("Arrest by the police. Local police decide")


def test_each_step_opens_what_happens_who_decides_and_what_to_do(path, window):
    for row, stage in reversed(list(enumerate(path.stages))):
        path.list.setCurrentRow(row)
        words = path.text.toPlainText()
        for wanted in (stage.title, "Who decides", "What the law says here", "What an advocate can do now", *stage.do):
            assert wanted in words
        assert window.history.current.address == f"rightsref:stage/{stage.key}"


def test_where_the_path_parts_each_way_is_told(path):
    parting = [stage for stage in path.stages if stage.ways]
    assert len(parting) >= 2
    path.list.setCurrentRow(path.stages.index(parting[0]))
    words = path.text.toPlainText()
    for where in ("In Illinois:", "In another state:", "Where there is a 287(g) agreement:"):
        assert where in words


def test_next_and_back_walk_the_path(path, qtbot, window):
    qtbot.mouseClick(path.next, Qt.MouseButton.LeftButton)
    assert path.list.currentRow() == 1
    window.step(-1)
    assert path.list.currentRow() == 0
    assert not path.back.isEnabled()


@pytest.mark.parametrize(("size", "zoom"), [((1280, 800), 100), ((1024, 700), 100), ((760, 520), 250)])
def test_what_was_seen_is_cut_by_the_room_there_is(window, qtbot, size, zoom):
    window.change(window.settings._replace(language="es", zoom=zoom))
    window.resize(*size)
    window.go(Place("papers", Walk.of("", {"issuer": "homeland_security"})))
    qtbot.wait(50)
    area = window.stack.currentWidget().findChild(PaperWalk)
    assert area.horizontalScrollBar().maximum() == 0
    (chip,) = area.findChildren(CutButton)
    assert chip.geometry().right() < chip.parentWidget().width()
    assert len(chip.text()) > 26
    assert chip.text().rstrip("…")[3:] in chip.toolTip()
