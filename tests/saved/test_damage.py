"""A damaged notes file: nothing wrong is shown as right, what can be read is recovered, the old file stays as it was."""

from __future__ import annotations

import os
import random
import sqlite3
from contextlib import closing

import pytest

from rightsref.saved.notebook import Notebook
from rightsref.saved.recovery import recover, recovered_name
from rightsref.saved.trouble import DamagedNotesError, NotesError

MARKS = 60
#: `make survive` tries everything so many times more.
TIMES = int(os.environ.get("RIGHTSREF_TIMES", "1"))


@pytest.fixture
def filled(notebook, path, trust):
    """A file of sixty notes, some longer than a page, in three cases; closed."""
    for n in range(MARKS):
        notebook.add(trust, f"note {n} " + f"{n} " * (3_000 if n % 15 == 0 else 20), f"case {n % 3}")
    held = notebook.contents()
    notebook.close()
    return held, path.read_bytes()


def _looked_at(path, passphrase, held, into):
    """Open a file and, if it is damaged, recover it: how many notes are lost, how many wrong without saying so."""
    right = {mark.id: mark for mark in held.marks}
    doubtful = 0
    try:
        notebook = Notebook.open(path, passphrase)
    except DamagedNotesError:
        read = path.read_bytes()
        try:
            doubtful = recover(path, into, passphrase).doubtful
        except NotesError:
            return MARKS, 0
        assert path.read_bytes() == read
        notebook = Notebook.open(into, passphrase)
    except NotesError:
        return MARKS, 0
    found = notebook.contents()
    notebook.close()
    into.unlink(missing_ok=True)
    said = sum("may not read as it was written" in mark.note for mark in found.marks)
    assert said == doubtful
    wrong = sum(
        right.get(mark.id) != mark._replace(matter=right[mark.id].matter if mark.id in right else "")
        for mark in found.marks
        if "may not read as it was written" not in mark.note
    )
    return len(set(right) - {mark.id for mark in found.marks}), wrong


def test_flipped_bytes_never_show_a_wrong_note_as_right_and_most_are_recovered(filled, path, passphrase, tmp_path):
    held, whole = filled
    chance = random.Random(17)
    times = TIMES * (100 if passphrase else 200)
    lost = []
    for _ in range(times):
        at = chance.randrange(len(whole))
        damaged = bytearray(whole)
        damaged[at] ^= chance.randrange(1, 256)
        path.write_bytes(damaged)
        gone, wrong = _looked_at(path, passphrase, held, tmp_path / "recovered.rrnotes")
        assert wrong == 0, at
        lost.append(gone)
    # One byte costs at most what stands on one page; for a protected file one sealed part.
    print(f"{times} bytes flipped one by one: {sum(lost)} of {times * MARKS} notes lost, none wrong")
    assert sum(lost) / times < 1.5
    assert sum(gone == MARKS for gone in lost) <= times // 50


#: What a spoilt byte can make of a value, and what no byte can: every kind that SQLite has, too short, too long, out of range.
KINDS = (None, 0, -1, 2**62, 1.5, "", "text", "\ud800".encode("utf-8", "surrogatepass"), b"", b"short", b"x" * 100_000)


def _put(path, table, column, value):
    """Put a value in the place of another, whatever the table says of it."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        (made,) = connection.execute("SELECT sql FROM sqlite_schema WHERE name = ?", (table,)).fetchone()
        loose = made.replace(" NOT NULL", "").replace(" INTEGER", "").replace(" TEXT", "").replace(" BLOB", "")
        connection.execute("UPDATE sqlite_schema SET sql = ? WHERE name = ?", (loose, table))
        connection.execute("PRAGMA writable_schema = RESET")
        connection.execute(f"UPDATE {table} SET {column} = ? WHERE rowid = (SELECT max(rowid) FROM {table})", (value,))
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("UPDATE sqlite_schema SET sql = ? WHERE name = ?", (made, table))
        connection.commit()


@pytest.mark.parametrize("value", KINDS, ids=lambda value: repr(value)[:20])
def test_a_value_of_any_kind_in_any_column_is_told_as_damage(filled, path, passphrase, tmp_path, value):
    held, whole = filled
    with closing(sqlite3.connect(path)) as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        columns = [(table, row[1]) for table in tables for row in connection.execute(f"PRAGMA table_info({table})")]
    assert len(columns) > 10
    for table, column in columns:
        if column in {"nth", "id"}:
            continue
        path.write_bytes(whole)
        _put(path, table, column, value)
        _, wrong = _looked_at(path, passphrase, held, tmp_path / "recovered.rrnotes")
        assert wrong == 0, (table, column)


@pytest.mark.parametrize("passphrase", ["four words of mine"], indirect=True)
def test_a_spoilt_turn_of_the_lock_costs_nothing_for_it_stands_there_twice(filled, path, passphrase, tmp_path):
    held, _ = filled
    _put(path, "lock", "turn", 2**62)
    assert _looked_at(path, passphrase, held, tmp_path / "recovered.rrnotes") == (0, 0)


def test_of_an_empty_file_nothing_can_be_read(path, passphrase, tmp_path):
    path.touch()
    with pytest.raises(NotesError, match="Nothing can be read"):
        recover(path, tmp_path / "recovered.rrnotes", passphrase)


@pytest.mark.parametrize("share", [0.05, 0.3, 0.6, 0.95])
def test_of_a_file_that_is_cut_off_what_is_there_is_recovered(filled, path, passphrase, tmp_path, share):
    held, whole = filled
    path.write_bytes(whole[: int(len(whole) * share)])
    lost, wrong = _looked_at(path, passphrase, held, tmp_path / "recovered.rrnotes")
    assert wrong == 0
    assert lost < MARKS or share < 0.4


def test_pages_that_were_wiped_cost_what_stood_on_them_only(filled, path, passphrase, tmp_path):
    held, whole = filled
    chance = random.Random(5)
    for _ in range(30 * TIMES):
        damaged = bytearray(whole)
        page = chance.randrange(1, len(whole) // 4_096)
        damaged[page * 4_096 : (page + 1) * 4_096] = bytes(4_096)
        path.write_bytes(damaged)
        lost, wrong = _looked_at(path, passphrase, held, tmp_path / "recovered.rrnotes")
        assert wrong == 0
        assert lost <= MARKS // 2


def test_a_case_whose_name_is_lost_still_holds_its_notes_together(notebook, path, trust, tmp_path):
    for n in range(6):
        notebook.add(trust, f"note {n}", f"case {n % 2}")
    notebook.close()
    if notebook.is_protected:
        return
    connection = sqlite3.connect(path)
    connection.execute("DELETE FROM matter")
    connection.execute("UPDATE mark SET check_sum = 'no' WHERE note = 'note 3'")
    connection.commit()
    connection.close()
    into = recovered_name(path)
    found = recover(path, into)
    assert (found.path, found.marks, found.doubtful) == (into, 6, 1)
    again = Notebook.open(into)
    assert [matter.name for matter in again.contents().matters] == ["Recovered case 1", "Recovered case 2"]
    assert sum("file was damaged" in mark.note for mark in again.contents().marks) == 1
    again.close()


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER t AFTER INSERT ON mark BEGIN DELETE FROM mark; END",
        "CREATE VIEW v AS SELECT 1",
        "CREATE TABLE other (a)",
        "ALTER TABLE mark ADD COLUMN more TEXT",
        "UPDATE mark SET note = 'forged'",
        "UPDATE mark SET note = x'00ff'",
        "UPDATE matter SET name = x'ff'",
    ],
)
def test_a_file_that_somebody_meddled_with_is_not_opened(path, trust, statement):
    notebook = Notebook.make(path)
    notebook.add(trust, "mine", "a case")
    notebook.close()
    connection = sqlite3.connect(path)
    connection.execute(statement)
    connection.commit()
    connection.close()
    with pytest.raises(DamagedNotesError):
        Notebook.open(path)


@pytest.mark.parametrize(
    "read", [b"", b"SQLite format 3\0", b"PK\x03\x04" * 100, b"SQLite format 3\0" + bytes(8_000), b"\x0d" * 9_000]
)
def test_what_is_no_notes_file_is_told_so(path, read):
    path.write_bytes(read)
    with pytest.raises(NotesError, match="no notes file of RightsRef"):
        Notebook.open(path)


def test_a_folder_and_a_file_that_is_not_there_are_told(tmp_path):
    for path in (tmp_path, tmp_path / "none.rrnotes"):
        with pytest.raises(NotesError):
            Notebook.open(path)
