"""What each edition brought, as rows: newest first, in each language."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rightsref.content.linking.news import editions_of, place_of
from rightsref.content.linking.resolve import Content, iso
from rightsref.content.linking.texts import worded
from rightsref.model.kinds import LANGUAGES


def news_rows(content: Content) -> Iterator[dict[str, Any]]:
    """A row for each line of news and language; `address` is empty where a line leads nowhere."""
    told = [(edition, row) for edition in editions_of(content) for row in edition["news"]]
    for lang in LANGUAGES:
        for position, (edition, row) in enumerate(told):
            yield {
                "lang": lang, "position": position, "edition": edition["key"], "day": iso(edition["day"]),
                "text": worded(row["text"], lang), "address": place_of(content, row.get("see", "")) or "",
            }  # fmt: skip
