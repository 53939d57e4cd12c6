"""`make bundle`: from a checkout to what is handed out, in `build/hand-out/`. On each system the program of that system."""

from __future__ import annotations

import os
import platform
import shlex
import shutil
import subprocess
import sys
import venv
from pathlib import Path

import archive
import licences

ROOT = Path(__file__).resolve().parents[1]
HERE = ROOT / "packaging"
WORK = ROOT / "build" / "bundle"
OUT = ROOT / "build" / "hand-out"
_BIN = "Scripts" if sys.platform == "win32" else "bin"


def main() -> int:
    """Build everything that this system can build, try it, and say what it weighs."""
    os.environ.pop("PYTHONPATH", None)
    epoch = _epoch()
    os.environ |= {"SOURCE_DATE_EPOCH": str(epoch), "PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1"}
    # Each start would unpack its modules; what is handed out is packed as a whole.
    os.environ["PYINSTALLER_ZLIB_COMPRESSION_LEVEL"] = "0"
    os.umask(0o022)
    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir(parents=True)
    # What runs stands in an environment of its own too: of that one the bill of materials and the licences are made.
    runs = _environment("runs", "constraints.txt")
    tools = _environment("tools", "constraints.txt", "constraints-build.txt")
    wheel = _wheel(tools)
    for python in (runs, tools):
        _run(python, "-m", "pip", "install", "--quiet", "--no-deps", "--force-reinstall", str(wheel))
    version = wheel.name.split("-")[1]
    _system_files(runs, version)
    folder = _folder(tools, _site(runs))
    _sign(folder)
    _try_out(folder)
    _guides(folder, version)
    _pack(folder, version, epoch)
    _bill(tools, runs, version)
    archive.sum_up(OUT)
    for path in sorted(OUT.iterdir()):
        print(f"{path.stat().st_size / 1_000_000:7.1f} MB  {path.relative_to(ROOT)}")
    return 0


def _epoch() -> int:
    """The time that all files get: that of the commit, so that one commit gives one build."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given:
        return int(given)
    asked = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
    return int(subprocess.run(asked, capture_output=True, text=True, check=True).stdout)


def _environment(name: str, *lists: str) -> Path:
    """An environment of exactly what some lists name, each held against its hash; returns its Python."""
    home = WORK / name
    python = home / _BIN / ("python.exe" if sys.platform == "win32" else "python")
    exact = [HERE / each for each in lists]
    stamp, wanted = (
        home / "made-of.txt",
        "\n".join([sys.version, *(file.read_text(encoding="utf-8") for file in exact)]),
    )
    if not stamp.is_file() or stamp.read_text(encoding="utf-8") != wanted:
        venv.create(home, clear=True, with_pip=True, symlinks=sys.platform != "win32")
        named = [word for file in exact for word in ("-r", str(file))]
        _run(python, "-m", "pip", "install", "--quiet", "--require-hashes", "--no-deps", *named)
        stamp.write_text(wanted, encoding="utf-8")
    return python


def _wheel(tools: Path) -> Path:
    """The wheel, with the knowledge base in it."""
    _run(tools, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(OUT))
    return next(OUT.glob("*.whl"))


def _site(python: Path) -> Path:
    asked = [str(python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
    return Path(subprocess.run(asked, capture_output=True, text=True, check=True).stdout.strip())


def _system_files(runs: Path, version: str) -> None:
    """Icons for Windows and macOS, and what Windows shows of the program."""
    _run(runs, str(HERE / "icons.py"), str(ROOT / "resources/icons/rightsref.svg"), str(WORK / "icons"))
    numbers = ", ".join((version.split(".") + ["0"] * 4)[:4])
    text = (HERE / "windows/version.txt").read_text(encoding="utf-8")
    (WORK / "version.txt").write_text(
        text.replace("@VERSION@", version).replace("@NUMBERS@", numbers), encoding="utf-8"
    )


def _folder(tools: Path, site: Path) -> Path:
    """The built program, with the licences of what stands in `site`."""
    made = WORK / "dist"
    shutil.rmtree(made, ignore_errors=True)
    _run(
        tools, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN", "--distpath", str(made),
        "--workpath", str(WORK / "pyinstaller"), str(HERE / "rightsref.spec"),
    )  # fmt: skip
    folder = made / ("RightsRef.app" if sys.platform == "darwin" else "RightsRef")
    home = next(folder.rglob("knowledge.db")).parent
    licences.write(licences.collect(site, folder, ROOT), home / "licences.json")
    _list_libraries(folder / "_internal")
    return folder


def _list_libraries(home: Path) -> None:
    """What a start looks at, to tell a program that was not unpacked whole; not in an `.app`, which its signature holds together."""
    if home.is_dir():
        kinds = (".so", ".dll", ".pyd", ".zip")
        files = sorted(path for path in home.rglob("*") if any(kind in path.name for kind in kinds) and path.is_file())
        lines = [f"{path.stat().st_size} {path.relative_to(home).as_posix()}\n" for path in files]
        (home / "libraries.txt").write_text("".join(lines), encoding="utf-8", newline="\n")


def program_of(folder: Path) -> Path:
    """The program with a terminal in a built folder."""
    names = {"darwin": "Contents/MacOS/RightsRef", "win32": "rightsref-cli.exe"}
    return folder / names.get(sys.platform, "rightsref")


def _sign(folder: Path) -> None:
    """Let the command in `RIGHTSREF_SIGN` sign the folder, if one is named: `windows/sign.ps1` or `macos/sign.sh`."""
    command = os.environ.get("RIGHTSREF_SIGN")
    if command:
        subprocess.run([*shlex.split(command), str(folder)], check=True, cwd=ROOT)


def _try_out(folder: Path) -> None:
    """Let the program try itself; a build that does not hold is not handed out."""
    subprocess.run(
        [str(program_of(folder)), "--self-test"], check=True, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    )


def _guides(folder: Path, version: str) -> None:
    """The user guide as PDF, made by the program itself."""
    for lang in ("en", "es"):
        target = OUT / f"RightsRef-{version}-guide-{lang}.pdf"
        subprocess.run(
            [str(program_of(folder)), "sheet", "make", "guide", "--lang", lang, "--output", str(target)],
            check=True, stdout=subprocess.DEVNULL,
        )  # fmt: skip


def _pack(folder: Path, version: str, epoch: int) -> None:
    machine = platform.machine().lower()
    name = f"RightsRef-{version}-{ {'darwin': 'macos', 'win32': 'windows'}.get(sys.platform, 'linux') }-{machine}"
    if sys.platform == "darwin":
        archive.pack_app(folder, OUT / f"{name}.zip")
        return
    archive.even_out(folder, epoch)
    if sys.platform == "win32":
        archive.pack_zip(folder, OUT / f"{name}.zip", epoch)
        return
    archive.pack_tar(folder, OUT / f"{name}.tar.xz", epoch)
    if shutil.which("dpkg-deb"):
        from debian import build_deb

        build_deb(folder, OUT, version, epoch, WORK)


def _bill(tools: Path, runs: Path, version: str) -> None:
    """The bill of materials, by CycloneDX's own tool, over what runs and nothing of what builds."""
    _run(
        tools, "-m", "cyclonedx_py", "environment", "--output-reproducible", "--pyproject", str(ROOT / "pyproject.toml"),
        "--output-file", str(OUT / f"rightsref-{version}.cdx.json"), str(runs),
    )  # fmt: skip


def _run(python: Path, *arguments: str) -> None:
    subprocess.run([str(python), *arguments], check=True, cwd=ROOT)


if __name__ == "__main__":
    sys.exit(main())
