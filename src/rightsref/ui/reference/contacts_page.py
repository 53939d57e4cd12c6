"""Whom to call, by what for: the numbers large, to copy; ICE's own lines last and framed."""

from __future__ import annotations

from html import escape

from rightsref.model.reference import Contact, Need
from rightsref.ui.parts.call_strip import copied
from rightsref.ui.parts.link import Ask, Link
from rightsref.ui.parts.look import T14, T16, T18, T22, T32
from rightsref.ui.parts.page import PageHost
from rightsref.ui.parts.rich_text import RichText
from rightsref.ui.parts.text_page import TextPage
from rightsref.words import tr
from rightsref.words.dates import date_words
from rightsref.words.labels import NEEDS, SEEN


class ContactsPage(TextPage):
    """Everybody to call."""

    name = "Whom to call"

    def __init__(self, host: PageHost) -> None:
        super().__init__(host)
        self.text.asked.connect(self._do)

    def _do(self, link: Link) -> None:
        """A number is copied, a contact is bookmarked."""
        if link.ask == Ask.KEEP:
            self.host.save_here(link.target)
        else:
            copied(self.host, link)

    def fill(self, made: RichText) -> None:
        """Write every contact, in groups by what it is called for."""
        made.heading(tr(self.name), T32, bottom=10, level=1)
        made.text(tr("Numbers change. Each shows when it was last checked; test it before you hand it out."))
        contacts = self.host.kb.contacts(self.host.lang)
        for need in Need:
            if need == Need.ICE:
                made.box("warn")
            made.heading(tr(NEEDS[need]), T22, top=24, bottom=4)
            if need == Need.ICE:
                made.text(
                    tr("They belong to the agency that makes arrests. Let a lawyer or a helper with no risk call.")
                )
            for contact in contacts:
                if contact.need == need:
                    self._contact(made, contact)
            if need == Need.ICE:
                made.end_box()

    def _contact(self, made: RichText, contact: Contact) -> None:
        made.heading(contact.name, T18, top=12, bottom=2, level=3, address=contact.address)
        large = made.heading_size(T22 if contact.phone else T18)
        for way in filter(None, (contact.phone, contact.email)):
            copy = Link(Ask.COPY, way).around(tr("Copy"))
            hours = f" &nbsp;·&nbsp; {escape(contact.hours)}" if contact.hours and way == contact.phone else ""
            size = large if way == contact.phone else made.heading_size(T16)
            made.text(f'<span style="font-size:{size}px"><b>{escape(way)}</b></span> &nbsp; {copy}{hours}', bottom=2)
        if contact.warning:
            made.text(f"<b>{escape(contact.warning)}</b>", bottom=2, colour=made.look.colours.warn)
        made.text(escape(contact.purpose), bottom=2)
        if contact.web:
            address = contact.web if contact.web.startswith("https://") else f"https://{contact.web}"
            hours = f" &nbsp;·&nbsp; {escape(contact.hours)}" if contact.hours and not contact.phone else ""
            made.text(f'<a href="{escape(address)}">{escape(contact.web)}</a>{hours}', bottom=2)
        source = f' <a href="{escape(contact.source)}">{tr("source")}</a>' if contact.source else ""
        checked = f"{tr(SEEN[contact.level])}, {date_words(contact.checked_on)}"
        note = f" {escape(contact.note)}" if contact.note else ""
        keep = Link(Ask.KEEP, contact.address).around(tr("Bookmark"))
        made.text(f"{checked}.{note}{source} &nbsp; {keep}", colour=made.look.colours.muted, size=T14)
