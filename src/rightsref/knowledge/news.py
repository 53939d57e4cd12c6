"""What each edition brought, and what was written anew since."""

from __future__ import annotations

from rightsref.knowledge.library import KnowledgeBase
from rightsref.model.law import Heading
from rightsref.model.reference import News


def news(kb: KnowledgeBase, lang: str = "en") -> list[News]:
    """What each edition brought, newest first."""
    rows = kb.rows("SELECT edition, day, text, address FROM news WHERE lang = ? ORDER BY position", lang)
    return [News(*row) for row in rows]


def written_since(kb: KnowledgeBase, day: str, lang: str = "en") -> list[Heading]:
    """Documents whose explanation was written after a day (ISO), in outline order."""
    late = {row["address"] for row in kb.rows("SELECT address FROM document WHERE updated > ?", day)}
    return [heading for heading in kb.outline(lang) if heading.address in late]
