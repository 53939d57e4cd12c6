"""Whether a typed text is Spanish."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rightsref.search.asked_in import sounds_spanish

TYPED = (
    ("la migra", True), ("me pueden parar", True), ("fianza", True), ("ke ago si la migra me para", True), ("ciudadanía", True),
    ("orden de corte", True), ("¿qué?", True), ("mi esposo", True), ("can cops ask if i have papers", False), ("ICE hold after bond", False),
    ("La Salle", False), ("Los Angeles", False), ("805/15", False), ("no", False), ("son arrested", False), ("", False), ("Pilsen", False),
)  # fmt: skip


@pytest.mark.parametrize(("text", "spanish"), TYPED)
def test_spanish_is_told_from_english(text, spanish):
    assert sounds_spanish(text) is spanish


@given(st.text())
def test_any_text_is_one_or_the_other(text):
    assert sounds_spanish(text) in {True, False}
