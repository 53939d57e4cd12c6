"""The program's own words: the one door through which every visible string goes, and the names of statuses and parts.

English is the key. `tr` looks a string up in the catalogue of the language in use; a string without a translation shows
in English. The core needs no Qt for it, so window, command line and print share one catalogue.
"""

from __future__ import annotations

from collections.abc import Mapping

from rightsref.model.flow import Verdict
from rightsref.model.law import Jurisdiction, Level, Status

_catalogue: dict[str, str] = {}


def use(catalogue: Mapping[str, str]) -> None:
    """Speak from this catalogue (English string -> translation); an empty one means English."""
    _catalogue.clear()
    _catalogue.update(catalogue)


def tr(text: str) -> str:
    """The string in the language in use."""
    return _catalogue.get(text, text)


LEVELS = {
    Level.OFFICIAL: "checked against the law",
    Level.SECONDARY: "checked second-hand",
    Level.UNCHECKED: "not verified",
}

STATUSES = {
    Status.IN_FORCE: "In force",
    Status.CHANGING: "In force, may change",
    Status.SUPERSEDED: "No longer the law",
    Status.NOT_YET: "Passed, not yet in force",
    Status.PENDING: "Proposed, not law",
}

JURISDICTIONS = {
    Jurisdiction.CITY: "City",
    Jurisdiction.COUNTY: "County",
    Jurisdiction.STATE: "State",
    Jurisdiction.FEDERAL: "Federal",
}

KINDS = {
    "provision": "Law", "form": "Form", "case": "Case", "topic": "Topic", "term": "Word", "event": "Event", "contact": "Contact", "flow": "Scenario",
    "paper": "Paper", "stage": "Detainer path", "tool": "Tool",
}  # fmt: skip

PARTS = {
    "plain": "In plain words",
    "law": "The law, paragraph by paragraph",
    "meaning": "What it means in Chicago",
    "law_says": "The law says",
    "agency_claims": "The agency claims",
    "say_and_do": "What to say and do",
    "who": "Who must follow it",
    "lets": "What it lets an officer do",
    "not_covered": "What it does not cover",
    "mistakes": "Common mistakes",
    "broken": "If it is broken",
    "disagree": "Where sources disagree",
    "later": "Later history",
    "story": "The story",
}

VERDICTS = {
    Verdict.PROHIBITED: "Not allowed",
    Verdict.DEPENDS: "It depends",
    Verdict.ALLOWED: "Allowed",
    Verdict.REQUIRED: "Required",
}
