"""The window by keyboard alone: what was under it goes, and it is on what came, never on whatever comes next in the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel

from rightsref.saved.notebook import Notebook
from rightsref.saved.pointing import pointer
from rightsref.ui.parts.act import Act
from rightsref.ui.parts.closed_box import ClosedBox
from rightsref.ui.parts.link import Ask, Link
from rightsref.ui.parts.linked import Linked
from rightsref.ui.parts.place import Answers, Asked, At, ClockState, Pair, Place, SearchState, Versions, Walk
from rightsref.ui.parts.reader import Reader
from rightsref.ui.parts.riding import Riding
from rightsref.ui.parts.text_marks import Marked
from rightsref.ui.parts.widgets import CardButton
from rightsref.ui.shell import toast


def press(window, words):
    """Press the button that says these words with the space bar, as who has tabbed to it would."""
    page = window.stack.currentWidget()
    button = next(
        b for b in page.findChildren(QAbstractButton) if b.isVisible() and words in (b.text(), b.accessibleName())
    )
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)


def steps(window):
    """Everything that has the keyboard from now on, in order."""
    had = []
    window.window().windowHandle().focusObjectChanged.connect(had.append)
    return had


# -- what was pressed goes ----------------------------------------------------------------------------------

#: Where one is, what one presses there -> the class of what then has the keyboard.
PRESSED = {
    "a paper of the gallery": (Place("papers"), "I-200, an ICE arrest warrant", Reader),
    "a look at an unknown paper": (Place("papers"), "I don’t know: look at it with me", QLabel),
    "back to the gallery": (Place("papers", At("rightsref:paper/i-205")), "All papers", CardButton),
    "two papers": (Place("papers", At("rightsref:paper/i-205")), "Set beside another", ClosedBox),
    "from two to all": (Place("papers", Pair("i-200", "ao-442")), "All papers", CardButton),
    "a look again": (Place("papers", Walk.of("", {"issuer": "federal_court"})), "Change: Look at the top of the page. Who made this paper?", QLabel),
    "enough looks": (Place("papers", Walk.of("", {"issuer": "federal_court"})), "Enough: what is it?", Reader),
    "back to the scenarios": (Place("scenarios", Answers("held-in-jail")), "All scenarios", CardButton),
}  # fmt: skip


@pytest.mark.parametrize("name", PRESSED)
def test_the_keyboard_goes_to_what_came(window, name):
    place, words, kind = PRESSED[name]
    window.go(place)
    had = steps(window)
    press(window, words)
    at = window.focusWidget()
    assert isinstance(at, kind)
    assert window.stack.currentWidget().isAncestorOf(at)
    assert all(widget is None or not window.rail.isAncestorOf(widget) for widget in had)


def test_the_verdict_on_a_paper_is_said_and_has_the_keyboard(window, announced):
    window.go(Place("papers", Walk()))
    page = window.pages["papers"]
    while page.reading.question is not None:
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_1)
    assert window.focusWidget() is page.text
    assert announced[-1] == page.text.accessibleDescription()
    assert announced[-1].removeprefix("This looks like: ") in page.text.toPlainText()


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({}, "It could be any of these"),
        ({"issuer": "homeland_security", "title": "removal", "signature": "officer"}, "This looks like: I-205, an ICE warrant of removal"),
        ({"issuer": "federal_court", "title": "arrest_warrant", "case": "court_case", "signature": "officer"}, "AO 442, a federal court’s arrest warrant; one look does not fit"),
        ({"issuer": "federal_court", "title": "removal", "signature": "officer", "command": "deport", "case": "court_case"}, "It fits no paper that we know"),
    ],
)  # fmt: skip
def test_a_scenario_that_asks_for_a_look_is_told_the_verdict_too(window, announced, answers, said):
    asked = Asked("agents-at-my-door", "paper", ())
    window.go(Place("scenarios", Answers("agents-at-my-door")))
    window.go(Place("papers", Walk.of("", answers, asked)))
    page = window.pages["papers"]
    if page.reading.question is not None:
        press(window, "Enough: what is it?") if answers else [page.answer("unknown") for _ in page.questions]
    assert announced[-1] == said
    assert window.focusWidget() is page.text


@pytest.mark.parametrize("side", [0, 1])
def test_the_arrows_stay_on_the_box_that_chooses_a_paper(window, side):
    window.go(Place("papers", Pair("i-200", "ao-442")))
    page = window.pages["papers"]
    page.findChildren(ClosedBox)[side].setFocus()
    for _ in range(2):
        before = window.history.current
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Down if side == 0 else Qt.Key.Key_Up)
        assert window.history.current != before
        assert window.focusWidget() is page.findChildren(ClosedBox)[side]


@pytest.mark.parametrize("name", ["papers", "scenarios"])
def test_down_in_the_search_box_leads_into_the_page(window, name):
    window.go(Place(name))
    window.bar.box.setFocus()
    QTest.keyClick(window.bar.box, Qt.Key.Key_Down)
    assert window.pages[name].isAncestorOf(window.focusWidget())


def test_who_chooses_a_page_in_the_rail_stays_in_the_rail(window):
    window.go(Place("scenarios", Answers("held-in-jail")))
    tab = next(
        tab
        for tab in window.rail.findChildren(QAbstractButton)
        if tab.accessibleName() == "Scenarios" or tab.text() == "Scenarios"
    )
    tab.setFocus()
    QTest.keyClick(tab, Qt.Key.Key_Space)
    assert window.focusWidget() is tab


# -- the clock ----------------------------------------------------------------------------------------------


def type_a_time(page):
    page.typed.box.setFocus()
    QTest.keyClicks(page.typed.box, "11/27/2026 4:00 pm")
    QTest.keyClick(page.typed.box, Qt.Key.Key_Return)


def set_a_time(page):
    page.when.setFocus()
    QTest.keyClick(page.when, Qt.Key.Key_Up)
    QTest.keyClick(page.when, Qt.Key.Key_Up)
    page.where.setFocus()
    page.when.setFocus()
    page.where.setFocus()


def choose_a_holder(page):
    page.where.setFocus()
    QTest.keyClick(page.where, Qt.Key.Key_Down)


def say_now(page):
    page.now.setFocus()
    QTest.keyClick(page.now, Qt.Key.Key_Space)


@pytest.mark.parametrize("settle", [type_a_time, set_a_time, choose_a_holder, say_now])
def test_the_clock_says_its_first_answer_once(window, announced, settle):
    window.go(Place("clock"))
    page = window.pages["clock"]
    page.where.setCurrentIndex(0)
    announced.clear()
    settle(page)
    assert announced == [page.text.accessibleDescription()]
    assert announced[0] in page.text.toPlainText()


# -- a button that leads no further -------------------------------------------------------------------------


def on_the_path(window):
    """The path, at its first stage."""
    window.go(Place("path"))
    page = window.pages["path"]
    page.list.setCurrentRow(0)
    return page.back, page.next, page.list.count() - 1


def in_the_history(window):
    """The oldest of three places."""
    for name in ("glossary", "news"):
        window.go(Place(name))
    window.step(-1)
    window.step(-1)
    return window.bar.back, window.bar.forward, 2


@pytest.mark.parametrize("where", [on_the_path, in_the_history])
def test_at_the_last_step_the_keyboard_goes_to_the_way_back(window, where):
    back, on, steps = where(window)
    for button, other in ((on, back), (back, on)):
        button.setFocus()
        for left in range(steps, 0, -1):
            assert window.focusWidget() is button, left
            QTest.keyClick(button, Qt.Key.Key_Space)
        assert window.focusWidget() is other
        assert not button.isEnabled()


# -- a link of a text that is written anew ------------------------------------------------------------------


def tab_to(text, ask, words=""):
    """Tab through a text to a link that asks for something; its URL."""
    text.setFocus()
    for _ in range(200):
        QTest.keyClick(text, Qt.Key.Key_Tab)
        at = link_at(text)
        if at.startswith(f"{ask}:") and words in text.textCursor().selectedText():
            return at
    return pytest.fail("there is no such link")


def link_at(text):
    """The URL of the link that the keyboard is on; empty if it is on none."""
    cursor = text.textCursor()
    if not text.hasFocus() or not cursor.hasSelection():
        return ""
    cursor.setPosition(cursor.selectionStart() + 1)
    return cursor.charFormat().anchorHref()


def test_an_authority_opened_in_place_is_said_and_the_keyboard_stays_on_it(window, announced):
    window.go(Place("scenarios", Answers("held-in-jail")))
    page = window.pages["scenarios"]
    while page.progress.question is not None:
        page.choose(page.progress.question.options[0].key)
    text = page.outcome.text
    link = tab_to(text, Ask.OPEN)
    words = text.textCursor().selectedText()
    where = text.verticalScrollBar().value()
    for said in (window.kb.preview(Link.parse(link).target)[1], "Closed again."):
        announced.clear()
        QTest.keyClick(text, Qt.Key.Key_Return)
        assert (link_at(text), text.textCursor().selectedText()) == (link, words)
        assert announced == [said]
        assert text.verticalScrollBar().value() == where
    start = text.textCursor().selectionStart()
    QTest.keyClick(text, Qt.Key.Key_Tab)
    assert text.textCursor().selectionStart() > start
    QTest.keyClick(text, Qt.Key.Key_Backtab)
    assert link_at(text) == link


@pytest.fixture
def saved(window, tmp_path):
    """The page of what is saved, with three bookmarks in a new file."""
    window.use_notebook(Notebook.make(tmp_path / "mine.rrnotes"))
    for citation in ("MCC 2-173-020", "5 ILCS 805/15(e)", "MCC 2-173-030"):
        window.notebook.add(pointer(window.kb, window.kb.resolve(citation), "en"), "", "")
    window.go(Place("saved"))
    yield window.pages["saved"]
    window.use_notebook(None)


def test_what_is_removed_by_keyboard_leaves_the_keyboard_at_the_next(saved, announced):
    """On its title: Enter, pressed once too often, opens it and removes nothing."""
    text = saved.text
    while len(saved._held.marks) > 1:
        gone = tab_to(text, Ask.DROP)
        ids = [mark.id for mark in saved._held.marks]
        after = saved._held.marks[1]
        assert ids[0] == Link.parse(gone).target
        QTest.keyClick(text, Qt.Key.Key_Return)
        assert [mark.id for mark in saved._held.marks] == ids[1:]
        assert link_at(text).partition("#")[0] == after.address
        assert any(said.endswith(", link") for said in announced)
    tab_to(text, Ask.DROP)
    QTest.keyClick(text, Qt.Key.Key_Return)
    assert saved._held.marks == ()
    assert text.hasFocus()


def test_the_last_of_several_leaves_it_at_what_changes_the_one_before(saved):
    text = saved.text
    last = saved._held.marks[-1]
    for _ in saved._held.marks:
        gone = tab_to(text, Ask.DROP)
    assert Link.parse(gone).target == last.id
    QTest.keyClick(text, Qt.Key.Key_Return)
    assert link_at(text) == str(Link(Ask.EDIT, saved._held.marks[-1].id))


# -- what stands over a page --------------------------------------------------------------------------------


def escape(many, *_):
    QTest.keyClick(many.window().focusWidget(), Qt.Key.Key_Escape)


def cancel(many, *_):
    many.stop.setFocus()
    QTest.keyClick(many.stop, Qt.Key.Key_Space)


def save(many, qtbot, folder):
    many.start(folder)
    qtbot.waitUntil(lambda: not many.busy, timeout=20_000)


@pytest.mark.parametrize("close", [escape, cancel, save])
def test_saving_many_takes_the_keyboard_and_gives_it_back(window, announced, qtbot, tmp_path, close):
    window.go(Place("sheets"))
    page = window.pages["sheets"]
    page.gallery.tick(["wallet-card"])
    press(window, "Save many…")
    button = page.many._back_to
    assert page.many.isAncestorOf(window.focusWidget())
    assert "1 sheet ticked, 1 file." in announced
    assert button.text() == "Save many…"
    close(page.many, qtbot, tmp_path)
    assert not page.many.isVisible()
    assert window.focusWidget() is button


def test_ticking_while_it_is_open_leaves_the_keyboard_in_the_list(window):
    window.go(Place("sheets"))
    page = window.pages["sheets"]
    page.gallery.tick([])
    press(window, "Save many…")
    page.gallery.search.setFocus()
    page.gallery.tick(["wallet-card"])
    page.gallery.ticked.emit()
    assert "1 sheet ticked" in page.many.count.text()
    assert window.focusWidget() is page.gallery.search
    page.many.cancel()
    assert window.focusWidget() is page.gallery.search


# -- the texts of a section ---------------------------------------------------------------------------------

ACT = "rightsref:provision/5-ilcs-805/15"


@pytest.mark.parametrize("size", [(1280, 800), (900, 600), (760, 500)])
@pytest.mark.parametrize("where", [Place("law", At(ACT)), Place("search", SearchState("805/15", selected=ACT))])
def test_the_arrows_stay_on_the_box_that_chooses_a_day(window, qtbot, size, where):
    window.resize(*size)
    window.go(Place("glossary"))
    window.go(where)
    page = window.pages[where.page]
    if where.page == "search":
        page.enter()
    box = page.reading.head.as_of
    qtbot.waitUntil(lambda: box.isVisible() and box.count() == 2)
    box.setFocus()
    for key, address in ((Qt.Key.Key_Down, f"{ACT}@2017-08-28"), (Qt.Key.Key_Up, ACT)):
        QTest.keyClick(window.focusWidget(), key)
        assert window.history.current == Place("law", At(address))
        assert window.focusWidget() is window.pages["law"].reading.head.as_of
        QTest.qWait(10)
        assert window.focusWidget() is window.pages["law"].reading.head.as_of


def test_compare_leads_to_both_texts(window):
    window.go(Place("law", At(ACT)))
    press(window, "Compare")
    assert window.focusWidget() is window.pages["compare"].text


def test_a_head_that_begins_to_ride_takes_the_keyboard_along(window, qtbot):
    window.go(Place("law", At(ACT)))
    reading = window.pages["law"].reading
    riding = reading.findChild(Riding)
    reading.head.compare.setFocus()
    for size, rides in (((760, 520), True), ((1280, 900), False)):
        window.resize(*size)
        qtbot.waitUntil(lambda rides=rides: riding._rides == rides)
        assert window.focusWidget() is reading.head.compare


# -- a verdict, and a text of another width -----------------------------------------------------------------


def test_an_outcome_is_said_once_it_stands_in_the_window(window, monkeypatch):
    heard = []
    monkeypatch.setattr(
        QAccessible,
        "updateAccessibility",
        lambda event: (
            heard.append((event.message(), event.object().window() is window))
            if isinstance(event, QAccessibleAnnouncementEvent)
            else None
        ),
    )
    window.go(Place("scenarios", Answers("held-in-jail")))
    page = window.pages["scenarios"]
    while page.progress.question is not None:
        page.choose(page.progress.question.options[0].key)
    assert heard[-1] == (page.progress.outcome.title, True)
    assert all(inside for _, inside in heard)


@pytest.mark.parametrize(
    ("place", "text_of"),
    [
        (Place("law", At(ACT)), lambda page: page.reading.text),
        (Place("compare", Versions(f"{ACT}@2017-08-28", ACT)), lambda page: page.text),
        (Place("clock", ClockState("2026-03-06 16:00", "illinois", "")), lambda page: page.text),
    ],
)
def test_another_width_leaves_the_keyboard_on_its_link(window, qtbot, place, text_of):
    window.resize(1600, 900)
    window.go(place)
    qtbot.wait(20)
    text = text_of(window.pages[place.page])
    text.setFocus()
    for _ in range(3):
        QTest.keyClick(text, Qt.Key.Key_Tab)
    link, document = link_at(text), text.document()
    assert link
    window.resize(760, 700)
    qtbot.waitUntil(lambda: text.document() is not document)
    assert link_at(text) == link


# -- search -------------------------------------------------------------------------------------------------


def tabbed_to(window, key, most=60):
    """What has the keyboard as Tab, or Shift+Tab, is pressed again and again."""
    for _ in range(most):
        QTest.keyClick(window.focusWidget(), key)
        yield window.focusWidget()


@pytest.mark.parametrize(
    ("typed", "words", "page"),
    [
        ("ice is at my door with a paper", "Agents at my door", "scenarios"),
        ("detaner", "detaner", "search"),
        ("zzzz qqqq", "ICE hold after bond", "search"),
    ],
)
def test_links_above_the_hits_are_come_to_by_tab_and_followed_by_enter(window, qtbot, announced, typed, words, page):
    window.go(Place("search", SearchState(typed)))
    qtbot.wait(400)
    window.bar.focus_box()
    for at in tabbed_to(window, Qt.Key.Key_Tab):
        if isinstance(at, Linked) and at.selectedText().strip() == words:
            break
    assert announced[-1] == f"{words}, link"
    before = window.pages["search"].state
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    assert window.history.current.page == page
    assert window.stack.currentWidget().state != before


def test_a_label_without_a_link_is_passed_over(window):
    made = Linked()
    made.show_words("only words")
    assert made.focusPolicy() == Qt.FocusPolicy.NoFocus
    made.show_words('<a href="rightsref:flow/at-work">At work</a>')
    assert made.focusPolicy() == Qt.FocusPolicy.StrongFocus
    told = QAccessible.queryAccessibleInterface(made.findChild(Marked))
    assert [(told.child(n).text(QAccessible.Text.Name), told.child(n).role()) for n in range(told.childCount())] == [
        ("At work", QAccessible.Role.Link)
    ]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("805/15(e)", "5 ILCS 805/15(e)"),
        ("zzzz qqqq", "Nothing found."),
        ("detaner", "Showing results for detainer"),
        ("how do I fix my bike chain", "near, not an answer"),
    ],
)
def test_what_a_search_found_is_said_once_after_a_pause(window, qtbot, announced, typed, said):
    window.bar.focus_box()
    qtbot.keyClicks(window.bar.box, typed)
    qtbot.waitUntil(lambda: any(said in words for words in announced), timeout=3000)
    before = len(announced)
    qtbot.wait(400)
    assert len(announced) == before
    assert sum(said in words for words in announced) == 1


def test_nothing_found_is_seen_in_a_small_window_too(window, qtbot):
    window.resize(760, 520)
    window.go(Place("search", SearchState("zzzz qqqq")))
    qtbot.wait(50)
    assert window.pages["search"].message.isVisible()


def test_a_search_of_the_sheets_that_finds_none_says_so(window, announced):
    window.go(Place("sheets"))
    gallery = window.pages["sheets"].gallery
    gallery.search.setText("zzzz")
    assert gallery.nothing.isVisible()
    assert announced[-1] == "No sheet has these words."
    gallery.search.setText("card")
    assert not gallery.nothing.isVisible()
    assert announced[-1].endswith(("1 sheet", "sheets"))


def test_what_the_own_words_ask_for_is_said(window, qtbot, announced):
    window.go(Place("home"))
    window.pages["home"].words.tell("my brother paid bond at Cook County and they say there is an ICE hold")
    assert any(words.startswith("In jail with a detainer") for words in announced)


# -- messages and texts -------------------------------------------------------------------------------------


def test_a_message_stays_as_long_as_the_keyboard_is_on_it_and_gives_it_back(window, qtbot, monkeypatch):
    monkeypatch.setattr(toast, "STAY_TO_PRESS", 50)
    window.go(Place("glossary"))
    reader = window.pages["glossary"].text
    reader.setFocus()
    window.announce("Saved.", [Act("Undo", lambda: None)])
    window.to_pane(1)
    while not window.message.isAncestorOf(window.focusWidget()):
        window.to_pane(1)
    qtbot.wait(200)
    assert window.message.isVisible()
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert not window.message.isVisible()
    assert window.focusWidget() is reader


def test_words_of_a_text_can_be_selected_by_keyboard(window, announced):
    window.go(Place("glossary"))
    reader = window.pages["glossary"].text
    reader.setFocus()
    for _ in range(3):
        QTest.keyClick(reader, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert not reader.textCursor().hasSelection()
    QTest.keyClick(reader, Qt.Key.Key_F7)
    assert announced[-1] == "Selecting by keyboard is on."
    QTest.keyClick(reader, Qt.Key.Key_Down)
    QTest.keyClick(reader, Qt.Key.Key_End, Qt.KeyboardModifier.ShiftModifier)
    assert reader.textCursor().selectedText()
    QTest.keyClick(reader, Qt.Key.Key_F7)
    assert announced[-1] == "Selecting by keyboard is off."
    QTest.keyClick(reader, Qt.Key.Key_End)
    assert reader.verticalScrollBar().value() == reader.verticalScrollBar().maximum()
