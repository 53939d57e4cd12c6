"""The frame of the window: messages that move nothing, keys, title, panes, the screen at hand."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QPushButton

from rightsref import settings as settings_io
from rightsref.errors import RightsRefError
from rightsref.knowledge.news import written_since
from rightsref.model.reference import News
from rightsref.settings import Settings, save
from rightsref.ui.parts.act import Act
from rightsref.ui.parts.place import At, Place, SheetChoice
from rightsref.ui.reference import news_page
from rightsref.ui.shell.keys import KEYS
from rightsref.ui.shell.pages import PAGES, TITLES
from rightsref.ui.shell.screen_room import FRAME, LEAST

TRUST_ACT = "rightsref:provision/5-ilcs-805/15"
README = Path(__file__).parents[2] / "README.md"


@pytest.mark.parametrize("failed", [False, True])
def test_a_message_moves_nothing(window, failed):
    place = window.stack.geometry()
    (window.fail if failed else window.announce)("Copied: 5 ILCS 805/15. " * 12)
    QApplication.processEvents()
    assert window.stack.geometry() == place
    assert window.message.isVisible()
    assert window.message.parentWidget().rect().contains(window.message.geometry())
    assert window.message.lasting == failed


def test_what_went_wrong_stays_until_it_is_dismissed(qtbot, window):
    window.fail("The sheet could not be saved.")
    window.message.setFocus()
    qtbot.keyClick(window.message, Qt.Key.Key_Escape)
    assert window.message.isHidden()


def test_a_message_offers_what_can_be_done_about_it(window):
    done = []
    window.announce("Saved: door.pdf", (Act("Open", lambda: done.append("open")),))
    window.message.press("Open")
    assert done == ["open"]
    assert window.message.isHidden()
    window.announce("Text size 100 %")
    with pytest.raises(StopIteration):
        window.message.press("Open")


def test_a_message_stays_in_the_window_at_the_largest_text(window):
    window.resize(760, 520)
    window.change(window.settings._replace(zoom=250))
    window.fail(
        "The sheet could not be saved to /a/rather/long/path/to/a/folder/that/nobody/may/write/door.pdf: no space."
    )
    QApplication.processEvents()
    assert window.message.parentWidget().rect().contains(window.message.geometry())


def test_a_remembered_size_waits_for_a_screen_that_has_room_for_it(qtbot, application, settings_file):
    from rightsref import settings
    from rightsref.ui.shell.start import open_window

    save(Settings(width=3800, height=2000), settings_file)
    shown = open_window()
    qtbot.addWidget(shown)
    room = shown.screen().availableSize()
    assert shown.width() <= room.width() - FRAME.width()
    assert shown.height() <= room.height() - FRAME.height()
    assert shown.minimumSize() == LEAST.boundedTo(room - FRAME)
    shown.show()
    shown.close()
    assert (settings.load(settings_file)[0].width, settings.load(settings_file)[0].height) == (3800, 2000)


def test_the_readme_tells_every_key():
    rows = re.findall(r"^\| (.+?) \| (.+?) \|$", README.read_text(encoding="utf-8"), re.MULTILINE)
    assert [row for row in rows if row in KEYS] == list(KEYS)


def test_the_help_tells_every_key(qtbot, window):
    next(s for s in window.findChildren(QShortcut) if s.key() == QKeySequence("F1")).activated.emit()
    assert window.history.current == Place("keys")
    text = window.pages["keys"].text.toPlainText()
    assert all(keys in text and does in text for keys, does in KEYS)
    window.go(Place("home"))
    window.rail.setFocus()
    qtbot.keyClicks(window, "?")
    assert window.history.current == Place("keys")


def test_every_page_names_the_window(window):
    assert set(TITLES) == set(PAGES)
    for name in PAGES.keys() - {"compare"}:
        window.go(Place(name))
        assert window.windowTitle().endswith(" · RightsRef"), name
    window.go(Place("law", At(TRUST_ACT)))
    assert window.windowTitle().startswith("5 ILCS 805/15: ")


def test_print_leads_to_the_sheet_of_what_is_read(qtbot, window):
    window.go(Place("law", At(TRUST_ACT)))
    window.print_shown()
    assert window.history.current == Place("sheets", SheetChoice(TRUST_ACT))
    window.go(Place("settings"))
    window.print_shown()
    assert "no sheet" in window.message.text()


def test_a_page_of_text_is_printed_dark_on_light(window):
    window.change(window.settings._replace(theme="dark"))
    window.go(Place("contacts"))
    page = window.pages["contacts"]
    assert page.for_paper().toPlainText() == page.text.document().toPlainText()


def test_panes_follow_one_another_and_come_round(qtbot, window):
    window.go(Place("law", At(TRUST_ACT)))
    window.bar.box.setFocus()
    seen = []
    for _ in range(6):
        window.to_pane(1)
        seen.append(window.focusWidget())
    assert window.pages["law"].outline in seen
    assert window.pages["law"].reading.text in seen
    assert window.bar.box in seen or window.bar.back in seen
    window.to_pane(-1)
    assert window.focusWidget() is seen[-2]


def test_full_screen_and_back(window):
    window.full_screen()
    assert window.isFullScreen()
    window.full_screen()
    assert not window.isFullScreen()


def test_settings_that_could_not_be_kept_are_told_and_the_size_does_not_talk_over_it(window, monkeypatch):
    def refuse(settings, path):
        raise RightsRefError(f"Your settings could not be saved to {path}: Read-only file system.")

    monkeypatch.setattr(settings_io, "save", refuse)
    window.zoom(1)
    assert window.settings.zoom == 112
    assert "Read-only file system" in window.message.text()


def chips_of_home(window):
    return [chip.text() for chip in window.pages["home"].findChildren(QPushButton)]


def test_who_used_an_older_edition_is_told_once_what_is_new(window):
    window.change(window.settings._replace(edition="2026.01"))
    window.stack.forget()
    window.go(Place("home"))
    assert "New since your last edition" in chips_of_home(window)
    window.go(Place("news"))
    assert "Papers to sign" in window.pages["news"].text.document().toPlainText()
    assert window.settings.edition == window.file.meta()["edition"]
    window.stack.forget()
    window.go(Place("home"))
    assert "New since your last edition" not in chips_of_home(window)


def test_to_who_used_none_before_nothing_is_new(window):
    assert not window.settings.edition
    assert "New since your last edition" not in chips_of_home(window)


def test_what_was_written_anew_since_is_listed(window, monkeypatch):
    rows = [News("2", "2026-11-29", "New.", ""), News("1", "2026-11-28", "Old.", "")]
    monkeypatch.setattr(news_page, "news", lambda *_: rows)
    window.change(window.settings._replace(edition="1"))
    window.stack.forget()
    window.go(Place("news"))
    told = window.pages["news"].text.document().toPlainText()
    assert "New." in told
    assert "Old." not in told
    assert "Explanations written anew since November 28, 2026" in told
    assert len(written_since(window.kb, "2026-11-28")) < len(window.kb.outline())
