"""Archives that are the same bytes for the same files, and their sums."""

from __future__ import annotations

import hashlib
import os
import subprocess
import tarfile
import time
import zipfile
from pathlib import Path


def even_out(folder: Path, epoch: int) -> None:
    """Give every file below a folder one time and one of two modes, whatever the umask was."""
    for path in (*sorted(folder.rglob("*"), reverse=True), folder):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path.stat().st_mode & 0o100 else 0o644)
            os.utime(path, (epoch, epoch))


def pack_tar(folder: Path, target: Path, epoch: int) -> None:
    """Pack a folder as `.tar.xz`, its files in the order of their names."""

    def plain(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = "root"
        entry.mtime = epoch
        return entry

    with tarfile.open(target, "w:xz", format=tarfile.PAX_FORMAT, preset=9) as archive:
        archive.add(folder, folder.name, recursive=False, filter=plain)
        for path in sorted(folder.rglob("*")):
            archive.add(path, f"{folder.name}/{path.relative_to(folder).as_posix()}", recursive=False, filter=plain)


def pack_zip(folder: Path, target: Path, epoch: int) -> None:
    """Pack a folder as `.zip`, its files in the order of their names."""
    when = time.gmtime(epoch)[:6]
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                entry = zipfile.ZipInfo(f"{folder.name}/{path.relative_to(folder).as_posix()}", when)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.external_attr = (path.stat().st_mode & 0xFFFF) << 16
                archive.writestr(entry, path.read_bytes())


def pack_app(app: Path, target: Path) -> None:
    """Pack a macOS application, whose links and signatures only its own tool keeps."""
    subprocess.run(["ditto", "-c", "-k", "--keepParent", str(app), str(target)], check=True)


def sum_up(folder: Path) -> Path:
    """Write `SHA256SUMS` beside all that is to be handed out, as `sha256sum --check` reads it."""
    sums = folder / "SHA256SUMS"
    files = sorted(
        path for path in folder.iterdir() if path.is_file() and path.name not in {sums.name, f"{sums.name}.minisig"}
    )
    lines = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in files]
    sums.write_text("".join(lines), encoding="ascii", newline="\n")
    return sums
