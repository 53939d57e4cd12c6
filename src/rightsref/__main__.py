"""The one entry point: no arguments open the window, a verb runs on the command line, `--self-test` tries everything."""

from __future__ import annotations

import sys


def main() -> int:
    """Run RightsRef.

    Returns:
        The exit code of the process.
    """
    arguments = _language_last(sys.argv[1:])
    if arguments == ["--self-test"]:
        from rightsref.self_test import self_test

        return self_test()
    if arguments and not _for_window(arguments):
        try:
            from rightsref.cli.main import run

            return run(arguments)
        except KeyboardInterrupt:  # while it was still being read in, or between two lines of output
            return 130
    from rightsref.errors import RightsRefError, tell

    try:
        from rightsref.ui.shell.start import start

        return start(arguments)
    except RightsRefError as error:
        tell(str(error))
        return 2


def _language_last(arguments: list[str]) -> list[str]:
    """The same with a language that stands before a verb behind it, where verbs take it: `--lang es search detainer`."""
    taken = 1 if arguments[:1] and arguments[0].startswith("--lang=") else 2 if arguments[:1] == ["--lang"] else 0
    language, rest = arguments[:taken], arguments[taken:]
    if not language or not rest or _for_window(rest):
        return arguments
    end = rest.index("--") if "--" in rest else len(rest)
    return [*rest[:end], *language, *rest[end:]]


def _for_window(arguments: list[str]) -> bool:
    """Whether these are options of the window: `--lang LANG`, `--theme THEME`."""
    return arguments[0].split("=")[0] in {"--lang", "--theme"}


if __name__ == "__main__":
    sys.exit(main())
