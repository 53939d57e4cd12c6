"""Two versions beside each other: nothing is lost, changes are marked."""

from __future__ import annotations

from itertools import pairwise
from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st

from rightsref.knowledge.comparison import Change, compare


def document(*paragraphs):
    made = [SimpleNamespace(pinpoint=pin, text=text) for pin, text in paragraphs]
    return SimpleNamespace(paragraphs=made)


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
            assert len(set(labels)) == len(labels), base
            assert not any("@" in label or "20" in label for label in labels), base
            assert set(labels) == {p.pinpoint or "§" for v in (earlier, later) for p in v.paragraphs}, base
            seen += 1
    assert seen >= 5


@given(st.text(max_size=80), st.text(max_size=80))
def test_no_word_is_lost(before, after):
    (pair,) = compare(document(("(a)", before)), document(("(a)", after)))
    assert words(pair.earlier).split() == before.split()
    assert words(pair.later).split() == after.split()
