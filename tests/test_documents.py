"""The pages about the program tell of the program that is there."""

from __future__ import annotations

import re

import pytest

from rightsref.cli.main import cli
from rightsref.content.rules.registry import RULES


def text(root, name):
    return (root / name).read_text(encoding="utf-8")


def test_every_path_of_the_table_of_changes_exists(root):
    table = text(root, "CONTRIBUTING.md").split("### To change X, touch Y")[1].split("\n## ")[0]
    paths = re.findall(r"`((?:src|resources|tests|packaging)/[\w./-]+|\w+\.md)`", table)
    assert len(table.split("\n|")) > 20
    assert [path for path in paths if not (root / path).exists()] == []


def test_the_tree_names_every_room_and_only_what_is_there(root):
    page = text(root, "ARCHITECTURE.md").split("```")[1]
    source = root / "src" / "rightsref"
    rooms = {
        path.relative_to(source).as_posix()
        for path in source.rglob("*")
        if path.is_dir() and (path / "__init__.py").is_file()
    }
    named = set(re.findall(r"(\w+)/", page))
    assert {room.rpartition("/")[2] for room in rooms} <= named
    modules = {path.stem for path in source.rglob("*.py")}
    core = page.split("  ui/")[0]
    told = re.findall(r"^ +(\w+)/ +(?:[^:\n]*: )?([\w ]+)$", core, re.MULTILINE)
    missing = [(room, word) for room, words in told for word in words.split() if word not in modules and "_" in word]
    assert missing == []


@pytest.mark.parametrize("room", ["reading", "prose", "linking", "rules", "building"])
def test_the_rooms_of_the_compiler_list_all_their_modules(root, room):
    page = text(root, "ARCHITECTURE.md")
    line = next(line for line in page.splitlines() if line.startswith(f"    {room}/"))
    modules = {path.stem for path in (root / "src" / "rightsref" / "content" / room).glob("*.py")} - {
        "__init__",
        "rule",
    }
    assert modules <= set(re.findall(r"\w+", line.split(":", 1)[1]))


def test_the_readme_names_every_verb(root):
    readme = text(root, "README.md")
    assert [verb for verb in cli.commands if f"rightsref {verb}" not in readme] == []


def test_the_readme_names_the_files_that_are_there(root):
    named = re.findall(r"`([A-Z]+(?:-[A-Z]+)?(?:\.md)?)`", text(root, "README.md"))
    assert [name for name in named if not (root / name).exists()] == []


def test_every_rule_has_its_bad_example(root):
    examples = text(root, "tests/content/test_check.py")
    assert [rule.__name__ for rule in RULES if f'"{rule.__name__}"' not in examples] == []


def test_decisions_are_sorted_by_rooms_that_exist(root):
    heads = re.findall(r"^## (.+)$", text(root, "DECISIONS.md"), re.MULTILINE)
    rooms = {path.name for path in (root / "src" / "rightsref").iterdir() if path.is_dir()}
    assert set(heads) - {"The whole house"} <= rooms
