"""`rightsref content`: the compiler, for those who write the law files."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import click

from rightsref import paths
from rightsref.cli.output import Answer, as_json
from rightsref.errors import UsageError
from rightsref.files import write_whole

#: The compiler reads prose and writes the file with these; the extra `content` brings them.
_LIBRARIES = ("rightsref.content", "markdown", "nh3", "sqlite_utils")

root = click.option(
    "--root",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder of content files; the checkout’s own if left out.",
)


def _root(given: Path | None) -> Path:
    if given is None and not paths.in_checkout():
        raise UsageError(
            "There are no content files beside an installed program. Run this in a source checkout, or name a folder with --root."
        )
    return given or paths.content_root()


@click.group(no_args_is_help=False)
def content() -> None:
    """Check, build and begin content files."""
    if not all(map(find_spec, _LIBRARIES)):
        raise UsageError(
            "The content compiler is not part of this program. It runs in a source checkout, "
            "or where it is installed with its libraries: pip install “rightsref[content]”"
        )


@content.command()
@root
@as_json
def check(root: Path | None) -> Answer:
    """List every problem, then the coverage certificate."""
    from rightsref.content import compiler
    from rightsref.content.rules.registry import check as run_checks

    loaded = compiler.load(_root(root))
    problems = run_checks(loaded)
    tally = compiler.tally(loaded, problems)
    rows = [{"path": p.path.as_posix(), "line": p.line, "level": p.level, "message": p.message} for p in problems]
    certificate = [f"{key.replace('_', ' '):18} {value:6}" for key, value in tally.items()]
    code = int(any(problem.level == "error" for problem in problems))
    return Answer({"problems": rows, "tally": tally}, [*map(str, problems), *certificate], code)


@content.command()
@root
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="File to write; the program’s own if left out.",
)
def build(root: Path | None, output: Path | None) -> int:
    """Check, then compile into a knowledge base; nothing is written while there are errors. Warnings are told by `check`."""
    from rightsref.content import compiler

    target = output or paths.knowledge_base()
    problems, digest = compiler.compile_content(_root(root), target)
    for problem in problems:
        if problem.level == "error":
            click.echo(str(problem), err=True)
    if not digest:
        click.echo("Nothing was built: mend the errors first.", err=True)
        return 1
    click.echo(f"{target}  sha256 {digest}")
    return 0


@content.command()
@click.argument("kind")
def new(kind: str) -> None:
    """Print a commented skeleton of a KIND of content file; send it to the file you want."""
    from rightsref.content.new import skeleton

    click.echo(skeleton(kind), nl=False)


@content.command()
@root
@click.argument("flow")
@click.option(
    "-o", "--output", required=True, type=click.Path(dir_okay=False, path_type=Path), help="SVG file to write."
)
def graph(root: Path | None, flow: str, output: Path) -> None:
    """Draw FLOW on one sheet, for somebody to check it against the law."""
    from rightsref.content import compiler
    from rightsref.content.graph import draw
    from rightsref.content.linking.flows import flow_files, flow_of
    from rightsref.content.rules.flows import form_faults

    loaded = compiler.load(_root(root))
    files = {file.key: file for file in flow_files(loaded)}
    if flow not in files:
        raise UsageError(f"There is no scenario “{flow[:40]}”. The scenarios are: {', '.join(files)}.")
    for fault in form_faults(files[flow]):
        raise UsageError(f"{files[flow].path.as_posix()}: {fault.message}")
    write_whole(output, draw(flow_of(loaded, files[flow])).encode())
    click.echo(str(output))


@content.command()
@root
@click.argument("names", nargs=-1)
def translations(root: Path | None, names: tuple[str, ...]) -> int:
    """Bring translations up to their English: add rows, set marks.

    NAMES are tables such as flows/travel, or documents such as topics/at-work; without any, all that have translations.
    """
    from rightsref.content.translations import bring

    done = bring(_root(root), names)
    for one in done:
        if names or one.added or one.marked:
            click.echo(f"{one.path.as_posix()}: {one.added} rows added, {one.marked} marked")
        for sentence in one.refused:
            click.echo(f"{one.path.as_posix()}: {sentence}", err=True)
    return int(any(one.refused for one in done))
