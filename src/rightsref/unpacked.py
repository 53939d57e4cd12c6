"""Whether a built program was unpacked whole: a library that was cut short would end it with a signal and no word."""

from __future__ import annotations

from pathlib import Path

from rightsref.words import tr

#: Beside the libraries: the size and the place of each, a line a library; `packaging/bundle.py` writes it.
LIST = "libraries.txt"


def cut_short(home: Path) -> str:
    """A sentence about the first library that is missing or shorter than it was made; empty if all are whole.

    Longer ones are: a signature was added.
    """
    try:
        lines = (home / LIST).read_text(encoding="utf-8").splitlines()
    except OSError:
        return ""
    for line in lines:
        size, _, name = line.partition(" ")
        if _size(home / name) < int(size):
            return tr(
                "RightsRef was not unpacked whole: {name} is missing or cut short. Was the disk full? Unpack or install it again where there is room."
            ).format(name=name)
    return ""


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return -1
