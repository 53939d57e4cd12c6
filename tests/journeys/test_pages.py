"""Scenarios, timeline, words, contacts and compare in the real window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton

from rightsref.model.reference import Need
from rightsref.reasoning.scenario import paths
from rightsref.ui.parts.link import Ask, Link
from rightsref.ui.parts.place import Answers, At, Place
from rightsref.ui.parts.widgets import CardButton
from rightsref.words.labels import NEEDS


@pytest.fixture
def scenarios(window):
    window.go(Place("scenarios"))
    return window.pages["scenarios"]


def test_every_scenario_is_offered(window, scenarios):
    names = {button.accessibleName() for button in scenarios.findChildren(QPushButton)}
    assert {head.title for head in window.kb.flows()} <= names


def test_number_keys_answer(window, scenarios, qtbot):
    window.go(Place("scenarios", Answers("held-in-jail")))
    first = scenarios.progress.question
    scenarios.asked.take_focus()
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_1)
    assert scenarios.progress.steps[0].question == first
    assert scenarios.progress.steps[0].option == first.options[0]


def to_the_end(page):
    while page.progress.question is not None:
        page.choose(page.progress.question.options[0].key)
    return page.progress.outcome


def test_a_flow_ends_in_a_verdict_with_its_reasons(window, scenarios):
    window.go(Place("scenarios", Answers("held-in-jail")))
    outcome = to_the_end(scenarios)
    assert scenarios.outcome.text.toPlainText().strip().startswith(outcome.title)
    shown = scenarios.outcome.text.toPlainText()
    assert all(reason.fact in shown for reason in outcome.because)
    assert all(step in shown for step in outcome.do_now)
    assert "not legal advice" in shown


def test_a_day_may_be_typed(window, scenarios, qtbot):
    def type_day(day):
        box = scenarios.asked.day.box
        box.setText(day)
        qtbot.keyClick(box, Qt.Key.Key_Return)

    for head in window.kb.flows():
        flow = window.kb.flow(head.key)
        dated = [question for question in flow.questions.values() if question.dated]
        for path in paths(flow):
            at = next((n for n, step in enumerate(path) if step.question in dated), None)
            if at is not None:
                window.go(
                    Place("scenarios", Answers.of(flow.key, {step.question.key: step.option.key for step in path[:at]}))
                )
                type_day("1/1/2999")
                assert "future" in scenarios.asked.day.note.text()
                assert not window.message.isVisible()
                type_day("Jan 15 2026")
                assert len(scenarios.progress.steps) > at
                break


def test_change_asks_again_and_keeps_the_later_answers(window, scenarios):
    window.go(Place("scenarios", Answers("held-in-jail")))
    to_the_end(scenarios)
    first, *later = scenarios.progress.steps
    scenarios.change(first.question.key)
    assert scenarios.progress.question == first.question
    scenarios.choose(first.option.key)
    assert [step.option for step in scenarios.progress.steps] == [first.option, *(step.option for step in later)]


def test_back_takes_an_answer_back(window, scenarios):
    window.go(Place("scenarios", Answers("held-in-jail")))
    scenarios.choose(scenarios.progress.question.options[0].key)
    window.step(-1)
    assert scenarios.progress.steps == ()


def test_an_authority_opens_in_place_and_closes(window, scenarios):
    window.go(Place("scenarios", Answers("held-in-jail")))
    outcome = to_the_end(scenarios)
    before = scenarios.outcome.text.toPlainText()
    scenarios.outcome.text.anchorClicked.emit(QUrl(str(Link(Ask.OPEN, outcome.because[0].authority))))
    assert len(scenarios.outcome.text.toPlainText()) > len(before)
    scenarios.outcome.text.anchorClicked.emit(QUrl(str(Link(Ask.OPEN, outcome.because[0].authority))))
    assert scenarios.outcome.text.toPlainText() == before


def test_the_outcome_is_copied_as_text(window, scenarios):
    window.go(Place("scenarios", Answers("held-in-jail")))
    outcome = to_the_end(scenarios)
    copied = scenarios.outcome.copies()[0].text
    assert outcome.title in copied
    assert scenarios.progress.steps[0].question.text in copied


def test_every_node_of_every_flow_is_shown_without_clipping(window, scenarios, qtbot):
    """Each question's and each outcome's labels have the room that their words need, at the smallest size."""
    window.resize(1024, 700)
    for head in window.kb.flows():
        flow = window.kb.flow(head.key)
        shown = set()
        for path in paths(flow):
            answers = {}
            for step in (*path, None):
                key = step.question.key if step else path[-1].option.goto
                if key not in shown:
                    shown.add(key)
                    window.go(Place("scenarios", Answers.of(flow.key, answers)))
                    for _ in range(20):  # lines get their width, then labels their height
                        qtbot.wait(1)
                        if not clipped(scenarios):
                            break
                    assert clipped(scenarios) == [], (flow.key, key)
                if step:
                    answers = {**answers, step.question.key: step.option.key}
        assert shown == {*flow.questions, *flow.outcomes}


def clipped(page):
    """What stands on a page with less room than its words need: (words, height, height needed)."""
    found = []
    for label in page.findChildren(QLabel):
        if label.isVisible() and label.text() and not label.pixmap().width():
            needed = label.heightForWidth(label.width()) if label.wordWrap() else label.minimumSizeHint().height()
            if label.height() < needed - 1:
                found.append((label.text(), label.height(), needed))
    return found


def test_a_flow_that_is_not_there_is_told(window):
    window.go(Place("scenarios", Answers("no-such-thing")))
    assert "There is no scenario" in window.message.text()


def test_the_timeline_opens_an_event_by_its_address(window):
    event = window.kb.timeline()[3]
    window.open_address(event.address)
    page = window.pages["timeline"]
    assert page.list.currentRow() == 3
    assert event.title in page.text.toPlainText()


def test_arrow_keys_and_zoom_on_the_axis(window, qtbot):
    window.go(Place("timeline"))
    page = window.pages["timeline"]
    last = page.list.currentRow()
    qtbot.keyClick(page.view, Qt.Key.Key_Left)
    assert page.list.currentRow() == last - 1
    width = page.view.width()
    qtbot.keyClick(page.view, Qt.Key.Key_Plus)
    assert page.view.width() > width
    page.tools.wider.click()
    assert page.view.width() == width


def test_the_list_holds_every_event_of_the_axis(window):
    window.go(Place("timeline"))
    assert window.pages["timeline"].list.count() == len(window.kb.timeline()) >= 60


def test_a_term_opens_at_its_meaning(window):
    window.open_address("rightsref:term/detainer")
    words = window.pages["glossary"].text.toPlainText()
    assert "A request from ICE to a jail" in words


def test_contacts_show_when_they_were_checked(window):
    window.go(Place("contacts"))
    words = window.pages["contacts"].text.toPlainText()
    for contact in window.kb.contacts():
        assert contact.name in words
    assert "2026" in words


def test_contacts_stand_by_need_and_ices_own_lines_last(window, qtbot):

    window.go(Place("contacts"))
    page = window.pages["contacts"]
    words = page.text.toPlainText()
    contacts = window.kb.contacts()
    assert [words.index(NEEDS[need]) for need in Need] == sorted(words.index(NEEDS[need]) for need in Need)
    ice = [contact for contact in contacts if contact.need == Need.ICE]
    assert {contact.name.partition(" ")[0] for contact in ice} == {"ICE", "Homeland"}
    assert min(words.index(contact.name) for contact in ice) > max(
        words.index(contact.name) for contact in contacts if contact.need != Need.ICE
    )
    page.text.asked.emit(Link(Ask.COPY, contacts[0].phone))
    assert QGuiApplication.clipboard().text() == contacts[0].phone


def compared(window, address):
    window.go(Place("law", At(address)))
    window.pages["law"].reading.head.compare.click()
    return window.pages["compare"]


def test_compare_says_first_what_changed_then_row_by_row(window):
    page = compared(window, "rightsref:provision/5-ilcs-805/15")
    text = page.text.toPlainText()
    assert (
        text.index("What changed, in plain words")
        < text.index("The bar on holding people")
        < text.index("Written anew")
    )
    assert "in other words of ours only" in page.counted.text()
    assert window.windowTitle().startswith("Compare 5 ILCS 805/15")


def test_compare_underlines_real_edits_only(window):
    page = compared(window, "rightsref:provision/5-ilcs-805/15")
    marked = [
        piece.text() for block in _blocks(page.text.document()) for piece in block
        if piece.charFormat().fontUnderline() and not piece.charFormat().isAnchor()
    ]  # fmt: skip
    assert "civil" in "".join(marked)
    assert not any("Contracts to detain" in words for words in marked)  # new as a whole: it has a tag instead


def _blocks(document):
    block = document.begin()
    while block.isValid():
        pieces, at = [], block.begin()
        while not at.atEnd():
            pieces.append(at.fragment())
            at += 1
        yield pieces
        block = block.next()


def test_compare_tells_our_wording_from_the_law(window):
    page = compared(window, "rightsref:provision/8-usc/1226")
    assert "Our wording changed, the law did not" not in page.text.toPlainText()  # only what differs
    few = len(page.shown)
    page.only.setChecked(False)
    assert len(page.shown) > few
    assert "Our wording changed, the law did not" in page.text.toPlainText()
    assert "It was part of (a)." in page.text.toPlainText()


def test_compare_is_copied_and_printed(window):
    page = compared(window, "rightsref:provision/mcc-2-173/030")
    assert "MCC 2-173-030" in page.copies()[0].text
    page.print_button.click()
    assert window.pages["sheets"].sheet.title == "What changed: MCC 2-173-030"


def test_compare_stands_in_one_column_where_two_have_no_room(window, qtbot):
    page = compared(window, "rightsref:provision/mcc-2-173/030")
    wide = page.text.toPlainText()
    window.change(window.settings._replace(zoom=200))
    page = window.pages["compare"]
    qtbot.wait(1)
    assert page.text.toPlainText() != wide
    assert page.text.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("1999-01-01", "was not in force"),
        ("nonsense", "is not a day"),
        ("Nov 5, 1999", "was not in force"),
        ("11/5/2019", ""),
        ("2019-11-05", ""),
    ],
)
def test_any_day_in_the_date_box_is_answered(window, typed, said):
    window.go(Place("law", At("rightsref:provision/5-ilcs-805/15")))
    reading = window.pages["law"].reading
    reading.head.dated.emit(typed)
    assert said in reading.head.note.text()
    assert not window.message.isVisible()
    if not said:
        assert reading.address.endswith("@2017-08-28")


def test_a_day_in_the_date_box_is_told_before_it_counts(window, qtbot):
    window.go(Place("law", At("rightsref:provision/5-ilcs-805/15")))
    reading = window.pages["law"].reading
    edit = reading.head.as_of.lineEdit()
    edit.selectAll()
    qtbot.keyClicks(edit, "Nov 5 2019")
    assert reading.head.note.text() == "Understood: Tuesday, November 5, 2019."
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert reading.address.endswith("@2017-08-28")


def test_a_number_stands_on_the_line_of_its_words(window, qtbot):
    window.go(Place("scenarios", Answers("agents-at-my-door")))
    qtbot.wait(20)
    cards = window.stack.currentWidget().findChildren(CardButton, "option")
    assert len(cards) > 2
    for card in cards:
        number, words = (line for line in card.findChildren(QLabel) if line.text())
        assert number.geometry().top() == words.geometry().top()
        assert number.height() == words.fontMetrics().height()
        assert words.height() in (n * words.fontMetrics().height() for n in (1, 2))
        assert abs(card.rect().center().y() - words.geometry().center().y()) <= 1


def test_cards_side_by_side_begin_on_one_line(window, qtbot):
    window.change(window.settings._replace(language="es"))
    window.go(Place("scenarios"))
    qtbot.wait(20)
    cards = [card for card in window.stack.currentWidget().findChildren(CardButton) if card.isVisible()]
    assert any(card.height() > card.heightForWidth(card.width()) for card in cards)  # beside one that says more
    for card in cards:
        title, about = (line for line in card.findChildren(QLabel) if line.text())
        assert title.geometry().top() == card.layout().contentsMargins().top()
        for line in (title, about):
            assert line.height() == line.heightForWidth(line.width()), "no hole between its lines"
