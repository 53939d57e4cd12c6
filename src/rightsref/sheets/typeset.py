"""A sheet onto paper through Typst: tagged PDF, or page pictures for preview and printer. The sheet goes in as data."""

from __future__ import annotations

import json
import os
import re
from datetime import UTC, datetime
from functools import cache, lru_cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from rightsref import paths
from rightsref.errors import RightsRefError, UsageError
from rightsref.files import write_whole
from rightsref.model.sheet import Sheet
from rightsref.sheets.fitting import SIZES, Facts, Fit, fit
from rightsref.sheets.imposition import Cards
from rightsref.sheets.logo import read_logo
from rightsref.sheets.template_data import calibration_data, card_data, organisation_data, page_data
from rightsref.words import tr

if TYPE_CHECKING:
    import typst

#: Typst would lay out on every core, each thread with a heap of its own, which goes to pieces in a long session; two pages are as quick on one.
os.environ.setdefault("RAYON_NUM_THREADS", "1")

PAGE_SIZES = ("letter", "a4")
LAYOUTS = ("page", "large", "cards")
_PAGES = "sheet.typ"
_USUAL = Fit()
#: What is compiled so that Typst lets go of what it no longer needs, and how often: after a question, after a sheet, and for it to let go of all.
_WORD = b"x"
_ASKED, _DRAWN, _ALL = 2, 5, 11
#: How sheets were fitted, by all that is in them and by their words and how high what stands above those is; so many are kept.
_fits: dict[tuple[object, ...], Fit] = {}
_FITS_KEPT = 512
#: How Typst names a sign that a font lacks.
_NO_SIGN = re.compile(r"the text `?\"(.{1,20}?)\"")


class Options(NamedTuple):
    """How a sheet is laid out.

    Attributes:
        page_size: one of `PAGE_SIZES`.
        layout: `page`, `large` for 18-point print, or `cards` for the wallet.
        archive: PDF/A-2a instead of PDF/UA-1.
        cards: how cards are set on a page.
    """

    page_size: str = "letter"
    layout: str = "page"
    archive: bool = False
    cards: Cards = Cards()


class Filled(NamedTuple):
    """A template and what it is filled with: the words, who hands the sheet over, that logo. Each as the bytes of a file."""

    template: bytes
    data: bytes
    organisation: bytes
    logo: bytes


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
    lacking = _lacking(" ".join(sheet.organisation[:3]).strip().encode("utf-8", "replace").decode())
    if lacking:
        raise _no_sign(lacking)
    return _compiled(sheet, options or Options(), "png", ppi=ppi)


@lru_cache(maxsize=64)
def _lacking(words: str) -> str:
    """The first sign that our letters lack: a picture shows a box for it without a word, only a tagged file is refused."""
    import typst

    if words.isascii():
        return ""
    source = b'#set document(title: "-")\n#set text(font: "Source Sans Pro", lang: "en")\n#sys.inputs.words'
    try:
        typst.Compiler(source, root=str(paths.resources()), font_paths=_fonts(), sys_inputs={"words": words}).compile(
            format="pdf", pdf_standards="ua-1"
        )
    except (typst.TypstError, RuntimeError) as error:
        found = _NO_SIGN.search(str(error))
        return found[1] if found else ""
    return ""


def _no_sign(sign: str) -> UsageError:
    return UsageError(tr("The sheet’s letters hold no sign for “{unknown}”; leave it out.").format(unknown=sign))


def _compiled(sheet: Sheet, options: Options, form: Literal["pdf", "png"], ppi: float | None = None) -> list[bytes]:
    import typst

    standard: Literal["a-2a", "ua-1"] = "a-2a" if options.archive else "ua-1"

    try:
        made = _compiler(sheet, options).compile(
            format=form, ppi=ppi, pdf_standards=standard if form == "pdf" else [], timestamp=_dated(sheet)
        )
        _let_go(_DRAWN)
        return _pages(made)
    except (typst.TypstError, RuntimeError) as error:  # fitting asks first, and is told the same in another class
        unknown = _NO_SIGN.search(str(error))
        if "could not be displayed" in str(error) and unknown:
            raise _no_sign(unknown[1]) from error
        if "too small for its words" in str(error):
            raise UsageError(
                tr("A card has no room for so many words; shorten the name of the organization.")
            ) from error
        if sheet.organisation.logo:
            raise UsageError(
                tr("The logo {logo} cannot be drawn: {error}.").format(logo=sheet.organisation.logo, error=error)
            ) from error
        raise
    except BaseException as error:
        # A picture can still be such that the library that draws it gives up; its own error is no Exception.
        if type(error).__name__ == "PanicException" and sheet.organisation.logo:
            raise UsageError(
                tr("The logo {logo} cannot be drawn; save it as a PNG.").format(logo=sheet.organisation.logo)
            ) from error
        raise


def _dated(sheet: Sheet) -> int:
    """When a file says that it was made: the day of its words, so that the same sheet is the same file whenever it is made."""
    day = datetime.fromisoformat(sheet.checked_on).replace(tzinfo=UTC)
    return int(day.timestamp())


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
        raise UsageError(
            tr("{target} exists already; name another file or allow it to be overwritten.").format(target=target)
        )
    made = to_pdf(sheet, options)
    try:
        write_whole(target, made)
    except OSError as error:
        raise RightsRefError(
            tr("The sheet could not be saved to {target}: {reason}.").format(
                target=target, reason=error.strerror or error
            )
        ) from error
    return len(made)


def _compiler(sheet: Sheet, options: Options) -> typst.Compiler:
    template, filled = _filled(sheet, options)
    _turn_to(_digest(filled.template, filled.data))
    if template != _PAGES:
        return _compiler_of(filled)
    return _compiler_of(filled, _fitted(filled, sheet.pages, large=options.layout == "large"))


def _filled(sheet: Sheet, options: Options) -> tuple[str, Filled]:
    """The template for a layout by its name, and with all that it is filled with."""
    template, data = _data(sheet, options)
    source = (paths.resources() / "sheets" / template).read_bytes()
    logo = list(read_logo(sheet.organisation.logo))
    return template, Filled(source, _json(data), _json(organisation_data(sheet)), _json(logo))


def _fitted(filled: Filled, promised: int, *, large: bool) -> Fit:
    """How pages are laid out; kept, since what is drawn is printed and saved too.

    Kept for other names at the top as well: how high that part is at each size is all of it that moves anything below.
    """
    asked = (_digest(*filled), promised, large)
    if asked not in _fits:
        lay_out = cache(lambda tried: facts_of(_compiler_of(filled, tried)))
        same = (_digest(filled.data), *lay_out(_USUAL)["top"], promised, large)
        _keep(same, _fits.get(same) or fit(lay_out, promised, large=large))
        _keep(asked, _fits[same])
    return _fits[asked]


def _keep(asked: tuple[object, ...], made: Fit) -> None:
    while len(_fits) >= _FITS_KEPT:
        del _fits[next(iter(_fits))]
    _fits[asked] = made


def _digest(*files: bytes) -> bytes:
    """Stands for files, of which a logo can be large."""
    return sha256(b"".join(sha256(file).digest() for file in files)).digest()


def facts_of(compiler: typst.Compiler) -> Facts:
    """Where every part of a sheet came to stand, as `fitting` reads it."""
    told: Facts = json.loads(compiler.query("<facts>", field="value", one=True))
    _let_go(_ASKED)
    return told


@lru_cache(maxsize=1)
def _turn_to(_words: bytes) -> None:
    """Before other words than the last are laid out: nothing that is kept is of use to them, and Typst never gives back the room of its lists."""
    _let_go(_ALL)


def _let_go(ages: int) -> None:
    """Typst keeps what it worked out until ten compilations went by that had no use for it, and a question counts for none.

    Fitting asks, hundreds of times in a gallery: half a gigabyte would be kept. So a word is compiled after each question and each sheet, in a
    tenth of a millisecond; what the next two or three questions, or the next sheet, use again stays.
    """
    for _ in range(ages):
        _one_word().compile(input=_WORD, format="svg")


@cache
def _one_word() -> typst.Compiler:
    import typst

    return typst.Compiler(_WORD, root=str(paths.resources()), font_paths=_fonts())


def laid_out(sheet: Sheet, options: Options) -> Facts:
    """Where every part of a sheet's pages stands, once they are fitted."""
    return facts_of(_compiler(sheet, options))


def _compiler_of(filled: Filled, tried: Fit = _USUAL) -> typst.Compiler:
    """A template with what it is filled with, each as a file beside it.

    Beside other files Typst knows again what it has laid out; beside other `sys.inputs`, or in a source without a name, it knows nothing.
    """
    import typst

    files: Any = {  # what may be given so, its stub leaves out
        "main.typ": filled.template,
        "data.json": filled.data,
        "organisation.json": filled.organisation,
        "logo.json": filled.logo,
        "fit.json": _json({**tried._asdict(), "sizes": SIZES}),
    }
    return typst.Compiler(files, root=str(paths.resources()), font_paths=_fonts())


def _json(data: object) -> bytes:
    return json.dumps(data, ensure_ascii=False).encode()


@cache
def _fonts() -> typst.Fonts:
    """Source Sans and Source Serif as we bring them, and no font of the system's; searched for once."""
    import typst

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(paths.fonts())])


def _data(sheet: Sheet, options: Options) -> tuple[str, dict[str, Any]]:
    """The template for a layout, and what it is filled with."""
    if options.layout != "cards":
        return _PAGES, page_data(sheet, options.page_size, large=options.layout == "large")
    if options.cards.calibration:
        return "calibration.typ", calibration_data(options.page_size, options.cards)
    if sheet.card is None:
        raise UsageError(tr("The sheet “{title}” is not made as cards.").format(title=sheet.title))
    return "cards.typ", card_data(sheet, sheet.card, options.page_size, options.cards)
