"""Who holds somebody, and where: Illinois, a federal holder, each other state by name, with the time zone of the place."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from rightsref.errors import UsageError
from rightsref.words import tr

CHICAGO = "America/Chicago"


class Law(StrEnum):
    """Whose law binds the holder."""

    ILLINOIS = "illinois"
    FEDERAL = "federal"  # the Marshals, a federal jail: the TRUST Act does not bind them
    ICE = "ice"  # not a hold by others: ICE's own decision after its own arrest
    OTHER = "other"


class Holder(NamedTuple):
    """One choice of *who holds them*.

    Attributes:
        key: `illinois`, `federal`, `ice`, `other`, or a state's letters; where a state has two zones, the smaller part's key says so.
        name: in English; `words.tr` says it.
        zone: IANA name; where it is left open, of Chicago.
    """

    key: str
    name: str
    zone: str
    law: Law

    @property
    def open_zone(self) -> bool:
        """Whether the reader may choose the time zone."""
        return self.key in {Law.FEDERAL, Law.ICE, Law.OTHER}


_EASTERN, _MOUNTAIN, _PACIFIC = "America/New_York", "America/Denver", "America/Los_Angeles"
#: Where people from Chicago are held most, first; a part of a state with another zone follows its state.
_NEAR = (
    ("IN", "Indiana (most of it: Eastern time)", "America/Indiana/Indianapolis"),
    ("IN-central", "Indiana, Gary and Evansville areas (Central time)", CHICAGO),
    ("WI", "Wisconsin", CHICAGO), ("IA", "Iowa", CHICAGO), ("MO", "Missouri", CHICAGO),
    ("KY", "Kentucky, east and Louisville (Eastern time)", _EASTERN), ("KY-central", "Kentucky, west (Central time)", CHICAGO),
    ("MI", "Michigan", "America/Detroit"),
)  # fmt: skip
_REST = (
    ("AL", "Alabama", CHICAGO), ("AK", "Alaska", "America/Anchorage"), ("AZ", "Arizona", "America/Phoenix"), ("AR", "Arkansas", CHICAGO),
    ("CA", "California", _PACIFIC), ("CO", "Colorado", _MOUNTAIN), ("CT", "Connecticut", _EASTERN), ("DE", "Delaware", _EASTERN),
    ("DC", "District of Columbia", _EASTERN), ("FL", "Florida", _EASTERN), ("FL-central", "Florida, west (Central time)", CHICAGO),
    ("GA", "Georgia", _EASTERN), ("HI", "Hawaii", "Pacific/Honolulu"), ("ID", "Idaho", "America/Boise"),
    ("ID-pacific", "Idaho, north (Pacific time)", _PACIFIC), ("KS", "Kansas", CHICAGO), ("KS-mountain", "Kansas, far west (Mountain time)", _MOUNTAIN),
    ("LA", "Louisiana", CHICAGO), ("ME", "Maine", _EASTERN), ("MD", "Maryland", _EASTERN), ("MA", "Massachusetts", _EASTERN),
    ("MI-central", "Michigan, far west (Central time)", "America/Menominee"), ("MN", "Minnesota", CHICAGO), ("MS", "Mississippi", CHICAGO),
    ("MT", "Montana", _MOUNTAIN), ("NE", "Nebraska", CHICAGO), ("NE-mountain", "Nebraska, west (Mountain time)", _MOUNTAIN),
    ("NV", "Nevada", _PACIFIC), ("NH", "New Hampshire", _EASTERN), ("NJ", "New Jersey", _EASTERN), ("NM", "New Mexico", _MOUNTAIN),
    ("NY", "New York", _EASTERN), ("NC", "North Carolina", _EASTERN), ("ND", "North Dakota", CHICAGO),
    ("ND-mountain", "North Dakota, southwest (Mountain time)", _MOUNTAIN), ("OH", "Ohio", _EASTERN), ("OK", "Oklahoma", CHICAGO),
    ("OR", "Oregon", _PACIFIC), ("PA", "Pennsylvania", _EASTERN), ("PR", "Puerto Rico", "America/Puerto_Rico"),
    ("RI", "Rhode Island", _EASTERN), ("SC", "South Carolina", _EASTERN), ("SD", "South Dakota", CHICAGO),
    ("SD-mountain", "South Dakota, west (Mountain time)", _MOUNTAIN), ("TN", "Tennessee, middle and west (Central time)", CHICAGO),
    ("TN-eastern", "Tennessee, east (Eastern time)", _EASTERN), ("TX", "Texas", CHICAGO), ("TX-mountain", "Texas, El Paso (Mountain time)", _MOUNTAIN),
    ("UT", "Utah", _MOUNTAIN), ("VT", "Vermont", _EASTERN), ("VA", "Virginia", _EASTERN), ("WA", "Washington", _PACIFIC),
    ("WV", "West Virginia", _EASTERN), ("WY", "Wyoming", _MOUNTAIN),
)  # fmt: skip
ILLINOIS = Holder("illinois", "In Illinois", CHICAGO, Law.ILLINOIS)
FEDERAL = Holder("federal", "A federal jail or the U.S. Marshals", CHICAGO, Law.FEDERAL)
ICE = Holder("ice", "ICE itself, after its own arrest", CHICAGO, Law.ICE)
ELSEWHERE = Holder("other", "Somewhere else", CHICAGO, Law.OTHER)
#: Every choice, in the order in which they are offered.
HOLDERS = (ILLINOIS, FEDERAL, ICE, *(Holder(*row, Law.OTHER) for row in (*_NEAR, *_REST)), ELSEWHERE)
_BY_NAME = {holder.key.casefold(): holder for holder in HOLDERS} | {
    "il": ILLINOIS, "marshals": FEDERAL,
    **{holder.name.partition(",")[0].partition(" (")[0].casefold(): holder for holder in reversed(HOLDERS) if "-" not in holder.key},
}  # fmt: skip


def holder_named(text: str) -> Holder:
    """A holder by its key, a state by its name or letters.

    Raises:
        UsageError: there is none.
    """
    found = _BY_NAME.get(" ".join(text.casefold().split()))
    if found is None:
        raise UsageError(
            tr(
                "There is no place “{text}”; write illinois, federal, ice, other, or a state such as Indiana or WI."
            ).format(text=text[:40])
        )
    return found
