"""The path of a detainer: stages from an arrest to ICE custody, with the ways that part by place."""

from __future__ import annotations

from typing import NamedTuple

from rightsref.model.law import Level
from rightsref.model.reason import Because

#: Where the path parts: key of a way -> where that is.
WAYS = {"illinois": "In Illinois", "elsewhere": "In another state", "agreement": "Where there is a 287(g) agreement"}


#: Pages of the program that have an address of their own.
TOOLS = ("path", "clock", "papers", "signing", "saved")


class Way(NamedTuple):
    """What happens at a stage in one kind of place; `where` is a key of `WAYS`."""

    where: str
    means: Because


class Stage(NamedTuple):
    """One stage.

    Attributes:
        box: its few words in the drawing.
        who: who decides.
        happens: what happens, in sentences.
        law: what the law says here.
        ways: where the path parts; empty if it goes on alike everywhere.
        do: what an advocate can do then.
        related: addresses worth opening.
        level: the least sure level among its authorities.
    """

    key: str
    title: str
    box: str
    who: str
    happens: tuple[str, ...]
    law: tuple[Because, ...]
    ways: tuple[Way, ...]
    do: tuple[str, ...]
    related: tuple[str, ...]
    level: Level


class Tool(NamedTuple):
    """A page of the program that can be found and linked to as anything else."""

    key: str
    title: str
    about: str
