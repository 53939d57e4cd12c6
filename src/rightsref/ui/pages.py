"""The pages by name. Each module is imported when its page is first wanted, so that the window is there at once."""

from __future__ import annotations

from rightsref.ui.page import Desk, Page


def make_page(name: str, desk: Desk) -> Page:
    """Make the page of a name: `home`, `search`, `law`, `settings` or `about`."""
    if name == "home":
        from rightsref.ui.home_page import HomePage

        return HomePage(desk)
    if name == "search":
        from rightsref.ui.search_page import SearchPage

        return SearchPage(desk)
    if name == "law":
        from rightsref.ui.law_page import LawPage

        return LawPage(desk)
    if name == "settings":
        from rightsref.ui.settings_page import SettingsPage

        return SettingsPage(desk)
    from rightsref.ui.about_page import AboutPage

    return AboutPage(desk)
