"""Words to say, set off: large the English that an officer hears, under it what it means."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from rightsref.reasoning.saying import heard
from rightsref.ui.parts.look import T14, T16
from rightsref.words import tr

if TYPE_CHECKING:
    from rightsref.reasoning.saying import Said
    from rightsref.ui.parts.rich_text import RichText


def to_say(made: RichText, said: Said) -> None:
    """A box with the words; nothing if there are none."""
    if not said:
        return
    colours = made.look.colours
    made.box("plain")
    made.heading(tr("Say, calmly").upper(), T14, bottom=4, colour=colours.accent)
    for words, meaning in said:
        line = heard(words, meaning)
        when = f"{escape(line.when)}: " if line.when else ""
        made.text(f"{when}<i>“{escape(line.words)}”</i>", bottom=2 if meaning else 4)
        if meaning:
            made.text(f"({escape(line.meaning)})", bottom=8, colour=colours.muted, size=T16)
    made.end_box()
