"""Where the reader has been: back and forward as in a browser."""

from __future__ import annotations

from rightsref.ui.parts.place import Place, SearchState, State

#: So far back one can go; a window that is open for a week keeps no more.
MOST = 500


class _Step:
    """A place as it was asked for, as it was left, and how far down it was then.

    A plain class: `dataclasses` brings `inspect`, and with it 4 ms of a start.
    """

    def __init__(self, asked: Place) -> None:
        self.asked = self.left = asked
        self.position = 0.0


class History:
    """Places in order, with a current one; a new place drops what lay ahead."""

    def __init__(self, start: Place) -> None:
        self._steps = [_Step(start)]
        self._at = 0

    @property
    def current(self) -> Place:
        """The place being shown, as it was left if it was."""
        return self._steps[self._at].left

    @property
    def position(self) -> float:
        """How far down the current place was when it was left."""
        return self._steps[self._at].position

    @property
    def can_go_back(self) -> bool:
        """Whether there is a place before this one."""
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether there is a place after this one."""
        return self._at < len(self._steps) - 1

    def leave(self, state: State | None, position: float) -> None:
        """Keep how the current place is left: its page's state (None: as it was asked for) and how far down it is."""
        here = self._steps[self._at]
        here.position = position
        if state is not None:
            here.left = here.asked._replace(state=state)

    def visit(self, place: Place) -> None:
        """Go to a place. The same place again, or the same search still being typed, does not make a new step."""
        here = self._steps[self._at]
        if place in (here.asked, here.left):
            return
        if place.page == "search" and _typing(here.asked) and not self.can_go_forward:
            self._steps[self._at] = _Step(place)
            return
        del self._steps[self._at + 1 :]
        self._steps.append(_Step(place))
        del self._steps[:-MOST]
        self._at = len(self._steps) - 1

    def move(self, steps: int) -> Place:
        """Go back (-1) or forward (1) as far as there is; returns the place to show."""
        self._at = max(0, min(len(self._steps) - 1, self._at + steps))
        return self.current


def _typing(place: Place) -> bool:
    """Whether a place is a search of which no hit was chosen to be read."""
    return place.page == "search" and not (isinstance(place.state, SearchState) and place.state.selected)
