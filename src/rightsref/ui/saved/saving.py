"""Bookmarking what is shown, and changing or removing a bookmark; a file is asked for first if none is open."""

from __future__ import annotations

from PySide6.QtWidgets import QMessageBox, QWidget

from rightsref.errors import RightsRefError
from rightsref.saved.notebook import Notebook, Wrote
from rightsref.saved.nouns import Mark
from rightsref.saved.pointing import pointer
from rightsref.ui.parts.act import Act
from rightsref.ui.parts.asking import message_box
from rightsref.ui.parts.page import PageHost
from rightsref.ui.saved.note_dialog import NoteDialog
from rightsref.ui.saved.opening import make_new, open_file
from rightsref.words import tr


def save_here(window: QWidget, host: PageHost, address: str) -> None:
    """Bookmark what stands at an address, or change its bookmark."""
    if not address:
        host.announce(tr("Open what you want to bookmark, then press Ctrl+D."))
        return
    if host.notebook is None and not _ask_for_file(window, host):
        return
    try:
        _save(window, host, address)
    except RightsRefError as error:
        host.fail(str(error))


def _ask_for_file(window: QWidget, host: PageHost) -> bool:
    """Nothing is kept without a file of the reader's: make one, or open one."""
    words = tr("Bookmarks and notes are kept in a file that you name, and nowhere else. No file is open.")
    box = message_box(window, tr("Saved"), words)
    new = box.addButton(tr("New file…"), QMessageBox.ButtonRole.AcceptRole)
    old = box.addButton(tr("Open a file…"), QMessageBox.ButtonRole.AcceptRole)
    box.addButton(tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
    box.exec()
    chosen = box.clickedButton()
    return make_new(window, host) if chosen is new else open_file(window, host) if chosen is old else False


def _save(window: QWidget, host: PageHost, address: str) -> None:
    notebook = host.notebook
    if notebook is None:
        return
    if held := notebook.at(address):
        edit(window, host, held[0])
        return
    to = pointer(host.kb, address, host.lang)
    kept: list[Mark] = []
    matters = notebook.contents().matters
    dialog = NoteDialog(window, host.look, named(to.label, to.title), matters, lambda *typed: kept.append(notebook.add(to, *typed)))  # fmt: skip
    if dialog.exec():
        host.notes_changed.emit()
        host.announce(
            tr("Saved in {name}.").format(name=notebook.path.name), (Act(tr("Undo"), lambda: remove(host, kept[0])),)
        )


def edit(window: QWidget, host: PageHost, mark: Mark) -> None:
    """Change or remove a bookmark.

    Raises:
        RightsRefError: the file cannot be read.
    """
    notebook = host.notebook
    if notebook is None:
        return
    held = notebook.contents()
    wrote: list[Wrote] = []
    dialog = NoteDialog(window, host.look, named(mark.label, mark.title), held.matters, lambda *typed: wrote.append(notebook.change(mark, *typed)))  # fmt: skip
    dialog.show_saved(mark.note, held.matter(mark.matter), lambda: notebook.remove(mark))
    if not dialog.exec():
        return
    if dialog.removed:
        _tell_removed(host, notebook, mark)
        return
    host.notes_changed.emit()
    if wrote[0].beside:
        host.fail(tr("This note was changed in another window meanwhile. Both are kept, one beside the other."))
    else:
        host.announce(tr("Saved in {name}.").format(name=notebook.path.name))


def remove(host: PageHost, mark: Mark) -> None:
    """Remove a bookmark; for a while it can be put back."""
    notebook = host.notebook
    if notebook is None:
        return
    try:
        notebook.remove(mark)
    except RightsRefError as error:
        host.fail(str(error))
        return
    _tell_removed(host, notebook, mark)


def _tell_removed(host: PageHost, notebook: Notebook, mark: Mark) -> None:
    """Show that a bookmark is gone, with a way to put it back."""

    def put_back() -> None:
        if host.notebook is notebook:
            try:
                notebook.put_back([mark])
            except RightsRefError as error:
                host.fail(str(error))
            host.notes_changed.emit()

    host.notes_changed.emit()
    host.announce(tr("Removed: {what}").format(what=mark.named), (Act(tr("Undo"), put_back),))


def named(label: str, title: str) -> str:
    """What a bookmark points to, in a line."""
    return f"{label}: {title}" if label and title and label != title else label or title
