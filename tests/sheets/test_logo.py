"""A logo is read within limits: whatever file is named, the answer is its bytes or one sentence, at once."""

from __future__ import annotations

import os
import struct
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rightsref.errors import UsageError
from rightsref.model.organisation import Organisation
from rightsref.sheets.compose import compose
from rightsref.sheets.intricate import MAX_ATTRIBUTES, MAX_ELEMENTS, MAX_LETTERS, MAX_TEXTS
from rightsref.sheets.logo import MAX_BYTES, MAX_SVG_BYTES, read_logo
from rightsref.sheets.typeset import to_pdf, to_pictures


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(*extra, width=2, height=2):
    rows = b"".join(b"\0" + b"\x10\x80\xf0" * width for _ in range(height))
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(extra) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def jpg(*beside, colours=3, width=2, height=2):
    """The parts of a JPG before its pixels, and a few bytes that stand for them."""
    frame = struct.pack(">BBHBHHB", 0xFF, 0xC0, 8 + 3 * colours, 8, height, width, colours) + bytes(3 * colours)
    scan = struct.pack(">BBH", 0xFF, 0xDA, 4) + b"\0\0" + b"pixels\xff\xd9"
    return b"".join((b"\xff\xd8", *beside, frame, scan))


def part(marker, data):
    return struct.pack(">BBH", 0xFF, marker, len(data) + 2) + data


def svg(inside="", head='viewBox="0 0 10 10"'):
    return f'<svg xmlns="http://www.w3.org/2000/svg" {head}>{inside}</svg>'.encode()


def chained(count, *, style=""):
    """Clips that each name the next one twice; with a style sheet, by their classes."""
    own = 'class="c{0}"' if style else 'clip-path="url(#c{0})"'
    clips = "".join(
        f'<clipPath id="c{n}" {own.format(n + 1)}><rect {own.format(n + 1)}/></clipPath>' for n in range(count)
    )
    rules = "".join(style.format(n) for n in range(count + 1))
    return svg(f'<style>{rules}</style>{clips}<clipPath id="c{count}"><rect/></clipPath><rect {own.format(0)}/>')


MANY = " ".join(f"{letter}{n}='1'" for n in range(100) for letter in "abc")

#: What would hang a window or fill its memory -> what is said of it.
NASTY = {
    "filters": (svg('<filter id="a">' + '<feGaussianBlur stdDeviation="900"/>' * 40 + '</filter><rect filter="url(#a)"/>'), "it holds “filter”"),
    "pattern": (svg('<pattern id="p"><rect/></pattern>'), "it holds “pattern”"),
    "picture": (svg('<image href="data:image/png;base64,AAAA"/>'), "it holds “image”"),
    "copies": (svg('<g id="a"><rect/></g><use href="#a"/>'), "it holds “use”"),
    "script": (svg("<script>alert(1)</script>"), "it holds “script”"),
    "outside": (svg('<rect fill="url(https://example.org/x)"/>'), "outside of itself"),
    "import": (svg("<style>@import 'x.css';</style>"), "outside of itself"),
    "many": (svg("<rect/>" * (MAX_ELEMENTS + 1)), "too intricate"),
    "clips that double": (chained(40), "too intricate"),
    "clips that double by class": (chained(40, style=".c{0},.x{{clip-path:url(#c{0})}}"), "too intricate"),
    "clips that double by tag": (svg("<style>rect{clip-path:url(#a)}</style>" + '<clipPath id="a">' + "<rect/>" * 9 + "</clipPath>"), "refer to themselves"),
    "gradients in a row": (svg("".join(f'<linearGradient id="g{n}" href="#g{n + 1}"/><rect fill="url(#g{n})"/>' for n in range(2_000))), "too intricate"),
    "a circle": (svg('<clipPath id="a"><rect clip-path="url( &quot;#a&quot; )"/></clipPath><rect clip-path="url(#a)"/>'), "refer to themselves"),
    "deep": (svg("<g>" * 4_000 + "</g>" * 4_000 + "<rect/>" * MAX_ELEMENTS), "too intricate"),
    "a book": (svg(f"<text>{'W' * (MAX_LETTERS + 1)}</text>"), "too many words"),
    "a page of words": (svg(f"<text>{'<tspan>W</tspan>' * MAX_TEXTS}</text>"), "too many words"),
    "long": (svg(f'<path d="M0 0{"h1" * (MAX_SVG_BYTES // 2)}"/>'), "too intricate"),
    "dashes": (svg('<path stroke-dasharray="0.0001" d="M0 0H1000000"/>' * 3), "too many dashes"),
    "dashes of all": (svg('<g style="stroke-dasharray:.001 .001">' + '<circle r="99999"/>' * 3 + "</g>"), "too many dashes"),
    "dashes by class": (svg("<style>.d{stroke-dasharray:1e-9}</style>" + '<line class="d" x2="100"/>' * 3), "too many dashes"),
    "dashed words": (svg('<g stroke-dasharray="1">' + "<text>W</text>" * 30 + "</g>"), "too many dashes"),
    "attributes": (svg(f"<rect {MANY}/>" * (MAX_ATTRIBUTES // 300 + 1)), "too intricate"),
    "large": (b"\x89PNG\r\n\x1a\n" + bytes(MAX_BYTES), "larger than 5 MB"),
}  # fmt: skip


@pytest.mark.parametrize("name", NASTY)
def test_a_nasty_logo_is_refused_in_one_sentence(tmp_path, name):
    data, said = NASTY[name]
    (tmp_path / "logo").write_bytes(data)
    with pytest.raises(UsageError, match=said) as told:
        read_logo(str(tmp_path / "logo"))
    assert "\n" not in str(told.value)


def test_what_is_no_ordinary_file_is_not_even_opened(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    for name in (tmp_path / "pipe", tmp_path, "/dev/zero"):
        with pytest.raises(UsageError, match="no ordinary file"):
            read_logo(str(name))


def test_a_png_is_bared_of_what_is_not_drawn(tmp_path, real):
    bomb = chunk(b"iCCP", b"x\0\0" + zlib.compress(bytes(1_000_000)))
    text = chunk(b"tEXt", b"Author\0somebody")
    (tmp_path / "logo.png").write_bytes(png(bomb, text))
    assert read_logo(str(tmp_path / "logo.png")) == png()
    sheet = compose(real, real.sheets()[0].key, organisation=Organisation("Us", logo=str(tmp_path / "logo.png")))
    assert to_pdf(sheet).startswith(b"%PDF")


def test_a_jpg_loses_what_a_camera_wrote_beside_it(tmp_path):
    taken, kept = part(0xE1, b"Exif: where and when"), part(0xE0, b"JFIF\0\1\1\0\0\1\0\1\0\0")
    (tmp_path / "logo.jpg").write_bytes(jpg(kept, taken, part(0xFE, b"somebody")))
    assert read_logo(str(tmp_path / "logo.jpg")) == jpg(kept)


#: What a JPG may carry beside its picture -> the file that carries it, made from a plain one.
SECRET = b"Exif: 41.8781, -87.6298"
CARRIED = {
    "a second picture": lambda plain: plain + plain[:2] + part(0xE1, SECRET) + plain[2:],
    "what follows the end": lambda plain: plain + SECRET,
    "after the pixels": lambda plain: plain[:-2] + part(0xE1, SECRET) + plain[-2:],
    "between two scans": lambda plain: plain[:-2] + part(0xFE, SECRET) + part(_SOS, b"\0\0") + b"more\xff\0\xff\xd0pixels" + plain[-2:],
    "a small picture in the first part": lambda plain: plain[:2] + part(0xE0, b"JFIF\0\1\1\0\0\1\0\1\2\2" + SECRET) + plain[2:],
    "an extension of the first part": lambda plain: plain[:2] + part(0xE0, b"JFXX\0" + SECRET) + plain[2:],
    "beside the colours": lambda plain: plain[:2] + part(0xEE, b"Adobe\0\x64\0\0\0\0\1" + SECRET) + plain[2:],
    "an unknown part": lambda plain: plain[:2] + part(0xFC, SECRET) + plain[2:],
    "after filling": lambda plain: plain[:2] + b"\xff\xff" + part(0xE1, SECRET) + plain[2:],
    "between parts": lambda plain: plain[:2] + part(0xEC, b"") + SECRET + plain[2:],
}  # fmt: skip
_SOS = 0xDA


@pytest.mark.parametrize("how", CARRIED)
def test_nothing_rides_along_in_a_jpg(tmp_path, how):
    (tmp_path / "logo.jpg").write_bytes(CARRIED[how](jpg()))
    read = read_logo(str(tmp_path / "logo.jpg"))
    assert SECRET not in read
    assert read.startswith(b"\xff\xd8\xff")
    assert b"pixels" in read
    assert read.endswith(b"\xff\xd9")
    assert read.count(b"\xff\xd9") == 1


def test_what_says_how_a_jpg_is_meant_is_kept(tmp_path):
    plain = jpg(part(0xE0, b"JFIF\0\1\1\0\0\1\0\1\0\0"), part(0xEE, b"Adobe\0\x64\0\0\0\0\1"), part(0xDD, b"\0\1"))
    two = plain[:-2] + part(0xC4, b"a table") + part(_SOS, b"\0\0") + b"more\xff\0\xff\xd3pixels" + plain[-2:]
    for made in (plain, two):
        (tmp_path / "logo.jpg").write_bytes(made)
        assert read_logo(str(tmp_path / "logo.jpg")) == made


@pytest.mark.parametrize("name", ["one_scan.jpg", "many_scans.jpg"])
def test_a_jpg_is_drawn_as_it_is_when_nothing_rides_along(tmp_path, real, name):
    plain = (Path(__file__).parents[1] / "data" / name).read_bytes()
    carried = plain[:2] + part(0xE1, SECRET) + plain[2:]
    (tmp_path / "plain.jpg").write_bytes(plain)
    (tmp_path / "photo.jpg").write_bytes(carried + carried)
    pictures, files = [], []
    for logo in ("plain.jpg", "photo.jpg", ""):
        sheet = compose(real, real.sheets()[0].key, organisation=Organisation("Us", logo=str(logo and tmp_path / logo)))
        pictures.append(to_pictures(sheet, ppi=60)[0])
        files.append(to_pdf(sheet))
    assert pictures[0] == pictures[1] != pictures[2]
    assert files[0] == files[1]
    assert plain in files[0]  # a JPG stands in a PDF as it is


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (jpg(colours=4), "a kind that cannot be printed"), (jpg(width=9_000, height=9_000), "use a smaller picture"),
        (jpg(width=0), "does not tell its width"), (b"\xff\xd8\xff\xe0", "before its size"),
        (jpg()[:-2] + b"\xff\xda\0\2" * 200, "a kind that cannot be printed"),
    ],
)  # fmt: skip
def test_a_jpg_that_cannot_be_used_is_refused(tmp_path, made, said):
    (tmp_path / "logo.jpg").write_bytes(made)
    with pytest.raises(UsageError, match=said):
        read_logo(str(tmp_path / "logo.jpg"))


#: What logos hold as programs write them.
ORDINARY = {
    "a path": '<path d="M0 0h9v9z"/>',
    "a gradient": '<linearGradient id="g"><stop/></linearGradient><rect fill="url(#g)"/>',
    "quoted": """<linearGradient id="g"><stop/></linearGradient><rect fill="url('#g')"/>""",
    "spaced": '<linearGradient id="g"><stop/></linearGradient><rect fill="url( #g )" style="stroke:url( &quot;#g&quot; )"/>',
    "classes": '<style>.a,.b{fill:red}/* .a{} */.c{clip-path:url(#c)}</style><clipPath id="c"><path class="a"/></clipPath><g class="c b"/>',
    "many clips": '<clipPath id="c"><path/></clipPath>' + '<path clip-path="url(#c)"/>' * 3_000,
    "a dashed ring": '<circle r="250" stroke-dasharray="4 2"/><g stroke-dasharray="none"><text>Us</text></g>',
    "dashed lines": '<g stroke-dasharray="2,2"><path d="M0 0 L100 100 C1 2 3 4 5 6"/></g>' * 200,
    "nowhere": '<rect fill="url(#gone)"/>',
}  # fmt: skip


@pytest.mark.parametrize("inside", ORDINARY.values(), ids=ORDINARY)
def test_an_ordinary_svg_is_left_as_it_is(tmp_path, inside):
    (tmp_path / "logo.svg").write_bytes(svg(inside))
    assert read_logo(str(tmp_path / "logo.svg")) == svg(inside)


@given(
    data=st.binary(max_size=400),
    front=st.sampled_from([b"", b"\x89PNG\r\n\x1a\n", png()[:40], b"<svg ", svg()[:-7], b"\xff\xd8\xff", jpg()[:14]]),
)
def test_any_bytes_are_read_or_refused(tmp_path_factory, data, front):
    file = tmp_path_factory.getbasetemp() / "any-logo"
    file.write_bytes(front + data)
    try:
        assert isinstance(read_logo(str(file)), bytes)
    except UsageError as error:
        assert "\n" not in str(error)
