"""Hits as rows of a list; match positions travel as data."""

from __future__ import annotations

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from rightsref.model.kinds import KINDS
from rightsref.model.law import Level, Status
from rightsref.search.results import Hit
from rightsref.words import language, plural, tr
from rightsref.words.labels import JURISDICTIONS, LEVELS, STATUSES

_Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What the delegate asks for beyond the words."""

    HIT = Qt.ItemDataRole.UserRole + 1


class HitsModel(QAbstractListModel):
    """The hits of one search."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.hits: tuple[Hit, ...] = ()

    def show(self, hits: tuple[Hit, ...]) -> None:
        """Replace the rows in one step."""
        self.beginResetModel()
        self.hits = hits
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many hits."""
        return 0 if parent.isValid() else len(self.hits)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own signature
        """The hit, or its sentence for a screen reader."""
        if not index.isValid() or index.row() >= len(self.hits):
            return None
        hit = self.hits[index.row()]
        if role == Role.HIT:
            return hit
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return sentence(hit)
        return None


def sentence(hit: Hit) -> str:
    """A hit as it is read aloud."""
    marks = ", ".join(marks_of(hit))
    return f"{hit.label}, {hit.title}. {marks + '. ' if marks else ''}{hit.snippet}"


def marks_of(hit: Hit) -> list[str]:
    """Jurisdiction, status and level of checking, in words; what is usual is left unsaid."""
    marks = [tr(JURISDICTIONS[hit.jurisdiction]) if hit.jurisdiction else tr(KINDS[hit.kind].label)]
    if hit.jurisdiction and hit.kind not in ("provision", "term", "contact"):
        marks[0] += f" · {tr(KINDS[hit.kind].label)}"
    if hit.status != Status.IN_FORCE:
        marks.append(tr(STATUSES[hit.status]))
    if hit.level != Level.OFFICIAL:
        marks.append(tr(LEVELS[hit.level]))
    if hit.lang != language():
        marks.append(tr("in English"))
    if hit.also:
        marks.append(plural("and 1 more paragraph", "and {n} more paragraphs", len(hit.also)).format(n=len(hit.also)))
    return marks
