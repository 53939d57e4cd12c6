"""`python -m rightsref.content check|build`: the compiler without the rest of the program."""

from __future__ import annotations

import sys

from rightsref import paths
from rightsref.content.compiler import compile_content, load, tally
from rightsref.content.rules.registry import check
from rightsref.errors import RightsRefError, tell


def main(arguments: list[str]) -> int:
    """Check, or check and build; problems go to stdout, one a line. Warnings are for who checks; a build tells what stopped it.

    Returns:
        0 if the content is without errors, else 1; 2 where it could not be read or written.
    """
    try:
        return _run(arguments)
    except RightsRefError as error:
        tell(str(error))
        return 2


def _run(arguments: list[str]) -> int:
    if arguments[:1] == ["build"]:
        found, _ = compile_content(paths.content_root(), paths.knowledge_base())
        problems = [problem for problem in found if problem.level == "error"]
    else:
        content = load(paths.content_root())
        problems = check(content)
        for key, value in tally(content, problems).items():
            sys.stdout.write(f"{key:20} {value}\n")
    for problem in problems:
        sys.stdout.write(f"{problem}\n")
    return int(any(problem.level == "error" for problem in problems))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
