"""The whole journey through the real window, in a home of its own: every page, and where a person's data are, the dialogs too.

`python tests/traces/journey.py FOLDER`: sheets are saved and printed into FOLDER, where nothing else may be written.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMessageBox

from rightsref.ui.parts.place import Answers, ClockState, Place, SearchState, SheetChoice, Walk
from rightsref.ui.shell.pages import PAGES
from rightsref.ui.shell.start import make_application, open_window

WORDS = "my brother paid bond at Cook County and they say there is an ICE hold"


def when_asked(answer):
    """Answer the next dialog."""

    def look():
        dialog = QApplication.activeModalWidget()
        answer(dialog) if dialog is not None else QTimer.singleShot(50, look)

    QTimer.singleShot(50, look)


def save_as(target):
    """Type a name into the file dialog and press Save."""

    def answer(dialog):
        assert isinstance(dialog, QFileDialog), dialog
        dialog.findChild(QLineEdit, "fileNameEdit").setText(str(target))
        dialog.accept()

    return answer


def everywhere(window):
    """Every page, and the places where something of a person was typed or chosen."""
    for text in ("can cops ask about papers", "805/15(h)", "detaner"):
        window.bar.set_text(text)
        window.search_now()
        QTest.qWait(300)
    window.go(Place("home"))
    window.pages["home"].words.tell(WORDS)
    places = (
        Place("scenarios", Answers.of("agents-at-my-door", {"where": "at_door", "danger_at_door": "no"})),
        Place("papers", Walk.of("", {"issuer": "homeland_security"})),
        Place("clock", ClockState("2026-03-06 16:00", place="illinois", zone="")),
        Place("search", SearchState(WORDS)),
    )
    for place in (*places, *map(Place, PAGES)):
        if place.page != "compare":
            window.go(place)
            QTest.qWait(60)


def on_paper(window, folder):
    """Save and print a sheet with an organisation's name on it."""
    window.go(Place("sheets", SheetChoice("rightsref:sheet/ice-at-your-door")))
    page = window.pages["sheets"]
    page.choices.fields["name"].setText("A group that is nobody’s business")
    QTest.qWait(400)
    when_asked(save_as(folder / "sheet.pdf"))
    page.save()
    when_asked(print_into(folder / "printed.pdf"))
    page.print_it()
    window.go(Place("scenarios", Answers.of("held-in-jail", {})))
    QTest.qWait(60)


def print_into(target):
    """Print to a file in the print dialog."""

    def answer(dialog):
        dialog.printer().setOutputFileName(str(target))
        for field in dialog.findChildren(QLineEdit, "filename"):
            field.setText(str(target))
        dialog.accept()

    return answer


def in_notes(window, folder):
    """Make a protected file of notes, write one, find it, copy and export it."""

    def passphrase(dialog):
        for field in (dialog.field, dialog.again):
            field.setText("four words of mine")
        dialog.try_it()

    def name(dialog):
        when_asked(passphrase)
        save_as(folder / "notes.rrnotes")(dialog)

    def note(dialog):
        dialog.note.setPlainText(WORDS)
        dialog.matter.setEditText("A name that is nobody’s business")
        dialog.accept()

    window.go(Place("saved"))
    when_asked(name)
    window.pages["saved"].new.click()
    when_asked(note)
    window.save_here("rightsref:provision/5-ilcs-805/15/e")
    window.bar.set_text("nobody business")
    window.search_now()
    QTest.qWait(300)
    window.go(Place("saved"))
    when_asked(save_as(folder / "notes.docx"))
    window.pages["saved"].export.click()
    window.use_notebook(None)


def main(folder):
    """Go everywhere, then change a setting, remove everything, and close."""
    app = make_application()
    window = open_window({"theme": "light"})
    window.show()
    QTest.qWait(500)
    everywhere(window)
    on_paper(window, folder)
    in_notes(window, folder)
    window.pages["scenarios"].setFocus()
    window.change(window.settings._replace(zoom=125))
    (folder / "settings.txt").write_text(window._settings_file.read_text())  # for whoever looks what was in it
    if "--keep" not in sys.argv:
        window.go(Place("where"))
        when_asked(lambda box: box.button(QMessageBox.StandardButton.Yes).click())
        window.pages["where"].remove.click()
    window.close()
    app.processEvents()
    sys.stdout.write("done\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
