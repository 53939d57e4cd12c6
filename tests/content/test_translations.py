"""Translations beside their English: what counts as spelling, how texts take their words, and the command of translators."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rightsref.content.compiler import load
from rightsref.content.linking.texts import worded
from rightsref.content.reading.read import read_tree
from rightsref.content.reading.translations import mark_of, only_spelling, texts_in
from rightsref.content.translations import brought, wanted, written

SPELLED = (
    ("Ask a lawyer.", "ask a lawyer", True),
    ("Ask a lawyer , today", "Ask a lawyer, today.", True),
    ("the officer's paper", "the officer’s “paper”", True),
    ("Recieve it", "Receive it", False),  # two letters
    ("The offcer asks", "The officer asks", True),
    ("The judge saw it", "The judge was it", False),  # a short word
    ("within 48 hours", "within 72 hours", False),
    ("on 12345 days", "on 12346 days", False),
    ("You could go", "You would go", False),
    ("You never go", "You ever go", False),
    ("They don’t ask", "They do ask", False),
    ("The legal paper", "The regal paper", False),
    ("Ask a lawyer", "Ask a good lawyer", False),
)  # fmt: skip


@pytest.mark.parametrize(("old", "new", "same"), SPELLED)
def test_spelling_is_a_letter_and_marks_never_a_number_or_a_denial(old, new, same):
    assert only_spelling(old, new) is same
    assert only_spelling(new, old) is same


@given(st.text())
def test_every_text_is_spelled_like_itself(text):
    assert only_spelling(text, text)
    assert only_spelling(text, f"{text}. ")


def companion(*rows, head='made = "by mice"\n'):
    """A file of translations with rows (English, Spanish, what else stands in the row)."""
    return head + "".join(f'\n[[text]]\nen = "{en}"\nes = "{es}"\n{more}' for en, es, more in rows)


def marked(english, spanish, kept=""):
    return f'mark = "{mark_of(english, spanish, kept)}"\n'


DO_NOW = 'do_now.en = ["Ask a lawyer today."]'
TWO_LINES = 'do_now.en = ["@call", "Ask a lawyer today.", "Wait."]'


def do_now(good, write_tree, folder, *rows):
    """The first steps of an outcome of two lines and a standing one, with some translations beside it."""
    flow = good["flows/held.toml"].replace(DO_NOW, TWO_LINES)
    root = write_tree(folder, {**good, "flows/held.toml": flow, "flows/held.es.toml": companion(*rows)})
    return worded(load(root).tree.flows["held"]["outcomes"]["old"]["do_now"], "es")


def test_a_list_is_spanish_once_each_of_its_lines_is(good, write_tree, tmp_path):
    one, both = ("Ask a lawyer today.", "Pregunte hoy.", ""), ("Wait", "Espere.", "")
    english = ["@call", "Ask a lawyer today. (en inglés)", "Wait. (en inglés)"]
    assert do_now(good, write_tree, tmp_path / "one", one) == english
    assert do_now(good, write_tree, tmp_path / "empty", one, ("Wait.", "", "")) == english
    assert do_now(good, write_tree, tmp_path / "both", one, both) == ["@call", "Pregunte hoy.", "Espere."]


def test_how_people_ask_is_never_asked_to_be_translated():
    table = {
        "asks": {"en": ["who"]}, "forms": {"en": ["a"]}, "everyday": {"en": ["b"]}, "title": {"en": "T"},
        "list": [{"x": {"en": ["@named", "line", "T", ""]}}],
    }  # fmt: skip
    assert texts_in(table) == ("T", "line")


# -- the command --------------------------------------------------------------------------------------------

ENGLISH = "By mice."
CASES = {
    "new Spanish gets its mark": ((ENGLISH, "Por ratones.", ""), (ENGLISH, "Por ratones.", marked(ENGLISH, "Por ratones.")), ""),
    "changed Spanish gets a new mark": (
        (ENGLISH, "De ratones.", marked(ENGLISH, "Por ratones.")), (ENGLISH, "De ratones.", marked(ENGLISH, "De ratones.")), "",
    ),
    "a corrected spelling is taken over": (
        ("by mice", "Por ratones.", marked("by mice", "Por ratones.")), (ENGLISH, "Por ratones.", marked(ENGLISH, "Por ratones.")), "",
    ),
    "English alone that moved is refused": (
        (ENGLISH, "Por gatos.", marked("By cats.", "Por gatos.")), (ENGLISH, "Por gatos.", marked("By cats.", "Por gatos.")),
        "the English moved and the translation did not",
    ),
    "a reason lets it stay": (
        (ENGLISH, "Por gatos.", marked("By cats.", "Por gatos.") + 'kept = "Cats."\n'),
        (ENGLISH, "Por gatos.", marked(ENGLISH, "Por gatos.", "Cats.") + 'kept = "Cats."\n'), "",
    ),
    "an old reason does not": (
        (ENGLISH, "Por gatos.", marked("By cats.", "Por gatos.", "Cats.") + 'kept = "Cats."\n'),
        (ENGLISH, "Por gatos.", marked("By cats.", "Por gatos.", "Cats.") + 'kept = "Cats."\n'),
        "the English moved and the translation did not",
    ),
    "a row without Spanish has no mark": ((ENGLISH, "", 'mark = "0000-0000"\n'), (ENGLISH, "", ""), ""),
    "a note in a row stays": (
        (ENGLISH, "Por ratones.", "# not rats\n"), (ENGLISH, "Por ratones.", marked(ENGLISH, "Por ratones.") + "# not rats\n"), "",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("before", "after", "refusal"), CASES.values(), ids=CASES.keys())
def test_what_the_command_makes_of_a_row(good, write_tree, tmp_path, before, after, refusal):
    title = ("The town is founded", "Se funda", marked("The town is founded", "Se funda"))
    tree = read_tree(write_tree(tmp_path, {**good, "timeline.es.toml": companion(title, before)}))
    done = brought(tree, *wanted(tree, ["timeline"]))
    assert done.text == companion(title, after)
    assert [refusal in sentence for sentence in done.refused] == [True] * bool(refusal)


def test_rows_are_added_in_the_order_of_the_table_and_lost_ones_stay(good, write_tree, tmp_path):
    lost = ("Nobody says this any more, at all", "Nadie", marked("Nobody says this any more, at all", "Nadie"))
    end = (ENGLISH, "Por ratones.", marked(ENGLISH, "Por ratones."))
    tree = read_tree(write_tree(tmp_path, {**good, "timeline.es.toml": companion(end, lost)}))
    done = brought(tree, *wanted(tree, ["timeline.es.toml"]))
    assert done.text == companion(("The town is founded", "", ""), end, lost)
    assert (done.added, done.marked, len(done.refused)) == (1, 0, 1)
    assert "is gone" in done.refused[0]


def test_english_that_moved_far_is_told_and_gets_no_second_row(good, write_tree, tmp_path):
    moved = ("By many mice", "Por ratones.", marked("By many mice", "Por ratones."))
    tree = read_tree(write_tree(tmp_path, {**good, "timeline.es.toml": companion(moved)}))
    done = brought(tree, *wanted(tree, ["timeline"]))
    assert done.text == companion(moved, ("The town is founded", "", ""))
    assert done.refused == ("“By many mice”: its English now reads “By mice.”; write that as `en`",)
    assert 'en = "By mice."' not in done.text


def test_a_list_of_translations_becomes_a_file_in_the_order_of_the_table(good, write_tree, tmp_path):
    root = write_tree(tmp_path, good)
    done = written(root, "timeline", {"By mice.": "Por «ratones».", "No such": "Nada"}, made="by hand")
    table = tomllib.loads((root / "timeline.es.toml").read_text())
    assert [(row["en"], row["es"]) for row in table["text"]] == [
        ("The town is founded", ""),
        ("By mice.", "Por «ratones»."),
    ]
    assert table["made"] == "by hand"
    assert done.refused == ("“No such”: the table holds no such English",)
    again = written(root, "timeline", {"The town is founded": "Se funda"})
    assert again.text.count("mark = ") == 2
    assert not [p for p in read_tree(root).companions[done.path].rows if not p.words]


def test_the_command_line_adds_rows_marks_and_refuses(good, write_tree, tmp_path, run_cli):
    root = write_tree(tmp_path, {**good, "timeline.es.toml": companion((ENGLISH, "Por ratones.", ""))})
    said = run_cli("content", "translations", "timeline", "--root", root)
    assert (said.code, said.out) == (0, "timeline.es.toml: 1 rows added, 1 marked\n")
    assert (
        run_cli("content", "translations", "timeline", "--root", root).out
        == "timeline.es.toml: 0 rows added, 0 marked\n"
    )
    assert run_cli("content", "translations", "--root", root).code == 0
    said = run_cli("content", "translations", "timetable", "--root", root)
    assert (said.code, "There is no table “timetable”" in said.err) == (2, True)
