"""Companions: the Spanish of a table, row by row with its English, in a file of its own beside it (`travel.es.toml`)."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from rapidfuzz import fuzz, process
from rapidfuzz.distance import Levenshtein

from rightsref.model.kinds import LANGUAGES, ORIGINAL, TRANSLATIONS

#: Lists that each language has of its own, inline: how people ask, how a term is spelled.
OWN = frozenset({"asks", "forms", "everyday"})
#: A text that begins so names a standing line, in every language.
NAMED = "@"
#: Words of five letters or more that one letter turns into another rule, so that a change of theirs is never mere spelling.
_WEIGHTY = re.compile(
    r"cannot|[cw]ould|should|might|never|nobody|nothing|n?either|until|unless|under|after|before|with(?:in|out)|where|"
    r"the(?:re|ir|se)|those|first|th(?:ird|ree)|seven|eleven|legal|.*(?:\d|n't).*"
)
_ASCII_MARKS = str.maketrans({"’": "'", "“": '"', "”": '"', "«": '"', "»": '"', "–": "-", "—": "-"})
_WORD = re.compile(r"\w+(?:'\w+)*")
_SPELLED = 5


class Row(NamedTuple):
    """One text in two languages.

    Attributes:
        nth: which row of its file it is.
        words: the Spanish, empty while there is none.
        mark: of what English the Spanish was made, and of which Spanish that was said.
        kept: why the Spanish still holds although the English moved.
        differs: why this Spanish is another than elsewhere for the same English.
    """

    nth: int
    english: str
    words: str
    mark: str
    kept: str
    differs: str


@dataclass(frozen=True)
class Companion:
    """One file of translations.

    Attributes:
        path: of the file; `original` is the path of the table it translates. Both are relative to the content root.
        lang: the language that it gives.
        table: what of it is known and of the right type.
        texts: the texts of the original, each once, in its order; empty where there is no such table.
    """

    path: Path
    original: Path
    lang: str
    table: dict[str, Any]
    texts: tuple[str, ...] = ()

    @cached_property
    def rows(self) -> list[Row]:
        """Its rows as they stand."""
        return rows_of(self.table, self.lang)

    @cached_property
    def taken(self) -> dict[str, Row]:
        """The row of each text of the original that has one with words or without, spelling aside."""
        return matched(self.texts, self.rows)

    @cached_property
    def moved(self) -> list[Row]:
        """Rows whose English is nowhere in the original."""
        taken = {row.nth for row in self.taken.values()}
        exact = {row.english for row in self.taken.values()}
        return [row for row in self.rows if row.nth not in taken and row.english not in exact]

    @property
    def untranslated(self) -> list[str]:
        """Texts of the original without words in this language."""
        return [text for text in self.texts if text not in self.taken or not self.taken[text].words]


def companion_path(original: Path, lang: str = TRANSLATIONS[0]) -> Path:
    """Where the translations of a table stand."""
    return original.with_name(f"{original.name.removesuffix('.toml')}.{lang}.toml")


def original_path(path: Path) -> tuple[Path, str] | None:
    """The table that a companion translates, and into which language; None where the name is no companion’s."""
    stem, _, lang = path.name.removesuffix(".toml").rpartition(".")
    return (path.with_name(f"{stem}.toml"), lang) if stem and lang in LANGUAGES and lang != ORIGINAL else None


def rows_of(table: dict[str, Any], lang: str) -> list[Row]:
    """The rows of a file of translations, whole ones only."""
    return [
        Row(nth, row[ORIGINAL], row[lang], *(row.get(name, "") for name in ("mark", "kept", "differs")))
        for nth, row in enumerate(table.get("text", []))
        if row.keys() >= {ORIGINAL, lang}
    ]


def mark_of(english: str, words: str, kept: str = "") -> str:
    """The mark of a row: four digits each of the English, the translation and the reason to keep it, if any."""
    return "-".join(
        hashlib.sha256(text.encode()).hexdigest()[:4] for text in (english, words, kept)[: 3 if kept else 2]
    )


def fields_in(table: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - any TOML
    """Every text, and list of texts, of a table that is told in each language alike."""
    if isinstance(table, dict):
        if isinstance(table.get(ORIGINAL), (str, list)):
            yield table
        else:
            for name, part in table.items():
                if name not in OWN:
                    yield from fields_in(part)
    elif isinstance(table, list):
        for part in table:
            yield from fields_in(part)


def texts_in(table: Any) -> tuple[str, ...]:  # noqa: ANN401 - any TOML
    """The English texts of a table that ask for a translation, each once, in order; names of standing lines are none."""
    texts = (text for field in fields_in(table) for text in _listed(field[ORIGINAL]))
    return tuple(dict.fromkeys(text for text in texts if text.strip() and not text.startswith(NAMED)))


def inline_in(table: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - any TOML
    """The translations that stand in a table itself: language, and the words, or the first of a list."""
    for field in fields_in(table):
        for lang in TRANSLATIONS:
            if field.get(lang):
                yield lang, _listed(field[lang])[0]


def fill(table: Any, companion: Companion) -> None:  # noqa: ANN401 - any TOML
    """Give each text of a table its words in the companion’s language; a list only when each of its items has some."""
    words = {text: row.words for text, row in companion.taken.items() if row.words}
    for field in fields_in(table):
        texts = _listed(field[ORIGINAL])
        told = [text if not text.strip() or text.startswith(NAMED) else words.get(text) for text in texts]
        if companion.lang not in field and None not in told:
            field[companion.lang] = told[0] if isinstance(field[ORIGINAL], str) else told


def _listed(texts: str | list[str]) -> list[str]:
    return [texts] if isinstance(texts, str) else texts


def matched(texts: Iterable[str], rows: list[Row]) -> dict[str, Row]:
    """The row of each text: the one with the same English, or else the one that differs in spelling only."""
    exact = {row.english: row for row in reversed(rows)}
    found = {text: exact[text] for text in texts if text in exact}
    used = {row.nth for row in found.values()}
    spare = [row for row in rows if row.nth not in used and row.english not in found]
    for text in (text for text in texts if text not in found):
        row = next((row for row in spare if only_spelling(row.english, text)), None)
        if row is not None:
            found[text] = row
            spare.remove(row)
    return found


def only_spelling(old: str, new: str) -> bool:
    """Whether two English texts differ in spelling alone: case, marks, spaces, one letter in a word of five or more.

    A digit, a word of denying and a word that one letter makes another rule are never mere spelling.
    """
    before, after = plain_words(old), plain_words(new)
    return len(before) == len(after) and all(map(_same_word, before, after))


def plain_words(text: str) -> list[str]:
    """The words of a text without case and marks."""
    return _WORD.findall(unicodedata.normalize("NFC", text).translate(_ASCII_MARKS).casefold())


def _same_word(old: str, new: str) -> bool:
    if old == new:
        return True
    weighty = _WEIGHTY.fullmatch(old) or _WEIGHTY.fullmatch(new)
    return not weighty and min(len(old), len(new)) >= _SPELLED and Levenshtein.distance(old, new) == 1


def nearest(english: str, texts: Iterable[str]) -> str:
    """The text that comes nearest to one that has moved; empty where none is like it."""
    found = process.extractOne(english, list(texts), scorer=fuzz.ratio, score_cutoff=50)
    return found[0] if found else ""
