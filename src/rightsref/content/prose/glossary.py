"""Terms of the glossary, linked where they are used."""

from __future__ import annotations

import re
from typing import Any

from rightsref.model.address import Address

_PIECE = re.compile(r"(<a\b.*?</a>|<[^>]+>)", re.DOTALL)
_WORD = re.compile(r"\w[\w.-]*")
_GOES_ON = re.compile(r"[\w-]")


def address_of_term(key: str) -> str:
    """Where a term stands."""
    return str(Address("term", (key,)))


class TermLinks:
    """Links the first use of each term in a part to its meaning.

    Only the spellings that the glossary lists are linked, whole words only: nothing is guessed.
    """

    def __init__(self, terms: list[dict[str, Any]], lang: str = "en") -> None:
        self._forms: dict[str, list[tuple[str, str]]] = {}
        for term in terms:
            for form in term.get("forms", {}).get(lang, []):
                folded = form.casefold()
                for first in _WORD.findall(folded)[:1]:
                    self._forms.setdefault(first, []).append((folded, term["key"]))
        for forms in self._forms.values():
            forms.sort(key=lambda form: -len(form[0]))

    def link(self, markup: str, seen: set[str]) -> str:
        """Inline HTML with the terms linked that are not in `seen`, which takes them up; links stay as they are."""
        pieces = _PIECE.split(markup) if "<" in markup else [markup]
        return "".join(piece if piece.startswith("<") else self._link_words(piece, seen) for piece in pieces)

    def _link_words(self, text: str, seen: set[str]) -> str:
        made, done, folded = [], 0, text.casefold()
        for word in _WORD.finditer(folded) if len(folded) == len(text) else ():
            if word.start() < done or word.group() not in self._forms:
                continue
            for form, key in self._forms[word.group()]:
                end = word.start() + len(form)
                if key not in seen and folded.startswith(form, word.start()) and not _GOES_ON.match(folded, end):
                    seen.add(key)
                    linked = f'<a href="{address_of_term(key)}">{text[word.start() : end]}</a>'
                    made += [text[done : word.start()], linked]
                    done = end
                    break
        return "".join(made) + text[done:]
