"""Paper files: `resources/papers/<paper>.toml`, its drawing beside it, and `questions.toml` -> nouns; and their rules."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

from rightsref.content import wording
from rightsref.content.problems import Problem
from rightsref.content.resolve import Content
from rightsref.content.texts import authorities, level_of, reason, texts_of, worded
from rightsref.model.address import Address, parse
from rightsref.model.flow import UNKNOWN
from rightsref.model.law import worst
from rightsref.model.paper import PLACES, Dispute, Field, Paper, PaperQuestion, Power, Sign
from rightsref.papers import differing

QUESTIONS = "questions"
_SPOT = re.compile(r'<rect id="([^"]+)"')


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
    return Power(row["place"], may.fact, worded(row["may_not"], lang), may.authority, may.citation)


def _dispute(content: Content, row: dict[str, Any], lang: str) -> Dispute:
    says = reason(content, row["law_says"], row["authority"], lang)
    claims, do = worded(row["agency_claims"], lang), worded(row["say_and_do"], lang)
    return Dispute(says.fact, claims, do, says.authority, says.citation)


def papers(content: Content) -> Iterator[Problem]:
    """Every field has words and a spot that is in the drawing; every end has authorities; any two papers can be told apart."""
    files = paper_files(content)
    if not files:
        return
    form = [(file.path, message) for file in files for message in _form_faults(content, file)]
    path = Path("papers", f"{QUESTIONS}.toml")
    form += [(path, message) for message in _question_faults(content)]
    if not form and not any(content.tree.misfits.get(at) for at in (path, *(file.path for file in files))):
        questions = questions_of(content)
        made = [paper_of(content, file) for file in files]
        form += [
            (Path("papers", f"{other.key}.toml"), f"no question tells it apart from {one.key}")
            for one, other in combinations(made, 2)
            if not differing(one, other, questions)
        ]
    for where, message in form:
        yield Problem(where, 1, "error", message, "papers")


def _form_faults(content: Content, file: PaperFile) -> Iterator[str]:
    signs = _signs(content)
    fields = file.table.get("fields", {})
    spots = set(_SPOT.findall(file.drawing))
    if parse(str(Address("paper", (file.key,)))) is None:
        yield "name the file with one word, or with words and hyphens"
    if not spots:
        yield f"there is no drawing {file.key}.svg with spots beside it"
    for key in signs.keys() ^ fields.keys():
        yield f"the field `{key}` is not both here and in {QUESTIONS}.toml"
    for key, field in fields.items():
        if spots and field.get("spot") not in spots:
            yield f"the field `{key}` lights up “{field.get('spot')}”, which is not in the drawing"
        yield from (
            f"the field `{key}` knows no sign “{s}”" for s in field.get("signs", []) if s not in signs.get(key, ())
        )
    places = [row.get("place") for row in file.table.get("end", {}).get("powers", [])]
    if places != list(PLACES):
        yield f"`end.powers` tells, in this order: {', '.join(PLACES)}"
    yield from _wording_faults(content, file.table)


def _question_faults(content: Content) -> Iterator[str]:
    table = content.tree.papers.get(QUESTIONS, {})
    for row in table.get("question", []):
        keys = [sign.get("key") for sign in row.get("signs", [])]
        if not 2 <= len(keys) <= 7 or len(set(keys)) != len(keys) or UNKNOWN in keys:
            yield f"the question {row.get('key')} needs two to seven signs, each once, `{UNKNOWN}` not among them"
        if any(("warning" in sign) != ("authority" in sign) for sign in row.get("signs", [])):
            yield f"a sign of {row.get('key')} has a warning without its authority, or the reverse"
    yield from _wording_faults(content, table)


def _wording_faults(content: Content, table: dict[str, Any]) -> Iterator[str]:
    """Authorities that lead nowhere, and words that are hard or not ours."""
    yield from (f"“{reference}” leads nowhere" for reference in authorities(table) if content.find(reference) is None)
    yield from wording.faults(list(texts_of(table)))


def _signs(content: Content) -> dict[str, set[str]]:
    rows = content.tree.papers.get(QUESTIONS, {}).get("question", [])
    return {row["key"]: {sign.get("key", "") for sign in row.get("signs", [])} for row in rows if "key" in row}
