"""`make bench`: speed as a table, each row beside its budget; ratios are taken in one run, since machines differ."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Callable, Iterable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
QUERIES = Path(__file__).parents[1] / "eval" / "queries.toml"
STARTS = 9
NO_BUDGET = "for comparison"

_BARE = """
from PySide6.QtWidgets import QApplication, QMainWindow, QTextBrowser
app = QApplication([])
window = QMainWindow()
view = QTextBrowser()
view.setHtml("<h1>A window</h1><p>with a text browser</p>")
window.setCentralWidget(view)
window.resize(1280, 800)
window.show()
"""
_OURS = """
from rightsref.ui.shell.start import make_application, need_display, open_window
need_display()
app = make_application()
window = open_window({})
window.show()
"""
_UNTIL_PAINTED = """
import os, resource, time
app.processEvents()
window.grab()
print(time.time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, flush=True)
os._exit(0)
"""


def row(name: str, measured: str, budget: str, *, met: bool) -> None:
    """Print one line of the table."""
    verdict = "" if budget == NO_BUDGET else "ok" if met else "OVER"
    sys.stdout.write(f"{name:58} {measured:>22}   {budget:>22}   {verdict}\n")
    sys.stdout.flush()


def percentile(values: Iterable[float], share: float) -> float:
    """The value below which a share of the values lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def timed(function: Callable[[], object]) -> float:
    """Milliseconds that a call takes."""
    start = time.perf_counter()
    function()
    return (time.perf_counter() - start) * 1000


def queries() -> list[str]:
    """The development queries."""
    table = tomllib.loads(QUERIES.read_text(encoding="utf-8"))
    return [query["text"] for query in table["query"] if query["set"] == "dev"]


def keystrokes() -> list[str]:
    """Every text that typing the development queries letter by letter puts into the box."""
    return [text[:end] for text in queries() for end in range(1, len(text) + 1)]


def start_up() -> None:
    """From exec to a painted window that can search, against a bare window, taken in turn."""
    with tempfile.TemporaryDirectory() as folder:
        # As an installed program starts: with its bytecode written. A shell may have that switched off.
        environment = {**os.environ, "RIGHTSREF_SETTINGS": str(Path(folder) / "settings.json")}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        scripts = {"bare": _BARE + _UNTIL_PAINTED, "ours": _OURS + _UNTIL_PAINTED}
        times: dict[str, list[float]] = {"bare": [], "ours": []}
        memory: dict[str, list[float]] = {"bare": [], "ours": []}
        for _ in range(STARTS):
            for name, script in scripts.items():
                begun = time.time()
                run = subprocess.run(
                    [sys.executable, "-c", script], capture_output=True, text=True, env=environment, check=True
                )
                ended, kilobytes = run.stdout.split()
                times[name].append((float(ended) - begun) * 1000)
                memory[name].append(int(kilobytes) / 1024)
    bare, ours = statistics.median(times["bare"]), statistics.median(times["ours"])
    more = statistics.median(memory["ours"]) - statistics.median(memory["bare"])
    row(
        "start to a painted window with its box / bare window",
        f"{ours:.0f} / {bare:.0f} ms = {ours / bare:.2f}",
        "1.4 times",
        met=ours <= 1.4 * bare,
    )
    row("memory above the bare window", f"{more:.0f} MB", "40 MB", met=more <= 40)


def search_rows(path: Path, label: str, budget: float | None) -> None:
    """Search alone, beside plain FTS5 with its snippet over the same entries."""
    from rivals import plain_fts, tantivy_search

    from rightsref.knowledge.library import KnowledgeBase
    from rightsref.search.query import parse
    from rightsref.search.searcher import Searcher

    kb = KnowledgeBase.open(path)
    plain_fts(kb, "base")
    searcher = Searcher(kb)
    first = timed(lambda: searcher.search(parse("ice hold")))
    ours, base, other = [], [], []
    rival = tantivy_search(kb)
    sample = keystrokes() if budget is None else keystrokes()[::3]
    for text in sample:
        ours.append(timed(lambda t=text: searcher.search(parse(t))))
        words = parse(text).words
        match = " OR ".join(f'"{word}"' for word in words) + ("*" if words else "")
        if words:
            sql = "SELECT rowid, bm25(plain), snippet(plain, 1, '[', ']', '…', 24) FROM base.plain WHERE plain MATCH ? ORDER BY rank LIMIT 20"
            base.append(timed(lambda m=match, s=sql: kb.rows(s, m)))
            if rival is not None:
                other.append(timed(lambda w=words: rival(list(w))))
    mine, theirs = statistics.median(ours), statistics.median(base)
    if other:
        ratio = f"{mine:.1f} / {statistics.median(other):.1f} ms = {mine / statistics.median(other):.2f}"
        row(f"search, {label}, median / tantivy", ratio, NO_BUDGET, met=True)
    row(
        f"search, {label}, median / plain FTS5", f"{mine:.1f} / {theirs:.1f} ms = {mine / theirs:.2f}", "2 times",
        met=mine <= 2 * theirs,
    )  # fmt: skip
    if budget is None:
        row(f"first search after opening, {label}", f"{first:.1f} ms", "16 ms", met=first <= 16)
    else:
        high = percentile(ours, 0.95)
        row(f"search, {label}, 95th percentile", f"{high:.1f} ms", f"{budget:.0f} ms", met=high <= budget)


def painted_rows(path: Path, label: str, budget: float) -> None:
    """A keystroke to painted results, in the real window."""
    from rightsref.ui.parts.place import Place

    with tempfile.TemporaryDirectory() as folder:
        window, app = opened(path, folder)
        ready = time.perf_counter() + 0.4
        while time.perf_counter() < ready:
            app.processEvents()
        window.bar.set_text("i")
        first = timed(window.search_now)
        row(
            f"first keystroke, 0.4 s after the window, {label}",
            f"{first:.1f} ms",
            f"{budget:.0f} ms",
            met=first <= budget,
        )
        window.go(Place("search"))
        times = []
        for text in keystrokes()[:: 2 if budget < 20 else 6]:
            window.bar.set_text(text)

            def answer() -> None:
                window.search_now()
                window.pages["search"].list.viewport().repaint()

            times.append(timed(answer))
            window.pages["search"]._pause.stop()
        app.processEvents()
        high = percentile(times, 0.95)
        row(
            f"keystroke to painted results, {label}, 95th percentile",
            f"{high:.1f} ms",
            f"{budget:.0f} ms",
            met=high <= budget,
        )
        window.close()


def opened(path: Path, folder: str):
    """The real window over a knowledge base."""
    from rightsref.ui.shell.start import make_application, open_window

    os.environ["RIGHTSREF_SETTINGS"] = str(Path(folder) / "settings.json")
    os.environ["RIGHTSREF_KNOWLEDGE_BASE"] = str(path)
    app = make_application()
    window = open_window({})
    window.show()
    app.processEvents()
    return window, app


def open_provisions(path: Path) -> None:
    """Open every provision in the real window, painted."""
    from rightsref.knowledge.library import KnowledgeBase
    from rightsref.ui.parts.place import At, Place

    addresses = [h.address for h in KnowledgeBase.open(path).outline()]
    with tempfile.TemporaryDirectory() as folder:
        window, app = opened(path, folder)
        window.go(Place("law"))
        times = []
        for address in addresses:

            def read(target: str = address) -> None:
                window.go(Place("law", At(target)))
                window.pages["law"].reading.text.viewport().repaint()

            times.append(timed(read))
            app.processEvents()
        high = percentile(times, 0.95)
        row(f"open a provision, all {len(times)}, 95th percentile", f"{high:.1f} ms", "30 ms", met=high <= 30)
        window.close()


def scenarios(path: Path) -> None:
    """The next question of every path, and all paths of all flows."""
    from rightsref.knowledge.library import KnowledgeBase
    from rightsref.reasoning.scenario import follow, paths

    kb = KnowledgeBase.open(path)
    flows = [kb.flow(head.key) for head in kb.flows()]
    count = 0
    start = time.perf_counter()
    for flow in flows:
        count += sum(1 for _ in paths(flow))
    walked = (time.perf_counter() - start) * 1000
    row(f"all {count} paths of {len(flows)} flows walked", f"{walked:.0f} ms", "5 s", met=walked <= 5_000)
    times = []
    for flow in flows:
        for way in list(paths(flow))[:60]:
            answers = {step.question.key: step.option.key for step in way}
            times.append(timed(lambda f=flow, a=answers: follow(f, a)))
    high = percentile(times, 0.95)
    row("an answer to the next question, 95th percentile", f"{high:.2f} ms", "5 ms", met=high <= 5)


def answer_painted(path: Path) -> None:
    """A click on an option to the next question, painted in the real window."""
    from rightsref.ui.parts.place import Answers, Place

    with tempfile.TemporaryDirectory() as folder:
        window, app = opened(path, folder)
        times = []
        for head in window.kb.flows():
            window.go(Place("scenarios", Answers(head.key)))
            app.processEvents()
            page = window.pages["scenarios"]
            while page.progress is not None and page.progress.question is not None:
                option = page.progress.question.options[0].key

                def answer(key: str = option, shown=page) -> None:
                    shown.choose(key)
                    shown.repaint()

                times.append(timed(answer))
        high = percentile(times, 0.95)
        row("an answer to the next screen painted, 95th percentile", f"{high:.1f} ms", "30 ms", met=high <= 30)
        window.close()


def compile_content() -> None:
    """Check and compile everything."""
    from rightsref import paths
    from rightsref.content import compiler
    from rightsref.content.building.build import build
    from rightsref.content.rules.registry import check

    loaded = compiler.load(paths.content_root())
    with tempfile.TemporaryDirectory() as folder:
        whole = timed(lambda: build(compiler.load(paths.content_root()), Path(folder) / "knowledge.db"))
    row("compile the whole content", f"{whole / 1000:.2f} s", "10 s", met=whole <= 10_000)
    checked = timed(lambda: check(loaded))
    row("check the whole content", f"{checked / 1000:.2f} s", "5 s", met=checked <= 5_000)


def main() -> None:
    """Print the table."""
    from large import large_knowledge_base

    from rightsref import paths
    from sheets import sheet_rows

    bundled = paths.knowledge_base()
    sys.stdout.write(f"{'what':58} {'measured':>22}   {'budget':>22}\n")
    start_up()
    painted_rows(bundled, "bundled", 16)
    search_rows(bundled, "bundled", None)
    open_provisions(bundled)
    scenarios(bundled)
    answer_painted(bundled)
    compile_content()
    sheet_rows(bundled, row)
    large = large_knowledge_base(bundled, Path("build/bench/knowledge.db"))
    search_rows(large, "100,000 provisions", 50)
    painted_rows(large, "100,000 provisions", 50)


if __name__ == "__main__":
    main()
