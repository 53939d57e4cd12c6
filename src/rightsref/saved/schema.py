"""The tables of a notes file, what tells it from other files, and bringing an older one up to date."""

from __future__ import annotations

import sqlite3

from rightsref.saved.nouns import Mark, Matter

#: In the head of a file: "RRSV" for one that can be read as it is, "RRSX" for a protected one.
PLAIN, SEALED = 0x52525356, 0x52525358
#: The form of the tables in use. 1 had no matters.
FORMAT = 2
#: Table -> the noun of its rows; beside the fields of the noun each row has its `check_sum`.
TABLES: dict[str, type[Mark] | type[Matter]] = {"mark": Mark, "matter": Matter}

_SCHEMA = (
    (
        "CREATE TABLE mark (id TEXT NOT NULL PRIMARY KEY, address TEXT NOT NULL, citation TEXT NOT NULL, label TEXT NOT NULL, "
        "title TEXT NOT NULL, words TEXT NOT NULL, lang TEXT NOT NULL, note TEXT NOT NULL, matter TEXT NOT NULL, "
        "made TEXT NOT NULL, changed TEXT NOT NULL, version INTEGER NOT NULL, check_sum TEXT NOT NULL)"
    ),
    "CREATE TABLE matter (id TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL, made TEXT NOT NULL, check_sum TEXT NOT NULL)",
)


def create(connection: sqlite3.Connection) -> None:
    """Make the tables in an empty file."""
    connection.execute(f"PRAGMA application_id = {PLAIN}")
    connection.execute("BEGIN")
    for statement in _SCHEMA:
        connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {FORMAT}")
    connection.execute("COMMIT")


def version_of(connection: sqlite3.Connection) -> int:
    """The form of a file's tables."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def is_as_made(connection: sqlite3.Connection) -> bool:
    """Whether the file is whole and holds our tables and nothing that would act: no view, no trigger."""
    if [tuple(row) for row in connection.execute("PRAGMA quick_check(1)")] != [("ok",)]:
        return False
    found = {
        (kind, name) for kind, name in connection.execute("SELECT type, name FROM sqlite_schema") if kind != "index"
    }
    if found != {("table", name) for name in TABLES}:
        return False
    return all(
        {row[1] for row in connection.execute(f"PRAGMA table_info({name})")} == {*noun._fields, "check_sum"}
        for name, noun in TABLES.items()
    )
