"""`make eval`: how often the place a knowledgeable advocate would open comes first, beside plain FTS5 and tantivy.

A hit counts if it is any expected target, its parent section or a child of it; for a bare citation the exact unit is wanted.
"""

from __future__ import annotations

import math
import sys
import tomllib
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import sentences

from rightsref import paths
from rightsref.knowledge.library import KnowledgeBase
from rightsref.model.spoken import words
from rightsref.search.query import content_words, parse
from rightsref.search.searcher import Searcher

QUERIES = Path(__file__).with_name("queries.toml")
DEPTH = 10


class Case(NamedTuple):
    """One query with what is wanted."""

    text: str
    kind: str
    lang: str
    expected: list[str]
    set: str


Engine = Callable[[Case], list[str]]


def counts(citation: str, case: Case) -> bool:
    """Whether a hit counts."""
    found = citation.split("@", maxsplit=1)[0].casefold()
    for target in case.expected:
        wanted = target.split("@")[0].casefold()
        if found == wanted:
            return True
        if case.kind != "citation" and (_inside(found, wanted) or _inside(wanted, found)):
            return True
    return False


def _inside(inner: str, outer: str) -> bool:
    return inner.startswith(outer) and not inner[len(outer)].isalnum()


def ours(kb: KnowledgeBase) -> Engine:
    """The program's own search."""
    searcher = Searcher(kb)
    return lambda case: [hit.citation for hit in searcher.search(parse(case.text), case.lang, DEPTH).hits]


def plain_fts(kb: KnowledgeBase) -> Engine:
    """FTS5 with bm25 over the same units, words joined by OR, porter stems."""
    kb.connection.execute("ATTACH ':memory:' AS base")
    kb.connection.execute(
        "CREATE VIRTUAL TABLE base.plain USING fts5 (citation, title, lines, tokenize='porter unicode61 remove_diacritics 2')"
    )
    kb.connection.execute(
        "INSERT INTO base.plain (rowid, citation, title, lines) SELECT id, citation, title, lines FROM entry"
    )

    def search(case: Case) -> list[str]:
        match = " OR ".join(f'"{word}"' for word in words(case.text))
        if not match:
            return []
        rows = kb.rows("SELECT rowid FROM base.plain WHERE plain MATCH ? ORDER BY rank LIMIT ?", match, DEPTH)
        return [kb.rows("SELECT citation FROM entry WHERE id = ?", row["rowid"])[0]["citation"] for row in rows]

    return search


def tantivy_engine(kb: KnowledgeBase) -> Engine | None:
    """tantivy with English stems over the same units; None where it is not installed."""
    try:
        import tantivy
    except ImportError:
        return None
    schema = tantivy.SchemaBuilder()
    schema.add_text_field("citation", stored=True, tokenizer_name="en_stem")
    schema.add_text_field("title", tokenizer_name="en_stem")
    schema.add_text_field("lines", tokenizer_name="en_stem")
    index = tantivy.Index(schema.build())
    writer = index.writer()
    for row in kb.rows("SELECT citation, title, lines FROM entry"):
        writer.add_document(tantivy.Document(citation=row["citation"], title=row["title"], lines=row["lines"]))
    writer.commit()
    index.reload()
    searcher = index.searcher()

    def search(case: Case) -> list[str]:
        text = " ".join(content_words(words(case.text)))
        if not text:
            return []
        query = index.parse_query(text, ["citation", "title", "lines"])
        return [searcher.doc(address)["citation"][0] for _, address in searcher.search(query, DEPTH).hits]

    return search


def rank_of(case: Case, engine: Engine) -> tuple[int, list[str]]:
    """The rank of the first hit that counts (0 if none does), and the hits."""
    found = engine(case)
    return next((n for n, citation in enumerate(found, 1) if counts(citation, case)), 0), found


def report(name: str, cases: list[Case], engine: Engine) -> list[tuple[Case, int, list[str]]]:
    """Print success@1, success@3, MRR and nDCG@5 by kind; returns the queries that did not come first."""
    by_kind: dict[str, list[int]] = defaultdict(list)
    missed = []
    for case in cases:
        rank, found = rank_of(case, engine)
        for key in (case.kind, f"lang {case.lang}", "all"):
            by_kind[key].append(rank)
        if rank != 1:
            missed.append((case, rank, found[:3]))
    sys.stdout.write(f"\n{name:28} {'n':>4} {'s@1':>6} {'s@3':>6} {'MRR':>6} {'nDCG@5':>7}\n")
    for key, ranks in sorted(by_kind.items(), key=lambda item: (item[0] == "all", item[0].startswith("lang"), item[0])):
        n = len(ranks)
        first, three = sum(r == 1 for r in ranks) / n, sum(0 < r <= 3 for r in ranks) / n
        mrr = sum(1 / r for r in ranks if r) / n
        ndcg = sum(1 / math.log2(r + 1) for r in ranks if 0 < r <= 5) / n
        sys.stdout.write(f"  {key:26} {n:>4} {first:>6.2f} {three:>6.2f} {mrr:>6.2f} {ndcg:>7.2f}\n")
    return missed


def main() -> None:
    """Print the tables; `--set NAME` for one set, `--missed` to list what did not come first."""
    table = tomllib.loads(QUERIES.read_text(encoding="utf-8"))
    wanted = sys.argv[sys.argv.index("--set") + 1].split(",") if "--set" in sys.argv else ["tune", "held", "dev"]
    every = [Case(**query) for query in table["query"]]
    kb = KnowledgeBase.open(paths.knowledge_base())
    engines: dict[str, Engine] = {"ours": ours(kb)}
    if "--ours" not in sys.argv:
        engines["plain FTS5"] = plain_fts(kb)
        other = tantivy_engine(kb)
        if other:
            engines["tantivy"] = other
    for chosen in wanted:
        cases = [case for case in every if case.set == chosen]
        for name, engine in engines.items():
            missed = report(f"{name}, {chosen}", cases, engine)
            if name == "ours" and "--missed" in sys.argv:
                for case, rank, found in missed:
                    sys.stdout.write(
                        f"    {rank or '-':>3} {case.kind:10} {case.text[:70]:70} wanted {case.expected} came {found}\n"
                    )
    for chosen in ("tune", "held"):
        sentences.report(kb, chosen, missed="--missed" in sys.argv and chosen == "tune")


if __name__ == "__main__":
    main()
