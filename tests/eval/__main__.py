"""`make eval`: how often the place a knowledgeable advocate would open comes first, beside plain FTS5, tantivy and the ranking of before.

--set NAME[,NAME]  only these sets of queries.toml
--file PATH        the queries of a file of the same form instead (see the head of queries.toml), or of a JSON list of them
--before           the ranking of before as well
--ours             no other engine
--missed           list what did not come first
"""

from __future__ import annotations

import argparse
import json
import sys
import tomllib
from pathlib import Path

import sentences
from engines import before, begin, ours, plain_fts, tantivy_engine, told
from measures import Case, Engine, missed, no_good_answer, paired, ranks_of, start_rows, table

from rightsref import paths
from rightsref.knowledge.library import KnowledgeBase

UNANSWERABLE = Path(__file__).with_name("unanswerable.toml")
ANSWERABLE = Path(__file__).with_name("answerable.toml")
QUERIES = Path(__file__).with_name("queries.toml")
#: The kind, in a file of one's own, of a question that the content does not hold.
NONE = "none"


def cases_in(path: Path, name: str = "") -> list[Case]:
    """The queries of a file; those that name no set are of the set `name`."""
    text = path.read_text(encoding="utf-8")
    rows = json.loads(text) if path.suffix == ".json" else tomllib.loads(text)["query"]
    return [
        Case(
            row.get("text") or row["query"], row["kind"], row["lang"], row["expected"], row.get("set", name),
            row.get("start", []), row.get("why", ""),
        )
        for row in rows
    ]  # fmt: skip


def texts_in(path: Path, chosen: str) -> list[tuple[str, str]]:
    """The texts of a set, each with its language."""
    rows = tomllib.loads(path.read_text(encoding="utf-8"))["query"]
    return [(row["text"], row["lang"]) for row in rows if row["set"] == chosen]


def unheld(chosen: str) -> list[tuple[str, str]]:
    """The questions of a set that the content does not hold."""
    return texts_in(UNANSWERABLE, chosen)


def engines_of(kb: KnowledgeBase, alone: bool, before_too: bool) -> dict[str, Engine]:
    """What is compared, ours first; alone, or with the ranking of before, plain FTS5 and, where it is installed, tantivy."""
    engines: dict[str, Engine] = {"ours": ours(kb)}
    if before_too or not alone:
        engines["before"] = before(kb)
    if not alone:
        engines["plain FTS5"] = plain_fts(kb)
        other = tantivy_engine(kb)
        engines |= {"tantivy": other} if other else {}
    return engines


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--set", default="tune,calls,strangers,held,dev")
    parser.add_argument("--file", type=Path)
    for flag in ("before", "ours", "missed"):
        parser.add_argument(f"--{flag}", action="store_true")
    wanted = parser.parse_args()
    cases = cases_in(wanted.file, wanted.file.stem) if wanted.file else cases_in(QUERIES)
    sets = list(dict.fromkeys(case.set for case in cases)) if wanted.file else wanted.set.split(",")
    kb = KnowledgeBase.open(paths.knowledge_base())
    engines = engines_of(kb, alone=wanted.ours, before_too=wanted.before)
    for chosen in sets:
        chosen_cases = [case for case in cases if case.set == chosen and case.kind != NONE]
        found = {name: ranks_of(chosen_cases, engine) for name, engine in engines.items()}
        for name, ranks in found.items():
            table(f"{name}, {chosen}", ranks)
        sys.stdout.write("\n")
        for name, ranks in list(found.items())[1:]:
            paired(name, found["ours"], ranks)
        if wanted.missed:
            missed(found["ours"])
        start_rows(chosen_cases, begin(kb))
        without = unheld(chosen) + [
            (case.text, case.lang) for case in cases if case.set == chosen and case.kind == NONE
        ]
        if without:
            plain = [(c.text, c.lang) for c in chosen_cases if c.kind not in ("citation", "case_name")]
            no_good_answer(chosen, told(kb, without), told(kb, plain))
    if not wanted.file:
        no_good_answer("short", told(kb, unheld("short")), told(kb, texts_in(ANSWERABLE, "short")))
    for chosen in () if wanted.file else ("tune", "held"):
        sentences.report(kb, chosen, missed=wanted.missed and chosen == "tune")


if __name__ == "__main__":
    main()
