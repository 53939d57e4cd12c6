"""What is told to be saved is saved: killed at any moment, on a full disk, in a folder for reading only, beside another window."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

import rightsref
from rightsref.saved.notebook import Notebook
from rightsref.saved.nouns import Mark, check_of
from rightsref.saved.trouble import NotesError

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="a child is forked and killed")

#: `make survive` tries everything so many times more.
TIMES = int(os.environ.get("RIGHTSREF_TIMES", "1"))
SOURCES = Path(rightsref.__file__).parents[1]
PROGRAM = Path(__file__).with_name("survival.py")


def survived(*arguments, prefix=()):
    """Run the program beside this file and read what it counted."""
    run = subprocess.run(
        [*prefix, sys.executable, "-B", str(PROGRAM), *map(str, arguments)],
        capture_output=True, text=True, check=False, timeout=280 * TIMES,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    print(arguments[0], run.stdout, run.stderr)
    return json.loads(run.stdout)


def test_nothing_that_was_saved_is_lost_by_kill_9(path, passphrase):
    counted = survived("kills", path, passphrase, 60 * TIMES, 17)
    assert counted["kills"] == 60 * TIMES
    assert counted["acknowledged"]
    assert (counted["lost"], counted["returned"], counted["unreadable"]) == (0, 0, 0)


def test_a_new_file_is_whole_or_its_name_is_free_after_kill_9(tmp_path, passphrase):
    counted = survived("births", tmp_path, passphrase, 60 * TIMES, 17)
    assert counted["broken"] == 0
    assert counted["whole"] + counted["none"] == counted["kills"] == 60 * TIMES


def old_file(path):
    """A file of the first form, which had no cases."""
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA application_id = 1381126998")
    connection.execute("PRAGMA user_version = 1")
    fields = [field for field in Mark._fields if field != "matter"]
    columns = ", ".join(f"{field} {'INTEGER' if field == 'version' else 'TEXT'} NOT NULL" for field in fields)
    connection.execute(f"CREATE TABLE mark ({columns}, check_sum TEXT NOT NULL, PRIMARY KEY (id))")
    for n in range(40):
        row = (f"{n:032x}", "rightsref:form/I-247A", "form:I-247A", "Form I-247A", "A detainer", "Words", "en", f"note {n}", "2026-11-01", "2026-11-01", 1, "")  # fmt: skip
        connection.execute(f"INSERT INTO mark VALUES ({', '.join('?' * len(row))})", row)
    connection.commit()
    connection.close()
    return path


def test_an_older_file_is_in_one_form_or_the_next_after_kill_9(tmp_path):
    old_file(tmp_path / "old.rrnotes")
    counted = survived("updates", tmp_path, 60 * TIMES, 17)
    assert counted["lost"] == 0
    assert counted["before"] + counted["after"] == counted["kills"] == 60 * TIMES


def test_an_older_file_is_brought_up_to_date_and_a_copy_of_it_kept(path):
    before = old_file(path).read_bytes()
    notebook = Notebook.open(path)
    held = notebook.contents()
    assert [mark.note for mark in reversed(held.marks)] == [f"note {n}" for n in range(40)]
    notebook.change(held.marks[0], held.marks[0].note, "A case")
    assert [matter.name for matter in notebook.contents().matters] == ["A case"]
    notebook.close()
    new = path.with_name("new.rrnotes")
    Notebook.make(new).close()
    assert _tables(path) == _tables(new)
    [copy] = path.parent.glob("rightsref-notes 20*.rrnotes")
    with contextlib.closing(sqlite3.connect(copy)) as as_it_was:
        assert as_it_was.execute("SELECT count(*) FROM mark").fetchone() == (40,)
        assert as_it_was.execute("PRAGMA user_version").fetchone() == (1,)
    assert len(copy.read_bytes()) == len(before)


def _tables(path):
    connection = sqlite3.connect(path)
    names = [
        name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    ]
    found = {name: {row[1:4] for row in connection.execute(f"PRAGMA table_info({name})")} for name in names}
    connection.close()
    return found


def test_several_windows_at_once_lose_nothing(path, passphrase):
    counted = survived("windows", path, passphrase, 4, 25)
    assert counted == {"failed": 0, "wanted": 100, "lost": 0, "twice": 0, "cases": 3}


def test_a_file_is_whole_to_whoever_opens_it_while_another_window_writes(path, passphrase):
    assert survived("readers", path, passphrase, 4, 25 * TIMES) == {"failed": 0}


def test_several_windows_bring_an_older_file_up_to_date_at_once(tmp_path):
    old_file(tmp_path / "old.rrnotes")
    counted = survived("together", tmp_path, 4, 10 * TIMES)
    assert counted == {"failed": 0, "lost": 0, "copies": 10 * TIMES}


def test_what_another_window_wrote_to_the_same_note_stays(notebook, path, passphrase, trust):
    mark = notebook.add(trust, "first")
    other = Notebook.open(path, passphrase)
    assert not other.change(other.at(trust.address)[0], "theirs", "").beside
    assert notebook.change(mark, "mine", "").beside
    assert {each.note for each in notebook.contents().marks} == {"theirs", "mine"}
    with pytest.raises(Exception, match="another window"):
        notebook.remove(mark)
    assert len(other.contents().marks) == 2  # seen without being opened anew
    other.close()


def test_a_disk_with_a_limit_keeps_all_it_took(path, passphrase):
    counted = survived("fills", path, passphrase, 200_000)
    assert counted["kept"] > 10
    assert (counted["lost"], counted["refused"]) == (0, 5)
    assert "could not be saved" in counted["words"]


@pytest.fixture
def small_disk():
    """A disk of 300 kB, where this system lets us have one."""
    folder = Path(tempfile.mkdtemp())
    mount = shutil.which("mount")
    options = ["-t", "tmpfs", "-o", "size=300k", "tmpfs"]
    if not mount or subprocess.run([mount, *options, str(folder)], capture_output=True, check=False).returncode:
        folder.rmdir()
        pytest.skip("no disk of our own can be mounted here")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)
    folder.rmdir()


def test_a_full_disk_keeps_all_it_took_and_says_that_it_is_full(small_disk, passphrase):
    counted = survived("fills", small_disk / "notes.rrnotes", passphrase, 0)
    assert counted["kept"] > 10
    assert (counted["lost"], counted["refused"]) == (0, 5)
    assert "the disk is full" in counted["words"]
    with contextlib.suppress(OSError):
        (small_disk / "filler").write_bytes(bytes(400_000))
    with pytest.raises(NotesError, match="the disk is full"):
        Notebook.make(small_disk / "second.rrnotes")
    assert {file.name for file in small_disk.iterdir()} == {"filler", "notes.rrnotes"}


_AS_ANOTHER = """
import os, sys, tempfile
from pathlib import Path
import nacl.bindings, nacl.exceptions, nacl.pwhash, nacl.utils
import rightsref.saved.sealed
from rightsref.saved import locks
locks.USUAL = locks.Cost(1, 8192)
from rightsref.saved.notebook import Notebook
from rightsref.saved.nouns import Pointer
from rightsref.saved.trouble import NotesError
path, passphrase = Path(sys.argv[1]), sys.argv[2]
with tempfile.TemporaryDirectory() as folder:  # all is imported while the libraries can be read
    first = Notebook.make(Path(folder, "first.rrnotes"), passphrase)
    first.dated_copy()
    first.close()
    Notebook.open(Path(folder, "first.rrnotes"), passphrase).close()
if os.getuid() == 0:  # who may do everything: the rights of files mean nothing to them
    os.setgid(65534)
    os.setuid(65534)
notebook = Notebook.open(path, passphrase)
print(len(notebook.contents().marks))
def say(work):
    try:
        print("done", work())
    except NotesError as error:
        print(error)
say(lambda: notebook.add(Pointer("rightsref:form/I-247A", "", "", "", "", "en"), "more"))
say(notebook.dated_copy)
say(lambda: Notebook.make(path.with_name("new.rrnotes")))
print(len(notebook.contents().marks))
"""


@pytest.mark.parametrize(("file_mode", "folder_mode"), [(0o444, 0o555), (0o666, 0o555), (0o444, 0o777)])
def test_where_nothing_may_be_written_notes_are_read_and_that_is_told(passphrase, trust, file_mode, folder_mode):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "notes.rrnotes"
        notebook = Notebook.make(path, passphrase)
        notebook.add(trust, "kept")
        notebook.close()
        before = path.read_bytes()
        path.chmod(file_mode)
        folder.chmod(folder_mode)
        run = subprocess.run(
            [sys.executable, "-B", "-c", _AS_ANOTHER, str(path), passphrase],
            capture_output=True, text=True, check=False, timeout=60, cwd="/", env=os.environ | {"PYTHONPATH": str(SOURCES)},
        )  # fmt: skip
        folder.chmod(0o777)
        assert (run.returncode, run.stderr) == (0, "")
        said = run.stdout.splitlines()
        assert said[0] == said[-1] == "1"
        assert (
            said[1]
            == "This could not be saved to notes.rrnotes: its folder or the file may not be written to. The file is as it was before."
        )
        if folder_mode == 0o555:
            assert said[2].endswith("could not be made: its folder or the file may not be written to.")
            assert said[3] == "new.rrnotes could not be made: its folder or the file may not be written to."
        assert path.read_bytes() == before


def test_a_file_of_a_newer_program_is_left_as_it_is(notebook, path, passphrase):
    notebook.close()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.commit()
    connection.close()
    before = path.read_bytes()
    with pytest.raises(NotesError, match="newer RightsRef"):
        Notebook.open(path, passphrase)
    assert path.read_bytes() == before


def test_a_file_that_is_gone_from_under_the_window_is_told(notebook, path, trust):
    notebook.add(trust, "one")
    path.rename(path.with_name("elsewhere.rrnotes"))
    with pytest.raises(NotesError, match="no longer where it was opened"):
        notebook.add(trust, "two")
    with contextlib.suppress(NotesError):
        assert len(notebook.contents().marks) == 1
    path.with_name("elsewhere.rrnotes").rename(path)
    notebook.add(trust, "two")
    assert len(notebook.contents().marks) == 2


def test_a_new_file_never_takes_the_place_of_another(path, passphrase):
    path.write_text("a letter")
    with pytest.raises(NotesError, match="already"):
        Notebook.make(path, passphrase)
    assert path.read_text() == "a letter"


def test_a_check_sum_sees_every_field():
    mark = Mark("0" * 32, "a", "b", "c", "d", "e", "en", "f", "", "2026-11-01", "2026-11-01", 1)
    sums = {check_of(mark._replace(**{field: 7 if field == "version" else "other"})) for field in Mark._fields}
    assert len(sums | {check_of(mark)}) == len(Mark._fields) + 1


#: What a program has imported once it did something with notes files in a folder.
IMPORTED = """
import sys
from pathlib import Path
from rightsref.saved.locks import Cost
from rightsref.saved import locks
from rightsref.saved.notebook import Notebook

locks.USUAL = Cost(1, 8_192)
here, what = Path(sys.argv[1]), sys.argv[2]
if what == "older":
    Notebook.open(here / "older.rrnotes").close()
else:
    word = "four words of mine" if what == "sealed" else ""
    Notebook.make(here / "n.rrnotes", word).close()
    with_note = Notebook.open(here / "n.rrnotes", word)
    with_note.contents()
    with_note.close()
print([name for name in ("nacl", "sqlite_utils", "zipfile") if name in sys.modules])
"""


@pytest.mark.parametrize(
    ("what", "imported"), [("plain", []), ("sealed", ["nacl"]), ("older", ["sqlite_utils"])], ids=str
)
def test_each_library_is_imported_for_whoever_needs_it_alone(tmp_path, what, imported):
    """One for a passphrase; one for a file of an older form, and for no other."""
    old_file(tmp_path / "older.rrnotes")
    run = subprocess.run([sys.executable, "-c", IMPORTED, str(tmp_path), what], capture_output=True, text=True, timeout=60, check=False)  # fmt: skip
    assert (run.returncode, run.stdout) == (0, f"{imported}\n"), run.stderr[-500:]
