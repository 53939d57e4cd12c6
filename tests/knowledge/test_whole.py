"""The file, its hash and its packed copy, each whole, damaged, missing or of another file: which bytes are read, and what is told."""

from __future__ import annotations

import lzma
import shutil
from pathlib import Path

import pytest

from rightsref.errors import KnowledgeBaseError
from rightsref.knowledge.library import KnowledgeBase
from rightsref.knowledge.whole import pack, packed_copy, whole


@pytest.fixture(scope="module")
def packed(tiny_file):
    return pack(tiny_file.read_bytes())


@pytest.fixture
def file(tmp_path, tiny_file, packed):
    """A knowledge base as an installed program has it."""
    copy = tmp_path / "knowledge.db"
    shutil.copy(tiny_file, copy)
    shutil.copy(tiny_file.with_suffix(".sha256"), copy.with_suffix(".sha256"))
    packed_copy(copy).write_bytes(packed)
    return copy


def flipped(path, at=-40):
    read = bytearray(path.read_bytes())
    read[at] ^= 64
    path.write_bytes(read)


def other(path):
    """Something of another edition in its place."""
    made = b"SQLite format 3\0 another file"
    path.write_bytes({".db": made, ".copy": b"1" * 65 + pack(made)[65:]}.get(path.suffix, b"0" * 64))


DAMAGES = {
    "flipped": flipped,
    "cut short": lambda path: path.write_bytes(path.read_bytes()[:50]),
    "empty": lambda path: path.write_bytes(b""),
    "missing": lambda path: path.unlink(),
    "swapped": other,
    "a folder": lambda path: (path.unlink(), path.mkdir()),
}
FILE, HASH, COPY = ".db", ".sha256", ".copy"


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
@pytest.mark.parametrize(
    ("parts", "read"),
    [((FILE,), "copy"), ((HASH,), "file"), ((COPY,), "file"), ((FILE, HASH), "copy"), ((FILE, COPY), None), ((FILE, HASH, COPY), None)],
)  # fmt: skip
def test_two_of_three_agree_or_nothing_is_read(file, tiny_file, damage, parts, read):
    for part in parts:
        damage(file.with_suffix(part))
    before = {path.name: path.is_file() and path.read_bytes() for path in file.parent.iterdir()}
    if read is None:
        with pytest.raises(KnowledgeBaseError):
            whole(file)
    else:
        found = whole(file)
        assert found.read == tiny_file.read_bytes()
        assert ("the copy that came with the program is in use" in found.complaint) == (read == "copy")
    assert {path.name: path.is_file() and path.read_bytes() for path in file.parent.iterdir()} == before


def test_a_whole_pair_of_another_edition_is_not_taken_for_this_one(file, tmp_path, tiny_file):
    """Whoever swaps the file and its hash leaves the copy: the edition that the program came with is read."""
    made = b"another edition"
    file.write_bytes(made)
    file.with_suffix(HASH).write_bytes(pack(made)[:65])
    assert whole(file).read == tiny_file.read_bytes()


def test_without_a_copy_a_file_and_its_hash_suffice(file, tiny_file):
    packed_copy(file).unlink()
    assert whole(file) == (tiny_file.read_bytes(), file.with_suffix(HASH).read_text().strip(), "")


def test_a_copy_that_unpacks_without_end_is_let_go(file, monkeypatch):
    monkeypatch.setattr("rightsref.knowledge.whole._MOST", 1_000_000)
    file.unlink()
    packed_copy(file).write_bytes(b"0" * 64 + b"\n" + lzma.compress(bytes(50_000_000)))
    with pytest.raises(KnowledgeBaseError, match="is missing"):
        whole(file)


def test_what_was_held_is_read_whatever_becomes_of_the_file(file):
    kb = KnowledgeBase.open_whole(file)
    told = kb.meta()
    file.write_bytes(file.read_bytes().replace(b"tiny", b"TINY"))
    assert kb.meta() == told
    kb.close()


def test_the_terminal_answers_from_the_copy_and_says_so(file, run_cli, monkeypatch):
    monkeypatch.setenv("RIGHTSREF_KNOWLEDGE_BASE", str(file))
    before = run_cli("search", "detainer", "--json")
    flipped(file)
    after = run_cli("search", "detainer", "--json")
    assert (after.code, after.json["hits"]) == (before.code, before.json["hits"])
    assert before.err == ""
    assert after.err.count("\n") == 1
    assert "Install RightsRef again" in after.err


@pytest.mark.parametrize("closed", [False, True])
@pytest.mark.parametrize("opened", [KnowledgeBase.open, KnowledgeBase.open_whole])
def test_a_file_that_cannot_even_be_seen_is_told_in_one_sentence(file, monkeypatch, opened, closed):
    def refused(self, **_):
        raise PermissionError(13, "Permission denied")

    named = file
    if closed:
        monkeypatch.setattr("pathlib.Path.stat", refused)  # a folder that is closed to us; tests may run as root
    else:
        named = file.with_name("a" * 5_000)
    with pytest.raises(
        KnowledgeBaseError, match=r"could not be read \((Permission denied|File name too long)\)"
    ) as told:
        opened(named)
    assert len(str(told.value)) < 500


def test_a_file_larger_than_any_is_not_read(file, tiny_file, monkeypatch):
    with file.open("r+b") as made:
        made.truncate(500_000_000)  # takes no room on the disk
    read = Path.read_bytes
    monkeypatch.setattr(Path, "read_bytes", lambda path: pytest.fail("it was read") if path == file else read(path))
    assert whole(file).read == tiny_file.read_bytes()
    assert "larger than any knowledge base" in whole(file).complaint
    with packed_copy(file).open("r+b") as copy:
        copy.truncate(500_000_000)
    file.with_suffix(".sha256").write_bytes(b"0" * 1_000_000)
    with pytest.raises(KnowledgeBaseError, match="larger than any knowledge base"):
        whole(file)
