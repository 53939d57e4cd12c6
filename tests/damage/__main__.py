"""`python tests/damage [COUNT]`: a byte flipped at COUNT places, one at a time, each time opened and used by terminal and window.

With the packed copy beside it the answers must be those of the whole file, and the reader told; without it nothing of the law may
be shown. Prints a tally; exit code 1 if anything else happened.
"""

from __future__ import annotations

import contextlib
import io
import os
import random
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from rightsref import paths
from rightsref.cli.main import run
from rightsref.errors import KnowledgeBaseError
from rightsref.knowledge.whole import pack, packed_copy
from rightsref.model import address as addresses
from rightsref.ui.parts.place import At, Place, SearchState

#: Flips within the first pages, where SQLite keeps what it reads first; the rest is anywhere.
HEAD, HEAD_SHARE = 8_192, 0.15
#: What is flipped: mostly the file, sometimes its hash or its copy.
WHAT = (".db",) * 8 + (".sha256", ".copy")
SLOW = 20.0


class Tried:
    """A knowledge base in a folder of its own, to be damaged and used."""

    def __init__(self, folder: Path, source: Path) -> None:
        self.file = folder / "knowledge.db"
        read = source.read_bytes()
        self.file.write_bytes(read)
        self.file.with_suffix(".sha256").write_bytes(source.with_suffix(".sha256").read_bytes())
        self.copy = pack(read)
        packed_copy(self.file).write_bytes(self.copy)
        os.environ["RIGHTSREF_KNOWLEDGE_BASE"] = str(self.file)
        os.environ["RIGHTSREF_SETTINGS"] = str(folder / "settings.json")
        from rightsref.knowledge.library import KnowledgeBase

        kb = KnowledgeBase.open_whole(self.file)
        self.address = next(h.address for h in kb.outline() if addresses.parse(h.address).kind == "provision")
        kb.close()
        self.terminal, self.window = self.at_the_terminal(), self.in_the_window()

    def at_the_terminal(self) -> list[tuple[int, str, str]]:
        """Exit code, output and complaint of some verbs."""
        said = []
        for arguments in (["show", self.address], ["search", "detainer police", "--limit", "5"]):
            out, err = io.StringIO(), io.StringIO()
            with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
                code = run(arguments)
            said.append((code, out.getvalue(), err.getvalue()))
        return said

    def in_the_window(self) -> list[str]:
        """What the window says on some pages, and the message at its foot."""
        from PySide6.QtCore import QCoreApplication, QEvent
        from PySide6.QtWidgets import QLabel, QTextBrowser

        from rightsref.ui.shell import start

        start.VERIFY = 0
        app = start.make_application()
        try:
            window = start.open_window({"theme": "light"})
        except KnowledgeBaseError:  # no window at all: the sentence goes to stderr
            return ["The law cannot be shown", ""]
        window.show()
        end = time.monotonic() + 10
        while window.windowIcon().isNull() and time.monotonic() < end:  # until it was painted and looked at its file
            app.processEvents()
        said = []
        for place in (None, Place("law", At(self.address)), Place("search", SearchState("detainer police"))):
            if place:
                window.go(place)
            for _ in range(5):
                app.processEvents()
            page = window.stack.currentWidget()
            labels = [w.text() for w in page.findChildren(QLabel)]
            texts = [w.toPlainText() for w in page.findChildren(QTextBrowser)]
            hits = getattr(page, "model", None)
            said.append("\n".join([*labels, *texts, str(hits.rowCount()) if hits else ""]))
        said.append(window.message.text())
        window.close()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        return said

    def flip(self, dice: random.Random) -> tuple[Path, int]:
        """Flip bits of one byte somewhere; returns the file and the place."""
        path = self.file.with_suffix(dice.choice(WHAT))
        size = path.stat().st_size
        at = dice.randrange(min(HEAD, size)) if dice.random() < HEAD_SHARE else dice.randrange(size)
        self.turn(path, at, dice.randrange(1, 256))
        return path, at

    @staticmethod
    def turn(path: Path, at: int, bits: int) -> None:
        """Change one byte where it stands."""
        with path.open("r+b") as file:
            file.seek(at)
            byte = file.read(1)[0]
            file.seek(at)
            file.write(bytes([byte ^ bits]))

    def judged(self) -> str:
        """What became of it: `mended`, `refused`, `unharmed` or what is wrong."""
        terminal, window = self.at_the_terminal(), self.in_the_window()
        same = [t[:2] for t in terminal] == [t[:2] for t in self.terminal] and window[:-1] == self.window[:-1]
        told = all("the copy that came with the program" in t[2] for t in terminal), "the copy that came" in window[-1]
        if same:
            return "mended" if all(told) else "unharmed" if not any(told) and not terminal[0][2] else "mended, not told"
        refused = all(code == 2 and not out and err.count("\n") == 1 for code, out, err in terminal)
        hidden = all(words.startswith("The law cannot be shown") for words in window[:-1])
        return "refused" if refused and hidden else f"WRONG {terminal} {window}"


def _same(path: Path, kept: dict[Path, bytes]) -> bool:
    """Whether a hash still reads the same: the line end after it may be any white space."""
    return path.read_bytes().strip() == kept[path].strip()


def main(count: int, source: Path) -> int:
    """Damage and use; print a tally."""
    dice, tally, slowest = random.Random(count), Counter(), 0.0
    with tempfile.TemporaryDirectory() as folder:
        tried = Tried(Path(folder), source)
        for nth in range(count):
            copied = nth % 2 == 0
            if not copied:
                packed_copy(tried.file).unlink()
            kept = {p: p.read_bytes() for p in Path(folder).glob("knowledge.*")}
            try:
                path, at = tried.flip(dice)
            except FileNotFoundError:  # the copy, where there is none
                path, at = tried.file, nth
                tried.turn(path, at, 255)
            begun = time.perf_counter()
            became = tried.judged()
            slowest = max(slowest, time.perf_counter() - begun)
            expected = {
                ".db": "mended" if copied else "refused",
                ".sha256": "unharmed" if copied or _same(path, kept) else "refused",
            }
            if became != expected.get(path.suffix, "unharmed"):
                sys.stdout.write(f"{path.name} at {at}, {'with' if copied else 'without'} its copy: {became[:2000]}\n")
                became = "WRONG"
            tally[became] += 1
            for file, read in {**kept, packed_copy(tried.file): tried.copy}.items():
                file.write_bytes(read)
    sys.stdout.write(f"{count} flips: {dict(tally)}; the slowest took {slowest:.1f} s\n")
    return 1 if tally["WRONG"] or slowest > SLOW else 0


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.exit(main(int((sys.argv[1:] or ["1000"])[0]), paths.knowledge_base()))
