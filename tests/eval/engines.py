"""The engines that are compared: the program, its ranking of before, plain FTS5 and tantivy."""

from __future__ import annotations

from measures import DEPTH, Case, Engine

from rightsref.knowledge.library import KnowledgeBase
from rightsref.model.spoken import words
from rightsref.reasoning.hearing import suggest
from rightsref.search.query import content_words, parse
from rightsref.search.results import led_by
from rightsref.search.searcher import Searcher


def ours(kb: KnowledgeBase) -> Engine:
    """The program's own search."""
    searcher = Searcher(kb)
    return lambda case: [hit.citation for hit in searcher.search(parse(case.text), case.lang, DEPTH).hits]


def begin(kb: KnowledgeBase) -> Engine:
    """The addresses that *Start here* names."""
    searcher = Searcher(kb)

    def start(case: Case) -> list[str]:
        found = searcher.search(parse(case.text), case.lang, DEPTH)
        return [row.address for row in led_by(found, case.text, suggest(kb, case.text, case.lang)).start]

    return start


def told(kb: KnowledgeBase, queries: list[tuple[str, str]]) -> list[bool]:
    """For each (text, language), whether search says that nothing held answers it."""
    searcher = Searcher(kb)
    return [not searcher.search(parse(text), lang, DEPTH).answered for text, lang in queries]


def before(kb: KnowledgeBase) -> Engine:
    """The ranking of before, over the same content."""
    from before.searcher import Searcher as Former

    searcher = Former(kb)
    return lambda case: searcher.search(parse(case.text), case.lang, DEPTH)


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
