"""Options that several verbs share."""

from __future__ import annotations

from datetime import date

import click

from rightsref import paths
from rightsref.errors import UsageError
from rightsref.knowledge.library import KnowledgeBase
from rightsref.model.kinds import LANGUAGES, ORIGINAL
from rightsref.words.dates import day_words
from rightsref.words.when import understand_day

#: Where a verb's context keeps what a typed day was understood as, for `output.as_json` to tell.
UNDERSTOOD = "rightsref.understood"

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
    """The knowledge base, open until the verb is done; held against its hash before anything is read from it.

    Where the packed copy had to take over, a line on stderr says so.

    Raises:
        KnowledgeBaseError: it is missing, damaged or of another version.
    """
    kb = KnowledgeBase.open_whole(paths.knowledge_base())
    click.get_current_context().call_on_close(kb.close)
    if kb.complaint:
        click.echo(one_line(kb.complaint), err=True)
    return kb


def day(context: click.Context, _option: click.Parameter, value: str | None) -> str:
    """A day as people write it -> an ISO date, as a click callback; what was not ISO already is told back."""
    if not value:
        return ""
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        pass
    try:
        understood = understand_day(value, date.today())  # noqa: DTZ011 - the reader's own calendar day
    except UsageError as error:
        raise click.BadParameter(str(error)) from None
    context.meta[UNDERSTOOD] = day_words(understood)
    return understood.isoformat()
