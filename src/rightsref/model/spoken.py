"""Words as people write them: folded to lower case without accents, and cut to their stems."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from unicodedata import combining

from rightsref.model.kinds import LANGUAGES

#: Where marks that join a letter begin; what comes before is letters and common signs.
_PAST_LETTERS = re.compile("[\u0300-\U0010ffff]")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def fold(text: str) -> str:
    """Lower case without accents."""
    if text.isascii():
        return text.lower()
    spelled = unicodedata.normalize("NFKD", text.casefold())
    return _PAST_LETTERS.sub(_without_marks, spelled)


def _without_marks(m: re.Match[str]) -> str:
    return "" if combining(m[0]) else m[0]


def words(text: str) -> list[str]:
    """The folded words of a text; an apostrophe joins (`can't` -> `cant`)."""
    return " ".join(_WORD.findall(fold(text))).replace("'", "").replace("’", "").split()


@lru_cache(maxsize=1)
def _stemmers() -> dict[str, object]:
    import Stemmer

    return {lang.key: Stemmer.Stemmer(lang.stemmer, 0) for lang in LANGUAGES.values()}  # keeps nothing: it is as quick


def stem(word: str, lang: str) -> str:
    """The Snowball stem of a folded word in a language."""
    return str(_stemmers()[lang].stemWord(word))  # type: ignore[attr-defined]  # PyStemmer ships no types


@lru_cache(maxsize=8_192)
def stems(word: str) -> tuple[str, ...]:
    """The stems of a word in every language, without repetition."""
    return tuple(dict.fromkeys(stem(word, lang) for lang in LANGUAGES))
