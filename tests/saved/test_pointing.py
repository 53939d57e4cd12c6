"""What a bookmark keeps of an address, and what has become of it since."""

from __future__ import annotations

import pytest

from rightsref.errors import NotFoundError
from rightsref.saved.nouns import Mark, new_id
from rightsref.saved.pointing import State, pointer, whereabouts


def _mark(to, **changed):
    return Mark(new_id(), *to, "a note", "", "2026-11-01", "2026-11-01", 1)._replace(**changed)


def test_every_entry_of_every_kind_can_be_bookmarked_and_found_again(real):
    kinds = set()
    for row in real.rows("SELECT DISTINCT address, kind FROM entry WHERE lang = 'en'"):
        to = pointer(real, row["address"], "en")
        assert to.label or to.title
        kinds.add(row["kind"])
        assert whereabouts(real, _mark(to)) == (State.SAME, row["address"])
    assert len(kinds) > 10


def test_every_outcome_can_be_bookmarked(real):
    for head in real.flows("en"):
        flow = real.flow(head.key, "en")
        for key, outcome in flow.outcomes.items():
            to = pointer(real, f"rightsref:flow/{flow.key}/{key}", "en")
            assert (to.label, to.title) == (flow.title, outcome.title)


@pytest.mark.parametrize(
    ("changed", "became"),
    [
        ({}, (State.SAME, "rightsref:provision/5-ilcs-805/15/e")),
        ({"words": "It once said otherwise."}, (State.CHANGED, "rightsref:provision/5-ilcs-805/15/e")),
        ({"address": "rightsref:provision/old-place/15/e"}, (State.MOVED, "rightsref:provision/5-ilcs-805/15/e")),
        ({"address": "rightsref:provision/5-ilcs-805/999", "citation": "5 ILCS 805/999"}, (State.GONE, "")),
        ({"address": "rightsref:contact/nobody", "citation": "rightsref:contact/nobody"}, (State.GONE, "")),
        ({"address": "rightsref:flow/no-such/end", "citation": "rightsref:flow/no-such/end"}, (State.GONE, "")),
    ],
)
def test_what_became_of_it(real, changed, became):
    to = pointer(real, "rightsref:provision/5-ilcs-805/15/e", "en")
    assert whereabouts(real, _mark(to, **changed)) == became


def test_what_is_nowhere_cannot_be_bookmarked(real):
    with pytest.raises(NotFoundError):
        pointer(real, "rightsref:form/none", "en")
