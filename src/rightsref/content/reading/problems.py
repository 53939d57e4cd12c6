"""What the compiler finds wrong, with its place."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple


class Problem(NamedTuple):
    """One thing that is wrong with one line of the content.

    Attributes:
        path: the file, relative to the content root.
        line: 1-based.
        level: `error` fails the build, `warning` does not.
        message: what is wrong and what to do.
        rule: the check that found it.
    """

    path: Path
    line: int
    level: str
    message: str
    rule: str

    def __str__(self) -> str:
        path = "".join(sign if sign.isprintable() else "\ufffd" for sign in self.path.as_posix())
        return f"{path}:{self.line}: {self.level}: {self.message} [{self.rule}]"
