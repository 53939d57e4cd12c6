"""Click's own words, and the help of each verb, said in the language in use: English stands in the code here too."""

from __future__ import annotations

from importlib import import_module

import click

from rightsref.words import plural, tr

#: What click says of itself, as far as somebody who reads may come upon it.
CLICK = {
    "usage": "Usage:",
    "options": "Options",
    "arguments": "Positional arguments",
    "commands": "Commands",
    "help": "Show this message and exit.",
    "version": "Show the version and exit.",
    "default": "default: {default}",
    "required": "required",
    "no command": "Missing command.",
    "no argument": "Missing argument",
    "no option": "Missing option",
    "choose": "Choose from:\n\t{choices}",
    "invalid": "Invalid value: {message}",
    "invalid for": "Invalid value for {param_hint}: {message}",
    "unknown option": "No such option {name!r}.",
    "unknown option, before": "No such option: {name}",
    "unknown command": "No such command {name!r}.",
    "did you mean": "Did you mean {possibility}?",
    "did you mean one": "(Did you mean one of: {possibilities}?)",
    "one too many": "Got unexpected extra argument ({args})",
    "too many": "Got unexpected extra arguments ({args})",
    "no value": "Option {name!r} requires an argument.",
    "a value": "Option {name!r} does not take a value.",
    "not the one": "{value!r} is not {choice}.",
    "none of these": "{value!r} is not one of {choices}.",
    "not a": "{value!r} is not a valid {number_type}.",
    "not in": "{value} is not in the range {range}.",
    "is a folder": "{name} {filename!r} is a directory.",
    "is a file": "{name} {filename!r} is a file.",
    "cannot be written": "{name} {filename!r} is not writable.",
    "path": "path",
    "file": "file",
    "directory": "directory",
}
_MODULES = ("core", "decorators", "exceptions", "formatting", "parser", "termui", "types")
#: The help of a verb or an option as it stands in the code.
_written: dict[click.Command | click.Option, str] = {}


def teach_click() -> None:
    """Let click look its words up where ours are; it would ask gettext, whose files no installed program has."""
    for name in _MODULES:
        module = import_module(f"click.{name}")
        for own, said in (("_", tr), ("ngettext", plural)):
            if hasattr(module, own):
                setattr(module, own, said)


def say_help(command: click.Command, above: click.Context | None = None) -> None:
    """Put the help of a command, of what is below it and of their options into the language in use."""
    context = click.Context(command, parent=above, **command.context_settings)
    about_help = command.get_help_option(context)  # click makes it once, in the language of that moment
    if about_help is not None:
        about_help.help = tr(CLICK["help"])
    for part in (command, *command.params):
        if isinstance(part, click.Command | click.Option) and part.help:
            part.help = tr(_written.setdefault(part, part.help))
    for below in command.commands.values() if isinstance(command, click.Group) else ():
        say_help(below, context)
