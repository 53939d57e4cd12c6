"""Flow files: `resources/flows/<flow>.toml` and `<flow>.cases.toml` -> flows with every authority resolved, checked."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

from rightsref.content.resolve import Content, address_of, checked_of, iso, printed
from rightsref.model.flow import Because, Disputed, Flow, Option, Outcome, Question, Verdict
from rightsref.model.law import Level, worst


class FlowFile(NamedTuple):
    """One flow as written, with its cases.

    Attributes:
        path, cases_path: relative to the content root.
        table, cases: the TOML.
    """

    key: str
    path: Path
    table: dict[str, Any]
    cases_path: Path
    cases: list[dict[str, Any]]


def flow_files(content: Content) -> list[FlowFile]:
    """Every flow of a content set, by order and key."""
    files = []
    for key, table in content.tree.flows.items():
        cases = content.tree.flow_cases.get(key, {}).get("case", [])
        files.append(FlowFile(key, Path("flows", f"{key}.toml"), table, Path("flows", f"{key}.cases.toml"), cases))
    return sorted(files, key=lambda file: (file.table.get("order", 999), file.key))


def _in(field: Any, lang: str) -> Any:  # noqa: ANN401 - a text or a list of texts
    if not isinstance(field, dict):
        return ""
    return field.get(lang) or field.get("en", "")


def flow_of(content: Content, file: FlowFile, lang: str = "en") -> Flow:
    """The flow that a file describes, in a language. The file must have passed the rules of form."""
    table = file.table
    questions = {key: _question(key, asked, lang) for key, asked in table["questions"].items()}
    outcomes = {key: _outcome(content, key, ended, lang) for key, ended in table["outcomes"].items()}
    about = _in(table.get("about", {}), lang)
    return Flow(
        file.key, _in(table["title"], lang), about, table.get("situation", ""), table["start"], questions, outcomes
    )


def _question(key: str, table: dict[str, Any], lang: str) -> Question:
    options = tuple(
        Option(o["key"], _in(o["label"], lang), o["goto"], iso(o.get("start")), iso(o.get("end")))
        for o in table["options"]
    )
    return Question(key, _in(table["text"], lang), _in(table.get("help", {}), lang), options)


def _outcome(content: Content, key: str, table: dict[str, Any], lang: str) -> Outcome:
    because = _reasons(content, table["because"], lang)
    exceptions = _reasons(content, table.get("exceptions", []), lang)
    disputed = table.get("disputed")
    return Outcome(
        key, _in(table["title"], lang), Verdict(table["verdict"]), table["caution"], because, exceptions,
        tuple(_in(table["do_now"], lang)), tuple(_in(table.get("say", {}), lang)),
        tuple(_in(table.get("write_down", {}), lang)),
        tuple(f"rightsref:contact/{contact}" for contact in table.get("call", [])),
        Disputed(*(_in(disputed[part], lang) for part in Disputed._fields)) if disputed else None,
        worst([level_of(content, row["authority"]) for row in (*table["because"], *table.get("exceptions", []))]),
    )  # fmt: skip


def _reasons(content: Content, rows: list[dict[str, Any]], lang: str) -> tuple[Because, ...]:
    made = []
    for row in rows:
        unit = content.find(row["authority"])
        address = str(unit.address) if unit else ""
        made.append(Because(_in(row["fact"], lang), address, printed(unit) if unit else row["authority"]))
    return tuple(made)


def documents_cited(content: Content, files: list[FlowFile]) -> dict[str, list[str]]:
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


def level_of(content: Content, reference: str) -> Level:
    """How far an authority is confirmed."""
    unit = content.find(reference)
    return checked_of(unit.document, unit.block.marker if unit.block else "").level if unit else Level.UNCHECKED
