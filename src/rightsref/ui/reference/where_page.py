"""Where is everything: each file of the program's on this computer, what others keep, and a way to remove ours."""

from __future__ import annotations

from html import escape
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from rightsref import paths
from rightsref.files import remove_whole
from rightsref.knowledge.whole import packed_copy
from rightsref.ui.parts.asking import agrees
from rightsref.ui.parts.look import T16, T20, T32, L, M
from rightsref.ui.parts.page import PageHost
from rightsref.ui.parts.rich_text import RichText
from rightsref.ui.parts.text_page import TextPage
from rightsref.ui.parts.widgets import push_button
from rightsref.words import tr

#: What is written down by others, whatever we do.
_OTHERS = (
    "Printing: your system’s print queue keeps the name of each job, and often its pages, until they are printed and sometimes longer.",
    "Choosing a file: on Windows and macOS the system’s own dialog remembers folders and files. On Linux RightsRef shows its own dialog, which keeps nothing.",
    "Copying: what you copy is marked as not to be kept. A program that keeps a history of the clipboard may do so nevertheless, and a clipboard shared with a phone may carry it there.",
    "Opening a PDF: the program that shows it may list it among its recent files. Opening an official text: your browser keeps its history.",
    "Typing: an input method or an on-screen keyboard may learn words. At the terminal, your shell keeps the commands.",
    "The computer itself: memory may be written to disk when it sleeps or runs short, backups copy your files, and a file that was removed can often be restored.",
)


class WherePage(TextPage):
    """What is kept, where, by whom; and *Remove everything*."""

    name = "Where is everything?"

    def __init__(self, host: PageHost) -> None:
        super().__init__(host)
        self.remove = push_button(tr("Remove everything"))
        self.remove.clicked.connect(self._ask)
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            column.addSpacing(M)
            column.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)
            column.addSpacing(L)

    def fill(self, made: RichText) -> None:
        """Write the list."""
        made.heading(tr(self.name), T32, bottom=10, level=1)
        made.text(
            tr(
                "RightsRef keeps no record of what you search, read, answer, look at or count: all of it is gone when the window closes. "
                "These are its files on this computer, and there are no others."
            )
        )
        for title, file, holds in self._files():
            there = "" if file.exists() else f" {tr('There is none now.')}"
            made.bullet(f"<b>{escape(title)}</b>: {escape(holds)}{there}<br>{escape(str(file))}")
        self._notes(made)
        made.text(
            tr("What you save yourself, such as a sheet, is written where you say; RightsRef does not remember where.")
        )
        made.heading(tr("What others keep"), T20, top=14)
        for words in _OTHERS:
            made.bullet(escape(tr(words)))
        made.heading(tr("Remove everything"), T20, top=14)
        made.text(
            tr(
                "The button below removes your settings, with the organization’s block if it was kept. The program and its law stay; "
                "what you saved yourself, sheets and notes among it, stays too; if your notes file is open, you are asked about it. To remove the program: pip uninstall rightsref, or as you installed it."
            )
        )

    def _notes(self, made: RichText) -> None:
        """The reader's own file, as long as it is open: where it is, is kept nowhere."""
        notebook = self.host.notebook
        made.bullet(
            f"<b>{escape(tr('What you saved'))}</b>: "
            + escape(
                tr(
                    "bookmarks, notes and cases stand in a file that you named, and nowhere else; RightsRef does not remember where it is."
                )
            )
            + " "
            + (
                escape(tr("It is open now, with a journal beside it while something is saved:"))
                + f"<br>{escape(str(notebook.path))}"
                if notebook
                else escape(tr("None is open."))
            )
        )
        made.bullet(
            escape(
                tr(
                    "Dated copies and exports of it are where you made them, and a copy from before each import is beside it. On a stick or an SSD what is removed can often be restored; a passphrase protects that too. If the computer fails while a copy or an export is written, a part of it may stay there under a name such as .1a2b.draft."
                )
            )
        )

    def _files(self) -> list[tuple[str, Path, str]]:
        """Each file of ours: its name, where it is or would be, what it holds."""
        settings, law = paths.settings_file(), self.host.file.path
        files = [
            (tr("Your settings"), settings,
             tr("size of the window, colors, text size, and your organization’s block if you asked to keep it.")),
            (tr("The law"), law, tr("what everybody gets; nothing of yours is in it.")),
        ]  # fmt: skip
        aside = settings.with_suffix(".bad")
        if aside.exists():
            files.append((tr("Settings that could not be read"), aside, tr("set aside as they were.")))
        if packed_copy(law).exists():
            files.append(
                (tr("The law, packed"), packed_copy(law), tr("the same, to fall back on if the file is damaged."))
            )
        return files

    def _ask_for_notes(self) -> None:
        """A file that the reader named is removed only if the reader says so once more; one that is not open is not known."""
        notebook = self.host.notebook
        if notebook is None:
            return
        path = notebook.path
        question = tr("Your notes file {name} is open. It is yours and stays, unless you want it removed too. Remove it? This cannot be undone.").format(name=path.name)  # fmt: skip
        if not agrees(self, tr("Remove everything"), question, lightly=False):
            return
        self.host.use_notebook(None)
        try:
            remove_whole(path)
        except OSError as error:
            self.host.fail(tr("{name} could not be removed: {reason}.").format(name=path.name, reason=error.strerror or error))  # fmt: skip

    def _ask(self) -> None:
        """Ask once, then remove."""
        question = tr("Remove your settings from this computer? This cannot be undone.")
        if agrees(self, tr("Remove everything"), question):
            self.host.remove_everything()
            self._ask_for_notes()
            made = RichText(self.host.look, size=T16)
            self.fill(made)
            self.text.show_document(made.document)
