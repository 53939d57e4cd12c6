"""`rightsref search`: ranked hits."""

from __future__ import annotations

import time
from typing import Any

import click

from rightsref.cli import text
from rightsref.cli.options import day, language, open_knowledge_base, readable
from rightsref.cli.output import Answer, as_json
from rightsref.errors import NotFoundError, UsageError
from rightsref.knowledge.library import KnowledgeBase
from rightsref.model.kinds import FOUND_KINDS
from rightsref.reasoning.hearing import suggest
from rightsref.search.missed import missed_part
from rightsref.search.query import parse
from rightsref.search.results import Filter, Results, led_by
from rightsref.search.searcher import Searcher
from rightsref.words import tr


@click.command()
@click.argument("query")
@click.option("--limit", type=click.IntRange(1, 100), default=10, show_default=True, help="How many hits at most.")
@language
@click.option(
    "--source",
    "sources",
    multiple=True,
    metavar="KEY",
    help="Only this source, such as mcc-2-173; may be repeated.",
)
@click.option("--kind", "kinds", multiple=True, type=click.Choice(FOUND_KINDS), help="Only this kind; may be repeated.")
@click.option("--on", callback=day, metavar="DATE", help="Only what was in force on this day.")
@as_json
def search(query: str, limit: int, lang: str, sources: tuple[str, ...], kinds: tuple[str, ...], on: str) -> Answer:
    """Find the law, forms and cases that answer QUERY."""
    kb = open_knowledge_base()
    _known_sources(kb, sources)
    query = readable(query)
    searcher = Searcher(kb)
    start = time.perf_counter()
    results = searcher.search(parse(query), lang, limit, Filter(frozenset(sources), frozenset(kinds), on=on))
    took = (time.perf_counter() - start) * 1000
    results = led_by(results, query, suggest(kb, query, lang))
    if not results.hits and not results.start:
        raise NotFoundError(text.nothing_found(query))
    part = missed_part(kb, query, results)
    missed = text.instead(part, results.hits[0].citation) if part else []
    return Answer(_results_json(query, lang, results, took), [*missed, *text.results(results)])


def _known_sources(kb: KnowledgeBase, wanted: tuple[str, ...]) -> None:
    known = [source.key for source in kb.sources()]
    for key in wanted:
        if key not in known:
            raise UsageError(
                tr("There is no source “{key}”. The sources are: {known}.").format(key=key[:60], known=", ".join(known))
            )


def _results_json(query: str, lang: str, results: Results, took: float) -> dict[str, Any]:
    return {
        "query": query,
        "interpretation": {
            "citation": results.citation or None, "corrected": results.corrected or None, "answered": results.answered,
        },
        "took_ms": round(took, 3),
        "start": [
            {
                "address": start.address, "kind": start.kind, "title": start.title, "phone": start.phone or None,
                "answers": dict(start.answers),
            }
            for start in results.start
        ],
        "hits": [
            {
                "address": hit.address, "kind": hit.kind, "citation": hit.citation, "title": hit.title,
                "snippet": hit.snippet, "source": hit.source, "status": hit.status, "checked": hit.level,
                "score": round(hit.score, 4), **({"lang": hit.lang} if hit.lang != lang else {}),
            }
            for hit in results.hits
        ],
    }  # fmt: skip
