"""Papers to sign, in the real window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from rightsref.reasoning.saying import heard
from rightsref.ui.parts.place import Place
from rightsref.words.labels import ADVICE, SIGNING_PARTS


@pytest.fixture
def signing(window):
    window.go(Place("signing"))
    return window.pages["signing"]


def test_every_paper_says_what_to_do_with_the_pen_what_to_say_and_what_it_costs(window, signing):
    shown = signing.text.toPlainText()
    papers = window.kb.signing_papers()
    assert len(papers) >= 12
    for paper in papers:
        for words in (
            paper.title,
            ADVICE[paper.advice],
            paper.gives_up.fact,
            paper.take_back.fact,
            paper.refuse.fact,
            *(heard(line).line for line in paper.say),
        ):
            assert words in shown, paper.key
    assert all(shown.count(title) >= len(papers) for title in SIGNING_PARTS)


def test_an_address_leads_to_its_paper(window, qtbot):
    window.open_address("rightsref:signing/i-407")
    page = window.pages["signing"]
    assert window.stack.currentWidget() is page
    qtbot.waitUntil(lambda: page.position > 0)


def test_a_paper_to_sign_is_found_by_what_people_type(type_in):
    found = type_in("they want him to sign a paper to go home").model.hits
    assert any(hit.address.startswith(("rightsref:signing/", "rightsref:topic/papers-to-sign", "rightsref:flow/they-want", "rightsref:form/"))
               for hit in found[:3])  # fmt: skip


def test_a_tab_leads_to_the_paper_check(window, signing, qtbot):
    tab = next(button for button in signing.findChildren(QPushButton) if button.text() == "Check a paper")
    qtbot.mouseClick(tab, Qt.MouseButton.LeftButton)
    assert window.stack.currentWidget() is window.pages["papers"]
