"""`rightsref sheet`: explainer sheets as tagged PDFs."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from functools import reduce
from pathlib import Path
from typing import Any

import click

from rightsref.cli.options import language, open_knowledge_base, readable
from rightsref.cli.output import Answer, as_json
from rightsref.errors import UsageError
from rightsref.knowledge.library import KnowledgeBase
from rightsref.model.address import slug
from rightsref.model.organisation import Organisation
from rightsref.model.sheet import Sheet
from rightsref.sheets.compose import LANGUAGES, card_of, compose, printable
from rightsref.sheets.imposition import CARDS, Cards
from rightsref.sheets.typeset import LAYOUTS, PAGE_SIZES, Options, save_pdf, to_pictures
from rightsref.words import plural, tr

_LOOK = (
    click.option("--paper", type=click.Choice(PAGE_SIZES), default="letter", show_default=True),
    click.option("--layout", type=click.Choice(LAYOUTS), default="page", show_default=True,
                 help="large is 18-point print; cards are for the wallet."),
    click.option("--archive", is_flag=True, help="PDF/A-2a instead of PDF/UA-1."),
    click.option("--org-name", default="", help="Who hands it over."),
    click.option("--org-phone", default=""),
    click.option("--org-web", default=""),
    click.option("--org-logo", default="", help="A PNG, JPG or SVG file."),
)  # fmt: skip
_MM = click.FloatRange(-1_000, 1_000)
_CARDS = (
    click.option("--cards", "card_number", type=click.Choice([str(n) for n in CARDS]), default="8", show_default=True,
                 help="Cards to a page: 8 the size of a bank card, or 10 for perforated business-card paper."),
    click.option("--card-left", type=_MM, help="Millimetres from the left edge to the first card; centered if not given."),
    click.option("--card-top", type=_MM, help="Millimetres from the top edge to the first card; centered if not given."),
    click.option("--card-gap", type=_MM, help="Millimetres between cards."),
    click.option("--back-right", "card_back_right", type=_MM, default=0.0, help="Move the backs to the right, in millimetres."),
    click.option("--back-down", "card_back_down", type=_MM, default=0.0, help="Move the backs down, in millimetres."),
    click.option("--calibration", "card_calibration", is_flag=True, help="Instead of cards, the page to measure the printer by."),
)  # fmt: skip


def _all_of(options: tuple[Callable[[Any], Any], ...]) -> Callable[[Any], Any]:
    """Several options as one decorator, listed in their order."""
    return lambda command: reduce(lambda made, option: option(made), reversed(options), command)


@click.group(no_args_is_help=False)
def sheet() -> None:
    """Explainer sheets to print and hand over."""


@sheet.command("list")
@language
@as_json
def list_sheets(lang: str) -> Answer:
    """List the sheets."""
    heads = open_knowledge_base().sheets(lang)
    lines = [f"{head.key:32} {'+'.join(head.languages):6} {head.title}" for head in heads]
    return Answer([head._asdict() for head in heads], lines)


@sheet.command()
@click.argument("keys", nargs=-1, required=True, metavar="KEY…")
@click.option("--lang", type=click.Choice(LANGUAGES), default="en", show_default=True,
              help="Language of the sheet; es+en is both, side by side.")  # fmt: skip
@_all_of(_LOOK)
@_all_of(_CARDS)
@click.option(
    "-o", "--output", required=True, type=click.Path(path_type=Path), help="File, or folder for several sheets."
)
@click.option("--overwrite", is_flag=True, help="Write over a file that exists.")
@as_json
def make(keys: tuple[str, ...], output: Path, lang: str, **options: Any) -> Answer:  # noqa: ANN401 - click passes them by name
    """Make PDFs of sheets, of an outcome (FLOW/OUTCOME), or of any unit by its citation."""
    kb = open_knowledge_base()
    organisation = _organisation(options)
    cards = Cards(int(options["card_number"]), *(options[f"card_{name}"] for name in Cards._fields[1:]))
    layout = Options(options["paper"], options["layout"], options["archive"], cards)
    folder = len(keys) > 1 or output.is_dir()
    if folder and not output.is_dir():
        raise UsageError(tr("{output} is no folder; several sheets need one.").format(output=output))
    wanted = dict.fromkeys(readable(key) for key in keys)
    # All of them are composed before the first is written.
    sheets = {key: _composed(kb, key, lang, organisation, layout) for key in wanted}
    made = []
    for key, composed in sheets.items():
        target = output / f"{slug(key)}-{'+'.join(composed.languages)}.pdf" if folder else output
        made.append(_written(key, composed, target, layout, overwrite=options["overwrite"]))
    lines = [f"{row['file']}  {row['pages']} {plural('page', 'pages', row['pages'])}" for row in made]
    return Answer(made, lines)


def _written(key: str, composed: Sheet, target: Path, layout: Options, *, overwrite: bool) -> dict[str, Any]:
    """Write one sheet; the row that the contract asks for."""
    start = time.perf_counter()
    size = save_pdf(composed, target, layout, overwrite=overwrite)
    took = (time.perf_counter() - start) * 1000
    name = click.format_filename(target)  # printable, if the name is not UTF-8
    pages = len(to_pictures(composed, layout, ppi=20))
    return {"key": key, "file": name, "pages": pages, "bytes": size, "took_ms": round(took, 1)}


def _organisation(options: Mapping[str, str]) -> Organisation:
    organisation = Organisation(*(options[f"org_{part}"] for part in Organisation._fields))
    if organisation.logo and not organisation.name:
        raise UsageError(tr("--org-logo needs --org-name: the name is read aloud where the picture cannot be seen."))
    return organisation


def _composed(kb: KnowledgeBase, key: str, lang: str, organisation: Organisation, layout: Options) -> Sheet:
    """A sheet by its key, an outcome, or any unit by its citation."""
    made = compose(kb, printable(kb, key), lang, organisation)
    if made.languages != tuple(lang.split("+")):
        raise UsageError(tr("{key} is there in English only; leave out --lang {lang}.").format(key=key, lang=lang))
    if layout.layout == "cards":
        card_of(kb, made)
    return made
