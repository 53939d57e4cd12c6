"""A photo of a paper is read within limits: whatever file is named, the answer is its bytes or one sentence."""

from __future__ import annotations

import os
import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rightsref.errors import UsageError
from rightsref.sheets.pictures import PHOTO_BYTES, read_photo


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width=2, height=2, *extra):
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(extra) + chunk(b"IDAT", b"") + chunk(b"IEND", b"")


def jpg(width=2, height=2):
    frame = struct.pack(">BBHBHHB", 0xFF, 0xC0, 17, 8, height, width, 3) + bytes(9)
    return b"\xff\xd8" + frame + struct.pack(">BBH", 0xFF, 0xDA, 4) + b"\0\0pixels\xff\xd9"


NASTY = {
    "pdf": (b"%PDF-1.7 and so on", "is a PDF, which cannot be shown here"),
    "heic": (b"\0\0\0\x18ftypheic", "is no JPG or PNG; take a screenshot"),
    "svg": (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "is no JPG or PNG"),
    "empty": (b"", "is no JPG or PNG"),
    "png bomb": (png(9_999, 9_999), "pixels; use a smaller picture"),
    "wide png": (png(50_000, 2), "use one of at most 10,000 a side"),
    "jpg bomb": (jpg(9_999, 9_999), "pixels; use a smaller picture"),
    "jpg without a size": (b"\xff\xd8\xff\xe0", "ends before its size"),
    "endless scans": (jpg()[:-2] + b"\xff\xda\0\2" * 200, "a kind that cannot be printed"),
    "large": (jpg() + bytes(PHOTO_BYTES), "larger than 40 MB"),
}


@pytest.mark.parametrize("name", NASTY)
def test_a_nasty_photo_is_refused_in_one_sentence(tmp_path, name):
    data, said = NASTY[name]
    (tmp_path / "photo").write_bytes(data)
    with pytest.raises(UsageError, match=said) as told:
        read_photo(str(tmp_path / "photo"))
    assert "\n" not in str(told.value)


def test_what_is_no_ordinary_file_is_not_even_opened(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    for name in (tmp_path / "pipe", tmp_path, "/dev/zero"):
        with pytest.raises(UsageError, match="no ordinary file"):
            read_photo(str(name))


def test_a_png_is_bared_of_what_could_unpack_without_end(tmp_path):
    bomb = chunk(b"iCCP", b"x\0\0" + zlib.compress(bytes(1_000_000)))
    (tmp_path / "photo.png").write_bytes(png(2, 2, bomb))
    assert read_photo(str(tmp_path / "photo.png")) == png()


def test_what_follows_the_end_of_a_photo_counts_for_nothing(tmp_path):
    (tmp_path / "photo.jpg").write_bytes(jpg() + b"\xff\xda" * 200)  # a film, as telephones append it
    assert read_photo(str(tmp_path / "photo.jpg")).startswith(jpg())


@given(data=st.binary(max_size=300), front=st.sampled_from([b"", png()[:40], jpg()[:14], b"%PDF", b"\xff\xd8\xff"]))
def test_any_bytes_are_read_or_refused(tmp_path_factory, data, front):
    file = tmp_path_factory.getbasetemp() / "any-photo"
    file.write_bytes(front + data)
    try:
        assert isinstance(read_photo(str(file)), bytes)
    except UsageError as error:
        assert "\n" not in str(error)
