"""Older notes files brought up to date, by sqlite-utils; imported only where there is an older file.

Each step is one transaction together with the number of the form that it leads to: a crash leaves the file in one form or the next.
"""

from __future__ import annotations

import sqlite3

from sqlite_utils import Database

from rightsref.saved import rows
from rightsref.saved.schema import FORMAT, version_of
from rightsref.saved.transaction import transaction


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the tables to the form in use."""
    database = Database(connection, execute_plugins=False)
    while (version := version_of(connection)) < FORMAT:
        with transaction(connection):
            if version_of(connection) == version:  # else another window did it meanwhile
                _STEPS[version](database)
                connection.execute(f"PRAGMA user_version = {version + 1}")


def _with_matters(database: Database) -> None:
    """1 to 2: marks may belong to a matter."""
    database.table("mark").add_column("matter", str, not_null_default="")
    database.table("matter").create(
        {"id": str, "name": str, "made": str, "check_sum": str}, pk="id", not_null={"id", "name", "made", "check_sum"}
    )
    for mark in rows.marks(database.conn):
        rows.write(database.conn, mark)


#: From a form of the tables -> what leads to the next.
_STEPS = {1: _with_matters}
