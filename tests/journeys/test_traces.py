"""What is left behind: seen from outside by system calls; what is copied is marked; the reader is told where everything is."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QCoreApplication, QMimeData, QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QMessageBox

from rightsref.ui.parts import clipboard, copy_menu, text_sheet
from rightsref.ui.parts.place import Answers, At, Place
from rightsref.ui.parts.traces import leave_no_traces

TRACES = Path(__file__).parents[1] / "traces"


def may_trace():
    """Whether this machine has strace and lets it trace; some containers do not."""
    return (
        bool(shutil.which("strace"))
        and subprocess.run(["strace", "-qq", "-o", "/dev/null", "true"], check=False).returncode == 0
    )


@pytest.mark.skipif(not may_trace(), reason="needs strace, and leave to trace")
def test_the_whole_journey_writes_what_was_saved_and_opens_no_socket_of_the_internet():
    seen = subprocess.run([sys.executable, str(TRACES)], capture_output=True, text=True, timeout=900, check=False)
    assert seen.returncode == 0, seen.stdout + seen.stderr
    assert "0 others; 0 calls to the internet; left in the home: nothing" in seen.stdout


def test_qt_keeps_no_history_of_dialogs(application, tmp_path):
    leave_no_traces()
    written = QSettings(QSettings.Scope.UserScope, "QtProject")
    assert written.fileName().startswith("/dev/null")
    assert QCoreApplication.testAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)


def test_python_writes_down_no_module_that_is_first_needed_later(window, monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    leave_no_traces.__wrapped__()
    assert sys.dont_write_bytecode


# -- what is printed into a file ----------------------------------------------------------------------------


@pytest.fixture
def printed(monkeypatch, tmp_path):
    """Every print dialog is answered by *Print to file*; the file."""
    target = tmp_path / "printed.pdf"

    def into_a_file(dialog):
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(target))
        return 1

    monkeypatch.setattr(QPrintDialog, "exec", into_a_file)
    return target


def test_a_pdf_of_the_print_dialog_tells_no_time(window, qtbot, printed):
    def of_a_page():
        window.go(Place("glossary"))
        window.pages["glossary"].print_shown()

    def of_a_text():
        text_sheet.TextSheet("Letter", "To the jail", window.look, window).print_it()

    def of_a_sheet():
        window.go(Place("sheets"))
        window.pages["sheets"].print_it()

    for way in (of_a_page, of_a_text, of_a_sheet):
        way()
        made = printed.read_bytes()
        assert made.startswith(b"%PDF"), way
        assert b"(D:" not in made, way
        assert len(PdfReader(printed, strict=True).pages) > 0, way
        printed.unlink()


# -- the clipboard ------------------------------------------------------------------------------------------


def marked():
    """Whether what is on the clipboard asks not to be kept, in every system's way."""
    held = QGuiApplication.clipboard().mimeData()
    return all(held.hasFormat(kind) for kind in clipboard.NOT_TO_BE_KEPT) and bytes(held.data("x-kde-passwordManagerHint")) == b"secret"  # fmt: skip


def test_every_copy_button_marks_what_it_copies(window, qtbot):
    window.go(Place("law", At("rightsref:provision/5-ilcs-805/15")))
    qtbot.wait(50)
    clipboard.copy("before")
    assert marked()
    window.go(Place("scenarios", Answers.of("held-in-jail", {})))
    page = window.pages["scenarios"]
    while page.progress.question is not None:
        page.choose(page.progress.question.options[0].key)
    copy_menu.copy(window, page.outcome.copies()[0])
    assert marked()
    assert QGuiApplication.clipboard().text() != "before"


def test_what_a_text_field_copies_is_marked_and_stays_as_it_was(application):
    made = QMimeData()
    made.setText("my brother")
    made.setHtml("<b>my brother</b>")
    QGuiApplication.clipboard().setMimeData(made)
    clipboard.mark(ours=False)
    assert not marked()
    clipboard.mark(ours=True)
    assert marked()
    assert QGuiApplication.clipboard().text() == "my brother"
    assert QGuiApplication.clipboard().mimeData().html() == "<b>my brother</b>"


def test_only_what_came_from_here_is_taken_back(application):
    QGuiApplication.clipboard().setText("somebody else’s")
    clipboard.clear()
    assert QGuiApplication.clipboard().text() == "somebody else’s"
    secret = QMimeData()  # as a keeper of passwords puts it there
    secret.setText("a password")
    secret.setData("x-kde-passwordManagerHint", b"secret")
    QGuiApplication.clipboard().setMimeData(secret)
    clipboard.clear()
    assert QGuiApplication.clipboard().text() == "a password"
    clipboard.copy("ours")
    clipboard.clear()
    assert QGuiApplication.clipboard().text() == ""


def test_nothing_copies_past_the_mark(root):
    source = root / "src" / "rightsref"
    past = [p.name for p in source.rglob("*.py") if p.name != "clipboard.py" and "clipboard()" in p.read_text()]
    assert past == []


# -- where is everything --------------------------------------------------------------------------------------


def test_the_page_names_each_file_and_what_others_keep(window, settings_file, knowledge_base):
    window.go(Place("where"))
    text = window.pages["where"].text.toPlainText()
    for told in (str(settings_file), str(knowledge_base), "print queue", "clipboard", "browser", "your shell"):
        assert told in text
    window.go(Place("about"))
    assert "Where is everything?" in window.pages["about"].text.toPlainText()


def test_remove_everything_removes_ours_and_nothing_else(window, settings_file, monkeypatch):
    window.change(window.settings._replace(zoom=125))
    window.change(window.settings._replace(organisation=window.settings.organisation._replace(name="A group")))
    aside, other = settings_file.with_suffix(".bad"), settings_file.with_name("mine.txt")
    aside.write_text("{")
    other.write_text("not RightsRef’s")
    window.go(Place("where"))
    monkeypatch.setattr(QMessageBox, "exec", lambda _: QMessageBox.StandardButton.No)
    window.pages["where"].remove.click()
    assert settings_file.exists()
    monkeypatch.setattr(QMessageBox, "exec", lambda _: QMessageBox.StandardButton.Yes)
    window.pages["where"].remove.click()
    assert [path.name for path in settings_file.parent.iterdir()] == ["mine.txt"]
    assert "There is none now" in window.pages["where"].text.toPlainText()
    window.resize(900, 700)
    window.close()
    assert [path.name for path in settings_file.parent.iterdir()] == ["mine.txt"]
    assert window.settings.organisation.name == ""
    QApplication.processEvents()


def test_settings_kept_through_a_link_go_with_the_link(window, settings_file, tmp_path):
    kept, way = tmp_path / "kept.json", tmp_path / "way"
    kept.write_text('{"organisation": {"name": "A group"}}')
    (tmp_path / "other.json").write_text("not RightsRef’s")
    way.symlink_to("kept.json")
    settings_file.symlink_to(way)
    window.remove_everything()
    assert window.message.text() == "Your settings are removed. Files that you saved stay where you put them."
    assert [path.name for path in tmp_path.iterdir()] == ["other.json"]
    assert not settings_file.parent.exists()
    settings_file.parent.mkdir()  # it went with what was in it


@pytest.mark.parametrize("leads_to", ["settings.json", "nowhere", os.devnull, "."])
def test_a_link_that_leads_to_no_file_is_removed_alone(window, settings_file, leads_to):
    settings_file.symlink_to(leads_to)
    window.remove_everything()
    assert not os.path.lexists(settings_file)
    assert os.path.exists(os.devnull)  # noqa: PTH110 - as the line above
    settings_file.parent.mkdir(exist_ok=True)


def test_what_cannot_be_removed_is_told(window, settings_file, monkeypatch):
    window.change(window.settings._replace(zoom=125))

    def refuse(*_, **__):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "unlink", refuse)
    window.remove_everything()
    monkeypatch.undo()
    assert "could not be removed" in window.message.text()
    assert window.message.lasting
