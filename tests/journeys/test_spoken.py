"""What a screen reader is told: each control's role, name and description, page after page, in the order in which Tab reaches them."""

from __future__ import annotations

import difflib
import re
import tomllib
from itertools import groupby, pairwise

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QDateTimeEdit, QScrollArea

from rightsref.ui.parts.linked import Linked
from rightsref.ui.parts.place import Answers, At, ClockState, Pair, Place, SearchState, SheetChoice, Versions, Walk
from rightsref.ui.parts.reader import Reader
from rightsref.ui.parts.widgets import CheckBox, PageTab, RailTab, ToggleButton, push_button
from rightsref.ui.shell.pages import PAGES

ACT = "rightsref:provision/5-ilcs-805/15"
#: Each page as it opens, then what it shows when something is chosen.
PLACES = {
    **{name: Place(name) for name in PAGES if name != "compare"},
    "compare": Place("compare", Versions(f"{ACT}@2017-08-28", ACT)),
    "search: hits": Place("search", SearchState("administrative warrant")),
    "search: nothing": Place("search", SearchState("zzzz qqqq")),
    "law: a section": Place("law", At(ACT)),
    "law: a topic": Place("law", At("rightsref:topic/jail-with-detainer")),
    "scenarios: a question": Place("scenarios", Answers("held-in-jail")),
    "scenarios: an outcome": None,
    "papers: a question": Place("papers", Walk.of("", {"issuer": "federal_court"})),
    "papers: a paper": Place("papers", At("rightsref:paper/i-205")),
    "papers: a pair": Place("papers", Pair("i-200", "ao-442")),
    "clock: a time": Place("clock", ClockState("2026-03-06 16:00", "illinois", "")),
    "path: a stage": Place("path", At("rightsref:stage/local-decision")),
    "sheets: cards": Place("sheets", SheetChoice("rightsref:sheet/wallet-card")),
}

#: What stands in a baseline for words that come from the content.
CONTENT = "‹content›"


def interface(widget):
    """What a screen reader sees of a widget."""
    return QAccessible.queryAccessibleInterface(widget)


def text_of(widget, of=QAccessible.Text.Name):
    return " ".join(interface(widget).text(of).split())


def utterance(widget):
    """Role, name, description: what is said when the keyboard comes to a control. A box is called by the words beside it."""
    seen, name, more = interface(widget), text_of(widget), text_of(widget, QAccessible.Text.Description)
    labels = [
        " ".join(other.text(QAccessible.Text.Name).split())
        for other, relation in seen.relations()
        if relation == QAccessible.RelationFlag.Label
    ]
    parts = (seen.role().name, *dict.fromkeys(filter(None, [*labels, name])), more if more != name else "")
    return [part for part in parts if part]


def reached(window):
    """The controls that Tab reaches, in its order, from the window's first one on."""
    found, widget = [], window
    while (widget := widget.nextInFocusChain()) is not window:
        tabbed = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.isEnabled()
        choice = isinstance(widget, QAbstractButton) and widget.autoExclusive() and not widget.isChecked()
        if (
            tabbed and widget.focusProxy() is None and not choice
        ):  # of choices one is reached, the arrows lead to the rest
            found.append(widget)
    return found


@pytest.fixture(autouse=True)
def in_english_again(module_window):
    """The window is everybody’s."""
    yield
    module_window.change(module_window.settings._replace(language="en"))


def to_an_outcome(window):
    """Answer the first thing that can be answered until there is an outcome."""
    window.go(Place("scenarios", Answers("held-in-jail")))
    page = window.pages["scenarios"]
    while page.progress.question is not None:
        page.choose(page.progress.question.options[0].key)


def show(window, name):
    """Go to one of the places."""
    if PLACES[name] is None:
        to_an_outcome(window)
    else:
        window.go(PLACES[name])
    QCoreApplication.sendPostedEvents(None, 0)
    QTest.qWait(20)


@pytest.fixture(scope="module")
def ours(root):
    """Whether words are the program's own, and not the content's."""
    rows = tomllib.loads((root / "resources" / "words.es.toml").read_text(encoding="utf-8"))["text"]
    texts = [row[lang] for row in rows for lang in ("en", "es")]
    # what is filled in may be anything, so a sentence with a gap counts only where it has words enough of its own
    ways = [
        re.sub(r"\\\{\w+\\\}", ".+", re.escape(t)) for t in texts if "{" not in t or len(re.sub(r"{\w+}|\W", "", t)) > 9
    ]
    known = re.compile("|".join(ways), re.DOTALL)
    return lambda text: bool(known.fullmatch(text)) or not re.search(r"[^\W\d]{4}", text)


def lines_of(widgets, ours):
    """The utterances of some controls; what comes from the content is not spelled out, nor how often it comes, nor any number."""
    said = [
        " | ".join((role, *(part if ours(part) else CONTENT for part in parts)))
        for role, *parts in map(utterance, widgets)
    ]
    return ["  " + line for line, _ in groupby(re.sub(r"\d+", "0", line) for line in said)]


@pytest.mark.parametrize("lang", ["en", "es"])
def test_every_page_says_what_it_said(window, root, ours, lang):
    window.change(window.settings._replace(language=lang))
    show(window, "search")
    frame = [w for w in reached(window) if w.parentWidget() in (window.rail, window.bar)]
    told = ["== above and beside every page", *lines_of(frame, ours)]
    for name in PLACES:
        show(window, name)
        page = [w for w in reached(window) if w not in frame and window.stack.isAncestorOf(w)]
        told += ["", f"== {name}", *lines_of(page, ours)]
    kept = root / "tests" / "data" / f"spoken.{lang}.txt"
    before = kept.read_text(encoding="utf-8").splitlines() if kept.exists() else []
    if told != before:
        now = root / "build" / kept.name
        now.parent.mkdir(exist_ok=True)
        now.write_text("\n".join(told) + "\n", encoding="utf-8")
        diff = "\n".join(difflib.unified_diff(before, told, "as it was", "as it is", lineterm="", n=1))
        pytest.fail(f"{diff}\n\nIf this is meant: cp build/{kept.name} tests/data/", pytrace=False)


@pytest.mark.parametrize("name", PLACES)
def test_whatever_takes_the_keyboard_has_a_name_a_role_and_its_turn(window, name):
    show(window, name)
    found = reached(window)
    assert len(found) > 15
    for widget in found:
        role, *parts = utterance(widget)
        assert any(parts), (widget, role)
        assert role != "Border", widget
        if role == "Client":  # drawn by us, or only scrolled: the name has to say what it is
            assert widget.accessibleName(), widget
        if isinstance(widget, QComboBox):  # on Linux its name is what is chosen in it
            assert widget.accessibleName(), widget
            assert len(parts) > 1, widget
    assert out_of_turn(window, found) == []


def test_a_second_outcome_has_its_turn_too(window):
    for _ in range(2):
        to_an_outcome(window)
        assert out_of_turn(window, reached(window)) == []
        window.pages["scenarios"].undo()
        assert out_of_turn(window, reached(window)) == []


def seen(window, widget):
    """Where a control is in the window; what scrolls is where its view is."""
    view = widget.parentWidget().parentWidget() if widget.parentWidget() else None
    if isinstance(view, QScrollArea) and view.widget() is widget:
        widget = view
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def out_of_turn(window, found):
    """Controls that Tab reaches although they stand before the one it comes from: above it, or left of it in one row."""
    wrong = []
    for one, next_one in pairwise(found):
        a, b = seen(window, one), seen(window, next_one)
        above = b.bottom() < a.top() and b.left() < a.right()
        left = b.right() < a.left() and b.top() < a.bottom() and a.top() < b.bottom()
        if above or left:
            wrong.append((utterance(one), utterance(next_one)))
    return wrong


@pytest.mark.parametrize("name", ["home", "search: hits", "law: a section", "scenarios: a question", "scenarios: an outcome",
                                  "clock", "timeline", "sheets: cards", "papers: a question", "settings", "where"])  # fmt: skip
def test_tab_comes_to_everything_and_goes_on(window, qtbot, name):
    show(window, name)
    found = reached(window)
    found[0].setFocus()
    order, before = [found[0]], None
    for _ in range(600):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        at = window.focusWidget()
        part = at.textCursor().selectionStart() if isinstance(at, Reader) else 0
        part = at.selectionStart() if isinstance(at, Linked) else part
        part = at.currentSection() if isinstance(at, QDateTimeEdit) else part
        assert (at, part) != before, f"Tab does not leave {utterance(at)}"
        before = at, part
        if at is not order[-1]:
            order.append(at)
        if at is found[0]:
            break
    else:
        pytest.fail("Tab does not come round")
    missed = [utterance(w) for w in found if w not in order]
    assert missed == []


def tree(told):
    """Every interface below one."""
    for index in range(told.childCount()):
        child = told.child(index)
        if child is not None:
            yield child
            yield from tree(child)


@pytest.mark.parametrize("name", PLACES)
def test_every_page_has_a_heading(window, name):
    show(window, name)
    page = interface(window.stack.currentWidget())
    heads = [c for c in tree(page) if c.role() == QAccessible.Role.Heading and not c.state().invisible]
    if name in {
        "search",
        "search: nothing",
        "search: hits",
        "papers: a pair",
    }:  # a list, a text, two boxes: named as what they are
        return
    assert any(head.text(QAccessible.Text.Name).strip() for head in heads), name
    for head in heads:
        assert head.attributesInterface().attributeValue(QAccessible.Attribute.Level) in range(1, 7)


def test_a_text_tells_its_headings_and_links_and_a_link_is_followed(window):
    show(window, "law: a section")
    text = window.pages["law"].reading.text
    marks = list(tree(interface(text._marked)))
    heads = [m.text(QAccessible.Text.Name) for m in marks if m.role() == QAccessible.Role.Heading]
    links = [m for m in marks if m.role() == QAccessible.Role.Link]
    assert "In plain words".upper() in map(str.upper, heads)
    assert len(links) > 5
    link = next(m for m in links if "805/10" in m.text(QAccessible.Text.Name))
    assert link.actionInterface().actionNames() == ["Press"]
    link.actionInterface().doAction("Press")
    assert window.history.current.address.startswith("rightsref:provision/5-ilcs-805/10")
    now = [m.text(QAccessible.Text.Name) for m in tree(interface(text._marked)) if m.role() == QAccessible.Role.Heading]
    assert now
    assert now != heads


def test_tabs_say_which_page_is_shown_and_lead_on(window):
    show(window, "path")
    tabs = next(c for c in tree(interface(window.stack.currentWidget())) if c.role() == QAccessible.Role.PageTabList)
    named = {tabs.child(n).text(QAccessible.Text.Name): tabs.child(n) for n in range(tabs.childCount())}
    assert list(named) == ["The path", "The clock", "Check a paper", "Papers to sign"]
    assert [name for name, tab in named.items() if tab.state().selected] == ["The path"]
    named["The clock"].actionInterface().doAction("Press")
    assert window.history.current.page == "clock"


#: What can be pressed, filled in, gone to.
NAMED = {"Button", "CheckBox", "RadioButton", "ComboBox", "EditableText", "SpinBox", "PageTab", "PageTabList", "Link", "Heading", "List", "Tree", "Graphic"}  # fmt: skip


def test_whatever_is_told_has_a_name_and_what_is_not_on_the_screen_is_not_told(window):
    counted = 0
    for name in PLACES:
        show(window, name)
        for told in tree(interface(window)):
            if not told.state().invisible and told.role().name in NAMED:
                counted += 1
                named = told.text(QAccessible.Text.Name).strip() or told.relations()
                assert named, (name, told.role(), told.object(), told.object() and told.object().parent())
    assert counted > 1_500
    for page in window.pages.values():
        hidden = page is not window.stack.currentWidget()
        marks = [m for m in tree(interface(page)) if m.role() in {QAccessible.Role.Link, QAccessible.Role.Heading}]
        assert not hidden or all(mark.state().invisible for mark in marks), page


@pytest.mark.parametrize(("made", "role"), [(lambda: PageTab("The clock"), "PageTab"), (RailTab, "PageTab")])
def test_a_tab_is_one_from_the_first_moment_on(application, qtbot, made, role):
    widget = made()  # stands nowhere yet; a screen reader that runs already asks now, and Qt keeps the answer
    qtbot.addWidget(widget)
    assert interface(widget).role().name == role


@pytest.mark.parametrize("made", [lambda: push_button("City", checkable=True), lambda: CheckBox("City")])
@pytest.mark.parametrize("action", ["Toggle", "Press"])
def test_to_toggle_by_a_screen_reader_is_to_click(application, qtbot, made, action):
    button, heard = made(), []
    qtbot.addWidget(button)
    button.clicked.connect(lambda *_: heard.append(button.isChecked()))
    told = interface(button)
    assert (told.role().name, told.text(QAccessible.Text.Name), told.state().checked) == ("CheckBox", "City", 0)
    told.actionInterface().doAction(action)
    assert heard == [True]
    assert told.state().checked
    told.actionInterface().doAction("SetFocus")


def test_the_language_is_switched_by_a_screen_reader(window):
    told = interface(window.bar.languages["es"])
    assert (told.role().name, told.text(QAccessible.Text.Name)) == ("RadioButton", "Español")
    told.actionInterface().doAction(told.actionInterface().actionNames()[0])
    assert window.settings.language == "es"
    assert told.state().checked


def test_whatever_stays_down_is_of_a_class_that_says_so(window):
    for name in PLACES:
        show(window, name)
        for button in window.findChildren(QAbstractButton):
            if button.isCheckable() and button.isVisible():
                assert isinstance(button, (ToggleButton, PageTab, RailTab, CheckBox)), (name, button.text())


def test_a_new_question_a_verdict_a_message_and_a_link_are_announced(window, announced, qtbot):
    show(window, "scenarios: a question")
    page = window.pages["scenarios"]
    page.choose(page.progress.question.options[0].key)
    assert page.progress.question.text in announced
    to_an_outcome(window)
    assert page.progress.outcome.title in announced
    window.announce("Copied: 5 ILCS 805/15")
    assert "Copied: 5 ILCS 805/15" in announced
    show(window, "law: a section")
    window.pages["law"].reading.text.setFocus()
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    assert announced[-1].endswith(", link")


def test_a_look_at_a_paper_is_announced(window, announced):
    show(window, "papers: a question")
    walk = window.pages["papers"]
    walk.answer("unknown")
    assert walk.reading.question is None or walk.reading.question.text in announced
