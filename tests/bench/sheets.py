"""Sheets onto paper: how long one takes, beside Typst alone; and all of them in every layout."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

REPEATS = 9


def sheet_rows(path: Path, row: Callable[..., None]) -> None:
    """A sheet to PDF, warm, against Typst alone; twelve sheets in four layouts, saved.

    Args:
        path: the knowledge base.
        row: prints one line of the table.
    """
    from rightsref.knowledge.library import KnowledgeBase
    from rightsref.sheets.compose import compose

    kb = KnowledgeBase.open(path)
    keys = [head.key for head in kb.sheets()]
    _one(kb, keys[0], compose, row)
    _all(kb, keys[:12], row)


def _one(kb, key: str, compose, row: Callable[..., None]) -> None:
    """Each time with another name on it, since Typst remembers a page that it has just set."""
    from rightsref.model.organisation import Organisation
    from rightsref.sheets.typeset import to_pdf

    ours, base = [], []
    for number in range(REPEATS):  # in turn, since a machine's speed changes
        to_pdf(compose(kb, key, organisation=Organisation(f"Before {number}")))  # what Typst alone forgot
        ours.append(_timed(lambda n=number: to_pdf(compose(kb, key, organisation=Organisation(f"Neighbors {n}")))))
        alone = _typst_alone(compose(kb, key, organisation=Organisation(f"Friends {number}")))
        base.append(_timed(alone))
    mine, theirs = statistics.median(ours[1:]), statistics.median(base[1:])
    row("a sheet to PDF, warm", f"{mine:.0f} ms", "60 ms", met=mine <= 60)
    row("a sheet to PDF / Typst alone on the same page", f"{mine:.0f} / {theirs:.0f} ms = {mine / theirs:.2f}", "2 times", met=mine <= 2 * theirs)  # fmt: skip


def _typst_alone(sheet) -> Callable[[], object]:
    """Typst on the same template, the data written out before, and nothing known of what it set before."""
    from rightsref.sheets.typeset import _ALL, Options, _compiler_of, _filled, _let_go

    _, filled = _filled(sheet, Options())
    _let_go(_ALL)
    return lambda: _compiler_of(filled).compile(format="pdf", pdf_standards="ua-1")


def _all(kb, keys: list[str], row: Callable[..., None]) -> None:
    """Twelve sheets: page and large print, on Letter and A4."""
    from rightsref.sheets.compose import compose
    from rightsref.sheets.typeset import PAGE_SIZES, Options, save_pdf

    with tempfile.TemporaryDirectory() as folder:

        def save() -> None:
            for paper in PAGE_SIZES:
                for layout in ("page", "large"):
                    for key in keys:
                        target = Path(folder) / f"{key}-{paper}-{layout}.pdf"
                        save_pdf(compose(kb, key), target, Options(paper, layout), overwrite=True)

        took = _timed(save)
    row(f"{len(keys)} sheets in four layouts", f"{took / 1000:.1f} s", "4 s", met=took <= 4_000)
    took = statistics.median(_timed(lambda: _cards(kb)) for _ in range(REPEATS))
    row("a page of wallet cards to PDF, warm", f"{took:.0f} ms", "120 ms", met=took <= 120)


def _cards(kb) -> bytes:
    from rightsref.sheets.compose import compose
    from rightsref.sheets.typeset import Options, to_pdf

    return to_pdf(compose(kb, "wallet-card", "es"), Options(layout="cards"))


def _timed(function: Callable[[], object]) -> float:
    """Milliseconds that a call takes."""
    start = time.perf_counter()
    function()
    return (time.perf_counter() - start) * 1000
