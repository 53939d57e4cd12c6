"""From a checked content tree to a knowledge base: bytes, levels, versions, translations, markup, skeletons."""

from __future__ import annotations

import hashlib
import os
import re
import sqlite3
import subprocess
import sys
import tomllib
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rightsref.content import compiler
from rightsref.content.building.build import build
from rightsref.content.building.outline import natural
from rightsref.content.linking.resolve import covers
from rightsref.content.new import skeleton
from rightsref.content.prose.markup import ALLOWED_TAGS, Renderer, to_text
from rightsref.content.prose.wording import day_first, long_quotations, references, spoken
from rightsref.content.reading.grammar import GRAMMARS, PARTS
from rightsref.errors import RightsRefError, UsageError
from rightsref.knowledge.library import KnowledgeBase
from rightsref.knowledge.whole import pack, packed_copy
from rightsref.model.law import Level, Status

CODE, RULES = "rightsref:provision/tiny-code", "rightsref:provision/tiny-rules"


@pytest.fixture(scope="module")
def kb(tiny_file):
    """The tiny knowledge base, open."""
    opened = KnowledgeBase.open(tiny_file)
    yield opened
    opened.close()


# -- bytes --------------------------------------------------------------------------------------------------


def test_the_same_content_gives_the_same_bytes(tiny_root, tiny_file, tmp_path):
    compiler.compile_content(tiny_root, tmp_path / "again.db")
    assert (tmp_path / "again.db").read_bytes() == tiny_file.read_bytes()


def test_the_bytes_do_not_depend_on_the_seed_of_hashes_or_the_place(tiny_root, tiny_file, tmp_path):
    target = tmp_path / "elsewhere" / "other.db"
    command = [sys.executable, "-m", "rightsref", "content", "build", "--root", str(tiny_root), "-o", str(target)]
    subprocess.run(command, check=True, capture_output=True, cwd=tmp_path, env={**os.environ, "PYTHONHASHSEED": "7"})
    assert target.read_bytes() == tiny_file.read_bytes()


def test_the_hash_stands_beside_the_file(tiny_file):
    digest = hashlib.sha256(tiny_file.read_bytes()).hexdigest()
    assert tiny_file.with_suffix(".sha256").read_text() == f"{digest}\n"


def test_building_replaces_an_older_file_and_leaves_nothing_else(tiny_root, tmp_path):
    build(compiler.load(tiny_root), tmp_path / "knowledge.db")
    (tmp_path / "knowledge.sha256").write_text("of another file")
    digest = build(compiler.load(tiny_root), tmp_path / "knowledge.db")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["knowledge.db", "knowledge.sha256"]
    assert hashlib.sha256((tmp_path / "knowledge.db").read_bytes()).hexdigest() == digest


# -- levels -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("citation", "level"),
    [
        ("99 ILCS 900/15(a)", Level.OFFICIAL),
        ("99 ILCS 900/15(a)(1)(A)", Level.OFFICIAL),
        ("99 ILCS 900/15(a)(2)", Level.SECONDARY),
        ("99 ILCS 900/15(b)", Level.UNCHECKED),
        ('99 ILCS 900/10 "immigration detainer"', Level.OFFICIAL),
        ('99 ILCS 900/10 "town guard"', Level.UNCHECKED),
        ("99 ILCS 900/42(a)@2005-03-01", Level.UNCHECKED),
    ],
)
def test_a_paragraph_has_the_level_of_its_own_record(kb, citation, level):
    address = kb.resolve(citation)
    (paragraph,) = [p for p in kb.document(address).paragraphs if p.address == address]
    assert paragraph.checked.level == level


@pytest.mark.parametrize(
    ("address", "part", "level"),
    [
        (f"{CODE}/15", "plain", [Level.OFFICIAL, Level.SECONDARY, Level.UNCHECKED, Level.SECONDARY]),
        (f"{CODE}/15", "who", [Level.UNCHECKED]),  # cites a definition from memory
        (f"{CODE}/15", "mistakes", [Level.OFFICIAL]),  # cites a document: its first record speaks for the whole
        (f"{CODE}/15", "disagree", [Level.SECONDARY]),
        (f"{RULES}/900.7", "plain", [Level.OFFICIAL]),
        (f"{RULES}/900.7", "broken", [Level.UNCHECKED]),  # leans on a paragraph of another document
        ("rightsref:topic/cheese", "plain", [Level.SECONDARY]),
        ("rightsref:topic/cheese", "story", [Level.OFFICIAL]),  # claims no authority
    ],
)
def test_an_explanation_is_as_sure_as_the_least_sure_thing_it_cites(kb, address, part, level):
    assert [block.level for block in kb.document(address).parts[part]] == level


def test_a_document_is_as_sure_as_its_least_sure_paragraph(kb):
    assert kb.document(f"{CODE}/15").least_sure == Level.UNCHECKED
    assert kb.document(f"{CODE}/5").least_sure == Level.OFFICIAL


@pytest.mark.parametrize(
    ("named", "marker", "spoken_for"),
    [
        ("(a)", "(a)", True), ("(a)", "(a)(1)", True), ("(a)(1)", "(a)(1)(C)", True), ("(a)(1)", "(a)", False),
        ("(a)(1)", "(a)(10)", False), ("(a)", "(aa)", False), ("¶1", "¶1", True), ("¶1", "¶12", False),
        ('"ICE"', '"ICE agent"', False), ("(a)", "", False),
    ],
)  # fmt: skip
def test_a_record_speaks_for_a_paragraph_and_what_stands_under_it(named, marker, spoken_for):
    assert covers(named, marker) is spoken_for


# -- versions and translations ------------------------------------------------------------------------------


def test_an_earlier_version_has_its_day_in_address_and_citation(kb):
    old = kb.document(f"{CODE}/15@2010-01-01")
    assert (old.citation, old.status, old.effective, old.ends) == (
        "99 ILCS 900/15@2010-01-01", Status.SUPERSEDED, "2010-01-01", "2020-01-01",
    )  # fmt: skip
    assert [p.address for p in old.paragraphs] == [f"{CODE}/15/a@2010-01-01", f"{CODE}/15/a/1@2010-01-01"]
    assert old.paragraphs[0].citation == "99 ILCS 900/15(a)@2010-01-01"
    assert [version.address for version in old.versions] == [f"{CODE}/15", f"{CODE}/15@2010-01-01"]


def test_a_document_is_read_in_spanish_at_the_same_addresses(kb):
    english, spanish = kb.document(f"{CODE}/15"), kb.document(f"{CODE}/15", "es")
    assert spanish.title == "Lo que la guardia no puede hacer para la Oficina de la Frontera"
    assert [p.address for p in spanish.paragraphs] == [p.address for p in english.paragraphs]
    told = [p.checked._replace(note="") for p in spanish.paragraphs]
    assert told == [p.checked._replace(note="") for p in english.paragraphs]
    assert all(s.text != e.text for s, e in zip(spanish.paragraphs, english.paragraphs, strict=True))
    assert [block.level for block in spanish.parts["plain"]] == [block.level for block in english.parts["plain"]]
    assert all(s.text != e.text for s, e in zip(spanish.parts["plain"], english.parts["plain"], strict=True))
    assert spanish.parts["mistakes"] == english.parts["mistakes"]  # what was not translated is there in English


def test_what_the_head_of_a_document_says_is_told_in_every_language(kb):
    english, spanish = kb.document(f"{CODE}/15"), kb.document(f"{CODE}/15", "es")
    assert english.status_note == "In force. A bill to repeal it (TB 7) was filed on March 3, 2025."
    assert spanish.status_note == "Vigente. El 3 de marzo de 2025 se presentó un proyecto para quitarla (TB 7)."
    assert spanish.checked.note == "Vista entera, menos (a)(2) y (b)."
    assert [event.date for event in spanish.history] == [event.date for event in english.history]


def test_what_of_a_head_has_no_translation_says_so(kb):
    notes = {p.checked.note for p in kb.document(f"{CODE}/15", "es").paragraphs}
    assert "From memory. (en inglés)" in notes
    assert (f"{CODE}/15", "Whether (b) has a second sentence was not seen. (en inglés)") in kb.gaps("es")


def test_what_has_no_translation_is_read_in_english(kb):
    spanish, english = kb.document(f"{CODE}/10", "es"), kb.document(f"{CODE}/10")
    told = {name: f"{words} (en inglés)" for name, words in english.facts.items()}
    assert spanish._replace(related=(), in_english=frozenset()) == english._replace(related=(), facts=told)
    assert spanish.in_english > set()


def test_sources_speak_both_languages_and_fall_back_to_english(kb):
    code, rules = kb.sources("es")
    assert (code.title, code.binds, code.enforced_by) == (
        "Código de Tinytown",
        "A la guardia del pueblo.",
        "The mayor of Tinytown. (en inglés)",
    )
    assert (rules.title, rules.status) == ("Rules of the Border Office", Status.CHANGING)
    assert kb.sources()[0].title == "Code of Tinytown"


# -- rows ---------------------------------------------------------------------------------------------------


def test_the_outline_runs_by_source_and_number_then_by_kind(kb):
    assert [heading.citation for heading in kb.outline()] == [
        "99 ILCS 900/5", "99 ILCS 900/10", "99 ILCS 900/15", "99 ILCS 900/15@2010-01-01", "99 ILCS 900/42@2005-03-01",
        "99 CFR 900.7", "case:Mouse v. Tinytown", "form:T-1", "topic:Cheese",
    ]  # fmt: skip


@pytest.mark.parametrize("keys", [["5", "10", "15"], ["9-1", "10-1", "10-2"], ["S02-06", "S06-14"], ["a", "²"]])
def test_section_nine_comes_before_section_ten(keys):
    assert sorted(sorted(keys), key=natural) == keys


def test_history_runs_forward_and_related_places_are_addresses(kb):
    document = kb.document(f"{CODE}/15")
    assert [event.date for event in document.history] == ["2010-01-01", "2020-01-01"]
    assert [r.address for r in document.related] == [
        f"{CODE}/10", f"{CODE}/15@2010-01-01", f"{RULES}/900.7", "rightsref:form/T-1", "rightsref:case/mouse-v-tinytown",
        "rightsref:flow/held",
    ]  # fmt: skip


def test_a_case_a_form_and_a_section_tell_what_is_known_beside_their_text(kb):
    assert kb.document("rightsref:case/mouse-v-tinytown").facts == {
        "court": "Supreme Court of Tinytown", "reporter": "1 Tiny 2 (2012)", "weight": "binding",
    }  # fmt: skip
    assert kb.document("rightsref:form/T-1").facts == {"judge": "False", "signed_by": "A border agent"}
    assert kb.document(f"{CODE}/15").facts == {
        "enforced_by": "The mayor of Tinytown.", "who_may_sue": "Anyone who was held too long.",
    }  # fmt: skip


def test_names_and_everyday_words_are_folded_for_lookup(kb):
    names = {row["key"]: row["address"] for row in kb.rows("SELECT * FROM name")}
    assert names == {
        "mouseact": f"{CODE}/15", "hb9999": f"{CODE}/15", "bluepaper": "rightsref:form/T-1",
        "mousevtinytown": "rightsref:case/mouse-v-tinytown",
        "townguard": f"{CODE}/10/town-guard",
        **dict.fromkeys(
            ("detainer", "detainers", "immigrationdetainer", "peticiondedetencion"), f"{CODE}/10/immigration-detainer"
        ),
    }  # fmt: skip
    phrases = {(row["phrase"], row["lang"]): row["means"] for row in kb.rows("SELECT * FROM thesaurus")}
    assert phrases["fuzz", "en"] == "guard"  # “the” says nothing
    assert phrases["policia", "es"] == "guardia"


def test_what_is_not_known_is_kept(kb):
    gaps = kb.gaps()
    assert (f"{CODE}/15", "Whether (b) has a second sentence was not seen.") in gaps
    assert ("", "Whether Tinytown exists was not found out.") in gaps
    assert len(gaps) == 2


def test_the_tally_of_the_compiler_is_the_tally_that_readers_see(kb, tiny_root):
    counted = compiler.tally(compiler.load(tiny_root), [])
    assert kb.tally() == {level.value: counted[f"units_{level.value}"] for level in Level}


def test_the_edition_is_dated(kb):
    meta = kb.meta()
    assert (meta["edition"], meta["law_as_of"], meta["last_review"]) == ("tiny", "2026-01-01", "2026-01-02")


def test_the_index_holds_current_law_before_what_is_gone(kb):
    ends = [row["ends"] != "" for row in kb.rows("SELECT ends FROM entry ORDER BY id")]
    assert ends == sorted(ends)
    assert True in ends


# -- markup -------------------------------------------------------------------------------------------------


def rendered(text):
    """A block rendered where only `(a)` and `form:T-1` lead somewhere."""
    known = {"(a)": ("rightsref:provision/x/1/a", "X 1(a)"), "form:T-1": ("rightsref:form/T-1", "T-1")}
    return Renderer(known.get).render(text)


@pytest.mark.parametrize(
    ("text", "html", "words"),
    [
        ("Plain words.", "Plain words.", "Plain words."),
        ("a < b & c", "a &lt; b &amp; c", "a < b & c"),
        ("*may not*", "<em>may not</em>", "may not"),
        ("**must**", "<strong>must</strong>", "must"),
        ("see [[(a)]]", 'see <a href="rightsref:provision/x/1/a">X 1(a)</a>', "see X 1(a)"),
        ("[[the form|form:T-1]]", '<a href="rightsref:form/T-1">the form</a>', "the form"),
        ("see [[nowhere]]", "see <em>nowhere</em>", "see nowhere"),
        ("the town's", "the town’s", "the town’s"),
        ("<b>bold</b>", "bold", "bold"),
        ("a<br>b", "a<br>b", "a b"),
        ("<script>alert(1)</script>", "", ""),
        ("[x](javascript:alert)", "<a>x</a>", "x"),
        ("[x](https://example.org)", '<a href="https://example.org">x</a>', "x"),
    ],
)
def test_a_block_becomes_inline_html_and_the_same_in_words(text, html, words):
    assert rendered(text)[:2] == (html, words)


def test_the_references_of_a_block_are_kept_in_order():
    assert rendered("[[b]] and [[a|form:T-1]] *and* [[b]]").references == ("b", "form:T-1", "b")


@pytest.mark.parametrize("text", ["<u>x</u>", "<img src=x>", "# Title", "![a](b)", "`code`", "<a onclick=x>y</a>b<i>"])
def test_markup_that_is_not_shown_is_not_clean(text):
    assert not rendered(text).clean


@given(st.text(max_size=80) | st.text(alphabet="<>/a*_[]|(`&;:'\"=! \\#-", max_size=60))
def test_no_text_renders_to_other_tags_than_those_shown(text):
    shown = rendered(text)
    assert set(re.findall(r"</?([A-Za-z][\w-]*)", shown.html)) <= ALLOWED_TAGS
    assert all(re.fullmatch(r'(?: href="[^"]*")?', inside) for inside in re.findall(r"<[a-z]+\b([^>]*)>", shown.html))
    assert shown.text == to_text(shown.html)


@pytest.mark.parametrize(
    "text",
    [
        "*may not* and **must**", "*a* b *c*", "**a**, *b*", "in*side* of a word", "*see [[(a)]]* **[[the form|form:T-1]]**",
        "¿No? ¡No!", "dice «no»", "the town's and O'Hare's", "it's *the town's* [[(a)]]", "«*a* b» (*c*) — d",
    ],
)  # fmt: skip
def test_emphasis_and_apostrophes_go_the_short_way_and_come_out_as_markdown(text):
    renderer = Renderer({"(a)": ("rightsref:provision/x/1/a", "X 1(a)"), "form:T-1": ("rightsref:form/T-1", "T-1")}.get)
    assert renderer._shortly(text) == renderer._at_length(text)


@given(
    st.lists(st.sampled_from(["*", "**", "'", " ", "a", "b", "¿", "«", "»", ",", "[[(a)]]", "[[x|(a)]]"])).map("".join)
)
def test_what_goes_the_short_way_comes_out_as_markdown(text):
    """Spaces apart: a text stands on one line, without any at its ends."""
    text = " ".join(text.split())
    renderer = Renderer({"(a)": ("rightsref:provision/x/1/a", "X 1(a)")}.get)
    assert renderer._shortly(text) in (None, renderer._at_length(text))


# -- words --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []), ("no [single] bracket", []), ("[[5 ILCS 805/15]]", ["5 ILCS 805/15"]),
        ("[[ (a) ]] and [[words|form:T-1]]", ["(a)", "form:T-1"]), ("[[|x]] [[a|b|c]]", []),
    ],
)  # fmt: skip
def test_the_references_of_a_text_are_found(text, found):
    assert references(text) == found


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("“one two three four five six seven eight”", 0), ("“one two three four five six seven eight nine”", 1),
        ('"one two three four five six seven eight nine"', 1), ("one two three four five six seven eight nine", 0),
        ("“solely” on the basis of “continue to detain”, as the law says it", 0),
    ],
)  # fmt: skip
def test_a_quotation_is_long_from_nine_words_on(text, count):
    assert len(long_quotations(text)) == count


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("On 30 July 2026 a judge", ["30 July"]), ("(30 January 2026)", ["30 January"]), ("some say 19 May.", ["19 May"]),
        ("between 8 May 2018 and 1 April", ["8 May", "1 April"]), ("July 30, 2026", []), ("in July 2026", []), ("(b)(1) May an officer", []),
        ("section 15 May an officer", []), ("Form I-9 May be", []), ("2173 March", []), ("805/15 March", []), ("el 30 de julio de 2026", []),
        ("May 8 or 19, 2026, as told", []), ("in 22 of 26 arrests", []), ("40 April showers", []),
    ],
)  # fmt: skip
def test_a_date_with_its_day_first_is_seen(text, found):
    assert day_first(text) == found


def test_a_text_is_measured_as_it_is_read_aloud():
    assert spoken("It is *not* so ([[5 ILCS 805/15]]): see [[the form|form:T-1]].") == "It is not so : see the form."


@given(st.text())
def test_no_text_is_too_odd_to_measure(text):
    assert isinstance(spoken(text), str)
    assert all(phrase in text for phrase in (*long_quotations(text), *day_first(text)))
    assert all(reference in text for reference in references(text))


# -- skeletons ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", GRAMMARS)
def test_a_skeleton_holds_every_key_and_part_of_its_kind(kind):
    _, head, body = skeleton(kind).split("+++\n")
    grammar = GRAMMARS[kind]
    known = {key.lstrip("?") for key in grammar.shape}
    assert {key for key in grammar.shape if key[0] != "?"} <= tomllib.loads(head).keys() <= known
    everything = tomllib.loads(re.sub(r"(?m)^# (?=[\[a-z_]+\]* ?(?:=|$))", "", head))
    assert everything.keys() == known
    assert [PARTS[title] for title in re.findall(r"(?m)^## (.+)$", body)] == list(grammar.parts)


@pytest.mark.parametrize("kind", GRAMMARS)
def test_a_skeleton_wants_nothing_but_to_be_filled_in(kind, problems_of, good):
    folder = "law/code" if kind == "provision" else GRAMMARS[kind].folder
    problems = problems_of({**good, f"{folder}/new.md": skeleton(kind)})
    assert problems
    assert {p.rule for p in problems} <= {"citation", "asks", "review"}


@pytest.mark.parametrize("kind", ["", "nonsense", "Provision", "x" * 500])
def test_there_is_no_skeleton_of_an_unknown_kind(kind):
    with pytest.raises(UsageError, match="The kinds are: provision, case, form, topic") as raised:
        skeleton(kind)
    assert len(str(raised.value)) < 200


def test_a_packed_copy_of_another_edition_does_not_outlive_a_build(tmp_path, tiny_root):
    target = tmp_path / "knowledge.db"
    packed_copy(target).write_bytes(pack(b"of the edition before"))
    compiler.compile_content(tiny_root, target)
    assert not packed_copy(target).exists()


def test_a_build_replaces_its_own_former_file_and_nothing_else(tmp_path, tiny_root, tiny_file):
    target = tmp_path / "knowledge.db"
    for name in ("knowledge.draft", "knowledge.txt", ".draft", "knowledge"):
        (tmp_path / name).write_text("mine")
    before = dict.fromkeys(sorted(tmp_path.iterdir()), "mine")
    for _ in range(2):
        compiler.compile_content(tiny_root, target)
        assert target.read_bytes() == tiny_file.read_bytes()
        assert {path: path.read_text() for path in before} == before
        assert sorted(tmp_path.iterdir()) == sorted([*before, target, target.with_suffix(".sha256")])


@pytest.mark.parametrize("spoilt", [b"", b"not a database", b"SQLite format 3\0" + bytes(84)])
def test_a_damaged_knowledge_base_is_mended_by_a_build(tmp_path, tiny_root, tiny_file, spoilt):
    target = tmp_path / "knowledge.db"
    compiler.compile_content(tiny_root, target)
    packed_copy(target).write_bytes(pack(target.read_bytes()))
    target.write_bytes(spoilt)
    compiler.compile_content(tiny_root, target)
    assert target.read_bytes() == tiny_file.read_bytes()
    target.with_suffix(".sha256").write_text("spoilt")
    compiler.compile_content(tiny_root, target)
    assert len(target.with_suffix(".sha256").read_text()) == 65


#: What stands in the folder, where the knowledge base is to go -> what is said of it.
IN_THE_WAY = {
    "a text": (["notes.txt"], "notes.txt", "notes.txt is no part of a knowledge base"),
    "a text and a sum of it": (["notes.txt", "notes.sha256"], "notes.txt", "notes.sha256 is no part"),
    "what is called as the copy": (["notes.copy"], "notes.txt", "notes.copy is no part"),
    "what is called as the hash": (["notes.sha256"], "notes.db", "notes.sha256 is no part"),
    "a hash": ([], "notes.sha256", "is no name for a knowledge base"),
    "a copy": ([], "notes.copy", "is no name for a knowledge base"),
    "a folder": ([], ".", "is no name for|no ordinary file"),
    "nothing": ([], "", "is no name for|no ordinary file"),
    "a pipe": ([], "pipe", "no ordinary file"),
    "a link": ([], "link.db", "no ordinary file"),
    "below a file": (["notes.txt"], "notes.txt/knowledge.db", "could not be written to .*: Not a directory"),
    "a long name": ([], "a" * 5_000, "could not be written to .*…: File name too long"),
}  # fmt: skip


@pytest.mark.parametrize("case", IN_THE_WAY)
def test_what_is_in_the_way_of_a_build_is_left_and_told(tmp_path, tiny_root, tiny_file, case):
    there, name, said = IN_THE_WAY[case]
    for one in there:
        (tmp_path / one).write_text("mine")
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link.db").symlink_to(tiny_file)
    before = sorted(tmp_path.iterdir())
    with pytest.raises(RightsRefError, match=said) as told:
        compiler.compile_content(tiny_root, tmp_path / name if name else Path())
    assert "\n" not in str(told.value)
    assert len(str(told.value)) < 500
    assert sorted(tmp_path.iterdir()) == before
    assert [(tmp_path / one).read_text() for one in there] == ["mine"] * len(there)
    assert (tmp_path / "link.db").is_symlink()


@pytest.mark.parametrize("code", ["SQLITE_FULL", "SQLITE_IOERR_WRITE", "SQLITE_READONLY", ""])
def test_what_the_disk_cannot_do_is_told_and_leaves_no_draft(tmp_path, tiny_root, monkeypatch, code):
    def refuses(*_):
        error = sqlite3.OperationalError("the disk is full")
        error.sqlite_errorcode = getattr(sqlite3, code or "SQLITE_ERROR")
        raise error

    monkeypatch.setattr(import_module("rightsref.content.building.build"), "_write", refuses)
    with pytest.raises(RightsRefError if code else sqlite3.OperationalError, match="the disk is full"):
        compiler.compile_content(tiny_root, tmp_path / "knowledge.db")
    assert list(tmp_path.iterdir()) == []


def test_what_is_not_held_is_a_class_without_an_address(kb):
    (unheld,) = [row["id"] for row in kb.rows("SELECT id FROM asked_for WHERE address = ''")]
    (row,) = kb.rows("SELECT weights FROM sign WHERE stem = 'chees'")
    packed = row["weights"]
    assert unheld in [packed[n] + 256 * packed[n + 1] for n in range(0, len(packed), 3)]
