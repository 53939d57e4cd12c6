"""A PDF tells the day of the law, and not when somebody made it."""

from __future__ import annotations

import io
import time

import pytest
from pypdf import PdfReader

from rightsref.sheets.compose import compose
from rightsref.sheets.imposition import Cards
from rightsref.sheets.typeset import Options, to_pdf

LAYOUTS = {
    "page": Options(),
    "large": Options(layout="large"),
    "archive": Options(archive=True),
    "cards": Options(layout="cards"),
}


@pytest.mark.parametrize("options", LAYOUTS.values(), ids=LAYOUTS)
def test_the_same_sheet_made_later_is_the_same_file(real, options):
    sheet = compose(real, "rightsref:sheet/wallet-card", "en")
    first = to_pdf(sheet, options)
    time.sleep(1.1)
    assert to_pdf(sheet, options) == first
    told = PdfReader(io.BytesIO(first)).metadata
    day = real.meta()["law_as_of"].replace("-", "")
    assert str(told.get("/CreationDate", day)).removeprefix("D:")[:8] == day
    assert str(told.get("/ModDate", day)).removeprefix("D:")[:8] == day


def test_the_calibration_page_has_no_date(real):
    sheet = compose(real, "rightsref:sheet/wallet-card", "en")
    made = to_pdf(sheet, Options(layout="cards", cards=Cards(calibration=True)))
    assert "/CreationDate" not in PdfReader(io.BytesIO(made)).metadata
