"""`resources/signing.toml` -> the papers that people are asked to sign."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rightsref.content.linking.resolve import Content
from rightsref.content.linking.texts import authorities, level_of, reason, worded
from rightsref.model.law import worst
from rightsref.model.signing import Advice, SigningPaper

FILE = Path("signing.toml")
#: What is told of each, and on what authority.
CLAIMS = ("gives_up", "take_back", "refuse")


def signing_rows(content: Content) -> list[dict[str, Any]]:
    """The papers as written, in order."""
    return list(content.tree.tables.get("signing", {}).get("paper", []))


def signing_paper_of(content: Content, row: dict[str, Any], lang: str = "en") -> SigningPaper:
    """One paper in a language. It must have passed the rule."""
    gives_up, take_back, refuse = (reason(content, row[key]["text"], row[key]["authority"], lang) for key in CLAIMS)
    unit = content.find(row.get("citation", ""))
    return SigningPaper(
        row["key"], worded(row["title"], lang), worded(row["looks_like"], lang), Advice(row["advice"]), gives_up, take_back,
        refuse, tuple(worded(row["say"], lang)), str(unit.address) if unit else "",
        worst([level_of(content, reference) for reference in authorities(row)]),
    )  # fmt: skip
