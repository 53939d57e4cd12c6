"""How people ask what changed on a day, and whether the law did."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from rightsref.content.linking.resolve import Content, iso
from rightsref.content.reading.raw import RawDocument

_MONTHS = {
    "en": ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
    "es": ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"],
}  # fmt: skip


_LAW = ("provision", "form")
#: How much of an ISO date an event's day is known to.
_KNOWN = {"day": 10, "month": 7, "year": 4}


def changed_on(day: str, precision: str = "day", *, law: bool = True) -> list[str]:
    """Questions in every language that a change on an ISO date answers; of the year alone, where no more is known.

    Args:
        day: the date, or nothing.
        precision: how far it is known.
        law: whether the law changed; of all else one asks what happened.
    """
    if not day:
        return []
    when = date.fromisoformat(day)
    english, spanish = ("what changed in", "qué cambió en") if law else ("what happened in", "qué pasó en")
    if precision == "year":
        return [f"{english} {when.year}", f"{spanish} {when.year}"]
    month, mes = _MONTHS["en"][when.month - 1], _MONTHS["es"][when.month - 1]
    return [f"{english} {month} {when.year}", f"{spanish} {mes} de {when.year}"]


def law_turned(content: Content, cited: Iterable[str], day: str, precision: str) -> bool:
    """Whether on that day something cited began or ended that one must follow: a text of law or a paragraph of it, a form, a ruling that binds."""
    known = day[: _KNOWN[precision]]
    units = (unit for citation in cited if (unit := content.find(citation)))
    return any(when.startswith(known) for unit in units if _binds(unit.document) for when in _turns(unit.document.meta))


def _binds(document: RawDocument) -> bool:
    return document.kind in _LAW or document.meta.get("weight") == "binding"


def _turns(meta: dict[str, Any]) -> list[str]:
    days = (meta.get("effective"), meta.get("ends"), *meta.get("since", {}).values())
    return [iso(day) for day in days if day]
