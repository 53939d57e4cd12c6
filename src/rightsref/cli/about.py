"""`rightsref about`: versions, dates, tallies, and where every file is."""

from __future__ import annotations

import click

import rightsref
from rightsref import paths
from rightsref.cli import text
from rightsref.cli.options import language, open_knowledge_base
from rightsref.cli.output import Answer, as_json
from rightsref.model.law import Jurisdiction


@click.command()
@language
@as_json
def about(lang: str) -> Answer:  # noqa: ARG001 - `cli.main` speaks it
    """Versions, the knowledge base's date and hash, its tallies, and where every file is."""
    kb = open_knowledge_base()
    data = {
        "version": rightsref.__version__,
        "knowledge_base": {**kb.meta(), "sha256": kb.digest(), "units": kb.tally(), "gaps": len(kb.gaps())},
        "sources": {j.value: sum(s.jurisdiction == j for s in kb.sources()) for j in Jurisdiction},
        "files": {"knowledge_base": str(kb.path), "settings": str(paths.settings_file())},
    }
    return Answer(data, text.about(data))
