"""Options that several verbs share."""

from __future__ import annotations

from datetime import date

import click

from rightsref import paths
from rightsref.knowledge.library import KnowledgeBase
from rightsref.model.kinds import LANGUAGES, ORIGINAL

language = click.option(
    "--lang", type=click.Choice(list(LANGUAGES)), default=ORIGINAL, show_default=True, help="Language of the answer."
)


def readable(text: str) -> str:
    """What was typed, as text that can be stored and printed: an argument that is not UTF-8 comes with lone surrogates."""
    return text.encode("utf-8", "replace").decode()


def one_line(text: str) -> str:
    """A message on one line, whatever was typed into it."""
    return " ".join("".join(c if c.isprintable() else " " for c in readable(text)).split())


def open_knowledge_base() -> KnowledgeBase:
    """The knowledge base, open until the verb is done; held against its hash first: at the terminal nobody sees a later warning.

    Raises:
        KnowledgeBaseError: it is missing, damaged or of another version.
    """
    kb = KnowledgeBase.open(paths.knowledge_base())
    click.get_current_context().call_on_close(kb.close)
    kb.verify()
    return kb


def day(_context: click.Context, _option: click.Parameter, value: str | None) -> str:
    """An ISO date, as a click callback."""
    if not value:
        return ""
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        raise click.BadParameter(f"“{value[:40]}” is not a date; write it as 2021-01-27.") from None
