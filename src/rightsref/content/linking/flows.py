"""Flow files: `resources/flows/<flow>.toml` and `<flow>.cases.toml` -> flows with every authority resolved, checked."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from rightsref.content.linking.resolve import Content, address_of, iso
from rightsref.content.linking.standing import leading_lines, outcome_expanded
from rightsref.content.linking.texts import level_of, reason, worded
from rightsref.model.address import SCHEME
from rightsref.model.flow import (
    Custody,
    Finding,
    Flow,
    HandOver,
    LawVerdict,
    Lookup,
    Option,
    Outcome,
    Question,
    Verdict,
)
from rightsref.model.law import worst
from rightsref.model.reason import DISPUTE_PARTS, Because, Dispute


class FlowFile(NamedTuple):
    """One flow as written, with its cases.

    Attributes:
        path, cases_path: relative to the content root.
        table, cases: the TOML; the outcomes with their standing lines in words.
    """

    key: str
    path: Path
    table: dict[str, Any]
    cases_path: Path
    cases: list[dict[str, Any]]


@lru_cache(maxsize=1)  # a content set does not change once it is read
def flow_files(content: Content) -> tuple[FlowFile, ...]:
    """Every flow of a content set, by order and key."""
    files = []
    for key, table in content.tree.flows.items():
        cases = content.tree.flow_cases.get(key, {}).get("case", [])
        outcomes = {name: outcome_expanded(content, outcome) for name, outcome in table.get("outcomes", {}).items()}
        whole = {**table, "outcomes": outcomes} if outcomes else table
        files.append(FlowFile(key, Path("flows", f"{key}.toml"), whole, Path("flows", f"{key}.cases.toml"), cases))
    return tuple(sorted(files, key=lambda file: (file.table.get("order", 999), file.key)))


def flow_of(content: Content, file: FlowFile, lang: str = "en") -> Flow:
    """The flow that a file describes, in a language. The file must have passed the rules of form."""
    table = file.table
    questions = {key: _question(key, asked, lang) for key, asked in table["questions"].items()}
    outcomes = {key: _outcome(content, key, ended, lang) for key, ended in table["outcomes"].items()}
    about = worded(table.get("about", {}), lang)
    return Flow(
        file.key, worded(table["title"], lang), about, table.get("situation", ""), table["start"], questions, outcomes
    )


def _question(key: str, table: dict[str, Any], lang: str) -> Question:
    options = tuple(
        Option(o["key"], worded(o["label"], lang), o["goto"], iso(o.get("start")), iso(o.get("end")))
        for o in table["options"]
    )
    return Question(
        key,
        worded(table["text"], lang),
        worded(table.get("help", {}), lang),
        options,
        _lookup(table.get("lookup")),
        table.get("use", ""),
    )


def _lookup(row: dict[str, Any] | None) -> Lookup | None:
    if row is None:
        return None
    findings = (Finding(tuple(each["found"]), each["option"], each.get("seen", {})) for each in row["finds"])
    return Lookup(row["tool"], tuple(findings), row.get("known", {}))


def _outcome(content: Content, key: str, table: dict[str, Any], lang: str) -> Outcome:
    because = _reasons(content, table["because"], lang)
    exceptions = _reasons(content, table.get("exceptions", []), lang)
    disputed = table.get("disputed")
    return Outcome(
        key, worded(table["title"], lang), Verdict(table["verdict"]), table["caution"], because, exceptions,
        tuple(worded(table["do_now"], lang)), tuple(worded(table.get("say", {}), lang)),
        tuple(worded(table.get("write_down", {}), lang)),
        tuple(f"rightsref:contact/{contact}" for contact in table.get("call", [])),
        Dispute(*(worded(disputed[part], lang) for part in DISPUTE_PARTS)) if disputed else None,
        worst([level_of(content, row["authority"]) for row in _own_reasons(table)]),
        Custody(table.get("custody", Custody.NONE)), leading_lines(content, table["do_now"]),
        tuple(_law(content, row, lang) for row in table.get("laws", [])),
        tuple(
            HandOver(worded(row["label"], lang), f"{SCHEME}{row['goto']}", row.get("answers", {}), row.get("carry", {}))
            for row in table.get("onward", [])
        ),
        table.get("use", ""),
    )  # fmt: skip


def _law(content: Content, row: dict[str, Any], lang: str) -> LawVerdict:
    said = reason(content, row["law"], row["authority"], lang)
    return LawVerdict(said.fact, Verdict(row["verdict"]), said.authority, said.citation, said.canonical, said.level)


def _own_reasons(table: dict[str, Any]) -> list[dict[str, Any]]:
    """What an outcome rests on by itself; a standing line carries its own level."""
    return [*table["because"][: table["own"]], *table.get("exceptions", [])]


def _reasons(content: Content, rows: list[dict[str, Any]], lang: str) -> tuple[Because, ...]:
    return tuple(reason(content, row["fact"], row["authority"], lang) for row in rows)


def documents_cited(content: Content, files: Iterable[FlowFile]) -> dict[str, list[str]]:
    """Address of a document -> the flows whose outcomes rest on it."""
    citing: dict[str, list[str]] = {}
    for file in files:
        for outcome in file.table.get("outcomes", {}).values():
            for row in outcome.get("because", []):
                unit = content.find(str(row.get("authority", "")))
                flows_ = citing.setdefault(str(address_of(unit.document)), []) if unit else []
                if file.key not in flows_:
                    flows_.append(file.key)
    return citing
