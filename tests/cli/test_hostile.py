"""Whatever is typed at the terminal, and whatever the system says of itself: an answer or one clear line, never a traceback, never a wait."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

TEXTS = json.loads((Path(__file__).parents[1] / "data" / "nasty" / "texts.json").read_text("utf-8"))
#: Each place of the command line where a text enters.
CALLS = {
    "search": lambda text: ("search", "--", text),
    "search as of": lambda text: ("search", "detainer", f"--as-of={text}"),
    "show": lambda text: ("show", "--", text),
    "show as of": lambda text: ("show", "TC 1-15", f"--as-of={text}"),
    "show part": lambda text: ("show", "TC 1-15", f"--lang={text}"),
    "clock": lambda text: ("clock", f"--release={text}"),
    "clock place": lambda text: ("clock", "--release=2026-03-06 16:00", f"--place={text}"),
    "clock zone": lambda text: ("clock", "--release=2026-03-06 16:00", f"--zone={text}"),
    "suggest": lambda text: ("scenario", "suggest", "--", text),
    "scenario": lambda text: ("scenario", "run", "--", text),
    "answer": lambda text: ("scenario", "run", "held", f"--answer={text}"),
    "paper": lambda text: ("paper", f"--seen={text}"),
    "sheet": lambda text: ("sheet", "make", "--", text),
    "content": lambda text: ("content", "check", f"--root={text}"),
    "new": lambda text: ("content", "new", "--", text),
    "verb": lambda text: (text,),
}


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("call", CALLS)
def test_a_nasty_text_gives_an_answer_or_one_line(run_cli, call, text):
    typed = TEXTS[text]
    said = run_cli(*CALLS[call](typed.replace("\0", "")))  # an argument cannot hold a null
    assert said.code in {0, 1, 2}
    assert "Traceback" not in said.err
    if said.code == 2:
        assert said.err.strip()
        assert said.err.count("\n") == 1
    for out in (said.out, said.err):
        assert "\x1b" not in out
        assert "\u202e" not in out or call in {"search", "show"}


#: What the system may say of itself.
ENVIRONMENT = {
    "a knowledge base that is not there": {"RIGHTSREF_KNOWLEDGE_BASE": "/nowhere/at all.db"},
    "a knowledge base that is a folder": {"RIGHTSREF_KNOWLEDGE_BASE": "/"},
    "a knowledge base that never ends": {"RIGHTSREF_KNOWLEDGE_BASE": "/dev/zero"},
    "a knowledge base with an odd name": {"RIGHTSREF_KNOWLEDGE_BASE": "file:x?mode=rwc&immutable=0"},
    "a very long name": {"RIGHTSREF_KNOWLEDGE_BASE": "x" * 5_000},
    "settings that never end": {"RIGHTSREF_SETTINGS": "/dev/zero"},
    "settings in a folder that is a file": {"RIGHTSREF_SETTINGS": "/dev/null/settings.json"},
    "no such zone": {"TZ": "Nowhere/Nothing"},
    "a zone that is a path": {"TZ": "../../../etc/passwd"},
    "a zone that is nonsense": {"TZ": "\x01{}%s"},
    "no such locale": {"LANG": "xx_XX.NOPE", "LC_ALL": "tlh_Q'onoS"},
    "no home": {"HOME": ""},
    "a home that is no folder": {"HOME": "/dev/null", "XDG_CONFIG_HOME": "relative"},
    "no width": {"COLUMNS": "0"},
    "an odd width": {"COLUMNS": "wide"},
    "a negative width": {"COLUMNS": "-5"},
    "an endless width": {"COLUMNS": "9" * 30},
    "no terminal": {"TERM": "\x1b[31m", "NO_COLOR": "{}"},
    "our own, odd": {"RIGHTSREF_UNHEARD_OF": "x", "PYTHONIOENCODING": "utf-8:strict"},
}


@pytest.mark.parametrize("name", ENVIRONMENT)
@pytest.mark.parametrize(
    "verb", [("search", "detainer"), ("clock", "--release=2026-03-06 16:00")], ids=lambda verb: verb[0]
)
def test_whatever_the_system_says_of_itself(tmp_path, tiny_file, name, verb):
    usual = {"RIGHTSREF_KNOWLEDGE_BASE": str(tiny_file), "RIGHTSREF_SETTINGS": str(tmp_path / "settings.json")}
    said = subprocess.run(
        [sys.executable, "-m", "rightsref", *verb], env={**os.environ, **usual, **ENVIRONMENT[name]}, capture_output=True, timeout=60, check=False
    )  # fmt: skip
    told = said.stderr.decode()
    assert said.returncode in {0, 2}, told
    assert "Traceback" not in told
    assert told.count("\n") == (said.returncode == 2), told
    assert said.stdout if said.returncode == 0 else told
