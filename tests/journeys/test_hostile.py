"""Whatever is typed into a field, dropped on one, or stands in a file that one names: told in a sentence, shown as it is, never obeyed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtCore import Qt as Core
from PySide6.QtGui import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QTextBrowser, QToolTip

from rightsref.ui.parts.place import At, Place, SheetChoice
from rightsref.ui.sheets.logo_field import dropped_file

TEXTS = json.loads((Path(__file__).parents[1] / "data" / "nasty" / "texts.json").read_text("utf-8"))
#: Where one can type: the place, and how the fields are found there.
PLACES = {
    "home": Place("home"),
    "scenarios": Place("scenarios"),
    "sheets": Place("sheets", SheetChoice("rightsref:sheet/ice-at-your-door")),
    "law": Place("law", At("rightsref:provision/5-ilcs-805/15")),
    "clock": Place("clock"),
    "glossary": Place("glossary"),
}


def fields(window):
    """Every field of the page that can be typed in, those that open first on a press among them."""
    page = window.stack.currentWidget()
    if window.history.current.page == "sheets":
        page.choices.whose.setChecked(True)
    page.find_in_page()
    return [field for field in page.findChildren(QLineEdit) if field.isVisible() and field.isEnabled()]


def obeyed(window, typed):
    """Labels and texts in which something typed became markup."""
    if "<" not in typed:
        return []
    labels = [
        label for label in window.findChildren(QLabel)
        if label.isVisible() and typed[:12] in label.text() and label.textFormat() != Core.TextFormat.PlainText
        and Qt.mightBeRichText(label.text())
    ]  # fmt: skip
    texts = [
        text for text in window.findChildren(QTextBrowser)
        if text.isVisible() and "alert(1)" in text.toHtml() and "<script" in text.toHtml()
    ]  # fmt: skip
    return labels + texts


@pytest.mark.parametrize("where", PLACES)
def test_anything_typed_into_any_field_is_text(window, qtbot, where):
    tried = 0
    for name, typed in TEXTS.items():
        window.stack.forget()
        window.go(PLACES[where])
        QTest.qWait(1)
        for field in fields(window):
            field.setFocus()
            field.setText(typed)
            field.textEdited.emit(field.text())
            QTest.keyClick(field, Core.Key.Key_Return)
            QTest.qWait(1)
            tried += 1
            assert obeyed(window, typed) == [], (where, name)
            if window.history.current.page != PLACES[where].page:
                break  # it was an answer, and led on
    assert tried >= len(TEXTS)
    window.message.hide()


def test_anything_typed_into_the_search_box_is_searched_for(window, qtbot):
    for name, typed in TEXTS.items():
        window.bar.set_text(typed)
        window.search_now()
        window._enter()
        QTest.qWait(1)
        assert obeyed(window, typed) == [], name
        assert "<script" not in QToolTip.text()
        assert "\n" not in window.windowTitle()


@pytest.mark.parametrize("typed", ["markup", "typst", "scripts", "path", "device", "long_word", "controls"])
def test_an_odd_name_of_an_organisation_or_its_logo_is_told_or_printed(window, qtbot, typed):
    window.go(PLACES["sheets"])
    page = window.pages["sheets"]
    page.choices.whose.setChecked(True)
    page.choices.fields["name"].setText(TEXTS[typed])
    page.choices.logo.setText(TEXTS[typed])
    QTest.qWait(500)
    assert page.message.isVisible()
    assert page.message.text().strip()
    assert page.message.text().count(". ") < 4
    assert obeyed(window, TEXTS[typed]) == []
    page.choices.fields["name"].clear()
    page.choices.logo.clear()


#: What may be dropped, and the file that is taken.
DROPPED = {
    "a web address": (["https://example.org/x.png"], ""),
    "a page of ours": (["rightsref:tool/clock"], ""),
    "a script": (["javascript:alert(1)"], ""),
    "a picture in an address": (["data:image/png;base64,AAAA"], ""),
    "nothing": ([], ""),
    "a file": (["file:///tmp/a%20b%25.png"], "/tmp/a b%.png"),
    "a file after an address": (["https://example.org/x", "file:///tmp/x.png", "file:///tmp/y.png"], "/tmp/x.png"),
    "a folder": (["file:///tmp/"], "/tmp/"),
    "a broken address": (["file:///%ff%00%zz"], None),
    "a file of another computer": (["file://other/share/x.png"], "//other/share/x.png"),
}


@pytest.mark.parametrize("name", DROPPED)
def test_of_what_is_dropped_a_file_of_this_computer_is_taken(name):
    urls, taken = DROPPED[name]
    dropped = QMimeData()
    dropped.setUrls([QUrl(url) for url in urls])
    found = dropped_file(dropped)
    assert isinstance(found, str)
    if taken is not None:
        assert found == taken
