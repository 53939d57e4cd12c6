"""The rule of papers to sign: each says what it gives up, whether it can be taken back and what refusing means."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rightsref.content.linking.resolve import Content
from rightsref.content.linking.signing import CLAIMS, FILE, signing_rows
from rightsref.content.linking.texts import authorities, texts_of
from rightsref.content.prose import wording
from rightsref.content.reading.problems import Problem
from rightsref.model.address import Address, parse
from rightsref.model.signing import Advice


def signing(content: Content) -> Iterator[Problem]:
    """Every paper has a key of its own, an advice, and authorities that exist; its words are plain."""
    seen: set[str] = set()
    for nth, row in enumerate(signing_rows(content)):
        for message in _faults(content, row, seen):
            yield Problem(
                FILE, content.tree.line_of(FILE, "paper", nth), "error", f"{row.get('key')}: {message}", "signing"
            )


def _faults(content: Content, row: dict[str, Any], seen: set[str]) -> Iterator[str]:
    key = str(row.get("key", ""))
    if parse(str(Address("signing", (key,)))) is None or key in seen:
        yield "`key` must be one word, or words with hyphens, and its own"
    seen.add(key)
    if row.get("advice") not in set(Advice):
        yield f"`advice` must be one of {', '.join(Advice)}"
    yield from (
        f"`{claim}` needs its words and its authority"
        for claim in CLAIMS
        if row.get(claim, {}).keys() != {"text", "authority"}
    )
    references = [*authorities(row), *([row["citation"]] if "citation" in row else [])]
    yield from (f"“{reference}” leads nowhere" for reference in references if content.find(reference) is None)
    yield from wording.faults(list(texts_of(row)))
