"""Options that several verbs share."""

from __future__ import annotations

import click

from rightsref import paths
from rightsref.store import KnowledgeBase

LANGUAGES = ("en", "es")

language = click.option(
    "--lang", type=click.Choice(LANGUAGES), default="en", show_default=True, help="Language of the answer."
)


def open_knowledge_base() -> KnowledgeBase:
    """The knowledge base, held against its hash first: at the terminal nobody sees a later warning.

    Raises:
        KnowledgeBaseError: it is missing, damaged or of another version.
    """
    kb = KnowledgeBase.open(paths.knowledge_base())
    kb.verify()
    return kb
