"""What was found, marked on the page that opens."""

from __future__ import annotations

from PySide6.QtGui import QColor, QTextCursor
from PySide6.QtWidgets import QTextEdit

from rightsref.search.results import Hit
from rightsref.search.snippet import Span
from rightsref.ui.parts.look import Look

_SPACE = str.maketrans("\u00a0\n", "  ")


def mark(text: QTextEdit, hit: Hit, look: Look) -> None:
    """Mark on a page the words of a hit's answer line that the query asks for, where the line stands there."""
    page = text.document().toPlainText().translate(_SPACE)
    start = page.find(hit.snippet.removesuffix(" …").translate(_SPACE))
    text.setExtraSelections([_selection(text, span, start, look) for span in hit.snippet_spans] if start >= 0 else [])


def _selection(text: QTextEdit, span: Span, start: int, look: Look) -> QTextEdit.ExtraSelection:
    made = QTextEdit.ExtraSelection()
    cursor = QTextCursor(text.document())
    cursor.setPosition(start + span.start)
    cursor.setPosition(start + span.end, QTextCursor.MoveMode.KeepAnchor)
    made.cursor = cursor
    made.format.setBackground(QColor(look.colours.match))
    return made
