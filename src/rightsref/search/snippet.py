"""What a hit shows: the line that answers best, and where it matches."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from rightsref.model.spoken import fold, stems
from rightsref.search.lines import Lines, of_stems, turned
from rightsref.search.query import STOP_WORDS
from rightsref.search.terms import Terms

_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_LENGTH = 220


class Span(NamedTuple):
    """Characters `start:end` of a text that match the query."""

    start: int
    end: int


def best_line(lines: str, stemmed: str, terms: Terms) -> str:
    """The line that covers most of the query, the first among equals; of a long line, its best sentences.

    Args:
        lines: candidates, one a line, the likeliest answer first.
        stemmed: the stems of each, one a line.
        terms: what is looked for.
    """
    candidates = lines.split("\n")
    worth = terms.shared(of_stems(stemmed, len(candidates)))
    line = candidates[max(range(len(worth)), key=worth.__getitem__)]
    return line if len(line) <= _LENGTH else _best_sentences(line, terms)


def _best_sentences(line: str, terms: Terms) -> str:
    sentences, stemmed = _sentences(line)
    worth = terms.shared(stemmed)
    start = max(range(len(worth)), key=worth.__getitem__)
    kept = sentences[start]
    for sentence in sentences[start + 1 :]:
        if len(kept) + len(sentence) >= _LENGTH:
            break
        kept = f"{kept} {sentence}"
    return kept if len(kept) <= 2 * _LENGTH else kept[: 2 * _LENGTH].rpartition(" ")[0] + " …"


@lru_cache(maxsize=200)
def _sentences(line: str) -> tuple[list[str], Lines]:
    """The sentences of a line, and their stems."""
    sentences = _SENTENCE.split(line)
    stemmed = ([stem for token in _TOKEN.findall(text) for stem in _roots(token)] for text in sentences)
    return sentences, Lines(turned(stemmed), len(sentences))


@lru_cache(maxsize=8_192)
def _roots(token: str) -> tuple[str, ...]:
    """The stems of a word as it stands in a text; none for a word that says nothing."""
    word = re.sub(r"['’]", "", fold(token))
    return () if word in STOP_WORDS else stems(word)


def spans(text: str, terms: Terms) -> tuple[Span, ...]:
    """The words of a text that match a query; of a word still being typed, the part typed."""
    growing = terms.all[-1].prefix if terms.all else ""
    unlike = terms.wanted.isdisjoint
    found = []
    for start, end, roots in _tokens(text):
        if not unlike(roots):
            typed = growing and fold(text[start:end]).startswith(growing)
            found.append(Span(start, start + len(growing) if typed else end))
    return tuple(found)


@lru_cache(maxsize=400)
def _tokens(text: str) -> tuple[tuple[int, int, tuple[str, ...]], ...]:
    """(start, end, stems) of each word of a text; kept, since every keystroke shows much the same texts."""
    return tuple((token.start(), token.end(), _roots(token.group())) for token in _TOKEN.finditer(text))
