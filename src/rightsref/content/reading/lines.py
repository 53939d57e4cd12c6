"""On which line of a file something stands, for who has to mend it."""

from __future__ import annotations

import re
from functools import lru_cache


def line_of(text: str, key: str, nth: int = 0) -> int:
    """1-based line on which a TOML key, or the nth table of that name, stands; 1 if nowhere."""
    for pattern in (rf"\s*\[+{re.escape(key)}\]", rf"\s*\[*{re.escape(key)}(?!\w)"):  # a table's own head comes first
        lines = _lines_that_begin(text, pattern)
        if nth < len(lines):
            return lines[nth]
    return 1


@lru_cache(maxsize=256)
def _lines_that_begin(text: str, pattern: str) -> tuple[int, ...]:
    """The lines of a file that begin so; kept, since the rules ask for one row of a long table after the other."""
    begins = re.compile(pattern)
    return tuple(number for number, line in enumerate(text.split("\n"), 1) if begins.match(line))
