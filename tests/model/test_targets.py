"""Every place that an advocate is known to want is held, under the citation by which it is wanted."""

from pathlib import Path

import pytest

from rightsref.cli.main import run

TARGETS = Path(__file__).parents[1].joinpath("data", "targets.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("target", TARGETS)
def test_a_wanted_place_is_shown(target, real):
    """It resolves, and to a document that has words."""
    document = real.document(real.resolve(target))
    assert document.paragraphs or document.parts


def test_show_prints_a_wanted_place(capsys, real, monkeypatch):
    monkeypatch.setenv("RIGHTSREF_KNOWLEDGE_BASE", str(real.path))
    assert run(["show", "5 ILCS 805/15(e)"]) == 0
    assert "5 ILCS 805/15" in capsys.readouterr().out
