"""`rightsref sheet`: explainer sheets as tagged PDFs."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from pathlib import Path

import click

from rightsref.cli.options import language, open_knowledge_base, readable
from rightsref.errors import NotFoundError, UsageError
from rightsref.model.address import slug
from rightsref.model.sheet import Organisation, Sheet
from rightsref.sheets import compose, compose_document
from rightsref.store import KnowledgeBase
from rightsref.typeset import LAYOUTS, PAPERS, Options, save_pdf, to_pictures

as_json = click.option("--json", "wants_json", is_flag=True, help="Print one JSON document and nothing else.")


@click.group(no_args_is_help=False)
def sheet() -> None:
    """Explainer sheets to print and hand over."""


@sheet.command("list")
@language
@as_json
def list_sheets(lang: str, wants_json: bool) -> None:  # noqa: FBT001 - click passes it by name
    """List the sheets."""
    heads = open_knowledge_base().sheets(lang)
    if wants_json:
        click.echo(json.dumps([head._asdict() for head in heads], ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(f"{head.key:28} {head.title}" for head in heads))


@sheet.command()
@click.argument("keys", nargs=-1, required=True, metavar="KEY…")
@language
@click.option("--paper", type=click.Choice(PAPERS), default="letter", show_default=True)
@click.option(
    "--layout", type=click.Choice(LAYOUTS), default="page", show_default=True, help="large is 18-point print."
)
@click.option("--archive", is_flag=True, help="PDF/A-2a instead of PDF/UA-1.")
@click.option("--org-name", default="", help="Who hands it over.")
@click.option("--org-phone", default="")
@click.option("--org-web", default="")
@click.option("--org-logo", default="", help="A PNG or SVG file.")
@click.option(
    "-o", "--output", required=True, type=click.Path(path_type=Path), help="File, or folder for several sheets."
)
@click.option("--overwrite", is_flag=True, help="Write over a file that exists.")
@as_json
def make(keys: tuple[str, ...], output: Path, lang: str, wants_json: bool, **options: str | bool) -> None:  # noqa: FBT001 - click passes it by name
    """Make PDFs of sheets, or of any unit by its citation."""
    kb = open_knowledge_base()
    organisation = _organisation(options)
    layout = Options(str(options["paper"]), str(options["layout"]), archive=bool(options["archive"]))
    folder = len(keys) > 1 or output.is_dir()
    if folder and not output.is_dir():
        raise UsageError(f"{output} is no folder; several sheets need one.")
    wanted = dict.fromkeys(readable(key) for key in keys)
    sheets = {key: _composed(kb, key, lang, organisation) for key in wanted}  # all of them before the first is written
    made = []
    for key, composed in sheets.items():
        start = time.perf_counter()
        target = output / f"{slug(key)}-{lang}.pdf" if folder else output
        size = save_pdf(composed, target, layout, overwrite=bool(options["overwrite"]))
        took = (time.perf_counter() - start) * 1000
        pages = len(to_pictures(composed, layout, ppi=20))
        name = click.format_filename(target)  # printable, if the name is not UTF-8
        made.append({"key": key, "file": name, "pages": pages, "bytes": size, "took_ms": round(took, 1)})
    if wants_json:
        click.echo(json.dumps(made, ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(f"{row['file']}  {row['pages']} pages" for row in made))


def _organisation(options: Mapping[str, str | bool]) -> Organisation:
    organisation = Organisation(*(str(options[f"org_{part}"]) for part in Organisation._fields))
    if organisation.logo and not organisation.name:
        raise UsageError("--org-logo needs --org-name: the name is read aloud where the picture cannot be seen.")
    return organisation


def _composed(kb: KnowledgeBase, key: str, lang: str, organisation: Organisation) -> Sheet:
    """A sheet by its key, or any unit by its citation."""
    if key in {head.key for head in kb.sheets()}:
        return compose(kb, key, lang, organisation)
    try:
        return compose_document(kb, kb.resolve(key), lang, organisation)
    except NotFoundError:
        return compose(kb, key, lang, organisation)  # says which sheets there are
