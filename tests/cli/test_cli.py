"""The command line: exit codes, one line for each thing that is wrong, JSON exactly as the contract says."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import rightsref
from rightsref.model.law import Level, Status
from rightsref.words.labels import SIGNING_PARTS

CODE = "rightsref:provision/tiny-code"

#: Bad calls: arguments -> exit code and a telling part of the one line on stderr.
BAD_CALLS = {
    ("frobnicate",): (2, "No such command 'frobnicate'"),
    (): (2, "Missing command"),
    ("--nonsense",): (2, "No such option"),
    ("search",): (2, "Missing argument 'QUERY'"),
    ("search", "guard", "--limit", "0"): (2, "not in the range 1<=x<=100"),
    ("search", "guard", "--limit", "many"): (2, "not a valid integer"),
    ("search", "guard", "--lang", "fr"): (2, "'fr' is not one of 'en', 'es'"),
    ("search", "guard", "--kind", "law"): (2, "'law' is not one of"),
    ("search", "guard", "--source", "none"): (2, "There is no source “none”. The sources are: tiny-code, tiny-rules."),
    ("search", "guard", "--on", "some day"): (
        2,
        "“some day” is not a day that we can read; write it as 11/5/2019, Nov 5 or yesterday.",
    ),
    ("search", "guard", "--on", "2021-02-30"): (2, "The calendar has no day 2/30/2021."),
    ("search", "zzzzzz"): (1, "Nothing found for “zzzzzz”. Try everyday words"),
    ("search", ""): (1, "Nothing found for “”"),
    ("search", "zz\nzz\tzz"): (1, "Nothing found for “zz zz zz”"),
    ("search", "zz" * 500): (1, "…”. Try everyday words"),
    ("search", "cheese", "--kind", "form"): (1, "Nothing found"),
    ("show",): (2, "Missing argument"),
    ("show", "99 ILCS 900/77"): (1, "“99 ILCS 900/77” is not held here"),
    ("show", "99 ILCS 900/15(z)"): (1, "the nearest that is held is 99 ILCS 900/15."),
    ("show", "a\nb"): (1, "“a b” is not held here"),
    ("show", "\udcff"): (1, "is not held here"),
    ("show", "rightsref:form/\udcff"): (1, "is not held here"),
    ("show", "99 ILCS 900/15", "--on", "1999-01-01"): (1, "The first text held here took effect on January 1, 2010."),
    ("show", "99 ILCS 900/15", "--on", "soon"): (2, "is not a day"),
    ("content",): (2, "Missing command"),
    ("content", "check", "--root", "/nowhere/at/all"): (2, "holds no content: there is no folder `law` in it."),
    ("content", "new", "poem"): (2, "There is no kind “poem”. The kinds are: provision, case, form, topic."),
    ("content", "build", "--root", "/nowhere/at/all"): (2, "holds no content"),
}


@pytest.mark.parametrize(("arguments", "code", "line"), [(call, *told) for call, told in BAD_CALLS.items()])
def test_a_bad_call_gives_one_line_and_an_exit_code(run_cli, arguments, code, line):
    said = run_cli(*arguments)
    assert said.code == code
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert line in said.err


@pytest.mark.parametrize("verb", [("search", "guard"), ("show", "form:T-1"), ("about",)])
@pytest.mark.parametrize(("data", "line"), [(None, "is missing: there is no file"), (b"garbage" * 100, "is damaged")])
def test_a_knowledge_base_that_cannot_be_read_is_told(run_cli, monkeypatch, tmp_path, verb, data, line):
    file = tmp_path / "knowledge.db"
    if data is not None:
        file.write_bytes(data)
    monkeypatch.setenv("RIGHTSREF_KNOWLEDGE_BASE", str(file))
    said = run_cli(*verb)
    assert (said.code, said.out, said.err.count("\n")) == (2, "", 1)
    assert line in said.err


@pytest.mark.parametrize(
    "arguments",
    [("--help",), ("-h",), ("search", "--help"), ("show", "-h"), ("content", "--help"), ("content", "check", "--help")],
)
def test_help_is_no_error(run_cli, arguments):
    said = run_cli(*arguments)
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("Usage: rightsref")


def test_the_version_is_told(run_cli):
    assert run_cli("--version")[:2] == (0, f"rightsref {rightsref.__version__}\n")


# -- search -------------------------------------------------------------------------------------------------


def test_search_in_json_is_as_the_contract_says(run_cli):
    said = run_cli("search", "detaner", "--json")
    assert (said.code, said.err) == (0, "")
    assert list(said.json) == ["query", "interpretation", "took_ms", "start", "hits"]
    assert said.json["query"] == "detaner"
    assert said.json["interpretation"] == {
        "citation": None,
        "corrected": "detainer",
        "answered": said.json["interpretation"]["answered"],
    }
    assert isinstance(said.json["interpretation"]["answered"], bool)
    assert all(list(row) == ["address", "kind", "title", "phone", "answers"] for row in said.json["start"])
    assert isinstance(said.json["took_ms"], float)
    for hit in said.json["hits"]:
        assert list(hit) == ["address", "kind", "citation", "title", "snippet", "source", "status", "checked", "score"]
        assert hit["address"].startswith("rightsref:")
        assert hit["status"] in set(Status)
        assert hit["checked"] in set(Level)
        assert isinstance(hit["score"], float)
        assert all(isinstance(hit[key], str) for key in hit if key != "score")


def test_search_tells_where_to_start_and_what_the_words_state(run_cli_real):
    said = run_cli_real("search", "ICE is at my door right now", "--json").json
    assert said["interpretation"]["answered"] is True
    flow = next(row for row in said["start"] if row["kind"] == "flow")
    assert list(flow) == ["address", "kind", "title", "phone", "answers"]
    assert flow["address"] == "rightsref:flow/agents-at-my-door"
    assert flow["answers"]["where"] == "at_door"
    assert flow["phone"] is None
    number = run_cli_real("search", "attorney general complaint number", "--json").json["start"][0]
    assert (number["kind"], number["phone"]) == ("contact", "877-581-3692")


def test_search_says_when_nothing_held_answers(run_cli_real):
    asked = ("search", "how do I get a refund from an airline")
    assert run_cli_real(*asked, "--json").json["interpretation"]["answered"] is False
    assert "near, not an answer" in " ".join(run_cli_real(*asked).out.split())


def test_a_line_in_another_language_is_marked(run_cli):
    hits = run_cli("search", "detainer", "--lang", "es", "--json").json["hits"]
    assert all(hit["snippet"] for hit in hits)
    assert any(hit.get("lang") == "en" for hit in hits)


def test_a_citation_is_told_as_it_was_read(run_cli):
    said = run_cli("search", "99ilcs900/15 (a)(2)", "--json", "--limit", "1")
    assert said.json["interpretation"] == {"citation": "99 ILCS 900/15(a)(2)", "corrected": None, "answered": True}
    assert [hit["citation"] for hit in said.json["hits"]] == ["99 ILCS 900/15(a)(2)"]


def test_search_prints_label_title_snippet_and_what_to_beware_of(run_cli):
    lines = run_cli("search", "99 ILCS 900/15(a)(2)", "--limit", "1").out.splitlines()
    assert lines == [
        " 1. 99 ILCS 900/15(a)(2)  What the guard may not do for the Border Office  [checked second-hand, In force, may change]",
        "    The guard may not ask about your status.",
    ]


def test_mended_spelling_is_told_first(run_cli):
    assert run_cli("search", "detaner").out.startswith("Showing results for “detainer”.\n")


@pytest.mark.parametrize(
    ("options", "kept"),
    [
        (["--kind", "form"], {"form:T-1"}),
        (["--kind", "form", "--kind", "case"], {"form:T-1", "case:Mouse v. Tinytown"}),
        (["--source", "tiny-rules"], {"99 CFR 900.7"}),
        (["--on", "2012-06-01", "--source", "tiny-code"], {"99 ILCS 900/15"}),
        (["--limit", "1"], {"99 ILCS 900/10"}),
    ],
)
def test_options_narrow_a_search(run_cli, options, kept):
    hits = run_cli("search", "detainer", "--json", *options).json["hits"]
    found = {hit["citation"].split("@")[0].split(" ¶")[0].split(' "')[0].split("(")[0] for hit in hits}
    assert found == kept


def test_spanish_is_answered_in_spanish(run_cli):
    (hit,) = run_cli("search", "fianza", "--lang", "es", "--json").json["hits"]
    assert hit["title"] == "Lo que la guardia no puede hacer para la Oficina de la Frontera"


# -- show ---------------------------------------------------------------------------------------------------


def test_show_in_json_is_as_the_contract_says(run_cli):
    shown = run_cli("show", "99 ILCS 900/15(a)(1)", "--json").json
    assert list(shown) == [
        "address", "kind", "citation", "title", "status", "effective", "ends", "paragraphs", "explanation", "related",
    ]  # fmt: skip
    assert (shown["address"], shown["kind"], shown["citation"]) == (
        f"{CODE}/15/a/1",
        "provision",
        "99 ILCS 900/15(a)(1)",
    )
    assert (shown["status"], shown["effective"], shown["ends"]) == ("changing", "2020-01-01", None)
    assert [p["citation"] for p in shown["paragraphs"]] == ["99 ILCS 900/15(a)(1)", "99 ILCS 900/15(a)(1)(A)"]
    assert all(list(p) == ["citation", "text", "checked"] for p in shown["paragraphs"])
    assert shown["paragraphs"][0]["checked"] == {
        "level": "official", "on": "2026-01-02", "source": "https://example.org/tinytown/code/15",
        "note": "Seen in full, save (a)(2) and (b).",
    }  # fmt: skip
    assert shown["explanation"]["mistakes"] == [
        "It is not true that a detainer is an order. See Form T-1 and 99 ILCS 900/15."
    ]
    assert shown["related"][0] == f"{CODE}/10"


@pytest.mark.parametrize(
    ("citation", "options", "address", "paragraphs"),
    [
        ("99 ILCS 900/15", [], f"{CODE}/15", 5),
        ("Mouse Act", [], f"{CODE}/15", 5),
        ("99 ILCS 900/15(a)", [], f"{CODE}/15/a", 4),
        ("99 ILCS 900/15(a)", ["--on", "2015-01-01"], f"{CODE}/15/a@2010-01-01", 2),
        ("99 ILCS 900/42", [], f"{CODE}/42@2005-03-01", 1),
        ("99 CFR 900.7", [], "rightsref:provision/tiny-rules/900.7", 1),
        ("topic:Cheese", [], "rightsref:topic/cheese", 0),
        ('form:T-1 "Signature"', [], "rightsref:form/T-1/signature", 1),
    ],
)
def test_show_holds_what_was_asked_for_and_what_stands_under_it(run_cli, citation, options, address, paragraphs):
    shown = run_cli("show", citation, "--json", *options).json
    assert (shown["address"], len(shown["paragraphs"])) == (address, paragraphs)


def test_show_of_a_former_text_says_from_when_to_when(run_cli):
    shown = run_cli("show", "99 ILCS 900/15", "--on", "2015-01-01")
    assert "No longer the law. In effect January 1, 2010 to January 1, 2020." in shown.out
    assert run_cli("show", "99 ILCS 900/15", "--on", "2015-01-01", "--json").json["ends"] == "2020-01-01"


@pytest.mark.parametrize(
    ("citation", "level"),
    [
        ("99 ILCS 900/15(a)(1)", "— checked against the law, January 2, 2026 (https://example.org/tinytown/code/15)."),
        (
            "99 ILCS 900/15(a)(2)",
            "— checked second-hand, January 2, 2026 (https://example.org/news/guard). From the Tinytown Gazette.",
        ),
        ("99 ILCS 900/15(b)", "— not verified, January 2, 2026. From memory."),
    ],
)
def test_show_tells_how_far_a_paragraph_was_checked(run_cli, citation, level):
    assert level in " ".join(run_cli("show", citation).out.split())


def test_show_marks_an_explanation_that_leans_on_what_was_not_checked(run_cli):
    shown = run_cli("show", "99 CFR 900.7").out
    assert "An officer who holds you may rely on 99 ILCS 900/15(b) or not. [not verified]" in " ".join(shown.split())
    assert "ASK" not in shown


@pytest.mark.parametrize(
    ("key", "told"),
    [
        ("travel-papers", "Do not say a flat no, and do not lie. With no final order, the lawyer decides."),
        ("order-of-supervision", "Risky: ICE may keep or take you in."),
    ],
)
def test_show_tells_all_parts_of_a_paper_to_sign(run_cli_real, key, told):
    shown = run_cli_real("show", f"rightsref:signing/{key}")
    for heading in (*SIGNING_PARTS, "Say, calmly"):
        assert heading.upper() in shown.out
    assert told in " ".join(shown.out.split())
    blocks = run_cli_real("show", f"rightsref:signing/{key}", "--json").json["blocks"]
    assert any(told in item["text"] for block in blocks for item in block["items"])


@pytest.mark.parametrize(
    ("address", "told"), [("rightsref:paper/ao-93", "TRAPS"), ("rightsref:stage/release-due", "5 ILCS 805/15(a)")]
)
def test_show_tells_a_paper_and_a_stage_whole(run_cli_real, address, told):
    assert told in run_cli_real("show", address).out


def test_show_in_spanish(run_cli):
    assert "La guardia no puede preguntar por su estatus." in run_cli("show", "99 ILCS 900/15", "--lang", "es").out


# -- content and about --------------------------------------------------------------------------------------


def test_content_check_in_json_is_as_the_contract_says(run_cli, tiny_root):
    said = run_cli("content", "check", "--root", tiny_root, "--json")
    assert said.code == 0
    assert list(said.json) == ["problems", "tally"]
    assert said.json["problems"] == []
    assert said.json["tally"]["sources"] == 2
    assert said.json["tally"]["gaps"] == 2
    assert all(isinstance(count, int) for count in said.json["tally"].values())


def test_content_check_lists_problems_and_exits_1(run_cli, tmp_path):
    (tmp_path / "law").mkdir()
    (tmp_path / "about.toml").write_text("edition = ")
    said = run_cli("content", "check", "--root", tmp_path, "--json")
    assert said.code == 1
    assert list(said.json["problems"][0]) == ["path", "line", "level", "message"]
    assert said.json["problems"][-1]["path"] == "about.toml"
    plain = run_cli("content", "check", "--root", tmp_path)
    assert plain.code == 1
    assert "about.toml:1: error: the TOML cannot be read" in plain.out


def test_content_build_writes_a_knowledge_base_or_nothing(run_cli, tiny_root, tiny_file, tmp_path):
    good = run_cli("content", "build", "--root", tiny_root, "-o", tmp_path / "good.db")
    assert good.code == 0
    assert (tmp_path / "good.db").read_bytes() == tiny_file.read_bytes()
    (tmp_path / "bad" / "law").mkdir(parents=True)
    (tmp_path / "bad" / "about.toml").write_text("edition = ")
    bad = run_cli("content", "build", "--root", tmp_path / "bad", "-o", tmp_path / "bad.db")
    assert (bad.code, bad.out) == (1, "")
    assert bad.err.endswith("Nothing was built: mend the errors first.\n")
    assert not (tmp_path / "bad.db").exists()


def test_content_build_and_graph_leave_what_is_no_file_of_theirs(run_cli, tiny_root, tmp_path):
    (tmp_path / "notes.txt").write_text("mine")
    os.mkfifo(tmp_path / "pipe")
    for name in ("notes.txt", "pipe"):
        said = run_cli("content", "build", "--root", tiny_root, "-o", tmp_path / name)
        assert (said.code, said.out, said.err.count("\n")) == (2, "", 1)
    assert (tmp_path / "notes.txt").read_text() == "mine"
    said = run_cli("content", "graph", "--root", tiny_root, "held", "-o", tmp_path / "pipe")
    assert (said.code, said.out) == (2, "")
    assert "no ordinary file" in said.err
    assert (tmp_path / "pipe").is_fifo()


@pytest.mark.parametrize("verb", ["show", "search"])
@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "The part {} is not held here; {} is shown"),
        ("es", "La parte {} no está aquí; en su lugar se muestra {}"),
    ],
)
def test_a_part_that_is_not_held_is_told_before_what_is_shown_instead(
    run_cli, real_file, monkeypatch, verb, lang, said
):
    monkeypatch.setenv("RIGHTSREF_KNOWLEDGE_BASE", str(real_file))
    for asked, shown in (("8 CFR 287.7(d)(99)", "8 CFR 287.7(d)"), ("5 ILCS 805/15(h)(7)(z)", "5 ILCS 805/15(h)(7)")):
        told = run_cli(verb, asked, "--lang", lang)
        assert told.code == 0
        assert " ".join(told.out.split()).startswith(said.format(asked, shown))
        assert not run_cli(verb, shown, "--lang", lang).out.startswith(said[:8])


@pytest.mark.parametrize(
    "call",
    [("show", "5 ILCS 805/15(z)" + "(h)" * 3_000), ("show", "rightsref:" + "a" * 9_000), ("a" * 9_000,), ("show", "a", "b" * 9_000),
     ("sheet", "make", "a" * 9_000, "-o", "a.pdf"), ("scenario", "run", "a" * 9_000), ("paper", "--look", "a" * 9_000 + "=b"), ("show", "--" + "a" * 9_000)],
)  # fmt: skip
def test_what_was_typed_at_great_length_is_told_by_its_beginning(run_cli, call):
    said = run_cli(*call)
    assert said.code in {1, 2}
    assert (said.out, said.err.count("\n")) == ("", 1)
    assert len(said.err) < 1_000


def test_content_new_prints_a_skeleton(run_cli):
    said = run_cli("content", "new", "case")
    assert said.code == 0
    assert said.out.startswith("+++\ncitation = ")


def test_about_in_json_names_version_edition_tallies_and_files(run_cli, tiny_file, tmp_path):
    about = run_cli("about", "--json").json
    assert list(about) == ["version", "knowledge_base", "sources", "files"]
    assert about["version"] == rightsref.__version__
    base = about["knowledge_base"]
    assert (base["edition"], base["law_as_of"], base["last_review"], base["gaps"]) == (
        "tiny",
        "2026-01-01",
        "2026-01-02",
        2,
    )
    assert base["sha256"] == tiny_file.with_suffix(".sha256").read_text().strip()
    assert set(base["units"]) == set(Level)
    assert about["sources"] == {"city": 1, "county": 0, "state": 0, "federal": 1}
    assert about["files"] == {"knowledge_base": str(tiny_file), "settings": str(tmp_path / "settings.json")}


def test_about_says_that_it_is_no_legal_advice(run_cli):
    assert run_cli("about").out.endswith("Information, not legal advice.\n")


# -- any text -----------------------------------------------------------------------------------------------


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    verb=st.sampled_from(["search", "show"]),
    text=st.text(st.characters(exclude_categories=()), max_size=30),
    wants_json=st.booleans(),
)
def test_any_text_gives_an_answer_or_one_line(run_cli, verb, text, wants_json):
    said = run_cli(verb, *(["--json"] if wants_json else []), "--", text)
    assert said.code in {0, 1}
    assert said.err.count("\n") == said.code
    assert bool(said.out) != bool(said.code)
    said.out.encode()
    if wants_json and not said.code:
        assert said.json


# -- the real content ---------------------------------------------------------------------------------------


def test_the_main_job(run_cli_real):
    hits = run_cli_real("search", "can cops ask if i have papers", "--json").json["hits"]
    first = [hit["citation"] for hit in hits[:3]]
    assert first[0] == "5 ILCS 805/15(e)"
    assert "MCC 2-173-030(a)(1)" in first


def test_the_main_job_shows_its_level(run_cli_real):
    (paragraph,) = run_cli_real("show", "805/15(h)(7)", "--json").json["paragraphs"]
    assert paragraph["checked"]["level"] == "secondary"
    assert paragraph["checked"]["source"].startswith("https://")
    assert "— checked second-hand" in run_cli_real("show", "805/15(h)(7)").out


# -- as a process -------------------------------------------------------------------------------------------


def process(*arguments, **environment):
    """Run the program as its users do."""
    keep = {
        key: value for key, value in os.environ.items() if key not in {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    }
    command = [sys.executable, "-m", "rightsref", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60, env={**keep, **environment})


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a display")
def test_without_a_display_the_window_says_so_in_one_line():
    said = process()
    assert (said.returncode, said.stdout, said.stderr.count("\n")) == (2, "", 1)
    assert "no display" in said.stderr
    assert "search, show" in said.stderr


def test_a_search_as_a_process(tiny_file):
    said = process(
        "search", "detaner", "--json", RIGHTSREF_KNOWLEDGE_BASE=str(tiny_file), PYTHONIOENCODING="utf-8:strict"
    )
    assert (said.returncode, said.stderr) == (0, "")
    assert json.loads(said.stdout)["interpretation"]["corrected"] == "detainer"


def test_a_day_is_read_as_people_write_it_and_told_back(run_cli):
    told = run_cli("show", "99 ILCS 900/15", "--on", "1/5/2015", "--json").json
    assert (told["ends"], told["understood"]) == ("2020-01-01", "Monday, January 5, 2015")
    assert run_cli("show", "99 ILCS 900/15", "--on", "1/5/2015").out.startswith("On Monday, January 5, 2015:\n")
    assert "understood" not in run_cli("show", "99 ILCS 900/15", "--on", "2015-01-05", "--json").json
