"""The compiler's verbs: read and resolve, check, build."""

from __future__ import annotations

from pathlib import Path

from rightsref.content.building.build import build
from rightsref.content.building.target import see_that_free
from rightsref.content.linking.flows import flow_files, flow_of
from rightsref.content.linking.resolve import Content, level_at
from rightsref.content.reading.memory import all_kept
from rightsref.content.reading.problems import Problem
from rightsref.content.reading.read import read_tree
from rightsref.content.reading.translations import texts_in
from rightsref.content.rules.flows import walkable
from rightsref.content.rules.registry import check
from rightsref.errors import UsageError
from rightsref.model.kinds import DOCUMENT_KINDS, TRANSLATIONS
from rightsref.model.law import Level
from rightsref.reasoning.scenario import count_paths

_TABLES = (("terms", "glossary", "term"), ("events", "timeline", "event"), ("contacts", "contacts", "contact"))


@all_kept()
def load(root: Path) -> Content:
    """Read and resolve the content below `root`.

    Raises:
        UsageError: there is no content there.
    """
    if not (root / "law").is_dir():
        raise UsageError(f"{root} holds no content: there is no folder `law` in it.")
    return Content(read_tree(root))


def tally(content: Content, problems: list[Problem]) -> dict[str, int]:
    """The coverage certificate: sources, documents, units by level of checking, overdue reviews, open gaps."""
    counts = {f"units_{level.value}": 0 for level in Level}
    for unit in content.units.values():
        counts[f"units_{level_at(unit).value}"] += 1
    kinds = {f"{kind}s": sum(t.english.kind == kind for t in content.texts.values()) for kind in DOCUMENT_KINDS}
    rows = {name: len(content.tree.tables.get(table, {}).get(row, [])) for name, table, row in _TABLES}
    gaps = sum(len(text.english.meta.get("gaps", [])) for text in content.texts.values())
    return {
        "sources": len(content.tree.sources), **kinds, **rows, "units": len(content.units), **counts,
        **_flow_tally(content), "reviews_overdue": sum(problem.rule == "review" for problem in problems),
        "texts_not_translated": _untranslated(content),
        "gaps": gaps + len(texts_in(content.tree.tables.get("about", {}))),
    }  # fmt: skip


def _untranslated(content: Content) -> int:
    """Texts of tables that have no words yet in some other language."""
    told = {(path, lang): len(texts_in(table)) for path, table in content.tree.told.items() for lang in TRANSLATIONS}
    companions = content.tree.companions.values()
    return sum((told | {(one.original, one.lang): len(one.untranslated) for one in companions}).values())


def _flow_tally(content: Content) -> dict[str, int]:
    """Scenarios, their questions, outcomes, paths and cases; flows that cannot be walked yet count as nothing."""
    counts = dict.fromkeys(("flows", "questions", "outcomes", "paths", "cases_of_flows"), 0)
    for file in flow_files(content):
        if not walkable(content, file):
            continue
        flow = flow_of(content, file)
        counts["flows"] += 1
        counts["questions"] += len(flow.questions)
        counts["outcomes"] += len(flow.outcomes)
        counts["paths"] += count_paths(flow)
        counts["cases_of_flows"] += len(file.cases)
    return counts


def compile_content(root: Path, target: Path) -> tuple[list[Problem], str]:
    """Check and build; nothing is written while there are errors.

    Returns:
        All problems, and the SHA-256 of the knowledge base (empty if it was not built).

    Raises:
        RightsRefError: something else stands where it is to be written, or the disk cannot take it.
    """
    see_that_free(target)
    content = load(root)
    problems = check(content)
    if any(problem.level == "error" for problem in problems):
        return problems, ""
    return problems, build(content, target)
