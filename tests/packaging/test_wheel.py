"""A wheel carries what the program needs to run, and nothing else of the tree."""

from __future__ import annotations

import zipfile

import pytest

builders = pytest.importorskip("hatchling.builders.wheel", reason="wheels are built where the checks run")


@pytest.fixture(scope="module")
def wheel(root, tmp_path_factory):
    """The names in a wheel built from this tree."""
    made = next(
        builders.WheelBuilder(str(root)).build(directory=str(tmp_path_factory.mktemp("wheel")), versions=["standard"])
    )
    with zipfile.ZipFile(made) as archive:
        return set(archive.namelist())


@pytest.mark.parametrize("pattern", ["icons/*.svg", "papers/*.svg", "sheets/*.typ", "words.*.toml"])
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
