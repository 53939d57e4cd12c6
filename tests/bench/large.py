"""A knowledge base of 100,000 provisions: the bundled one's field lengths, a natural (Zipf) vocabulary."""

from __future__ import annotations

import hashlib
import random
import shutil
import sqlite3
import sys
from collections import Counter
from itertools import accumulate
from pathlib import Path

from rightsref.search.lines import numbers, of_asks, written

SIZE = 100_000
INVENTED_WORDS = 40_000
_SYLLABLES = [
    "ba",
    "be",
    "bi",
    "bo",
    "bu",
    "da",
    "de",
    "di",
    "do",
    "du",
    "fa",
    "fe",
    "fi",
    "ga",
    "go",
    "ka",
    "ke",
    "ki",
    "la",
    "le",
    "li",
    "lo",
    "lu",
    "ma",
    "me",
    "mi",
    "mo",
    "na",
    "ne",
    "ni",
    "no",
    "pa",
    "pe",
    "pi",
    "po",
    "ra",
    "re",
    "ri",
    "ro",
    "sa",
    "se",
    "si",
    "so",
    "ta",
    "te",
    "ti",
    "to",
    "va",
    "ve",
    "vi",
]


def large_knowledge_base(bundled: Path, target: Path) -> Path:
    """Make it beside the build, once for each state of the bundled one."""
    stamp = target.with_suffix(".from")
    digest = hashlib.sha256(bundled.read_bytes() + Path(__file__).read_bytes()).hexdigest()
    if stamp.is_file() and stamp.read_text() == digest:
        return target
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(bundled, target)
    sys.stdout.write("(making 100,000 provisions)\n")
    connection = sqlite3.connect(target)
    connection.execute("PRAGMA journal_mode = OFF")
    _fill(connection)
    connection.execute("INSERT INTO word (word) VALUES ('optimize')")
    connection.commit()
    connection.execute("ANALYZE")
    connection.close()
    target.with_suffix(".sha256").write_text(hashlib.sha256(target.read_bytes()).hexdigest() + "\n")
    stamp.write_text(digest)
    return target


def _lengths_of(asks: str) -> list[int]:
    """How many stems each of an entry's asks has."""
    lines = of_asks(asks)
    held = Counter(number for told in lines.holding.values() for number in numbers(told))
    return [held[number] for number in range(lines.size)]


def _fill(connection: sqlite3.Connection) -> None:
    rng = random.Random(20261123)
    stems, weights = _vocabulary(connection, rng)
    shapes = connection.execute("SELECT lines, asks, title FROM entry WHERE lang = 'en'").fetchall()
    lengths = [(len(lines.split()), _lengths_of(asks), len(title.split())) for lines, asks, title in shapes]
    start = connection.execute("SELECT max(id) FROM entry").fetchone()[0] + 1
    holders = dict.fromkeys(stems, 0)
    for number in range(start, SIZE + 1):
        lines, asks, title = rng.choice(lengths)
        body = rng.choices(stems, cum_weights=weights, k=lines)
        questions = [rng.choices(stems, cum_weights=weights, k=max(1, n)) for n in asks]
        heading = rng.choices(stems, cum_weights=weights, k=title)
        for stem in {*body, *heading, *(w for q in questions for w in q)}:
            holders[stem] += 1
        text, citation = " ".join(body), f"9 ILCS {number // 50}/{number % 50}"
        address = f"rightsref:provision/generated-{number // 50}/{number % 50}"
        connection.execute(
            "INSERT INTO entry VALUES (?, ?, ?, 'en', 'provision', ?, ?, ?, 'generated', 'state', 'in_force', '2020-01-01', '', 'official', ?, ?, ?, 1.0)",
            (
                number,
                address,
                address,
                citation,
                citation,
                " ".join(heading),
                text,
                written([body]),
                written(questions, map(len, questions)),
            ),
        )
        connection.execute(
            "INSERT INTO word (rowid, heading, asks, plain, law, citation, context) VALUES (?, ?, ?, '', ?, ?, '')",
            (number, " ".join(heading), " ".join(" ".join(q) for q in questions), text, citation),
        )
    connection.executemany(
        "INSERT INTO vocabulary (word, lang, stem, entries) VALUES (?1, 'en', ?1, ?2) ON CONFLICT DO UPDATE SET entries = entries + ?2",
        [(stem, n) for stem, n in holders.items() if n],
    )
    connection.executemany(
        "UPDATE vocabulary SET entries = max(entries, ?) WHERE stem = ?", [(n, s) for s, n in holders.items() if n]
    )


def _vocabulary(connection: sqlite3.Connection, rng: random.Random) -> tuple[list[str], list[float]]:
    """The bundled stems by frequency, then invented ones, with cumulative Zipf weights."""
    known = [
        row[0]
        for row in connection.execute(
            "SELECT stem FROM vocabulary WHERE lang = 'en' GROUP BY stem ORDER BY max(entries) DESC"
        )
    ]
    invented = {"".join(rng.choices(_SYLLABLES, k=rng.randint(2, 4))) for _ in range(INVENTED_WORDS)} - set(known)
    stems = known + sorted(invented)
    return stems, list(accumulate(1 / (rank + 2.7) for rank in range(len(stems))))
