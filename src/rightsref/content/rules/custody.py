"""The rule of custody: what cannot be undone is said, first, wherever somebody is held or sent to where people are taken."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from rightsref.content.linking.flows import flow_files
from rightsref.content.linking.resolve import Content
from rightsref.content.linking.standing import LISTS, standing_lines
from rightsref.content.reading.problems import Problem
from rightsref.model.flow import Custody

#: What an outcome in custody names in `do_now`, before its own lines.
FEDERAL = ("sign-nothing", "afraid", "citizen", "habeas-lawyer")
POLICE = ("no-plea",)
#: To say that one fears a country is to say that one is from abroad, so it waits until immigration holds the person.
UNTIL_HELD, WAITING = "afraid", "afraid-once-held"
#: At an airport's desk a valid visa is shown first: who speaks of fear beside it is taken for one who came without the right one.
WAITS = (WAITING, "afraid-at-gate")
SAFER_LINES = f"“@{WAITING}” or “@afraid-to-immigration”"
#: Such words of an outcome’s, sheet’s or paper’s own say when they may be said.
_FEAR = re.compile(r"\b(?:I am|I’m|you are|they are) afraid to go\b", re.IGNORECASE)
_WHEN = re.compile(
    r"\b(?:once|arrest(?:ed|s)?|taken|held|holds?|judge|asylum|immigration|ICE has|sends? you)\b", re.IGNORECASE
)
#: Whoever sends somebody there names this line, or says that a lawyer comes before the person's own date.
VISITORS, INSIDE = "no-risk-visitor", "recorded-calls"

_SENDS = re.compile(
    r"\b(?:go|come|visit|meet|wait|send|bring|take|drive)\b[^.;:]{0,60}\b(?:jail|Broadview|ICE office|detention cent(?:er|re)|lock-?up)\b"
    r"|\b(?:meets?|waits?|stands?|friend)\b[^.;:]{0,40}\boutside\b",
    re.IGNORECASE,
)
_LAWYER_FIRST = re.compile(
    r"\blawyer\b[^.]*\bbefore\b|\bbefore\b[^.]*\b(?:go|going|date|check-in)\b|\blawyer first\b", re.IGNORECASE
)
_SPEAKS_INSIDE = re.compile(
    r"\b(?:tell|talk to|speak to|speak with|write to) (?:the person|him|her|them|your relative)\b|\bif (?:the person|they|he|she) calls?\b",
    re.IGNORECASE,
)
_LIMIT = re.compile(r"\btime limits?\b|\bdeadlines?\b|\btime is short\b|\bsoon\b(?! as)", re.IGNORECASE)
_NUMBER = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|ten|thirty|ninety)\b|\btoday\b|\bthis hour\b|\bmay have run out\b",
    re.IGNORECASE,
)
_NO_RULE = re.compile(r"\bwe hold no rule\b|\bwas not found\b|\bnot in this knowledge base\b", re.IGNORECASE)


def custody(content: Content) -> Iterator[Problem]:
    """An outcome says in whose custody it leaves the person, and says what that needs; so does a sheet about custody."""
    warned = _warned_numbers(content)
    for file in flow_files(content):
        for key, outcome in file.table.get("outcomes", {}).items():
            found = [("error", message) for message in _faults(content, outcome, warned)]
            if _NO_RULE.search(str(outcome.get("title", {}).get("en", ""))):
                found.append(("warning", "a title says that no rule is held; a lawyer should look at it"))
            for level, message in found:
                line = content.tree.line_of(file.path, f"outcomes.{key}")
                yield Problem(file.path, line, level, f"{key}: {message}", "custody")
    yield from _sheets(content)


def _faults(content: Content, outcome: dict[str, Any], warned: set[str]) -> Iterator[str]:
    held = outcome.get("custody")
    if held is None:
        yield f"`custody` says in whose hands it leaves the person: {', '.join(Custody)}"
    if held == Custody.FEDERAL:
        yield from _federal(content, outcome)
    if held in (Custody.POLICE, Custody.NONE) and UNTIL_HELD in outcome["named"]:
        yield f"fear told before immigration holds the person gives away what agents must prove: name {SAFER_LINES} instead of “@{UNTIL_HELD}”"
    if held == Custody.POLICE:
        yield from (
            f"in the hands of police it names “@{name}” in `do_now`" for name in POLICE if name not in outcome["named"]
        )
    lines = outcome.get("do_now", {}).get("en", [])
    own = [text for text in lines if text not in {row["text"]["en"] for row in standing_lines(content).values()}]
    if VISITORS not in outcome["named"] and any(map(_SENDS.search, own)) and not any(map(_LAWYER_FIRST.search, lines)):
        yield f"it sends somebody to where people are taken: name “@{VISITORS}”, or say that a lawyer comes before the person’s own date"
    if (
        INSIDE not in outcome["named"]
        and held in (Custody.FEDERAL, Custody.POLICE)
        and any(map(_SPEAKS_INSIDE.search, own))
    ):
        yield f"somebody is told to speak to a person inside: name “@{INSIDE}”"
    told = [text for name in LISTS for text in outcome.get(name, {}).get("en", [])]
    if held != Custody.FEDERAL or any(name in outcome["named"] for name in WAITS):
        yield from _fears_too_early(told)
    yield from (
        f"“{text[:50]}…” speaks of a time limit without its number"
        for text in told
        if _LIMIT.search(text) and not _NUMBER.search(text)
    )
    yield from (
        f"{number} has a warning; name the contact in `call` instead of its number"
        for number in sorted(warned)
        if any(number in text for text in told)
    )


def _fears_too_early(told: Iterable[str]) -> Iterator[str]:
    """Words of fear that do not say that they wait until immigration holds the person."""
    yield from (
        f"“{text[:50]}…” speaks of fear without saying when: once arrested, to immigration, to a judge"
        for text in told
        if _FEAR.search(text) and not _WHEN.search(text)
    )


def _federal(content: Content, outcome: dict[str, Any]) -> Iterator[str]:
    """The lines of federal custody, before its own; a person who is surely a citizen says so instead of keeping silent."""
    lines = {key: row["text"]["en"] for key, row in standing_lines(content).items()}
    do_now = outcome.get("do_now", {}).get("en", [])
    sure_citizen = lines.get("citizen") in do_now[:1]
    # Where agents are in but hold nobody yet, the line that waits for the arrest stands for the other.
    waiting = next((name for name in WAITS if lines.get(name) in do_now), UNTIL_HELD)
    needed = [waiting if name == UNTIL_HELD else name for name in FEDERAL if not (sure_citizen and name == UNTIL_HELD)]
    missing = [name for name in needed if lines.get(name) not in do_now]
    yield from (f"in federal hands it names “@{name}” in `do_now`" for name in missing)
    if not missing:
        last = max(do_now.index(lines[name]) for name in needed)
        if any(text not in lines.values() for text in do_now[:last]):
            yield f"what cannot be undone stands first: {', '.join(f'@{name}' for name in needed)} before its own lines"
    if next(iter(outcome.get("call", [])), "") not in _at_any_hour(content):
        yield "in federal hands the first to `call` is one who answers at any hour (`always = true` in contacts)"


def _contacts(content: Content) -> list[dict[str, Any]]:
    return list(content.tree.tables.get("contacts", {}).get("contact", []))


def _at_any_hour(content: Content) -> set[str]:
    return {str(row.get("key")) for row in _contacts(content) if row.get("always")}


def _warned_numbers(content: Content) -> set[str]:
    return {row["phone"] for row in _contacts(content) if "warning" in row and row.get("phone")}


def _sheets(content: Content) -> Iterator[Problem]:
    """A sheet about custody carries the two first lines, in each of its languages."""
    lines = standing_lines(content)
    for key, table in content.tree.sheets.items():
        steps = [step["text"]["en"] for block in table.get("block", []) for step in block.get("steps", [])]
        for message in _fears_too_early(steps):
            yield Problem(Path("sheets", f"{key}.toml"), 1, "error", message, "custody")
        if table.get("custody") != Custody.FEDERAL:
            continue
        path = Path("sheets", f"{key}.toml")
        drawn = {name for block in table.get("block", []) for name in block.get("standing", [])}
        for name in FEDERAL[:2]:
            if name not in drawn:
                yield Problem(
                    path, 1, "error", f"a sheet about custody draws “@{name}” in a block of kind standing", "custody"
                )
        for name in sorted(drawn & set(lines)):
            for lang in sorted(set(table["title"]) - set(lines[name]["text"])):
                yield Problem(path, 1, "error", f"“@{name}” has no words in the sheet’s language {lang}", "custody")
