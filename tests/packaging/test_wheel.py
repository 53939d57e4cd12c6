"""A wheel carries what the program needs to run, and nothing else of the tree; so do the sources."""

from __future__ import annotations

import shutil
import subprocess
import tarfile
import zipfile

import pytest

builders = pytest.importorskip("hatchling.builders.wheel", reason="wheels are built where the checks run")

#: What lies about in a folder now and then.
PLANTED = (
    "src/rightsref/.env", "src/rightsref/notes.tmp", "src/rightsref/cli/key.pem", "src/rightsref/main.py~", "src/rightsref/notes.db",
    "resources/law/.draft.swp", "resources/secret.txt", "resources/fonts/note.txt", "resources/fonts/mine.ttf", "resources/sheets/sheet.typ.bak",
    "packaging/key.pem", "packaging/windows/signing.pfx", "packaging/linux/clients.rrnotes", "packaging/parts.py.orig", "packaging/.env",
    "tests/callers.csv", "tests/data/clients.rrnotes", "tests/data/tiny/names.txt", "tests/eval/asked.csv", "notes.md", "todo.txt", "LICENSE.mine",
)  # fmt: skip


@pytest.fixture(scope="module")
def tree(root, tmp_path_factory):
    """A copy of the tree in which things lie about."""
    copy = tmp_path_factory.mktemp("tree")
    leave = shutil.ignore_patterns("__pycache__", "*.pyc", ".git", ".venv", "build", "dist", ".*_cache")
    for name in ("src", "resources", "packaging", "tests"):
        shutil.copytree(root / name, copy / name, ignore=leave)
    for file in (*root.glob("*.md"), *root.glob("LICENSE*"), root / "pyproject.toml", root / "Makefile"):
        shutil.copy(file, copy)
    for name in PLANTED:
        (copy / name).write_text("nobody’s business", encoding="utf-8")
    return copy


@pytest.fixture(scope="module")
def wheel(tree, tmp_path_factory):
    """The names in a wheel built from it."""
    made = next(
        builders.WheelBuilder(str(tree)).build(directory=str(tmp_path_factory.mktemp("wheel")), versions=["standard"])
    )
    with zipfile.ZipFile(made) as archive:
        return set(archive.namelist())


@pytest.fixture(scope="module")
def sources(tree, tmp_path_factory):
    """The names in an archive of its sources, without the folder that holds them."""
    from hatchling.builders.sdist import SdistBuilder

    made = next(SdistBuilder(str(tree)).build(directory=str(tmp_path_factory.mktemp("sources")), versions=["standard"]))
    with tarfile.open(made) as archive:
        return {name.partition("/")[2] for name in archive.getnames()}


def test_what_lies_about_goes_along_with_nothing(wheel, sources):
    for name in PLANTED:
        assert name not in sources
        assert name.removeprefix("src/") not in wheel
        assert f"rightsref/{name}" not in wheel


def test_the_sources_are_whole_and_hold_nothing_compiled(root, tree, sources):
    wanted = {
        path.relative_to(tree).as_posix()
        for folder in ("src", "resources")
        for path in (tree / folder).rglob("*")
        if path.is_file() and path.suffix in {".py", ".sql", ".md", ".toml", ".svg", ".typ", ".ttf"}
    }
    assert wanted - set(PLANTED) <= sources
    assert {"pyproject.toml", "README.md", "LICENSE", "LICENSE-CONTENT", "packaging/build_hook.py"} <= sources
    assert [name for name in sources if "knowledge." in name and not name.endswith(".py")] == []


def test_whatever_belongs_to_the_project_is_in_its_sources(root, sources):
    try:
        listed = subprocess.run(["git", "ls-files"], cwd=root, capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("no checkout, so nothing says what belongs to the project")
    assert {name for name in listed.splitlines() if not name.startswith(".")} - sources == set()


@pytest.mark.parametrize("pattern", ["icons/*.svg", "papers/*.svg", "sheets/*.typ", "fonts/*", "words.*.toml"])
def test_what_the_program_draws_with_is_in_the_wheel(root, wheel, pattern):
    drawn = {f"rightsref/{file.relative_to(root).as_posix()}" for file in (root / "resources").glob(pattern)}
    assert drawn
    assert drawn <= wheel


def test_the_compiled_content_is_in_the_wheel_and_its_sources_are_not(root, wheel):
    assert {"rightsref/knowledge.db", "rightsref/knowledge.sha256"} <= wheel
    sources = [name for name in wheel if name.endswith((".md", ".toml")) and "dist-info" not in name]
    assert sources == ["rightsref/resources/words.es.toml"]  # the program’s own words


def test_every_module_is_in_the_wheel(root, wheel):
    modules = {
        f"rightsref/{path.relative_to(root / 'src' / 'rightsref').as_posix()}" for path in (root / "src").rglob("*.py")
    }
    assert modules <= wheel
