"""A sheet onto paper through Typst: tagged PDF, or page pictures for preview and printer. The sheet goes in as data."""

from __future__ import annotations

import contextlib
import json
import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from rightsref import paths
from rightsref.errors import RightsRefError, UsageError
from rightsref.logo import read_logo
from rightsref.model.law import Level
from rightsref.model.sheet import Item, Sheet
from rightsref.words import tr

if TYPE_CHECKING:
    import typst

PAPERS = ("letter", "a4")
LAYOUTS = ("page", "large")
_FONTS = ("font_source_sans_pro", "font_source_serif_pro")


class Options(NamedTuple):
    """How a sheet is laid out.

    Attributes:
        paper: one of `PAPERS`.
        layout: `page`, or `large` for 18-point print.
        archive: PDF/A-2a instead of PDF/UA-1.
    """

    paper: str = "letter"
    layout: str = "page"
    archive: bool = False


def to_pdf(sheet: Sheet, options: Options | None = None) -> bytes:
    """The sheet as a tagged PDF.

    Raises:
        UsageError: the organisation's logo is no picture that can be used, or its words hold a sign that the font lacks.
    """
    return _compiled(sheet, options or Options(), "pdf")[0]


def to_pictures(sheet: Sheet, options: Options | None = None, ppi: float = 144) -> list[bytes]:
    """The sheet's pages as PNG, at a resolution.

    Raises:
        UsageError: as `to_pdf` does.
    """
    return _compiled(sheet, options or Options(), "png", ppi=ppi)


def _compiled(sheet: Sheet, options: Options, form: Literal["pdf", "png"], ppi: float | None = None) -> list[bytes]:
    import typst

    standard: Literal["a-2a", "ua-1"] = "a-2a" if options.archive else "ua-1"

    try:
        return _pages(
            _compiler(sheet, options).compile(format=form, ppi=ppi, pdf_standards=standard if form == "pdf" else [])
        )
    except typst.TypstError as error:
        unknown = re.search(r"the text `?\"(.{1,20}?)\"", str(error))
        if "could not be displayed" in str(error) and unknown:
            raise UsageError(f"The sheet’s letters hold no sign for “{unknown[1]}”; leave it out.") from error
        if sheet.organisation.logo:
            raise UsageError(f"The logo {sheet.organisation.logo} cannot be drawn: {error}.") from error
        raise
    except BaseException as error:
        # A picture can still be such that the library that draws it gives up; its own error is no Exception.
        if type(error).__name__ == "PanicException" and sheet.organisation.logo:
            raise UsageError(f"The logo {sheet.organisation.logo} cannot be drawn; save it as a PNG.") from error
        raise


def _pages(made: bytes | list[bytes] | None) -> list[bytes]:
    """What Typst gives, one file or a list of pages, as a list."""
    return made if isinstance(made, list) else [made or b""]


def save_pdf(sheet: Sheet, target: Path, options: Options | None = None, *, overwrite: bool = False) -> int:
    """Write the PDF in one step; returns its size in bytes.

    Raises:
        UsageError: the file exists and may not be overwritten.
        RightsRefError: the folder or disk cannot take it; no half-written file is left.
    """
    if target.exists() and not overwrite:
        raise UsageError(f"{target} exists already; name another file or allow it to be overwritten.")
    made = to_pdf(sheet, options)
    draft = target.with_name(f".{target.name}.draft")
    try:
        draft.write_bytes(made)
        draft.replace(target)
    except OSError as error:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)
        raise RightsRefError(f"The sheet could not be saved to {target}: {error.strerror or error}.") from error
    return len(made)


def _compiler(sheet: Sheet, options: Options) -> typst.Compiler:
    import typst

    template = paths.sheets() / "sheet.typ"
    data = json.dumps(_data(sheet, options), ensure_ascii=False)
    logo = read_logo(sheet.organisation.logo)
    source = template.read_bytes()
    if logo:
        source = source.replace(b"/*logo*/none", b"bytes(" + str(tuple(logo)).encode() + b")")
    return typst.Compiler(
        source,
        root=str(paths.sheets()),
        font_paths=_fonts(),
        sys_inputs={"data": data},
    )


@cache
def _fonts() -> typst.Fonts:
    """Source Sans and Source Serif from their wheels, and no font of the system's; searched for once."""
    import typst

    specs = [find_spec(package) for package in _FONTS]
    folders = [str(Path(spec.origin).parent / "files") for spec in specs if spec and spec.origin]
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)


def _data(sheet: Sheet, options: Options) -> dict[str, Any]:
    """What the template needs, as plain data: nothing in it is ever read as markup."""
    return {
        "lang": sheet.lang,
        "paper": {"letter": "us-letter", "a4": "a4"}[options.paper],
        "large": options.layout == "large",
        "title": sheet.title,
        "subtitle": sheet.subtitle,
        "blocks": [
            {
                "kind": block.kind,
                "lines": block.lines,
                "items": [_item(item) for item in block.items],
                "contacts": [{**way._asdict(), "dagger": way.level == Level.UNCHECKED} for way in block.contacts],
            }
            for block in sheet.blocks
        ],
        "organisation": {
            key: _printable(value) for key, value in sheet.organisation._asdict().items() if key != "logo"
        },
        "authorities": ", ".join(sheet.authorities),
        "qr": _squares(sheet.found),
        "words": _words(sheet),
    }


def _item(item: Item) -> dict[str, Any]:
    runs = item.runs or ((item.text, False),)
    return {"text": item.text, "runs": runs, "citation": item.citation, "dagger": item.level == Level.UNCHECKED}


def _printable(text: str) -> str:
    """What somebody typed, on one line and without control characters."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())[:200]


def _words(sheet: Sheet) -> dict[str, str]:
    """The fixed words of a sheet, in the language in use."""
    return {
        "as_of": tr("Law as of {day}. Checked {checked}.").format(day=sheet.law_as_of, checked=sheet.checked_on),
        "dagger": tr("† Not verified: from general knowledge. Check it before you rely on it.")
        if sheet.unverified
        else "",
        "authorities": tr("Authorities"),
        "advice": tr("Information, not legal advice."),
        "code": tr("Version {code}").format(code=sheet.code),
        "qr": tr("A code that holds the same dates as text"),
        "say": tr("Say, calmly"),
        "checked": tr("checked"),
    }


def _squares(text: str) -> list[str]:
    """A QR code's rows as strings of 0 and 1; drawn as squares, not as a picture."""
    import segno

    return ["".join("1" if dark else "0" for dark in row) for row in segno.make(text, error="m", micro=False).matrix]
