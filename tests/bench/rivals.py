"""The other engines that search is timed beside."""

from __future__ import annotations

from collections.abc import Callable


def plain_fts(kb, name: str) -> None:
    """The baseline: the same texts as plain words in one FTS5 table."""
    kb.connection.execute(f"ATTACH ':memory:' AS {name}")
    kb.connection.execute(
        f"CREATE VIRTUAL TABLE {name}.plain USING fts5 (title, lines, asks, citation, tokenize='porter unicode61')"
    )
    kb.connection.execute(
        f"INSERT INTO {name}.plain (rowid, title, lines, asks, citation) SELECT id, title, lines, asks, citation FROM entry"
    )


def tantivy_search(kb) -> Callable[[list[str]], object] | None:
    """A search in tantivy over the same entries, for some words; None where it is not installed (`--group eval`)."""
    try:
        import tantivy
    except ImportError:
        return None
    schema = tantivy.SchemaBuilder()
    for field in ("title", "lines", "asks", "citation"):
        schema.add_text_field(field, stored=field == "lines", tokenizer_name="en_stem")
    index = tantivy.Index(schema.build())
    writer = index.writer()
    for row in kb.rows("SELECT title, lines, asks, citation FROM entry"):
        writer.add_document(tantivy.Document(**dict(row)))
    writer.commit()
    index.reload()
    searcher = index.searcher()

    def search(words: list[str]) -> object:
        query = index.parse_query(" ".join(words), ["title", "lines", "asks", "citation"])
        found = searcher.search(query, 20)
        snippets = tantivy.SnippetGenerator.create(searcher, query, index.schema, "lines")
        return [snippets.snippet_from_doc(searcher.doc(address)) for _, address in found.hits]

    return search
