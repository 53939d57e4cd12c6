"""What is done with a whole notes file: exported, filled from elsewhere, copied."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from rightsref.errors import RightsRefError
from rightsref.saved.exporting import ENDINGS, save_as
from rightsref.saved.files import SUFFIX, is_same
from rightsref.saved.importing import plan, read_file
from rightsref.saved.nouns import Contents
from rightsref.saved.trouble import NeedsPassphraseError
from rightsref.ui.parts.act import saved_acts
from rightsref.ui.parts.asking import may_write_over
from rightsref.ui.parts.page import PageHost
from rightsref.ui.saved.import_dialog import ImportDialog
from rightsref.ui.saved.opening import ask, name_new, protect
from rightsref.words import plural, tr


def export(parent: QWidget, host: PageHost) -> None:
    """Write everything into a file to be read, or to be imported again."""
    if host.notebook is None:
        return
    kinds = {f"{tr('Word document')} (*.docx)": ".docx", "Markdown (*.md)": ".md", "JSON (*.json)": ".json"}
    usual = f"{host.notebook.path.stem}.docx"
    name, kind = QFileDialog.getSaveFileName(parent, tr("Export…"), usual, ";;".join(kinds))
    if not name:
        return
    path = Path(name)
    known = path.suffix.lower() in ENDINGS  # then the dialog has asked about the name as it is
    if not known:
        path = path.with_name(path.name + kinds.get(kind, ".docx"))
    if is_same(path, host.notebook.path):
        host.fail(tr("{name} is your open notes file. Export under another name.").format(name=path.name))
        return
    if not known and path.exists() and not may_write_over(parent, tr("Export…"), path):
        return
    try:
        save_as(host.notebook.contents(), path)
    except RightsRefError as error:
        host.fail(str(error))
        return
    open_now = tr("It has no passphrase: anybody can read it.") if host.notebook.is_protected else ""
    host.announce(f"{tr('Saved as {name}.').format(name=path.name)} {open_now}".strip(), saved_acts(path))


def take_in(parent: QWidget, host: PageHost) -> None:
    """Read an export or another notes file, show what would come, and take it in if the reader says so."""
    notebook = host.notebook
    name, _ = QFileDialog.getOpenFileName(parent, tr("Import…"), "", f"{tr('Notes of RightsRef')} (*{SUFFIX} *.json)")
    if not name or notebook is None:
        return
    try:
        found = _read(parent, host, Path(name))
        if found is None or host.notebook is not notebook:
            return
        wanted = plan(notebook.contents(), *found)
        if not ImportDialog(parent, host.look, Path(name).name, wanted).exec() or host.notebook is not notebook:
            return
        notebook.dated_copy()  # as it was before
        notebook.put_back(wanted.nouns)
    except RightsRefError as error:
        host.fail(str(error))
        return
    host.notes_changed.emit()
    taken = len(wanted.new) + len(wanted.beside)
    words = plural(
        "1 entry was taken in. A copy of the file as it was is beside it.",
        "{count} entries were taken in. A copy of the file as it was is beside it.",
        taken,
    )
    host.announce(words.format(count=taken))


def _read(parent: QWidget, host: PageHost, path: Path) -> tuple[Contents, int] | None:
    found: list[tuple[Contents, int]] = []
    try:
        found.append(read_file(path))
    except NeedsPassphraseError as error:
        asked = ask(parent, host, str(error), lambda typed: found.append(read_file(path, typed)))
        asked.exec()
        if asked.damage:
            raise asked.damage from None
    return found[0] if found else None


def copy_dated(host: PageHost) -> None:
    """Set a copy aside with today in its name."""
    if host.notebook is None:
        return
    try:
        copy = host.notebook.dated_copy()
    except RightsRefError as error:
        host.fail(str(error))
    else:
        host.announce(tr("Saved as {name}.").format(name=copy.name), saved_acts(copy)[1:])


def copy_new(parent: QWidget, host: PageHost) -> None:
    """Write everything into a new file, with another passphrase or none, and work with that one."""
    notebook = host.notebook
    path = name_new(parent, tr("Copy to a new file…"))
    if notebook is None or path is None:
        return

    def attempt(typed: str) -> None:
        from rightsref.saved.notebook import Notebook

        notebook.copy_into(path, typed)
        host.use_notebook(Notebook.open(path, typed))

    former = notebook.path
    if protect(parent, host, path, tr("Copy to a new file…"), tr("Make the file"), attempt):
        host.announce(
            tr(
                "You work in {name} now. {former} is still there as it was; remove it yourself if you do not want it."
            ).format(name=path.name, former=former.name)
        )
