"""A section by the short name of its act: *section 15(h) of the TRUST Act*, *VOICES Act § 10*. The names are data of the sources."""

from __future__ import annotations

import re

from rightsref.knowledge.database import Database
from rightsref.model import citation as citations
from rightsref.model.typed import plain_signs

_SECTION = r"(?P<sec>\d[\w.-]*)\s?(?P<pin>(?:\([0-9a-zA-Z]{1,5}\))*)"
_MARK = r"(?:§+|sections?|secs?\.?|articulo|seccion)\s*"
#: What stands between the citation of a source and the number of its section.
_BETWEEN = ("/", " ", "-", ".")
_MOST = 4
#: A number of hyphens, which may be the section of a city's code by itself.
_BARE = re.compile(r"(?<![\w-])\d{1,3}-\d{1,4}(?:-\d{1,4})?(?P<pin>(?:\([0-9a-zA-Z]{1,5}\))*)(?![\w-])")


class Acts:
    """The acts that one knowledge base knows by name."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._acts: dict[str, str] = {}
        self._pattern: re.Pattern[str] | None = None

    def cited(self, text: str) -> list[citations.Citation]:
        """The sections that a text names by their act, and codes by a bare number; those that are held, in order."""
        text = plain_signs(text).replace("’", "'")
        if not any(sign.isdigit() for sign in text):
            return []
        found = []
        for match in list(self._named().finditer(text))[:_MOST]:
            groups = match.groupdict()
            name = groups["after"] or groups["before"]
            act = self._acts[" ".join(name.casefold().split())]
            section, pin = (groups["sec"], groups["pin"]) if groups["after"] else (groups["sec2"], groups["pin2"])
            found += [
                citations.Citation(base, pin) for base in self._held([f"{act}{sign}{section}" for sign in _BETWEEN])
            ]
        for match in list(_BARE.finditer(text))[:_MOST]:
            number = match.group()[: match.start("pin") - match.start()]
            rows = self._database.rows("SELECT DISTINCT base FROM document WHERE base LIKE ? LIMIT 2", f"% {number}")
            found += [citations.Citation(row["base"], match["pin"]) for row in rows if len(rows) == 1]
        return list(dict.fromkeys(found))

    def _held(self, bases: list[str]) -> list[str]:
        marks = ",".join("?" * len(bases))
        rows = self._database.rows(f"SELECT DISTINCT base FROM document WHERE base COLLATE NOCASE IN ({marks})", *bases)
        return [row["base"] for row in rows]

    def _named(self) -> re.Pattern[str]:
        """Every act's name, the longest first, before or after a section; made when a number is first typed."""
        if self._pattern is None:
            rows = self._database.rows("SELECT name, citation FROM act ORDER BY length(name) DESC, name")
            self._acts = {row["name"]: row["citation"] for row in rows}
            names = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in self._acts) or r"(?!)"
            second = _SECTION.replace("<sec>", "<sec2>").replace("<pin>", "<pin2>")
            self._pattern = re.compile(
                rf"\b(?:{_MARK})?{_SECTION}\s+(?:of|in|under|de|del)\s+(?:the\s+|la\s+|ley\s+|el\s+)*(?P<after>{names})\b"
                rf"|\b(?P<before>{names}),?\s+(?:{_MARK})?{second}",
                re.IGNORECASE,
            )
        return self._pattern
