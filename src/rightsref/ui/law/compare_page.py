"""Compare: two versions of a section side by side, changes marked in words and colour."""

from __future__ import annotations

from html import escape

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout

from rightsref.errors import UsageError
from rightsref.knowledge.comparison import Change, Pair, Run, compare
from rightsref.model.law import Document
from rightsref.ui.parts.look import SERIF, L, M
from rightsref.ui.parts.page import Page, PageHost
from rightsref.ui.parts.place import Place, Versions
from rightsref.ui.parts.reader import reader_for
from rightsref.ui.parts.rich_text import RichText
from rightsref.ui.parts.widgets import label
from rightsref.words import tr
from rightsref.words.dates import date_words


class ComparePage(Page):
    """The earlier text at the left, the later one at the right."""

    def __init__(self, host: PageHost) -> None:
        super().__init__(host)
        self._pairs: list[Pair] = []
        self._documents: list[Document] = []
        self.heading = label(role="h1", wrap=True)
        self.key = label(role="muted", wrap=True)
        self.only = QCheckBox(tr("Only what differs"))
        self.only.setChecked(True)
        self.only.toggled.connect(self._render)
        self.columns = [reader_for(host, name, 560) for name in (tr("The earlier text"), tr("The later text"))]
        row = QHBoxLayout()
        row.setSpacing(L)
        for reader in self.columns:
            row.addWidget(reader, 1)
        self.columns[0].verticalScrollBar().valueChanged.connect(self._follow)
        column = QVBoxLayout(self)
        column.setContentsMargins(48, 28, L, 0)
        column.setSpacing(M)
        column.addWidget(self.heading)
        column.addWidget(self.key)
        column.addWidget(self.only)
        column.addLayout(row, 1)

    def show_place(self, place: Place, position: float = 0.0) -> None:  # noqa: ARG002 - both columns begin at their top
        """Compare the two texts that the place names.

        Raises:
            UsageError: it names none.
        """
        if not isinstance(place.state, Versions):
            raise UsageError(tr("Choose two texts to compare."))
        kb, lang = self.host.kb, self.host.lang
        self._documents = [kb.document(address, lang) for address in place.state]
        self._pairs = compare(*self._documents)
        self._render()

    def _render(self) -> None:
        changed = sum(pair.changed for pair in self._pairs)
        self.heading.setText(f"{self._documents[1].label}: {self._documents[1].title}")
        counted = tr(
            "{changed} of {all} paragraphs differ. Words taken out are struck through, words put in are underlined."
        )
        self.key.setText(counted.format(changed=changed, all=len(self._pairs)))
        for reader, document, side in zip(self.columns, self._documents, ("earlier", "later"), strict=True):
            made = RichText(reader.look, size=17)
            made.heading(_span(document), 17, bottom=8)
            for pair in self._shown:
                self._paragraph(made, pair, pair.earlier if side == "earlier" else pair.later)
            reader.show_document(made.document)

    @property
    def _shown(self) -> list[Pair]:
        """The pairs on screen: those that differ, or all; all too where nothing differs."""
        return [pair for pair in self._pairs if pair.changed or not self.only.isChecked()] or self._pairs

    def _paragraph(self, made: RichText, pair: Pair, runs: tuple[Run, ...]) -> None:
        """One paragraph of one side; where this side has none, it says so, so that both sides stay in step for the eye."""
        c = made.look.colours
        whole = bool(runs) and not (pair.earlier and pair.later)  # a whole paragraph needs a word, not a line under it
        words = "".join(escape(run.text) if whole else _marked(run, c.danger, c.good) for run in runs)
        if not runs:
            words = f'<span style="color:{c.muted}"><i>{tr("not in this text")}</i></span>'
        note = _tag(tr("changed"), c.muted) if pair.changed and runs and not whole else ""
        if whole:
            words = _tag(tr("New"), c.good) + words if pair.later else _tag(tr("Taken out"), c.danger) + words
        made.text(f'<span style="color:{c.muted}">{escape(pair.label)}</span> {words}{note}', family=SERIF, bottom=9)

    def _follow(self, value: int) -> None:
        """The right column scrolls along with the left."""
        left, right = (reader.verticalScrollBar() for reader in self.columns)
        right.setValue(round(value * right.maximum() / max(1, left.maximum())))


def _tag(words: str, colour: str) -> str:
    return f' <span style="color:{colour}"><small><b>{words}</b></small></span> '


def _marked(run: Run, gone: str, come: str) -> str:
    words = escape(run.text)
    if run.change == Change.OUT:
        return f'<span style="color:{gone}; text-decoration:line-through">{words}</span>'
    if run.change == Change.IN:
        return f'<span style="color:{come}; text-decoration:underline">{words}</span>'
    return words


def _span(document: Document) -> str:
    start = date_words(document.effective)
    if document.ends:
        return tr("In effect from {start} until {end}").format(start=start, end=date_words(document.ends))
    return tr("In effect since {start}").format(start=start)
