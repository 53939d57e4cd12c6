"""What each system is told of the program agrees with the program, and every file that a plan names is there."""

from __future__ import annotations

import ast
import configparser
import plistlib
import re
import runpy
import shutil
import struct
import subprocess
import xml.etree.ElementTree as ET
from collections import defaultdict
from importlib.util import find_spec

import icons
import pytest

from rightsref import __version__

APP = "io.github.rightsref.RightsRef"
#: Made by `packaging/bundle.py` before they are read.
BUILT = {"made-of.txt", "licences.json", "LICENSE.txt", "libraries.txt"}
#: The same, and read by a plan.
WRITTEN = {"icons/rightsref.ico", "icons/rightsref.icns", "version.txt"}


def _strings(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]


@pytest.mark.parametrize(
    "plan", ["rightsref.spec", "bundle.py", "debian.py", "licences.py", "icons.py", "parts.py", "shiboken.py"]
)
def test_every_file_that_a_plan_names_is_there(root, packaging, plan):
    named = [
        text
        for text in _strings(packaging / plan)
        if re.fullmatch(r"[\w./-]+\.(py|txt|svg|ico|icns|toml|spec|md)", text)
    ]
    places = (packaging, root, packaging / "licences", packaging / "linux", root / "resources" / "icons")
    made = BUILT | WRITTEN | {name.rpartition("/")[2] for name in WRITTEN}
    assert [name for name in named if name not in made and not any((place / name).is_file() for place in places)] == []
    assert (packaging / "launch.py").is_file()


def test_what_the_plan_reads_from_the_build_folder_is_written_before(packaging):
    writes = (packaging / "bundle.py").read_text(encoding="utf-8") + (packaging / "icons.py").read_text(
        encoding="utf-8"
    )
    assert [name for name in WRITTEN if name.rpartition("/")[2] not in writes] == []


def test_the_installer_names_files_that_are_there_or_are_built(packaging):
    script = (packaging / "windows" / "installer.iss").read_text(encoding="utf-8")
    named = re.findall(r"^(?:LicenseFile|SetupIconFile)=(.+)$", script, re.MULTILINE)
    assert len(named) == 2
    for name in named:
        path = (packaging / "windows" / name.replace("\\", "/")).resolve()
        assert path.is_file() or path.name in {file.rpartition("/")[2] for file in WRITTEN}, name
    assert "PrivilegesRequired=lowest" in script


def test_the_workflow_names_scripts_that_are_there_and_no_registry(root):
    text = (root / ".github" / "workflows" / "release.yml").read_text(encoding="utf-8")
    named = re.findall(r"\b((?:packaging|src)/[\w./-]+\.\w+)", text)
    assert {
        "packaging/bundle.py",
        "packaging/windows/sign.ps1",
        "packaging/macos/sign.sh",
        "packaging/windows/installer.iss",
    } <= set(named)
    assert [name for name in named if not (root / name).is_file()] == []
    assert "://" not in text
    for system in ("linux", "windows", "macos"):
        assert f"system: {system}," in text


@pytest.mark.parametrize(
    ("script", "reads"),
    [("windows/sign.ps1", r"\$env:(WINDOWS_\w+)"), ("macos/sign.sh", r"\$\{(\w+):-\}|\$(MACOS_\w+)")],
)
def test_what_signs_is_given_all_that_it_reads(root, packaging, script, reads):
    workflow = (root / ".github" / "workflows" / "release.yml").read_text(encoding="utf-8")
    found = {
        name
        for match in re.findall(reads, (packaging / script).read_text(encoding="utf-8"))
        for name in ([match] if isinstance(match, str) else match)
        if name
    }
    assert found
    assert [name for name in found if not re.search(rf"{name}[:=]", workflow)] == []


def test_a_certificate_that_is_missing_is_named(packaging):
    for script, secret in (("windows/sign.ps1", "WINDOWS_CERTIFICATE_SHA1"), ("macos/sign.sh", "MACOS_IDENTITY")):
        text = (packaging / script).read_text(encoding="utf-8")
        assert f"Not signed: no {secret}" in text
        assert "is missing" in text


def test_the_window_and_its_menu_entry_go_by_one_name(root, packaging):
    start = (root / "src/rightsref/ui/shell/start.py").read_text(encoding="utf-8")
    assert f'setDesktopFileName("{APP}")' in start
    entry = configparser.ConfigParser(interpolation=None, delimiters=("=",))
    entry.optionxform = str
    entry.read(packaging / "linux" / f"{APP}.desktop", encoding="utf-8")
    assert entry["Desktop Entry"]["Icon"] == APP
    assert entry["Desktop Entry"]["Exec"] == "rightsref"
    info = ET.parse(packaging / "linux" / f"{APP}.metainfo.xml").getroot()
    assert info.findtext("id") == APP
    assert info.findtext("launchable") == f"{APP}.desktop"
    assert f'bundle_identifier="{APP}"' in (packaging / "rightsref.spec").read_text(encoding="utf-8")


@pytest.mark.skipif(not shutil.which("appstreamcli"), reason="appstreamcli is not here")
def test_appstream_finds_nothing_to_correct(packaging, tmp_path):
    text = (packaging / "linux" / f"{APP}.metainfo.xml").read_text(encoding="utf-8")
    file = tmp_path / f"{APP}.metainfo.xml"
    file.write_text(text.replace("@VERSION@", __version__).replace("@DATE@", "2026-11-29"), encoding="utf-8")
    run = subprocess.run(
        ["appstreamcli", "validate", "--no-net", str(file)], capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout


def test_the_control_file_has_what_dpkg_asks_for_and_no_python(packaging):
    fields = dict(
        re.findall(
            r"^([A-Z][\w-]+): (.+)$", (packaging / "linux" / "control").read_text(encoding="utf-8"), re.MULTILINE
        )
    )
    assert {"Package", "Version", "Architecture", "Maintainer", "Depends", "Description", "Installed-Size"} <= set(
        fields
    )
    assert "python" not in fields["Depends"]


def test_the_manual_names_every_verb_and_option(packaging):
    from rightsref.cli.main import cli

    manual = (packaging / "linux" / "rightsref.1").read_text(encoding="utf-8").replace("\\-", "-")
    words = ("--self-test", "--theme", "--lang", "RightsRefData", *(verb for verb in cli.commands if verb != "content"))
    assert [word for word in words if word not in manual] == []


def test_windows_reads_the_version_of_the_program(packaging):
    text = (packaging / "windows" / "version.txt").read_text(encoding="utf-8")
    filled = text.replace("@VERSION@", __version__).replace("@NUMBERS@", "0, 2, 0, 0")
    said = {}

    class Names(defaultdict):
        def __missing__(self, key):
            return lambda *parts, **named: said.update([parts]) if key == "StringStruct" else None

    exec(filled, Names(None, {"__builtins__": {}}))  # a file of calls, as PyInstaller reads it
    assert said["ProductVersion"] == said["FileVersion"] == __version__
    assert "@" not in filled


def test_macos_gets_a_list_that_it_can_read(packaging):
    said = runpy.run_path(str(packaging / "macos" / "plist.py"))["PLIST"]
    assert plistlib.loads(plistlib.dumps(said))["NSHighResolutionCapable"] is True
    assert plistlib.loads((packaging / "macos" / "entitlements.plist").read_bytes())


def test_an_icon_of_windows_holds_each_size_where_its_head_says():
    made = icons.ico([(16, b"small"), (256, b"large picture")])
    assert struct.unpack("<HHH", made[:6]) == (0, 1, 2)
    for nth, (width, data) in enumerate([(16, b"small"), (0, b"large picture")]):
        row = struct.unpack("<BBBBHHII", made[6 + 16 * nth : 22 + 16 * nth])
        assert row[0] == width
        assert made[row[7] : row[7] + row[6]] == data


def test_an_icon_of_macos_holds_each_size_with_its_length():
    made = icons.icns([(128, b"abc"), (1024, b"defg")])
    assert made[:8] == b"icns" + struct.pack(">I", len(made))
    assert made[8:] == b"ic07\0\0\0\x0babcic10\0\0\0\x0cdefg"


@pytest.mark.skipif(not find_spec("PySide6"), reason="the icon is drawn where Qt is")
def test_the_icon_is_drawn_at_the_size_asked_for(root):
    png = icons.draw(root / "resources/icons/rightsref.svg", 32)
    assert png.startswith(b"\x89PNG")
    assert struct.unpack(">II", png[16:24]) == (32, 32)
