"""Where the reader has been: back and forward as in a browser."""

from __future__ import annotations

from typing import NamedTuple


class Place(NamedTuple):
    """Something the window can show.

    Attributes:
        page: `home`, `search`, `law`, `settings` or `about`.
        target: an address for `law`, the typed text for `search`, else empty.
        selected: on `search`, the address of the hit that is being read.
    """

    page: str
    target: str = ""
    selected: str = ""


class History:
    """Places in order, with a current one; a new place drops what lay ahead."""

    def __init__(self, start: Place) -> None:
        self._places = [start]
        self._scroll = [0.0]
        self._at = 0

    @property
    def current(self) -> Place:
        """The place being shown."""
        return self._places[self._at]

    @property
    def scroll(self) -> float:
        """How far down the current place was when it was left, 0 to 1."""
        return self._scroll[self._at]

    @property
    def can_go_back(self) -> bool:
        """Whether there is a place before this one."""
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether there is a place after this one."""
        return self._at < len(self._places) - 1

    def visit(self, place: Place, scroll: float = 0.0) -> None:
        """Go to a place. The same place again, or the same search still being typed, does not make a new step.

        Args:
            place: where to go.
            scroll: how far down the place being left is.
        """
        self._scroll[self._at] = scroll
        here = self.current
        if place == here:
            return
        if place.page == here.page == "search" and not here.selected and self._at == len(self._places) - 1:
            self._places[self._at] = place
            return
        del self._places[self._at + 1 :], self._scroll[self._at + 1 :]
        self._places.append(place)
        self._scroll.append(0.0)
        self._at += 1

    def move(self, steps: int, scroll: float = 0.0) -> Place:
        """Go back (-1) or forward (1) as far as there is; returns the place to show."""
        self._scroll[self._at] = scroll
        self._at = max(0, min(len(self._places) - 1, self._at + steps))
        return self.current
