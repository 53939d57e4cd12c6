"""What levels, statuses, jurisdictions, parts and verdicts are called, in English; `words.tr` says them."""

from __future__ import annotations

from collections.abc import Mapping

from rightsref.model.flow import Verdict
from rightsref.model.law import Jurisdiction, Level, Status
from rightsref.model.reference import Need
from rightsref.model.signing import Advice
from rightsref.words import tr

LEVELS = {
    Level.OFFICIAL: "checked against the law",
    Level.SECONDARY: "checked second-hand",
    Level.UNCHECKED: "not verified",
}

#: A number is not law: where it was seen.
SEEN = {
    Level.OFFICIAL: "seen on its own page",
    Level.SECONDARY: "seen on another’s page",
    Level.UNCHECKED: "not verified",
}

NEEDS = {
    Need.NOW: "Now",
    Need.LAWYER: "A lawyer",
    Need.FIND: "Find someone",
    Need.COMPLAIN: "Complain, or report a broken rule",
    Need.COURT: "Court dates",
    Need.ICE: "ICE’s own lines",
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
    "changed": "What changed with this text",
    "story": "The story",
}

VERDICTS = {
    Verdict.PROHIBITED: "Not allowed",
    Verdict.DEPENDS: "It depends",
    Verdict.ALLOWED: "Allowed",
    Verdict.REQUIRED: "Required",
}

#: What one law says of it, after the name of the law.
LAW_VERDICTS = {
    Verdict.PROHIBITED: "forbids it",
    Verdict.DEPENDS: "it depends",
    Verdict.ALLOWED: "does not forbid it",
    Verdict.REQUIRED: "demands it",
}

#: What to do with the pen.
ADVICE = {
    Advice.NEVER: "Do not sign this.",
    Advice.LAWYER: "Do not sign before a lawyer has read it.",
    Advice.CHOOSE: "Choose with care: one box protects you.",
    Advice.OUT: "It lets you out: read it to a lawyer by phone, and do not stay in over it.",
    Advice.RECEIPT: "A receipt: signing it says only that you were given a copy.",
}

#: The headings over what is told of a paper to sign, in order.
SIGNING_PARTS = ("What it gives up", "Can it be taken back?", "If you do not sign")

#: What is known of a document beside its text, in the order in which it is told.
FACTS = {
    "court": "Court",
    "reporter": "Reported at",
    "weight": "Weight in Chicago",
    "signed_by": "Signed by",
    "judge": "A judge’s paper",
    "enforced_by": "Who enforces it",
    "who_may_sue": "Who may sue",
}
_FACT_VALUES = {
    "binding": "binding: courts here must follow it",
    "persuasive": "persuasive: courts here may follow it",
    "none": "none as a precedent: no other court need follow it, but while an order in it stands it binds those it names",
    "True": "yes",
    "False": "no",
}


def review_words(who: str) -> str:
    """Who reviewed a translation, or that nobody has; a reader should know which."""
    return tr("Spanish reviewed by {who}.").format(who=who) if who else tr("No speaker has reviewed this Spanish yet.")


def fact_lines(facts: Mapping[str, str]) -> list[tuple[str, str]]:
    """What is known of a document beside its text: (what it is called, what it is)."""
    return [(tr(FACTS[key]), tr(_FACT_VALUES.get(facts[key], facts[key]))) for key in FACTS if facts.get(key)]
