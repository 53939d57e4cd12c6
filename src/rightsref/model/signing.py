"""Papers that somebody in custody is asked to sign: what each gives up, whether it can be taken back, what refusing means."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from rightsref.model.law import Level
from rightsref.model.reason import Because


class Advice(StrEnum):
    """What to do with the pen, the most careful first."""

    NEVER = "never"  # it gives up what cannot be had back
    LAWYER = "lawyer"  # a lawyer reads it first
    CHOOSE = "choose"  # it has a box that protects; which, the words say
    OUT = "out"  # it lets the person out; staying in over it is the danger
    RECEIPT = "receipt"  # it only says that a paper was handed over


class SigningPaper(NamedTuple):
    """One paper that is put before somebody to be signed.

    Attributes:
        looks_like: how to know it: its number, its heading, its boxes.
        gives_up: what a signature gives up.
        take_back: whether and how it can be taken back.
        refuse: what follows from not signing, and when refusing is itself dangerous.
        say: words to say, in English.
        document: address of the form or law that tells more; empty if there is none.
        level: the least sure level among its authorities.
    """

    key: str
    title: str
    looks_like: str
    advice: Advice
    gives_up: Because
    take_back: Because
    refuse: Because
    say: tuple[str, ...]
    document: str
    level: Level
