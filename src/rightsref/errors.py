"""Two kinds of trouble: what the reader can mend, and our own bugs.

RightsRefError          a sentence the reader can act on; exit code 2 on the command line
├── KnowledgeBaseError  the knowledge base is missing, damaged or of another version
├── NotFoundError       nothing stands at that citation or address; exit code 1
├── UsageError          the request itself is wrong: a date that is none, an unknown kind
└── DisplayError        no screen, or the system lacks a library that Qt needs

Anything else is a bug and keeps its traceback.
"""

from __future__ import annotations

import sys


def tell(words: str) -> None:
    """Tell what went wrong on the terminal; a program of Windows without one shows it in a box."""
    if sys.stderr is not None:
        sys.stderr.write(f"{words}\n")
        sys.stderr.flush()
    elif sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.MessageBoxW(None, words, "RightsRef", 0x10)


class RightsRefError(Exception):
    """Something the reader can mend; `str(error)` is the sentence to show."""


class KnowledgeBaseError(RightsRefError):
    """The knowledge base is missing, damaged or was made for another version of the program."""


class NotFoundError(RightsRefError):
    """Nothing in the knowledge base answers to this citation or address."""


class UsageError(RightsRefError):
    """The request is malformed."""


class DisplayError(RightsRefError):
    """No window can be opened on this machine as it stands."""
