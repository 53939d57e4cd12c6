"""The search index: one entry for each unit and language, its words stemmed."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

import sqlite_utils

from rightsref.content.building.dated import changed_on
from rightsref.content.building.rows import Row, Rows
from rightsref.model.address import parse
from rightsref.model.kinds import DOCUMENT_KINDS, KINDS, LANGUAGES, ORIGINAL
from rightsref.model.law import Level, worst
from rightsref.model.spoken import stem, words
from rightsref.search.lines import written
from rightsref.search.query import STOP_WORDS
from rightsref.search.terms import rarity_of

_FIELDS = ("heading", "asks", "plain", "law", "citation", "context")
#: Parts that may stand as an answer by themselves. A mistake or an agency's claim torn from its frame would say the opposite.
_ANSWERS = ("plain", "law_says", "say_and_do", "meaning", "lets", "who", "broken", "story")


#: What says how the law is to be applied, beside the law itself.
_SOURCE_PRIOR = {"policy": 0.65, "guidance": 0.65, "directive": 0.65, "order": 0.65, "session law": 0.8}


class Entry(NamedTuple):
    """What the index holds of one unit in one language.

    Attributes:
        row: the columns of table `entry`, without its id.
        fields: the texts of each indexed field that has some.
        asks: how people ask for it, as written.
        importance: sort key; the smallest comes first in the index.
    """

    row: Row
    fields: Mapping[str, Sequence[str]]
    asks: tuple[str, ...]
    importance: tuple[Any, ...]


def entries_of(rows: Rows, head: Row, kind_of_source: str) -> Iterator[Entry]:
    """The entries of a document whose rows were just gathered, in every language it has.

    A translation may have asks and no law yet; its paragraphs are then the English ones that its words speak of.

    Args:
        rows: what was gathered.
        head: the document's row.
        kind_of_source: statute, policy and so on; empty for what has no source.
    """
    english = rows.of("paragraph", head["id"], "en")
    for title in rows.of("title", head["id"]):
        blocks = rows.of("block", head["id"], title["lang"])
        paragraphs = rows.of("paragraph", head["id"], title["lang"])
        yield _entry(head, title, head["address"], paragraphs, blocks, None, kind_of_source)
        spoken_of = {block["authorities"].split(" ")[0] for block in blocks}
        own = paragraphs or [{**p, "text": ""} for p in english if p["address"] in spoken_of]
        for paragraph in own:
            if paragraph["address"] != head["address"]:
                yield _entry(head, title, paragraph["address"], paragraphs, blocks, paragraph, kind_of_source)


def _entry(
    head: Row, title: Row, address: str,
    paragraphs: list[Row], blocks: list[Row], own: Row | None, kind_of_source: str,
) -> Entry:  # fmt: skip
    """One entry: of the whole document, or of the paragraph `own`."""
    mine = [block for block in blocks if _belongs(block, address, whole=own is None)]
    asks = [block["text"] for block in mine if block["part"] == "asks"]
    if own is None and "@" in address and title["lang"] == ORIGINAL:
        asks += changed_on(head["ends"])
    plain = [block["text"] for block in mine if block["part"] != "asks"]
    answers = [block["text"] for block in mine if block["part"] in _ANSWERS]
    law = [own["text"]] if own else [paragraph["text"] for paragraph in paragraphs]
    row = {
        "address": address, "document": head["address"], "lang": title["lang"], "kind": head["kind"],
        "citation": own["citation"] if own else head["citation"],
        "label": own["printed"] if own else title["label"],
        "title": title["heading"], "source": head["source"], "jurisdiction": head["jurisdiction"], "status": head["status"],
        "effective": head["effective"], "ends": head["ends"],
        "level": own["level"] if own else _least_sure(head, paragraphs),
        "lines": "\n".join([*answers, *law]), "line_stems": stemmed_lines([*answers, *law], title["lang"]),
        "asks": "\n".join(stemmed_line(ask, title["lang"]) for ask in asks),
        "prior": prior_of(head["kind"], kind_of_source),
    }  # fmt: skip
    fields = {
        "context" if own else "heading": [title["heading"]], "asks": asks, "plain": plain, "law": law, "citation": [row["citation"]],
    }  # fmt: skip
    current = head["status"] != "superseded"
    return Entry(
        row,
        fields,
        tuple(asks),
        (not current, DOCUMENT_KINDS.index(head["kind"]), own is not None, head["position"], address, title["lang"]),
    )


def prior_of(kind: str, kind_of_source: str) -> float:
    """How much a match weighs against a match of law: what an agency says of the law comes after the law."""
    return KINDS[kind].prior * _SOURCE_PRIOR.get(kind_of_source, 1.0)


def _belongs(block: Row, address: str, *, whole: bool) -> bool:
    """Whether a block speaks of this unit: a paragraph takes what opens with its pinpoint, the document the rest."""
    first = block["authorities"].split(" ")[0] if block["authorities"] else ""
    if whole:
        return True
    return first == address


#: The words of a text. A text is met as an answer, in its document, in its paragraph and by the classifier.
words_in = lru_cache(maxsize=65_536)(words)


@lru_cache(maxsize=32_768)
def stemmed_line(ask: str, lang: str) -> str:
    """The content words of an ask as stems, so that search compares without stemming."""
    return " ".join(dict.fromkeys(stem(word, lang) for word in words_in(ask) if word not in STOP_WORDS))


def stemmed_lines(lines: Iterable[str], lang: str) -> str:
    """Lines that may answer, as search reads them."""
    return written(stemmed_line(line, lang).split() for line in lines)


def _measured(asks: str, holders: Counter[str], entries: int) -> str:
    """Asks as search reads them: their stems, and the length of each in rarity."""
    stemmed = [ask.split() for ask in asks.split("\n") if ask]
    return written(
        stemmed, (math.sqrt(math.fsum(rarity_of(holders[stem], entries) ** 2 for stem in ask)) for ask in stemmed)
    )


def _least_sure(head: Row, paragraphs: list[Row]) -> str:
    return worst([Level(p["level"]) for p in paragraphs] or [Level(head["level"])]).value


class _Stems(dict[str, str]):
    """The words of a language that were asked for, with their stems."""

    def __init__(self, lang: str) -> None:
        super().__init__()
        self._lang = lang

    def __missing__(self, word: str) -> str:
        return self.setdefault(word, stem(word, self._lang))


def index_entries(db: sqlite_utils.Database, entries: list[Entry]) -> None:
    """Write entries, their stemmed words and the vocabulary."""
    vocabulary = {lang: _Stems(lang) for lang in LANGUAGES}
    holders: Counter[str] = Counter()
    indexed = []
    for number, entry in enumerate(entries, 1):
        own = vocabulary[entry.row["lang"]]
        stemmed = {
            field: [own[word] for text in entry.fields.get(field, ()) for word in words_in(text)] for field in _FIELDS
        }
        holders.update(set().union(*stemmed.values()))
        indexed.append({"rowid": number} | {field: " ".join(found) for field, found in stemmed.items()})
    for entry in entries:
        entry.row["asks"] = _measured(entry.row["asks"], holders, len(entries))
    db.table("entry").insert_all({"id": number, **entry.row} for number, entry in enumerate(entries, 1))
    db.conn.executemany(
        f"INSERT INTO word (rowid, {', '.join(_FIELDS)}) VALUES (:rowid, {', '.join(':' + f for f in _FIELDS)})",
        indexed,
    )
    db.table("vocabulary").insert_all(
        {"word": word, "lang": lang, "stem": stemmed, "entries": holders[stemmed]}
        for word, lang, stemmed in sorted((word, lang, of[word]) for lang, of in vocabulary.items() for word in of)
        if word not in STOP_WORDS
    )
    assert all(parse(entry.row["address"]) for entry in entries)  # noqa: S101 - our own invariant
