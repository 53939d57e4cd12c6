"""The pages by name. Each module is imported when its page is first wanted, so that the window is there at once."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from rightsref.model.kinds import KINDS
from rightsref.ui.parts.page import Page, PageHost
from rightsref.ui.parts.place import Answers, At, Place, SheetChoice
from rightsref.ui.parts.sound import make_sound

if TYPE_CHECKING:
    from rightsref.model.address import Address

#: Name of a page -> its module under `rightsref.ui` and its class.
PAGES = {
    "home": ("shell.home_page", "HomePage"),
    "search": ("search.page", "SearchPage"),
    "law": ("law.page", "LawPage"),
    "scenarios": ("scenarios.page", "ScenarioPage"),
    "sheets": ("sheets.page", "SheetsPage"),
    "path": ("detainers.path_page", "PathPage"),
    "papers": ("detainers.papers_page", "PapersPage"),
    "signing": ("detainers.signing_page", "SigningPage"),
    "clock": ("detainers.clock_page", "ClockPage"),
    "compare": ("law.compare_page", "ComparePage"),
    "timeline": ("reference.timeline_page", "TimelinePage"),
    "glossary": ("reference.glossary_page", "GlossaryPage"),
    "contacts": ("reference.contacts_page", "ContactsPage"),
    "saved": ("saved.page", "SavedPage"),
    "settings": ("shell.settings_page", "SettingsPage"),
    "about": ("reference.about_page", "AboutPage"),
    "news": ("reference.news_page", "NewsPage"),
    "where": ("reference.where_page", "WherePage"),
    "licences": ("reference.licences_page", "LicencesPage"),
    "keys": ("shell.keys_page", "KeysPage"),
}
#: Name of a page -> what the window's title calls it, where what it shows has no title of its own.
TITLES = {
    "home": "Home", "search": "Search", "law": "Law", "scenarios": "Scenarios", "sheets": "Sheets",
    "path": "The path of a detainer", "papers": "Check a paper", "signing": "Papers to sign", "clock": "The 48-hour clock",
    "compare": "Compare", "timeline": "Timeline", "glossary": "Words", "contacts": "Whom to call", "saved": "Saved", "settings": "Settings",
    "about": "About", "news": "What is new", "where": "Where is everything?", "licences": "Licenses", "keys": "Keys and help",
}  # fmt: skip


def make_page(name: str, host: PageHost) -> Page:
    """Make the page of a name, one of `PAGES`."""
    module, page = PAGES[name]
    found: type[Page] = getattr(import_module(f"rightsref.ui.{module}"), page)
    make_sound()
    return found(host)


def place_of(address: Address) -> Place:
    """The place that shows what stands at an address; what has no page of its own is read as law is."""
    if address.kind == "tool":
        return Place(address.path[0])
    if address.kind == "flow":
        return Place("scenarios", Answers(address.path[0]))
    if address.kind == "sheet":
        return Place("sheets", SheetChoice(str(address)))
    page = KINDS[address.kind].page if address.kind in KINDS else ""
    return Place(page if page in PAGES else "law", At(str(address)))
