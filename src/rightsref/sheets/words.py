"""The fixed words of sheets, in the language of the sheet, which need not be the window's."""

from __future__ import annotations

from rightsref.words import said


def sheet_text(text: str, lang: str) -> str:
    """A fixed string of a sheet in a language; English is the key, and stands in where there is nothing else."""
    return said(text, lang)
