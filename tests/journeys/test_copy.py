"""The one Copy menu: on a page of law, an outcome, the end of a paper check and a comparison."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from rightsref.sheets.quoting import copies_of_answer
from rightsref.ui.parts.place import Answers, At, Place, Versions

ACT = "rightsref:provision/5-ilcs-805/15"


def opened(button):
    """The titles of a Copy menu, as it opens."""
    menu = button.menu()
    menu.aboutToShow.emit()
    return {action.text(): action for action in menu.actions()}


def held():
    return QGuiApplication.clipboard().mimeData()


def outcome(window):
    window.go(Place("scenarios", Answers("held-in-jail")))
    page = window.pages["scenarios"]
    while page.progress.question is not None:
        page.choose(page.progress.question.options[1 if len(page.progress.steps) == 1 else 0].key)
    return page.outcome


def test_a_page_of_law_offers_four_ways(window):
    window.go(Place("law", At(f"{ACT}/h/7")))
    offered = opened(window.pages["law"].reading.head.copy)
    assert list(offered)[:4] == ["Citation", "Words and citation", "With link and the law’s date", "As rich text"]
    offered["Citation"].trigger()
    assert held().text() == "5 ILCS 805/15(h)(7)"
    assert "Copied: Citation" in window.message.text()
    offered["With link and the law’s date"].trigger()
    assert "https://" in held().text()
    assert "Law as of November 22, 2026" in held().text()
    offered["As rich text"].trigger()
    assert held().hasHtml()
    assert "href=" in held().html()


def test_the_key_copies_words_and_citation(window, qtbot):
    window.go(Place("law", At(f"{ACT}/h/7")))
    qtbot.keyClick(window, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert held().text().endswith("restated by RightsRef; checked second-hand)")


def test_an_outcome_is_copied_whole_with_its_authorities_as_a_list(window):
    view = outcome(window)
    offered = opened(view.copy_button)
    assert list(offered)[:3] == ["The whole answer, with its authorities", "Its authorities, as a list", "As rich text"]
    offered["The whole answer, with its authorities"].trigger()
    words, _, listed = held().text().partition("Authorities:\n")
    reached = view._state[2].outcome
    assert reached.title in words
    assert all(reason.citation in listed for reason in reached.because)
    assert all(line.startswith("- ") for line in listed.splitlines()[:-1])
    assert "Law as of" in listed.splitlines()[-1]
    offered["As rich text"].trigger()
    assert "<li" in held().html()


def test_the_end_of_a_paper_check_is_copied_too(window):
    window.go(Place("papers", At("rightsref:paper/i-205")))
    button = next(b for b in window.pages["papers"].findChildren(QPushButton) if b.menu() is not None)
    opened(button)["The whole answer, with its authorities"].trigger()
    assert "I-205" in held().text()


def test_a_comparison_is_copied_too(window):
    window.go(Place("compare", Versions(f"{ACT}@2017-08-28", ACT)))
    opened(window.pages["compare"].copy_button)["The whole answer, with its authorities"].trigger()
    assert "What changed, in plain words" in held().text()


def test_the_button_of_a_paragraph_covers_no_word(window, qtbot):
    window.go(Place("law", At(ACT)))
    qtbot.wait(1)
    reading = window.pages["law"].reading
    document = reading.text.document()
    block = next(b for b in _blocks(document) if b.text().startswith("(h)(1)") or "in any capacity" in b.text())
    line = document.documentLayout().blockBoundingRect(block)
    assert line.right() <= reading.text.viewport().width() - reading._tools.sizeHint().width()


def _blocks(document):
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


@pytest.mark.parametrize("lang", ["en", "es"])
def test_every_outcome_can_be_copied(window, lang):
    kb = window.kb
    for head in kb.flows(lang)[:4]:
        flow = kb.flow(head.key, lang)
        for key, each in list(flow.outcomes.items())[:6]:
            whole, listed, rich = copies_of_answer(kb, f"rightsref:flow/{flow.key}/{key}", lang)
            assert each.title in whole.text
            assert listed.text in whole.text
            assert rich.markup.startswith("<h2>")


def test_a_packet_is_put_together_and_opened(window):
    window.go(Place("law", At(ACT)))
    opened(window.pages["law"].reading.head.copy)["Put into the packet"].trigger()
    assert "In the packet: 1 part." in window.message.text()
    view = outcome(window)
    opened(view.copy_button)["Put into the packet"].trigger()
    assert "In the packet: 2 parts." in window.message.text()
    assert "Take out of the packet" in opened(view.copy_button)
    window.go(Place("sheets"))
    page = window.pages["sheets"]
    page.gallery.tick(["wallet-card"])
    button = next(b for b in page.findChildren(QPushButton) if b.text() == "Packet")
    opened(button)["Open the packet (3 parts)"].trigger()
    assert page.sheet.title == "Packet for a lawyer"
    opened(button)["Empty the packet"].trigger()
    assert window.packet == []


def test_nothing_of_a_packet_is_left_after_leaving(window, settings_file):
    window.packet.append(ACT)
    window._clear()
    assert window.packet == []
    assert not settings_file.exists()
