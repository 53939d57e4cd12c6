"""`rightsref VERB`: search, show, scenario, clock, sheet, content, about. `--json` prints one document on stdout and nothing else."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import Any

import click

import rightsref
from rightsref import paths
from rightsref.cli import text
from rightsref.cli.clock import clock_command
from rightsref.cli.content import content
from rightsref.cli.options import language, one_line, open_knowledge_base, readable
from rightsref.cli.scenario import scenario
from rightsref.cli.sheet import sheet
from rightsref.errors import NotFoundError, RightsRefError, UsageError
from rightsref.knowledge.library import KnowledgeBase
from rightsref.model import address as addresses
from rightsref.model.kinds import FOUND_KINDS
from rightsref.model.law import Checked, Document, Jurisdiction
from rightsref.search.query import parse
from rightsref.search.searcher import Filter, Results, Searcher


def _day(_context: click.Context, _option: click.Parameter, value: str | None) -> str:
    """An ISO date, as a click callback."""
    if not value:
        return ""
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        raise click.BadParameter(f"“{value[:40]}” is not a date; write it as 2021-01-27.") from None


def as_json(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add `--json`: what the verb returns is printed as one JSON document, else by the printer it returns with it."""

    @click.option("--json", "wants_json", is_flag=True, help="Print one JSON document and nothing else.")
    @wraps(function)
    def wrapped(*args: Any, wants_json: bool, **options: Any) -> None:  # noqa: ANN401 - whatever the verb takes
        data, lines = function(*args, **options)
        click.echo(json.dumps(data, ensure_ascii=False, indent=2) if wants_json else "\n".join(lines))

    return wrapped


@click.group(no_args_is_help=False, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(rightsref.__version__, message="rightsref %(version)s")
def cli() -> None:
    """RightsRef: immigration-enforcement law in Chicago, offline. Without a verb it opens its window."""


@cli.command()
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
@click.option("--on", callback=_day, metavar="DATE", help="Only what was in force on this day.")
@as_json
def search(
    query: str, limit: int, lang: str, sources: tuple[str, ...], kinds: tuple[str, ...], on: str
) -> tuple[Any, list[str]]:
    """Find the law, forms and cases that answer QUERY."""
    kb = open_knowledge_base()
    _known_sources(kb, sources)
    query = readable(query)
    searcher = Searcher(kb)
    start = time.perf_counter()
    results = searcher.search(parse(query), lang, limit, Filter(frozenset(sources), frozenset(kinds), on=on))
    took = (time.perf_counter() - start) * 1000
    if not results.hits:
        raise NotFoundError(text.nothing_found(query))
    return _results_json(query, results, took), text.results(results)


def _known_sources(kb: KnowledgeBase, wanted: tuple[str, ...]) -> None:
    known = [source.key for source in kb.sources()]
    for key in wanted:
        if key not in known:
            raise UsageError(f"There is no source “{key[:60]}”. The sources are: {', '.join(known)}.")


def _results_json(query: str, results: Results, took: float) -> dict[str, Any]:
    return {
        "query": query,
        "interpretation": {"citation": results.citation or None, "corrected": results.corrected or None},
        "took_ms": round(took, 3),
        "hits": [
            {
                "address": hit.address, "kind": hit.kind, "citation": hit.citation, "title": hit.title,
                "snippet": hit.snippet, "source": hit.source, "status": hit.status, "checked": hit.level,
                "score": round(hit.score, 4),
            }
            for hit in results.hits
        ],
    }  # fmt: skip


@cli.command()
@click.argument("citation", metavar="CITATION-OR-ADDRESS")
@language
@click.option("--on", callback=_day, metavar="DATE", help="The text that was in force on this day.")
@as_json
def show(citation: str, lang: str, on: str) -> tuple[Any, list[str]]:
    """Show one unit of law, a form, a case or a topic, with its explanation."""
    kb = open_knowledge_base()
    address = kb.resolve(citation, on)
    document = kb.document(address, lang)
    return _document_json(document, address), text.document(document, address)


def _document_json(document: Document, address: str) -> dict[str, Any]:
    paragraphs = [p for p in document.paragraphs if addresses.holds(address, p.address)]
    return {
        "address": address,
        "kind": document.kind,
        "citation": paragraphs[0].citation if address != document.address and paragraphs else document.citation,
        "title": document.title,
        "status": document.status,
        "effective": document.effective,
        "ends": document.ends or None,
        "paragraphs": [
            {"citation": p.citation, "text": p.text, "checked": _checked_json(p.checked)} for p in paragraphs
        ],
        "explanation": {part: [block.text for block in blocks] for part, blocks in document.parts.items()},
        "related": [reference.address for reference in document.related],
    }  # fmt: skip


def _checked_json(checked: Checked) -> dict[str, str]:
    return {"level": checked.level, "on": checked.on, "source": checked.source, "note": checked.note}


@cli.command()
@as_json
def about() -> tuple[Any, list[str]]:
    """Versions, the knowledge base's date and hash, its tallies, and where every file is."""
    kb = open_knowledge_base()
    data = {
        "version": rightsref.__version__,
        "knowledge_base": {**kb.meta(), "sha256": kb.digest(), "units": kb.tally(), "gaps": len(kb.gaps())},
        "sources": {j.value: sum(s.jurisdiction == j for s in kb.sources()) for j in Jurisdiction},
        "files": {"knowledge_base": str(kb.path), "settings": str(paths.settings_file())},
    }
    return data, text.about(data)


cli.add_command(scenario)
cli.add_command(clock_command)
cli.add_command(sheet)
cli.add_command(content)


def run(arguments: list[str]) -> int:
    """Run the command line.

    Returns:
        0 done; 1 nothing found, or the content has errors; 2 the call is wrong or there is something to mend.
    """
    try:
        outcome = cli.main(arguments, prog_name="rightsref", standalone_mode=False)
    except NotFoundError as error:
        click.echo(one_line(str(error)), err=True)
        return 1
    except (RightsRefError, OSError) as error:
        click.echo(one_line(str(error)), err=True)
        return 2
    except click.UsageError as error:
        click.echo(
            f"{one_line(error.format_message())} See: {(error.ctx or click.Context(cli)).command_path} --help",
            err=True,
        )
        return 2
    except click.exceptions.Abort:
        return 2
    return outcome if isinstance(outcome, int) else 0
