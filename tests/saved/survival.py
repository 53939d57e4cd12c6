"""Run as a program of its own: children write to a notes file and are killed, and what they said they had saved is counted.

survival.py kills PATH PASSPHRASE TIMES SEED      kill -9 at any moment of adding, changing and removing
survival.py births FOLDER PASSPHRASE TIMES SEED   kill -9 at any moment of making a file
survival.py updates FOLDER TIMES SEED             kill -9 at any moment of bringing an older file up to date
survival.py windows PATH PASSPHRASE WINDOWS NOTES several processes write at once
survival.py readers PATH PASSPHRASE WINDOWS TIMES some processes open it while another writes
survival.py together FOLDER WINDOWS TIMES         several processes open an older file at once
survival.py fills PATH PASSPHRASE LIMIT           a disk that takes so many bytes a file and no more

Prints one JSON object.
"""

from __future__ import annotations

import contextlib
import json
import os
import random
import shutil
import signal
import sys
import time
import traceback
from pathlib import Path

from rightsref.saved import locks
from rightsref.saved.notebook import Notebook
from rightsref.saved.nouns import Pointer
from rightsref.saved.trouble import InUseError, NotesError

TO = Pointer(
    "rightsref:provision/5-ilcs-805/15/e", "5 ILCS 805/15(e)", "5 ILCS 805/15(e)", "What police may not do", "No.", "en"
)
locks.USUAL = locks.Cost(1, 8_192)


def killed(work, wait):
    """Run some work in a child, kill it after a while, and give the lines that it had told."""
    out, into = os.pipe()
    child = os.fork()
    if not child:
        os.close(out)
        with contextlib.suppress(BaseException):
            work(lambda line: os.write(into, f"{line}\n".encode()))
        os._exit(0)
    os.close(into)
    time.sleep(wait)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(out) as told:
        return told.read().split("\n")[:-1]  # what the kill cut off was not told


def busy(path, passphrase, tell):
    """Add, change and remove notes for ever, telling each as it was done, and of which it is about to be done."""
    notebook, own = Notebook.open(path, passphrase), random.Random()
    while True:
        marks, act = notebook.contents().marks, own.random()
        if act < 0.4 and marks:
            mark = own.choice(marks)
            tell(f"try {mark.id}")
            if act < 0.2:
                notebook.remove(mark)
                tell(f"gone {mark.id}")
            else:
                note = f"changed {own.random()} " + "x" * own.randrange(6_000)
                notebook.change(mark, note, f"case {own.randrange(3)}")
                tell(f"note {mark.id} {note}")
        else:
            note = f"new {own.random()} " + "y" * own.randrange(6_000)
            tell(f"note {notebook.add(TO, note).id} {note}")


def kills(path, passphrase, times, seed):
    chance = random.Random(seed)
    Notebook.make(path, passphrase).close()
    expected, counted = {}, {"kills": 0, "acknowledged": 0, "lost": 0, "returned": 0, "unreadable": 0}
    for _ in range(times):
        unsure = set()  # what was being changed or removed when the child was killed: either is right
        for line in killed(lambda tell: busy(path, passphrase, tell), chance.uniform(0.003, 0.2)):
            verb, key, *note = line.split(" ", 2)
            counted["acknowledged"] += verb != "try"
            unsure.add(key) if verb == "try" else unsure.discard(key)
            if verb != "try":
                expected[key] = note[0] if verb == "note" else None
        counted["kills"] += 1
        try:
            notebook = Notebook.open(path, passphrase)
        except NotesError:
            counted["unreadable"] += 1
            continue
        found = {mark.id: mark.note for mark in notebook.contents().marks}
        notebook.close()
        sure = {key: note for key, note in expected.items() if key not in unsure}
        counted["lost"] += sum(note is not None and found.get(key) != note for key, note in sure.items())
        counted["returned"] += sum(note is None and key in found for key, note in sure.items())
        expected = dict(found)
    return counted


def taken(work):
    """How long some work takes, in seconds: it is killed somewhere within that, or soon after."""
    began = time.perf_counter()
    work()
    return 1.5 * (time.perf_counter() - began)


def births(folder, passphrase, times, seed):
    chance, counted = random.Random(seed), {"kills": 0, "whole": 0, "none": 0, "broken": 0}
    long = taken(lambda: Notebook.make(folder / "whole.rrnotes", passphrase))
    for nth in range(times):
        path = folder / f"{nth}.rrnotes"
        killed(lambda _, path=path: Notebook.make(path, passphrase), chance.uniform(0.0, long))
        counted["kills"] += 1
        if not path.exists() or not path.stat().st_size:
            Notebook.make(path, passphrase).close()  # the name can be used again
            counted["none"] += 1
            continue
        try:
            Notebook.open(path, passphrase).close()
            counted["whole"] += 1
        except NotesError:
            counted["broken"] += 1
    return counted


def updates(folder, times, seed):
    chance, counted = random.Random(seed), {"kills": 0, "before": 0, "after": 0, "lost": 0}
    import sqlite3

    import rightsref.saved.migrations  # noqa: F401 - so that the kill meets the work and not the import

    old = folder / "old.rrnotes"
    shutil.copy(old, folder / "whole.rrnotes")
    long = taken(lambda: Notebook.open(folder / "whole.rrnotes").close())
    for nth in range(times):
        path = folder / f"{nth}.rrnotes"
        shutil.copy(old, path)
        killed(lambda _, path=path: Notebook.open(path), chance.uniform(0.0, long))
        counted["kills"] += 1
        connection = sqlite3.connect(path)
        counted["before" if connection.execute("PRAGMA user_version").fetchone()[0] == 1 else "after"] += 1
        connection.close()
        notebook = Notebook.open(path)
        counted["lost"] += {mark.note for mark in notebook.contents().marks} != {f"note {n}" for n in range(40)}
        notebook.close()
    return counted


def beside(many, work):
    """Do the same in several processes at once; how many of them failed. Each is given its number."""
    children = []
    for window in range(many):
        child = os.fork()
        if not child:
            code = 1
            try:
                work(window)
                code = 0
            except BaseException:
                traceback.print_exc()  # or nobody hears why
            os._exit(code)
        children.append(child)
    return sum(os.waitpid(child, 0)[1] != 0 for child in children)


def once_free(step, *arguments):
    """Do something; where another window is in the way for too long, the reader presses again."""
    while True:
        with contextlib.suppress(InUseError):
            return step(*arguments)


def windows(path, passphrase, many, notes):
    Notebook.make(path, passphrase).close()

    def write(window):
        notebook = once_free(Notebook.open, path, passphrase)
        for nth in range(notes):
            once_free(notebook.add, TO, f"{window} {nth}", f"case {nth % 3}")

    failed = beside(many, write)
    notebook = Notebook.open(path, passphrase)
    held = notebook.contents()
    notebook.close()
    wanted = {f"{window} {note}" for window in range(many) for note in range(notes)}
    return {"failed": failed, "wanted": len(wanted), "lost": len(wanted - {mark.note for mark in held.marks}),
            "twice": len(held.marks) - len(wanted), "cases": len(held.matters)}  # fmt: skip


def readers(path, passphrase, many, times):
    """While one window writes, others open the file and read it."""
    Notebook.make(path, passphrase).close()

    def use(window):
        for nth in range(times):
            notebook = once_free(Notebook.open, path, passphrase)
            if window:
                held = once_free(notebook.contents)
                assert {mark.matter for mark in held.marks} == {matter.id for matter in held.matters}
            else:
                once_free(notebook.add, TO, f"{nth}", f"case {nth}")
            notebook.close()

    return {"failed": beside(many, use)}


def together(folder, many, times):
    """Several windows open an older file at once."""
    import rightsref.saved.migrations  # noqa: F401 - so that they meet at the work and not at the import

    counted = {"failed": 0, "lost": 0, "copies": 0}
    for nth in range(times):
        path = folder / f"{nth}.rrnotes"
        shutil.copy(folder / "old.rrnotes", path)
        counted["failed"] += beside(many, lambda _, path=path: once_free(Notebook.open, path).close())
        notebook = Notebook.open(path)
        counted["lost"] += {mark.note for mark in notebook.contents().marks} != {f"note {n}" for n in range(40)}
        notebook.close()
        counted["copies"] += any(folder.glob(f"{nth} 20*.rrnotes"))
    return counted


def fills(path, passphrase, limit):
    notebook = Notebook.make(path, passphrase)
    if limit:
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
    kept, refused, words = [], 0, ""
    while refused < 5:
        try:
            kept.append(notebook.add(TO, f"{len(kept)} " + "z" * 3_000).id)
        except NotesError as error:
            refused, words = refused + 1, str(error)
    held = {mark.id for mark in notebook.contents().marks}
    notebook.close()
    if limit:
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    again = Notebook.open(path, passphrase)
    there = {mark.id for mark in again.contents().marks}
    again.close()
    return {
        "kept": len(kept),
        "lost": len(set(kept) - there) + len(set(kept) - held),
        "refused": refused,
        "words": words,
    }


if __name__ == "__main__":
    verb, first, *rest = sys.argv[1:]
    call = {
        "kills": kills,
        "births": births,
        "updates": updates,
        "windows": windows,
        "readers": readers,
        "together": together,
        "fills": fills,
    }[verb]
    numbers = [int(each) if each.isdecimal() else each for each in rest]
    print(json.dumps(call(Path(first), *numbers)))
