"""Paper files: `resources/papers/<paper>.toml`, its drawing beside it, and `questions.toml` -> nouns."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

from rightsref.content.linking.resolve import Content
from rightsref.content.linking.texts import authorities, level_of, reason, worded
from rightsref.model.address import Address
from rightsref.model.law import worst
from rightsref.model.paper import Field, Paper, PaperQuestion, Power, Sign
from rightsref.model.reason import Dispute

QUESTIONS = "questions"


class PaperFile(NamedTuple):
    """One paper as written; `drawing` is the text of its SVG file, empty if there is none."""

    key: str
    path: Path
    table: dict[str, Any]
    drawing: str


def paper_files(content: Content) -> list[PaperFile]:
    """Every paper, in order."""
    files = []
    for key, table in content.tree.papers.items():
        if key != QUESTIONS:
            svg = content.tree.root / "papers" / f"{key}.svg"
            drawing = svg.read_text(encoding="utf-8", errors="replace") if svg.is_file() else ""
            files.append(PaperFile(key, Path("papers", f"{key}.toml"), table, drawing))
    return sorted(files, key=lambda file: (file.table.get("order", 999), file.key))


def drawings_of_documents(content: Content) -> dict[str, str]:
    """Address of the form or law that tells of a paper -> address of the paper."""
    found = ((content.find(file.table.get("citation", "")), file.key) for file in paper_files(content))
    return {str(unit.address): str(Address("paper", (key,))) for unit, key in found if unit}


def questions_of(content: Content, lang: str = "en") -> list[PaperQuestion]:
    """The questions that tell papers apart, in order."""
    return [
        PaperQuestion(
            row["key"], worded(row["text"], lang), worded(row.get("help", {}), lang),
            tuple(_sign(content, sign, lang) for sign in row["signs"]),
        )
        for row in content.tree.papers.get(QUESTIONS, {}).get("question", [])
    ]  # fmt: skip


def _sign(content: Content, row: dict[str, Any], lang: str) -> Sign:
    warning = reason(content, row["warning"], row["authority"], lang) if "warning" in row else None
    return Sign(row["key"], worded(row["label"], lang), warning)


def paper_of(content: Content, file: PaperFile, lang: str = "en") -> Paper:
    """The paper that a file describes, in a language. The file must have passed the rules of form."""
    table, end = file.table, file.table["end"]
    fields = {
        key: Field(f["spot"], tuple(f.get("signs", ())), worded(f["here"], lang), reason(content, f["means"], f["authority"], lang))
        for key, f in table["fields"].items()
    }  # fmt: skip
    unit = content.find(table.get("citation", ""))
    return Paper(
        file.key, worded(table["title"], lang), worded(table["looks_like"], lang), table["judge"],
        str(unit.address) if unit else "", fields, worded(end["what"], lang), worded(end["signed"], lang),
        tuple(worded(end["say"], lang)), tuple(_power(content, row, lang) for row in end["powers"]),
        tuple(reason(content, row["text"], row["authority"], lang) for row in end["traps"]),
        _dispute(content, end["disputed"], lang) if "disputed" in end else None,
        worst([level_of(content, reference) for reference in authorities(table)]),
    )  # fmt: skip


def _power(content: Content, row: dict[str, Any], lang: str) -> Power:
    may = reason(content, row["may"], row["authority"], lang)
    return Power(row["place"], may.fact, worded(row["may_not"], lang), may.authority, may.citation, may.level)


def _dispute(content: Content, row: dict[str, Any], lang: str) -> Dispute:
    says = reason(content, row["law_says"], row["authority"], lang)
    claims, do = worded(row["agency_claims"], lang), worded(row["say_and_do"], lang)
    return Dispute(says.fact, claims, do, says.authority, says.citation, says.level)
