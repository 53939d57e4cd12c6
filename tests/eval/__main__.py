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

from engines import before, ours, plain_fts, tantivy_engine
from measures import Case, Engine, missed, paired, ranks_of, table

from rightsref import paths
from rightsref.knowledge.library import KnowledgeBase

QUERIES = Path(__file__).with_name("queries.toml")


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


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--set", default="tune,held,dev")
    parser.add_argument("--file", type=Path)
    for flag in ("before", "ours", "missed"):
        parser.add_argument(f"--{flag}", action="store_true")
    wanted = parser.parse_args()
    cases = cases_in(wanted.file, wanted.file.stem) if wanted.file else cases_in(QUERIES)
    sets = list(dict.fromkeys(case.set for case in cases)) if wanted.file else wanted.set.split(",")
    kb = KnowledgeBase.open(paths.knowledge_base())
    engines: dict[str, Engine] = {"ours": ours(kb)}
    if wanted.before or not wanted.ours:
        engines["before"] = before(kb)
    if not wanted.ours:
        engines["plain FTS5"] = plain_fts(kb)
        other = tantivy_engine(kb)
        engines |= {"tantivy": other} if other else {}
    for chosen in sets:
        found = {name: ranks_of([c for c in cases if c.set == chosen], engine) for name, engine in engines.items()}
        for name, ranks in found.items():
            table(f"{name}, {chosen}", ranks)
        sys.stdout.write("\n")
        for name, ranks in list(found.items())[1:]:
            paired(name, found["ours"], ranks)
        if wanted.missed:
            missed(found["ours"])


if __name__ == "__main__":
    main()
