"""The detainer clock against a table worked out on paper."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rightsref.errors import UsageError
from rightsref.reasoning.clock import clock, counted_hours, counts, lasted, left_out, plain_hours, read_moment
from rightsref.reasoning.holders import CHICAGO, HOLDERS, Law, holder_named
from rightsref.reasoning.letter import to_say, to_say_with_meaning
from rightsref.words import speaking

# (why, release due, the form's flat 48 hours, the regulation's 48 hours), local time in Chicago.
# Worked out by hand with a calendar: hours of the first day, whole days that count, what is left of the last.
TABLE = [
    ("Monday to Wednesday", "2026-03-02 09:00", "2026-03-04 09:00", "2026-03-04 09:00"),
    ("Friday: 8 h, Monday 24 h, Tuesday 16 h; clocks go forward on the Sunday", "2026-03-06 16:00", "2026-03-08 17:00", "2026-03-10 16:00"),
    ("Saturday counts from Monday 0:00", "2026-03-14 10:00", "2026-03-16 10:00", "2026-03-18 00:00"),
    ("Sunday counts from Monday 0:00", "2026-03-15 23:00", "2026-03-17 23:00", "2026-03-18 00:00"),
    ("Thursday: 12 h, Friday 24 h, Monday 12 h", "2026-03-19 12:00", "2026-03-21 12:00", "2026-03-23 12:00"),
    ("Eve of Thanksgiving: 8 h, Friday 24 h, Monday 16 h", "2026-11-25 16:00", "2026-11-27 16:00", "2026-11-30 16:00"),
    ("Thanksgiving: Friday 24 h, Monday 24 h", "2026-11-26 09:00", "2026-11-28 09:00", "2026-12-01 00:00"),
    ("Christmas on a Sunday, observed Monday: 12 h, Tuesday 24 h, Wednesday 12 h", "2022-12-23 12:00", "2022-12-25 12:00", "2022-12-28 12:00"),
    ("Christmas on a Saturday, observed Friday: 6 h, Monday 24 h, Tuesday 18 h", "2021-12-23 18:00", "2021-12-25 18:00", "2021-12-28 18:00"),
    ("New Year on a Saturday, observed Friday 31 December: 16 h, Monday 24 h, Tuesday 8 h", "2021-12-30 08:00", "2022-01-01 08:00", "2022-01-04 08:00"),
    ("New Year on a Thursday: 4 h, Friday 24 h, Monday 20 h", "2025-12-31 20:00", "2026-01-02 20:00", "2026-01-05 20:00"),
    ("King Day on the Monday: 8 h, Tuesday 24 h, Wednesday 16 h", "2026-01-16 16:00", "2026-01-18 16:00", "2026-01-21 16:00"),
    ("Sunday before Presidents’ Day counts from Tuesday 0:00", "2026-02-15 10:00", "2026-02-17 10:00", "2026-02-19 00:00"),
    ("On Memorial Day itself", "2026-05-25 08:00", "2026-05-27 08:00", "2026-05-28 00:00"),
    ("Eve of Juneteenth, a Friday: 12 h, Monday 24 h, Tuesday 12 h", "2026-06-18 12:00", "2026-06-20 12:00", "2026-06-23 12:00"),
    ("19 June 2020 was no federal holiday yet: 12 h, Friday 24 h, Monday 12 h", "2020-06-18 12:00", "2020-06-20 12:00", "2020-06-22 12:00"),
    ("Fourth of July on a Saturday, observed Friday: 7 h, Monday 24 h, Tuesday 17 h", "2026-07-02 17:00", "2026-07-04 17:00", "2026-07-07 17:00"),
    ("Friday 23:30 before Labor Day: half an hour, Tuesday 24 h, Wednesday 23.5 h", "2026-09-04 23:30", "2026-09-06 23:30", "2026-09-09 23:30"),
    ("Saturday before Columbus Day counts from Tuesday 0:00", "2026-10-10 12:00", "2026-10-12 12:00", "2026-10-15 00:00"),
    ("Eve of Veterans Day, a Wednesday: 14 h, Thursday 24 h, Friday 10 h", "2026-11-10 10:00", "2026-11-12 10:00", "2026-11-13 10:00"),
    ("Clocks go back on the Sunday: the flat 48 hours end an hour earlier by the clock", "2026-10-30 16:00", "2026-11-01 15:00", "2026-11-03 16:00"),
    ("Saturday before the clocks go back", "2026-10-31 12:00", "2026-11-02 11:00", "2026-11-04 00:00"),
    ("Saturday before the clocks go forward", "2026-03-07 12:00", "2026-03-09 13:00", "2026-03-11 00:00"),
    ("Friday 0:00: Friday 24 h, Monday 24 h", "2026-03-13 00:00", "2026-03-15 00:00", "2026-03-17 00:00"),
    ("A minute before midnight on a Tuesday", "2026-04-07 23:59", "2026-04-09 23:59", "2026-04-09 23:59"),
    ("King Day and an inauguration on one Monday", "2025-01-17 15:00", "2025-01-19 15:00", "2025-01-22 15:00"),
    ("An inauguration on a Wednesday is no holiday in Illinois", "2021-01-19 10:00", "2021-01-21 10:00", "2021-01-21 10:00"),
]  # fmt: skip


@pytest.mark.parametrize(("why", "release", "form", "regulation"), TABLE, ids=[row[0] for row in TABLE])
def test_the_table_worked_out_on_paper(why, release, form, regulation):
    due = read_moment(release)
    assert f"{plain_hours(due):%Y-%m-%d %H:%M}" == form
    assert f"{counted_hours(due):%Y-%m-%d %H:%M}" == regulation


def test_in_illinois_there_is_no_time_at_all():
    due = read_moment("2026-03-06 16:00")
    lane = clock(due)[0]
    assert (lane.hours, lane.at, lane.authority) == (0, due, "5 ILCS 805/15(a)")


@pytest.mark.parametrize(
    ("release", "hours", "authority"),
    [
        ("2017-08-27 23:59", None, "5 ILCS 805/15(a)@2017-08-28"),
        ("2017-08-28 00:00", 0, "5 ILCS 805/15(a)@2017-08-28"),
        ("2021-08-01 23:59", 0, "5 ILCS 805/15(a)@2017-08-28"),
        ("2021-08-02 00:00", 0, "5 ILCS 805/15(a)"),
    ],
)
def test_illinois_law_is_that_of_the_day(release, hours, authority):
    lane = clock(read_moment(release))[0]
    assert (lane.hours, lane.authority) == (hours, authority)


def test_another_state_has_no_illinois_lane():
    lane = clock(read_moment("2026-03-06 16:00"), Law.OTHER)[0]
    assert lane.at is None
    assert "does not reach" in lane.note


def test_before_the_form_there_was_no_form():
    assert clock(read_moment("2017-04-01 12:00"))[1].at is None
    assert clock(read_moment("2017-04-02 12:00"))[1].hours == 48


def test_every_authority_of_the_clock_is_held(real):
    for moment in ("2016-01-01 12:00", "2019-01-01 12:00", "2026-01-01 12:00"):
        for lane in clock(read_moment(moment)):
            assert real.resolve(lane.authority)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("nonsense", "is not a date and time"),
        ("2026-03-06 16:00:75", "no time of day|is not a date and time"),
        ("March 6 2026 4:00:99 pm", "no time of day|is not a date and time"),
        ("2026-03-06T16:00+14:01", "14 hours"),
        ("2026-03-06T16:00-23:59", "14 hours"),
        ("2026-02-30 10:00", "The calendar has no day"),
        ("2026-03-06", "no time of day"),
        ("1850-01-01 10:00", "out of range"),
        ("2400-01-01 10:00", "out of range"),
        ("2026-03-08 02:30", "skipped 02:30"),
        ("2026-11-01 01:30", "came twice"),
        ("", "is not a date and time"),
    ],
)
def test_bad_input_is_told_in_one_sentence(text, said):
    with pytest.raises(UsageError, match=said):
        read_moment(text)


def test_an_ambiguous_hour_is_taken_with_its_offset():
    first, second = read_moment("2026-11-01T01:30-05:00"), read_moment("2026-11-01T01:30-06:00")
    assert second - first.astimezone(UTC) == timedelta(hours=1)


def test_an_unknown_zone_is_told():
    with pytest.raises(UsageError, match="no time zone"):
        read_moment("2026-03-06 16:00", "Mars/Olympus")


moments = st.datetimes(datetime(2000, 1, 1), datetime(2099, 1, 1)).map(
    lambda d: d.replace(tzinfo=UTC).astimezone(ZoneInfo(CHICAGO))
)


@given(moments)
@settings(max_examples=200, deadline=None)
def test_the_regulation_never_ends_before_the_form(moment):
    assert counted_hours(moment).astimezone(UTC) >= plain_hours(moment).astimezone(UTC)
    assert plain_hours(moment).astimezone(UTC) - moment.astimezone(UTC) == timedelta(hours=48)


@given(moments)
@settings(max_examples=100, deadline=None)
def test_the_regulation_ends_within_a_day_that_counts(moment):
    """At its end, or a moment before where it ends at midnight, the hours are running."""
    assert counts((counted_hours(moment) - timedelta(seconds=1)).date())


@given(st.text(max_size=60), st.text(max_size=30))
def test_any_text_is_a_moment_or_a_sentence(text, zone):
    try:
        assert read_moment(text, zone).tzinfo is not None
    except UsageError as error:
        assert str(error).endswith(".")


# -- what to say, and for how long -------------------------------------------------------------------------

FRIDAY = read_moment("2026-03-06 16:00")
SAYINGS = (
    # in Illinois, now, what must be said, what must not
    (Law.ILLINOIS, "2026-03-06 15:00", ("Release is due at 4:00 pm on Friday, March 6, 2026", "TRUST Act"), ("ran out",)),
    (Law.ILLINOIS, "2026-03-06 16:01", ("Release was due at", "TRUST Act"), ("ran out",)),
    (Law.ILLINOIS, "2026-03-08 17:01", ("48 hours at most. They ran out at 5:00 pm on Sunday, March 8, 2026",), ("Let this person go",)),
    (Law.OTHER, "2026-03-08 17:01", ("They ran out at 5:00 pm on Sunday",), ("TRUST Act",)),
    (Law.OTHER, "2026-03-10 16:01", ("ran out as well, at 4:00 pm on Tuesday, March 10, 2026", "Let this person go now"), ("TRUST Act",)),
)  # fmt: skip


@pytest.mark.parametrize(("law", "now", "said", "unsaid"), SAYINGS)
def test_what_to_say_follows_the_place_and_the_hour(law, now, said, unsaid):
    words = " ".join(to_say(clock(FRIDAY, law), FRIDAY, read_moment(now)))
    assert all(part in words for part in said), words
    assert not any(part in words for part in unsaid), words
    assert "{" not in words


@pytest.mark.parametrize(
    ("span", "said"),
    [
        (timedelta(0), "0 minutes"),
        (timedelta(minutes=1), "1 minute"),
        (timedelta(hours=29, minutes=40), "29 hours and 40 minutes"),
        (timedelta(hours=48), "48 hours"),
        (timedelta(days=3, hours=23, minutes=1), "95 hours and 1 minute"),
        (timedelta(days=4, minutes=59), "4 days"),
        (timedelta(days=261, hours=1), "261 days and 1 hour"),
    ],
)
def test_lengths_of_time_are_said(span, said):
    assert lasted(span) == said


@pytest.mark.parametrize("text", ["1997-04-01 00:00+00:00", "2099-12-31 23:59-10:00", "9999-12-31 23:59-12:00"])
def test_a_moment_whose_local_day_is_out_of_range_is_told(text):
    with pytest.raises(UsageError, match="out of range"):
        read_moment(text)


def test_every_holder_is_found_by_its_key_and_every_zone_exists():
    assert len({holder.key for holder in HOLDERS}) == len({holder.name for holder in HOLDERS}) == len(HOLDERS)
    for holder in HOLDERS:
        assert holder_named(holder.key) == holder
        assert ZoneInfo(holder.zone)


def test_all_fifty_states_are_there():
    letters = {holder.key for holder in HOLDERS if len(holder.key) == 2}
    assert len(letters | {"IL"}) == 52  # with the District and Puerto Rico


def test_what_is_said_to_the_jail_stays_english_and_is_explained_in_the_readers_language():
    release, now = read_moment("2026-03-06 16:00"), read_moment("2026-03-20 16:00")
    assert {meaning for _, meaning in to_say_with_meaning(clock(release), release, now)} == {""}
    with speaking("es"):
        told = to_say_with_meaning(clock(release), release, now)
    assert told[0][0].startswith("Release was due at 4:00 pm on Friday, March 6, 2026.")
    assert told[0][1].startswith("La salida debía ser el viernes 6 de marzo de 2026, 4:00 pm.")
    assert len(told) == 5


def test_the_days_that_the_regulation_leaps_over_are_named():
    release = read_moment("2026-11-25 18:00", now=datetime(2026, 11, 29, tzinfo=UTC))
    form, regulation = clock(release, Law.OTHER)[1:]
    assert [day.isoformat() for day in left_out(regulation, release)] == ["2026-11-26", "2026-11-28", "2026-11-29"]
    assert left_out(form, release) == ()


def test_an_arrest_by_ice_has_one_clock_of_its_own():
    arrest = read_moment("2026-11-25 18:00", now=datetime(2026, 11, 29, tzinfo=UTC))
    (decision,) = clock(arrest, Law.ICE)
    assert (decision.rule, decision.hours, decision.authority) == ("decision", 48, "8 CFR 287.3(d)")
    assert decision.at == arrest + timedelta(hours=48)
    said = to_say((decision,), arrest, decision.at + timedelta(minutes=1))
    assert "287.3(d)" in said[-1]
    assert not any("jail" in words or "TRUST" in words for words in said)
    assert len(to_say((decision,), arrest, decision.at - timedelta(minutes=1))) == 1
