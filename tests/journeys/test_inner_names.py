"""No page shows one of our own addresses, nor does a card beside the pointer; a legal word is explained."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QComboBox, QLabel, QLineEdit, QToolTip, QWidget

from rightsref.ui.parts.link import Link
from rightsref.ui.parts.place import Answers, At, Pair, Place, SearchState, SheetChoice, Versions, Walk
from rightsref.ui.parts.reader import Reader
from rightsref.ui.shell.pages import PAGES

#: A link in a label carries its address in its markup, where nobody sees it.
_MARKUP = re.compile(r"<[^>]*>")
ACT = "rightsref:provision/5-ilcs-805/15"
PLACES = (
    *(Place(name) for name in PAGES), Place("search", SearchState("administrative warrant")), Place("law", At(ACT)),
    Place("law", At("rightsref:form/I-205")), Place("law", At("rightsref:case/united-states-v-valdez-hurtado")),
    Place("law", At("rightsref:topic/jail-with-detainer")), Place("compare", Versions(f"{ACT}@2017-08-28", ACT)),
    Place("scenarios", Answers("held-in-jail")), Place("papers", Walk.of("", {"issuer": "federal_court"})),
    Place("papers", At("rightsref:paper/i-205")), Place("papers", Pair("i-200", "ao-442")),
    Place("path", At("rightsref:stage/local-decision")), Place("sheets", SheetChoice("rightsref:sheet/wallet-card")),
)  # fmt: skip
PLACES = tuple(place for place in PLACES if place != Place("compare"))


def strings(widget):
    """Every text that a widget shows or says."""
    yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
    if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
        yield widget.text()
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(row) for row in range(widget.count()))
    if isinstance(widget, Reader):
        yield widget.toPlainText()
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        for row in range(widget.model().rowCount()):
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
                yield str(widget.model().index(row, 0).data(role) or "")


def anchors(reader):
    """Every link of a text."""
    found, block = set(), reader.document().begin()
    while block.isValid():
        pieces = block.begin()
        while not pieces.atEnd():
            if href := pieces.fragment().charFormat().anchorHref():
                found.add(href)
            pieces += 1
        block = block.next()
    return found


@pytest.mark.parametrize("place", PLACES, ids=[f"{p.page} {p.state}"[:60] for p in PLACES])
def test_no_inner_name_is_shown_anywhere(window, place):
    window.go(place)
    page = window.stack.currentWidget()
    for widget in page.findChildren(QWidget):
        for text in strings(widget):
            assert "rightsref:" not in _MARKUP.sub("", text), (widget, text[:80])
        if isinstance(widget, Reader):
            for href in anchors(widget):
                assert "rightsref:" not in widget._card(Link.parse(href).target)


@pytest.mark.qt_log_ignore("raise\\(\\)")  # offscreen has no windows in front
def test_a_first_click_explains_a_word_and_a_second_one_leads_to_it(window):
    term = QUrl("rightsref:term/administrative-warrant")
    window.go(Place("law", At("rightsref:form/I-200")))
    text = window.pages["law"].reading.text
    here = window.history.current
    text.anchorClicked.emit(term)
    assert window.history.current == here
    assert "A warrant that an immigration officer signs, not a judge." in QToolTip.text()
    text.anchorClicked.emit(term)
    assert window.history.current == Place("glossary", At(term.toString()))


@pytest.mark.qt_log_ignore("raise\\(\\)")
def test_hovering_a_word_shows_its_definition(window):
    window.go(Place("law", At("rightsref:form/I-200")))
    text = window.pages["law"].reading.text
    text.highlighted.emit(QUrl("rightsref:term/administrative-warrant"))
    assert "not a judge" in QToolTip.text()
    text.highlighted.emit(QUrl("rightsref:term/no-such-word"))
    assert "rightsref:" not in QToolTip.text()
