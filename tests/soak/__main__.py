"""`python tests/soak [ACTIONS] [SEED]`: random actions through the real window, as many as a long day has; what they cost at the end.

Searches, opens what was found, turns pages, changes language and theme and size, walks scenarios and papers, prepares sheets, compares
versions, moves along the timeline, sets the clock, goes back and forward. Exit code 1 if anything was logged, an error came up, or the
memory at the end is more than 15 MB above its level after the first tenth. That tenth begins with every page in each size of text and
language, whose letters Qt draws once and keeps. How long the same steps take in the same look then and at the end, in time of the processor, is told, and judged by nobody.
"""

from __future__ import annotations

import ctypes
import gc
import os
import random
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

ALLOWED_GROWTH = 15  # MB
WORDS = (
    "can cops ask about papers", "detainer 48 hours", "805/15(h)", "detaner", "orden de un juez", "zzzz", "ice hold after bond", "sign",
    "me paró la policía", "court arrest", "8 cfr 287.7", "door", "school", "“", "my brother was taken at work",
)  # fmt: skip
TIMES = ("Friday 4 pm", "11/27/2026 4:00 pm", "yesterday noon", "nonsense", "2026-03-06 16:00", "hoy a las 4")


def memory() -> float:
    """What is in use now, in MB, after everything that can go has gone; without pages of files, which the system lets go of when it likes."""
    from PySide6.QtGui import QPixmapCache

    QPixmapCache.clear()  # holds ten megabytes at most, more or less of them
    gc.collect()
    if sys.platform.startswith("linux"):
        ctypes.CDLL(None).malloc_trim(0)
        _, resident, of_files, *_ = map(int, Path("/proc/self/statm").read_text().split())
        return (resident - of_files) * os.sysconf("SC_PAGE_SIZE") / 1e6
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6


class Soak:
    """The window and what is done with it."""

    def __init__(self, window, seed):
        from PySide6.QtTest import QTest

        self.window, self.dice, self.wait = window, random.Random(seed), QTest.qWait
        self.addresses = [str(row.address) for row in window.kb.outline()]
        self.flows = [flow.key for flow in window.kb.flows("en")]
        self.sheets = [
            str(sheet.address) if hasattr(sheet, "address") else f"rightsref:sheet/{sheet.key}"
            for sheet in window.kb.sheets("en")
        ]
        self.versions = [("rightsref:provision/5-ilcs-805/15@2017-08-28", "rightsref:provision/5-ilcs-805/15")]
        self.times = defaultdict(list)

    def actions(self):
        """(share, name) of each thing that is done."""
        return (
            (18, "search"), (18, "read"), (6, "open_hit"), (16, "answer"), (6, "page"), (8, "back"), (5, "paper"), (5, "timeline"), (6, "clock"),
            (4, "sheet"), (3, "compare"), (2, "find"), (1, "theme"), (1, "language"), (1, "size"), (1, "both"), (2, "resize"), (3, "tell"),
        )  # fmt: skip

    def step(self):
        """Do one thing; how long it took."""
        names = self.actions()
        name = self.dice.choices([n for _, n in names], [share for share, _ in names])[0]
        began = time.process_time()
        getattr(self, name)()
        self.wait(0)
        self.times[name].append(time.process_time() - began)
        return time.process_time() - began

    def place(self, page, state=None):
        from rightsref.ui.parts.place import Place

        self.window.go(Place(page, state))

    def search(self):
        self.window.bar.set_text(self.dice.choice(WORDS)[: self.dice.randint(2, 40)])
        self.window.search_now()

    def open_hit(self):
        self.search()
        self.window._enter()

    def read(self):
        from rightsref.ui.parts.place import At

        self.place("law", At(self.dice.choice(self.addresses)))

    def answer(self):
        from rightsref.ui.parts.place import Answers

        page = self.window.pages.get("scenarios")
        asked = (
            page.progress.question
            if page is not None and page.flow is not None and self.window.history.current.page == "scenarios"
            else None
        )
        if asked is None:
            self.place("scenarios", Answers(self.dice.choice(self.flows)))
        else:
            page.choose(self.dice.choice(asked.options).key)

    def page(self):
        from rightsref.ui.shell.pages import PAGES

        self.place(self.dice.choice([name for name in PAGES if name != "compare"]))

    def back(self):
        self.window.step(self.dice.choice((-1, -1, -1, 1)))

    def paper(self):
        from rightsref.ui.parts.place import At, Pair, Walk

        keys = [paper.key for paper in self.window.kb.papers(self.window.lang)]
        one, other = self.dice.sample(keys, 2)
        self.place(
            "papers",
            self.dice.choice(
                (At(f"rightsref:paper/{one}"), Pair(one, other), Walk.of("", {"issuer": "federal_court"}), Walk(one))
            ),
        )

    def timeline(self):
        self.place("timeline")
        page = self.window.pages["timeline"]
        page.choose(self.dice.randrange(len(page.events)))
        page.area.zoom(self.dice.choice((-1, 1)))

    def clock(self):
        self.place("clock")
        page = self.window.pages["clock"]
        page.typed.box.setText(self.dice.choice(TIMES))
        page.typed.box.textEdited.emit(page.typed.box.text())
        page.typed.box.returnPressed.emit()

    def sheet(self):
        from rightsref.ui.parts.place import SheetChoice

        self.place("sheets", SheetChoice(self.dice.choice(self.sheets)))
        self.wait(300)

    def compare(self):
        from rightsref.ui.parts.place import Versions

        self.place("compare", Versions(*self.dice.choice(self.versions)))

    def find(self):
        self.window.find_in_page()

    def tell(self):
        self.place("home")
        self.window.pages["home"].words.tell(self.dice.choice(WORDS))

    def theme(self):
        self.window.change(self.window.settings._replace(theme=self.dice.choice(("light", "dark", "contrast"))))

    def language(self):
        self.window.change(self.window.settings._replace(language=self.dice.choice(("en", "es"))))

    def size(self):
        self.window.change(self.window.settings._replace(zoom=self.dice.choice((100, 125, 175, 250))))

    def both(self):
        self.window.bar.both.click()

    def resize(self):
        self.window.resize(*self.dice.choice(((760, 520), (1024, 700), (1280, 800), (1920, 1080))))

    def every_look(self):
        """Each size of text in each language, with every page, and all that is done on those that draw most."""
        from rightsref.ui.shell.pages import PAGES

        for zoom in (100, 125, 175, 250):
            for language in ("en", "es"):
                self.window.change(self.window.settings._replace(zoom=zoom, language=language))
                for page in PAGES:
                    self.place(page)
                    self.wait(0)
                for action in (
                    self.read,
                    self.answer,
                    self.paper,
                    self.timeline,
                    self.clock,
                    self.sheet,
                    self.open_hit,
                ):
                    action()
                    self.wait(0)

    def measure(self):
        """Name of a step -> how long it takes at best, in ms, in the usual look and nothing else to do."""
        found = {}
        for name in ("search", "read", "paper", "timeline", "clock", "compare", "tell"):
            took = []
            for _ in range(8):
                began = time.process_time()
                getattr(self, name)()
                self.wait(0)
                took.append(1000 * (time.process_time() - began))
            found[name] = statistics.median(took)
        return found

    def settle(self):
        """The same state each time that memory is measured; the same sheets last laid out, of which Typst keeps what it would need again."""
        from PySide6.QtCore import QCoreApplication, QEvent

        from rightsref.ui.parts.place import SheetChoice

        usual = self.window.settings._replace(theme="light", language="en", zoom=100)
        self.window.change(usual)
        self.window.bar.both.setChecked(False)
        self.window.resize(1280, 800)
        for sheet in self.sheets[:3]:
            self.place("sheets", SheetChoice(sheet))
            self.wait(0)
        self.place("home")
        self.window.stack.forget()
        self.place("home")
        self.wait(500)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.wait(50)


def main(actions=5_000, seed=17):
    """Do it and tell."""
    from PySide6.QtCore import qInstallMessageHandler

    from rightsref.ui.shell.start import make_application, open_window

    logged, bugs = [], []
    make_application()
    qInstallMessageHandler(
        lambda _kind, _context, words: logged.append(words) if "propagateSizeHints" not in words else None
    )
    sys.excepthook = lambda kind, error, trace: bugs.append(f"{kind.__name__}: {error}")
    window = open_window({"theme": "light"})
    window.show()
    soak = Soak(window, seed)
    soak.wait(600)
    tenth, took, levels, speeds = actions // 10, [], [], []
    soak.every_look()
    for number in range(actions):
        try:
            took.append(soak.step())
        except Exception as error:
            bugs.append(f"{type(error).__name__}: {error} (action {number})")
        if (number + 1) % tenth == 0:
            soak.settle()
            levels.append(memory())
            if number + 1 in {tenth, actions}:
                soak.dice, dice = random.Random(seed), soak.dice
                speeds.append(soak.measure())
                soak.dice = dice
                soak.settle()
            sys.stdout.write(
                f"{number + 1:5} actions: {levels[-1]:6.1f} MB, median {1000 * statistics.median(took[-tenth:]):5.1f} ms\n"
            )
            sys.stdout.flush()
    growth = levels[-1] - levels[0]
    sys.stdout.write(
        f"seed {seed}: {growth:+.1f} MB since the first {tenth}; {len(logged)} warnings, {len(bugs)} errors\n"
    )
    for name, each in sorted(soak.times.items()):
        sys.stdout.write(
            f"  {name:9} {len(each):5} times, median {1000 * statistics.median(each):6.1f} ms in whatever look\n"
        )
    for name, first in speeds[0].items():
        sys.stdout.write(
            f"  {name:9} in the usual look: {first:6.1f} ms after the first {tenth}, {speeds[-1][name]:6.1f} ms at the end\n"
        )
    for words in [*dict.fromkeys(logged), *dict.fromkeys(bugs)][:20]:
        sys.stdout.write(f"  {words}\n")
    window.close()
    return 1 if logged or bugs or growth > ALLOWED_GROWTH else 0


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["RIGHTSREF_SETTINGS"] = str(Path(folder) / "settings.json")
        sys.exit(main(*map(int, sys.argv[1:])))
