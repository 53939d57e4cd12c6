"""`--self-test` says that all holds, or names what does not."""

from __future__ import annotations

import pytest

from rightsref import paths, self_test
from rightsref.errors import KnowledgeBaseError
from rightsref.knowledge.whole import pack, packed_copy
from rightsref.self_test import CoreChecks


@pytest.fixture
def only_core(monkeypatch, real_file, tmp_path):
    """The self-test over the real knowledge base, without its window."""
    monkeypatch.setenv("RIGHTSREF_SETTINGS", str(tmp_path / "settings.json"))
    monkeypatch.setenv("RIGHTSREF_KNOWLEDGE_BASE", str(real_file))
    monkeypatch.setattr(self_test, "find_spec", lambda name: None)
    return real_file


def test_all_holds_in_a_line_for_each_check(only_core, capsys):
    assert self_test.self_test() == 0
    said = capsys.readouterr()
    assert said.err == ""
    lines = said.out.splitlines()
    assert [line.split("  ")[0] for line in lines[:-1]] == ["holds"] * 9
    assert lines[-1].startswith("RightsRef ")
    assert "9 checks" in lines[-1]


def test_a_missing_knowledge_base_is_told_once_and_can_be_mended(only_core, capsys, monkeypatch, tmp_path):
    monkeypatch.setenv("RIGHTSREF_KNOWLEDGE_BASE", str(tmp_path / "none.db"))
    assert self_test.self_test() == 2
    said = capsys.readouterr()
    assert len(said.err.splitlines()) == 1
    assert said.err.startswith("The self-test failed at “knowledge base”: The knowledge base is missing")
    assert "works here" not in said.out


def test_a_damaged_knowledge_base_is_told(only_core, capsys, monkeypatch, tmp_path):
    damaged = tmp_path / "knowledge.db"
    whole = bytearray(only_core.read_bytes())
    whole[len(whole) // 2] ^= 1
    damaged.write_bytes(whole)
    damaged.with_suffix(".sha256").write_bytes(only_core.with_suffix(".sha256").read_bytes())
    monkeypatch.setenv("RIGHTSREF_KNOWLEDGE_BASE", str(damaged))
    assert self_test.self_test() == 2
    assert "“knowledge base”" in capsys.readouterr().err


@pytest.mark.parametrize("damage", ["flipped", "cut short", "missing"])
def test_where_the_copy_took_over_the_file_is_told_and_all_else_holds(only_core, capsys, monkeypatch, tmp_path, damage):
    made = bytearray(only_core.read_bytes())
    file = tmp_path / "knowledge.db"
    packed_copy(file).write_bytes(pack(bytes(made)))
    made[len(made) // 2] ^= 1
    if damage != "missing":
        file.write_bytes(made if damage == "flipped" else made[:9_000])
    file.with_suffix(".sha256").write_bytes(only_core.with_suffix(".sha256").read_bytes())
    monkeypatch.setenv("RIGHTSREF_KNOWLEDGE_BASE", str(file))
    assert self_test.self_test() == 2
    said = capsys.readouterr()
    assert [line.split("  ")[0] for line in said.out.splitlines()] == ["holds"] * 8
    assert said.err.startswith("The self-test failed at “knowledge base”: The file that holds the law was damaged")
    assert "the copy that came with the program is in use" in said.err
    assert said.err.count("\n") == 1


@pytest.mark.parametrize("check", ["settings", "search_english", "search_spanish", "scenario", "deadlines", "sheet"])
def test_what_breaks_is_named(only_core, capsys, monkeypatch, check):
    def broken(self):
        raise ImportError(f"no part for {check}")

    monkeypatch.setattr(CoreChecks, check, broken)
    assert self_test.self_test() == 1
    said = capsys.readouterr()
    assert said.err.startswith("The self-test failed at “")
    assert said.err.endswith(f"”: no part for {check}\n")


def test_what_the_reader_can_mend_does_not_hide_what_is_broken(only_core, capsys, monkeypatch):
    def broken(self):
        raise ImportError("broken")

    def to_mend(self):
        raise KnowledgeBaseError("to mend")

    monkeypatch.setattr(CoreChecks, "scenario", broken)
    monkeypatch.setattr(CoreChecks, "sheet", to_mend)
    assert self_test.self_test() == 1
    assert len(capsys.readouterr().err.splitlines()) == 2


def test_a_program_without_a_terminal_answers_by_its_exit_code(only_core, monkeypatch):
    monkeypatch.setattr("sys.stdout", None)
    monkeypatch.setattr("sys.stderr", None)
    assert self_test.self_test() == 0


def test_a_build_without_the_window_is_no_whole_build(only_core, monkeypatch):
    monkeypatch.setattr(paths, "is_bundle", lambda: True)
    monkeypatch.setattr("rightsref.self_test._window_checks", lambda: {"window": lambda: "asked"})
    assert "window" in dict(self_test._checks())
