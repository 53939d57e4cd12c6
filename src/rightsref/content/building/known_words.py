"""Words that spelling leaves alone -> a table: common words of each language and local names that the content lacks."""

from __future__ import annotations

import sqlite3
from typing import Any

from rightsref.search.query import STOP_WORDS, stems, words


def write_known_words(table: dict[str, Any], connection: sqlite3.Connection) -> None:
    """Write what the index does not know by itself; the vocabulary is written already.

    Args:
        table: `known_words.toml`.
        connection: the draft of the knowledge base.
    """
    known = {row[0] for row in connection.execute("SELECT word FROM vocabulary UNION SELECT stem FROM vocabulary")}
    plain = {word for text in table.get("plain", {}).values() for word in text.split()}
    left = {word: "" for word in plain if word not in STOP_WORDS and known.isdisjoint((word, *stems(word)))}
    left |= {word: "" for name in table.get("names", []) for word in words(name)}
    places = {
        " ".join(words(name)): place["jurisdiction"] for place in table.get("place", []) for name in place["names"]
    }
    left |= {word: "" for name in places for word in name.split() if word not in known} | places
    connection.executemany("INSERT INTO known VALUES (?, ?)", sorted(left.items()))
