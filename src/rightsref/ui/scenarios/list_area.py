"""All scenarios, in groups by where people are; above them a field for one's own words."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from rightsref.model.flow import FlowHead
from rightsref.ui.parts.flow_layout import GridLayout
from rightsref.ui.parts.look import XL, L, M, S
from rightsref.ui.parts.page import PageHost
from rightsref.ui.parts.place import Answers, Place
from rightsref.ui.parts.widgets import CardButton, in_middle, label, panel
from rightsref.ui.scenarios.own_words import OwnWords
from rightsref.words import tr

#: Where people are -> the keys of the scenarios about that. What stands in no group comes last, under *More*.
GROUPS = (
    ("Somebody was taken or is held", ("relative-taken", "held-in-jail", "they-want-a-signature", "us-citizen", "database-hit")),
    ("At home", ("agents-at-my-door", "landlord-or-boss", "children")),
    ("On the street or on the way", ("on-the-street-or-in-a-car", "police-stop-me", "i-saw-agents", "travel")),
    ("At court, by letter, on probation", ("at-court", "letter-or-text", "probation-visit")),
    ("At work, at school, at a hospital", ("at-work", "school-hospital-day-care")),
    ("Afterwards", ("complain-or-sue", "records-request", "u-t-visa")),
    ("For police, offices and agencies", ("ice-asks-police", "city-office", "must-the-agency", "whom-does-it-bind")),
)  # fmt: skip
MORE = "More"
_CARD = 400


def scenario_list(host: PageHost, words: OwnWords) -> QWidget:
    """The list; each button opens its scenario."""
    look = host.look
    body = panel("ground")
    column = QVBoxLayout(body)
    column.setContentsMargins(look.px(64), look.px(XL), look.px(64), L)
    column.setSpacing(look.px(S))
    column.addWidget(label(tr("What can they do?"), "h1", wrap=True))
    column.addWidget(
        label(tr("A few questions, then an answer with its reasons and what to do now."), "lead", wrap=True)
    )
    column.addSpacing(look.px(S))
    column.addWidget(words)
    for title, heads in grouped(host.kb.flows(host.lang)):
        column.addSpacing(look.px(M))
        column.addWidget(label(tr(title), "h2", wrap=True))
        column.addWidget(_cards(host, heads))
    column.addStretch(1)
    return in_middle(body, look)


def grouped(heads: Iterable[FlowHead]) -> list[tuple[str, list[FlowHead]]]:
    """The scenarios by group, each once."""
    by_key = {head.key: head for head in heads}
    made = [(title, [by_key.pop(key) for key in keys if key in by_key]) for title, keys in GROUPS]
    return [(title, found) for title, found in (*made, (MORE, list(by_key.values()))) if found]


def _cards(host: PageHost, heads: Iterable[FlowHead]) -> QWidget:
    made = QWidget()
    row = GridLayout(made, gap=host.look.px(S), least=host.look.px(_CARD), most=2)
    for head in heads:
        button = CardButton(head.title, head.about)
        button.clicked.connect(lambda _=False, key=head.key: host.go(Place("scenarios", Answers(key))))
        row.addWidget(button)
    return made
