"""The terminal as it may be: closed, of another age, too narrow, interrupted, never ending."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

RUN = [sys.executable, "-m", "rightsref"]


@pytest.fixture
def environment(tiny_file, tmp_path):
    return {**os.environ, "RIGHTSREF_KNOWLEDGE_BASE": str(tiny_file), "RIGHTSREF_SETTINGS": str(tmp_path / "s.json")}


def shell(line, environment, **more):
    command = f"{sys.executable} -m rightsref {line}"
    return subprocess.run(["sh", "-c", command], env={**environment, **more}, capture_output=True, timeout=60, check=False)  # fmt: skip


@pytest.mark.parametrize("encoding", ["ascii", "cp437", "cp850", "cp932", "gbk", "cp874", "iso-8859-1", "euc-jp"])
def test_a_terminal_of_another_age_shows_what_it_can(environment, encoding):
    for line in ("search detainer", "search detainer --json", "content --help"):
        done = shell(line, environment, PYTHONIOENCODING=encoding)
        assert (done.returncode, done.stderr) == (0, b"")
        assert len(done.stdout) > 100


def test_a_closed_output_is_told(environment):
    done = shell("search detainer >&-", environment)
    assert done.returncode == 2
    assert b"nowhere to write" in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_told_in_words(environment):
    done = shell("search detainer >/dev/full", environment)
    assert done.returncode == 2
    assert done.stderr == b"That could not be read or written: No space left on device.\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize(
    ("line", "code"),
    [("nope 2>/dev/full", 2), ("show nothing-of-the-kind 2>/dev/full", 1), ("nope >/dev/full 2>/dev/full", 2), ("search detainer >/dev/full 2>/dev/full", 2)],
)  # fmt: skip
def test_where_nothing_can_be_told_the_exit_code_still_tells(environment, line, code):
    done = shell(line, environment)
    assert (done.returncode, done.stderr) == (code, b"")


def test_a_self_test_that_is_read_no_further_blames_nothing(environment, real_file):
    done = shell("--self-test | head -1", environment, RIGHTSREF_KNOWLEDGE_BASE=str(real_file))
    assert done.stderr == b""
    assert done.stdout.count(b"\n") == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_self_test_onto_a_full_disk_blames_the_disk(environment):
    done = shell("--self-test >/dev/full", environment)
    assert (done.returncode, done.stderr) == (2, b"That could not be read or written: No space left on device.\n")


def test_a_closed_input_is_told(environment):
    done = shell("scenario ask tiny-hold <&-", environment)
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr
    assert done.stderr.count(b"\n") == 1


def test_an_input_without_end_is_left(environment):
    flow = shell("scenario list", environment).stdout.split()[0].decode()
    done = shell(f"scenario ask {flow} </dev/zero", environment)
    assert done.returncode == 2
    assert b"too long to be an answer" in done.stderr


@pytest.mark.parametrize("wait", [0.02, 0.08, 0.15, 0.3])
def test_ctrl_c_ends_without_a_traceback(environment, wait):
    process = subprocess.Popen([*RUN, "search", "detainer"], env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)  # fmt: skip
    time.sleep(wait)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    if b"rightsref" in err:  # before our first line runs, Python itself reports
        assert process.returncode in {0, 130, -2}
        assert b"rightsref/cli" not in err


def test_a_narrow_terminal_breaks_lines_between_words(environment):
    done = shell("search detainer", environment, COLUMNS="30")
    assert max(len(line) for line in done.stdout.decode().splitlines() if line.startswith("    ")) <= 30
