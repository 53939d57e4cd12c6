"""The self-test of the window, and what is said where no window can be had."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from rightsref import paths
from rightsref.ui.shell import display, self_check


def _run(*arguments, **environment):
    env = {name: value for name, value in os.environ.items() if name not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    env.pop("QT_QPA_PLATFORM", None)
    return subprocess.run(
        [sys.executable, "-m", "rightsref", *arguments], capture_output=True, text=True, check=False,
        env={**env, **environment}, timeout=120,
    )  # fmt: skip


def test_the_self_test_tries_the_window_without_a_display_and_leaves_nothing_behind(settings_file, tmp_path):
    run = _run("--self-test", TMPDIR=str(tmp_path), HOME=str(tmp_path), XDG_CACHE_HOME=str(tmp_path.parent / "cache"))
    assert (run.returncode, run.stderr) == (0, "")
    for name in ("window system", "letters", "icons", "pages", "print engine"):
        assert f"holds  {name}: " in run.stdout
    assert list(tmp_path.iterdir()) == []
    assert not settings_file.exists()


@pytest.mark.parametrize("name", ["tr_TR", "fa_IR", "de_DE"])
def test_the_window_opens_in_any_locale(settings_file, tmp_path, locale_of, name):
    """In Turkish the capital of i is none of the plain letters; in Persian no digit is."""
    run = _run("--self-test", TMPDIR=str(tmp_path), HOME=str(tmp_path), **locale_of(name))
    assert (run.returncode, run.stderr) == (0, "")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the X window system")
def test_a_display_that_is_not_there_is_told_in_a_sentence():
    run = _run("--theme", "light", DISPLAY=":4711")
    assert run.returncode == 2
    assert len(run.stderr.splitlines()) == 1
    assert "cannot be reached" in run.stderr or "needs the system library" in run.stderr


def test_an_unknown_window_system_is_told_in_a_sentence():
    run = _run(QT_QPA_PLATFORM="semaphore")
    assert run.returncode == 2
    assert run.stderr.startswith("No window can be opened here. Qt says: ")
    assert len(run.stderr.splitlines()) == 1


def test_the_missing_library_is_named_with_the_packages_that_bring_it(monkeypatch):
    monkeypatch.setattr(display, "_missing_library", lambda: "libxcb-cursor.so.0")
    words = display.why_no_window(['Could not load the Qt platform plugin "xcb" in "" even though it was found.'])
    assert "libxcb-cursor.so.0, which is missing" in words
    assert "libxcb-cursor0" in words


def test_icons_and_letters_that_are_missing_are_named(application, monkeypatch, tmp_path):
    checks = self_check.WindowChecks()
    checks.system()
    monkeypatch.setattr(paths, "resources", lambda: tmp_path)
    with pytest.raises(RuntimeError, match="cannot be drawn"):
        checks.icons()
    monkeypatch.setattr(self_check, "_FAMILIES", ("Nobody’s Letters",))
    with pytest.raises(RuntimeError, match="Nobody’s Letters could not be loaded"):
        checks.letters()
