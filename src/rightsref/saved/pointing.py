"""From an address to what a mark keeps of it, and back: where it stands now, or that it is gone."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from rightsref.errors import NotFoundError, UsageError
from rightsref.knowledge.library import KnowledgeBase
from rightsref.model import address as addresses
from rightsref.saved.nouns import Mark, Pointer


class State(StrEnum):
    """What has become of what a mark points to."""

    SAME = "same"
    CHANGED = "changed"  # it begins with other words now
    MOVED = "moved"  # its citation stands at another address
    GONE = "gone"


class Whereabouts(NamedTuple):
    """Where what a mark points to stands now; no address if it is gone."""

    state: State
    address: str


def pointer(kb: KnowledgeBase, address: str, lang: str) -> Pointer:
    """What a mark is to keep of an address.

    Raises:
        NotFoundError: nothing stands there.
    """
    outcome = _outcome(kb, address, lang)
    if outcome is not None:
        return outcome
    reference = kb.references([address], lang).get(address)
    if reference is None:
        raise NotFoundError(f"Nothing stands at {address}.")
    citation = kb.rows("SELECT citation FROM entry WHERE address = ?", address)[0]["citation"]
    _, words = kb.preview(address, lang)
    return Pointer(address, citation, reference.citation, reference.title, words, lang)


def _outcome(kb: KnowledgeBase, address: str, lang: str) -> Pointer | None:
    """An outcome of a scenario, which has an address but no entry of its own; None if this is none."""
    parsed = addresses.parse(address)
    if parsed is None or parsed.kind != "flow" or len(parsed.path) != 2:
        return None
    key, name = parsed.path
    try:
        flow = kb.flow(key, lang)
    except UsageError:
        return None
    outcome = flow.outcomes.get(name)
    return Pointer(address, address, flow.title, outcome.title, "", lang) if outcome else None


def whereabouts(kb: KnowledgeBase, mark: Mark) -> Whereabouts:
    """What has become of what a mark points to."""
    try:
        now = pointer(kb, mark.address, mark.lang)
    except NotFoundError:
        pass
    else:
        return Whereabouts(State.SAME if now.words == mark.words else State.CHANGED, mark.address)
    try:
        return Whereabouts(State.MOVED, kb.resolve(mark.citation))
    except NotFoundError:
        return Whereabouts(State.GONE, "")
