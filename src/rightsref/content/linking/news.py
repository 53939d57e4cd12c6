"""What is new in each edition, and where each line of it leads."""

from __future__ import annotations

from typing import Any

from rightsref.content.linking.resolve import Content
from rightsref.content.linking.stages import tools_of


def editions_of(content: Content) -> list[dict[str, Any]]:
    """The rows of `news.toml`, newest first."""
    return list(content.tree.tables.get("news", {}).get("edition", []))


def place_of(content: Content, see: str) -> str | None:
    """The address that `see` means (`flow/…`, `tool/…`, a citation); None if nothing is there, empty for none."""
    if not see:
        return ""
    kind, _, name = see.partition("/")
    there = {"flow": content.tree.flows, "tool": {tool.key for tool, _ in tools_of(content, "en")}}.get(kind)
    if there is not None:
        return f"rightsref:{see}" if name in there else None
    unit = content.find(see)
    return str(unit.address) if unit else None
