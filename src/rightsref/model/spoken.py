"""Words as people write them: folded to lower case without accents, and cut to their stems."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from unicodedata import combining

from rightsref.model.kinds import LANGUAGES

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def fold(text: str) -> str:
    """Lower case without accents."""
    if text.isascii():
        return text.lower()
    spelled = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in spelled if not combining(c)) if any(map(combining, spelled)) else spelled


def words(text: str) -> list[str]:
    """The folded words of a text; an apostrophe joins (`can't` -> `cant`)."""
    return [word.replace("'", "").replace("’", "") for word in _WORD.findall(fold(text))]


@lru_cache(maxsize=1)
def _stemmers() -> dict[str, object]:
    import Stemmer

    return {lang.key: Stemmer.Stemmer(lang.stemmer) for lang in LANGUAGES.values()}


@lru_cache(maxsize=65_536)
def stem(word: str, lang: str) -> str:
    """The Snowball stem of a folded word in a language."""
    return str(_stemmers()[lang].stemWord(word))  # type: ignore[attr-defined]  # PyStemmer ships no types


@lru_cache(maxsize=32_768)
def stems(word: str) -> tuple[str, ...]:
    """The stems of a word in every language, without repetition."""
    return tuple(dict.fromkeys(stem(word, lang) for lang in LANGUAGES))
