"""The letter to the jail: what the clock says, and blanks for every name."""

from __future__ import annotations

from rightsref.reasoning.clock import clock, read_moment
from rightsref.reasoning.holders import Law
from rightsref.reasoning.letter import jail_letter

DUE, NOW = read_moment("2026-03-06 16:00"), read_moment("2026-03-11 09:05")


def test_it_says_what_the_clock_says_and_names_nobody():
    words = jail_letter(clock(DUE), DUE, NOW)
    assert "March 11, 2026, 9:05 am" in words
    assert "Release was due at 4:00 pm on Friday, March 6, 2026." in words
    assert "Section 15(a) of the TRUST Act" in words
    assert "Let this person go now." in words
    assert words.count("____") >= 6


def test_to_a_federal_holder_it_names_federal_law():
    words = jail_letter(clock(DUE, Law.FEDERAL), DUE, NOW)
    assert "TRUST Act" not in words
    assert "Valdez-Hurtado" in words
