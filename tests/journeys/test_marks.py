"""How sure we are stands on screen: in the text of the law, beside a hit, in an outcome, on every page that shows a fact."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from rightsref.model.law import Level
from rightsref.reasoning.scenario import paths
from rightsref.ui.parts.place import Answers, At, Place, SearchState
from rightsref.ui.search.hits_model import Role
from rightsref.words.labels import LEVELS, SEEN

NOT_VERIFIED, SECOND_HAND = LEVELS[Level.UNCHECKED], LEVELS[Level.SECONDARY]


def lines(reader):
    """Every paragraph of a text as it is shown."""
    block = reader.document().begin()
    while block.isValid():
        yield block.text().replace("\N{NO-BREAK SPACE}", " ")
        block = block.next()


def ends(line, level):
    """Whether a line ends with the mark of a level, and with no other."""
    line = line.rstrip()
    marks = {Level.UNCHECKED: line.endswith(NOT_VERIFIED), Level.SECONDARY: line.endswith(f"({SECOND_HAND})")}
    return marks == {mark: mark == level for mark in marks}


def mixed_document(kb):
    """A text of law whose paragraphs stand at all three levels."""
    for heading in kb.outline():
        shown = kb.document(heading.address)
        if {paragraph.checked.level for paragraph in shown.paragraphs} == set(Level):
            return shown
    raise AssertionError("no text has paragraphs of every level")


def mixed_outcome(kb):
    """A scenario, answers that lead to an outcome, and that outcome, whose reasons are of both lesser levels."""
    for head in kb.flows():
        flow = kb.flow(head.key)
        for path in paths(flow):
            outcome = flow.outcomes[path[-1].option.goto]
            if {Level.UNCHECKED, Level.SECONDARY} <= {reason.level for reason in outcome.because}:
                return flow, {step.question.key: step.option.key for step in path}, outcome
    raise AssertionError("no outcome rests on both")


def test_each_paragraph_of_the_law_that_is_not_checked_against_it_says_so(window):
    shown = mixed_document(window.kb)
    window.go(Place("law", At(shown.address)))
    text = list(lines(window.pages["law"].reading.text))
    for paragraph in shown.paragraphs:
        line = next(line for line in text if paragraph.text[-40:] in line)
        assert ends(line, paragraph.checked.level), line


@pytest.mark.parametrize("level", [Level.UNCHECKED, Level.SECONDARY])
def test_the_head_of_a_paragraph_says_how_sure_we_are_of_it(window, level):
    shown = mixed_document(window.kb)
    paragraph = next(p for p in shown.paragraphs if p.checked.level == level)
    window.go(Place("law", At(paragraph.address)))
    head = window.pages["law"].reading.head
    assert head.level.isVisible()
    assert head.level.text() == LEVELS[level]


@pytest.mark.parametrize("level", [Level.UNCHECKED, Level.SECONDARY])
def test_a_hit_says_it_to_the_eye_and_to_the_ear(window, level):
    paragraph = next(p for p in mixed_document(window.kb).paragraphs if p.checked.level == level)
    window.go(Place("search", SearchState(paragraph.citation)))
    page = window.pages["search"]
    index = page.model.index([hit.address for hit in page.model.hits].index(paragraph.address))
    hit = index.data(Role.HIT)
    assert hit.level == level
    assert LEVELS[level] in index.data()
    marked = painted(page, index)
    page.model.show((hit._replace(level=Level.OFFICIAL),))
    assert painted(page, page.model.index(0)) != marked


def painted(page, index):
    """The picture of one hit."""
    option = QStyleOptionViewItem()
    option.widget = page.list
    option.rect = QRect(QPoint(), page.delegate.sizeHint(option, index))
    image = QImage(option.rect.size(), QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    page.delegate.paint(painter, option, index)
    painter.end()
    return image


def test_each_reason_of_an_outcome_says_it(window):
    flow, answers, outcome = mixed_outcome(window.kb)
    window.go(Place("scenarios", Answers.of(flow.key, answers)))
    text = list(lines(window.pages["scenarios"].outcome.text))
    for reason in outcome.because:
        line = next(line for line in text if reason.fact in line)
        assert ends(line, reason.level), line
    assert f"Rests on authorities {LEVELS[outcome.level]}" in " ".join(text)


def test_a_paper_an_event_and_a_contact_say_it(window):
    window.go(Place("timeline"))
    page = window.pages["timeline"]
    for level in (Level.UNCHECKED, Level.SECONDARY):
        row = next((n for n, event in enumerate(page.events) if event.level == level), None)
        if row is not None:
            page.choose(row)
            assert any(ends(line, level) for line in lines(page.text))
    window.go(Place("contacts"))
    text = " ".join(lines(window.pages["contacts"].text))
    for level in {contact.level for contact in window.kb.contacts()}:
        assert SEEN[level] in text
    for paper in window.kb.papers():
        window.go(Place("papers", At(f"rightsref:paper/{paper.key}")))
        line = next(line for line in lines(window.pages["papers"].text) if paper.signed in line)
        assert ends(line, paper.level)
