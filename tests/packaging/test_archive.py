"""The same files give the same bytes, whenever and by whomever they are packed."""

from __future__ import annotations

import hashlib
import os
import tarfile
import zipfile

import archive
import pytest

EPOCH = 1_795_000_000


def _folder(home, umask, when):
    before = os.umask(umask)
    try:
        folder = home / "RightsRef"
        (folder / "b").mkdir(parents=True)
        for name in ("rightsref", "b/ñandú.txt", "b/a.txt"):
            file = folder / name
            file.write_text(name, encoding="utf-8")
            os.utime(file, (when, when))
        (folder / "rightsref").chmod(0o777 & ~umask)
    finally:
        os.umask(before)
    return folder


@pytest.mark.parametrize("pack", [archive.pack_tar, archive.pack_zip])
def test_an_archive_is_the_same_whatever_the_umask_and_the_clock_were(tmp_path, pack):
    sums = set()
    for nth, (umask, when) in enumerate([(0o022, 1_000_000_000), (0o077, 1_700_000_000)]):
        folder = _folder(tmp_path / str(nth), umask, when)
        archive.even_out(folder, EPOCH)
        target = tmp_path / f"{nth}.packed"
        pack(folder, target, EPOCH)
        sums.add(hashlib.sha256(target.read_bytes()).hexdigest())
    assert len(sums) == 1


def test_a_program_stays_one_that_can_be_run_and_belongs_to_nobody_here(tmp_path):
    folder = _folder(tmp_path, 0o077, 1_000_000_000)
    archive.even_out(folder, EPOCH)
    archive.pack_tar(folder, tmp_path / "made.tar.xz", EPOCH)
    with tarfile.open(tmp_path / "made.tar.xz") as made:
        entries = {entry.name: entry for entry in made}
    assert entries["RightsRef/rightsref"].mode == 0o755
    assert entries["RightsRef/b/a.txt"].mode == 0o644
    assert {(entry.uid, entry.uname, entry.mtime) for entry in entries.values()} == {(0, "root", EPOCH)}
    archive.pack_zip(folder, tmp_path / "made.zip", EPOCH)
    with zipfile.ZipFile(tmp_path / "made.zip") as made:
        assert made.namelist() == ["RightsRef/b/a.txt", "RightsRef/b/ñandú.txt", "RightsRef/rightsref"]


def test_sums_are_written_as_sha256sum_reads_them_and_not_of_themselves(tmp_path):
    (tmp_path / "a.whl").write_bytes(b"a")
    (tmp_path / "b.deb").write_bytes(b"b")
    for _ in range(2):
        sums = archive.sum_up(tmp_path).read_text()
        assert sums == "".join(
            f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in (("a.whl", b"a"), ("b.deb", b"b"))
        )
