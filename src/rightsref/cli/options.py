"""Options that several verbs share."""

from __future__ import annotations

import click

LANGUAGES = ("en", "es")

language = click.option(
    "--lang", type=click.Choice(LANGUAGES), default="en", show_default=True, help="Language of the answer."
)
