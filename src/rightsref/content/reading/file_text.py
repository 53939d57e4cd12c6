"""The text of one content file, and what keeps it from being read as it is."""

from __future__ import annotations

import re
from pathlib import Path

#: More than any file can need: what takes time by the square of its length ends there.
MOST_BYTES = 500_000
#: Signs that nobody sees and that change how others are read: control characters, and those that turn the direction.
_UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]")


def text_of(path: Path) -> tuple[str, list[tuple[int, str]]]:
    """The text of a file, empty if it cannot be read; and each fault with its line."""
    try:
        if not path.is_file():  # a pipe would never end
            return "", [(1, "this is no ordinary file")]
        if path.stat().st_size > MOST_BYTES:
            return "", [(1, f"the file is larger than {MOST_BYTES:,} bytes; split it")]
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        return "", [(1, f"the file is not UTF-8 text ({error.reason}); save it as UTF-8")]
    except OSError as error:
        return "", [(1, f"the file cannot be read: {error.strerror}")]
    unseen = _UNSEEN.search(text)
    if unseen is None:
        return text, []
    line = text.count("\n", 0, unseen.start()) + 1
    return text, [(line, f"a sign that nobody sees (U+{ord(unseen[0]):04X}) stands here; take it out")]
