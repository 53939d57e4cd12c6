"""Drives the program on a display from outside, by keys and mouse, as a reader would: `prove_deb.sh` runs it.

It never sleeps for a fixed time: each step waits for what it brings (a window's name, a file, a text to paste), however slow the
machine is, and says in a sentence what did not come. The window stands where it stands on a screen of 1280 by 800.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

#: How long anything is waited for, in seconds.
PATIENCE = 120
#: Places in the rail, the first scenario, and the button that saves a sheet.
SCENARIOS, FIRST_SCENARIO, SHEETS, SAVE = (61, 250), (300, 360), (61, 370), (573, 120)
_IMPORT = ("import", "-window", "root")


class NotThereError(Exception):
    """Something that was waited for did not come."""


def main(home: Path, seen: Path) -> int:
    """Search, read, walk a scenario, save a sheet and print one; the files come into `home`, pictures into `seen`."""
    window = _window("RightsRef")
    _focus(window)
    _look(seen, "1-home")
    _type("can cops ask about my papers")
    _titled(window, lambda title: title.startswith("Search"), "the results")
    _look(seen, "2-found")
    _keys("Return")
    _copied("5 ILCS 805/15")
    _look(seen, "3-reading")
    _click(SCENARIOS)
    _titled(window, lambda title: title.startswith("Scenarios"), "the scenarios")
    _look(seen, "4-scenarios")
    _click(FIRST_SCENARIO)
    asked = _titled(window, lambda title: not title.startswith("Scenarios"), "a scenario")
    _answer(window, asked)
    _look(seen, "5-outcome")
    _click(SHEETS)
    _titled(window, lambda title: title.startswith("Someone was taken"), "the first sheet")
    _look(seen, "6-sheet")
    _click(SAVE)
    _save(window, seen, home / "sheet.pdf")
    _keys("ctrl+p")
    _print(window, seen, home / "print.pdf")
    _keys("ctrl+q")
    _until(lambda: not _found("RightsRef"), "The window did not close.")
    return 0


def _answer(window: str, asked: str) -> None:
    """Give the first answer until the window is named after an outcome."""
    for _ in range(12):
        _still()
        if _name(window) != asked:
            return
        _keys("1")
    _until(lambda: _name(window) != asked, f"No outcome came: the window is still called “{asked}”.")


def _save(window: str, seen: Path, file: Path) -> None:
    dialog = _window("Save PDF")
    _focus(dialog)
    _look(seen, "7-save")
    _keys("ctrl+a")
    _type(f"/srv/ana/{file.name}")
    _keys("Return")
    _written(file)
    _until(lambda: not _found("Save PDF"), "The dialog to save did not close.")
    _focus(window)
    _look(seen, "8-saved")


def _print(window: str, seen: Path, file: Path) -> None:
    """Without a printer the dialog offers a file, `print.pdf` in the reader's home."""
    _focus(_window("Print"))
    _look(seen, "9-print")
    _keys("Return")
    _written(file)
    _until(lambda: not _found("Print"), "The dialog to print did not close.")
    _focus(window)
    _look(seen, "10-printed")


def _said(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()


def _until(there: Callable[[], object], otherwise: str) -> None:
    """Wait for something.

    Raises:
        NotThereError: it did not come.
    """
    end = time.monotonic() + PATIENCE
    while not there():
        if time.monotonic() > end:
            raise NotThereError(otherwise)
        time.sleep(0.2)


def _found(name: str) -> list[str]:
    """The windows on screen whose name begins so, or ends so after what they show."""
    windows = _said("xdotool", "search", "--onlyvisible", "--name", f"^{name}|· {name}$").split()
    return [window for window in windows if window.isdigit()]


def _window(name: str) -> str:
    _until(lambda: _found(name), f"No window “{name}” came.")
    return _found(name)[-1]


def _name(window: str) -> str:
    return _said("xdotool", "getwindowname", window)


def _titled(window: str, fits: Callable[[str], bool], what: str) -> str:
    """Wait until the window is named after what was asked for; its name."""
    _until(lambda: fits(_name(window)), f"The window did not show {what}.")
    return _name(window)


def _focus(window: str) -> None:
    """Give a window the keyboard, which no window manager does here, and see that it has it."""

    def has_it() -> bool:
        _said("xdotool", "windowfocus", window)
        return _said("xdotool", "getwindowfocus") == window

    _until(has_it, "The window did not get the keyboard.")


def _keys(keys: str) -> None:
    _said("xdotool", "key", keys)


def _type(words: str) -> None:
    _said("xdotool", "type", "--delay", "40", words)


def _click(place: tuple[int, int]) -> None:
    _said("xdotool", "mousemove", str(place[0]), str(place[1]), "click", "1")


def _copied(words: str) -> None:
    """Copy what is shown, as the reader's key does, until the words are in what was copied."""

    def copied() -> bool:
        _keys("ctrl+shift+c")
        time.sleep(0.5)
        return words in _said("timeout", "5", "xclip", "-selection", "clipboard", "-o")

    _until(copied, f"What was copied does not hold “{words}”.")


def _written(file: Path) -> None:
    """Wait until a PDF is whole."""
    _until(
        lambda: file.is_file() and file.read_bytes().rstrip().endswith(b"%%EOF"),
        f"There is no {file.name}.",
    )


def _still() -> None:
    """Wait until nothing moves on the screen but a cursor that blinks."""
    shown = [b""]

    def stands() -> bool:
        time.sleep(0.4)
        shown.append(_screen())
        before, now = shown[-2:]
        return len(before) == len(now) > 0 and sum(a != b for a, b in zip(before, now, strict=True)) < 400

    _until(stands, "The screen never stood still.")


def _screen() -> bytes:
    """The screen, a byte a pixel."""
    return subprocess.run([*_IMPORT, "-depth", "8", "gray:-"], capture_output=True, check=False).stdout


def _look(seen: Path, name: str) -> None:
    _still()
    _said(*_IMPORT, str(seen / f"{name}.png"))


if __name__ == "__main__":
    try:
        sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
    except NotThereError as error:
        _said(*_IMPORT, str(Path(sys.argv[2]) / "failed.png"))
        sys.exit(f"{error} What the screen showed: {Path(sys.argv[2]) / 'failed.png'}")
