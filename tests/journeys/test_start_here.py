"""Search in the window: what to start with, when nothing held answers, which of two laws is meant, what was found marked."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication

from rightsref.ui.parts.place import At, Place, SearchState


def searched(window, text):
    """The page of a search."""
    window.go(Place("search", SearchState(text)))
    return window.pages["search"]


def test_a_scenario_stands_above_the_law_and_opens(window):
    page = searched(window, "ICE is at my door right now")
    assert page.start_here.rows.isVisibleTo(page)
    assert "rightsref:flow/agents-at-my-door" in page.start_here.rows.text()
    page.start_here.followed.emit("rightsref:flow/agents-at-my-door")
    assert window.history.current.page == "scenarios"


def test_the_number_of_a_contact_is_copied(window):
    page = searched(window, "how does the attorney general enforce the trust act")
    assert "877-581-3692" in page.start_here.rows.text()
    page.start_here.followed.emit("copy:877-581-3692")
    assert QGuiApplication.clipboard().text() == "877-581-3692"
    assert "877-581-3692" in window.message.text()


def test_who_has_no_answer_is_told_so_and_whom_to_ask(window):
    page = searched(window, "how do I get a refund from an airline")
    assert page.start_here.only_near.isVisibleTo(page)
    assert "near, not an answer" in page.start_here.only_near.text()
    assert "rightsref:contact/" in page.start_here.only_near.text()


def test_a_word_of_two_laws_offers_two_chips(window):
    page = searched(window, "custody")
    chips = page.start_here.chips
    assert all(chip.isVisibleTo(page) for chip in chips)
    chips[1].click()
    assert window.history.current.state.text.startswith("custody ")
    assert not any(chip.isVisibleTo(window.pages["search"]) for chip in chips)


def test_nothing_stands_above_the_hits_of_a_citation(window):
    page = searched(window, "805/15(h)")
    assert not page.start_here.isVisibleTo(page)


def test_what_was_found_is_marked_on_the_page(window):
    page = searched(window, "how does the attorney general enforce the trust act")
    page.enter()
    marked = [selection.cursor.selectedText().casefold() for selection in page.reading.text.extraSelections()]
    assert {"enforces", "trust", "act"} <= set(marked)
    window.go(Place("law", At("rightsref:provision/5-ilcs-805/15")))
    assert window.pages["law"].reading.text.extraSelections() == []


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("8 CFR 287.7(d)(99)", "The part 8 CFR 287.7(d)(99) is not held here; 8 CFR 287.7(d) is shown instead."),
        ("5 ILCS 805/15(h)(7)(z)", "The part 5 ILCS 805/15(h)(7)(z) is not held here; 5 ILCS 805/15(h)(7) is shown instead."),
        ("5 ILCS 805/15(h)", ""),
        ("8 CFR 287.7", ""),
    ],
)  # fmt: skip
def test_a_cited_part_that_is_not_held_is_told_above_what_is_shown(type_in, typed, said):
    assert type_in(typed).message.plain() == said
