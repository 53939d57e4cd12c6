"""Sheets fitted to their pages: the last is worth its paper, nothing stands alone, a hand can write, a poster is read at once."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from rightsref.model.organisation import Organisation
from rightsref.sheets import typeset
from rightsref.sheets.compose import compose, offered
from rightsref.sheets.fitting import LEAST_FILLED, Fit, filled, fit, lonely
from rightsref.sheets.typeset import PAGE_SIZES, Options, laid_out, to_pdf, to_pictures

LEAST_LINE = 60  # millimetres
LEAST_DOOR = 36  # points


@pytest.fixture(scope="module")
def pages(real):
    """Every sheet in every language, on every paper, in both layouts of pages -> where all stands."""
    return [
        (sheet, paper, layout, laid_out(sheet, Options(paper, layout)))
        for head in real.sheets()
        for sheet in (compose(real, head.key, lang) for lang in offered(real, head.key).languages)
        for paper in PAGE_SIZES
        for layout in ("page", "large")
    ]


def test_the_last_page_is_a_third_full(pages):
    thin = {(s.key, s.languages, p, y) for s, p, y, facts in pages if filled(facts) < LEAST_FILLED}
    assert thin == set()


def test_a_heading_keeps_two_lines_and_no_line_stands_alone(pages):
    torn = {(s.key, s.languages, p, y): list(lonely(facts)) for s, p, y, facts in pages if any(lonely(facts))}
    assert torn == {}


def test_every_line_to_write_on_is_long_enough(pages):
    assert {s.key for s, _, _, facts in pages if facts["lines"]} >= {"someone-was-taken", "the-48-hours"}
    assert [s.key for s, _, _, facts in pages if any(line < LEAST_LINE for line in facts["lines"])] == []


def test_a_sheet_for_now_opens_with_a_poster_in_the_first_third(pages, real_content):
    now = {key for key, table in real_content.tree.sheets.items() if table["now"]}
    assert len(now) > 5
    for sheet, paper, layout, facts in pages:
        ends = [(mark["page"], mark["y"] / facts["height"]) for mark in facts["posters"]]
        assert bool(ends) == (sheet.key in now)
        # Two languages, or 18 points, have no room for it in a third: it comes first, and ends as soon as it can.
        most = {("page", 1): (1, 1 / 3), ("page", 2): (1, 0.46), ("large", 1): (1, 0.82), ("large", 2): (2, 0.4)}
        at_most = most[layout, len(sheet.languages)]
        assert all(end <= at_most for end in ends), (sheet.key, sheet.languages, paper, layout, ends)


def test_the_door_has_a_page_of_its_own_in_large_letters(pages):
    doors = [(sheet, facts) for sheet, _, _, facts in pages if sheet.key == "door-notice"]
    assert len(doors) > 4
    for sheet, facts in doors:
        (door,) = facts["door"]
        assert door["size"] >= LEAST_DOOR
        assert door["below"] >= LEAST_DOOR / 2
        assert min(mark["page"] for mark in facts["marks"]) == 2
        (block,) = [block for block in sheet.blocks if block.kind == "door"]
        assert {item.lang for item in block.items} == {"en"}
        assert {item.lang for item in block.beside} == {"es"}


def test_nothing_else_stands_on_the_page_for_the_door(real):
    import io

    from pypdf import PdfReader

    sheet = compose(real, "door-notice", "es")
    (door,) = [block for block in sheet.blocks if block.kind == "door"]
    first = PdfReader(io.BytesIO(to_pdf(sheet))).pages[0].extract_text()
    assert "".join(first.split()) == "".join("".join(i.text for i in (*door.items, *door.beside)).split())


def test_the_same_sheet_twice_is_the_same_file(real):
    for key in ("ice-at-your-door", "wallet-card"):
        assert to_pdf(compose(real, key, "es")) == to_pdf(compose(real, key, "es"))


@pytest.mark.parametrize("name", ["Us", "A name that takes two lines of its own " * 3])
def test_who_hands_it_over_is_fitted_as_if_nobody_had_before(real, name):
    def made():
        return to_pdf(compose(real, "someone-was-taken", organisation=Organisation(name, "312-555-0100")))

    typeset._fits.clear()
    alone = made()
    typeset._fits.clear()
    for other in ("", "Others", "Others " * 25):
        to_pdf(compose(real, "someone-was-taken", organisation=Organisation(other)))
    known = len(typeset._fits)
    assert made() == alone
    # Of one line like another's only that it is the same is noted; it is not fitted again.
    assert len(typeset._fits) - known == (1 if name == "Us" else 2)


# -- the rules by themselves ---------------------------------------------------------------------------------


def facts_of(*marks, pages=2, foot=650):
    told = [{"id": name, "kind": kind, "page": page, "y": y} for name, kind, page, y in marks]
    told += [{"id": "foot", "kind": "foot", "page": pages, "y": foot}]
    return {"marks": told, "door": [], "pages": pages, "height": 792.0, "lines": [], "posters": []}


@pytest.mark.parametrize(
    ("pages", "torn"),
    [
        ((1, 1, 1, 2, 2), []),  # two stay, two go
        ((1, 2, 2, 2, 2), ["0.0"]),  # a heading alone
        ((1, 1, 2, 2, 2), ["0.0"]),  # a heading with one line
        ((1, 1, 1, 1, 2), ["1.2"]),  # the last line alone
        ((1, 1, 2), ["0.0"]),
        ((1, 1, 1, 2), ["0.0"]),  # three lines: two cannot stay and two go
        ((1, 1), []),
    ],
)
def test_what_stands_alone(pages, torn):
    marks = [("0.0", "heading", pages[0], 100), *((f"1.{n}", "item", page, 120) for n, page in enumerate(pages[1:]))]
    assert list(lonely(facts_of(*marks, ("end", "end", 2, 400)))) == torn


def test_sources_alone_on_a_page_fill_nothing():
    assert filled(facts_of(("end", "end", 1, 700))) == 0


def test_a_thin_page_is_mended_by_another_size():
    def lay_out(tried):
        return facts_of(("end", "end", 2, 60 if tried.scale > 0.95 else 500))

    assert fit(lay_out, 2, large=False) == Fit(0.94)
    assert fit(lay_out, 2, large=True).scale >= 1


def test_of_what_is_too_long_nothing_larger_is_tried_nor_where_to_break_it():
    tried = []

    def lay_out(one):
        tried.append(one)
        return facts_of(("end", "end", 2, 500), pages=2 if one.scale < 0.95 else 3)

    assert fit(lay_out, 2, large=False) == Fit(0.94)
    assert tried == [Fit(1.0), Fit(0.97), Fit(0.94)]


def test_what_is_too_long_at_every_size_has_the_fewest_pages_it_can():
    def lay_out(one):
        return facts_of(("end", "end", 3, 500), pages=3 if one.scale < 0.92 else 4)

    assert fit(lay_out, 2, large=False) == Fit(0.9)


#: The memory that a program holds at most, in MB, once it has fitted some sheets in both languages.
HELD = """
from pathlib import Path
from rightsref import paths
from rightsref.knowledge.library import KnowledgeBase
from rightsref.model.organisation import Organisation
from rightsref.sheets import typeset
from rightsref.sheets.compose import compose, offered
from rightsref.sheets.typeset import Options, to_pictures

kb = KnowledgeBase.open_whole(paths.knowledge_base())
for key in ("someone-was-taken", "papers-to-sign"):
    for lang in offered(kb, f"rightsref:sheet/{key}").languages:
        to_pictures(compose(kb, key, lang), Options(), ppi=20)
status = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
print(int(status["VmHWM"].split()[0]) // 1024)  # of this program alone: what a parent held is in ru_maxrss
"""


def test_of_one_sheet_nothing_is_kept_for_another(real, monkeypatch):
    """Only with another name at its top a sheet is laid out by what Typst knows of it."""
    ages = []
    monkeypatch.setattr(typeset, "_let_go", ages.append)
    typeset._turn_to.cache_clear()

    def forgotten(key, **changed):
        ages.clear()
        to_pictures(compose(real, key, **changed), Options(), ppi=20)
        return sum(ages)

    assert forgotten("wallet-card") >= typeset._ALL
    assert forgotten("wallet-card", organisation=Organisation("Neighbors")) < typeset._ALL
    assert forgotten("wallet-card", lang="es") >= typeset._ALL
    assert forgotten("ice-at-your-door") >= typeset._ALL


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="counted as Linux counts")
def test_fitting_holds_little_memory(root, real_file):
    """What was tried is let go: half a gigabyte for these two, else."""
    environment = {**os.environ, "PYTHONPATH": str(root / "src"), "RIGHTSREF_KNOWLEDGE_BASE": str(real_file)}
    done = subprocess.run([sys.executable, "-c", HELD], env=environment, capture_output=True, text=True, timeout=300, check=False)  # fmt: skip
    assert done.returncode == 0, done.stderr[-500:]
    assert 50 < int(done.stdout) < 250
