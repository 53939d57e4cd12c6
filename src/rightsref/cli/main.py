"""`rightsref VERB`: search, show, scenario, clock, sheet, content, about. Exit codes: 0 done, 1 nothing found, 2 something to correct."""

from __future__ import annotations

import click

import rightsref
from rightsref.cli.about import about
from rightsref.cli.clock import clock_command
from rightsref.cli.content import content
from rightsref.cli.options import one_line
from rightsref.cli.scenario import scenario
from rightsref.cli.search import search
from rightsref.cli.sheet import sheet
from rightsref.cli.show import show
from rightsref.errors import NotFoundError, RightsRefError
from rightsref.model.kinds import LANGUAGES
from rightsref.words import ENGLISH, speak, tr


@click.group(no_args_is_help=False, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(rightsref.__version__, message="rightsref %(version)s")
def cli() -> None:
    """RightsRef: immigration-enforcement law in Chicago, offline. Without a verb it opens its window; --self-test tries every part."""


for _verb in (search, show, scenario, clock_command, sheet, content, about):
    cli.add_command(_verb)


def _language(arguments: list[str]) -> str:
    """The language that `--lang` names, so that whatever is wrong with the rest is told in it; of `es+en` the first."""
    words = [word for argument in arguments for word in argument.split("=", 1)]
    named = words[words.index("--lang") + 1 :][:1] if "--lang" in words else []
    lang = named[0].split("+")[0] if named else ENGLISH
    return lang if lang in LANGUAGES else ENGLISH


def run(arguments: list[str]) -> int:
    """Run the command line.

    Returns:
        0 done; 1 nothing found, or the content has errors; 2 the call is wrong or there is something to mend.
    """
    speak(_language(arguments))
    try:
        outcome = cli.main(arguments, prog_name="rightsref", standalone_mode=False)
    except NotFoundError as error:
        click.echo(one_line(str(error)), err=True)
        return 1
    except (RightsRefError, OSError) as error:
        click.echo(one_line(str(error)), err=True)
        return 2
    except click.UsageError as error:
        click.echo(
            f"{one_line(error.format_message())} {tr('See:')} {(error.ctx or click.Context(cli)).command_path} --help",
            err=True,
        )
        return 2
    except click.exceptions.Abort:
        return 2
    return outcome if isinstance(outcome, int) else 0
