"""What may be typed into the search box."""

from __future__ import annotations

#: Longer texts are cut here: no question needs more, and every keystroke must stay quick.
MAX_LENGTH = 2_000
