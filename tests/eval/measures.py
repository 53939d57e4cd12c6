"""What is measured of a search: whether a hit counts, the tables, and two engines held against each other query by query."""

from __future__ import annotations

import math
import sys
from collections import defaultdict
from collections.abc import Callable
from typing import NamedTuple

DEPTH = 10


class Case(NamedTuple):
    """One query with what is wanted.

    Attributes:
        text: as typed.
        kind: question, slang, misspelled, spanish, keyword, citation, case_name, situation and so on.
        lang: of the reader.
        expected: citations, or addresses of scenarios, tools, sheets and contacts; any of them will do.
        set: tune, held, dev, or that of a file of one's own.
        start: addresses of which one should stand in *Start here*; empty if that is not asked.
        why: for the reader of the file.
    """

    text: str
    kind: str
    lang: str
    expected: list[str]
    set: str
    start: list[str] = []  # noqa: RUF012 - never changed
    why: str = ""


Engine = Callable[[Case], list[str]]
Ranks = list[tuple[Case, int, list[str]]]


def counts(citation: str, case: Case) -> bool:
    """Whether a hit counts: any expected target, its parent section or a child of it; for a citation the exact unit."""
    found = citation.split("@", maxsplit=1)[0].casefold()
    for target in case.expected:
        wanted = target.split("@")[0].casefold()
        if found == wanted:
            return True
        if case.kind != "citation" and (_inside(found, wanted) or _inside(wanted, found)):
            return True
    return False


def _inside(inner: str, outer: str) -> bool:
    return inner.startswith(outer) and not inner[len(outer)].isalnum()


def ranks_of(cases: list[Case], engine: Engine) -> Ranks:
    """For each query the rank of the first hit that counts (0 if none does), and the hits."""
    found = []
    for case in cases:
        hits = engine(case)
        found.append((case, next((n for n, hit in enumerate(hits, 1) if counts(hit, case)), 0), hits))
    return found


def table(name: str, ranks: Ranks) -> None:
    """Print success@1, success@3, MRR and nDCG@5 by kind and language."""
    by_kind: dict[str, list[int]] = defaultdict(list)
    for case, rank, _ in ranks:
        plain = () if case.kind in ("citation", "case_name") else ("all but citations and names",)
        for key in (case.kind, f"lang {case.lang}", "all", *plain):
            by_kind[key].append(rank)
    sys.stdout.write(f"\n{name:30} {'n':>4} {'s@1':>6} {'s@3':>6} {'MRR':>6} {'nDCG@5':>7}\n")
    for key in sorted(by_kind, key=lambda key: (key.startswith("all"), key.startswith("lang"), key)):
        found = by_kind[key]
        n = len(found)
        first, three = sum(r == 1 for r in found) / n, sum(0 < r <= 3 for r in found) / n
        mrr = sum(1 / r for r in found if r) / n
        ndcg = sum(1 / math.log2(r + 1) for r in found if 0 < r <= 5) / n
        sys.stdout.write(f"  {key:28} {n:>4} {first:>6.3f} {three:>6.3f} {mrr:>6.3f} {ndcg:>7.3f}\n")


def paired(name: str, ours: Ranks, other: Ranks) -> None:
    """Print how often one of two engines puts what is wanted first, or among three, where the other does not."""
    for depth in (1, 3):
        hit = [(0 < a[1] <= depth, 0 < b[1] <= depth) for a, b in zip(ours, other, strict=True)]
        won, lost = sum(a and not b for a, b in hit), sum(b and not a for a, b in hit)
        sys.stdout.write(
            f"  against {name:12} among the first {depth}: {won:>3} won {lost:>3} lost, by chance {chance(won, lost):.4f}\n"
        )


def chance(won: int, lost: int) -> float:
    """How likely a difference at least so great is if neither is better (exact sign test, two-sided)."""
    n, least = won + lost, min(won, lost)
    tail = sum(math.comb(n, k) for k in range(least + 1)) / 2**n if n else 1.0
    return min(1.0, 2 * tail)


def missed(ranks: Ranks) -> None:
    """List what did not come first."""
    for case, rank, found in ranks:
        if rank != 1:
            sys.stdout.write(
                f"    {rank or '-':>3} {case.kind:10} {case.text[:70]:70} wanted {case.expected} came {found[:3]}\n"
            )


def start_rows(cases: list[Case], begin: Engine) -> None:
    """Print how often *Start here* names what it should, for the queries that ask for it."""
    asked = [case for case in cases if case.start]
    if asked:
        right = sum(not set(case.start).isdisjoint(begin(case)) for case in asked)
        sys.stdout.write(f"\nStart here names what it should: {right} of {len(asked)}\n")


def no_good_answer(name: str, told: list[bool], real: list[bool]) -> None:
    """Print how many unanswerable questions are told, and how many real answers are suppressed."""
    sys.stdout.write(
        f"\nNo good answer, {name}: {sum(told)} of {len(told)} unanswerable told ({sum(told) / len(told):.2f}); "
        f"{sum(real)} of {len(real)} real answers suppressed ({sum(real) / max(1, len(real)):.3f})\n"
    )
