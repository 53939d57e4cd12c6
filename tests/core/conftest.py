"""Knowledge bases, opened; the command line, run in this process."""

from __future__ import annotations

import json
from typing import NamedTuple

import pytest

from rightsref.knowledge.library import KnowledgeBase
from rightsref.search.searcher import Searcher


@pytest.fixture(scope="session")
def tiny(tiny_file):
    """The tiny knowledge base, open."""
    kb = KnowledgeBase.open(tiny_file)
    yield kb
    kb.close()


@pytest.fixture(scope="session")
def real(real_file):
    """The real knowledge base, open."""
    kb = KnowledgeBase.open(real_file)
    yield kb
    kb.close()


@pytest.fixture(scope="session")
def searcher(tiny):
    """A searcher over the tiny knowledge base."""
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
def say(capsys, monkeypatch, tmp_path, tiny_file):
    """Run the command line over the tiny knowledge base, in this process."""
    from rightsref.cli.main import run

    monkeypatch.setenv("RIGHTSREF_KNOWLEDGE_BASE", str(tiny_file))
    monkeypatch.setenv("RIGHTSREF_SETTINGS", str(tmp_path / "settings.json"))

    def said(*arguments):
        code = run([str(argument) for argument in arguments])
        return Said(code, *capsys.readouterr())

    return said


@pytest.fixture
def at_large(say, monkeypatch, real_file):
    """Run the command line over the real knowledge base."""
    monkeypatch.setenv("RIGHTSREF_KNOWLEDGE_BASE", str(real_file))
    return say
