"""Imposition: fronts and backs meet on every paper, with every margin that fits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rightsref.errors import UsageError
from rightsref.sheets.imposition import CARDS, EDGE, MOST_SHIFT, PAGES, Cards, impose
from rightsref.sheets.template_data import calibration_data

LENGTH = st.none() | st.floats(0, 60)
CHOICES = st.builds(
    Cards, st.sampled_from(sorted(CARDS)), LENGTH, LENGTH, st.none() | st.floats(0, 20),
    st.floats(-MOST_SHIFT, MOST_SHIFT), st.floats(-MOST_SHIFT, MOST_SHIFT),
)  # fmt: skip


@given(st.sampled_from(sorted(PAGES)), CHOICES)
def test_backs_stand_behind_their_fronts(paper, cards):
    try:
        page = impose(paper, cards)
    except UsageError as error:
        assert "do not fit" in str(error)
        return
    wide, high = PAGES[paper]
    assert len(page.front.places) == len(page.back.places) == cards.number
    for (x, y), (back_x, back_y) in zip(page.front.places, page.back.places, strict=True):
        assert back_x - cards.back_right == pytest.approx(wide - (x + page.width))
        assert back_y - cards.back_down == pytest.approx(y)
        assert EDGE - 0.01 <= x <= wide - page.width - EDGE + 0.01
        assert EDGE - 0.01 <= y <= high - page.height - EDGE + 0.01


@given(st.sampled_from(sorted(PAGES)), CHOICES)
def test_no_card_lies_on_another_and_no_mark_on_a_card(paper, cards):
    try:
        page = impose(paper, cards)
    except UsageError:
        return
    for side in (page.front, page.back):
        boxes = [(x, y, x + page.width, y + page.height) for x, y in side.places]
        for n, one in enumerate(boxes):
            for other in boxes[n + 1 :]:
                assert not cross(one, other)
            for x0, y0, x1, y1 in side.marks:
                assert not cross(one, (x0, y0, x1, y1))


def cross(one, other):
    """Whether two boxes share more than an edge."""
    slack = 0.01
    return (
        one[0] + slack < other[2]
        and other[0] + slack < one[2]
        and one[1] + slack < other[3]
        and other[1] + slack < one[3]
    )


@pytest.mark.parametrize("paper", PAGES)
@pytest.mark.parametrize("number", CARDS)
def test_cards_stand_in_the_middle_unless_asked(paper, number):
    page = impose(paper, Cards(number))
    (left, top), (right, bottom) = page.front.places[0], page.front.places[-1]
    assert left == pytest.approx(PAGES[paper][0] - right - page.width)
    assert top == pytest.approx(PAGES[paper][1] - bottom - page.height)


def test_every_edge_has_a_mark_at_both_ends():
    page = impose("letter", Cards(8))
    assert len(page.front.marks) == 2 * (4 + 8)


@pytest.mark.parametrize(
    ("cards", "said"),
    [
        (Cards(left=-3), "begin 4 to"), (Cards(top=200), "begin 4 to"), (Cards(gap=90), "make the gap smaller"),
        (Cards(gap=-1), "0 mm or more"), (Cards(back_right=16), "15 mm at most"), (Cards(back_down=float("nan")), "15 mm at most"),
        (Cards(left=float("nan")), "do not fit"), (Cards(left=float("inf")), "do not fit"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_told(cards, said):
    with pytest.raises(UsageError, match=said):
        impose("a4", cards)


@pytest.mark.parametrize("paper", sorted(PAGES))
def test_a_printer_that_sets_nothing_off_has_its_crosses_meet(paper):
    told = calibration_data(paper, Cards())
    assert {(round(x, 6), round(y, 6)) for x, y in told["front"]} == {
        (round(x, 6), round(y, 6)) for x, y in told["back"]
    }
    moved = calibration_data(paper, Cards(back_right=2.0, back_down=-1.0))
    assert [(x - a, y - b) for (x, y), (a, b) in zip(moved["back"], told["back"], strict=True)] == [
        pytest.approx((2.0, -1.0))
    ] * 5


@pytest.mark.parametrize("shift", [MOST_SHIFT, -MOST_SHIFT])
def test_the_greatest_shift_is_taken(shift):
    assert impose("letter", Cards(back_right=shift, back_down=shift))
