"""Before notes from elsewhere are taken in: what would come, and what of it is here already."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from rightsref.saved.importing import Plan
from rightsref.ui.parts.flow_layout import FlowLayout
from rightsref.ui.parts.look import L, Look, S
from rightsref.ui.parts.widgets import label, push_button
from rightsref.ui.parts.word_list import WordList
from rightsref.ui.saved.saving import named
from rightsref.words import plural, tr

#: So many are listed.
_MOST = 500


class ImportDialog(QDialog):
    """Accepted to take them in."""

    def __init__(self, parent: QWidget, look: Look, name: str, plan: Plan) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Import…"))
        self.told = label(counts(name, plan), wrap=True)
        self.list = WordList(look, tr("What would be taken in"))
        for mark in (*plan.new, *plan.beside)[:_MOST]:
            note = " ".join(mark.note.split())
            self.list.addItem(
                f"{named(mark.label, mark.title)}\n{note[:120]}" if note else named(mark.label, mark.title)
            )
        self.take = push_button(tr("Take them in"))
        self.take.clicked.connect(self.accept)
        self.take.setEnabled(bool(plan.nouns))
        cancel = push_button(tr("Cancel"))
        cancel.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(L, L, L, L)
        column.setSpacing(S)
        column.addWidget(self.told)
        column.addWidget(self.list, 1)
        row = FlowLayout(gap=S)
        row.addWidget(self.take)
        row.addWidget(cancel)
        column.addLayout(row)
        self.resize(min(look.px(600), parent.width() - L), min(look.px(460), parent.height() - L))

    def done(self, result: int) -> None:
        """What was listed goes with the dialog."""
        self.deleteLater()
        super().done(result)


def counts(name: str, plan: Plan) -> str:
    """In words, what an import would do."""
    told = tr("From {name}: {new} new, {same} here already as they are.").format(
        name=name, new=len(plan.new), same=plan.same
    )
    beside = plural(
        "1 is here with another note or case; it comes to stand beside, and yours stays.",
        "{count} are here with another note or case; they come to stand beside, and yours stay.",
        len(plan.beside),
    ).format(count=len(plan.beside))
    skipped = plural(
        "1 could not be read, or is too long to be kept, and is left out.",
        "{count} could not be read, or are too long to be kept, and are left out.",
        plan.skipped,
    ).format(count=plan.skipped)
    cases = plural("1 case is new.", "{count} cases are new.", len(plan.matters)).format(count=len(plan.matters))
    return " ".join(
        filter(
            None, [told, cases if plan.matters else "", beside if plan.beside else "", skipped if plan.skipped else ""]
        )
    )
