"""An open notes file as the program uses it: what is saved is added, changed, removed and found here."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from sqlite3 import Connection
from typing import NamedTuple, Protocol, Self

from rightsref.errors import NotFoundError
from rightsref.saved import rows
from rightsref.saved.files import gone_if_it_fails
from rightsref.saved.finding import Folded, folded, matches
from rightsref.saved.nouns import Contents, Mark, Matter, Pointer, clean, name_of, new_id, note_of, today
from rightsref.saved.plain import PlainNotes, Result, Work
from rightsref.saved.schema import SEALED
from rightsref.saved.telling import kind_of_file
from rightsref.saved.trouble import NotesError
from rightsref.words import tr


class _File(Protocol):
    """A notes file, plain or sealed."""

    path: Path
    is_protected: bool

    def contents(self) -> Contents: ...
    def step(self, work: Work[Result]) -> Result: ...
    def set_aside(self) -> Path: ...
    def close(self) -> None: ...


class Wrote(NamedTuple):
    """What a change came to.

    Attributes:
        mark: as it stands in the file now.
        beside: whether another window had changed the same note meanwhile, so that both are kept.
    """

    mark: Mark
    beside: bool = False


class Notebook:
    """The reader's notes. Use `make` or `open`."""

    def __init__(self, file: _File) -> None:
        self._file = file
        self._folded: tuple[Contents, tuple[Folded, ...]] | None = None

    @classmethod
    def make(cls, path: Path, passphrase: str = "") -> Self:
        """Make a new file, protected if a passphrase is given.

        Raises:
            NotesError: the passphrase is too short, there is a file of that name, or it cannot be written.
        """
        if not passphrase:
            return cls(PlainNotes.make(path))
        from rightsref.saved.sealed import SealedNotes  # and with it the library, for whoever wants a passphrase

        return cls(SealedNotes.make(path, passphrase))

    @classmethod
    def open(cls, path: Path, passphrase: str = "") -> Self:
        """Open a file.

        Raises:
            NeedsPassphraseError: it is protected and no passphrase was given.
            WrongPassphraseError: it was another one.
            DamagedNotesError: the file is damaged; see `recover`.
            NotesError: it cannot be opened for another reason.
        """
        if kind_of_file(path) != SEALED:
            return cls(PlainNotes.open(path))
        from rightsref.saved.sealed import SealedNotes

        return cls(SealedNotes.open(path, passphrase))

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self._file.path

    @property
    def is_protected(self) -> bool:
        """Whether it has a passphrase."""
        return self._file.is_protected

    def contents(self) -> Contents:
        """All that is in the file now.

        Raises:
            NotesError: it cannot be read any more.
        """
        return self._file.contents()

    def close(self) -> None:
        """Let go of the file and of all that was read."""
        self._folded = None
        self._file.close()

    # -- reading --------------------------------------------------------------------------------------------

    def at(self, address: str) -> tuple[Mark, ...]:
        """What is saved at an address, the newest first."""
        return tuple(mark for mark in self.contents().marks if mark.address == address)

    def find(self, text: str) -> tuple[Mark, ...]:
        """The marks that hold every word of a text, in the note, in what they point to or in the name of their case."""
        held = self.contents()
        if self._folded is None or self._folded[0] is not held:
            before = {each.mark: each for each in self._folded[1]} if self._folded else {}
            same = self._folded is not None and self._folded[0].matters == held.matters
            names = {matter.id: matter.name for matter in held.matters}
            ready = ((same and before.get(mark)) or folded(mark, names.get(mark.matter, "")) for mark in held.marks)
            self._folded = held, tuple(ready)
        return matches(self._folded[1], text)

    # -- writing: each is one step --------------------------------------------------------------------------

    def add(self, pointer: Pointer, note: str = "", matter: str = "") -> Mark:
        """Save something; `matter` is the name of the case that is to hold it.

        Raises:
            NotesError: it is too long, or could not be written.
        """
        kept = {field: clean(text) for field, text in pointer._asdict().items()}

        def work(connection: Connection) -> Mark:
            mark = Mark(
                new_id(),
                **kept,
                note=note_of(note),
                matter=_matter(connection, matter),
                made=today(),
                changed=today(),
                version=1,
            )
            rows.write(connection, mark)
            return mark

        return self._file.step(work)

    def change(self, mark: Mark, note: str, matter: str) -> Wrote:
        """Change the note and the case of a mark that was read before; what another window wrote meanwhile is kept beside it.

        Raises:
            NotesError: it could not be written.
        """

        def work(connection: Connection) -> Wrote:
            there = rows.mark(connection, mark.id)
            held = _matter(connection, matter)
            changed = mark._replace(note=note_of(note), matter=held, changed=today(), version=mark.version + 1)
            beside = there is not None and there.version != mark.version and there.note != changed.note
            if beside:
                changed = changed._replace(id=new_id(), version=1)
            elif there is not None:
                changed = changed._replace(version=there.version + 1)
            rows.write(connection, changed)
            return Wrote(changed, beside)

        return self._file.step(work)

    def remove(self, mark: Mark) -> None:
        """Remove a mark as it was read.

        Raises:
            NotFoundError: another window changed it meanwhile; it stays.
            NotesError: it could not be written.
        """

        def work(connection: Connection) -> None:
            there = rows.mark(connection, mark.id)
            if there is not None and there.version != mark.version:
                raise NotFoundError(
                    tr("This was changed in another window meanwhile, so it was not removed. Look again.")
                )
            rows.remove(connection, mark)

        self._file.step(work)

    def put_back(self, nouns: Iterable[Mark | Matter]) -> None:
        """Write marks and cases as they are: what was removed, or what comes from elsewhere.

        Raises:
            NotesError: it could not be written.
        """
        wanted = tuple(nouns)

        def work(connection: Connection) -> None:
            for noun in wanted:
                rows.write(connection, noun)

        self._file.step(work)

    def rename_matter(self, matter: Matter, name: str) -> None:
        """Give a case another name; an empty one leaves it as it is.

        Raises:
            NotesError: another case has that name, it is too long, or it could not be written.
        """
        name = name_of(name)

        def work(connection: Connection) -> None:
            named = [each.id for each in rows.matters(connection) if each.name.casefold() == name.casefold()]
            if any(key != matter.id for key in named):
                raise NotesError(tr("There is a case named {name} already. Choose another name.").format(name=name))
            rows.write(connection, matter._replace(name=name))

        if name:
            self._file.step(work)

    def remove_matter(self, matter: Matter) -> None:
        """Remove a case; what it held stays, in no case.

        Raises:
            NotesError: it could not be written.
        """

        def work(connection: Connection) -> None:
            for mark in rows.marks(connection):
                if mark.matter == matter.id:
                    rows.write(connection, mark._replace(matter="", version=mark.version + 1))
            rows.remove(connection, matter)

        self._file.step(work)

    # -- whole files ----------------------------------------------------------------------------------------

    def dated_copy(self) -> Path:
        """Set a copy aside, beside the file, with today in its name; a protected file's copy is protected.

        Raises:
            NotesError: it could not be written.
        """
        return self._file.set_aside()

    def copy_into(self, path: Path, passphrase: str = "") -> Path:
        """Write everything into a new file, with another passphrase or none.

        Raises:
            NotesError: it could not be written.
        """
        held = self.contents()
        fill(path, passphrase, (*held.matters, *reversed(held.marks)))
        return path


def fill(path: Path, passphrase: str, nouns: Iterable[Mark | Matter]) -> None:
    """Make a new file that holds these.

    Raises:
        NotesError: it could not be written; then there is no such file.
    """
    made = Notebook.make(path, passphrase)
    with gone_if_it_fails(path), closing(made):
        made.put_back(nouns)


def _matter(connection: Connection, name: str) -> str:
    """The id of a case by its name, made if there is none of it; empty for no name."""
    name = name_of(name)
    if not name:
        return ""
    for matter in rows.matters(connection):
        if matter.name.casefold() == name.casefold():
            return matter.id
    made = Matter(new_id(), name, today())
    rows.write(connection, made)
    return made.id
