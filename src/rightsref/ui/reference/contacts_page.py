"""Whom to call, each number with the date on which it was last held against its source."""

from __future__ import annotations

from html import escape

from rightsref.model.reference import Contact
from rightsref.ui.parts.rich_text import RichText
from rightsref.ui.parts.text_page import TextPage
from rightsref.words import tr
from rightsref.words.dates import date_words
from rightsref.words.labels import LEVELS


class ContactsPage(TextPage):
    """Everybody to call."""

    name = "Whom to call"

    def fill(self, made: RichText) -> None:
        """Write every contact."""
        made.heading(tr(self.name), 34, bottom=10, level=1)
        made.text(tr("Numbers change. Each shows when it was last checked; test it before you hand it out."))
        for contact in self.host.kb.contacts(self.host.lang):
            self._contact(made, contact)

    def _contact(self, made: RichText, contact: Contact) -> None:
        made.heading(contact.name, 17, top=12, bottom=2, address=contact.address)
        made.text(escape(contact.purpose), bottom=2)
        ways = [f"<b>{escape(way)}</b>" for way in (contact.phone, contact.email) if way]
        if contact.web:
            address = contact.web if contact.web.startswith("https://") else f"https://{contact.web}"
            ways.append(f'<a href="{escape(address)}">{escape(contact.web)}</a>')
        ways += [escape(contact.hours)] if contact.hours else []
        made.text(" &nbsp;·&nbsp; ".join(ways), bottom=2)
        if contact.warning:
            made.text(f"<b>{escape(contact.warning)}</b>", bottom=2, colour=made.look.colours.warn)
        source = f' <a href="{escape(contact.source)}">{tr("source")}</a>' if contact.source else ""
        checked = f"{tr(LEVELS[contact.level])}, {date_words(contact.checked_on)}"
        note = f" {escape(contact.note)}" if contact.note else ""
        made.text(f"{checked}.{note}{source}", colour=made.look.colours.muted, size=round(14 * made.look.zoom))
