"""The licences of all that a built program brings along: first a list, then what each says, whole."""

from __future__ import annotations

import html
import json
from typing import NamedTuple

from rightsref import paths
from rightsref.ui.parts.look import T20, T32
from rightsref.ui.parts.rich_text import RichText
from rightsref.ui.parts.text_page import TextPage
from rightsref.words import tr


class Component(NamedTuple):
    """One thing that the program brings along; `packaging/licences.py` writes them."""

    name: str
    version: str
    licence: str
    text: str


def components() -> tuple[Component, ...]:
    """What the build wrote down; nothing where the program was not built but installed."""
    file = paths.licences()
    rows = json.loads(file.read_text(encoding="utf-8")) if file.is_file() else []
    return tuple(Component(**row) for row in rows)


class LicencesPage(TextPage):
    """Opens from *About*."""

    name = "Licenses"

    def fill(self, made: RichText) -> None:
        """Write the list, then the texts."""
        made.heading(tr(self.name), T32, bottom=10, level=1)
        found = components()
        if not found:
            made.text(
                tr(
                    "This program brings nothing along: what it needs was installed beside it, each with its own license."
                )
            )
        for part in found:
            made.bullet(f"<b>{html.escape(part.name)}</b> {html.escape(part.version)}: {html.escape(part.licence)}")
        for part in found:
            made.heading(f"{part.name} {part.version}".strip(), T20, top=18)
            for paragraph in filter(None, map(str.strip, part.text.split("\n\n"))):
                made.text(html.escape(paragraph).replace("\n", "<br>"), colour=made.look.colours.muted)
