"""Two versions beside each other: nothing is lost, changes are marked."""

from __future__ import annotations

from itertools import pairwise
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rightsref.knowledge.comparison import Change, Fate, compare, set_beside, what_changed
from rightsref.model.law import Succession

OLD, NEW = (SimpleNamespace(address=name) for name in ("old", "new"))


def document(*paragraphs, address="new", succession=()):
    made = [SimpleNamespace(pinpoint=pin, text=text) for pin, text in paragraphs]
    return SimpleNamespace(paragraphs=made, succession=succession, address=address, versions=(NEW, OLD))


def words(runs, *kinds):
    return "".join(run.text for run in runs if not kinds or run.change in kinds)


def test_words_put_in_and_taken_out_are_marked():
    (pair,) = compare(
        document(("(a)", "no hold on a valid warrant")), document(("(a)", "no hold on a criminal warrant"))
    )
    assert words(pair.earlier, Change.OUT).strip() == "valid"
    assert words(pair.later, Change.IN).strip() == "criminal"
    assert pair.changed


def test_a_paragraph_that_came_or_went_is_told():
    came, went = compare(document(("(a)", "old")), document(("(b)", "new")))
    assert (came.label, came.earlier, words(came.later, Change.IN)) == ("(b)", (), "new")
    assert (went.label, words(went.earlier, Change.OUT), went.later) == ("(a)", "old", ())


def test_the_same_text_has_no_changes(real):
    shown = real.document("rightsref:provision/5-ilcs-805/15")
    assert not any(pair.changed for pair in compare(shown, shown))


def test_every_pair_of_real_versions_lines_up_by_pinpoint(real):
    bases = {heading.citation.partition("@")[0] for heading in real.outline()}
    seen = 0
    for base in bases:
        versions = [real.document(version.address) for version in real.versions(base)]
        for later, earlier in pairwise(versions):
            pairs = compare(earlier, later)
            labels = [pair.label for pair in pairs]
            assert len({(pair.label, pair.fate == Fate.GONE) for pair in pairs}) == len(pairs), base
            assert not any("@" in label or "20" in label for label in labels), base
            assert set(labels) >= {p.pinpoint or "§" for p in later.paragraphs}, base
            left = {p.pinpoint or "§" for p in earlier.paragraphs} - set(labels)
            assert left <= {pair.was for pair in pairs}, base  # moved, and told so
            seen += 1
    assert seen >= 5


@given(st.text(max_size=80), st.text(max_size=80))
def test_no_word_is_lost(before, after):
    (pair,) = compare(document(("(a)", before)), document(("(a)", after)))
    assert words(pair.earlier).split() == before.split()
    assert words(pair.later).split() == after.split()


def fates(*pairs):
    return {pair.label: (pair.fate, pair.was) for pair in pairs}


def test_a_paragraph_that_moved_is_set_beside_what_it_was():
    earlier = document(("¶1", "one"), ("¶2", "two of them"), address="old")
    later = document(
        ("¶1", "one"), ("¶2", "all new"), ("¶3", "two of them"), succession=(Succession("¶3", "¶2", reworded=False),)
    )
    assert fates(*compare(earlier, later)) == {"¶1": (Fate.SAME, ""), "¶2": (Fate.NEW, ""), "¶3": (Fate.SAME, "¶2")}


def test_what_only_we_word_otherwise_is_no_change_of_the_law():
    earlier = document(("(a)", "hold, or let go on bond"), address="old")
    known = tuple(Succession(pin, "(a)", reworded=True) for pin in ("(a)", "(a)(1)"))
    later = document(("(a)", "it has these choices"), ("(a)(1)", "to hold"), succession=known)
    pairs = compare(earlier, later)
    assert fates(*pairs) == {"(a)": (Fate.REWORDED, ""), "(a)(1)": (Fate.REWORDED, "(a)")}
    assert not any(pair.changed for pair in pairs)


def test_signs_and_capitals_are_no_change():
    (pair,) = compare(document(("(a)", "The City, may not.")), document(("(a)", "the City may not")))
    assert pair.fate == Fate.SAME


def test_texts_with_little_in_common_are_not_marked_word_by_word():
    (pair,) = compare(
        document(("(a)", "red fox by the old mill")), document(("(a)", "no agency may ask the court for more time"))
    )
    assert pair.fate == Fate.REPLACED
    assert {run.change for run in (*pair.earlier, *pair.later)} == {Change.SAME}


def test_what_is_known_of_the_next_text_is_not_said_of_another():
    earlier = document(("¶2", "two"), address="older")
    later = document(("¶3", "two"), succession=(Succession("¶3", "¶2", reworded=False),))
    assert fates(*compare(earlier, later)) == {"¶3": (Fate.NEW, ""), "¶2": (Fate.GONE, "")}


@pytest.mark.parametrize("lang", ["en", "es"])
def test_every_text_that_follows_another_tells_what_changed(real, lang):
    seen = 0
    for base in {heading.citation.partition("@")[0] for heading in real.outline()}:
        for later, earlier in pairwise(real.versions(base)):
            texts = [real.document(version.address, lang) for version in (earlier, later)]
            told = what_changed(real, *texts, lang)
            assert 3 <= len(told) <= 5, later.address
            assert all(block.authorities for block in told), later.address
            assert "changed" not in texts[1].in_english, later.address
            seen += 1
    assert seen >= 9


@pytest.mark.parametrize("lang", ["en", "es"])
def test_two_languages_are_never_compared(real, lang):
    for base in {heading.citation.partition("@")[0] for heading in real.outline()}:
        for later, earlier in pairwise(real.versions(base)):
            texts, pairs = set_beside(real, (earlier.address, later.address), lang)
            english = compare(*(real.document(text.address) for text in texts))
            assert len({"law" in text.in_english for text in texts}) == 1
            assert [pair.label for pair in pairs] == [pair.label for pair in english]
            assert all(pair.changed == other.changed for pair, other in zip(pairs, english, strict=True))
