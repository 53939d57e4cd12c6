"""`python tests/traces`: the journey seen from outside, by the system's own calls: what was written, and whether the network was touched.

An empty home, `strace` over every process and thread, and no network at all where that may be had (`unshare -n`). Prints what was
seen; exit code 1 if anything but what the reader saved was written, or a socket of the internet was opened by anything.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

_CALLS = "trace=network,openat,open,creat,mkdir,mkdirat,rename,renameat,renameat2,link,linkat,symlink,symlinkat,unlink,unlinkat,mknod,mknodat,truncate"
_CALL = re.compile(r"^(?:\d+ +)?(\w+)\((.*)\) += (-?\d+|\?)")
_PATH = re.compile(r'"((?:[^"\\]|\\.)*)"')
_WRITES = re.compile(r"O_WRONLY|O_RDWR|O_CREAT")
#: Devices and the kernel's own; nothing that stays.
_NOT_KEPT = ("/dev/null", "/dev/tty", "/dev/ptmx", "/proc/", "/memfd:", "/dev/shm/", "/dev/dri/", "/dev/urandom")
SAVED = {"sheet.pdf", "printed.pdf", "settings.txt", "notes.rrnotes", "notes.docx"}


def command(folder: Path, log: Path) -> list[str]:
    """The journey under strace, without a network where the system lets us."""
    own = [sys.executable, "-B", str(Path(__file__).with_name("journey.py")), str(folder)]
    traced = ["strace", "-f", "-qq", "-s", "400", "-e", _CALLS, "-o", str(log), *own]
    alone = subprocess.run(["unshare", "-n", "true"], capture_output=True, check=False).returncode == 0 if shutil.which("unshare") else False  # fmt: skip
    return ["unshare", "-n", *traced] if alone else traced


def tree(folder: Path) -> set[str]:
    """Every file and folder below, by its path."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}


def read_log(log: Path) -> tuple[int, set[str], list[str]]:
    """How many calls, which paths were written to, which calls had to do with the internet."""
    calls, written, internet = 0, set(), []
    for line in log.read_text(errors="replace").splitlines():
        found = _CALL.match(line)
        if not found:
            continue
        calls += 1
        name, arguments, result = found.groups()
        if "AF_INET" in arguments:
            internet.append(line)
        if result.startswith("-") or name in {"socket", "connect", "sendto", "recvfrom", "sendmsg", "recvmsg"}:
            continue
        if (name not in {"openat", "open"} and _PATH.search(arguments)) or _WRITES.search(arguments):
            written.update(_PATH.findall(arguments)[-1:])
    return calls, {path for path in written if not path.startswith(_NOT_KEPT)}, internet


def main() -> int:
    """Take the journey, look at what it left."""
    if shutil.which("strace") is None:
        sys.stdout.write("This needs strace: apt-get install strace\n")
        return 2
    with tempfile.TemporaryDirectory(prefix="rightsref-home-") as made:
        home, log = Path(made) / "home", Path(made) / "calls"
        out, temporary = home / "saved", home / "tmp"
        for folder in (out, temporary):
            folder.mkdir(parents=True)
        before = tree(home)
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("XDG_", "RIGHTSREF_SETTINGS"))}
        environment = {**kept, "HOME": str(home), "TMPDIR": str(temporary), "QT_QPA_PLATFORM": kept.get("QT_QPA_PLATFORM", "offscreen")}  # fmt: skip
        run = subprocess.run(command(out, log), env=environment, capture_output=True, text=True, timeout=900, check=False)  # fmt: skip
        calls, written, internet = read_log(log)
        # The folder of all settings may have to be made; it is nobody's own, and stays.
        left = tree(home) - before - {f"saved/{name}" for name in SAVED} - {".config"}
        own = (f"{out}/", f"{home}/.config/RightsRef")
        ours = {path for path in written if path.startswith(own) or path == f"{home}/.config"}
        sys.stdout.write(
            f"{calls} system calls, {'no network to be had' if 'unshare' in run.args[0] else 'with a network'}; {len(ours)} paths of ours "
            f"written, {len(written - ours)} others; {len(internet)} calls to the internet; left in the home: {sorted(left) or 'nothing'}\n"
        )
        faults = [f"{name} was not saved" for name in SAVED if not (out / name).exists()]
        faults += [*sorted(written - ours), *internet, *sorted(left)]
        if run.stdout.strip() != "done":
            faults.append(f"the journey did not end: {run.stdout}{run.stderr}")
        for fault in faults:
            sys.stdout.write(f"  {fault}\n")
        return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
