"""What all tests share: the tiny and the real content, each compiled once a session, and opened; the command line, run in this process."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parents[1]
TINY = ROOT / "tests" / "data" / "tiny"

try:
    import rightsref  # noqa: F401 - whether it is installed
except ModuleNotFoundError:  # a checkout need not be installed to be tested
    sys.path.insert(0, str(ROOT / "src"))
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [str(ROOT / "src"), os.environ.get("PYTHONPATH")]))

#: The same examples on every run and every machine: a red test is red for everybody.
settings.register_profile("rightsref", deadline=None, derandomize=True, database=None)
settings.load_profile("rightsref")


@pytest.fixture(scope="session")
def root():
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def tiny_root():
    """A made-up content tree with every feature once."""
    return TINY


@pytest.fixture(scope="session")
def tiny_file(tmp_path_factory):
    """The knowledge base of the tiny content; open it, never write to it."""
    from rightsref.content.compiler import compile_content

    target = tmp_path_factory.mktemp("tiny") / "knowledge.db"
    problems, _ = compile_content(TINY, target)
    assert problems == []
    return target


@pytest.fixture(scope="session")
def real_content():
    """The real content, read and resolved."""
    from rightsref.content.compiler import load

    return load(ROOT / "resources")


@pytest.fixture(scope="session")
def real_problems(real_content):
    """What the compiler finds wrong with the real content."""
    from rightsref.content.rules.registry import check

    return check(real_content)


@pytest.fixture(scope="session")
def real_file(tmp_path_factory, real_content):
    """The knowledge base of the real content; open it, never write to it. What is wrong with the content, one test tells."""
    from rightsref.content.building.build import build

    target = tmp_path_factory.mktemp("real") / "knowledge.db"
    build(real_content, target)
    return target


@pytest.fixture(scope="session")
def tiny(tiny_file):
    """The tiny knowledge base, open."""
    from rightsref.knowledge.library import KnowledgeBase

    kb = KnowledgeBase.open(tiny_file)
    yield kb
    kb.close()


@pytest.fixture(scope="session")
def real(real_file):
    """The real knowledge base, open."""
    from rightsref.knowledge.library import KnowledgeBase

    kb = KnowledgeBase.open(real_file)
    yield kb
    kb.close()


@pytest.fixture(scope="session")
def searcher(tiny):
    """A searcher over the tiny knowledge base."""
    from rightsref.search.searcher import Searcher

    return Searcher(tiny)


class Said(NamedTuple):
    """What a run of the command line left behind."""

    code: int
    out: str
    err: str

    @property
    def json(self):
        return json.loads(self.out)


@pytest.fixture
def run_cli(capsys, monkeypatch, tmp_path, tiny_file):
    """Run the command line over the tiny knowledge base, in this process."""
    from rightsref.cli.main import run

    monkeypatch.setenv("RIGHTSREF_KNOWLEDGE_BASE", str(tiny_file))
    monkeypatch.setenv("RIGHTSREF_SETTINGS", str(tmp_path / "settings.json"))

    def said(*arguments):
        code = run([str(argument) for argument in arguments])
        return Said(code, *capsys.readouterr())

    return said


@pytest.fixture
def locale_of(tmp_path_factory):
    """Environment of a locale by name, such as `es_MX`, made for the test where the machine can make one."""

    def made(name):
        folder = tmp_path_factory.mktemp("locales")
        if not shutil.which("localedef"):
            pytest.skip("no locale can be made here")
        run = ["localedef", "-i", name, "-f", "UTF-8", folder / f"{name}.UTF-8"]
        told = subprocess.run(run, capture_output=True, text=True, check=False).stderr
        if not (folder / f"{name}.UTF-8" / "LC_TIME").is_file():
            pytest.skip(f"the sources of locales are not installed: {told[:80]}")
        return {"LOCPATH": str(folder), "LC_ALL": f"{name}.UTF-8"}

    return made


@pytest.fixture
def run_cli_real(run_cli, monkeypatch, real_file):
    """Run the command line over the real knowledge base."""
    monkeypatch.setenv("RIGHTSREF_KNOWLEDGE_BASE", str(real_file))
    return run_cli
