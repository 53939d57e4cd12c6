"""`rightsref --self-test`: tries each part that the program stands on, here and now; a sentence names what does not hold.

For whoever made or installed a build, and for whoever helps a reader over the phone. Nothing is left on the disk.
"""

from __future__ import annotations

import contextlib
import platform
import sys
import time
from collections.abc import Callable, Iterator
from functools import cached_property
from importlib.util import find_spec

import rightsref
from rightsref import paths
from rightsref.errors import KnowledgeBaseError, RightsRefError, tell
from rightsref.knowledge.library import KnowledgeBase
from rightsref.words import tr

#: What the program must find, and how a reader may spell it.
_ENGLISH, _MISSPELT, _SPANISH = "can cops ask about papers", "detaner", "puede la policía preguntar por mis papeles"
_FLOW, _SHEET = "agents-at-my-door", "ice-at-your-door"

#: What is tried, by name: each returns what was found in a few words, or raises.
Checks = dict[str, Callable[[], str]]


def self_test() -> int:
    """Try everything and say what was found.

    Returns:
        0 all holds; 2 something that the reader can mend does not; 1 something else does not.
    """
    try:
        return _tried()
    except OSError as error:  # of the output: what a check meets is told as its own
        sys.stdout = None
        with contextlib.suppress(OSError):
            tell(tr("That could not be read or written: {reason}.").format(reason=error.strerror or error))
        return 2


def _tried() -> int:
    began = time.perf_counter()
    told: dict[str, int] = {}
    count = 0
    for name, check in _checks():
        count += 1
        try:
            found = check()
        except Exception as error:
            words = str(error) or type(error).__name__
            if words not in told:  # without a knowledge base, much fails for that one reason
                told[words] = 2 if isinstance(error, RightsRefError) else 1
                _say(tr("The self-test failed at “{name}”: {words}").format(name=name, words=words), failed=True)
        else:
            _say(f"{tr('holds')}  {name}: {found}")
    if told:
        return min(told.values())
    took = time.perf_counter() - began
    _say(tr("RightsRef {version} works here: {count} checks in {seconds} s.").format(
        version=rightsref.__version__, count=count, seconds=f"{took:.1f}"
    ))  # fmt: skip
    return 0


def _say(words: str, *, failed: bool = False) -> None:
    """One line; a program without a terminal has nowhere to say it, and answers by its exit code.

    Raises:
        OSError: the line could not be written. Whoever reads no further, as `head` does, is told no more.
    """
    stream = sys.stderr if failed else sys.stdout
    if stream is not None:
        try:
            print(words, file=stream, flush=True)
        except BrokenPipeError:
            if not failed:
                sys.stdout = None


def _checks() -> Iterator[tuple[str, Callable[[], str]]]:
    core = CoreChecks()
    try:
        yield from {
            tr("program"): core.program,
            tr("settings"): core.settings,
            tr("knowledge base"): core.knowledge_base,
            tr("search in English"): core.search_english,
            tr("search in Spanish"): core.search_spanish,
            tr("scenario"): core.scenario,
            tr("time zones and holidays"): core.deadlines,
            tr("sheet as PDF"): core.sheet,
            tr("notes and passphrases"): core.notes,
        }.items()
        if find_spec("PySide6") or paths.is_bundle():  # a build without it is no whole build
            yield from _window_checks().items()
    finally:
        core.close()


def _window_checks() -> Checks:
    from rightsref.ui.shell.self_check import window_checks

    return window_checks()


class CoreChecks:
    """The checks that need no window. Each returns what it found, or raises."""

    @cached_property
    def _kb(self) -> KnowledgeBase:
        return KnowledgeBase.open_whole(
            paths.knowledge_base()
        )  # as the program does: where the file is damaged, its copy

    def close(self) -> None:
        """Let go of the knowledge base, if it was opened."""
        if "_kb" in self.__dict__:
            self._kb.close()

    def program(self) -> str:
        """Which program this is, and what it runs on."""
        made = tr("built program") if paths.is_bundle() else f"Python {platform.python_version()}"
        return f"RightsRef {rightsref.__version__}, {made}, {platform.system()} {platform.machine()}"

    def settings(self) -> str:
        """It is known where a reader's settings belong on this system, and those that are there can be read."""
        from rightsref.settings import load

        file = paths.settings_file()
        _, complaint = load(file)
        _must(not complaint, complaint)
        return str(file)

    def knowledge_base(self) -> str:
        """The file is whole and ours.

        Raises:
            KnowledgeBaseError: it is damaged; what else is tried is then tried with the copy, if there is one, as the program goes on with it.
        """
        meta = self._kb.meta()
        if self._kb.complaint:
            raise KnowledgeBaseError(self._kb.complaint)
        return tr("edition {edition}, law as of {day}").format(edition=meta["edition"], day=meta["law_as_of"])

    def search_english(self) -> str:
        """Plain words find law, and a misspelt word is mended."""
        found = self._search(_ENGLISH, "en")
        _must(bool(self._search(_MISSPELT, "en")), tr("a misspelt word finds nothing"))
        return found

    def search_spanish(self) -> str:
        """Spanish words find law."""
        return self._search(_SPANISH, "es")

    def _search(self, words: str, lang: str) -> str:
        from rightsref.search.query import parse
        from rightsref.search.searcher import Searcher

        hits = Searcher(self._kb).search(parse(words), lang).hits
        _must(bool(hits), tr("nothing was found for “{words}”").format(words=words))
        return str(hits[0].citation)

    def scenario(self) -> str:
        """A scenario is answered to its end."""
        from rightsref.reasoning.scenario import follow

        flow = self._kb.flow(_FLOW, "en")
        answers: dict[str, str] = {}
        while (progress := follow(flow, answers)).question is not None:
            answers[progress.question.key] = progress.question.options[-1].key
        _must(progress.outcome is not None and bool(progress.outcome.because), tr("it has no outcome"))
        return tr("{count} answers to an outcome").format(count=len(answers))

    def deadlines(self) -> str:
        """The clock knows Chicago's time and the federal holidays: Thanksgiving is not counted."""
        from rightsref.reasoning.clock import clock, read_moment

        at = [str(deadline.at) for deadline in clock(read_moment("2026-11-25 18:00")) if deadline.hours]
        _must(any(day.startswith("2026-11-30 18:00") for day in at), tr("the 48 hours over a holiday come out wrong"))
        return "America/Chicago"

    def sheet(self) -> str:
        """A sheet becomes a PDF, and a picture for the printer."""
        from rightsref.sheets.compose import compose, printable
        from rightsref.sheets.typeset import to_pdf, to_pictures

        made = compose(self._kb, printable(self._kb, _SHEET))
        pdf, pages = to_pdf(made), to_pictures(made, ppi=36)
        _must(pdf.startswith(b"%PDF") and all(page.startswith(b"\x89PNG") for page in pages), tr("it is no PDF"))
        return tr("{pages} pages, {size} kB").format(pages=len(pages), size=len(pdf) // 1_000)

    def notes(self) -> str:
        """What protects notes and what brings older ones up to date is there and works; nothing is written to the disk."""
        import rightsref.saved.migrations  # noqa: F401 - that it can be imported is what is tried
        from rightsref.saved.locks import Cost, Key

        key = Key.new("only to be tried here", Cost(1, 8_192))
        sealed = key.seal(b"words", b"place")
        _must(
            key.open(sealed, b"place") == b"words" and key.open(sealed, b"other") is None,
            tr("what was sealed does not open"),
        )
        return "Argon2id, XChaCha20-Poly1305"


def _must(holds: bool, words: str) -> None:  # noqa: FBT001 - reads as a sentence where it is called
    """See that something holds.

    Raises:
        RuntimeError: it does not; the words say what does not.
    """
    if not holds:
        raise RuntimeError(words)
