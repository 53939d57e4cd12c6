"""The order of the law outline."""

from __future__ import annotations

import re
from typing import Any

from rightsref.content.linking.resolve import Content, Text


def in_outline_order(content: Content) -> list[Text]:
    """Documents by source, then by section number, an earlier version after the current text."""

    def rank(text: Text) -> tuple[Any, ...]:
        document = text.english
        order = content.tree.sources.get(document.source, {}).get("order", 999)
        return (
            document.kind != "provision",
            document.kind,
            order,
            document.source,
            natural(document.key),
            document.version,
        )

    return sorted(content.texts.values(), key=rank)


def natural(key: str) -> tuple[tuple[int, str], ...]:
    """Sort key in which section 9 comes before section 10."""
    return tuple((int(step), "") if step.isdecimal() else (-1, step) for step in re.split(r"(\d+)", key) if step)
