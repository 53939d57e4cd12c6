"""The pages by name. Each module is imported when its page is first wanted, so that the window is there at once."""

from __future__ import annotations

from importlib import import_module

from rightsref.ui.page import Desk, Page

#: Name of a page -> its module under `rightsref.ui` and its class.
PAGES = {
    "home": ("home_page", "HomePage"),
    "search": ("search_page", "SearchPage"),
    "law": ("law_page", "LawPage"),
    "scenarios": ("scenario_page", "ScenarioPage"),
    "sheets": ("sheets_page", "SheetsPage"),
    "path": ("path_page", "PathPage"),
    "papers": ("papers_page", "PapersPage"),
    "clock": ("clock_page", "ClockPage"),
    "compare": ("compare_page", "ComparePage"),
    "timeline": ("timeline_page", "TimelinePage"),
    "glossary": ("glossary_page", "GlossaryPage"),
    "contacts": ("contacts_page", "ContactsPage"),
    "settings": ("settings_page", "SettingsPage"),
    "about": ("about_page", "AboutPage"),
}


def make_page(name: str, desk: Desk) -> Page:
    """Make the page of a name, one of `PAGES`."""
    module, page = PAGES[name]
    made: Page = getattr(import_module(f"rightsref.ui.{module}"), page)(desk)
    return made
