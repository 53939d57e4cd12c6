"""Another look makes new pages: nothing that the reader was at is lost. What was shown before is freed."""

from __future__ import annotations

import gc

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QWidget, QWidgetItem

from rightsref.ui.parts.link import Ask, Link
from rightsref.ui.parts.place import Answers, At, ClockState, Place, SearchState, SheetChoice, Walk
from rightsref.ui.shell import main_window
from rightsref.ui.shell.history import MOST
from rightsref.ui.shell.pages import PAGES

TRUST_ACT = "rightsref:provision/5-ilcs-805/15"
OUTCOME = Answers.of(
    "agents-at-my-door",
    {"where": "at_door", "danger_at_door": "no", "paper_at_door": "none", "said_at_door": "unknown"},
)


@pytest.fixture(params=["theme", "zoom"])
def change_look(request, window):
    """Another theme, or another text size, and the time that the new pages need to be laid out."""

    def change():
        other = {"theme": "dark"} if request.param == "theme" else {"zoom": 150}
        window.change(window.settings._replace(**other))
        QTest.qWait(20)

    return change


def top_words(reader):
    """The words of the paragraph at the top of what is seen."""
    return reader.cursorForPosition(reader.viewport().rect().topLeft()).block().text()


@pytest.mark.parametrize("name", [name for name in PAGES if name != "compare"])
def test_every_page_is_made_anew_in_the_new_look(window, name):
    window.go(Place(name))
    before = window.pages[name]
    window.change(window.settings._replace(theme="dark"))
    assert window.pages[name] is not before
    assert window.stack.currentWidget() is window.pages[name]
    assert window.history.current.page == name


def test_the_place_in_a_long_text_is_kept(window, change_look):
    window.go(Place("law", At(TRUST_ACT)))
    reader = window.pages["law"].reading.text
    QTest.qWait(20)
    reader.verticalScrollBar().setValue(reader.verticalScrollBar().maximum() // 2)
    before = top_words(reader)
    assert before
    change_look()
    assert top_words(window.pages["law"].reading.text) == before


def test_the_search_its_filters_and_the_hit_that_is_read_are_kept(window, type_in, change_look):
    page = type_in("police")
    page.chips.buttons["city"].click()
    page.list.setCurrentIndex(page.model.index(1))
    page.enter()
    read = page.reading.address
    window.bar.box.setFocus()
    change_look()
    page = window.pages["search"]
    assert window.bar.text == "police"
    assert window.bar.box.hasFocus()
    assert {hit.jurisdiction for hit in page.model.hits} == {"city"}
    assert page.reading.address == read
    assert page.list.currentIndex().row() == 1


def test_the_fields_of_the_clock_are_kept_on_screen_and_off_it(window, change_look):
    state = ClockState("2026-11-01 01:30", place="other", zone="America/New_York", exact="2026-11-01T01:30-04:00")
    window.go(Place("clock", state))
    words = window.pages["clock"].text.toPlainText()
    assert "came twice" not in words
    window.pages["clock"].zone.setFocus()
    change_look()
    assert window.pages["clock"].state == state
    assert window.pages["clock"].zone.hasFocus()
    window.go(Place("about"))
    window.change(window.settings._replace(theme="contrast"))
    window.go(Place("clock"))
    assert window.pages["clock"].state == state


def test_what_was_typed_into_the_sheet_form_is_kept_and_written_nowhere(window, qtbot, settings_file, change_look):
    window.go(Place("sheets", SheetChoice("rightsref:sheet/wallet-card", "es", "cards")))
    page = window.pages["sheets"]
    page.choices.whose.setChecked(True)
    page.choices.fields["name"].setText("Neighbors of Pilsen")
    page.choices.cards.lengths["gap"].setValue(0.06)
    page.gallery.tick(["door-notice"])
    page.choices.fields["name"].setFocus()
    change_look()
    page = window.pages["sheets"]
    assert page.state == SheetChoice("rightsref:sheet/wallet-card", "es", "cards")
    assert page.choices.organisation.name == "Neighbors of Pilsen"
    assert page.choices.fields["name"].hasFocus()
    assert page.choices.cards.lengths["gap"].value() == 0.06
    assert page.gallery.keys == ["door-notice"]
    assert page.sheet.organisation.name == "Neighbors of Pilsen"
    assert "Pilsen" not in settings_file.read_text()


def test_saving_many_goes_on_through_a_new_look(window, qtbot, tmp_path, change_look):
    window.go(Place("sheets"))
    page = window.pages["sheets"]
    page.gallery.all.click()
    page.many.open_for(page.gallery.keys)
    page.many.start(tmp_path)
    change_look()
    window.go(Place("home"))
    page = window.pages["sheets"]
    qtbot.waitUntil(lambda: not page.many.busy, timeout=20_000)
    assert len(list(tmp_path.iterdir())) == len(page.gallery.heads)


def test_an_outcome_keeps_what_was_open_in_it(window, change_look):
    window.go(Place("scenarios", OUTCOME))
    page = window.pages["scenarios"]
    assert page.progress.outcome is not None
    page.outcome.text.anchorClicked.emit(QUrl(str(Link(Ask.OPEN, page.progress.outcome.because[0].authority))))
    before = page.outcome.text.toPlainText()
    change_look()
    assert window.pages["scenarios"].outcome.text.toPlainText() == before


def test_a_walk_keeps_its_answers_and_a_find_bar_its_words(window, change_look):
    window.go(Place("papers", Walk.of("", {"issuer": "homeland_security"})))
    change_look()
    assert window.pages["papers"].answers == {"issuer": "homeland_security"}
    window.go(Place("glossary"))
    page = window.pages["glossary"]
    page.find_in_page()
    page.find_bar.box.setText("detainer")
    window.change(window.settings._replace(theme="contrast"))
    page = window.pages["glossary"]
    assert page.find_bar.isVisible()
    assert page.find_bar.box.text() == "detainer"
    assert page.find_bar.box.hasFocus()


def test_back_restores_filters_spelling_and_fields(window, type_in):
    page = type_in("detaner")
    page.message.linkActivated.emit(str(Link(Ask.LITERAL, "detaner")))
    window.go(Place("law"))
    type_in("police").chips.buttons["federal"].click()
    window.go(Place("clock", ClockState("2026-03-06 16:00", place="illinois", zone="America/Chicago")))
    window.go(Place("clock", ClockState("2026-03-07 16:00", place="other", zone="America/Denver")))
    window.step(-1)
    assert window.pages["clock"].when.typed() == "2026-03-06 16:00"
    window.step(-1)
    assert {hit.jurisdiction for hit in page.model.hits} == {"federal"}
    window.step(-2)
    assert window.history.current.state == SearchState("detaner", frozenset(), literal=True)
    assert "Showing results for" not in page.message.text()


def test_a_page_that_waits_for_an_answer_is_not_taken_from_under_its_dialog(window, qtbot, monkeypatch):
    monkeypatch.setattr(main_window, "LATER", 10)
    window.go(Place("sheets"))
    page = window.pages["sheets"]
    dialog = QDialog(page)
    dialog.open()
    window.change(window.settings._replace(theme="dark"))
    qtbot.wait(30)
    assert window.pages["sheets"] is page
    dialog.reject()
    qtbot.waitUntil(lambda: window.pages["sheets"] is not page, timeout=2000)


# -- what was shown before is freed ---------------------------------------------------------------------------


def freed():
    """Let go of what waits to be freed."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()


def test_a_reader_holds_the_text_that_it_shows_and_no_other(window):
    headings = window.kb.outline()[:20]
    for heading in headings:
        window.go(Place("law", At(heading.address)))
    freed()
    reading = window.pages["law"].reading
    assert [len(reader.findChildren(QTextDocument)) for reader in (reading.text, reading.aside)] == [1, 1]


def test_three_hundred_actions_leave_nothing_behind(window):
    def walk():
        for theme in ("dark", "light"):
            window.change(window.settings._replace(theme=theme))
        for number, heading in enumerate(window.kb.outline()[:6]):
            window.go(Place("law", At(heading.address)))
            window.go(Place("search", SearchState(heading.title)))
            window.go(Place("clock", ClockState(f"2026-03-0{number + 1} 16:00", place="illinois", zone="")))
            window.go(Place("scenarios", OUTCOME))
            window.go(Place("papers", At("rightsref:paper/i-200")))
        window.go(Place("home"))
        freed()
        return [len(window.findChildren(kind)) for kind in (QTextDocument, QLabel, QLineEdit, QWidget)]

    first = walk()
    for _ in range(8):
        last = walk()
    assert last == first


def test_pages_that_go_take_everything_of_theirs_along(window):
    """Whatever a page made goes with it, what it never showed too, and the items of its layouts, which Python holds."""

    def visit():
        for name in PAGES.keys() - {"compare"}:
            window.go(Place(name))
            window.stack.forget()
            freed()
        window.go(Place("home"))
        freed()
        orphans = [w for w in QApplication.allWidgets() if w.parentWidget() is None and not w.isVisible()]
        items = [each for each in gc.get_objects() if type(each) is QWidgetItem]
        return len(orphans), len(QApplication.allWidgets()), len(items)

    first = visit()
    assert visit() == first


def test_going_back_ends_somewhere(window):
    for number in range(MOST + 20):
        window.history.visit(Place("law", At(f"rightsref:topic/{number}")))
    assert window.history.current.address == f"rightsref:topic/{MOST + 19}"
    assert window.history.move(-10 * MOST).address == "rightsref:topic/20"
