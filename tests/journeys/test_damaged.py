"""A knowledge base that is not whole: of the law nothing is shown, copied or printed until it is."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton

from rightsref.errors import KnowledgeBaseError
from rightsref.knowledge.whole import pack, packed_copy
from rightsref.ui.parts.place import Answers, At, Place, SearchState, SheetChoice
from rightsref.ui.shell import start
from rightsref.ui.shell.start import handle, open_window

TRUST_ACT = At("rightsref:provision/5-ilcs-805/15")
MAY, MAY_NOW = b" may not ", b" may now "


@pytest.fixture
def file(tmp_path, monkeypatch, knowledge_base):
    """A copy of the knowledge base that may be damaged."""
    copy = tmp_path / "knowledge.db"
    for suffix in (".db", ".sha256"):
        shutil.copy(knowledge_base.with_suffix(suffix), copy.with_suffix(suffix))
    monkeypatch.setenv("RIGHTSREF_KNOWLEDGE_BASE", str(copy))
    return copy


@pytest.fixture
def opened(qtbot, application, settings_file, file, monkeypatch):
    """Open the window over the copy as it is by now, and wait until it has looked at it."""

    monkeypatch.setattr(start, "VERIFY", 1)

    def open_it():
        shown = open_window({"theme": "light"})
        qtbot.addWidget(shown)
        shown.show()
        qtbot.waitUntil(lambda: not shown.windowIcon().isNull(), timeout=2000)
        return shown

    return open_it


def damage(file):
    """Turn prohibitions into permissions; SQLite finds nothing wrong with that."""
    file.write_bytes(file.read_bytes().replace(MAY, MAY_NOW))


def words(window):
    """All words on screen."""
    return " ".join(w.text() for kind in (QLabel, QPushButton) for w in window.findChildren(kind) if w.isVisible())


def in_trouble(window, file):
    """Whether there is the page of trouble and nothing else."""
    shown = words(window)
    told = "The law cannot be shown" in shown and str(file) in shown and "install RightsRef again" in shown
    return told and list(window.pages) == ["trouble"] and not window.bar.isVisible() and not window.rail.isVisible()


def test_one_changed_word_takes_every_page_away(opened, file, qtbot):
    damage(file)
    window = opened()
    assert in_trouble(window, file)
    QGuiApplication.clipboard().setText("before")
    places = (
        Place("home"), Place("law", TRUST_ACT), Place("search", SearchState("police")), Place("scenarios", Answers("held-in-jail")),
        Place("sheets", SheetChoice("rightsref:sheet/wallet-card")), Place("papers"), Place("clock"), Place("path"),
    )  # fmt: skip
    for place in places:
        window.go(place)
        assert in_trouble(window, file)
    window.open_address(TRUST_ACT.address)
    window.bar.set_text("police")
    window.search_now()
    window.step(-1)
    window.find_in_page()
    for key in (Qt.Key.Key_F, Qt.Key.Key_K):
        qtbot.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
    assert in_trouble(window, file)
    assert QGuiApplication.clipboard().text() == "before"


def test_damage_seen_after_the_law_was_on_screen_takes_it_away(opened, file):
    window = opened()
    window.go(Place("law", TRUST_ACT))
    window.go(Place("sheets", SheetChoice("rightsref:sheet/wallet-card")))
    window.show_trouble(KnowledgeBaseError("It is damaged."))
    assert in_trouble(window, file)


def test_another_look_leaves_the_trouble(opened, file):
    damage(file)
    window = opened()
    window.change(window.settings._replace(theme="dark", zoom=150))
    assert in_trouble(window, file)


def test_a_whole_file_put_in_its_place_is_read_again(opened, file, knowledge_base):
    damage(file)
    window = opened()
    window.pages["trouble"].again.click()
    assert in_trouble(window, file)
    whole = file.with_suffix(".new")
    shutil.copy(knowledge_base, whole)
    whole.replace(file)
    window.pages["trouble"].again.click()
    assert window.history.current == Place("home")
    assert window.bar.isVisible()
    window.go(Place("law", TRUST_ACT))
    assert "may not" in window.pages["law"].reading.text.toPlainText()


@pytest.fixture
def no_bug_box(monkeypatch):
    """What the bug box would have said."""
    shown = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: shown.append(box.detailedText()))
    return shown


@pytest.mark.parametrize("place", [Place("law", TRUST_ACT), Place("search", SearchState("police")), Place("sheets")])
def test_damage_met_while_reading_is_no_bug_of_ours(opened, file, place, monkeypatch, no_bug_box):
    window = opened()
    monkeypatch.setattr(window.file, "rows", _fail)
    monkeypatch.setattr(window.kb, "rows", _fail)
    window.go(place)
    assert in_trouble(window, file)
    assert no_bug_box == []


def test_damage_met_while_a_page_does_something_is_no_bug_of_ours(opened, file, monkeypatch, qtbot, no_bug_box):
    window = opened()
    window.go(Place("sheets"))
    monkeypatch.setattr(sys, "excepthook", partial(handle, window))
    monkeypatch.setattr(window.kb, "rows", _fail)
    window.pages["sheets"].gallery.list.setCurrentRow(3)
    assert in_trouble(window, file)
    assert no_bug_box == []


def test_words_that_make_no_sense_are_damage_where_the_file_is_damaged(opened, file, no_bug_box):
    window = opened()
    handle(window, KeyError, KeyError("level"), None)
    assert len(no_bug_box) == 1
    damage(file)
    other = opened()
    handle(other, KeyError, KeyError("level"), None)
    assert len(no_bug_box) == 1


def test_a_hash_that_cannot_be_read_is_told_as_trouble(opened, file, monkeypatch):
    opens = type(file).open
    monkeypatch.setattr(
        type(file), "open", lambda at, *how, **more: _refuse() if at.suffix == ".sha256" else opens(at, *how, **more)
    )
    assert in_trouble(opened(), file)


def _fail(*_):
    raise KnowledgeBaseError("The knowledge base is damaged (database disk image is malformed).")


def _refuse(*_, **__):
    raise PermissionError(13, "Permission denied")


@pytest.fixture
def copied(file):
    """The file with its packed copy beside it, as an installed program has it."""
    packed_copy(file).write_bytes(pack(file.read_bytes()))
    return file


def test_the_packed_copy_takes_over_and_the_reader_is_told(opened, copied):
    damage(copied)
    window = opened()
    assert "the copy that came with the program is in use" in window.message.text()
    assert window.message.lasting
    window.go(Place("law", TRUST_ACT))
    text = window.pages["law"].reading.text.toPlainText()
    assert "may not" in text
    assert "may now" not in text


def test_a_file_that_cannot_even_be_opened_is_taken_over_too(opened, copied):
    copied.write_bytes(b"garbage")
    window = opened()
    assert "the copy that came with the program is in use" in window.message.text()
    assert "home" in window.pages


def test_damage_done_while_the_window_is_open_changes_no_word(opened, copied):
    window = opened()
    damage(copied)
    window.go(Place("law", TRUST_ACT))
    assert "may now" not in window.pages["law"].reading.text.toPlainText()


@pytest.mark.parametrize("count", [36])
def test_flipped_bytes_are_mended_or_refused_by_terminal_and_window(tmp_path, tiny_file, count):
    """A sample; `make damage` tries a thousand on the real file."""
    environment = {**os.environ, "RIGHTSREF_KNOWLEDGE_BASE": str(tiny_file)}
    script = [sys.executable, str(Path(__file__).parents[1] / "damage"), str(count)]
    done = subprocess.run(script, env=environment, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "WRONG" not in done.stdout
