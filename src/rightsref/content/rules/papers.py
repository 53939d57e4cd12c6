"""The rule of papers: words, spots, authorities; any two can be told apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

from rightsref.content.linking.papers import QUESTIONS, PaperFile, paper_files, paper_of, questions_of
from rightsref.content.linking.resolve import Content
from rightsref.content.linking.texts import authorities, texts_of
from rightsref.content.prose import wording
from rightsref.content.reading.problems import Problem
from rightsref.model.address import Address, parse
from rightsref.model.flow import UNKNOWN
from rightsref.model.paper import PLACES
from rightsref.reasoning.paper_check import differing

_SPOT = re.compile(r'<rect id="([^"]+)"')


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
