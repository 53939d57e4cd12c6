"""The window in Spanish: the switch, what it keeps, and that no English word of the program is left on any page."""

from __future__ import annotations

import json
import re

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QAbstractButton, QComboBox, QDialogButtonBox, QLabel, QLineEdit, QTextEdit, QWidget

from rightsref import words
from rightsref.ui.parts.place import Answers, At, Place, SearchState
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


def test_a_part_without_spanish_says_that_it_is_in_english(spanish, qtbot):
    document = next(
        found
        for found in (spanish.kb.document(heading.address, "es") for heading in spanish.kb.outline("es"))
        if "plain" in found.in_english
    )
    spanish.go(Place("law", At(document.address)))
    qtbot.wait(50)
    texts = [text.toPlainText() for text in spanish.pages["law"].findChildren(QTextEdit)]
    assert any("(EN INGLÉS)" in text for text in texts)
