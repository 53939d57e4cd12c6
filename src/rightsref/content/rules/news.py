"""The rule of news: the edition that is given out has its lines, and each leads to what is there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from rightsref.content.linking.news import editions_of, place_of
from rightsref.content.linking.resolve import Content
from rightsref.content.reading.problems import Problem

_PATH = Path("news.toml")


def news(content: Content) -> Iterator[Problem]:
    """Editions stand newest first, the first is the one that is given out, and what a line names is there."""
    editions = editions_of(content)
    keys = [str(edition["key"]) for edition in editions]
    given_out = content.tree.tables.get("about", {}).get("edition", "")
    if editions and given_out and keys[0] != given_out:
        yield Problem(_PATH, 1, "error", f"the first edition must be “{given_out}”, that of about.toml", "news")
    for nth, edition in enumerate(editions):
        line = content.tree.line_of(_PATH, "edition", nth)
        if nth and keys[nth] >= keys[nth - 1]:
            yield Problem(
                _PATH, line, "error", f"“{keys[nth]}” must stand above “{keys[nth - 1]}”: newest first", "news"
            )
        for row in edition["news"]:
            if place_of(content, row.get("see", "")) is None:
                yield Problem(_PATH, line, "error", f"“{row['see']}” leads nowhere", "news")
