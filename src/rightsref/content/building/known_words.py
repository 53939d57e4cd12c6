"""Tables of words -> rows: everyday words for words of the law; and words that spelling leaves alone."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from rightsref.content.linking.everyday import Everyday
from rightsref.model.spoken import fold, stems, words
from rightsref.search.query import STOP_WORDS, content_words
from rightsref.search.two_laws import ACTORS


def thesaurus_rows(groups: Iterable[Everyday]) -> Iterator[dict[str, str]]:
    """The rows of everyday words, by phrase and language; what several groups of a file mean by a phrase is joined.

    A phrase that two files know means what the first says: the thesaurus was weighed against searches, word by word.
    """
    rows: dict[tuple[str, str], set[str]] = {}
    first: dict[str, Path] = {}
    for group in groups:
        for phrase in group.say:
            plain = " ".join(content_words(words(phrase)))
            if plain and first.setdefault(plain, group.path) == group.path:
                rows.setdefault((plain, group.lang), set()).update(fold(target) for target in group.means)
    for (phrase, lang), means in sorted(rows.items()):
        yield {"phrase": phrase, "lang": lang, "means": "\n".join(sorted(means))}


def two_laws_rows(table: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The rows of words that two laws use, in each language that they are offered in."""
    for row in table.get("two", []):
        for word in row["say"]:
            for actor in ACTORS:
                for lang, label in row[actor]["label"].items():
                    yield {
                        "word": fold(word), "actor": actor, "lang": lang, "label": label, "adds": row[actor]["adds"],
                        "leans": int(row.get("leans", False)),
                    }  # fmt: skip


def tells_rows(table: dict[str, Any]) -> Iterator[dict[str, str]]:
    """The rows of words that tell which of two laws is meant."""
    for actor in ACTORS:
        told = {word for spelled in table.get("tells", {}).get(actor, []) for word in words(spelled)}
        yield from ({"word": word, "actor": actor} for word in sorted(told))


def write_known_words(table: dict[str, Any], connection: sqlite3.Connection) -> None:
    """Write the words that spelling leaves alone and the index does not know by itself; the vocabulary is written already.

    Args:
        table: `known_words.toml`.
        connection: the draft of the knowledge base.
    """
    known = {row[0] for row in connection.execute("SELECT word FROM vocabulary UNION SELECT stem FROM vocabulary")}
    plain = {word for text in table.get("plain", {}).values() for word in text.split()}
    common = sorted(word for word in plain if word not in STOP_WORDS and known.isdisjoint((word, *stems(word))))
    connection.execute("INSERT INTO plain VALUES (?)", (zlib.compress("\n".join(common).encode(), 9),))
    left = {word: "" for name in table.get("names", []) for word in words(name)}
    places = {
        " ".join(words(name)): place["jurisdiction"] for place in table.get("place", []) for name in place["names"]
    }
    left |= {word: "" for name in places for word in name.split() if word not in known} | places
    connection.executemany("INSERT INTO known VALUES (?, ?)", sorted(left.items()))
