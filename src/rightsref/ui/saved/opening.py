"""Making, opening and recovering a notes file: the dialogs, in order. Nothing is kept of where the file is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from rightsref.errors import RightsRefError
from rightsref.saved.files import SUFFIX, USUAL_NAME, with_ending
from rightsref.saved.notebook import Notebook
from rightsref.saved.recovery import Recovered, recover, recovered_name
from rightsref.saved.trouble import DamagedNotesError, NeedsPassphraseError
from rightsref.ui.parts.asking import agrees
from rightsref.ui.saved.passphrase import PassphraseDialog
from rightsref.words import plural, tr

if TYPE_CHECKING:
    from rightsref.ui.parts.page import PageHost


def kind_of_files() -> str:
    """What a file dialog shows."""
    return f"{tr('Notes of RightsRef')} (*{SUFFIX})"


def name_new(parent: QWidget, title: str, usual: str = USUAL_NAME) -> Path | None:
    """Ask for the name of a new file, which gets our ending unless it has it; an existing one is never written over, so nobody is asked whether it may be."""
    name, _ = QFileDialog.getSaveFileName(
        parent, title, usual, kind_of_files(), options=QFileDialog.Option.DontConfirmOverwrite
    )
    return with_ending(Path(name)) if name else None


def make_new(parent: QWidget, host: PageHost) -> bool:
    """Make a file and work with it; False if that was given up."""
    path = name_new(parent, tr("New notes file"))
    return path is not None and protect(
        parent,
        host,
        path,
        tr("New notes file"),
        tr("Make the file"),
        lambda typed: host.use_notebook(Notebook.make(path, typed)),
    )


def protect(parent: QWidget, host: PageHost, path: Path, title: str, act: str, attempt: Callable[[str], None]) -> bool:
    """Ask whether a new file is to have a passphrase, and make it so; False if that was given up."""
    words = tr(
        "{name} can be protected by a passphrase. Then nobody can read it without the passphrase, not even you: there is no way back if it is lost. "
        "Leave both fields empty for no passphrase."
    ).format(name=path.name)
    return bool(PassphraseDialog(parent, host.look, title, words, act, attempt, new=True).exec())


def open_file(parent: QWidget, host: PageHost) -> bool:
    """Ask for a file, open it and work with it; False if that was given up or cannot be."""
    name, _ = QFileDialog.getOpenFileName(parent, tr("Open a notes file"), "", kind_of_files())
    return bool(name) and open_path(parent, host, Path(name))


def open_path(parent: QWidget, host: PageHost, path: Path) -> bool:
    """Open a file and work with it; what is damaged may be recovered."""
    damage, passphrase, opened = None, "", False
    try:
        host.use_notebook(Notebook.open(path))
        opened = True
    except NeedsPassphraseError as error:
        asked = ask(parent, host, str(error), lambda typed: host.use_notebook(Notebook.open(path, typed)))
        opened, damage, passphrase = bool(asked.exec()), asked.damage, asked.typed
        damage = asked.damage
    except DamagedNotesError as error:
        damage = error
    except RightsRefError as error:
        host.fail(str(error))
    return opened if damage is None else _offer_recovery(parent, host, path, damage, asked_passphrase=passphrase)


def ask(parent: QWidget, host: PageHost, words: str, attempt: Callable[[str], None]) -> PassphraseDialog:
    """The dialog for the passphrase of a file that has one."""
    return PassphraseDialog(parent, host.look, tr("Open a notes file"), words, tr("Open"), attempt)


def _offer_recovery(parent: QWidget, host: PageHost, path: Path, damage: DamagedNotesError, *, asked_passphrase: str) -> bool:  # fmt: skip
    """Say that a file is damaged, and put what can be read of it into a new one if the reader wants that."""
    question = tr(
        "{damage} What can still be read of it can go into a new file; the damaged one is kept. Make the new file?"
    )
    if not agrees(parent, tr("Open a notes file"), question.format(damage=damage)):
        host.fail(str(damage))
        return False
    into = name_new(parent, tr("New notes file"), str(recovered_name(path)))
    if into is None:
        host.fail(str(damage))
        return False
    return _recover(parent, host, path, into, asked_passphrase)


def _recover(parent: QWidget, host: PageHost, path: Path, into: Path, passphrase: str) -> bool:
    found: list[Recovered] = []
    try:
        found.append(recover(path, into, passphrase))
    except NeedsPassphraseError as error:
        asked = ask(parent, host, str(error), lambda typed: found.append(recover(path, into, typed)))
        asked.exec()
        passphrase = asked.typed
    except RightsRefError as error:
        host.fail(str(error))
    if not found:
        return False
    host.use_notebook(Notebook.open(into, passphrase))
    host.fail(_told(found[0], path, into))
    return True


def _told(found: Recovered, damaged: Path, into: Path) -> str:
    """In words, what could be read."""
    told = plural(
        "1 entry was read from {damaged}, which is kept as it was. It is in {name} now.",
        "{count} entries were read from {damaged}, which is kept as it was. They are in {name} now.",
        found.marks,
    ).format(count=found.marks, damaged=damaged.name, name=into.name)
    doubt = plural(
        "1 of them may not read as it was written, and says so.",
        "{count} of them may not read as they were written, and say so.",
        found.doubtful,
    ).format(count=found.doubtful)
    return f"{told} {doubt}" if found.doubtful else told
