"""Addresses: the one name that links, history, search results, the command line and print share.

rightsref:provision/mcc-2-173/020/a/1/C      a paragraph
rightsref:provision/5-ilcs-805/15@2017-08-28 an earlier version, by the day it took effect
rightsref:form/I-247A    rightsref:case/galarza-v-szalczyk    rightsref:source/mcc-2-173
"""

from __future__ import annotations

import re
from typing import NamedTuple, Self

SCHEME = "rightsref:"
_SHAPE = re.compile(r"(?P<kind>[a-z]+)/(?P<path>[^@\s]+)(?:@(?P<version>\d{4}-\d{2}-\d{2}))?\Z")


class Address(NamedTuple):
    """Where one thing that can be shown stands.

    Attributes:
        kind: `provision`, `case`, `form`, `topic`, `source`, `term`, `event` ...
        path: the segments, outermost first; the case of letters matters, since (a) is not (A).
        version: ISO date on which an earlier version took effect; empty for the current one.
    """

    kind: str
    path: tuple[str, ...]
    version: str = ""

    @classmethod
    def of(cls, kind: str, *path: str) -> Self:
        """The address of a thing of some kind, by the segments of its path."""
        return cls(kind, path)

    def __str__(self) -> str:
        suffix = f"@{self.version}" if self.version else ""
        return f"{SCHEME}{self.kind}/{'/'.join(self.path)}{suffix}"


def parse(text: str) -> Address | None:
    """Read an address; None if the text is not one."""
    if not text.startswith(SCHEME):
        return None
    shape = _SHAPE.match(text.removeprefix(SCHEME))
    if shape is None:
        return None
    return Address(shape["kind"], tuple(shape["path"].split("/")), shape["version"] or "")


def kind_of(address: str) -> str:
    """The kind of thing that stands at an address; empty if it is no address."""
    parsed = parse(address)
    return parsed.kind if parsed else ""


def holds(outer: str, inner: str) -> bool:
    """Whether what stands at `inner` is what stands at `outer`, or a part of it in the same version."""
    whole, part = parse(outer), parse(inner)
    if whole is None or part is None:
        return False
    return part._replace(path=part.path[: len(whole.path)]) == whole


def slug(text: str) -> str:
    """A path segment made from words: lower case, hyphens, nothing that needs quoting."""
    import unicodedata

    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")
