"""What is left of a print: a PDF that a print dialog wrote, without the time of the clock."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

#: Qt stamps a PDF with the second in which it was printed, and there is no way to tell it not to.
_CLOCK = re.compile(rb"/(?:CreationDate|ModDate) ?\(D:[^)]*\)")


def forget_clock(printer: QPrinter) -> None:
    """Blank the dates of a PDF that was printed into a file; what was printed on paper has none.

    Blanks in their place leave every offset of the file as it is. What cannot be read or written any more is left alone: the dialog told
    of it.
    """
    name = printer.outputFileName()
    if not name:
        return
    try:
        with Path(name).open("r+b") as file:
            made = file.read()
            for found in _CLOCK.finditer(made if made.startswith(b"%PDF") else b""):
                file.seek(found.start())
                file.write(b" " * len(found[0]))
    except OSError:
        return
