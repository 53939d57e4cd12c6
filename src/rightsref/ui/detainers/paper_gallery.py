"""All papers as large buttons, and the way for whoever does not know which one it is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from rightsref.model.address import Address, parse
from rightsref.model.paper import Paper
from rightsref.ui.detainers.paper_drawing import PaperDrawing
from rightsref.ui.detainers.tabs import DetainerTabs
from rightsref.ui.parts.flow_layout import GridLayout
from rightsref.ui.parts.look import XL, L, M
from rightsref.ui.parts.page import PageHost
from rightsref.ui.parts.place import Pair, Place, Walk
from rightsref.ui.parts.widgets import CardButton, label, panel
from rightsref.words import tr

THUMBNAIL, CARD = 104, 320


def paper_gallery(host: PageHost, papers: Sequence[Paper]) -> QWidget:
    """The gallery; each button leads to its paper."""
    look = host.look
    body = panel("ground")
    column = QVBoxLayout(body)
    column.setContentsMargins(look.px(XL), L, look.px(XL), L)
    column.setSpacing(look.px(M))
    column.addWidget(DetainerTabs(host, "papers"))
    column.addWidget(label(tr("Which paper looks like yours?"), "h1", wrap=True))
    column.addWidget(
        label(tr("These are our own drawings. Pick one, or look at yours spot by spot."), "lead", wrap=True)
    )
    unknown = CardButton(
        tr("I don’t know: look at it with me"),
        tr("Eight looks, one spot at a time, with a photo of yours beside it if you like. You can skip any of them."),
    )
    unknown.clicked.connect(lambda: host.go(Place("papers", Walk())))
    column.addWidget(unknown)
    cards = QWidget()
    row = GridLayout(cards, gap=look.px(M), least=look.px(CARD), most=3)
    for paper in papers:
        row.addWidget(_card(host, paper))
    column.addWidget(cards)
    column.addStretch(1)
    return body


def _card(host: PageHost, paper: Paper) -> QWidget:
    """A paper as a large button: its drawing, its name, how to know it."""
    look = host.look
    button = CardButton(paper.title, paper.looks_like, drawing=PaperDrawing(paper.key, look, look.px(THUMBNAIL)))
    policy = button.sizePolicy()
    # As high as its row; a button is else as high as one line asks.
    policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
    button.setSizePolicy(policy)
    button.clicked.connect(lambda: host.open_address(str(Address.of("paper", paper.key))))
    return button


def papers_of(place: Place) -> tuple[str, ...]:
    """The keys of the papers that a place names: none, the one picked, or the two to compare."""
    if isinstance(place.state, Pair):
        return tuple(place.state)
    if isinstance(place.state, Walk):
        return (place.state.paper,) if place.state.paper else ()
    address = parse(place.address)
    return address.path[:1] if address else ()
