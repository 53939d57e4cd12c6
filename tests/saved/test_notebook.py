"""Bookmarks, notes and cases in a file, plain and protected."""

from __future__ import annotations

import contextlib
import errno
import os
import sqlite3
import stat
import threading
from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rightsref.saved import locks, plain, sealed
from rightsref.saved.finding import folded, matches
from rightsref.saved.notebook import Notebook
from rightsref.saved.nouns import LONGEST, LONGEST_NAME, Mark, Pointer, clean, today
from rightsref.saved.plain import uri_of
from rightsref.saved.recovery import recovered_name
from rightsref.saved.trouble import NeedsPassphraseError, NotesError, WrongPassphraseError


def test_what_was_saved_is_there_when_the_file_is_opened_again(notebook, path, passphrase, trust):
    first = notebook.add(trust, "Ñandú asked\nat the desk", "  Familia   García ")
    second = notebook.add(trust)
    notebook.close()
    again = Notebook.open(path, passphrase)
    held = again.contents()
    assert held.marks == (second, first)
    assert [matter.name for matter in held.matters] == ["Familia García"]
    assert held.matter(first.matter) == "Familia García"
    assert again.at(trust.address) == (second, first)
    assert again.at("rightsref:form/I-247A") == ()
    again.close()


def test_a_note_and_its_case_can_be_changed_and_removed_and_put_back(notebook, trust):
    mark = notebook.add(trust, "one", "A")
    changed = notebook.change(mark, "two", "a")  # a case is one whatever the letters' size
    assert (changed.mark.note, changed.mark.version, changed.beside) == ("two", 2, False)
    assert len(notebook.contents().matters) == 1
    notebook.remove(changed.mark)
    assert notebook.contents().marks == ()
    notebook.put_back([changed.mark])
    assert notebook.contents().marks == (changed.mark,)


def test_a_case_is_renamed_and_removed_and_its_notes_stay(notebook, trust):
    notebook.add(trust, "one", "A")
    [matter] = notebook.contents().matters
    notebook.rename_matter(matter, " B ")
    notebook.rename_matter(matter._replace(name="B"), "  ")
    assert [each.name for each in notebook.contents().matters] == ["B"]
    notebook.remove_matter(matter)
    held = notebook.contents()
    assert (held.matters, [mark.matter for mark in held.marks]) == ((), [""])


def test_two_cases_never_come_to_have_one_name(notebook, trust):
    for name in ("A", "B"):
        notebook.add(trust, name, name)
    first, second = notebook.contents().matters
    with pytest.raises(NotesError, match=r"^There is a case named a already\. Choose another name\.$"):
        notebook.rename_matter(second, " a ")
    notebook.rename_matter(first, "a")  # its own name, in other letters
    assert [matter.name for matter in notebook.contents().matters] == ["a", "B"]
    notebook.add(trust, "more")
    assert len(notebook.contents().marks) == 3


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        (PureWindowsPath("C:/My notes/ñ #1.rrnotes"), "file:///C:/My%20notes/%C3%B1%20%231.rrnotes"),
        (PureWindowsPath("//server/share/n.rrnotes"), "file:////server/share/n.rrnotes"),
        (PurePosixPath("/media/stick/50 %?.rrnotes"), "file:///media/stick/50%20%25%3F.rrnotes"),
    ],
)
def test_a_path_is_told_to_sqlite_as_it_reads_it(path, uri):
    assert uri_of(path) == uri


@pytest.mark.parametrize("name", ["50 %?.rrnotes", "ñ #1 &mode=ro.rrnotes", "a'b\"c.rrnotes"])
def test_a_file_may_have_any_name(tmp_path, trust, passphrase, name):
    if os.name == "nt":
        name = name.replace("?", "").replace('"', "")
    notebook = Notebook.make(tmp_path / name, passphrase)
    notebook.add(trust, "one")
    notebook.close()
    assert [file.name for file in tmp_path.iterdir()] == [name]


@pytest.mark.skipif(os.name != "posix", reason="such things are made on these systems only")
@pytest.mark.parametrize(
    "make",
    [lambda path: path.symlink_to("nowhere"), os.mkfifo, os.mkdir, lambda path: path.symlink_to(os.devnull)],
    ids=["a link to nowhere", "a pipe", "a folder", "a link to a device"],
)
def test_what_has_a_name_already_keeps_it(path, passphrase, make):
    make(path)
    before = path.lstat()
    with pytest.raises(NotesError, match=r"There is a file named rightsref-notes\.rrnotes already"):
        Notebook.make(path, passphrase)
    assert (path.lstat().st_mode, path.lstat().st_ino) == (before.st_mode, before.st_ino)
    assert list(path.parent.iterdir()) == [path]


def test_an_empty_file_is_filled_and_stays_where_it_cannot_be(path, passphrase, monkeypatch):
    path.touch()
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", _full)
        with pytest.raises(NotesError, match="the disk is full"):
            Notebook.make(path, passphrase)
    assert list(path.parent.iterdir()) == [path]
    Notebook.make(path, passphrase).close()
    assert path.stat().st_size


LONG = "ñ" * 120  # two bytes each


@pytest.mark.parametrize("name", [f"{LONG}.rrnotes", f"{LONG}/{LONG}/n.rrnotes"], ids=["name", "path"])
def test_a_name_without_room_for_a_journal_is_refused_when_the_file_is_made(path, passphrase, trust, name):
    path = path.parent / name
    path.parent.mkdir(parents=True, exist_ok=True)
    with pytest.raises(NotesError, match=r"is too long, alone or with its folders\. Choose a shorter one\."):
        Notebook.make(path, passphrase)
    assert list(path.parent.iterdir()) == []


@pytest.mark.skipif(os.name != "posix", reason="names are counted in bytes on these systems")
@pytest.mark.parametrize("name", ["x" * 239 + ".rrnotes", "{}/n.rrnotes"], ids=["name", "path"])
def test_the_longest_name_will_do(path, passphrase, trust, name):
    room = 504 - len(os.fsencode(os.path.realpath(path.parent))) - len("//n.rrnotes")
    path = path.parent / name.format(f"{'a' * (room // 2)}/{'b' * (room - room // 2 - 1)}")
    path.parent.mkdir(parents=True, exist_ok=True)
    notebook = Notebook.make(path, passphrase)
    notebook.add(trust, "one")
    if path.name != "n.rrnotes":
        with pytest.raises(NotesError, match="too long"):
            notebook.dated_copy()
    notebook.close()
    assert len(list(path.parent.iterdir())) == 1


def test_a_file_that_cannot_be_opened_once_it_was_made_does_not_stay(path, passphrase, monkeypatch):
    def cannot(*_):
        raise sqlite3.OperationalError("unable to open database file")

    monkeypatch.setattr(sealed if passphrase else plain, "connect", cannot)
    with pytest.raises(NotesError):
        Notebook.make(path, passphrase)
    assert list(path.parent.iterdir()) == []


def _full(*_):
    raise OSError(errno.ENOSPC, "No space left on device")


def test_nobody_else_may_read_a_new_file(notebook, path):
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_copies_hold_the_same(notebook, path, passphrase, trust):
    notebook.add(trust, "one", "A")
    held = notebook.contents()
    copies = [notebook.dated_copy(), notebook.dated_copy()]
    assert len({*copies, path}) == 3
    for copy in copies:
        again = Notebook.open(copy, passphrase)
        assert again.contents() == held
        again.close()
    into = notebook.copy_into(path.with_name("new.rrnotes"), "other words, four" if not passphrase else "")
    again = Notebook.open(into, "other words, four" if not passphrase else "")
    assert again.contents() == held
    assert again.is_protected is not notebook.is_protected
    again.close()


@pytest.mark.parametrize("name", ["Mr. Smith 11.30", "Mr. Smith 11.30.rrnotes"])
def test_a_copy_is_called_after_its_file_and_shown_where_that_is(path, trust, name):
    notebook = Notebook.make(path.with_name(name))
    assert notebook.dated_copy().name == f"Mr. Smith 11.30 {today()}.rrnotes"
    assert notebook.dated_copy().name == f"Mr. Smith 11.30 {today()} (2).rrnotes"
    assert recovered_name(notebook.path).name == f"Mr. Smith 11.30 recovered {today()}.rrnotes"
    notebook.close()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("detainer", {"a"}), ("detainers", {"a"}), ("GARCIA", {"a", "b"}), ("garcía desk", {"b"}), ("garcía bond", set()), ("", set()), ("e", set()),
        ("police", {"a", "b", "c"}), ("805", {"a", "b", "c"}), ("preguntó", {"c"}), ("%", set()), ("* OR", set()),
    ],
)  # fmt: skip
def test_what_was_saved_is_found_by_its_words(notebook, trust, text, found):
    for note, matter in (("a detainer was lodged", "García"), ("b at the desk", "García"), ("c preguntaron", "")):
        notebook.add(trust, note, matter)
    assert {mark.note[0] for mark in notebook.find(text)} == found


def test_what_is_read_is_of_one_moment_though_another_window_writes(notebook, path, passphrase, trust):
    def write(case):
        other = Notebook.open(path, passphrase)
        other.add(trust, "theirs", case)
        other.close()

    write("before")
    connection = notebook._file._outer if passphrase else notebook._file._connection
    meanwhile = threading.Thread(target=write, args=["meanwhile"])

    def between(statement):
        if "FROM part" in statement or "FROM matter" in statement:  # the lock, or the marks, were read just now
            connection.set_trace_callback(None)
            meanwhile.start()
            meanwhile.join(0.3)

    connection.set_trace_callback(between)
    held = notebook.contents()
    meanwhile.join()
    assert [matter.name for matter in held.matters] == ["before"]
    assert {mark.matter for mark in held.marks} == {matter.id for matter in held.matters}
    assert [matter.name for matter in notebook.contents().matters] == ["before", "meanwhile"]


def test_notes_are_found_that_another_window_wrote(notebook, path, passphrase, trust):
    assert notebook.find("desk") == ()
    other = Notebook.open(path, passphrase)
    other.add(trust, "at the desk")
    other.close()
    assert len(notebook.find("desk")) == 1


@given(st.text(), st.text(max_size=30))
def test_any_text_can_be_looked_for_in_any_note(note, text):
    mark = Mark("0" * 32, "a", "b", "c", "d", "e", "en", clean(note), "", "2026-11-01", "2026-11-01", 1)
    assert matches([folded(mark, "")], text) in ((), (mark,))


@given(st.text(alphabet=st.characters(), max_size=200), st.text(alphabet=st.characters(), max_size=80))
def test_any_text_is_kept_as_it_can_be(note, matter):
    import tempfile
    from pathlib import Path

    with tempfile.TemporaryDirectory() as folder:
        notebook = Notebook.make(Path(folder) / "n.rrnotes")
        mark = notebook.add(Pointer("rightsref:form/I-247A", "", "", note, note, "en"), note, matter)
        notebook.close()
        again = Notebook.open(Path(folder) / "n.rrnotes")
        assert again.contents().marks == (mark,)
        assert mark.note == note.encode("utf-8", "replace").decode().replace("\0", "")
        again.close()


def test_nothing_is_cut_off_what_is_too_long(notebook, trust):
    mark = notebook.add(trust, "x" * LONGEST, "y" * LONGEST_NAME)
    held = notebook.contents()
    for act in (
        lambda: notebook.add(trust, "x" * (LONGEST + 5)),
        lambda: notebook.add(trust, "", "y" * (LONGEST_NAME + 1)),
        lambda: notebook.change(mark, "x" * (LONGEST + 5), ""),
        lambda: notebook.rename_matter(held.matters[0], "z" * (LONGEST_NAME + 1)),
    ):
        with pytest.raises(NotesError, match=r"has room for (100,000|200) characters; this one has (100,005|201)\."):
            act()
    assert notebook.contents() == held
    assert (len(held.marks[0].note), len(held.matters[0].name)) == (LONGEST, LONGEST_NAME)


# -- passphrases -------------------------------------------------------------------------------------------


@pytest.fixture
def protected(path, trust):
    notebook = Notebook.make(path, "four words of mine")
    notebook.add(trust, "Marisol asked about bond", "Familia Okonkwo")
    yield notebook
    notebook.close()


def test_a_wrong_passphrase_is_one_sentence(protected, path):
    with pytest.raises(WrongPassphraseError, match=r"^This is not the passphrase of rightsref-notes\.rrnotes\.$"):
        Notebook.open(path, "four words of yours")
    with pytest.raises(NeedsPassphraseError, match="protected by a passphrase"):
        Notebook.open(path)


def test_a_passphrase_is_the_same_however_a_keyboard_makes_its_accents(path):
    Notebook.make(path, "cuatro palabras más").close()
    Notebook.open(path, "cuatro palabras ma\u0301s").close()


@pytest.mark.parametrize("passphrase", ["short", "         x"])
def test_a_short_passphrase_is_refused(path, passphrase):
    with pytest.raises(NotesError, match="too short"):
        Notebook.make(path, passphrase)
    assert not path.exists()


def test_nothing_of_a_protected_file_can_be_read_on_the_disk(protected, path, trust, monkeypatch):
    seen = [path.read_bytes()]
    journal = path.with_name(f"{path.name}-journal")
    real = sqlite3.connect

    class Watched(sqlite3.Connection):
        """Looks at the folder before each statement, so that the journal is seen while it is there."""

        def execute(self, *arguments):
            done = super().execute(*arguments)
            seen.extend(file.read_bytes() for file in path.parent.iterdir())
            return done

    monkeypatch.setattr(sqlite3, "connect", lambda *args, **named: real(*args, **{**named, "factory": Watched}))
    again = Notebook.open(path, "four words of mine")
    again.add(trust, "Marisol called twice", "Familia Okonkwo")
    seen.extend([again.dated_copy().read_bytes(), path.read_bytes()])
    again.close()
    assert not journal.exists()
    assert len(seen) > 10
    for words in (b"Marisol", b"Okonkwo", b"5 ILCS", b"rightsref:", b"CREATE TABLE mark", b"four words"):
        assert not any(words in read for read in seen), words
    assert {file.suffix for file in path.parent.iterdir()} == {".rrnotes"}


def test_parts_of_another_turn_or_place_do_not_fit(protected, path, trust):
    """Whoever changes parts for older ones of the same file, or their order, is found out."""
    with contextlib.closing(sqlite3.connect(path)) as now:
        before = now.execute("SELECT sealed FROM part WHERE nth = 0").fetchone()
    protected.add(trust, "more")
    for change in ("UPDATE part SET sealed = ? WHERE nth = 0", "UPDATE part SET sealed = (SELECT sealed FROM part WHERE nth = 1) WHERE nth = 0"):  # fmt: skip
        whole = path.read_bytes()
        connection = sqlite3.connect(path)
        connection.execute(change, before if "?" in change else ())
        connection.commit()
        connection.close()
        with pytest.raises(NotesError, match="damaged"):
            Notebook.open(path, "four words of mine")
        path.write_bytes(whole)


@pytest.mark.parametrize(("operations", "memory"), [(1 << 40, 8_192), (1, 1 << 50), (0, 8_192), (1, 1)])
def test_a_file_that_would_stop_the_computer_is_refused(protected, path, operations, memory):
    protected.close()
    connection = sqlite3.connect(path)
    connection.execute("UPDATE lock SET operations = ?, memory = ?", (operations, memory))
    connection.commit()
    connection.close()
    with pytest.raises(NotesError, match="damaged"):
        Notebook.open(path, "four words of mine")


def test_the_usual_cost_is_that_of_today():
    assert locks.Cost(3, 256 << 20).is_sound
    import inspect

    assert "USUAL = Cost(3, 256 << 20)" in inspect.getsource(locks)
