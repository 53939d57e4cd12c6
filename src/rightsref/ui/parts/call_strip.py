"""The numbers to call now, large, each with a link that copies it."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import TYPE_CHECKING

from rightsref.model.reference import Contact
from rightsref.ui.parts import clipboard
from rightsref.ui.parts.link import Ask, Link, go
from rightsref.ui.parts.look import T14, T25
from rightsref.ui.parts.rich_text import RichText
from rightsref.words import tr

if TYPE_CHECKING:
    from rightsref.ui.parts.page import PageHost


def call_strip(made: RichText, contacts: Iterable[Contact]) -> None:
    """Write a box with each contact's number, name and hours; a warning goes where its number goes."""
    look = made.look
    size = made.heading_size(T25)
    made.box("calls")
    made.heading(tr("Call now").upper(), T14, bottom=2, colour=look.colours.accent)
    for contact in contacts:
        copy = Link(Ask.COPY, contact.phone).around(tr("Copy"))
        number = f'<span style="font-size:{size}px"><b>{escape(contact.phone)}</b></span>'
        hours = f" · {escape(contact.hours)}" if contact.hours else ""
        made.text(
            f"{number} &nbsp; {copy} &nbsp; {go(contact.address, escape(contact.name))}{hours}", size=T14, bottom=2
        )
        if contact.warning:
            made.text(f"<b>{escape(contact.warning)}</b>", size=T14, bottom=4, colour=look.colours.warn)
    made.end_box()


def copied(host: PageHost, link: Link) -> bool:
    """Whether a link asked for its words to be copied, which is then done and told."""
    if link.ask != Ask.COPY:
        return False
    clipboard.copy(link.target)
    host.announce(tr("Copied: {what}").format(what=link.target))
    return True
