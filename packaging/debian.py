"""The `.deb`: the built folder below /usr/lib, and what a desktop wants to know of it."""

from __future__ import annotations

import gzip
import hashlib
import os
import re
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

from archive import even_out

_HERE = Path(__file__).resolve().parent
_LINUX = _HERE / "linux"
_RESOURCES = _HERE.parent / "resources"
_NAME = "io.github.rightsref.RightsRef"


def build_deb(folder: Path, target_folder: Path, version: str, epoch: int, work: Path) -> Path:
    """Lay out the package and build it; returns the file. The same folder gives the same bytes."""
    root = work / "deb"
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(folder, root / "usr/lib/rightsref", symlinks=True)
    (root / "usr/bin").mkdir(parents=True)
    (root / "usr/bin/rightsref").symlink_to("../lib/rightsref/rightsref")
    _desktop(root, version, epoch)
    _documents(root, version, epoch)
    architecture = _said("dpkg", "--print-architecture")
    _control(root, version, architecture)
    even_out(root, epoch)
    target = target_folder / f"rightsref_{version}_{architecture}.deb"
    subprocess.run(
        ["dpkg-deb", "--root-owner-group", "--threads-max=2", "-Zxz", "-z9", "--build", str(root), str(target)],
        check=True, env={**os.environ, "SOURCE_DATE_EPOCH": str(epoch)}, stdout=subprocess.DEVNULL,
    )  # fmt: skip
    return target


def _desktop(root: Path, version: str, epoch: int) -> None:
    """Menu entry, icon, and what a software centre shows."""
    from datetime import UTC, datetime

    share = root / "usr/share"
    _copy(_LINUX / f"{_NAME}.desktop", share / "applications" / f"{_NAME}.desktop")
    _copy(_RESOURCES / "icons" / "rightsref.svg", share / "icons/hicolor/scalable/apps" / f"{_NAME}.svg")
    info = (_LINUX / f"{_NAME}.metainfo.xml").read_text(encoding="utf-8")
    day = datetime.fromtimestamp(epoch, UTC).date().isoformat()
    target = share / "metainfo" / f"{_NAME}.metainfo.xml"
    target.parent.mkdir(parents=True)
    target.write_text(info.replace("@VERSION@", version).replace("@DATE@", day), encoding="utf-8")


def _documents(root: Path, version: str, epoch: int) -> None:
    """Man page, licence, changelog."""
    manual = (_LINUX / "rightsref.1").read_text(encoding="utf-8").replace("@VERSION@", version)
    _gzip(manual, root / "usr/share/man/man1/rightsref.1.gz", epoch)
    documents = root / "usr/share/doc/rightsref"
    _copy(_LINUX / "copyright", documents / "copyright")
    _gzip((_HERE.parent / "CHANGELOG.md").read_text(encoding="utf-8"), documents / "changelog.gz", epoch)


def _control(root: Path, version: str, architecture: str) -> None:
    """What dpkg reads: the description with its dependencies, and the sum of each file."""
    control = root / "DEBIAN"
    control.mkdir()
    files = sorted(path for path in (root / "usr").rglob("*") if path.is_file() and not path.is_symlink())
    size = sum(-(-path.stat().st_size // 1024) for path in files)
    text = (_LINUX / "control").read_text(encoding="utf-8")
    libc = f"2.{needed_libc(files)}"
    told = {"@VERSION@": version, "@ARCHITECTURE@": architecture, "@SIZE@": str(size), "@LIBC@": libc}
    for sign, value in told.items():
        text = text.replace(sign, value)
    (control / "control").write_text(text, encoding="utf-8")
    sums = [f"{hashlib.md5(path.read_bytes()).hexdigest()}  {path.relative_to(root).as_posix()}\n" for path in files]
    (control / "md5sums").write_text("".join(sums), encoding="ascii")


def needed_libc(files: Iterable[Path]) -> int:
    """The newest version of the C library, 2.x, of which one of these programs and libraries uses something."""
    programs = (data for data in (path.read_bytes() for path in files) if data.startswith(b"\x7fELF"))
    return max((int(used) for data in programs for used in re.findall(rb"GLIBC_2\.(\d+)\0", data)), default=0)


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def _gzip(text: str, target: Path, epoch: int) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(gzip.compress(text.encode(), 9, mtime=epoch))


def _said(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
