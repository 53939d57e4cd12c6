"""The same unit in every dress that a citation wears."""

from __future__ import annotations

import pytest

from rightsref.errors import NotFoundError
from rightsref.search.query import parse
from rightsref.search.searcher import Searcher


@pytest.fixture(scope="module")
def at_large(real):
    """A searcher over the real knowledge base."""
    return Searcher(real)


SAME = [
    (["I–200", "I−200", "I‑200", "form I‐200", "I\u00ad200", "I 200"], "form:I-200"),
    (["Form I‑247A", "I–247A", "i\u00a0247a"], "form:I-247A"),
    (["MCC 2–173–020(a)(3)", "§\u00a02‑173‑020(a)(3)", "2-173-020 (a)(3)"], "MCC 2-173-020(a)(3)"),
    (["P.A. 104–0440", "PA 104-440", "HB 1312", "HB 01312"], "P.A. 104-440"),
    (["section 15(h) of the TRUST Act", "TRUST Act § 15(h)", "805/15(h)", "TRUST Act, sec. 15(h)"], "5 ILCS 805/15(h)"),
    (["VOICES Act 10", "section 10 of the VOICES Act"], "5 ILCS 825/10"),
    (["CASPA 10-15(a)", "705 ILCS 96/10–15(a)"], "705 ILCS 96/10-15(a)"),
    (["EO 2025-08", "Chicago Executive Order No. 2025-8", "Orden Ejecutiva 2025-8"], "eo:Chicago 2025-8"),
    (["EO 2026-1", "Executive Order 2026-01"], "eo:Chicago 2026-01"),
    (["GAO 2013-5", "Cook County General Administrative Order No. 2013-05"], "order:Cook County GAO 2013-05"),
    (["745 F.3d 634", "745 F. 3d 634", "galarza v. szalczyk"], "case:Galarza v. Szalczyk"),
    (["8 USC 1357 note", "8 U.S.C. § 1357"], "8 USC 1357"),
    (["805/15(e)(9)"], "5 ILCS 805/15(e)"),
]  # fmt: skip
DRESSES = [(dress, canonical) for dresses, canonical in SAME for dress in dresses]


@pytest.mark.parametrize(("dress", "canonical"), DRESSES, ids=[ascii(dress) for dress, _ in DRESSES])
def test_every_dress_is_the_same_unit(real, at_large, dress, canonical):
    address = real.resolve(canonical)
    assert real.resolve(dress) == address
    assert at_large.search(parse(dress), limit=1).hits[0].address == address


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("8 USC §§ 1226(a), 1231", ["8 USC 1226(a)", "8 USC 1231"]),
        ("805/15(a), (h) and (i)", ["5 ILCS 805/15(a)", "5 ILCS 805/15(h)", "5 ILCS 805/15(i)"]),
        ("MCC §§ 2-173-020 and 2-173-030", ["MCC 2-173-020", "MCC 2-173-030"]),
        ("8 USC 1226(a), 1231 people", ["8 USC 1226(a)"]),
    ],
)
def test_several_after_one_mark(text, read):
    assert [str(citation) for citation in parse(text).citations] == read


def test_what_is_held_further_down_than_it_is_cited_names_no_neighbour(real):
    with pytest.raises(NotFoundError, match="the nearest that is held"):
        real.resolve("5 ILCS 805/15(z)")
