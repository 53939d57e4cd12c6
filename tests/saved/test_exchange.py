"""What is saved goes out as Markdown, JSON and Word, and comes in again after a look."""

from __future__ import annotations

import io
import json
import zipfile
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rightsref.saved.docx import document
from rightsref.saved.exporting import as_json, markdown, save_as
from rightsref.saved.importing import plan, read_file
from rightsref.saved.notebook import Notebook
from rightsref.saved.nouns import Contents, Mark
from rightsref.saved.trouble import NeedsPassphraseError, NotesError

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture
def filled(notebook, trust):
    notebook.add(trust, "Line one\n\nLine <two> & *three*", "Familia García")
    notebook.add(trust._replace(label="", title="A contact"), "")
    return notebook


def test_markdown_is_read_case_by_case(filled, trust):
    text = markdown(filled.contents())
    assert text.splitlines()[:6] == [
        "# My notes on the law",
        "",
        "## Familia García",
        "",
        "### 5 ILCS 805/15(e): What police may not do",
        "",
    ]
    assert "> No, local police may not ask." in text
    assert "Line <two> & *three*" in text
    assert text.index("## In no case") > text.index("Line one")
    assert "### A contact" in text
    assert f"Saved on {'November' if 'November' in text else ''}".strip() in text
    assert trust.address in text


def test_a_word_document_has_headings_and_every_note(filled, tmp_path):
    save_as(filled.contents(), tmp_path / "n.docx")
    with zipfile.ZipFile(tmp_path / "n.docx") as packed:
        assert packed.testzip() is None
        parts = {name: ET.fromstring(packed.read(name)) for name in packed.namelist()}
    body = parts["word/document.xml"].find(f"{W}body")
    found = [
        (
            style.get(f"{W}val") if (style := p.find(f"{W}pPr/{W}pStyle")) is not None else "",
            "".join(t.text or "" for t in p.iter(f"{W}t")),
        )
        for p in body
    ]
    assert found[:3] == [
        ("Heading1", "My notes on the law"),
        ("Heading2", "Familia García"),
        ("Heading3", "5 ILCS 805/15(e): What police may not do"),
    ]
    assert ("", "Line <two> & *three*") in found
    assert {style.get(f"{W}styleId") for style in parts["word/styles.xml"]} >= {style for style, _ in found if style}


@given(st.lists(st.tuples(st.sampled_from([-1, 0, 1, 2, 3]), st.text(alphabet=st.characters()))))
def test_any_text_makes_a_sound_word_document_the_same_bytes_each_time(lines):
    made = document([(level, text.encode("utf-8", "replace").decode()) for level, text in lines])
    assert made == document([(level, text.encode("utf-8", "replace").decode()) for level, text in lines])
    with zipfile.ZipFile(io.BytesIO(made)) as packed:
        root = ET.fromstring(packed.read("word/document.xml"))
    assert len(root.findall(f"{W}body/{W}p")) == len(lines)


def test_what_went_out_as_json_comes_in_as_it_was(filled, tmp_path):
    save_as(filled.contents(), tmp_path / "n.json")
    there, skipped = read_file(tmp_path / "n.json")
    assert (there, skipped) == (filled.contents(), 0)
    assert plan(filled.contents(), there).nouns == ()
    other = Notebook.make(tmp_path / "other.rrnotes")
    other.put_back(plan(other.contents(), there).nouns)
    assert other.contents() == filled.contents()
    other.close()


def test_a_case_without_notes_comes_in_too_and_once(filled, tmp_path):
    filled.remove(filled.contents().marks[1])
    save_as(filled.contents(), tmp_path / "n.json")
    there, _ = read_file(tmp_path / "n.json")
    other = Notebook.make(tmp_path / "other.rrnotes")
    for count in (1, 0):
        wanted = plan(other.contents(), there)
        assert len(wanted.matters) == count
        other.put_back(wanted.nouns)
    assert other.contents() == filled.contents()
    other.close()


def test_cases_of_one_name_that_come_together_are_one(filled, trust):
    [matter] = filled.contents().matters
    twin = matter._replace(id="d" * 32, name=matter.name.upper())
    marks = [mark._replace(matter=twin.id) for mark in filled.contents().marks]
    wanted = plan(Contents(), Contents(tuple(marks), (matter, twin, matter)))
    assert wanted.matters == (matter,)
    assert {mark.matter for mark in wanted.new} == {matter.id}


def test_another_notes_file_comes_in_too(filled, passphrase, tmp_path):
    if passphrase:
        with pytest.raises(NeedsPassphraseError):
            read_file(filled.path)
    assert read_file(filled.path, passphrase) == (filled.contents(), 0)


def test_notes_that_differ_come_to_stand_beside_and_cases_of_one_name_are_one(filled, tmp_path, trust):
    first = filled.contents()
    mine = first.marks[1]
    filled.change(mine, "changed here", "Familia García")
    other = Notebook.make(tmp_path / "other.rrnotes")
    other.put_back((*first.matters, *first.marks))
    other.add(trust, "only there", "familia garcía")
    wanted = plan(filled.contents(), other.contents())
    other.close()
    assert (len(wanted.new), len(wanted.beside), wanted.same, wanted.matters) == (1, 1, 1, ())
    filled.put_back(wanted.nouns)
    held = filled.contents()
    assert sorted(mark.note for mark in held.marks) == sorted(
        ["", "Line one\n\nLine <two> & *three*", "changed here", "only there"]
    )
    assert len(held.matters) == 1
    assert {mark.matter for mark in held.marks if mark.note} == {held.matters[0].id}


def test_what_was_taken_in_once_is_not_taken_in_again(filled):
    there = filled.contents()
    filled.change(there.marks[1], "changed here", "Another case")
    without_id = there.marks[0]._replace(id="e" * 32, note="from a row that has no id of its own")
    came = [there._replace(marks=(*there.marks, without_id._replace(id=str(n) * 32))) for n in range(3)]
    counts = []
    for whole in came:
        wanted = plan(filled.contents(), whole)
        counts.append((len(wanted.new), len(wanted.beside), wanted.same))
        filled.put_back(wanted.nouns)
    assert counts == [(1, 1, 1), (0, 0, 3), (0, 0, 3)]


def test_a_case_that_was_renamed_here_keeps_its_name(filled, trust):
    before = filled.contents()
    filled.rename_matter(before.matters[0], "Client 7")
    filled.remove(before.marks[1])
    wanted = plan(filled.contents(), before)
    assert (len(wanted.new), wanted.same, wanted.matters) == (1, 1, ())
    filled.put_back(wanted.nouns)
    held = filled.contents()
    assert [matter.name for matter in held.matters] == ["Client 7"]
    assert {mark.matter for mark in held.marks} == {"", held.matters[0].id}


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "null", "[" * 100_000, '{"format": "other"}', '{"format": "RightsRef notes"}', '{"format": "RightsRef notes", "form": "2"}', "\ud800"],
)  # fmt: skip
def test_what_is_no_export_is_told_so(tmp_path, text):
    (tmp_path / "n.json").write_bytes(text.encode("utf-8", "surrogatepass"))
    with pytest.raises(NotesError, match=r"no notes file|newer"):
        read_file(tmp_path / "n.json")


def test_an_export_of_a_newer_program_is_told_so(tmp_path):
    (tmp_path / "n.json").write_text('{"format": "RightsRef notes", "form": 99}')
    with pytest.raises(NotesError, match="newer RightsRef"):
        read_file(tmp_path / "n.json")


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20), lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3), max_leaves=5
)  # fmt: skip


@given(
    st.lists(st.dictionaries(st.sampled_from([*Mark._fields, "name"]), json_values | st.just("rightsref:form/I-247A"))),
    st.data(),
)
def test_any_fields_come_in_as_sound_marks_or_are_left_out(tmp_path_factory, rows, data):
    path = tmp_path_factory.mktemp("import") / "n.json"
    path.write_text(json.dumps({"format": "RightsRef notes", "form": 2, "marks": rows, "matters": rows}))
    there, skipped = read_file(path)
    assert len(there.marks) + skipped == len(rows)
    assert all(
        isinstance(value, int if field == "version" else str)
        for mark in there.marks
        for field, value in mark._asdict().items()
    )
    wanted = plan(Contents(), there)
    notebook = Notebook.make(path.with_name("n.rrnotes"))
    notebook.put_back(wanted.nouns)
    notebook.close()
    Notebook.open(path.with_name("n.rrnotes")).close()


def test_a_note_that_is_too_long_is_left_out_and_counted_not_cut(filled, tmp_path):
    whole = json.loads(as_json(filled.contents()))
    whole["marks"][1]["note"] = "x" * 100_001
    (tmp_path / "n.json").write_text(json.dumps(whole))
    there, skipped = read_file(tmp_path / "n.json")
    assert (len(there.marks), skipped) == (1, 1)


def test_json_is_told_in_the_fields_of_the_file(filled):
    whole = json.loads(as_json(filled.contents()))
    assert (whole["format"], whole["form"]) == ("RightsRef notes", 2)
    assert set(whole["marks"][0]) == set(Mark._fields)
