"""Where a built program keeps what the reader keeps."""

from __future__ import annotations

import sys

import pytest

from rightsref import paths


@pytest.fixture
def built(tmp_path, monkeypatch):
    """A built program in a folder with a space and an accent; returns its folder."""
    home = tmp_path / "José’s stick"
    home.mkdir()
    monkeypatch.delenv("RIGHTSREF_SETTINGS", raising=False)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(home / "rightsref"))
    return home


def test_without_the_folder_settings_are_where_the_system_wants_them(built):
    assert paths.portable_folder() is None
    assert built not in paths.settings_file().parents


def test_the_folder_beside_the_program_keeps_everything(built):
    (built / paths.PORTABLE).mkdir()
    assert paths.settings_file() == built / "RightsRefData" / "settings.json"


def test_a_file_of_that_name_is_no_folder(built):
    (built / paths.PORTABLE).write_text("")
    assert paths.portable_folder() is None


def test_on_a_mac_the_folder_is_beside_the_app_not_inside_it(built, monkeypatch):
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(sys, "executable", str(built / "RightsRef.app" / "Contents" / "MacOS" / "RightsRef"))
    (built / paths.PORTABLE).mkdir()
    assert paths.portable_folder() == built / "RightsRefData"


def test_a_program_run_by_python_is_not_portable(built, monkeypatch):
    monkeypatch.delattr(sys, "frozen")
    (built / paths.PORTABLE).mkdir()
    assert paths.portable_folder() is None
