"""`rightsref clock`: its JSON, its words, and one line for each thing that is wrong."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

FRIDAY = "2026-03-06 16:00"

#: Options -> a telling part of the one line on stderr.
BAD_CALLS = {
    (): "Missing option '--release'",
    ("--release",): "requires an argument",
    ("--release", FRIDAY, "extra"): "unexpected extra argument",
    ("--release", ""): "“” is not a date and time that we can read; write it as Friday 4 pm or 11/5/2019 4:00 pm.",
    ("--release", "tomorrow"): "“tomorrow” has no time of day; add one, such as tomorrow 4 pm.",
    ("--release", "2026-02-30 10:00"): "The calendar has no day 2/30/2026.",
    ("--release", "2026-03-06 25:00"): "There is no time of day 25:00.",
    ("--release", "2026-03-06"): "“2026-03-06” has no time of day; add one, such as 2026-03-06 4 pm.",
    ("--release", "1997-03-31 23:59"): "1997-03-31 is out of range; give a day from 1997-04-01 to 2099-12-31.",
    ("--release", "2100-01-01 00:00"): "2100-01-01 is out of range",
    ("--release", "9999-12-31 23:59"): "9999-12-31 is out of range",
    ("--release", "0001-01-01 00:00+23:59"): "0001-01-01 is out of range",
    ("--release", "2026-03-08 02:30"): "The clocks skipped 02:30 on 2026-03-08",
    ("--release", "2026-11-01 01:30"): "write 2026-11-01T01:30-05:00 for the first",
    ("--release", "a\nb\x1b[31m\x00"): "“a b [31m” is not a date and time",
    ("--release", "\udcff"): "“” is not a date and time",
    ("--release", "9" * 5000): "is not a date and time",
    ("--release", FRIDAY, "--detainer", "soon"): "“soon” is not a date and time",
    ("--release", FRIDAY, "--detainer", ""): "“” is not a date and time",
    ("--release", FRIDAY, "--detainer", "1990-01-01 10:00"): "1990-01-01 is out of range",
    (
        "--release",
        FRIDAY,
        "--place",
        "mars",
    ): "There is no place “mars”; write illinois, federal, ice, other, or a state such as Indiana or WI.",
    ("--release", FRIDAY, "--zone", ""): "There is no time zone “”",
    (
        "--release",
        FRIDAY,
        "--zone",
        "Mars/Olympus",
    ): "There is no time zone “Mars/Olympus”; write it as America/Chicago",
    ("--release", FRIDAY, "--zone", "America"): "There is no time zone “America”",
    ("--release", FRIDAY, "--zone", "../../etc/passwd"): "There is no time zone",
    ("--release", FRIDAY, "--zone", "a\x00b\n\udcff"): "There is no time zone",
    ("--release", FRIDAY, "--zone", "z" * 5000): "There is no time zone",
}


@pytest.mark.parametrize("wants_json", [False, True])
@pytest.mark.parametrize(("options", "line"), BAD_CALLS.items())
def test_a_bad_call_gives_one_line(run_cli, options, line, wants_json):
    said = run_cli("clock", *options, *(["--json"] if wants_json and options != ("--release",) else []))
    assert (said.code, said.out, said.err.count("\n")) == (2, "", 1)
    assert line in said.err
    assert said.err[:-1].isprintable()


def test_the_json_is_as_the_contract_says(run_cli):
    said = run_cli("clock", "--release", FRIDAY, "--json")
    assert (said.code, said.err) == (0, "")
    assert list(said.json) == ["release", "understood", "lanes"]
    assert said.json["release"] == "2026-03-06T16:00:00-06:00"
    assert said.json["understood"] == "4:00 pm on Friday, March 6, 2026"
    assert all(list(lane) == ["rule", "deadline", "hours", "authority", "note"] for lane in said.json["lanes"])
    assert [(lane["rule"], lane["deadline"], lane["hours"], lane["authority"]) for lane in said.json["lanes"]] == [
        ("illinois", "2026-03-06T16:00:00-06:00", 0, "5 ILCS 805/15(a)"),
        ("form", "2026-03-08T17:00:00-05:00", 48, "form:I-247A"),
        ("regulation", "2026-03-10T16:00:00-05:00", 48, "8 CFR 287.7(d)"),
    ]
    assert all(lane["note"] for lane in said.json["lanes"])


@pytest.mark.parametrize(
    ("options", "hours"),
    [
        (["--release", FRIDAY], [0, 48, 48]),
        (["--release", FRIDAY, "--place", "illinois"], [0, 48, 48]),
        (["--release", FRIDAY, "--place", "other"], [None, 48, 48]),
        (["--release", FRIDAY, "--place", "other", "--zone", "America/New_York"], [None, 48, 48]),
        (["--release", FRIDAY, "--place", "federal"], [None, 48, 48]),
        (["--release", FRIDAY, "--place", "Wisconsin"], [None, 48, 48]),
        (["--release", "2017-08-27 12:00"], [None, 48, 48]),
        (["--release", "2017-04-01 12:00"], [None, None, 48]),
    ],
)
def test_a_rule_that_sets_no_time_is_null(run_cli, options, hours):
    lanes = run_cli("clock", *options, "--json").json["lanes"]
    assert [lane["hours"] for lane in lanes] == hours
    assert [lane["deadline"] is None for lane in lanes] == [number is None for number in hours]


@pytest.mark.parametrize(
    ("release", "read"),
    [
        ("2026-03-06T16:00", "2026-03-06T16:00:00-06:00"),
        (" 2026-03-06 16:00 ", "2026-03-06T16:00:00-06:00"),
        ("2026-03-06T22:00+00:00", "2026-03-06T16:00:00-06:00"),
        ("2026-11-01T01:30-05:00", "2026-11-01T01:30:00-05:00"),
        ("2026-11-01T01:30-06:00", "2026-11-01T01:30:00-06:00"),
    ],
)
def test_a_moment_is_told_back_as_it_was_read(run_cli, release, read):
    assert run_cli("clock", "--release", release, "--json").json["release"] == read


def test_the_zone_is_that_of_the_jail(run_cli):
    told = run_cli("clock", "--release", FRIDAY, "--zone", "America/New_York", "--json").json
    assert told["release"] == "2026-03-06T16:00:00-05:00"


@pytest.mark.parametrize(
    ("place", "offset"),
    [("illinois", "-06:00"), ("Indiana", "-05:00"), ("in", "-05:00"), ("IN-central", "-06:00"), ("Kentucky", "-05:00"),
     ("MI", "-05:00"), ("wi", "-06:00"), ("New  Mexico", "-07:00"), ("tennessee", "-06:00"), ("federal", "-06:00")],
)  # fmt: skip
def test_a_state_by_name_or_letters_has_its_zone(run_cli, place, offset):
    told = run_cli("clock", "--release", FRIDAY, "--place", place, "--json").json
    assert told["release"] == f"2026-03-06T16:00:00{offset}"


def test_the_trust_act_does_not_bind_a_federal_holder(run_cli):
    told = run_cli("clock", "--release", FRIDAY, "--place", "federal", "--json").json
    assert told["lanes"][0]["authority"] == "18 USC 3142(a)"
    said = run_cli("clock", "--release", FRIDAY, "--place", "federal").out
    assert "TRUST Act" not in said
    assert "Valdez-Hurtado" in said


def test_days_closed_by_order_give_a_second_end(run_cli):
    told = run_cli("clock", "--release", "2025-12-23 16:00", "--json").json["lanes"]
    assert told[2]["deadline"] == "2025-12-26T16:00:00-06:00"  # 8 h, the 24th, 16 h of the 26th
    assert told[2]["or_deadline"] == "2025-12-30T16:00:00-06:00"  # 8 h, Monday the 29th, 16 h of the 30th
    assert "December 24, 2025" in told[2]["note"]
    assert "December 26, 2025" in told[2]["note"]
    assert "or_deadline" not in told[1]
    lines = " ".join(run_cli("clock", "--release", "12/23/2025 4 pm").out.split())
    assert "ran out as well, at 4:00 pm on Tuesday, December 30, 2025" in lines


def test_the_detainer_is_told_back_and_changes_nothing(run_cli):
    plain, dated = (run_cli("clock", "--release", FRIDAY, *more) for more in ([], ["--detainer", "2026-03-05 09:05"]))
    assert "The detainer is dated: 9:05 am on Thursday, March 5, 2026" in dated.out
    assert dated.out.split("\n\n", 1)[1] == plain.out.split("\n\n", 1)[1]


def test_it_is_said_in_words(run_cli):
    lines = run_cli("clock", "--release", FRIDAY).out.splitlines()
    assert lines[0] == "Release was due: 4:00 pm on Friday, March 6, 2026"
    assert "Illinois law: no time at all  [5 ILCS 805/15(a)]" in lines
    assert any(line.endswith("at 4:00 pm on Tuesday, March 10, 2026  [8 CFR 287.7(d)]") for line in lines)


def test_the_clock_needs_no_knowledge_base(run_cli, monkeypatch, tmp_path):
    monkeypatch.setenv("RIGHTSREF_KNOWLEDGE_BASE", str(tmp_path / "none.db"))
    assert run_cli("clock", "--release", FRIDAY).code == 0


# -- any text -----------------------------------------------------------------------------------------------

#: Anything at all, and things that nearly are a date and time.
TIMES = st.one_of(
    st.text(st.characters(exclude_categories=()), max_size=30),
    st.from_regex(r"\A[0-9]{4}-[01][0-9]-[0-3][0-9][ T][0-2][0-9]:[0-5][0-9]([+-][0-2][0-9]:[0-5][0-9]|Z)?\Z"),
    st.datetimes(datetime(1997, 4, 1), datetime(2099, 12, 31)).map(lambda moment: moment.isoformat()),
)


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(release=TIMES, detainer=st.none() | TIMES, wants_json=st.booleans())
def test_any_time_gives_an_answer_or_one_line(run_cli, release, detainer, wants_json):
    dated = [] if detainer is None else [f"--detainer={detainer}"]
    said = run_cli("clock", f"--release={release}", *dated, *(["--json"] if wants_json else []))
    assert said.code in {0, 2}
    assert said.err.count("\n") == (said.code == 2)
    assert bool(said.out) == (said.code == 0)
    if wants_json and said.code == 0:
        release_due = datetime.fromisoformat(said.json["release"])
        for lane in said.json["lanes"]:
            assert lane["deadline"] is None or datetime.fromisoformat(lane["deadline"]) >= release_due


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(zone=st.text(st.characters(exclude_categories=()), max_size=20))
def test_any_zone_gives_an_answer_or_one_line(run_cli, zone):
    said = run_cli("clock", "--release", FRIDAY, f"--zone={zone}")
    assert said.code in {0, 2}
    assert said.err.count("\n") == (said.code == 2)
