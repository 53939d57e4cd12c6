"""What may be typed into the search box, and how its signs are read."""

from __future__ import annotations

#: Longer texts are cut here: no question needs more, and every keystroke must stay quick.
MAX_LENGTH = 2_000

#: Every dash, hyphen and minus sign, as they come out of a PDF, a web page or a telephone.
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2043\ufe58\ufe63\uff0d\u30fc"
#: Spaces that do not break, or are of another width.
_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
#: Letters, digits and signs as wide as those of Chinese and Japanese, and the plain ones.
_WIDE = {chr(plain + 0xFEE0): chr(plain) for plain in range(0x21, 0x7F)}
#: Signs that show nothing.
_NOTHING = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_SIGNS = str.maketrans(
    {**_WIDE, **dict.fromkeys(_DASHES, "-"), **dict.fromkeys(_SPACES, " "), **dict.fromkeys(_NOTHING, ""), "\u2044": "/"}
)  # fmt: skip


def plain_signs(text: str) -> str:
    """A text with plain hyphens, spaces, brackets and digits, and without signs that show nothing; its letters stay the same letters."""
    return text if text.isascii() else text.translate(_SIGNS)
