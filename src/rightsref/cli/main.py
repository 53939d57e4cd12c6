"""`rightsref VERB`: search, show, scenario, clock, paper, sheet, content, about. Exit codes: 0 done, 1 nothing found, 2 something to correct."""

from __future__ import annotations

import io
import re
import sys

import click

import rightsref
from rightsref.cli.about import about
from rightsref.cli.clock import clock_command
from rightsref.cli.content import content
from rightsref.cli.options import one_line
from rightsref.cli.paper import paper
from rightsref.cli.scenario import scenario
from rightsref.cli.search import search
from rightsref.cli.sheet import sheet
from rightsref.cli.show import show
from rightsref.cli.speaking import say_help, teach_click
from rightsref.errors import NotFoundError, RightsRefError, UsageError
from rightsref.model.kinds import LANGUAGES
from rightsref.words import ENGLISH, speak, tr

#: What `--lang` does where there is no answer.
HELP_LANGUAGE = "Language of this help."
#: What was typed as one word and is far longer than any is told by its beginning.
_LONG = re.compile(r"(\S{100})\S{200,}")
#: The exit code of what was stopped by Ctrl-C, as shells have it.
STOPPED = 130


@click.group(no_args_is_help=False, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(rightsref.__version__, message="rightsref %(version)s")
def cli() -> None:
    """RightsRef: immigration-enforcement law in Chicago, offline. Without a verb it opens its window; --self-test tries every part."""


for _verb in (search, show, scenario, clock_command, paper, sheet, content, about):
    cli.add_command(_verb)
for _group in (cli, scenario, sheet, content):
    _group.params.append(
        click.Option(["--lang"], type=click.Choice([*LANGUAGES, "es+en"]), expose_value=False, help=HELP_LANGUAGE)
    )
teach_click()


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
    say_help(cli)
    try:
        _see_to_streams()
        outcome = cli.main(arguments, prog_name="rightsref", standalone_mode=False)
    except RightsRefError as error:
        return _told(str(error), 1 if isinstance(error, NotFoundError) else 2)
    except OSError as error:
        named = f" ({error.filename})" if error.filename else ""
        told = tr("That could not be read or written: {reason}.")
        return _told(told.format(reason=f"{error.strerror or error}{named}"), 2)
    except UnicodeEncodeError:
        return _told(tr("What was typed holds a sign that no file name can have."), 2)
    except click.UsageError as error:
        path = (error.ctx or click.Context(cli)).command_path
        return _told(f"{error.format_message()} {tr('See:')} {path} --help", 2)
    except click.exceptions.Abort as error:
        return STOPPED if isinstance(error.__cause__ or error.__context__, KeyboardInterrupt) else 2
    return outcome if isinstance(outcome, int) else 0


def _see_to_streams() -> None:
    """See that there is somewhere to write to, and that any sign can be written there.

    Raises:
        UsageError: the output is closed.
    """
    if sys.stdout is None:
        raise UsageError(tr("There is nowhere to write the answer to: the output is closed."))
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal of another age shows ? for what it has no sign for


def _told(words: str, code: int) -> int:
    """One line on stderr, if there is one and it takes it, and the exit code."""
    if sys.stderr is not None:
        try:
            click.echo(_LONG.sub(r"\1…", one_line(words)), err=True)
        except OSError:
            sys.stderr = None  # else it would be tried once more as the program ends, and change the exit code
    return code
