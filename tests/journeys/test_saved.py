"""Saved: bookmarks, notes and cases in the reader's own file, through the real window."""

from __future__ import annotations

import contextlib
import json
import sqlite3

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QInputDialog, QMessageBox, QPushButton

from rightsref.saved import locks
from rightsref.saved.notebook import Notebook
from rightsref.saved.pointing import pointer
from rightsref.ui.parts.link import Ask, Link
from rightsref.ui.parts.place import Answers, At, Place, SheetChoice, Sought
from rightsref.ui.saved.import_dialog import ImportDialog
from rightsref.ui.saved.note_dialog import NoteDialog
from rightsref.ui.saved.passphrase import PassphraseDialog

ADDRESS = "rightsref:provision/5-ilcs-805/15/e"
CONTACT = "rightsref:contact/icirr-family-support"
PASSPHRASE = "four words of mine"
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # offscreen dialogs have none


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    """Argon2id as quick as it can be: what it costs is no matter here."""
    monkeypatch.setattr(locks, "USUAL", locks.Cost(1, 8_192))


@pytest.fixture
def path(tmp_path):
    return tmp_path / "rightsref-notes.rrnotes"


@pytest.fixture
def answers(monkeypatch):
    """Answers to dialogs, each by the class of it, in order; every one must be asked for."""
    waiting = []

    def run(dialog):
        kind, answer = waiting.pop(0)
        assert isinstance(dialog, kind), dialog
        QTimer.singleShot(0, dialog, lambda: answer(dialog))
        return QDialog.exec(dialog)

    for kind in (NoteDialog, PassphraseDialog, ImportDialog):
        monkeypatch.setattr(kind, "exec", run)
    yield lambda kind, answer: waiting.append((kind, answer))
    assert waiting == []


@pytest.fixture
def files(monkeypatch):
    """Names that the next file dialogs give."""
    names = []
    for which in ("getSaveFileName", "getOpenFileName"):
        monkeypatch.setattr(QFileDialog, which, lambda *_, **__: names.pop(0))
    return names


def typed(first, again=None, *, then="accept"):
    """Type a passphrase and press the button; if that is refused, give up."""

    def answer(dialog):
        dialog.field.setText(first)
        if dialog.again is not None:
            dialog.again.setText(first if again is None else again)
        dialog.try_it()
        if dialog.isVisible():
            answer.wrong = dialog.wrong.text()
            dialog.reject()

    answer.wrong = ""
    return answer


def wrote(note, case=""):
    """Write a note and press Save."""

    def answer(dialog):
        dialog.note.setPlainText(note)
        dialog.matter.setEditText(case)
        dialog.accept()

    return answer


@pytest.fixture
def page(window):
    """The page of what is saved; no file is open, before and after."""
    window.go(Place("saved"))
    yield window.pages["saved"]
    window.use_notebook(None)


@pytest.fixture
def opened(window, page, path):
    """The page with a new file."""
    window.use_notebook(Notebook.make(path))
    return page


def read(window, address=ADDRESS):
    """Read something; the control that bookmarks it."""
    window.go(Place("law", At(address)))
    return window.pages["law"].reading.save


def test_without_a_file_the_page_says_what_to_do_and_nothing_is_there(window, page, path):
    assert "makes no such file by itself" in page.text.toPlainText()
    assert (page.new.isVisible(), page.export.isVisible(), page.field.isVisible()) == (True, False, False)
    assert window.notebook is None
    assert list(path.parent.iterdir()) == []


def test_a_file_is_made_a_bookmark_saved_and_there_when_it_is_opened_again(window, page, path, files, answers, qtbot):
    files.append((str(path.with_suffix("")), ""))
    answers(PassphraseDialog, typed(""))
    page.new.click()
    assert window.notebook.path == path
    assert "Nothing is saved in this file yet" in page.text.toPlainText()
    save = read(window)
    assert save.text() == "Bookmark"
    answers(NoteDialog, wrote("They asked at the desk", "Family on 26th Street"))
    save.click()
    assert save.text() == "Bookmarked"
    assert window.message.text() == "Saved in rightsref-notes.rrnotes."
    window.go(Place("saved"))
    for words in (
        "Family on 26th Street",
        "5 ILCS 805/15(e)",
        "They asked at the desk",
        "No, local police may not ask",
    ):
        assert words in window.pages["saved"].text.toPlainText()
    page.close_it.click()
    assert window.notebook is None
    assert "They asked" not in page.text.toPlainText()
    assert save.text() == "Bookmark"
    files.append((str(path), ""))
    page.open.click()
    assert "They asked at the desk" in page.text.toPlainText()


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("Mr. Smith 11.30", "Mr. Smith 11.30.rrnotes"),
        ("notes.db", "notes.db.rrnotes"),
        ("Notes.RRNotes", "Notes.RRNotes"),
        (".rrnotes", ".rrnotes.rrnotes"),
        ("ends.", "ends..rrnotes"),
    ],
)
def test_a_new_file_has_an_ending_by_which_it_is_shown_again(window, page, path, files, answers, name, called):
    files.append((str(path.with_name(name)), ""))
    answers(PassphraseDialog, typed(""))
    page.new.click()
    assert window.notebook.path.name == called


def test_with_no_file_bookmark_asks_for_one_first(window, path, files, answers, monkeypatch):
    save = read(window)
    monkeypatch.setattr(QMessageBox, "exec", lambda box: None)
    monkeypatch.setattr(QMessageBox, "clickedButton", lambda box: box.buttons()[-1])  # Cancel
    save.click()
    assert window.notebook is None
    monkeypatch.setattr(
        QMessageBox, "clickedButton", lambda box: next(b for b in box.buttons() if b.text() == "New file…")
    )
    files.append((str(path), ""))
    answers(PassphraseDialog, typed(PASSPHRASE))
    answers(NoteDialog, wrote("hello"))
    save.click()
    assert window.notebook.is_protected
    assert [mark.note for mark in window.notebook.contents().marks] == ["hello"]
    window.use_notebook(None)


def test_a_bookmark_is_changed_removed_and_put_back(window, opened, answers):
    window.notebook.add(pointer(window.kb, ADDRESS, "en"), "one")
    save = read(window)
    assert save.text() == "Bookmarked"
    answers(NoteDialog, wrote("two", "A case"))
    save.click()
    answers(NoteDialog, lambda dialog: dialog.drop.click())
    save.click()
    assert window.notebook.contents().marks == ()
    window.message.press("Undo")
    assert [mark.note for mark in window.notebook.contents().marks] == ["two"]
    assert save.text() == "Bookmarked"


GIVE_UP = {
    "escape": lambda dialog, qtbot: qtbot.keyClick(dialog.note, Qt.Key.Key_Escape),
    "cancel": lambda dialog, qtbot: next(b for b in dialog.findChildren(QPushButton) if b.text() == "Cancel").click(),
    "x": lambda dialog, qtbot: dialog.close(),
}


@pytest.mark.parametrize("way", GIVE_UP)
@pytest.mark.parametrize("field", ["note", "case"])
def test_no_way_out_drops_what_was_typed_without_a_word(window, opened, answers, qtbot, way, field):
    seen = []

    def give_up(dialog):
        change = dialog.note.setPlainText if field == "note" else dialog.matter.setEditText
        for text in ("long", "long and dear", None):  # what is typed after the warning is warned of too
            if text:
                change(text)
            GIVE_UP[way](dialog, qtbot)
            seen.append((dialog.isVisible(), dialog.warning.text()))

    answers(NoteDialog, give_up)
    window.save_here(ADDRESS)
    words = "What you typed is not saved yet. Press Esc or Cancel again to drop it."
    assert seen == [(True, words), (True, words), (False, words)]
    assert window.notebook.contents().marks == ()


@pytest.mark.parametrize("way", GIVE_UP)
def test_where_nothing_was_changed_nothing_is_asked(window, opened, answers, qtbot, way):
    for _ in range(2):
        answers(NoteDialog, lambda dialog: GIVE_UP[way](dialog, qtbot))
        window.save_here(ADDRESS)
        if not window.notebook.contents().marks:
            window.notebook.add(pointer(window.kb, ADDRESS, "en"), "old", "A case")


def test_leaving_at_once_waits_for_no_note(window, opened, answers, qtbot):
    window.change(window.settings._replace(leave="blank"))

    def leave(dialog):
        dialog.note.setPlainText("long and dear")
        window.leave_now()
        assert not dialog.isVisible()

    answers(NoteDialog, leave)
    window.save_here(ADDRESS)
    window.leave_now()  # back
    assert window.notebook is None
    window.change(window.settings._replace(leave="close"))


@pytest.mark.parametrize(
    ("place", "address"),
    [
        (Place("law", At("rightsref:form/I-247A")), "rightsref:form/I-247A"),
        (Place("sheets", SheetChoice("rightsref:sheet/ice-at-your-door")), "rightsref:sheet/ice-at-your-door"),
    ],
)
def test_ctrl_d_bookmarks_what_is_shown(window, opened, answers, place, address):
    window.go(place)
    answers(NoteDialog, wrote(""))
    window.save_shown()
    assert [mark.address for mark in window.notebook.contents().marks] == [address]
    window.go(Place("home"))
    window.save_shown()
    assert window.message.text() == "Open what you want to bookmark, then press Ctrl+D."


def test_an_outcome_and_a_contact_are_bookmarked_and_lead_back(window, opened, answers):
    kb = window.kb
    flow = kb.flow("agents-at-my-door", "en")
    from rightsref.reasoning.scenario import follow

    given = {}
    while (progress := follow(flow, given)).question is not None:
        given[progress.question.key] = progress.question.options[0].key
    window.go(Place("scenarios", Answers.of(flow.key, given)))
    answers(NoteDialog, wrote("ask a lawyer"))
    window.pages["scenarios"].outcome.save.click()
    window.go(Place("contacts"))
    answers(NoteDialog, wrote("called them"))
    window.pages["contacts"].text.asked.emit(Link(Ask.KEEP, CONTACT))
    marks = {mark.note: mark for mark in window.notebook.contents().marks}
    assert marks["ask a lawyer"].address == f"rightsref:flow/{flow.key}/{progress.outcome.key}"
    assert marks["called them"].address == CONTACT
    for mark in marks.values():
        window.open_address(mark.address)
        assert not window.message.lasting


def test_search_shows_what_is_saved_apart_from_the_law(window, opened, type_in):
    window.notebook.add(pointer(window.kb, ADDRESS, "en"), "Marisol <b>asked</b> about bond")
    for n in range(5):
        window.notebook.add(pointer(window.kb, CONTACT, "en"), f"zebra {n}")
    page = type_in("marisol")
    assert page.yours.isVisible()
    assert "Yours" in page.yours.text()
    assert "Marisol &lt;b&gt;asked&lt;/b&gt;" in page.yours.text()
    page.yours.linkActivated.emit(ADDRESS)
    assert window.history.current == Place("law", At(ADDRESS))
    page = type_in("zebra")
    assert page.yours.text().count("zebra") == 3
    page.yours.linkActivated.emit(str(Link(Ask.OPEN, "saved")))
    assert window.history.current == Place("saved", Sought("zebra"))
    assert opened.text.toPlainText().count("zebra") == 5
    assert "Marisol" not in opened.text.toPlainText()
    page = type_in("detainer")
    assert not page.yours.isVisible()


def test_what_moved_changed_or_went_is_shown_as_it_was(window, opened):
    to = pointer(window.kb, ADDRESS, "en")
    for changed in (
        to._replace(words="It said otherwise."),
        to._replace(address="rightsref:provision/old/15/e"),
        to._replace(address="rightsref:provision/none/9", citation="5 ILCS 805/999", label="5 ILCS 805/999", title="Once here", words="Gone words"),
    ):  # fmt: skip
        window.notebook.add(changed, "mine")
    window.go(Place("saved"))
    text = opened.text.toPlainText()
    for words in (
        "It reads otherwise",
        "“It said otherwise.”",
        "stands at another place",
        "does not hold it any more",
        "5 ILCS 805/999: Once here",
        "“Gone words”",
    ):
        assert words in text
    links = opened.text.document().toHtml().count(f'href="{ADDRESS}"')
    assert links == 2  # the one that went leads nowhere


def test_a_case_is_renamed_and_removed_and_its_notes_stay(window, opened, monkeypatch):
    window.notebook.add(pointer(window.kb, ADDRESS, "en"), "mine", "A case")
    window.go(Place("saved"))
    [matter] = window.notebook.contents().matters
    monkeypatch.setattr(QInputDialog, "getText", lambda *_, **__: ("Another", True))
    opened.text.asked.emit(Link(Ask.EDIT, matter.id))
    assert "Another" in opened.text.toPlainText()
    window.notebook.add(pointer(window.kb, CONTACT, "en"), "theirs", "A third")
    opened.look_again()
    monkeypatch.setattr(QInputDialog, "getText", lambda *_, **__: ("a third", True))
    opened.text.asked.emit(Link(Ask.EDIT, matter.id))
    assert window.message.text() == "There is a case named a third already. Choose another name."
    assert "Another" in opened.text.toPlainText()
    monkeypatch.setattr(QMessageBox, "exec", lambda _: QMessageBox.StandardButton.Yes)
    opened.text.asked.emit(Link(Ask.DROP, matter.id))
    assert "Another" not in opened.text.toPlainText()
    assert "mine" in opened.text.toPlainText()


def test_a_name_that_looks_like_markup_is_asked_about_as_it_stands(window, opened, monkeypatch):
    window.notebook.add(pointer(window.kb, ADDRESS, "en"), "mine", "Ana <b>Lopez</b>")
    window.go(Place("saved"))
    shown = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: shown.append((box.text(), box.textFormat())))
    opened.text.asked.emit(Link(Ask.DROP, window.notebook.contents().matters[0].id))
    [(words, form)] = shown
    assert "“Ana <b>Lopez</b>”" in words
    assert form == Qt.TextFormat.PlainText
    assert window.notebook.contents().matters


def test_a_wrong_passphrase_is_told_beside_the_field(window, page, path, files, answers):
    Notebook.make(path, PASSPHRASE).close()
    wrong = typed("not these four words")
    files.append((str(path), ""))
    answers(PassphraseDialog, wrong)
    page.open.click()
    assert wrong.wrong == "This is not the passphrase of rightsref-notes.rrnotes."
    assert window.notebook is None
    files.append((str(path), ""))
    answers(PassphraseDialog, typed(PASSPHRASE))
    page.open.click()
    assert "protected by a passphrase" in page.file_name.text()


@pytest.mark.parametrize(
    ("first", "again", "said"), [("short", "short", "too short"), (PASSPHRASE, "another of mine", "not the same")]
)
def test_a_passphrase_that_will_not_do_makes_no_file(window, page, path, files, answers, first, again, said):
    bad = typed(first, again)
    files.append((str(path), ""))
    answers(PassphraseDialog, bad)
    page.new.click()
    assert said in bad.wrong
    assert window.notebook is None
    assert list(path.parent.iterdir()) == []


@pytest.mark.parametrize("passphrase", ["", PASSPHRASE])
def test_a_damaged_file_is_recovered_into_a_new_one_and_kept(
    window, page, path, files, answers, monkeypatch, passphrase
):
    made = Notebook.make(path, passphrase)
    for n in range(30):
        made.add(pointer(window.kb, ADDRESS, "en"), f"note {n} " + "x" * 900)
    made.close()
    damaged = bytearray(path.read_bytes())
    half = len(damaged) // 2 // 4_096 * 4_096
    damaged[half : half + 4_096] = bytes(4_096)
    path.write_bytes(damaged)
    asked = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: asked.append(box.text()) or QMessageBox.StandardButton.Yes)
    into = path.with_name("again.rrnotes")
    files.extend([(str(path), ""), (str(into), "")])
    if passphrase:
        answers(PassphraseDialog, typed(passphrase))
    page.open.click()
    assert "damaged" in asked[0]
    assert "the damaged one is kept" in asked[0]
    assert window.notebook.path == into
    assert window.notebook.is_protected is bool(passphrase)
    assert len(window.notebook.contents().marks) > 15
    assert f"{len(window.notebook.contents().marks)} entries were read" in window.message.text()
    assert window.message.lasting
    assert path.read_bytes() == damaged


@pytest.mark.parametrize("passphrase", ["", PASSPHRASE])
def test_after_leaving_nothing_is_told_of_a_file_that_was_being_opened(
    window, page, path, files, answers, monkeypatch, passphrase
):
    Notebook.make(path, passphrase).close()
    with path.open("r+b") as file:
        file.seek(-4_096, 2)
        file.write(b"\xff" * 4_096)
    window.change(window.settings._replace(leave="blank"))
    monkeypatch.setattr(QMessageBox, "exec", lambda _: window.leave_now())
    files.append((str(path), ""))
    if passphrase:
        answers(PassphraseDialog, typed(passphrase))
    page.open.click()
    window.leave_now()  # back
    assert (window.message.text(), window.message.accessibleName(), window.message.isVisible()) == ("", "", False)
    window.announce("told again")
    assert window.message.text() == "told again"
    window.change(window.settings._replace(leave="close"))


def test_another_kind_of_file_is_told(window, page, path, files):
    path.write_text("a letter")
    files.append((str(path), ""))
    page.open.click()
    assert window.message.text() == "rightsref-notes.rrnotes is no notes file of RightsRef."
    assert window.message.lasting


@pytest.mark.parametrize(("ending", "begins"), [(".md", b"# My notes"), (".json", b"{"), (".docx", b"PK")])
def test_everything_is_exported(window, opened, path, files, ending, begins):
    window.notebook.add(pointer(window.kb, ADDRESS, "en"), "mine")
    target = path.with_name(f"out{ending}")
    files.append((str(target), ""))
    opened.export.click()
    assert target.read_bytes().startswith(begins)
    assert window.message.text() == f"Saved as out{ending}."


@pytest.mark.parametrize("answer", [QMessageBox.StandardButton.Yes, QMessageBox.StandardButton.No])
def test_a_name_that_gets_its_ending_after_the_question_is_asked_about(
    window, opened, path, files, monkeypatch, answer
):
    asked, there = [], path.with_name("report.docx")
    there.write_text("a letter")
    monkeypatch.setattr(QMessageBox, "exec", lambda box: asked.append(box.text()) or answer)
    files.append((str(path.with_name("report")), ""))
    opened.export.click()
    assert asked == ["report.docx is there already. Write over it?"]
    assert (there.read_bytes() == b"a letter") is (answer == QMessageBox.StandardButton.No)
    files.append((str(there), ""))
    opened.export.click()
    assert len(asked) == 1  # by its whole name the dialog has asked
    assert there.read_bytes().startswith(b"PK")


@pytest.mark.parametrize("name", ["case", "case.docx", "link.md"])
def test_an_export_never_takes_the_place_of_the_open_notes(window, page, path, files, name):
    window.use_notebook(Notebook.make(path.with_name("case.docx")))
    window.notebook.add(pointer(window.kb, ADDRESS, "en"), "mine")
    path.with_name("link.md").symlink_to(window.notebook.path)
    files.append((str(path.with_name(name)), ""))
    page.export.click()
    shown = name if "." in name else f"{name}.docx"
    assert window.message.text() == f"{shown} is your open notes file. Export under another name."
    assert [mark.note for mark in window.notebook.contents().marks] == ["mine"]


def test_notes_from_elsewhere_are_shown_before_they_are_taken_in(window, opened, path, files, answers):
    window.notebook.add(pointer(window.kb, ADDRESS, "en"), "mine")
    target = path.with_name("out.json")
    files.append((str(target), ""))
    opened.export.click()
    whole = json.loads(target.read_text())
    whole["marks"].append({**whole["marks"][0], "id": "f" * 32, "note": "theirs"})
    whole["marks"].append({"address": "nowhere"})
    target.write_text(json.dumps(whole))
    told = []
    for _ in range(2):
        files.append((str(target), ""))
    answers(ImportDialog, lambda dialog: (told.append((dialog.told.text(), dialog.list.count())), dialog.reject()))
    opened.take_in.click()
    assert told == [
        (
            "From out.json: 1 new, 1 here already as they are. 1 could not be read, or is too long to be kept, and is left out.",
            1,
        )
    ]
    assert len(window.notebook.contents().marks) == 1
    answers(ImportDialog, lambda dialog: dialog.take.click())
    opened.take_in.click()
    assert {mark.note for mark in window.notebook.contents().marks} == {"mine", "theirs"}
    assert len(list(path.parent.glob("rightsref-notes 20*.rrnotes"))) == 1  # as it was before
    assert "theirs" in opened.text.toPlainText()


def test_copies_are_made_and_the_new_one_may_have_a_passphrase(window, opened, path, files, answers):
    window.notebook.add(pointer(window.kb, ADDRESS, "en"), "mine")
    opened.dated.click()
    assert len(list(path.parent.glob("rightsref-notes 20*.rrnotes"))) == 1
    into = path.with_name("second.rrnotes")
    files.append((str(into), ""))
    answers(PassphraseDialog, typed(PASSPHRASE))
    opened.copy.click()
    assert (window.notebook.path, window.notebook.is_protected) == (into, True)
    assert [mark.note for mark in window.notebook.contents().marks] == ["mine"]
    assert path.exists()
    assert "is still there as it was" in window.message.text()


def test_leaving_at_once_closes_the_file(window, opened, monkeypatch):
    window.notebook.add(pointer(window.kb, ADDRESS, "en"), "Marisol")
    window.go(Place("saved"))
    monkeypatch.setattr(QApplication, "exit", lambda *_: None)
    window.leave_now()
    assert window.notebook is None
    assert "saved" not in window.pages
    window.show()


def test_a_note_that_is_too_long_is_told_before_it_is_saved(window, opened, answers):
    told = []

    def save_twice(dialog):
        wrote("x" * 100_001)(dialog)
        told.append((dialog.warning.text(), len(dialog.typed[0])))
        wrote("x" * 100_000)(dialog)

    answers(NoteDialog, save_twice)
    read(window).click()
    assert told == [
        ("A note has room for 100,000 characters; this one has 100,001. Shorten it, then save it again.", 100_001)
    ]
    assert [len(mark.note) for mark in window.notebook.contents().marks] == [100_000]


@pytest.mark.parametrize("saved_before", [False, True])
def test_a_note_that_cannot_be_saved_stays_in_its_dialog_until_it_can(window, opened, path, answers, saved_before):
    away = path.with_name("away.rrnotes")
    if saved_before:
        window.notebook.add(pointer(window.kb, ADDRESS, "en"), "old")
    path.rename(away)
    told = []

    def save_twice(dialog):
        dialog.note.setPlainText("two pages")
        dialog.accept()
        told.append((dialog.isVisible(), dialog.warning.text()))
        away.rename(path)
        dialog.accept()

    answers(NoteDialog, save_twice)
    read(window).click()
    [(stays, why)] = told
    assert stays
    assert why.startswith("rightsref-notes.rrnotes is no longer where it was opened, so this was not saved.")
    assert [mark.note for mark in window.notebook.contents().marks] == ["two pages"]


def test_what_cannot_be_removed_is_told_before_the_dialog_goes(window, opened, path, answers):
    mark = window.notebook.add(pointer(window.kb, ADDRESS, "en"), "mine")
    told = []

    def drop(dialog):
        window.notebook.change(mark, "theirs", "")  # as another window would
        dialog.drop.click()
        told.append((dialog.isVisible(), dialog.warning.text()))
        dialog.done(0)

    answers(NoteDialog, drop)
    read(window).click()
    assert told == [
        (True, "This was changed in another window meanwhile, so it was not removed. Look again."),
    ]
    assert [mark.note for mark in window.notebook.contents().marks] == ["theirs"]


def test_a_full_disk_is_told_beside_the_note_and_the_window_goes_on(window, opened, answers):
    save = read(window)
    connection = window.notebook._file._connection
    connection.execute("PRAGMA max_page_count = 1")
    told = []

    def save_twice(dialog):
        wrote("x" * 90_000)(dialog)
        told.append(dialog.warning.text())
        connection.execute("PRAGMA max_page_count = 100000")
        dialog.accept()

    answers(NoteDialog, save_twice)
    save.click()
    assert told[0].startswith("This could not be saved to rightsref-notes.rrnotes: the disk is full.")
    assert save.text() == "Bookmarked"
    assert [len(mark.note) for mark in window.notebook.contents().marks] == [90_000]


def test_another_windows_notes_are_shown_when_the_page_is(window, opened, path):
    other = Notebook.open(path)
    other.add(pointer(window.kb, ADDRESS, "en"), "from there")
    other.close()
    window.go(Place("home"))
    window.go(Place("saved"))
    assert "from there" in opened.text.toPlainText()


def test_where_is_everything_tells_of_the_file_and_remove_everything_asks(
    window, opened, path, monkeypatch, settings_file
):
    window.go(Place("where"))
    assert str(path) in window.pages["where"].text.toPlainText()
    asked, answered = [], [QMessageBox.StandardButton.Yes, QMessageBox.StandardButton.No]
    monkeypatch.setattr(QMessageBox, "exec", lambda box: asked.append(box.text()) or answered.pop(0))
    window.pages["where"].remove.click()
    assert "It is yours and stays" in asked[1]
    assert path.exists()
    assert window.notebook is not None
    answered.extend([QMessageBox.StandardButton.Yes] * 2)
    window.pages["where"].remove.click()
    assert not path.exists()
    assert window.notebook is None
    answered.append(QMessageBox.StandardButton.Yes)
    window.pages["where"].remove.click()
    assert len(asked) == 5  # with no file open there is nothing more to ask
    assert "None is open" in window.pages["where"].text.toPlainText()
    settings_file.parent.mkdir(exist_ok=True)  # it went with what was in it


def test_a_notes_file_that_is_a_link_is_removed_with_what_it_leads_to(window, page, path, monkeypatch, settings_file):
    kept = path.with_name("kept.rrnotes")
    Notebook.make(kept).close()
    path.symlink_to(kept)
    window.use_notebook(Notebook.open(path))
    monkeypatch.setattr(QMessageBox, "exec", lambda _: QMessageBox.StandardButton.Yes)
    window.go(Place("where"))
    window.pages["where"].remove.click()
    assert list(path.parent.iterdir()) == []
    settings_file.parent.mkdir(exist_ok=True)  # it went with what was in it


def test_thousands_of_notes_are_listed_as_far_as_it_helps_and_found(window, opened, path):
    to = pointer(window.kb, ADDRESS, "en")
    mark = window.notebook.add(to, "first")
    window.notebook.put_back([mark._replace(id=f"{n:032x}", note=f"note {n}") for n in range(3_000)])
    window.go(Place("home"))
    window.go(Place("saved"))
    assert "2801 more are saved" in opened.text.toPlainText()
    opened.field.setText("1234")
    opened.look_again()
    assert opened.text.toPlainText().count("note ") == 1
    with contextlib.closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT count(*) FROM mark").fetchone() == (3_001,)


def test_the_new_controls_speak_spanish(window, opened):
    window.notebook.add(pointer(window.kb, ADDRESS, "en"), "mía")
    window.change(window.settings._replace(language="es"))
    window.go(Place("saved"))
    text = window.pages["saved"].text.toPlainText()
    assert "Guardado el" in text
    assert "Borrar" in text
    assert read(window).text() == "Con marcador"
    window.change(window.settings._replace(language="en"))
    assert QGuiApplication.overrideCursor() is None
