"""The rules of Spanish: it says what the English says, in the words of the list of terms, to *usted*, and reads easily."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from rightsref.content.linking.resolve import Content
from rightsref.content.prose import spanish
from rightsref.content.reading.problems import Problem

_LANG = "es"
#: How many of a file’s hardest texts a warning names.
_NAMED = 3


class Pair(NamedTuple):
    """A text in both languages, where its Spanish stands, and whether it is the heading of a document."""

    path: Path
    line: int
    english: str
    words: str
    heading: bool = False


@lru_cache(maxsize=1)  # a content set does not change once it is read
def pairs(content: Content) -> tuple[Pair, ...]:
    """Every Spanish text that is shown, with its English: rows of companions, headings and blocks of documents; asks are none."""
    return (*_in_companions(content), *_in_documents(content))


def _in_companions(content: Content) -> Iterator[Pair]:
    for companion in content.tree.companions.values():
        for row in companion.rows if companion.lang == _LANG else ():
            if row.words:
                yield Pair(
                    companion.path, content.tree.line_of(companion.path, "text", row.nth), row.english, row.words
                )


def _in_documents(content: Content) -> Iterator[Pair]:
    for text in content.texts.values():
        document = text.translations.get(_LANG)
        if document is not None:
            english, words = (str(one.meta.get("heading", "")) for one in (text.english, document))
            yield Pair(document.path, document.line_of("heading"), english, words, heading=True)
            for part, blocks in document.parts.items():
                there = text.english.parts.get(part, []) if part != "asks" else []
                for own, block in zip(there, blocks, strict=False):
                    yield Pair(document.path, block.line, own.text, block.text)


def same_facts(content: Content) -> Iterator[Problem]:
    """Numbers, dates, citations, references and phone numbers of a Spanish text are those of its English."""
    for pair in pairs(content):
        for message in spanish.faults(pair.english, pair.words):
            yield Problem(pair.path, pair.line, "error", message, "same_facts")


def terms(content: Content) -> Iterator[Problem]:
    """Spanish says each thing in the word that the list of terms gives it."""
    rows = content.tree.tables.get("terms_es", {}).get("term", [])
    phrases = [(phrase.casefold(), row) for row in rows for phrase in row.get("not", [])]
    for pair in pairs(content):
        folded = pair.words.casefold()
        near = [row for phrase, row in phrases if phrase in folded]  # nearly always none
        for row in rows if near else ():
            for phrase in spanish.forbidden(pair.words, row.get("not", []), row.get("unless", [])):
                message = f"“{phrase}” is not our word for {row.get('en')}: write {row.get('es')}"
                yield Problem(pair.path, pair.line, "error", message, "terms")
        for row in rows if pair.heading else ():
            for phrase in spanish.unbracketed(pair.words, row.get("bracketed", [])):
                message = f"“{phrase}” stands in a heading only in brackets, behind its Spanish: write {row.get('es')}"
                yield Problem(pair.path, pair.line, "error", message, "terms")


def usted(content: Content) -> Iterator[Problem]:
    """Spanish speaks to the reader as *usted*."""
    for pair in pairs(content):
        for word in spanish.familiar(pair.words):
            yield Problem(pair.path, pair.line, "error", f"“{word}” speaks to a tú; say it to usted", "usted")


def reading_ease(content: Content) -> Iterator[Problem]:
    """Spanish reads easily: 65 or more on the scale of INFLESZ; below 55 is an error."""
    hard: dict[Path, list[tuple[float, Pair]]] = {}
    for pair in pairs(content):
        if not spanish.measured(pair.words) or (ease := spanish.ease(pair.words)) >= spanish.EASY_WANTED:
            continue
        if ease < spanish.EASY_LEAST:
            message = f"reads at {ease:.0f} of INFLESZ; shorter words and sentences bring it to {spanish.EASY_WANTED}"
            yield Problem(pair.path, pair.line, "error", message, "reading_ease")
        else:
            hard.setdefault(pair.path, []).append((ease, pair))
    for path, found in hard.items():
        found.sort(key=lambda one: one[0])
        worst = ", ".join(f"line {pair.line}: {ease:.0f}" for ease, pair in found[:_NAMED])
        message = f"{len(found)} texts read below {spanish.EASY_WANTED} of INFLESZ ({worst})"
        yield Problem(path, found[0][1].line, "warning", message, "reading_ease")
