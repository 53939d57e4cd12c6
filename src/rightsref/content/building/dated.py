"""How people ask what changed on a day."""

from __future__ import annotations

from datetime import date

_MONTHS = {
    "en": ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
    "es": ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"],
}  # fmt: skip


def changed_on(day: str, precision: str = "day") -> list[str]:
    """Questions in every language that a change on an ISO date answers; of the year alone, where no more is known."""
    if not day:
        return []
    when = date.fromisoformat(day)
    if precision == "year":
        return [f"what changed in {when.year}", f"qué cambió en {when.year}"]
    english, spanish = _MONTHS["en"][when.month - 1], _MONTHS["es"][when.month - 1]
    return [f"what changed in {english} {when.year}", f"qué cambió en {spanish} de {when.year}"]
