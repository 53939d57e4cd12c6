"""The program's own words, found by walking its code: what stands in `tr("…")`, and tables of words that are said with `tr` later."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import rightsref

#: Where the program's words would stand; they stand in the code, and only their companions (`words.es.toml`) are files.
PROGRAM = Path("words.toml")
#: The verbs of those who write the content, in English but for the line that `--help` lists them under.
_FOR_AUTHORS = "cli/content.py"
#: Calls that say something, and how many of their first arguments that are; `said`, `sheet_text` and, for short, `own` say it in a language
#: of their own.
_SAYING = {"tr": 1, "plural": 2, "said": 1, "sheet_text": 1, "own": 1}
_SAYS = re.compile(rf"\b(?:{'|'.join(_SAYING)})\s*\(")
#: Tables and constants, by module, whose words are said elsewhere.
TABLES = {
    "cli/main.py": {"HELP_LANGUAGE"},
    "cli/speaking.py": {"CLICK"},
    "words/labels.py": {
        "LEVELS", "SEEN", "NEEDS", "STATUSES", "JURISDICTIONS", "PARTS", "VERDICTS", "LAW_VERDICTS", "ADVICE", "SIGNING_PARTS", "FACTS", "_FACT_VALUES",
    },
    "words/dates.py": {"MONTHS", "DAYS", "SHORT_DAYS"},
    "words/when.py": {"_MIDNIGHT"},
    "words/versions.py": {"FATES", "_COUNTED"},
    "model/kinds.py": {"KINDS"},
    "model/paper.py": {"PLACE_WORDS"},
    "model/stage.py": {"WAYS"},
    "reasoning/clock.py": {"RULES"},
    "reasoning/holders.py": {"_NEAR", "_REST", "ILLINOIS", "FEDERAL", "ICE", "ELSEWHERE"},
    "sheets/detainer_drafts.py": {"DETAINER_DRAFTS"},
    "sheets/template_data.py": {"_CARD_WORDS", "_FOUND"},
    "sheets/compose.py": {"_FOUND"},
    "ui/detainers/clock_page.py": {"_ZONES"},
    "ui/detainers/paper_document.py": {"_UNSURE", "_REAL"},
    "ui/detainers/path_delegate.py": {"_WAYS"},
    "ui/detainers/tabs.py": {"TABS"},
    "ui/detainers/signing_page.py": {"name"},
    "ui/reference/about_page.py": {"name", "_LEVEL_MEANS"},
    "ui/reference/contacts_page.py": {"name"},
    "ui/reference/glossary_page.py": {"name"},
    "ui/scenarios/list_area.py": {"GROUPS", "MORE"},
    "ui/reference/where_page.py": {"_OTHERS"},
    "ui/search/nothing_yet.py": {"ASKED"},
    "ui/sheets/card_choices.py": {"_NUMBERS", "_LENGTHS"},
    "ui/sheets/choices.py": {"LANGUAGE_WORDS", "LAYOUT_WORDS", "_PAPER_WORDS", "_FIELDS"},
    "ui/shell/home_page.py": {"_DOORS", "_SITUATIONS"},
    "ui/shell/keys.py": {"KEYS"},
    "ui/shell/keys_page.py": {"name", "_HELP"},
    "ui/shell/rail.py": {"_PLACES", "_FOOT"},
    "ui/shell/pages.py": {"TITLES"},
    "ui/shell/settings_page.py": {"_THEME_WORDS", "_LEAVE_WORDS"},
}  # fmt: skip
#: What of a table is a key and no words.
_KEY = re.compile(r"[a-z][a-z0-9_-]*|[A-Z]{2}(?:-\w+)?|[A-Z]\w+/[\w/]+|rightsref:\S+|\W*")


class Fault(NamedTuple):
    """A call whose words cannot be found by reading the code."""

    module: str
    line: int
    call: str


def program_texts(package: Path | None = None) -> tuple[str, ...]:
    """Every string that the program says, each once, by module and line."""
    found: dict[str, None] = {}
    for module, tree in _modules(package):
        tables = TABLES.get(module, set())
        if module.startswith("cli/"):
            found.update(dict.fromkeys(_help(tree, groups_only=module == _FOR_AUTHORS)))
        for node in ast.walk(tree):
            for words in _words(node):
                found.update(dict.fromkeys(_strings(words)))
            if tables and isinstance(node, ast.Assign | ast.AnnAssign) and node.value and _targets(node) & tables:
                found.update(dict.fromkeys(_told(node.value)))
    return tuple(found)


def _help(tree: ast.Module, *, groups_only: bool) -> Iterator[str]:
    """What `--help` tells of verbs and options: docstrings of commands and groups, and the words of each option."""
    verbs = {"group"} if groups_only else {"command", "group"}
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and any(_decorates(each, verbs) for each in node.decorator_list):
            yield from filter(None, [ast.get_docstring(node)])
        elif not groups_only and isinstance(node, ast.Call) and ast.unparse(node.func) == "click.option":
            for keyword in node.keywords:
                if keyword.arg == "help":
                    yield from _strings(keyword.value)


def _decorates(decorator: ast.expr, names: set[str]) -> bool:
    function = decorator.func if isinstance(decorator, ast.Call) else decorator
    return isinstance(function, ast.Attribute) and function.attr in names


def program_faults(package: Path | None = None) -> list[Fault]:
    """Calls that put their words together before they are looked up, so that no catalogue can hold them."""
    return [
        Fault(module, node.lineno, ast.unparse(node))
        for module, tree in _modules(package)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and any(_is_made(words) for words in _words(node))
    ]


def _modules(package: Path | None) -> Iterator[tuple[str, ast.Module]]:
    """The modules in which the program may say something, by name; half of them say nothing."""
    root = package or Path(rightsref.__file__).parent
    for path in sorted(root.rglob("*.py")):
        module, text = path.relative_to(root).as_posix(), path.read_text(encoding="utf-8")
        if module in TABLES or module.startswith("cli/") or _SAYS.search(text):
            yield module, ast.parse(text)


def _words(node: ast.AST) -> list[ast.expr]:
    """The arguments of a call that it says; none of what says nothing."""
    return node.args[: _SAYING.get(_name(node.func), 0)] if isinstance(node, ast.Call) else []


def _name(function: ast.expr) -> str:
    return function.id if isinstance(function, ast.Name) else ""


def _targets(node: ast.Assign | ast.AnnAssign) -> set[str]:
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    return {target.id for target in targets if isinstance(target, ast.Name)}


def _told(value: ast.AST, *, sure: bool = False) -> Iterator[str]:
    """The words of a table: the values of a dict, and what else is no key."""
    if isinstance(value, ast.Constant) and isinstance(value.value, str):
        yield from [value.value] if value.value and (sure or not _KEY.fullmatch(value.value)) else []
    elif isinstance(value, ast.Dict):
        for item in value.values:
            yield from _told(item, sure=True)
    else:
        for child in ast.iter_child_nodes(value):
            yield from _told(child)


def _strings(value: ast.expr) -> Iterator[str]:
    """The words of an argument: a literal, or one of several."""
    if isinstance(value, ast.Constant) and isinstance(value.value, str) and value.value:
        yield value.value
    elif isinstance(value, ast.IfExp):
        yield from (*_strings(value.body), *_strings(value.orelse))
    elif isinstance(value, ast.BoolOp):
        for part in value.values:
            yield from _strings(part)


def _is_made(argument: ast.expr) -> bool:
    return isinstance(argument, ast.JoinedStr | ast.BinOp) or (
        isinstance(argument, ast.Call)
        and isinstance(argument.func, ast.Attribute)
        and argument.func.attr in {"format", "join"}
    )
