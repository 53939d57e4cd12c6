"""Nouns as rows and back, each with its check sum."""

from __future__ import annotations

from sqlite3 import Connection, DatabaseError
from typing import TypeVar

from rightsref.saved.nouns import Contents, Mark, Matter, check_of

Noun = TypeVar("Noun", Mark, Matter)


def marks(connection: Connection) -> list[Mark]:
    """Every mark, whatever its check sum says."""
    return [Mark(*row) for row in connection.execute(f"SELECT {', '.join(Mark._fields)} FROM mark")]


def read(connection: Connection) -> Contents:
    """Everything in a file."""
    found: list[Mark] = []
    matters: list[Matter] = []
    doubtful = set()
    for row in connection.execute(f"SELECT {', '.join(Mark._fields)}, check_sum FROM mark ORDER BY rowid DESC"):
        found.append(mark := _sound(Mark(*row[:-1])))
        doubtful |= set() if check_of(mark) == row[-1] else {mark.id}
    for row in connection.execute(f"SELECT {', '.join(Matter._fields)}, check_sum FROM matter"):
        matters.append(matter := _sound(Matter(*row[:-1])))
        doubtful |= set() if check_of(matter) == row[-1] else {matter.id}
    return Contents(tuple(found), tuple(sorted(matters, key=lambda each: each.name.casefold())), frozenset(doubtful))


def _sound(noun: Noun) -> Noun:
    """A row whose values are of the kinds that we write.

    Raises:
        DatabaseError: they are not.
    """
    if all(isinstance(value, int if field == "version" else str) for field, value in noun._asdict().items()):
        return noun
    raise DatabaseError


def write(connection: Connection, noun: Mark | Matter) -> None:
    """Write a row, in place of the one of its id if there is one; a row keeps its place in the order."""
    table = "mark" if isinstance(noun, Mark) else "matter"
    fields = (*noun._fields, "check_sum")
    sets = ", ".join(f"{field} = excluded.{field}" for field in fields[1:])
    connection.execute(
        f"INSERT INTO {table} ({', '.join(fields)}) VALUES ({', '.join('?' * len(fields))}) "
        f"ON CONFLICT (id) DO UPDATE SET {sets}",
        (*noun, check_of(noun)),
    )


def remove(connection: Connection, noun: Mark | Matter) -> None:
    """Remove a row."""
    connection.execute(f"DELETE FROM {'mark' if isinstance(noun, Mark) else 'matter'} WHERE id = ?", (noun.id,))


def mark(connection: Connection, key: str) -> Mark | None:
    """The mark of an id."""
    row = connection.execute(f"SELECT {', '.join(Mark._fields)} FROM mark WHERE id = ?", (key,)).fetchone()
    return Mark(*row) if row else None


def matters(connection: Connection) -> list[Matter]:
    """Every matter."""
    return [Matter(*row) for row in connection.execute(f"SELECT {', '.join(Matter._fields)} FROM matter")]
