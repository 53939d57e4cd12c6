"""`rightsref sheet`: list and make; JSON as the contract says, and one line for each thing that is wrong."""

from __future__ import annotations

import errno
import os
import struct
import subprocess
import sys
import zlib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

SHEET, OTHER, CARD = "what-a-detainer-is", "police-stop-chicago", "wallet-card"
PNG = b"\x89PNG\r\n\x1a\n"


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


#: One black dot, whole.
DOT = (
    PNG
    + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    + chunk(b"IDAT", zlib.compress(b"\0\0"))
    + chunk(b"IEND", b"")
)


def sized(width, height):
    """A PNG that states a size and holds one dot."""
    return PNG + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)) + DOT[33:]


def svg(size):
    """An SVG of a size as stated."""
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}><rect width="5" height="5"/></svg>'.encode()


@pytest.fixture
def make(run_cli_real, tmp_path):
    """Run `sheet make`; files are named within a folder of their own."""

    def made(*arguments, into="sheet.pdf"):
        return run_cli_real("sheet", "make", "-o", tmp_path / into, *arguments)

    return made


#: Arguments -> a telling part of the one line on stderr.
BAD_CALLS = {
    (): "Missing argument 'KEY…'",
    ("none",): "There is no sheet “none”. The sheets are: ",
    ("",): "There is no sheet “”",
    ("no\nne\x1b\x00",): "There is no sheet “no ne ”",
    ("\udcff",): "There is no sheet “?”",
    ("n" * 5000,): "There is no sheet “nnn",
    ("99 ILCS 900/77",): "There is no sheet “99 ILCS 900/77”",
    (SHEET, OTHER): "is no folder; several sheets need one.",
    (SHEET, "--lang", "fr"): "'fr' is not one of 'en', 'es'",
    (SHEET, "--paper", "a0"): "'a0' is not one of 'letter', 'a4'",
    (SHEET, "--layout", "poster"): "'poster' is not one of ",
    (SHEET, "--org-name", "日本"): "The sheet’s letters hold no sign for “日”; leave it out.",
    (SHEET, "--org-name", "Friends 🦋"): "The sheet’s letters hold no sign for “🦋”; leave it out.",
    (SHEET, "--org-logo", "logo.png"): "--org-logo needs --org-name",
    (SHEET, "--layout", "cards"): f"{SHEET} is not made as cards. The sheets that are: {CARD}.",
    ("805/15(h)", "--layout", "cards"): "15-h is not made as cards.",
    (CARD, "--layout", "cards", "--cards", "9"): "'9' is not one of '8', '10'",
    (CARD, "--layout", "cards", "--card-left", "90"): "do not fit there on letter: begin 4 to 37 mm from the edge.",
    (CARD, "--layout", "cards", "--card-gap", "60"): "do not fit there on letter: make the gap smaller.",
    (CARD, "--layout", "cards", "--back-right", "nan"): "a back can be moved by 15 mm at most",
    (CARD, "--layout", "cards", "--card-gap", "nan"): "A gap is 0 mm or more",
    (
        CARD,
        "--layout",
        "cards",
        "--org-name",
        "W" * 200,
        "--org-phone",
        "W" * 200,
    ): "A card has no room for so many words",
    ("held-in-jail/none",): "held-in-jail has no outcome “none”. Its outcomes are: ",
}


@pytest.mark.parametrize(("arguments", "line"), BAD_CALLS.items())
def test_a_bad_call_gives_one_line_and_no_file(make, tmp_path, arguments, line):
    said = make(*arguments)
    assert (said.code, said.out, said.err.count("\n")) == (2, "", 1)
    assert line in said.err
    assert said.err[:-1].isprintable()
    assert list(tmp_path.iterdir()) == []


def test_a_sheet_that_is_not_whole_in_spanish_is_refused_in_spanish(run_cli, tmp_path):
    said = run_cli("sheet", "make", "99 ILCS 900/15", "--lang", "es", "-o", tmp_path / "sheet.pdf")
    assert (said.code, said.out) == (2, "")
    assert said.err == "Esta hoja todavía no está completa en español. Hágala en inglés, o quite --lang es.\n"
    assert list(tmp_path.glob("*.pdf")) == []


@pytest.mark.parametrize(
    ("arguments", "line"),
    [((), "Missing command. See: rightsref sheet --help"), (("make", SHEET), "Missing option '-o'"), (("list", "x"), "unexpected extra")],
)  # fmt: skip
def test_a_verb_or_file_that_is_missing_is_told(run_cli, arguments, line):
    said = run_cli("sheet", *arguments)
    assert (said.code, said.out, said.err.count("\n")) == (2, "", 1)
    assert line in said.err


@pytest.mark.parametrize(
    ("target", "line"),
    [
        ("no/such/sheet.pdf", "could not be saved to"),
        ("mine.txt/sheet.pdf", "could not be saved to"),
        ("mine.txt", "exists already; name another file or allow it to be overwritten."),
        ("n" * 300 + ".pdf", "name too long"),
    ],
)
def test_a_target_that_cannot_be_written_is_told_and_left_as_it_is(make, tmp_path, target, line):
    (tmp_path / "mine.txt").write_text("mine")
    said = make(SHEET, into=target)
    assert (said.code, said.out, said.err.count("\n")) == (2, "", 1)
    assert line in said.err
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
    assert (tmp_path / "mine.txt").read_text() == "mine"


@pytest.mark.parametrize("trouble", [errno.EACCES, errno.EROFS, errno.ENOSPC])
def test_a_folder_or_disk_that_takes_nothing_is_told(make, monkeypatch, tmp_path, trouble):
    def refuse(_):
        raise OSError(trouble, os.strerror(trouble))

    monkeypatch.setattr(os, "fsync", refuse)
    said = make(SHEET, into="")
    assert (said.code, said.out, said.err.count("\n")) == (2, "", 1)
    assert f"could not be saved to {tmp_path / SHEET}-en.pdf: {os.strerror(trouble)}." in said.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("logo", "line"),
    [
        (None, "cannot be read"),
        ("folder", "cannot be read"),
        (b"", "is no PNG, JPG or SVG picture."),
        (b"GIF89a", "is no PNG, JPG or SVG picture."),
        (PNG * 700_000, "is larger than 5 MB; use a smaller picture."),
        (PNG + b"and no more", "cannot be drawn"),
        (DOT[:40], "cannot be drawn"),
        (b"<svg and no more", "cannot be drawn"),
        (sized(40_000, 40_000), "is 40000 by 40000 in size; use one of at most 10,000 a side."),
        (sized(9_000, 9_000), "is 9000 by 9000 pixels; use a smaller picture."),
        (sized(0, 5), "does not tell its width and height."),
        (sized(5_000, 5), "less drawn out"),
        (svg('viewBox="0 0 1e38 1e-38"'), "does not tell its width and height."),
        (svg('viewBox="0 0 90000 9"'), "is 90000 by 9 in size"),
        (svg('width="90000px" height="90000px"'), "is 90000 by 90000 in size"),
        (svg('width="100%" height="100%"'), "does not tell its width and height."),
        (svg('viewBox="0 0 9 9"') + b"<g>", "is not whole XML"),
        (b"<!DOCTYPE svg [<!ENTITY a 'a'>]>" + svg('viewBox="0 0 9 9"'), "defines entities of its own"),
    ],
)
def test_a_logo_that_cannot_be_used_is_told(make, tmp_path, logo, line):
    file = tmp_path / "logo.png"
    if logo == "folder":
        file.mkdir()
    elif logo is not None:
        file.write_bytes(logo)
    said = make(SHEET, "--org-name", "Us", "--org-logo", file)
    assert (said.code, said.out, said.err.count("\n")) == (2, "", 1)
    assert line in said.err
    assert not (tmp_path / "sheet.pdf").exists()


def test_a_bad_sheet_among_good_ones_leaves_no_file(make, tmp_path):
    said = make(SHEET, "none", into="")
    assert (said.code, said.out, said.err.count("\n")) == (2, "", 1)
    assert list(tmp_path.iterdir()) == []


# -- list ---------------------------------------------------------------------------------------------------


def test_the_list_names_key_title_and_subtitle(run_cli_real):
    rows = run_cli_real("sheet", "list", "--json").json
    assert {SHEET, OTHER} <= {row["key"] for row in rows}
    assert all(list(row) == ["key", "title", "subtitle", "languages", "cards"] for row in rows)
    lines = run_cli_real("sheet", "list").out.splitlines()
    assert [line.split()[0] for line in lines] == [row["key"] for row in rows]
    spanish = run_cli_real("sheet", "list", "--lang", "es", "--json").json
    assert [row["key"] for row in spanish] == [row["key"] for row in rows]


def test_where_there_are_no_sheets_the_list_is_empty(run_cli):
    assert run_cli("sheet", "list", "--json").json == []


# -- make ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "options",
    [
        [],
        ["--lang", "es"],
        ["--paper", "a4"],
        ["--layout", "large"],
        ["--archive"],
        ["--lang", "es+en", "--layout", "large"],
        ["--org-name", "Us\n\x1b & #them *bold*", "--org-phone", "312\udcff", "--org-web", "example.org"],
    ],
)
def test_make_in_json_is_as_the_contract_says(make, tmp_path, options):
    said = make(CARD, "--json", *options)
    assert (said.code, said.err) == (0, "")
    (row,) = said.json
    assert list(row) == ["key", "file", "pages", "bytes", "took_ms"]
    made = (tmp_path / "sheet.pdf").read_bytes()
    assert made.startswith(b"%PDF")
    assert (row["key"], row["file"], row["bytes"]) == (CARD, str(tmp_path / "sheet.pdf"), len(made))
    assert row["pages"] >= 1
    assert isinstance(row["took_ms"], float)


@pytest.mark.parametrize(
    "logo", [DOT, svg('viewBox="0 0 9 9"'), b"<!DOCTYPE svg>" + svg('width="2cm" height="1cm"'), svg('viewBox="0,0,9,4" width="100%"')]
)  # fmt: skip
def test_a_whole_logo_is_drawn(make, tmp_path, logo):
    (tmp_path / "logo.png").write_bytes(logo)
    assert make(SHEET, "--org-name", "Us", "--org-logo", tmp_path / "logo.png").code == 0


def test_several_sheets_go_into_a_folder_each_once(make, tmp_path):
    said = make(OTHER, CARD, OTHER, "--json", "--lang", "es", into="")
    assert [row["key"] for row in said.json] == [OTHER, CARD]
    assert {path.name for path in tmp_path.iterdir()} == {f"{OTHER}-es.pdf", f"{CARD}-es.pdf"}
    make(CARD, "--lang", "es+en", into="")
    assert (tmp_path / f"{CARD}-es+en.pdf").exists()


def test_any_unit_is_a_sheet_by_its_citation(make, tmp_path):
    (row,) = make("805/15(h)", "--json", into="").json
    assert row["key"] == "805/15(h)"
    assert (tmp_path / "805-15-h-en.pdf").stat().st_size == row["bytes"]


def test_an_outcome_is_a_sheet_by_its_flow(make, tmp_path):
    assert make("held-in-jail/illinois_may_not_hold", into="").code == 0
    assert (tmp_path / "held-in-jail-illinois-may-not-hold-en.pdf").exists()


@pytest.mark.parametrize("options", [[], ["--cards", "10"], ["--paper", "a4"], ["--archive"], ["--calibration"], ["--card-left", "6", "--card-gap", "0"]])  # fmt: skip
def test_cards_are_two_pages(make, tmp_path, options):
    (row,) = make(CARD, "--layout", "cards", "--json", *options).json
    assert row["pages"] == 2


def test_a_file_is_overwritten_only_where_that_is_allowed(make, tmp_path):
    (tmp_path / "sheet.pdf").write_text("mine")
    assert make(SHEET).code == 2
    assert (tmp_path / "sheet.pdf").read_text() == "mine"
    assert make(SHEET, "--overwrite").code == 0
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere a file’s name is always text")
def test_a_file_whose_name_is_no_text_is_made_and_named(real_file, tmp_path):
    environment = {**os.environ, "RIGHTSREF_KNOWLEDGE_BASE": str(real_file), "PYTHONIOENCODING": "utf-8:strict"}
    target = os.fsencode(tmp_path) + b"/\xff.pdf"
    command = [sys.executable, "-m", "rightsref", "sheet", "make", SHEET, "--json", "-o", target]
    said = subprocess.run(command, capture_output=True, check=False, timeout=60, env=environment)
    assert (said.returncode, said.stderr) == (0, b"")
    assert "\ufffd.pdf" in said.stdout.decode()
    assert os.path.exists(target)  # noqa: PTH110 - a path in bytes


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.text(st.characters(exclude_categories=()), max_size=20))
def test_any_name_gives_a_sheet_or_one_line(make, name):
    said = make(SHEET, "--overwrite", f"--org-name={name}")
    assert said.code in {0, 2}
    assert said.err.count("\n") == (said.code == 2)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(key=st.text(st.characters(exclude_categories=()), max_size=20))
def test_any_key_gives_a_sheet_or_one_line(make, key):
    said = make("--overwrite", "--org-name=Us", "--", key)
    assert said.code in {0, 2}
    assert said.err.count("\n") == (said.code == 2)
