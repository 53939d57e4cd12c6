"""A built program that was not unpacked whole says so before a library is read."""

from __future__ import annotations

import subprocess
import sys

import bundle
import debian
import pytest

from rightsref.unpacked import LIST, cut_short


@pytest.fixture
def folder(tmp_path):
    """Libraries as a build has them, with their list."""
    home = tmp_path / "Mis cosas ñ" / "_internal"
    for name in ("base_library.zip", "PySide6/Qt/lib/libQt6Core.so.6", "nacl/_sodium.pyd", "rightsref/knowledge.db"):
        file = home / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"\x7fELF" * 20)
    bundle._list_libraries(home)
    return home


def test_every_library_is_listed_and_nothing_that_the_program_mends_itself(folder):
    names = [line.partition(" ")[2] for line in (folder / LIST).read_text(encoding="utf-8").splitlines()]
    assert names == ["PySide6/Qt/lib/libQt6Core.so.6", "base_library.zip", "nacl/_sodium.pyd"]


def test_a_whole_program_has_nothing_to_say(folder):
    assert cut_short(folder) == ""


def test_a_signature_makes_a_library_longer_and_not_less_whole(folder):
    with (folder / "nacl/_sodium.pyd").open("ab") as file:
        file.write(b"signed")
    assert cut_short(folder) == ""


@pytest.mark.parametrize("left", [None, 79, 0])
def test_what_is_missing_or_cut_short_is_named(folder, left):
    file = folder / "PySide6/Qt/lib/libQt6Core.so.6"
    if left is None:
        file.unlink()
    else:
        file.write_bytes(file.read_bytes()[:left])
    assert "PySide6/Qt/lib/libQt6Core.so.6 is missing or cut short" in cut_short(folder)


def test_where_there_is_no_list_nothing_is_asked(tmp_path):
    assert cut_short(tmp_path) == ""


def test_a_built_program_begins_with_a_sentence_and_no_library(folder, packaging, root):
    (folder / "base_library.zip").unlink()
    code = f"import sys; sys._MEIPASS = {str(folder)!r}; exec(open({str(packaging / 'launch.py')!r}).read())"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=False,
                         env={"PYTHONPATH": str(root / "src"), "PYTHONUTF8": "1"})  # fmt: skip
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr.startswith("RightsRef was not unpacked whole: base_library.zip")


@pytest.mark.parametrize(
    ("uses", "newest"),
    [([b"\x7fELF..GLIBC_2.4\0GLIBC_2.35\0", b"\x7fELF GLIBC_2.17\0"], 35), ([b"words on GLIBC_2.99\0"], 0), ([], 0)],
)
def test_the_package_asks_for_the_c_library_that_its_programs_use(tmp_path, uses, newest):
    files = [tmp_path / str(nth) for nth in range(len(uses))]
    for file, data in zip(files, uses, strict=True):
        file.write_bytes(data)
    assert debian.needed_libc(files) == newest
