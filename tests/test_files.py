"""A file is written whole or not at all; a link stays a link, rights stay, and what is no file is left alone."""

from __future__ import annotations

import os
import stat

import pytest

from rightsref.files import write_whole


def test_a_link_stays_a_link_and_its_target_gets_the_bytes(tmp_path):
    target, link = tmp_path / "dotfiles.json", tmp_path / "settings.json"
    target.write_bytes(b"old")
    link.symlink_to(target)
    write_whole(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o644])
def test_a_file_keeps_its_rights(tmp_path, mode):
    path = tmp_path / "a"
    path.write_bytes(b"old")
    path.chmod(mode)
    write_whole(path, b"new", private=True)
    assert stat.S_IMODE(path.stat().st_mode) == mode


def test_a_new_private_file_is_for_its_owner(tmp_path):
    write_whole(tmp_path / "a", b"new", private=True)
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o600


def test_what_is_no_file_is_left_as_it_is(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for there in (pipe, tmp_path):
        with pytest.raises(OSError, match="no ordinary file"):
            write_whole(there, b"new")
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@pytest.mark.parametrize("length", [1, 249, 255])
def test_a_name_may_be_as_long_as_names_can_be(tmp_path, length):
    write_whole(tmp_path / ("n" * length), b"new")
    assert [len(path.name) for path in tmp_path.iterdir()] == [length]


def test_what_cannot_be_finished_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch):
    path = tmp_path / "a"
    path.write_bytes(b"old")

    def full(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        write_whole(path, b"new")
    assert [p.name for p in tmp_path.iterdir()] == ["a"]
    assert path.read_bytes() == b"old"
