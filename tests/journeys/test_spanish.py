"""The window in Spanish: the switch, what it keeps, and that no English word of the program is left on any page."""

from __future__ import annotations

import json
import re

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QTextTable
from PySide6.QtWidgets import QAbstractButton, QComboBox, QDialogButtonBox, QLabel, QLineEdit, QTextEdit, QWidget

from rightsref import words
from rightsref.reasoning.saying import heard
from rightsref.ui.parts.place import Answers, At, Place, SearchState
from rightsref.ui.scenarios.outcome_view import OutcomeView
from rightsref.ui.search.hits_model import marks_of
from rightsref.ui.shell.pages import TITLES
from rightsref.ui.shell.speaking import first_language
from rightsref.words import catalogue

LAW = "rightsref:provision/5-ilcs-805/15"
PLACES = {
    **{name: Place(name) for name in TITLES if name not in {"compare", "law"}},
    "law": Place("law", At(LAW)),
    "search": Place("search", SearchState("ICE me puede parar")),
    "question": Place("scenarios", Answers("agents-at-my-door")),
    "paper": Place("papers", At("rightsref:paper/i-200")),
    "stage": Place("path", At("rightsref:stage/arrest")),
}  # fmt: skip
#: Said the same in both languages, or by our own names and keys.
SAME = re.compile(r"[\W\d_]*|.{1,2}|.*[{}].*", re.DOTALL)


@pytest.fixture
def spanish(window):
    """The window, switched to Spanish; back to English at the end."""
    window.bar.languages["es"].click()
    yield window
    window.bar.languages["en"].click()


def shown(widget):
    """Every text of a widget and of what it holds, and what a screen reader says of it."""
    for each in (widget, *widget.findChildren(QWidget)):
        if each.isVisibleTo(widget):
            yield from (each.accessibleName(), each.toolTip())
            if isinstance(each, QLabel | QAbstractButton):
                yield each.text()
            if isinstance(each, QLineEdit):
                yield each.placeholderText()
            if isinstance(each, QTextEdit):
                yield from (block for block in each.toPlainText().split("\n"))
            if isinstance(each, QComboBox):
                yield from (each.itemText(row) for row in range(each.count()))


@pytest.fixture(scope="module")
def english():
    """What the program says in English and otherwise in Spanish."""
    return {en.strip() for en, es in catalogue("es").items() if en != es and not SAME.fullmatch(en)} - {"English"}


def plain(text):
    return re.sub(r"<[^>]*>|[:.]\s*$", "", text).strip()


@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES.keys())
def test_no_english_word_of_the_program_is_left(spanish, english, qtbot, place):
    spanish.go(place)
    qtbot.wait(400)
    upper = {text.upper() for text in english}
    left = [text for text in map(plain, shown(spanish)) if text in english or (text.isupper() and text in upper)]
    assert left == []


def test_the_switch_takes_effect_at_once_and_is_kept(window, settings_file):
    assert words.language() == "en"
    window.bar.languages["es"].click()
    assert (window.lang, words.language()) == ("es", "es")
    assert window.bar.box.placeholderText() == "Haga una pregunta, o escriba una cita"
    assert json.loads(settings_file.read_text())["language"] == "es"
    window.bar.languages["en"].click()
    assert (window.lang, window.bar.box.placeholderText()) == ("en", "Ask a question, or type a citation")


def test_place_and_answers_stay(window):
    flow = window.kb.flow("agents-at-my-door")
    first = flow.questions[flow.start]
    window.go(Place("scenarios", Answers.of(flow.key, {first.key: first.options[0].key})))
    window.bar.languages["es"].click()
    page = window.pages["scenarios"]
    assert window.history.current.page == "scenarios"
    assert page.answers == {first.key: first.options[0].key}
    assert page.flow.title == window.kb.flow(flow.key, "es").title
    window.bar.languages["en"].click()
    assert window.pages["scenarios"].answers == {first.key: first.options[0].key}


@pytest.mark.parametrize(
    ("place", "page", "say"),
    [
        (
            Place("scenarios", Answers.of("agents-at-my-door", {"where": "at_door", "paper_at_door": "i200"})),
            "scenarios",
            lambda kb, lang: kb.flow("agents-at-my-door", lang).outcomes["i200_at_door"].say,
        ),
        (Place("signing"), "signing", lambda kb, lang: [line for paper in kb.signing_papers(lang) for line in paper.say]),
        (
            Place("papers", At("rightsref:paper/i-200")),
            "papers",
            lambda kb, lang: next(paper.say for paper in kb.papers(lang) if paper.key == "i-200"),
        ),
    ],
    ids=["outcome", "papers to sign", "paper check"],
)  # fmt: skip
def test_what_is_said_to_an_officer_stands_in_english_with_its_meaning_below(spanish, qtbot, place, page, say):
    spanish.go(place)
    qtbot.wait(200)
    told = "\n".join(shown(spanish.pages[page]))
    english, meant = say(spanish.kb, "en"), say(spanish.kb, "es")
    assert english
    for line in map(heard, english, meant):
        assert f"{line.line}\n({line.meaning})" in told


def test_what_was_typed_stays(window):
    window.go(Place("contacts"))
    window.go(Place("home"))
    field = next(f for f in window.pages["home"].findChildren(QLineEdit) if f.isVisibleTo(window))
    field.setText("me llevaron a mi hijo")
    window.bar.languages["es"].click()
    kept = [f.text() for f in window.pages["home"].findChildren(QLineEdit)]
    window.bar.languages["en"].click()
    assert "me llevaron a mi hijo" in kept


def test_dialogs_of_qt_speak_spanish_too(spanish, qtbot):
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text().replace("&", "") == "Cancelar"
    assert spanish.lang == "es"


SYSTEMS = (("es-MX", "es"), ("es", "es"), ("en-US", "en"), ("pl-PL", "en"))


@pytest.mark.parametrize(("system", "lang"), SYSTEMS)
def test_at_first_the_systems_language_is_spoken(monkeypatch, system, lang):
    monkeypatch.setattr(QLocale, "uiLanguages", lambda _: [system])
    assert first_language("", "") == lang
    assert first_language("", "es") == "es"
    assert first_language("en", "es") == "en"


def test_a_part_without_spanish_says_that_it_is_in_english(spanish, qtbot, monkeypatch):
    whole = spanish.kb.document
    monkeypatch.setattr(spanish.kb, "document", lambda *of: whole(*of)._replace(in_english=frozenset({"plain"})))
    spanish.go(Place("law", At("rightsref:provision/5-ilcs-805/20")))
    qtbot.wait(50)
    texts = [text.toPlainText() for text in spanish.pages["law"].findChildren(QTextEdit)]
    assert any("(EN INGLÉS)" in text for text in texts)


#: Words that only English has, and words that only Spanish has.
ENGLISH = re.compile(
    r"\b(?:the|of|and|was|were|with|not|that|this|for|from|you|they|their|which|by|must|if|has|have|is|are)\b",
    re.IGNORECASE,
)
SPANISH = re.compile(r"\b(?:el|la|los|las|del?|que|y|en|una?|se|por|para|con|su|al|es|lo)\b", re.IGNORECASE)
#: What is said to somebody who reads English, or is quoted: it stands beside its Spanish.
BESIDE = re.compile(r"«[^»]*»|“[^”]*”|\([^)]*\)|\S*(?:https?://|\.org|\.gov|\.com)\S*")


def is_english(line):
    """Whether a line has more words of English than of Spanish, and no Spanish in brackets behind it."""
    plain = BESIDE.sub(" ", line)
    meant = re.search(r"\([^)]*[a-záéíóúñ]+[^)]*\)", line)
    return len(ENGLISH.findall(plain)) > max(1, len(SPANISH.findall(plain))) and not meant


def test_no_law_form_case_or_topic_says_an_english_sentence(spanish):
    left = []
    for heading in spanish.kb.outline("es"):
        shown = spanish.kb.document(heading.address, "es")
        assert not shown.in_english - (frozenset() if shown.paragraphs else {"law"}), heading.address
        told = [
            shown.label,
            shown.title,
            shown.status_note,
            *shown.facts.values(),
            *(event.text for event in shown.history),
        ]
        told += [text for p in shown.paragraphs for text in (p.printed, p.label, p.text, p.checked.note)]
        told += [block.text for blocks in shown.parts.values() for block in blocks]
        left += [(heading.address, text) for text in told if is_english(text) or "(en inglés)" in text]
    left += [gap for gap in spanish.kb.gaps("es") if is_english(gap[1]) or "(en inglés)" in gap[1]]
    assert left == []


def test_whom_to_call_is_named_in_spanish(spanish):
    names = {contact.name for contact in spanish.kb.contacts("es")}
    assert "Línea de casos de la corte de inmigración (EOIR)" in names
    assert {name for name in names if is_english(name)} == set()


def test_typed_spanish_offers_spanish_and_keeps_the_search(window, qtbot):
    window.go(Place("search", SearchState("me pueden parar")))
    message = window.pages["search"].message
    assert "Leer en español" in message.text()
    message.linkActivated.emit("speak:es")
    assert window.lang == "es"
    assert window.pages["search"].state.text == "me pueden parar"
    assert "Leer en español" not in window.pages["search"].message.text()
    window.bar.languages["en"].click()
    window.go(Place("search", SearchState("can they stop me")))
    assert "Leer en español" not in window.pages["search"].message.text()
    qtbot.wait(10)


def test_a_hit_says_where_its_line_is_in_english(spanish, qtbot):
    spanish.go(Place("search", SearchState("fianza")))
    qtbot.wait(50)
    hits = spanish.pages["search"].model.hits
    assert all(hit.snippet for hit in hits)
    assert all(("en inglés" in marks_of(hit)) == (hit.lang != "es") for hit in hits)


def rows_of(text):
    """The texts of each pair of columns of a document."""
    tables = [frame for frame in text.document().rootFrame().childFrames() if isinstance(frame, QTextTable)]
    cells = [[table.cellAt(0, column) for column in (0, 1)] for table in tables]
    return [tuple(cell.firstCursorPosition().block().text() for cell in row) for row in cells]


def test_both_languages_stand_side_by_side_paragraph_by_paragraph(spanish, qtbot):
    address = "rightsref:topic/relative-taken"
    spanish.go(Place("law", At(address)))
    spanish.bar.both.click()
    qtbot.wait(50)
    rows = rows_of(spanish.pages["law"].reading.text)
    spanish.bar.both.click()
    own, other = (spanish.kb.document(address, lang) for lang in ("es", "en"))
    assert rows[0] == ("Español", "English")
    assert rows[1] == (own.title, other.title)
    pairs = [(a.text[:20], b.text[:20]) for a, b in zip(own.parts["plain"], other.parts["plain"], strict=True)]
    assert pairs == [(left[:20], right[:20]) for left, right in rows[2 : 2 + len(pairs)]]
    assert rows_of(spanish.pages["law"].reading.text) == []


def test_an_outcome_stands_in_both_languages(spanish, qtbot):
    flow = spanish.kb.flow("agents-at-my-door", "es")
    given, at = {}, flow.start
    while at in flow.questions:
        option = flow.questions[at].options[0]
        given[at], at = option.key, option.goto
    spanish.go(Place("scenarios", Answers.of(flow.key, given)))
    spanish.bar.both.click()
    qtbot.wait(50)
    rows = rows_of(spanish.pages["scenarios"].findChild(OutcomeView).text)
    spanish.bar.both.click()
    assert (flow.outcomes[at].title, spanish.kb.flow(flow.key).outcomes[at].title) in rows
    assert ("Haga ahora", "Do now") in rows


def test_nobody_has_reviewed_it_until_a_file_says_so(spanish):
    spanish.go(Place("about"))
    assert "Ningún hablante ha revisado todavía este español." in spanish.pages["about"].text.toPlainText()
    assert spanish.kb.reviewed("rightsref:flow/travel", "es") == ""


def test_what_is_said_by_a_table_is_said_in_spanish(spanish, monkeypatch):
    """A table that no reading of the code finds has no rows to translate: here what pages say is heard as they are made."""
    lost = set()

    def heard(text, lang, said=words.said):
        if lang == "es" and text not in catalogue("es") and not SAME.fullmatch(text):
            lost.add(text)
        return said(text, lang)

    monkeypatch.setattr(words, "said", heard)
    spanish.change(spanish.settings._replace(zoom=125))  # makes every page anew
    for place in PLACES.values():
        spanish.go(place)
    spanish.change(spanish.settings._replace(zoom=100))
    facts = set(spanish.kb.document(LAW, "es").facts.values())  # the content’s own, in Spanish already
    assert not lost - facts
